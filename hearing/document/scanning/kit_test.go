package scanning_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/exchange"
)

func must[T any](t testing.TB) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// receipts are the receipts of the second worked example, as they are printed.
func receipts(t testing.TB) []press.Paper {
	t.Helper()
	p := must[hearing.Package](t)(exchange.Decode(assets.Examples))
	d, ok := p.Dossier("h-e2", time.FixedZone("CST", 8*60*60))
	if !ok {
		t.Fatal("no example")
	}
	made := press.New(must[*document.Catalogue](t)(document.Load(assets.Documents())), layout.New(assets.PaperFonts(), nil))
	var out []press.Paper
	for _, it := range made.Plan(d, "27") {
		out = append(out, must[press.Paper](t)(made.Make(d, it, calendar.NewDate(2023, time.June, 20))))
	}
	if len(out) < 2 {
		t.Fatal("no receipts")
	}
	return out
}

func codeOf(p press.Paper) hearing.PaperCode {
	return hearing.PaperCode{Session: "h-e2", Document: p.Item.Number, Key: p.Item.Key}
}

// page is a paper's page as a scanner sees it.
func page(t testing.TB, p press.Paper, dpi float64) image.Image {
	t.Helper()
	return must[image.Image](t)(p.Raster(0, dpi))
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 60}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// asPDF makes a PDF of pictures, a page each, as a scanner does.
func asPDF(t testing.TB, pictures ...[]byte) []byte {
	t.Helper()
	model.ConfigPath = "disable"
	var in []io.Reader
	for _, p := range pictures {
		in = append(in, bytes.NewReader(p))
	}
	var b bytes.Buffer
	if err := api.ImportImages(nil, &b, in, nil, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// turn turns a page by 180 degrees, as one that went into the feeder head first.
func turn(img image.Image) image.Image {
	b := img.Bounds()
	out := image.NewGray(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			out.Set(b.Max.X-1-x, b.Max.Y-1-y, img.At(x, y))
		}
	}
	return out
}

func gray(img image.Image) image.Image {
	out := image.NewGray(img.Bounds())
	for y := out.Rect.Min.Y; y < out.Rect.Max.Y; y++ {
		for x := out.Rect.Min.X; x < out.Rect.Max.X; x++ {
			out.Set(x, y, img.At(x, y))
		}
	}
	return out
}

// bitmap is a page in black and white, as fax machines and old scanners make it.
func bitmap(img image.Image) image.Image {
	out := image.NewPaletted(img.Bounds(), color.Palette{color.Black, color.White})
	for y := out.Rect.Min.Y; y < out.Rect.Max.Y; y++ {
		for x := out.Rect.Min.X; x < out.Rect.Max.X; x++ {
			if color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y > 128 {
				out.SetColorIndex(x, y, 1)
			}
		}
	}
	return out
}
