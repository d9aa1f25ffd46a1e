package today

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// sessions is the left column: the coming days, then what has no day yet.
func (p *Page) sessions() []fyne.CanvasObject {
	title := words.T("今后七天")
	if p.model.Beyond {
		title = words.T("接下来")
	}
	out := []fyne.CanvasObject{look.Subheading(title)}
	if p.model.Beyond {
		text := words.T("今后七天没有安排，下一场在七天以后。")
		if len(p.model.Next) == 0 {
			text = words.T("还没有安排好的听证会和宣告送达。")
		}
		out = append(out, look.Hint(text))
	}
	var day calendar.Date
	for n, e := range p.model.Next {
		if n == mostSessions {
			out = append(out, p.further(len(p.model.Next)-n))
			break
		}
		if d := calendar.DateOf(e.Start.In(words.Zone())); d != day {
			day = d
			out = append(out, p.dayHead(d))
		}
		out = append(out, look.NewPress(p.session(e), func() { p.open(e, "") }))
	}
	if len(p.model.Unscheduled) > 0 {
		out = append(out, gap(), look.Subheading(words.T("待排期")))
		for n, e := range p.model.Unscheduled {
			if n == mostSessions {
				out = append(out, p.further(len(p.model.Unscheduled)-n))
				break
			}
			out = append(out, look.NewPress(p.session(e), func() { p.open(e, "plan") }))
		}
	}
	out = append(out, p.waiting()...)
	if len(p.model.Next)+len(p.model.Unscheduled) == 0 {
		out = append(out, p.further(0))
	}
	return out
}

// mostSessions is how many coming sessions are drawn; whoever has more looks into the
// calendar.
const mostSessions = 60

// further leads to the calendar, which has so many more.
func (p *Page) further(more int) fyne.CanvasObject {
	text := words.T("看日程")
	if more > 0 {
		text = words.T("还有 {{.N}} 场，看日程", map[string]int{"N": more})
	}
	return container.NewHBox(widget.NewButton(text, func() { p.shell.Go(shell.Place{Kind: shell.Schedule}) }))
}

func gap() fyne.CanvasObject { return container.NewPadded(widget.NewLabel("")) }

func (p *Page) dayHead(d calendar.Date) fyne.CanvasObject {
	l := widget.NewLabel(words.Near(d, p.model.Today))
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	if d == p.model.Today {
		l.Importance = widget.HighImportance
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(-4), l, widget.NewSeparator())
}

// session is one session: its time, its title, where and who, and its state.
func (p *Page) session(e hearing.Entry) fyne.CanvasObject {
	clock := widget.NewLabel(words.Clock(e.Start))
	clock.TextStyle.Bold = true
	until := widget.NewLabel("")
	until.Importance = widget.LowImportance
	until.SizeName = theme.SizeNameCaptionText
	if !e.End.IsZero() {
		until.SetText("–" + words.Clock(e.End))
	}
	title := widget.NewLabel(e.Title)
	title.Truncation = fyne.TextTruncateEllipsis
	detail := widget.NewLabel(where(e))
	detail.Truncation = fyne.TextTruncateEllipsis
	detail.Importance = widget.LowImportance
	detail.SizeName = theme.SizeNameCaptionText
	chips := container.NewHBox(chipsOf(e)...)
	first := container.NewBorder(nil, nil, nil, container.NewCenter(chips), title)
	tight := layout.NewCustomPaddedVBoxLayout(-8)
	times := container.New(tight, clock, until)
	if e.Start.IsZero() {
		return container.New(tight, first, detail)
	}
	return container.NewBorder(nil, nil, container.New(column{width: 64}, times), nil, container.New(tight, first, detail))
}

// where says the room and who leads.
func where(e hearing.Entry) string {
	room := e.RoomName
	if room == "" {
		room = words.T("地点未定")
	}
	parts := []string{room}
	if e.Presider != "" {
		parts = append(parts, words.T("主持 {{.Name}}", map[string]string{"Name": e.Presider}))
	} else {
		parts = append(parts, words.T("主持人未定"))
	}
	if e.People > 0 {
		parts = append(parts, words.T("{{.N}}人参加", map[string]int{"N": e.People}))
	}
	return strings.Join(parts, "  ·  ")
}

// chipsOf tells at a glance what kind of session it is and how far.
func chipsOf(e hearing.Entry) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if e.Clashes {
		out = append(out, look.Chip(words.T("冲突"), theme.ColorNameError))
	}
	if e.Announcement {
		out = append(out, look.Chip(words.T("宣告"), theme.ColorNameForeground))
	}
	if e.Streamed {
		out = append(out, look.Chip(words.Of(hearing.Streamed), theme.ColorNamePrimary))
	}
	if e.Openness == hearing.NotOpen {
		out = append(out, look.Chip(words.Of(hearing.NotOpen), theme.ColorNameWarning))
	}
	tint := theme.ColorNamePlaceHolder
	switch e.State {
	case hearing.Ready, hearing.Open, hearing.Decided, hearing.FedBack:
		tint = theme.ColorNameSuccess
	case hearing.Approved, hearing.Notifying, hearing.Closed:
		tint = theme.ColorNamePrimary
	}
	return append(out, look.Chip(words.Of(e.State), tint))
}

// column gives its one object a fixed width.
type column struct{ width float32 }

func (c column) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(c.width, o[0].MinSize().Height)
}

func (c column) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSize(c.width, s.Height))
	o[0].Move(fyne.NewPos(0, 0))
}
