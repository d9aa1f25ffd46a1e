package entrance

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A Door is the view of it.
type Door struct {
	Print shell.PrintCode // prints a recovery code; nil: it is only copied by hand

	model                      Model
	run                        *work.Runner
	canvas                     fyne.Canvas
	now                        func() time.Time
	in                         func() // somebody has come in
	leave                      func() // closes the window for somebody else; nil: nobody is in yet
	name, secret, fresh, again *widget.Entry
	said                       *widget.Label
	enter, lost                *widget.Button
	box, page                  *fyne.Container
}

// width of the card in the middle.
const width = 380

// New returns a door. in is called when somebody has come in; leave closes the window
// for somebody else, who logs in anew, and is nil before anybody has.
func New(run *work.Runner, c fyne.Canvas, now func() time.Time, desk Desk, in func(), leave func()) *Door {
	d := &Door{model: Model{desk: desk, Locked: leave != nil}, run: run, canvas: c, now: now, in: in, leave: leave}
	d.name, d.secret, d.fresh, d.again = widget.NewEntry(), widget.NewPasswordEntry(), widget.NewPasswordEntry(), widget.NewPasswordEntry()
	d.name.SetText(d.model.Name())
	d.name.OnSubmitted = func(string) { c.Focus(d.secret) }
	d.name.OnChanged = func(string) { d.open() } // a name is locked out, not the door
	d.secret.OnSubmitted = func(string) {
		if d.model.Lost {
			c.Focus(d.fresh)
			return
		}
		d.try()
	}
	d.fresh.OnSubmitted = func(string) { c.Focus(d.again) }
	d.again.OnSubmitted = func(string) { d.try() }
	d.said = widget.NewLabel("")
	d.said.Wrapping = words.Wrap()
	d.said.Importance = widget.DangerImportance
	d.enter = look.Primary(words.T("登录"), theme.LoginIcon(), d.try)
	d.lost = look.Quiet(words.T("忘记口令，用恢复码"), nil, d.turn)
	d.box = container.NewVBox()
	d.page = card(d.box)
	if leave != nil {
		d.enter.SetText(words.T("解锁"))
		d.name.Disable()
	}
	d.fill()
	return d
}

// card is the card in the middle of the window, with what is on it.
func card(box *fyne.Container) *fyne.Container {
	edge := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	edge.StrokeColor, edge.StrokeWidth, edge.CornerRadius = theme.Color(theme.ColorNameSeparator), 1, 8
	edge.SetMinSize(fyne.NewSize(width, 0))
	ground := canvas.NewRectangle(theme.Color(look.ColourSidebar))
	return container.NewStack(ground, container.NewCenter(container.NewStack(edge, container.New(layout.NewCustomPaddedLayout(24, 20, 28, 28), box))))
}

// labelled is a field of the card below its label.
func labelled(label string, e *widget.Entry) fyne.CanvasObject {
	l := widget.NewLabel(label)
	l.SizeName = theme.SizeNameCaptionText
	return container.New(layout.NewCustomPaddedVBoxLayout(0), l, e)
}

// fill puts the fields on the card.
func (d *Door) fill() {
	title, secret := words.T("登录听证台"), words.T("口令")
	if d.model.Locked {
		title = words.T("已锁定")
	}
	if d.model.Lost {
		title, secret = words.T("用恢复码换新口令"), words.T("恢复码")
	}
	d.box.Objects = []fyne.CanvasObject{look.Heading(title)}
	if d.model.Locked {
		d.box.Add(look.Hint(words.T("没有存下的内容都在，解锁后接着做。")))
	}
	row := func(label string, e *widget.Entry) { d.box.Add(labelled(label, e)) }
	row(words.T("姓名"), d.name)
	row(secret, d.secret)
	if d.model.Lost {
		row(words.T("新口令"), d.fresh)
		row(words.T("新口令，再输入一次"), d.again)
	}
	d.box.Add(d.said)
	d.box.Add(d.enter)
	foot := container.NewHBox(d.lost, layout.NewSpacer())
	if d.leave != nil {
		foot.Add(look.Quiet(words.T("换人登录"), nil, d.leave))
	}
	d.box.Add(foot)
	d.page.Refresh() // the card is as high as what is on it
}

