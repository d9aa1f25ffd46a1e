package recorder

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A head is the top of the page: which hearing it is, whether all is on the disk,
// and the buttons.
type head struct {
	p      *page
	object *fyne.Container
	title  *widget.Label
	chips  *fyne.Container
	safe   *widget.Label
	pause  *widget.Button
}

func newHead(p *page, screens Screens) *head {
	h := &head{p: p, title: look.Subheading(""), chips: container.NewHBox(), safe: caption("", widget.LowImportance)}
	h.title.Truncation = fyne.TextTruncateEllipsis
	h.safe.Truncation = fyne.TextTruncateOff
	back := look.Quiet("", theme.NavigateBackIcon(), func() { p.sh.Back() })
	button := func(text string, do func(*page)) *widget.Button {
		return look.Quiet(text, nil, func() { do(p) })
	}
	h.pause = button("", (*page).pause)
	right := container.NewHBox(h.chips, h.safe, button(words.T("签到"), (*page).signIn), button(words.T("插入"), (*page).menu), h.pause)
	for _, s := range []struct {
		name string
		open func(*Model, *sitting.Sitting)
	}{{words.T("投影"), screens.Project}, {words.T("提词"), screens.Prompt}} {
		if s.open != nil {
			right.Add(look.Quiet(s.name, nil, func() { s.open(p.m, p.s); p.focus() }))
		}
	}
	right.Add(look.Quiet("", theme.HelpIcon(), p.help))
	h.object = container.NewBorder(nil, widget.NewSeparator(), back, right, h.title)
	return h
}

// show names the hearing.
func (h *head) show() {
	v := h.p.s.Value()
	h.title.SetText(hearing.Title(v.Title, h.p.s.Dossier.Cases, true))
	h.chips.RemoveAll()
	if v.Openness == hearing.NotOpen {
		h.chips.Add(look.Chip(words.T("不公开　不得录播、不得外传"), theme.ColorNameError))
	}
	if v.Rehearsal {
		h.chips.Add(look.Chip(words.T("演练"), theme.ColorNameWarning))
	}
	tint := theme.ColorNamePrimary
	if s := v.StateNow(); s == hearing.Suspended || s == hearing.Recess {
		tint = theme.ColorNameWarning
	}
	h.chips.Add(look.Chip(words.Of(v.StateNow()), tint))
	h.object.Refresh()
}

// saved shows whether the disk has everything.
func (h *head) saved() {
	saved, _ := h.p.m.Saved()
	text, weight := words.T("已存"), widget.LowImportance
	if !saved {
		text, weight = words.T("未存"), widget.WarningImportance
	}
	if h.safe.Text != text {
		h.safe.Text, h.safe.Importance = text, weight
		h.object.Refresh()
	}
	text = words.T("休会")
	if _, paused := h.p.m.Text().Pause(); paused {
		text = words.T("恢复听证")
	}
	if h.pause.Text != text {
		h.pause.SetText(text)
		h.object.Refresh()
	}
}

// tick moves the clocks on while the page is in sight.
func (p *page) tick() {
	if !p.shown {
		return
	}
	p.steps.clock()
	p.sh.Work.At("recorder clock", p.sh.Now().Add(time.Second), p.tick)
}
