package volume

import (
	"runtime"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing/document"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shown"
)

func TestWhatTheClipboardNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the paths are of Linux")
	}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a path", "/home/xu/回证.pdf", []string{"/home/xu/回证.pdf"}},
		{"several", "/a/1.png\n/a/2.png\n", []string{"/a/1.png", "/a/2.png"}},
		{"an address", "file:///home/xu/%E5%9B%9E%E8%AF%81%201.pdf\r\n", []string{"/home/xu/回证 1.pdf"}},
		{"as Nautilus wrote it", "x-special/nautilus-clipboard\ncopy\nfile:///a/1.png\n", []string{"/a/1.png"}},
		{"in quotes, as Explorer copies a path", `"/a/1 2.png"`, []string{"/a/1 2.png"}},
		{"words", "当事人未到场", nil},
		{"a path and words", "/a/1.png\n当事人未到场", nil},
		{"a page of the web", "https://example.com/a.pdf", nil},
		{"nothing", "", nil},
	} {
		if got := Pasted(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestAFileIsPasted onto the chosen line, and where there is none to a paper by
// its code; one that is no file, or whose paper is not bound, is told.
func TestAFileIsPasted(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light))
	d := shown.Examples(t, "2023-07-01 09:00")
	sh, told := shown.Shell(t, "2023-07-01 09:00")
	p := NewPanel(sh, d, newPress)
	filed := 0
	p.OnFiled(func() { filed++ })
	shown.Show(sh, p.Object())
	p.Show("h-e2")
	p.Paste("截图")
	top := sh.Window.Canvas().Overlays().Top()
	if top == nil || filed != 0 {
		t.Fatal("a text was taken, or nothing says that it is no file")
	}
	shown.Picture(t, sh.Window, "volume-no-file")
	sh.Window.Canvas().Overlays().Remove(top)

	file, it := receipt(t, d, 0)
	p.m.Chosen = p.m.line(t, "27", it.Key).Code("h-e2")
	p.Paste("file://" + file)
	if l := p.m.line(t, "27", it.Key); l.Filing.State() != document.Filed || filed != 1 {
		t.Errorf("it is %s, told %d times", l.Filing.State(), filed)
	}
	other := &document.Filing{Number: "12", Title: "听证会纪律"} // lies in no volume
	var came Coming
	p.m.Read([]string{plain(t)}, Line{Filing: other}, func(c Coming) { came = c })
	if len(came.Outside) != 1 {
		t.Errorf("a paper that is not bound: %+v", came.Outside)
	}
	told.Clean(t)
}
