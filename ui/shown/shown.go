// Package shown draws a page without a screen, as the window would show it,
// for tests: the picture is kept for whoever wants to look at it.
package shown

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/ui/look"
)

// The size that a page has in a window on the smallest screen that the desk is
// made for, 1366 × 768.
const (
	Width  = 1230
	Height = 700
)

// Window returns a window that shows an object, with the desk's theme.
func Window(t testing.TB, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(look.Light))
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(Width, Height))
	return w
}

// Picture keeps what a window shows as build/screens/<name>.png.
func Picture(t testing.TB, w fyne.Window, name string) {
	t.Helper()
	folder := filepath.Join(top(t), "build", "screens")
	if err := os.MkdirAll(folder, 0o750); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(folder, name+".png")) //nolint:gosec // a name of the test's own
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// top is the folder of the whole project.
func top(t testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !exists(filepath.Join(dir, "go.mod")) && strings.Count(dir, string(filepath.Separator)) > 1 {
		dir = filepath.Dir(dir)
	}
	return dir
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
