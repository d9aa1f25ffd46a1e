package settings_test

import (
	"context"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
	"hearingdesk/ui/parcel"
	"hearingdesk/ui/settings"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-06-20 09:00"

// packages is what the program wires: a package read and written as a file.
type packages struct{ desk *storage.Desk }

func (x packages) Import(ctx context.Context, path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	p, err := exchange.Decode(text)
	if err != nil {
		return "", err
	}
	_, err = x.desk.Import(ctx, p)
	return "3 cases", err
}

func (x packages) Export(ctx context.Context, path string) error {
	p, err := x.desk.Export(ctx)
	if err != nil {
		return err
	}
	text, err := exchange.Encode(p)
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o600)
}

func TestPictures(t *testing.T) {
	for name, d := range map[string]*storage.Desk{"settings": shown.Examples(t, now), "settings-empty": shown.Empty(t, now)} {
		sh, told := shown.Shell(t, now)
		p := settings.New(sh, d, d.Path(), packages{d}, shown.NewPress)
		shown.Show(sh, p.Object())
		p.Show(shell.Place{Kind: shell.Settings})
		if w := p.Object().MinSize().Width; w > shown.Width {
			t.Errorf("the page is %v wide", w)
		}
		sh.Window.Resize(fyne.NewSize(shown.Width, 1100))
		shown.Picture(t, sh.Window, name)
		told.Clean(t)
	}
}

// IsBundle is false: bundles of other desks are taken in elsewhere.
func (packages) IsBundle(string) bool { return false }

func (packages) OpenBundle(context.Context, string, string) (parcel.Letter, error) {
	return parcel.Letter{}, hearing.ErrForeign
}

func (packages) ReceiveBundle(context.Context, parcel.Letter, hearing.Choices) (string, error) {
	return "", hearing.ErrForeign
}

func (packages) SealBundle(context.Context, string, string) (string, error) {
	return "", hearing.ErrForeign
}
