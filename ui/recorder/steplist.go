package recorder

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A stepList is the left side: the clock, the steps of the script, and the words
// of the one that the hearing is in.
type stepList struct {
	p      *page
	object fyne.CanvasObject
	now    *canvas.Text
	step   *canvas.Text
	rows   *fyne.Container
	all    []*stepRow
	scroll *container.Scroll
	words  *widget.Label
	at     int
}

// A stepRow is one step.
type stepRow struct {
	press *look.Press
	mark  *canvas.Text
	name  *widget.Label
	time  *canvas.Text
}

const stepWidth = 222

func newStepList(p *page) *stepList {
	s := &stepList{p: p, rows: container.New(layout.NewCustomPaddedVBoxLayout(0)), at: -2,
		now: canvas.NewText("00:00:00", theme.Color(theme.ColorNameForeground)), step: canvas.NewText("", theme.Color(theme.ColorNamePlaceHolder))}
	s.now.TextSize, s.now.TextStyle.Bold = 24, true
	s.step.TextSize = theme.CaptionTextSize()
	s.words = widget.NewLabel("")
	s.words.Wrapping = words.Wrap()
	s.words.SizeName = theme.SizeNameCaptionText
	s.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.ScrollBarSize()), s.rows)) // the bar covers no time
	put := look.Quiet(words.T("放进输入行 Ctrl+T"), nil, p.speakScript)
	put.Alignment = widget.ButtonAlignLeading
	script := container.NewBorder(caption(words.T("主持词"), widget.LowImportance), put, nil, nil, container.NewVScroll(s.words))
	clock := container.New(layout.NewCustomPaddedLayout(2, 4, 6, 6), container.NewBorder(nil, nil, s.now, nil, container.New(layout.NewCustomPaddedLayout(0, 4, 10, 0), container.NewBorder(nil, s.step, nil, nil))))
	split := container.NewGridWithRows(2, s.scroll, script)
	s.object = side(stepWidth, container.NewBorder(clock, nil, nil, nil, split))
	return s
}

// show shows how far the hearing is.
func (s *stepList) show() {
	stages := s.p.m.Stages(s.p.sh.Now())
	if len(stages) != len(s.all) {
		s.all = nil
		s.rows.RemoveAll()
		for i := range stages {
			r := newStepRow(func() { s.p.goTo(i) })
			s.all = append(s.all, r)
			s.rows.Add(r.press)
		}
	}
	at := s.p.m.At()
	for i, g := range stages {
		s.all[i].show(g, s.p.caseOf(g.Case))
	}
	s.clock()
	text := words.T("按 Ctrl+↓ 进入第一个环节。")
	if at >= 0 && at < len(stages) {
		text = ""
		for _, l := range append(append([]string{}, stages[at].Presider...), stages[at].Recorder...) {
			text += l + "\n"
		}
	}
	if s.words.Text != text {
		s.words.SetText(text)
	}
	if at != s.at && at < len(s.all) {
		s.at = at
		s.scrollTo(max(at, 0))
	}
}

// scrollTo brings a step into sight, with the next ones.
func (s *stepList) scrollTo(i int) {
	if i >= len(s.all) {
		return
	}
	high := s.all[i].press.MinSize().Height
	y := float32(i) * high
	if y < s.scroll.Offset.Y || y+3*high > s.scroll.Offset.Y+s.scroll.Size().Height {
		s.scroll.Offset.Y = max(0, min(y-high, s.rows.MinSize().Height-s.scroll.Size().Height))
		s.scroll.Refresh()
	}
}

// clock shows the time of day, and how long the step has lasted.
func (s *stepList) clock() {
	now := s.p.sh.Now()
	s.now.Text = now.In(words.Zone()).Format("15:04:05")
	s.now.Refresh()
	at := s.p.m.At()
	stages := s.p.m.Stages(now)
	if at < 0 || at >= len(stages) {
		s.step.Text = ""
		s.step.Refresh()
		return
	}
	g := stages[at]
	s.step.Text = clockOf(g.Used) + " / " + words.T("{{.N}} 分钟", map[string]int{"N": g.Minutes})
	tint := theme.ColorNamePlaceHolder
	if g.Over() {
		tint = theme.ColorNameError
	} else if g.Used > time.Duration(g.Minutes)*time.Minute*4/5 {
		tint = theme.ColorNameWarning
	}
	s.step.Color = theme.Color(tint)
	s.step.Refresh()
	if at < len(s.all) {
		s.all[at].show(g, s.p.caseOf(g.Case))
	}
}

// clockOf says a length of time: 06:12, or 1:06:12.
func clockOf(d time.Duration) string {
	n := int(d / time.Second)
	if n >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60)
	}
	return fmt.Sprintf("%02d:%02d", n/60, n%60)
}

// caseOf is the short name of a case, where the hearing has several.
func (p *page) caseOf(id hearing.ID) string {
	for i, c := range p.s.Dossier.Cases {
		if c.ID == id && len(p.s.Dossier.Cases) > 1 {
			return fmt.Sprint(i+1) + " " + c.Cause
		}
	}
	return ""
}

func newStepRow(tap func()) *stepRow {
	r := &stepRow{mark: canvas.NewText("", color.Transparent), name: widget.NewLabel(""), time: canvas.NewText("", color.Transparent)}
	r.name.Truncation = fyne.TextTruncateEllipsis
	r.mark.TextSize, r.time.TextSize = theme.CaptionTextSize(), theme.CaptionTextSize()
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(16, 0))
	mark := container.NewStack(room, container.NewCenter(r.mark))
	r.press = look.NewPress(container.New(layout.NewCustomPaddedLayout(-3, -3, 0, 0), container.NewBorder(nil, nil, mark, container.NewCenter(r.time), r.name)), tap)
	return r
}

// show shows a step: done, current, or to come; the time it took, or is planned for.
func (r *stepRow) show(g Stage, of string) {
	mark, tint, weight := "○", theme.ColorNamePlaceHolder, widget.MediumImportance
	clock := words.T("{{.N}} 分", map[string]int{"N": g.Minutes})
	switch g.Progress {
	case Done:
		mark, tint, weight = "✓", theme.ColorNameSuccess, widget.LowImportance
	case Current:
		mark, tint, weight = "▶", theme.ColorNamePrimary, widget.HighImportance
	}
	if g.Progress != Coming && g.Used > 0 {
		clock = clockOf(g.Used)
	}
	ink := theme.ColorNamePlaceHolder
	if g.Over() {
		ink = theme.ColorNameWarning
		if g.Progress == Current {
			ink = theme.ColorNameError
		}
	}
	name := words.Term(g.Name)
	if of != "" {
		name += "　" + of
	}
	if r.name.Text != name || r.name.Importance != weight {
		r.name.Text, r.name.Importance, r.name.TextStyle.Bold = name, weight, g.Progress == Current
		r.name.Refresh()
	}
	if r.mark.Text != mark {
		r.mark.Text, r.mark.Color = mark, theme.Color(tint)
		r.mark.Refresh()
	}
	if r.time.Text != clock || r.time.Color != theme.Color(ink) {
		r.time.Text, r.time.Color = clock, theme.Color(ink)
		r.time.Refresh()
		r.press.Refresh()
	}
}
