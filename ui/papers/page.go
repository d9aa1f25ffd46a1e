package papers

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Page is the page of papers (文书): the sessions around today with the papers
// of the chosen one, or the sessions of a period with the papers of all of them.
type Page struct {
	sh       *shell.Shell
	root     fyne.CanvasObject
	stage    *fyne.Container // the panel, or what stands here without a session
	left     *fyne.Container // the column of sessions
	panel    *Panel
	sessions *Sessions
	many     *Many
	several  bool // the papers of several sessions are shown
	list     *look.List[hearing.Entry]
	search   *field.Text
	spans    []*widget.Button
	period   *fyne.Container // first and last day of several sessions
	from, to *field.Date
	query    string
	open     hearing.ID
}

// New returns the page of papers; make returns the press, which is made when
// the first paper is, and filer takes what comes back of papers.
func New(sh *shell.Shell, desk Desk, make func() (*press.Press, error), printer printing.Printer, filer Filer) shell.Page {
	p := &Page{sh: sh, panel: NewPanel(sh, desk, make, printer, filer), sessions: NewSessions(sh.Work, desk, sh.Now, sh.Fail), many: NewMany(sh.Work, desk, sh.Fail)}
	p.search = field.NewText("", func(text string) {
		p.query = text
		p.sessions.Read(text, nil)
	}).Hint(words.T("查找名称、日期、场所")).OnEnter(func() { p.list.Focus() })
	p.list = look.NewList(p.row, func(e hearing.Entry) { p.choose(e.Session) })
	p.sessions.OnChange = p.refresh
	p.panel.OnChange = func() {
		if p.several {
			p.refresh() // how many papers of each are to be printed
		}
	}
	p.many.OnChange = p.showMany
	p.left = container.NewBorder(container.New(layout.NewCustomPaddedLayout(8, 4, 8, 4), container.NewVBox(p.search.Object(), p.periods())), nil, nil, nil, p.list)
	side := container.NewBorder(nil, nil, nil, widget.NewSeparator(), container.New(sideLayout{}, p.left))
	p.stage = container.NewStack()
	p.root = container.NewBorder(nil, nil, side, nil, container.New(layout.NewCustomPaddedLayout(4, 0, 0, 0), p.stage))
	return p
}

// periods are the days whose papers are printed together.
func (p *Page) periods() fyne.CanvasObject {
	names, _ := Spans(p.today())
	row := container.NewGridWithColumns(len(names))
	for i, name := range names {
		b := look.Quiet(name, nil, func() {
			_, spans := Spans(p.today())
			if p.several && p.many.Span == spans[i] {
				p.single()
				return
			}
			p.batch(spans[i])
		})
		p.spans = append(p.spans, b)
		row.Add(b)
	}
	day := func(set func(calendar.Date)) *field.Date {
		return field.NewDate(calendar.Date{}, p.today(), func(_ string, d calendar.Date, err error) {
			if err == nil && !d.IsZero() {
				set(d)
			}
		})
	}
	p.from = day(func(d calendar.Date) {
		if p.many.Span.To.Before(d) {
			p.to.Set(d)
			p.many.Choose(Span{d, d})
			return
		}
		p.many.Choose(Span{d, p.many.Span.To})
	})
	p.to = day(func(d calendar.Date) {
		if d.Before(p.many.Span.From) {
			p.from.Set(d)
			p.many.Choose(Span{d, d})
			return
		}
		p.many.Choose(Span{p.many.Span.From, d})
	})
	p.period = container.NewGridWithColumns(2, p.from.Object(), p.to.Object())
	p.period.Hide()
	return container.NewVBox(row, p.period)
}

func (p *Page) today() calendar.Date { return calendar.DateOf(p.sh.Now().In(words.Zone())) }

// batch shows the papers of all sessions of a period.
func (p *Page) batch(s Span) {
	p.several = true
	p.from.Set(s.From)
	p.to.Set(s.To)
	p.many.Choose(s)
}

// single goes back to the papers of one session.
func (p *Page) single() {
	p.several = false
	p.refresh()
	p.setStage()
	if p.open != "" {
		p.panel.Show(p.open)
	}
}

// Object returns what is drawn.
func (p *Page) Object() fyne.CanvasObject { return p.root }

