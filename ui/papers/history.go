package papers

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A history lists what went out of the chosen paper, shows each as it was, and
// prints it once more so.
type history struct {
	object *fyne.Container
	button *widget.Button
	rows   *fyne.Container
	line   *widget.Label
	again  *widget.Button
	p      *Panel
	open   bool
}

// historyHigh is the room of some prints; more are scrolled to.
const historyHigh = 96

func newHistory(p *Panel) *history {
	h := &history{p: p, rows: container.New(layout.NewCustomPaddedVBoxLayout(-4)), line: widget.NewLabel("")}
	h.button = look.Quiet("", theme.HistoryIcon(), h.toggle)
	h.line.Wrapping = words.Wrap()
	h.again = p.sh.For(hearing.NounPrint, widget.NewButtonWithIcon(words.T("原样再印"), theme.DocumentPrintIcon(), func() {
		if x := p.m.Earlier; x != nil && p.m.Chosen != nil {
			p.bar.reprint(x, p.m.Chosen.Title)
		}
	}))
	foot := container.NewBorder(nil, nil, nil, container.NewCenter(h.again), h.line)
	h.object = container.NewVBox(widget.NewSeparator(), container.New(highLayout{}, container.NewVScroll(h.rows)), foot, widget.NewSeparator())
	h.object.Hide()
	return h
}

// toggle opens the list with the latest print, or closes it.
func (h *history) toggle() {
	h.open = !h.open
	if h.open {
		h.p.m.ShowEarlier(h.p.m.Latest())
		return
	}
	h.p.m.ShowEarlier(nil)
}

// refresh shows the prints of the chosen paper.
func (h *history) refresh() {
	s := h.p.m.Chosen
	n := 0
	if s != nil {
		n = len(s.Prints)
	}
	if n == 0 {
		h.button.Hide()
		h.object.Hide()
		h.open = false
		return
	}
	text := words.T("打印记录 {{.N}}", map[string]int{"N": n})
	if h.button.Text != text {
		h.button.SetText(text)
	}
	h.button.Show()
	x := h.p.m.Earlier
	if x == nil { // another paper was chosen, or the one of now is wanted
		h.open = false
	}
	if !h.open {
		h.object.Hide()
		return
	}
	h.list(s)
	line := x.Compared()
	say(h.line, line.Text, weights[line.Weight])
	enable(h.again, x.Err == nil && !h.p.m.Busy())
	h.object.Show()
}

// list shows the prints, the latest first, with the one that is looked at marked.
func (h *history) list(s *Sheet) {
	h.rows.RemoveAll()
	now := look.Quiet(words.T("现在的样子"), theme.NavigateBackIcon(), h.toggle)
	h.rows.Add(container.NewHBox(now))
	for i := len(s.Prints) - 1; i >= 0; i-- {
		pr := s.Prints[i]
		b := look.Quiet(where(pr, h.p.sh.Now()), nil, func() { h.p.m.ShowEarlier(&pr) })
		b.Alignment = widget.ButtonAlignLeading
		if x := h.p.m.Earlier; x.N == pr.N {
			b.Importance = widget.MediumImportance
		}
		h.rows.Add(b)
	}
	h.rows.Refresh()
}

// where says of a print when it was made, by whom, and where it went.
func where(pr hearing.Print, now time.Time) string {
	text := moment(pr.At, now) + "　" + About(pr)
	switch {
	case pr.Again != 0:
		text += " · " + words.T("原样再印")
	case isFile(pr):
		text += " · " + words.T("存为文件")
	}
	return text
}

// moment says a print's time: 09:10 today, else with its day.
func moment(at, now time.Time) string {
	at, now = at.In(words.Zone()), now.In(words.Zone())
	switch {
	case calendar.DateOf(at) == calendar.DateOf(now):
		return words.Clock(at)
	case at.Year() == now.Year():
		return words.Brief(calendar.DateOf(at)) + " " + words.Clock(at)
	}
	return at.Format("2006-1-2") + " " + words.Clock(at)
}

// highLayout gives a list of prints its height.
type highLayout struct{}

// MinSize is the room of some prints.
func (highLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, historyHigh) }

// Layout fills it.
func (highLayout) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }
