package volume

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/scanning"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shown"
)

func newPress() (*press.Press, error) {
	forms, err := document.Load(assets.Documents())
	if err != nil {
		return nil, err
	}
	return press.New(forms, layout.New(assets.PaperFonts(), nil)), nil
}

// receipt is a receipt of the hearing as a scanner makes a picture of it; the
// n-th of them.
func receipt(t *testing.T, d *storage.Desk, n int) (string, document.Item) {
	t.Helper()
	of, err := d.Dossier(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPress()
	if err != nil {
		t.Fatal(err)
	}
	it := p.Plan(of, "27")[n]
	made, err := p.Make(of, it, calendar.NewDate(2023, 6, 20))
	if err != nil {
		t.Fatal(err)
	}
	img, err := made.Raster(0, 120)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	file := filepath.Join(t.TempDir(), "回证.png")
	if err := errors.Join(png.Encode(&b, img), os.WriteFile(file, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	return file, it
}

// plain is a scan without a code.
func plain(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	file := filepath.Join(t.TempDir(), "扫描.png")
	if err := errors.Join(png.Encode(&b, image.NewGray(image.Rect(0, 0, 400, 560))), os.WriteFile(file, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	return file
}

func (m *Model) line(t *testing.T, number, key string) Line {
	t.Helper()
	for _, l := range m.Lines {
		if l.Filing != nil && l.Filing.Number == number && l.Filing.Key == key {
			return l
		}
	}
	t.Fatalf("no line %s %s", number, key)
	return Line{}
}

func TestAScanGoesToItsLine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light))
	d := shown.Examples(t, "2023-07-01 09:00")
	sh, told := shown.Shell(t, "2023-07-01 09:00")
	p := NewPanel(sh, d, newPress)
	w := shown.Window(t, p.Object())
	sh.Window = w
	p.Show("h-e2")
	missing := p.m.Missing
	shown.Picture(t, w, "volume")

	file, it := receipt(t, d, 0)
	p.Drop(fyne.NewPos(-1, -1), []string{file}) // anywhere: its code says where
	l := p.m.line(t, "27", it.Key)
	if l.Filing.State() != document.Filed || p.m.Missing != missing-1 || p.m.Chosen != l.Code("h-e2") {
		t.Fatalf("it is %s, %d are missing of %d", l.Filing.State(), p.m.Missing, missing)
	}
	shown.Picture(t, w, "volume-filed")
	p.view(l.Filing.Scans[0], 0, 0)
	shown.Picture(t, w, "volume-page")

	other, it2 := receipt(t, d, 1)
	var came Coming
	p.m.Read([]string{other}, l, func(c Coming) { came = c })
	if !came.Wrong || len(came.Papers) != 1 || string(came.Papers[0].For) != it2.Key {
		t.Errorf("on the wrong line: %+v", came.Wrong)
	}
	p.m.Read([]string{other}, p.m.line(t, "27", it2.Key), func(c Coming) { came = c })
	if came.Wrong || len(came.Papers) != 1 {
		t.Errorf("on its own line: %+v", came.Wrong)
	}

	p.remove(l.Filing.Scans[0])
	if p.m.Missing != missing {
		t.Errorf("%d are missing after it was taken away", p.m.Missing)
	}
	p.m.Waive("当事人未到场", p.m.Open()...)
	if p.m.Missing != 0 {
		t.Errorf("%d are missing, though the rest is left out", p.m.Missing)
	}
	told.Clean(t)
}

func TestWhatIsNoScanIsRefused(t *testing.T) {
	d := shown.Examples(t, "2023-07-01 09:00")
	sh, _ := shown.Shell(t, "2023-07-01 09:00")
	var failed error
	m := NewModel(sh.Work, d, newPress, sh.Now, func(err error) { failed = err })
	m.Show("h-e2")
	file := filepath.Join(t.TempDir(), "程序.pdf")
	if err := os.WriteFile(file, []byte("MZ"), 0o600); err != nil {
		t.Fatal(err)
	}
	m.Read([]string{file}, Line{}, func(Coming) { t.Error("it was taken") })
	var no *scanning.RefusedError
	if !errors.As(failed, &no) || no.Why != scanning.OtherKind {
		t.Errorf("got %v", failed)
	}
	if scans, err := d.Scans(t.Context(), "h-e2"); err != nil || len(scans) != 0 {
		t.Errorf("there are %v, %v", scans, err)
	}
	failed = nil
	m.Show(hearing.ID("not-saved-yet"))
	if failed != nil || len(m.Lines) != 0 {
		t.Errorf("a hearing that is not saved: %v", failed)
	}
}
