package recorder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// resumeKey is Ctrl+B, which holds in a deliberation too.
var resumeKey = &desktop.CustomShortcut{KeyName: fyne.KeyB, Modifier: fyne.KeyModifierControl}

// A strip is what opens above the typing line and takes the keyboard for a while:
// a choice, or a few fields. Esc closes it.
type strip struct {
	p      *page
	object *fyne.Container
	onShut func()
}

func newStrip(p *page) *strip {
	s := &strip{p: p, object: container.NewStack()}
	s.object.Hide()
	return s
}

func (s *strip) open() bool { return s.object.Visible() }

// show opens the strip with something.
func (s *strip) show(title string, content fyne.CanvasObject, focus fyne.Focusable) {
	s.close()
	name := widget.NewLabel(title)
	name.TextStyle.Bold = true
	shut := look.Quiet("", theme.CancelIcon(), func() { s.close(); s.p.focus() })
	s.object.Objects = []fyne.CanvasObject{container.New(layout.NewCustomPaddedLayout(2, 2, 4, 8),
		look.Card(container.NewBorder(nil, nil, container.NewVBox(name), container.NewVBox(shut), content)))}
	s.object.Show()
	s.object.Refresh()
	s.p.centre.Refresh()
	s.p.sh.Window.Canvas().Focus(focus)
}

// close closes it.
func (s *strip) close() {
	if shut := s.onShut; shut != nil {
		s.onShut = nil
		shut()
	}
	s.object.Objects = nil
	s.object.Hide()
}

// An option is one thing that can be chosen.
type option struct {
	name, detail string
	do           func()
}

// most is how many options a picker shows at once.
const most = 8

// A picker is a choice by typing a part of a name.
type picker struct {
	pen     *pen
	rows    *fyne.Container
	find    func(text string) []option
	options []option
	at      int
	stays   bool // it stays open for the next
}

// pick opens a choice. find lists what a text finds; stay keeps it open after each.
func (s *strip) pick(title, hint string, stay bool, find func(string) []option) *picker {
	k := &picker{pen: newPen(1), rows: container.New(layout.NewCustomPaddedVBoxLayout(0)), find: find, stays: stay}
	k.pen.SetPlaceHolder(hint)
	k.pen.changed = func(text string, _ int) { k.look(text) }
	k.pen.key = func(e *fyne.KeyEvent, _ bool) bool {
		switch e.Name {
		case fyne.KeyEscape:
			s.close()
			s.p.focus()
		case fyne.KeyDown, fyne.KeyUp:
			k.at = min(max(0, k.at+map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[e.Name]), max(0, min(most, len(k.options))-1))
			k.draw(s)
		case fyne.KeyReturn, fyne.KeyEnter:
			k.take(s)
		default:
			return false
		}
		return true
	}
	k.look("")
	k.pen.changed = func(text string, _ int) { k.look(text); k.draw(s) }
	k.draw(s)
	s.show(title, container.NewBorder(k.pen, nil, nil, nil, k.rows), k.pen)
	return k
}

func (k *picker) look(text string) {
	k.options = k.find(text)
	k.at = 0
}

// take does the option that is marked.
func (k *picker) take(s *strip) {
	if k.at >= len(k.options) {
		return
	}
	o := k.options[k.at]
	if !k.stays {
		s.close()
		s.p.focus()
	}
	o.do()
	if k.stays {
		k.pen.put("", 0)
		k.look("")
		k.draw(s)
		s.p.sh.Window.Canvas().Focus(k.pen)
	}
}

// draw shows the options; the marked one is on a ground.
func (k *picker) draw(s *strip) {
	k.rows.RemoveAll()
	if len(k.options) == 0 {
		k.rows.Add(caption(words.T("没有找到"), widget.LowImportance))
	}
	for i, o := range k.options[:min(most, len(k.options))] {
		name := widget.NewLabel(o.name)
		name.TextStyle.Bold = i == k.at
		name.Truncation = fyne.TextTruncateEllipsis
		if i == k.at {
			name.Importance = widget.HighImportance
		}
		detail := caption(o.detail, widget.LowImportance)
		k.rows.Add(look.NewPress(container.New(layout.NewCustomPaddedLayout(-4, -4, 0, 0), container.New(parts{0.45}, name, detail)), func() {
			k.at = i
			k.take(s)
		}))
	}
	if n := len(k.options) - most; n > 0 {
		k.rows.Add(caption(words.T("还有 {{.N}} 项，再打几个字", map[string]int{"N": n}), widget.LowImportance))
	}
	s.p.centre.Refresh()
}
