package entrance

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A Gate asks for the passphrase of a file that is encrypted. Nothing of it can be read
// before, so that nobody can be asked for by name.
type Gate struct {
	run    *work.Runner
	canvas fyne.Canvas
	open   func(ctx context.Context, secret string) error
	in     func()
	secret *widget.Entry
	said   *widget.Label
	enter  *widget.Button
	page   *fyne.Container
}

// NewGate returns a gate before a file. open opens it by what was typed, and in is called
// when it did.
func NewGate(run *work.Runner, c fyne.Canvas, file string, open func(ctx context.Context, secret string) error, in func()) *Gate {
	g := &Gate{run: run, canvas: c, open: open, in: in, secret: widget.NewPasswordEntry(), said: widget.NewLabel("")}
	g.secret.OnSubmitted = func(string) { g.try() }
	g.said.Wrapping = words.Wrap()
	g.enter = look.Primary(words.T("打开"), theme.LoginIcon(), g.try)
	g.page = card(container.NewVBox(look.Heading(words.T("文件已加密")), look.Hint(filepath.Base(file)),
		labelled(words.T("文件口令，或加密时显示的恢复码"), g.secret), g.said, g.enter))
	return g
}

// Object returns what is drawn.
func (g *Gate) Object() fyne.CanvasObject { return g.page }

// Wait puts the cursor where something is to be typed.
func (g *Gate) Wait() { g.canvas.Focus(g.secret) }

// try opens the file by what was typed. That takes about a second, so that nobody tries
// many.
func (g *Gate) try() {
	secret := g.secret.Text
	if g.enter.Disabled() {
		return
	}
	if secret == "" {
		g.say(words.T("请输入文件口令。"), widget.DangerImportance)
		return
	}
	g.enter.Disable()
	g.say(words.T("正在打开…"), widget.MediumImportance)
	g.run.Do(func(ctx context.Context) error { return g.open(ctx, secret) }, func(err error) {
		g.secret.SetText("")
		if err == nil {
			g.in()
			return
		}
		g.enter.Enable()
		why := words.Error(err)
		if errors.Is(err, hearing.ErrShut) {
			why = words.T("打不开：口令或恢复码不对，请再试。")
		}
		g.say(why, widget.DangerImportance)
		g.Wait()
	})
}

func (g *Gate) say(text string, how widget.Importance) {
	g.said.Importance = how
	g.said.SetText(text)
	g.page.Refresh() // the card is as high as what is on it
}