// Object returns what is drawn.
func (d *Door) Object() fyne.CanvasObject { return d.page }

// Wait puts the cursor where something is to be typed.
func (d *Door) Wait() {
	if d.name.Text == "" {
		d.canvas.Focus(d.name)
		return
	}
	d.canvas.Focus(d.secret)
}

// turn changes between the password and the recovery code.
func (d *Door) turn() {
	d.model.Lost = !d.model.Lost
	d.lost.SetText(words.T("忘记口令，用恢复码"))
	d.secret.Password = !d.model.Lost
	if d.model.Lost {
		d.lost.SetText(words.T("用口令登录"))
	}
	d.secret.SetText("")
	d.said.SetText("")
	d.fill()
	d.Wait()
}

// try lets in whoever has typed.
func (d *Door) try() {
	name, secret, fresh := d.name.Text, d.secret.Text, d.fresh.Text
	if d.model.Shut || d.enter.Disabled() {
		return
	}
	if !d.model.Check(name, secret, fresh, d.again.Text) {
		d.say()
		return
	}
	d.enter.Disable()
	d.run.Do(func(ctx context.Context) error { return d.model.Try(ctx, name, secret, fresh) }, func(err error) {
		d.enter.Enable()
		d.secret.SetText("")
		if err != nil {
			d.refuse(err)
			return
		}
		d.fresh.SetText("")
		d.again.SetText("")
		if d.model.Code != "" {
			d.show(d.model.Code)
			return
		}
		d.in()
	})
}

// refuse says why nobody comes in, and until when.
func (d *Door) refuse(err error) {
	wait := d.model.Refused(err)
	d.say()
	if wait <= 0 {
		d.canvas.Focus(d.secret)
		return
	}
	d.enter.Disable()
	d.run.At("door", d.now().Add(wait), func() {
		d.open()
		d.Wait()
	})
}

// open lets somebody try again, where nobody could for a while.
func (d *Door) open() {
	if d.model.Shut {
		d.model.Shut = false
		d.enter.Enable()
		d.said.SetText("")
	}
}

func (d *Door) say() { d.said.SetText(d.model.Said) }

// show shows the next recovery code before it lets in.
func (d *Door) show(code string) {
	d.box.Objects = []fyne.CanvasObject{look.Heading(words.T("新的恢复码")), Code(d.model.desk.Me().Name, code, d.printed()), look.Primary(words.T("已经抄好，进入"), nil, d.in)}
	d.page.Refresh() // the card is as high as what is on it
	d.page.Refresh() // and its lines as many as there are once they have their width
}

// printed is Print, after which the card is as high as what came of it.
func (d *Door) printed() shell.PrintCode {
	if d.Print == nil {
		return nil
	}
	return func(of, code, use string, told func(string)) {
		d.Print(of, code, use, func(text string) {
			told(text)
			d.page.Refresh()
		})
	}
}

// Code is the recovery code of an account as it is shown once, to be copied by hand or
// printed.
func Code(name, code string, print shell.PrintCode) fyne.CanvasObject {
	text := widget.NewLabel(code)
	text.TextStyle = fyne.TextStyle{Monospace: true, Bold: true}
	text.SizeName = theme.SizeNameSubHeadingText
	text.Selectable = true
	hint := widget.NewLabel(words.T("恢复码只显示这一次。请抄在纸上或打印出来，锁进柜里：忘记口令时用它换一个新口令，用过就作废。"))
	hint.Wrapping = words.Wrap()
	return container.NewVBox(text, hint, shell.Printing(print, words.T("账号：{{.Name}}", map[string]string{"Name": name}), code,
		words.T("忘记登录口令时，在登录处选“忘记口令，用恢复码”，用它换一个新口令。用过就作废，换口令时会得到新的一个。")))
}
