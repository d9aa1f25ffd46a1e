package recorder

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// A line is where one types: who speaks and what kind of passage it is, and the
// text.
type line struct {
	p      *page
	object fyne.CanvasObject
	pen    *pen
	who    *widget.Label
	role   *widget.Label
	kind   *canvas.Text
	hint   *widget.Label
}

// whoColumn is as wide as the speakers' column of the transcript above.
const whoColumn = timeWidth + whoWidth - 12

func newLine(p *page) *line {
	l := &line{p: p, pen: newPen(3), who: widget.NewLabel(""), role: caption("", widget.LowImportance), kind: canvas.NewText("", theme.Color(theme.ColorNamePrimary)), hint: caption("", widget.LowImportance)}
	l.who.TextStyle.Bold = true
	l.who.Truncation = fyne.TextTruncateEllipsis
	l.kind.TextSize = theme.CaptionTextSize()
	l.pen.changed = p.m.Typed
	l.pen.key = p.key
	l.pen.shortcut = p.shortcut
	l.pen.rune = func(r rune) bool { return r == ' ' && l.expand() }
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(whoColumn, 0))
	left := container.NewStack(room, container.New(layout.NewCustomPaddedVBoxLayout(-10), l.who, l.role, container.New(layout.NewCustomPaddedLayout(4, 0, 7, 0), l.kind)))
	l.object = container.New(layout.NewCustomPaddedLayout(4, 2, 4, 8),
		container.NewBorder(widget.NewSeparator(), container.New(layout.NewCustomPaddedLayout(-4, -4, 0, 0), l.hint), left, nil, l.pen))
	return l
}

// show shows what is being typed, unless that is what stands there.
func (l *line) show() {
	u, cursor := l.p.m.Line()
	if l.pen.Text != u.Text {
		l.pen.put(u.Text, cursor)
	}
	who, ok := l.p.m.Person(l.p.m.Speaking())
	kind := u.Kind
	switch {
	case kind == hearing.Remark:
		l.who.SetText(words.T("记录说明"))
		l.role.SetText("")
	case !ok:
		l.who.SetText(words.T("未选发言人"))
		l.role.SetText("")
	default:
		l.who.SetText(who.Name)
		l.role.SetText(who.Role)
	}
	text, tint := "", theme.ColorNamePrimary
	switch {
	case l.p.m.Editing():
		text, tint = words.T("修改"), theme.ColorNameWarning
	case kind == hearing.Ask:
		text = words.T("问")
	case kind == hearing.Reply:
		text, tint = words.T("答"), theme.ColorNameSuccess
	}
	l.kind.Text, l.kind.Color = text, theme.Color(tint)
	l.kind.Refresh()
	l.hints()
	if l.p.m.Sealed() != l.pen.Disabled() {
		if l.p.m.Sealed() {
			l.pen.Disable()
		} else {
			l.pen.Enable()
		}
	}
}

// hints names the keys that matter now.
func (l *line) hints() {
	text := words.T("回车记下　Shift+回车换段　F1… 换人　Ctrl+Q 问　Ctrl+D 答　Ctrl+E 示证　Ctrl+K 插入　↑ 改上一条")
	switch {
	case l.p.m.Sealed():
		text = words.T("笔录已经封存，只能附更正")
	case l.p.m.Editing():
		text = words.T("回车改好　Ctrl+Delete 删去这条　Esc 不改　↑ 再上一条")
	}
	if l.hint.Text != text {
		l.hint.SetText(text)
	}
}

// expand puts a phrase in the place of its code.
func (l *line) expand() bool {
	text, cursor, ok := l.p.m.Expand(l.pen.Text, l.pen.CursorTextOffset())
	if !ok {
		return false
	}
	l.pen.put(text, cursor)
	l.p.m.Typed(text, cursor)
	return true
}