// Show shows the papers of the place's session or sessions, or of the next one.
func (p *Page) Show(at shell.Place) {
	if at.Many != "" {
		p.several = true
		p.panel.Want(at.Paper)
		p.many.Name(at.Many)
		return
	}
	if at.ID != "" {
		p.open, p.several = at.ID, false
	}
	if p.several {
		p.many.Read()
		return
	}
	p.sessions.Read(p.query, func() {
		if p.open == "" && len(p.sessions.Found) > 0 {
			p.open = p.sessions.Found[0].Session
			p.mark()
		}
		p.setStage()
		if p.open != "" {
			p.panel.Show(p.open)
		}
	})
}

// TakeBack takes nothing back: nothing is typed here that is kept.
func (p *Page) TakeBack() bool { return false }

// Print prints what is ticked; Ctrl+P does.
func (p *Page) Print() { p.panel.Print() }

func (p *Page) choose(id hearing.ID) {
	switch {
	case p.several:
		p.many.Turn(id)
	case id != p.open:
		p.open = id
		p.panel.Show(id)
	}
}

// showMany shows the papers of the sessions that are chosen.
func (p *Page) showMany() {
	p.refresh()
	p.setStage()
	p.panel.ShowAll(p.many.Chosen()...)
}

func (p *Page) refresh() {
	_, spans := Spans(p.today())
	for i, b := range p.spans {
		weight := widget.LowImportance
		if p.several && p.many.Span == spans[i] {
			weight = widget.HighImportance
		}
		if b.Importance != weight {
			b.Importance = weight
			b.Refresh()
		}
	}
	if p.several == p.period.Hidden {
		p.period.Hidden = !p.several
		p.left.Refresh()
	}
	if p.several {
		p.list.Set(p.many.Found, look.Empty(words.T("这几天没有听证会和宣告。"), nil))
		p.list.Mark(func(hearing.Entry) bool { return false })
		return
	}
	text := words.T("这里会列出近期的听证会和宣告。")
	if p.sessions.Query != "" {
		text = words.T("没有找到。可按名称、日期、场所或主持人查找。")
	}
	p.list.Set(p.sessions.Found, look.Empty(text, nil))
	p.mark()
}

// setStage shows the papers of the chosen session, or what leads to one.
func (p *Page) setStage() {
	o := p.panel.Object()
	if p.open == "" && !p.several {
		o = look.Empty(words.T("安排好听证会、录入参加人后，通知书、邀请函、签到表等文书都在这里打印。"),
			p.sh.To(shell.Place{Kind: shell.Hearing, New: true}, widget.NewButton(words.T("新建听证会"), func() { p.sh.Go(shell.Place{Kind: shell.Hearing, New: true}) })))
	}
	if len(p.stage.Objects) != 1 || p.stage.Objects[0] != o {
		p.stage.Objects = []fyne.CanvasObject{o}
		p.stage.Refresh()
	}
}

func (p *Page) mark() {
	p.list.Mark(func(e hearing.Entry) bool { return e.Session == p.open && !p.several })
}

// row shows a session: what it is, and when and where; of several, whether its
// papers are among those that are printed.
func (p *Page) row(e hearing.Entry) look.Row {
	now := p.sh.Now()
	r := look.Row{Title: e.Title, Right: words.T("听证"), Detail: strings.TrimSpace(day(e.Start, now) + " " + words.Clock(e.Start) + "　" + e.RoomName)}
	if e.Announcement {
		r.Right = words.T("宣告")
	}
	switch {
	case p.several && p.many.Out[e.Session]:
		r.Right, r.Weight = words.T("不打"), widget.LowImportance
	case p.several:
		r.Right = words.T("{{.N}} 件", map[string]int{"N": p.count(e.Session)})
	case Past(e, now):
		r.Weight = widget.LowImportance
	}
	return r
}

// count is how many papers of a session are to be printed.
func (p *Page) count(id hearing.ID) int {
	return len(slices.DeleteFunc(p.panel.m.Ticked(), func(s *Sheet) bool { return s.Session != id }))
}

// day says a day as one does at the desk: today, tomorrow, or its date.
func day(at, now time.Time) string {
	d, today := calendar.DateOf(at.In(words.Zone())), calendar.DateOf(now.In(words.Zone()))
	switch d.Sub(today) {
	case 0:
		return words.T("今天")
	case 1:
		return words.T("明天")
	}
	return words.Date(d, now)
}

// sideLayout gives the column of sessions its width.
type sideLayout struct{}

// MinSize is the column's width.
func (sideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(252, 200) }

// Layout fills the column.
func (sideLayout) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }
