package enclosures_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/storage"
	"hearingdesk/ui/enclosures"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-07-10 09:00"

// tab opens the tab; the file that is asked for is file.
func tab(t *testing.T, d *storage.Desk, file string) (*enclosures.Tab, *shell.Shell, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	x := enclosures.New(sh, d, shown.NewPress, func(take func(string)) { take(file) })
	shown.Show(sh, x.Object())
	return x, sh, told
}

// aMap is a picture in a file.
func aMap(t *testing.T) string {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 300, 200))
	for i := range img.Pix {
		img.Pix[i] = uint8(i % 251) //nolint:gosec // less than 256
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "map.png")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestAnEnclosureGoesOut writes one, with a map, and finds it among the papers of
// the sessions in its room, once for each notice.
func TestAnEnclosureGoesOut(t *testing.T) {
	d := shown.Examples(t, now)
	x, sh, told := tab(t, d, aMap(t))
	x.Show(shell.Place{Kind: shell.Settings, Tab: enclosures.Key})
	shown.Picture(t, sh.Window, "enclosures-none")
	x.Show(shell.Place{Kind: shell.Settings, Tab: enclosures.Key, New: true})
	shown.Type(t, sh.Window, "附件名称", "来院须知")
	shown.Type(t, sh.Window, "内容", "请走清源路正门。\n手机可以寄存。")
	shown.Press(t, sh.Window, "选择图片…")
	shown.Picture(t, sh.Window, "enclosures")
	if len(told.Failed) > 0 {
		t.Fatal(told.Failed)
	}
	all, err := d.Enclosures(context.Background())
	if err != nil || len(all) != 1 || all[0].PictureMedia() != "image/png" || !slices.Equal(all[0].With, []string{"07a", "07b", "07c", "07d"}) {
		t.Fatalf("kept %+v (%v)", all, err)
	}
	e := all[0]
	e.With = []string{"07b"}
	room, err := d.Rooms(context.Background(), "", 10)
	if err != nil {
		t.Fatal(err)
	}
	h, err := d.Hearing(context.Background(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		room hearing.ID
		want int
	}{{h.Room, len(h.InRole(hearing.AgencyRep))}, {other(room, h.Room), 0}, {"", len(h.InRole(hearing.AgencyRep))}} {
		e.Room = c.room
		if e.Version, err = d.SaveEnclosure(context.Background(), e); err != nil {
			t.Fatal(err)
		}
		s, err := d.Dossier(context.Background(), "h-e1")
		if err != nil {
			t.Fatal(err)
		}
		p, err := shown.NewPress()
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, it := range p.Plan(s, "39") {
			n += it.Copies
		}
		if n != c.want {
			t.Errorf("in %q: %d copies, want %d", c.room, n, c.want)
		}
	}
}

// other is another room than one.
func other(all []hearing.Room, than hearing.ID) hearing.ID {
	for _, r := range all {
		if r.ID != than {
			return r.ID
		}
	}
	return ""
}

// TestNoPicture holds that what is no picture, or too large, is refused.
func TestNoPicture(t *testing.T) {
	large := filepath.Join(t.TempDir(), "large.png")
	if err := os.WriteFile(large, append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, hearing.LargestPicture)...), 0o600); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(t.TempDir(), "map.png")
	if err := os.WriteFile(text, []byte("MZ this is a program"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{large, text, filepath.Join(t.TempDir(), "none.png")} {
		d := shown.Examples(t, now)
		x, sh, told := tab(t, d, file)
		x.Show(shell.Place{Kind: shell.Settings, Tab: enclosures.Key, New: true})
		shown.Type(t, sh.Window, "附件名称", "路线图")
		shown.Press(t, sh.Window, "选择图片…")
		if len(told.Failed) != 1 {
			t.Errorf("%s was taken: %v", filepath.Base(file), told.Failed)
		}
		if all, err := d.Enclosures(context.Background()); err != nil || len(all) != 1 || len(all[0].Picture) != 0 {
			t.Errorf("kept %v (%v)", all, err)
		}
	}
}

// TestAFileGoesOut chooses a PDF, which gives a new enclosure its name, drops a
// picture in its place, and takes it away; what cannot be printed is refused.
func TestAFileGoesOut(t *testing.T) {
	d := shown.Examples(t, now)
	p, err := shown.NewPress()
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.Dossier(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	made, err := p.Make(s, p.Plan(s, "13")[0], calendar.NewDate(2023, time.July, 10))
	if err != nil {
		t.Fatal(err)
	}
	data, err := made.File(press.PDF)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "来院须知.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	kept := func() hearing.Enclosure {
		t.Helper()
		all, err := d.Enclosures(t.Context())
		if err != nil || len(all) != 1 {
			t.Fatalf("kept %v (%v)", all, err)
		}
		return all[0]
	}
	x, sh, told := tab(t, d, file)
	x.Show(shell.Place{Kind: shell.Settings, Tab: enclosures.Key, New: true})
	shown.Press(t, sh.Window, "选择 PDF 或图片…")
	if e := kept(); e.Name != "来院须知" || e.File.Pages != len(made.Pages) || e.File.Media != "application/pdf" || len(told.Failed) > 0 {
		t.Fatalf("kept %+v %v", e, told.Failed)
	}
	shown.Picture(t, sh.Window, "enclosures-pdf")
	x.Drop([]string{aMap(t)})
	if e := kept(); e.Name != "来院须知" || e.File.Name != "map.png" || e.File.Pages != 1 {
		t.Errorf("dropped %+v", e)
	}
	shown.Picture(t, sh.Window, "enclosures-picture")
	x.Drop([]string{file, file})
	bad := filepath.Join(t.TempDir(), "bad.pdf")
	if err := os.WriteFile(bad, data[:2000], 0o600); err != nil {
		t.Fatal(err)
	}
	x.Drop([]string{bad})
	if e := kept(); e.File.Name != "map.png" || len(told.Failed) != 1 {
		t.Errorf("a broken file: %+v %v", e.File, told.Failed)
	}
	shown.Press(t, sh.Window, "去掉文件")
	if e := kept(); e.File.Hash != "" {
		t.Errorf("taken away, it is %+v", e.File)
	}
}
