package parcel

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Taking takes one bundle in.
type Taking struct {
	Shell *shell.Shell
	From  Bundles
	Desk  Desk
	Done  func(summary string)
	Fail  func(error)
}

// Start opens the bundle of a path.
func (t Taking) Start(path string) { t.open(path, "") }

func (t Taking) open(path, passphrase string) {
	var l Letter
	t.Shell.Work.Do(func(ctx context.Context) (err error) {
		l, err = t.From.OpenBundle(ctx, path, passphrase)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, hearing.ErrPassphrase):
			t.ask(path, passphrase != "")
		case err != nil:
			t.Fail(err)
		case !l.Known:
			t.compare(l)
		default:
			t.receive(l, hearing.Choices{})
		}
	})
}

// ask asks for the passphrase of a bundle.
func (t Taking) ask(path string, again bool) {
	text := words.T("这个交换包是加密的。请输入对方告诉您的口令。")
	if again {
		text = words.T("打不开：口令不对，请向对方问清后再试。")
	}
	t.Shell.AskSecret(words.T("打开交换包"), text, func(secret string) { t.open(path, secret) })
}

// compare asks whether a desk that was never heard of is the one that it says.
func (t Taking) compare(l Letter) {
	print := widget.NewLabelWithStyle(l.Fingerprint, fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	print.SizeName = theme.SizeNameHeadingText
	print.Selectable = true
	from := widget.NewLabel(words.T("第一次收到“{{.From}}”的交换包。请用电话与对方核对下面的指纹，一致的才收下；以后不再询问。", map[string]string{"From": l.Bundle.From}))
	from.Wrapping = fyne.TextWrapBreak
	d := dialog.NewCustomConfirm(words.T("核对指纹"), words.T("一致，收下"), words.T("不收"), container.NewVBox(from, print), func(yes bool) {
		if yes {
			t.receive(l, hearing.Choices{})
		}
	}, t.Shell.Window)
	d.Resize(fyne.NewSize(520, 230))
	d.Show()
}

// receive merges, and shows what is to be chosen.
func (t Taking) receive(l Letter, c hearing.Choices) {
	var said string
	var m *model
	t.Shell.Work.Do(func(ctx context.Context) (err error) {
		said, err = t.From.ReceiveBundle(ctx, l, c)
		var both *hearing.ConflictError
		if errors.As(err, &both) {
			m, err = newModel(ctx, t.Desk, both.Conflicts)
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			t.Fail(err)
		case m != nil:
			t.choose(l, m)
		default:
			t.Done(said)
		}
	})
}

// choose shows both values of each place side by side.
func (t Taking) choose(l Letter, m *model) {
	var d *dialog.CustomDialog
	left := widget.NewLabel("")
	do := look.Primary(words.T("按所选的导入"), theme.ConfirmIcon(), func() {
		d.Hide()
		t.receive(l, m.choices())
	})
	body := container.NewVBox()
	var fill func()
	fill = func() {
		body.RemoveAll()
		for _, r := range m.records {
			body.Add(t.card(m, r, fill))
		}
		open, of := m.left()
		left.SetText(words.T("还有 {{.Open}} 处没有选，共 {{.Of}} 处", map[string]int{"Open": open, "Of": of}))
		if open == 0 {
			left.SetText(words.T("{{.Of}} 处都选好了", map[string]int{"Of": of}))
			do.Enable()
		} else {
			do.Disable()
		}
	}
	fill()
	whole := func(text string, whose hearing.Prefer) fyne.CanvasObject {
		return widget.NewButton(text, func() { m.all(whose); fill() })
	}
	hint := look.Hint(words.T("下面这些两边都改过，请点要留下的一边。只有一边改过的已经合在一起；在您导入以前，没有改动任何内容。"))
	head := container.NewVBox(hint, container.NewBorder(nil, nil, left, container.NewHBox(whole(words.T("全部用本机的"), hearing.PreferMine), whole(words.T("全部用对方的"), hearing.PreferTheirs))),
		container.NewGridWithColumns(2, look.Subheading(words.T("本机")), look.Subheading(l.Bundle.From)))
	scroll := look.Scroll(body)
	d = dialog.NewCustomWithoutButtons(words.T("两边都改过"), container.NewBorder(head, nil, nil, nil, scroll), t.Shell.Window)
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(words.T("不导入"), func() { d.Hide() }), do})
	size := t.Shell.Window.Canvas().Size()
	d.Resize(fyne.NewSize(min(900, size.Width*0.9), size.Height*0.86))
	d.Show()
}

// card shows one record with its places.
func (t Taking) card(m *model, r record, changed func()) fyne.CanvasObject {
	box := container.NewVBox(look.Subheading(words.Kind(r.Kind) + " " + r.Name))
	for _, s := range r.sides {
		cell := func(text string, whose hearing.Prefer) fyne.CanvasObject {
			l := widget.NewLabel(text)
			l.Wrapping = fyne.TextWrapBreak
			icon := theme.RadioButtonIcon()
			if m.chosen[s.Place] == whose {
				icon = theme.RadioButtonCheckedIcon()
			}
			return look.NewPress(container.NewBorder(nil, nil, container.NewVBox(container.NewPadded(widget.NewIcon(icon))), nil, l), func() {
				m.choose(s.Place, whose)
				changed()
			})
		}
		box.Add(look.Hint(s.Label))
		box.Add(container.NewGridWithColumns(2, cell(s.Mine, hearing.PreferMine), cell(s.Theirs, hearing.PreferTheirs)))
	}
	return look.Card(box)
}

// Giving gives everything out as a bundle.
type Giving struct {
	Shell *shell.Shell
	To    Bundles
	Done  func(path, fingerprint string)
	Fail  func(error)
}

// Start asks for a passphrase and writes the bundle.
func (g Giving) Start(path func() (string, error)) {
	one, two := widget.NewPasswordEntry(), widget.NewPasswordEntry()
	wrong := widget.NewLabel("")
	wrong.Importance = widget.DangerImportance
	wrong.Wrapping = fyne.TextWrapWord
	hint := look.Hint(words.T("交换包由本机签名，并用这个口令加密。请用电话把口令告诉对方，不要写在 U 盘上。"))
	var d *dialog.CustomDialog
	do := look.Primary(words.T("导出"), theme.UploadIcon(), func() {
		switch {
		case one.Text == "":
			wrong.SetText(words.T("请输入口令。"))
		case one.Text != two.Text:
			wrong.SetText(words.T("两次输入的口令不一样。"))
		default:
			d.Hide()
			g.write(path, one.Text)
		}
	})
	two.OnSubmitted = func(string) { do.OnTapped() }
	form := widget.NewForm(widget.NewFormItem(words.T("口令"), one), widget.NewFormItem(words.T("再输一遍"), two))
	d = dialog.NewCustomWithoutButtons(words.T("导出交换包"), container.NewVBox(hint, form, wrong), g.Shell.Window)
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(words.T("取消"), func() { d.Hide() }), do})
	d.Resize(fyne.NewSize(520, 270))
	d.Show()
	g.Shell.Window.Canvas().Focus(one)
}

func (g Giving) write(path func() (string, error), passphrase string) {
	var file, print string
	g.Shell.Work.Do(func(ctx context.Context) (err error) {
		if file, err = path(); err == nil {
			print, err = g.To.SealBundle(ctx, file, passphrase)
		}
		return err
	}, func(err error) {
		if err != nil {
			g.Fail(err)
			return
		}
		g.Done(file, print)
	})
}
