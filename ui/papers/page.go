package papers

import (
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

// A Page is the page of papers (文书): the sessions around today, and the
// papers of the chosen one.
type Page struct {
	sh       *shell.Shell
	root     fyne.CanvasObject
	stage    *fyne.Container // the panel, or what stands here without a session
	panel    *Panel
	sessions *Sessions
	list     *look.List[hearing.Entry]
	search   *field.Text
	query    string
	open     hearing.ID
}

// New returns the page of papers; make returns the press, which is made when
// the first paper is.
func New(sh *shell.Shell, desk Desk, make func() (*press.Press, error), printer printing.Printer) shell.Page {
	p := &Page{sh: sh, panel: NewPanel(sh, desk, make, printer), sessions: NewSessions(sh.Work, desk, sh.Now, sh.Fail)}
	p.search = field.NewText("", func(text string) {
		p.query = text
		p.sessions.Read(text, nil)
	}).Hint(words.T("查找名称、日期、场所")).OnEnter(func() { p.list.Focus() })
	p.list = look.NewList(p.row, func(e hearing.Entry) { p.choose(e.Session) })
	p.sessions.OnChange = p.refresh
	left := container.NewBorder(container.New(layout.NewCustomPaddedLayout(8, 4, 8, 4), p.search.Object()), nil, nil, nil, p.list)
	side := container.NewBorder(nil, nil, nil, widget.NewSeparator(), container.New(sideLayout{}, left))
	p.stage = container.NewStack()
	p.root = container.NewBorder(nil, nil, side, nil, container.New(layout.NewCustomPaddedLayout(4, 0, 0, 0), p.stage))
	return p
}

// Object returns what is drawn.
func (p *Page) Object() fyne.CanvasObject { return p.root }

// Show shows the papers of the place's session, or of the next one.
func (p *Page) Show(at shell.Place) {
	if at.ID != "" {
		p.open = at.ID
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
	if id != p.open {
		p.open = id
		p.panel.Show(id)
	}
}

func (p *Page) refresh() {
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
	if p.open == "" {
		o = look.Empty(words.T("安排好听证会、录入参加人后，通知书、邀请函、签到表等文书都在这里打印。"),
			widget.NewButton(words.T("新建听证会"), func() { p.sh.Go(shell.Place{Kind: shell.Hearing, New: true}) }))
	}
	if len(p.stage.Objects) != 1 || p.stage.Objects[0] != o {
		p.stage.Objects = []fyne.CanvasObject{o}
		p.stage.Refresh()
	}
}

func (p *Page) mark() {
	p.list.Mark(func(e hearing.Entry) bool { return e.Session == p.open })
}

// row shows a session: what it is, and when and where.
func (p *Page) row(e hearing.Entry) look.Row {
	now := p.sh.Now()
	r := look.Row{Title: e.Title, Right: words.T("听证"), Detail: strings.TrimSpace(day(e.Start, now) + " " + words.Clock(e.Start) + "　" + e.RoomName)}
	if e.Announcement {
		r.Right = words.T("宣告")
	}
	if Past(e, now) {
		r.Weight = widget.LowImportance
	}
	return r
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
