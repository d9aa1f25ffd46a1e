package sweep

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// line shows one session: what it is, where it goes, what clashes, what follows.
func (p *Page) line(l *Line) fyne.CanvasObject {
	tick := widget.NewCheck("", nil)
	tick.Checked = l.Ticked
	tick.OnChanged = func(bool) { p.m.Turn(l) }
	title := widget.NewLabel(l.Title)
	title.TextStyle.Bold = true
	title.Truncation = fyne.TextTruncateEllipsis
	box := container.New(layout.NewCustomPaddedVBoxLayout(-10), title, text(p.way(l), widget.MediumImportance))
	if l.Ticked {
		if len(l.Clashes) > 0 {
			box.Add(text(clashes(l.Clashes), widget.DangerImportance))
		}
		for _, c := range l.Follows {
			box.Add(text(sentence(c.Text, c.Names), weights[c.Weight]))
		}
	}
	return container.NewBorder(nil, nil, container.NewVBox(tick), nil, box)
}

// clashes says with which other sessions one clashes, and about whom and what.
func clashes(list []hearing.Clash) string {
	var order []hearing.ID
	what := map[hearing.ID][]string{}
	first := map[hearing.ID]hearing.Clash{}
	for _, c := range list {
		if what[c.Session] == nil {
			order, first[c.Session] = append(order, c.Session), c
		}
		if !slices.Contains(what[c.Session], c.Name) {
			what[c.Session] = append(what[c.Session], c.Name)
		}
	}
	var out []string
	for _, id := range order {
		c := first[id]
		out = append(out, words.T("与“{{.Title}}”（{{.Time}}）冲突：{{.What}}", map[string]string{"Title": c.Title, "Time": words.Range(c.Start, c.End), "What": words.List(what[id])}))
	}
	return strings.Join(out, "\n")
}

// way says where a session is, and where it goes.
func (p *Page) way(l *Line) string {
	was := words.Range(l.Start, l.End) + "　" + l.RoomName + "　" + l.Presider
	if !p.m.Sweep.Whole() || !l.Ticked {
		return was
	}
	next := l.after.Session()
	to := ""
	switch {
	case l.same:
		return words.T("{{.Was}}：没有变化", map[string]string{"Was": was})
	case p.m.Sweep.Kind == hearing.SweepCancel:
		to = words.T("取消")
	case p.m.Sweep.Kind == hearing.SweepPresider:
		to = l.after.Person(next.Presider).Name
	case p.m.Sweep.Kind == hearing.SweepRoom:
		to = l.after.Rooms[next.Slot.Room].Name
	default:
		to = words.Range(next.Slot.Start, next.Slot.End)
	}
	return was + " → " + to
}

// sentence says what follows, and for whom.
func sentence(what string, names []string) string {
	if len(names) == 0 {
		return what
	}
	return words.T("{{.What}}：{{.Names}}", map[string]string{"What": what, "Names": words.List(names)})
}

var weights = map[hearing.Severity]widget.Importance{hearing.Info: widget.LowImportance, hearing.Warning: widget.WarningImportance,
	hearing.Blocked: widget.DangerImportance}

func text(s string, weight widget.Importance) fyne.CanvasObject {
	l := widget.NewLabel(s)
	l.Wrapping = words.Wrap()
	l.Importance = weight
	l.SizeName = theme.SizeNameCaptionText
	return l
}
