package search

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Box is the box with what it found below.
type Box struct {
	shell  *shell.Shell
	desk   Desk
	typed  *query
	list   *widget.List
	none   *widget.Label
	shown  []hearing.Hit
	at     int // the one that Enter opens
	filter filters
	asked  int // counts the questions: a late answer is dropped
	popup  *widget.PopUp
}

// Open shows the box over the window, with the keyboard in it.
func Open(sh *shell.Shell, desk Desk) *Box {
	b := &Box{shell: sh, desk: desk, none: look.Hint("")}
	b.none.Alignment = fyne.TextAlignCenter
	b.typed = newQuery(b.key, b.ask)
	b.list = widget.NewList(func() int { return len(b.shown) }, newLine, func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(b.shown) {
			showLine(o, b.shown[i])
		}
	})
	b.list.OnSelected = func(i widget.ListItemID) {
		if i != b.at { // by the mouse; the keyboard marks only
			b.at = i
			b.open()
		}
	}
	b.list.HideSeparators = true
	hint := look.Hint(words.T("名称、拼音首字母、案号、电话尾号，或听证会上说过的话。↑↓ 选择，Enter 打开，Esc 关闭"))
	b.filter.changed, b.filter.leave = func() { b.ask(b.typed.Text) }, func() { b.popup.Hide() }
	head := container.NewVBox(b.typed, hint, b.filter.choices(sh, desk))
	size := sh.Window.Canvas().Size()
	b.popup = widget.NewModalPopUp(container.NewBorder(head, nil, nil, nil, container.NewStack(b.list, container.NewVBox(layout.NewSpacer(), b.none, layout.NewSpacer()))), sh.Window.Canvas())
	b.popup.Resize(fyne.NewSize(fyne.Min(860, size.Width-40), fyne.Min(520, size.Height-60)))
	b.popup.Show()
	sh.Window.Canvas().Focus(b.typed)
	return b
}

// ask looks for what is typed, through the filter.
func (b *Box) ask(text string) {
	b.asked++
	asked, filter, today := b.asked, b.filter.Filter, b.shell.Day(words.Zone())
	var found []hearing.Hit
	b.shell.Work.Do(func(ctx context.Context) (err error) {
		found, err = Find(ctx, b.desk, text, filter, today)
		return err
	}, func(err error) {
		switch {
		case asked != b.asked:
		case err != nil:
			b.shell.Fail(err)
		default:
			b.show(found)
		}
	})
}

func (b *Box) show(found []hearing.Hit) {
	b.shown = found
	b.none.SetText("")
	if len(b.shown) == 0 && b.typed.Text != "" {
		b.none.SetText(words.T("没有找到“{{.Text}}”。可以只输入名称的一部分、拼音首字母、案号或电话。", map[string]string{"Text": b.typed.Text}))
	}
	b.list.UnselectAll()
	b.list.Refresh()
	b.mark(0)
}

// mark shows which one Enter opens.
func (b *Box) mark(i int) {
	if i < 0 || i >= len(b.shown) {
		return
	}
	b.at = i
	b.list.Select(i)
}

// key takes the keys of the list while the cursor stays in the box.
func (b *Box) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		b.mark(b.at + 1)
	case fyne.KeyUp:
		b.mark(b.at - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		b.open()
	case fyne.KeyEscape:
		b.popup.Hide()
	default:
		return false
	}
	return true
}

func (b *Box) open() {
	if b.at >= len(b.shown) {
		return
	}
	b.popup.Hide()
	b.shell.Go(Place(b.shown[b.at]))
}

// A query is an entry of the box: for what is looked for, or who takes part.
type query struct {
	widget.Entry
	key func(fyne.KeyName) bool
}

func newQuery(key func(fyne.KeyName) bool, changed func(string)) *query {
	q := &query{key: key}
	q.ExtendBaseWidget(q)
	q.SetPlaceHolder(words.T("查找"))
	q.OnChanged = changed
	return q
}

// TypedKey gives the list its keys.
func (q *query) TypedKey(e *fyne.KeyEvent) {
	if !q.key(e.Name) {
		q.Entry.TypedKey(e)
	}
}

// newLine is one hit: its kind, its name with what matches, and its details.
func newLine() fyne.CanvasObject {
	kind := widget.NewLabel("")
	kind.SizeName, kind.Importance = theme.SizeNameCaptionText, widget.LowImportance
	text := widget.NewRichText()
	text.Truncation = fyne.TextTruncateEllipsis
	detail := widget.NewLabel("")
	detail.SizeName, detail.Importance = theme.SizeNameCaptionText, widget.LowImportance
	detail.Truncation = fyne.TextTruncateEllipsis
	detail.Alignment = fyne.TextAlignTrailing
	return container.New(parts{}, kind, text, detail)
}

func showLine(o fyne.CanvasObject, h hearing.Hit) {
	box := o.(*fyne.Container)
	before, match, after, detail, kind := Line(h)
	box.Objects[0].(*widget.Label).SetText(kind)
	text := box.Objects[1].(*widget.RichText)
	text.Segments = nil
	for _, s := range []struct {
		text  string
		match bool
	}{{before, false}, {match, true}, {after, false}} {
		if s.text == "" {
			continue
		}
		style := widget.RichTextStyleInline
		if s.match {
			style.ColorName, style.TextStyle.Bold = theme.ColorNamePrimary, true
		}
		text.Segments = append(text.Segments, &widget.TextSegment{Text: s.text, Style: style})
	}
	text.Refresh()
	box.Objects[2].(*widget.Label).SetText(detail)
}

// parts places the parts of a line.
type parts struct{}

// The widths of a line's ends.
const (
	kindWidth   = 96
	detailWidth = 300
)

func (parts) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kindWidth+200+detailWidth, o[1].MinSize().Height)
}

func (parts) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for i, w := range []float32{kindWidth, s.Width - kindWidth - detailWidth, detailWidth} {
		h := o[i].MinSize().Height
		o[i].Resize(fyne.NewSize(w, h))
		o[i].Move(fyne.NewPos(x, (s.Height-h)/2))
		x += w
	}
}
