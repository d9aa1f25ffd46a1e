package scanning_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"hearingdesk/hearing/document/scanning"
)

// small is a scan of one small page.
func small(t testing.TB) []byte {
	t.Helper()
	return asPDF(t, asPNG(t, image.NewGray(image.Rect(0, 0, 500, 700))))
}

// written makes a PDF of objects, the first of which is its catalogue.
func written(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

const (
	catalogue = "<</Type/Catalog/Pages 2 0 R>>"
	tree      = "<</Type/Pages/Count 1/Kids[3 0 R]>>"
	leaf      = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>"
)

func packed(n int, text string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	for range n {
		_, _ = w.Write([]byte(text)) // into memory
	}
	_ = w.Close()
	return b.String()
}

// claimed is a PNG that says it is so large, and holds nothing.
func claimed(w, h uint32) []byte {
	head := append([]byte("IHDR"), make([]byte, 13)...)
	binary.BigEndian.PutUint32(head[4:], w)
	binary.BigEndian.PutUint32(head[8:], h)
	head[12], head[13] = 8, 2
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(head))
}

func encrypted(t *testing.T, user, owner string) []byte {
	t.Helper()
	var b bytes.Buffer
	conf := model.NewAESConfiguration(user, owner, 256)
	if err := api.Encrypt(bytes.NewReader(small(t)), &b, conf); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatIsNotTaken(t *testing.T) {
	whole, photo := small(t), asJPEG(t, image.NewGray(image.Rect(0, 0, 500, 700)))
	table := packed(1, "2 0 3 10 <</Type/Pages>>") + strings.Repeat(" ", 10)
	bomb := packed(40, strings.Repeat(" ", 1<<20))
	for _, c := range []struct {
		name string
		data []byte
		want scanning.Reason
	}{
		{"nothing", nil, scanning.Empty},
		{"too large", make([]byte, scanning.MaxBytes+1), scanning.TooLarge},
		{"a program that calls itself a PDF", []byte("MZ\x90\x00\x03\x00\x00\x00 This program cannot be run in DOS mode"), scanning.OtherKind},
		{"a text", []byte("送达回证"), scanning.OtherKind},
		{"a PDF cut off", whole[:len(whole)*2/3], scanning.Damaged},
		{"only its beginning", []byte("%PDF-1.7\n"), scanning.Damaged},
		{"a PDF without pages", written(catalogue, "<</Type/Pages/Count 0/Kids[]>>"), scanning.Damaged},
		{"one that says it has a thousand million pages", written(catalogue, "<</Type/Pages/Count 1000000000/Kids[3 0 R]>>", leaf), scanning.TooLong},
		{"one that says it has more than it has", written(catalogue, "<</Type/Pages/Count 5/Kids[3 0 R]>>", leaf), scanning.Damaged},
		{"pages in a ring", written(catalogue, "<</Type/Pages/Count 1/Kids[2 0 R]>>"), scanning.Damaged},
		{"a password", encrypted(t, "opensesame", "owner"), scanning.Encrypted},
		{"restrictions", encrypted(t, "", "owner"), scanning.Encrypted},
		{"a script", written("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>", tree, leaf), scanning.Active},
		{"a command", written("<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>", tree, leaf, "<</S/Launch/F(calc.exe)>>"), scanning.Active},
		{"a file in it", written("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>>>", tree, leaf, "<</Names[]>>"), scanning.Active},
		{"a table that unpacks to forty megabytes", written(catalogue, tree, leaf, fmt.Sprintf("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(bomb), bomb)), scanning.Bomb},
		{"a table packed twice", written(catalogue, tree, leaf, fmt.Sprintf("<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length %d>>\nstream\n%s\nendstream", len(table), table)), scanning.Bomb},
		{"a table in rows without measure", written(catalogue, tree, leaf, fmt.Sprintf("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 99999999999>>/Length %d>>\nstream\n%s\nendstream", len(table), table)), scanning.Bomb},
		{"a picture of a hundred thousand by a hundred thousand", claimed(100_000, 100_000), scanning.TooFine},
		{"a picture of nothing", claimed(0, 0), scanning.Damaged},
		{"a picture cut off", asPNG(t, bitmap(image.NewGray(image.Rect(0, 0, 900, 900))))[:90], scanning.Damaged},
		{"a photograph cut off", photo[:len(photo)/2], scanning.Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := scanning.Read(t.Context(), "回证.pdf", c.data)
			var no *scanning.RefusedError
			if !errors.As(err, &no) || no.Why != c.want || no.Name != "回证.pdf" {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// TestAPictureThatCannotBeDrawn has PDFs whose page is sound and whose picture
// is not: the page counts, and nothing is unpacked beyond its size.
func TestAPictureThatCannotBeDrawn(t *testing.T) {
	bomb := packed(60, strings.Repeat("\x00", 1<<20))
	picture := func(dict, data string) []byte {
		return written(catalogue, tree, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>>>",
			fmt.Sprintf("<</Type/XObject/Subtype/Image%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
	}
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"more than its size", picture("/Width 500/Height 700/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode", bomb)},
		{"a size without measure", picture("/Width 100000/Height 100000/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode", packed(1, "x"))},
		{"rows without measure", picture("/Width 500/Height 700/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 9999999>>", packed(1, "x"))},
		{"less than its size", picture("/Width 500/Height 700/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode", packed(1, "x"))},
		{"a photograph without measure", picture("/Width 500/Height 700/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", "\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01")},
		{"a kind that is not known", picture("/Width 500/Height 700/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode", "x")},
		{"a mask that bursts", picture("/Width 500/Height 700/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/SMask 4 0 R", packed(1, strings.Repeat("\xff", 500*700)))},
		{"forms in a ring", written(catalogue, tree, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>>>",
			"<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</I 4 0 R>>>>/Length 0>>\nstream\n\nendstream")},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := scanning.Read(t.Context(), "回证.pdf", c.data)
			if err != nil {
				t.Fatal(err)
			}
			if drawn := c.name == "a mask that bursts"; f.Pages != 1 || f.Drawn != drawn {
				t.Errorf("%d pages, drawn %v", f.Pages, f.Drawn)
			}
		})
	}
}

func TestReadingCanBeStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := scanning.Read(ctx, "a.pdf", small(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// FuzzRead takes whatever comes: it is read or refused, and what is read has
// pages that can be asked for.
func FuzzRead(f *testing.F) {
	f.Add(small(f))
	f.Add(asPNG(f, image.NewGray(image.Rect(0, 0, 30, 30))))
	f.Add(asJPEG(f, image.NewGray(image.Rect(0, 0, 30, 30))))
	f.Add(written(catalogue, tree, leaf))
	f.Add(claimed(100_000, 100_000))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := scanning.Read(t.Context(), "x", data)
		var no *scanning.RefusedError
		switch {
		case err != nil && !errors.As(err, &no):
			t.Errorf("it is no refusal: %v", err)
		case err == nil && (got.Pages < 1 || got.Pages > scanning.MaxPages || got.Media == ""):
			t.Errorf("%d pages of %s", got.Pages, got.Media)
		}
		if err == nil {
			if _, err := scanning.Page(t.Context(), data, got.Pages-1); err != nil {
				t.Errorf("its last page: %v", err)
			}
		}
	})
}
