// Package today is the page that a day begins with: what is due, what clashes,
// what comes next.
package today

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/ui/due"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Page is the page 今日.
type Page struct {
	shell   *shell.Shell
	desk    Desk
	model   Model
	judging Judging
	reading int // counts the readings: a late one is dropped

	unfolded map[string]int // how many more lines of long groups are shown
	mine     bool           // only what the one at the desk has to do with

	object  *fyne.Container
	head    *fyne.Container
	date    *widget.Label
	warning *widget.Label
	body    *fyne.Container
	left    *fyne.Container // what comes next
	right   *fyne.Container // what must be done
	columns fyne.CanvasObject
}

// New returns the page.
func New(sh *shell.Shell, desk Desk, judging Judging) shell.Page {
	p := &Page{shell: sh, desk: desk, judging: judging, date: widget.NewLabel(""), warning: widget.NewLabel(""),
		unfolded: map[string]int{}, body: container.NewStack(), left: container.NewVBox(), right: container.NewVBox()}
	p.date.Importance = widget.LowImportance
	p.date.Truncation = fyne.TextTruncateEllipsis
	p.warning.Importance = widget.WarningImportance
	p.warning.Wrapping = words.Wrap()
	p.warning.Hide()
	p.columns = container.New(twoColumns{}, look.Scroll(p.left), look.Scroll(p.right))
	toCeremony, toHearing := shell.Place{Kind: shell.Announcement, New: true}, shell.Place{Kind: shell.Hearing, New: true}
	ceremony := sh.To(toCeremony, widget.NewButtonWithIcon(words.T("新建宣告送达"), theme.ContentAddIcon(), func() { sh.Go(toCeremony) }))
	session := sh.To(toHearing, look.Primary(words.T("新建听证会"), theme.ContentAddIcon(), func() { sh.Go(toHearing) }))
	title := container.NewBorder(nil, nil, fixed(look.Heading(words.T("今日"))), nil, container.NewVBox(layout.NewSpacer(), p.date, layout.NewSpacer()))
	p.head = container.NewVBox(look.Header(title, ceremony, session), p.warning)
	p.object = container.NewBorder(p.head, nil, nil, nil, p.body)
	return p
}

// fixed lets a heading stand at its own width.
func fixed(l *widget.Label) *widget.Label {
	l.Truncation = fyne.TextTruncateOff
	return l
}

// Object returns what is drawn.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// TakeBack takes nothing back: nothing is typed here.
func (p *Page) TakeBack() bool { return false }

// soon is how long what is owed may take to be judged before the page is shown without it.
const soon = 250 * time.Millisecond

// Show reads everything anew. What is owed is judged beside it; where that takes long, what
// was owed the last time is shown meanwhile: at once, if it took long then too.
func (p *Page) Show(shell.Place) {
	now := p.shell.Now().In(words.Zone())
	p.reading++
	r := &reading{p: p, n: p.reading, now: now}
	p.shell.Work.Do(func(ctx context.Context) (err error) {
		if r.model, err = Read(ctx, p.desk, now); err != nil {
			return err
		}
		if r.last, err = p.judging.Last(ctx); err != nil { // it is only what is shown until it is judged
			r.last = due.Earlier{}
		}
		return nil
	}, r.read)
}

// A reading is one reading of the page; what comes in after a later one began is dropped.
type reading struct {
	p      *Page
	n      int
	now    time.Time
	model  Model
	last   due.Earlier
	found  agenda.Agenda
	judged bool
}

// over reports whether nothing is to be shown: a later reading began, or this one failed.
func (r *reading) over(err error) bool {
	if r.n != r.p.reading {
		return true
	}
	if err != nil {
		r.p.shell.Fail(err)
	}
	return err != nil
}

func (r *reading) read(err error) {
	if r.over(err) {
		return
	}
	if r.last.Took >= soon {
		r.wait()
	}
	r.p.shell.Work.Aside(func(ctx context.Context, _ func(float64)) (err error) {
		r.found, err = r.p.judging.Agenda(ctx, r.now)
		return err
	}, nil, func(err error) {
		if !r.over(err) {
			r.judged = true
			r.p.show(r.model.Judged(r.found))
		}
	})
	if !r.judged && r.last.Took < soon {
		r.p.shell.Work.Later("today", soon, func(context.Context) error { return nil }, func(error) {
			if !r.judged && !r.over(nil) {
				r.wait()
			}
		})
	}
}

// wait shows what was owed the last time.
func (r *reading) wait() { r.p.show(r.model.Earlier(r.last)) }

func (p *Page) show(m Model) {
	p.model = m
	p.draw()
}

func (p *Page) draw() {
	p.drawDay()
	if p.model.Empty {
		p.body.Objects = []fyne.CanvasObject{p.beginning()}
		p.body.Refresh()
		return
	}
	p.left.Objects = p.sessions()
	p.right.Objects = p.todo()
	p.body.Objects = []fyne.CanvasObject{p.columns}
	p.left.Refresh()
	p.right.Refresh()
	p.body.Refresh()
}

func (p *Page) drawDay() {
	day := DayOf(p.shell.Days, p.model.Today)
	kind := words.T("休息日")
	if day.Working {
		kind = words.T("工作日")
	}
	switch {
	case day.Holiday != "" && day.Working:
		kind = words.T("{{.Name}}调休，上班", map[string]string{"Name": words.Holiday(day.Holiday)})
	case day.Holiday != "":
		kind = words.Holiday(day.Holiday)
	}
	p.date.SetText(words.Date(p.model.Today, time.Time{}) + "  ·  " + kind)
	p.warning.Hide()
	if day.Missing != 0 {
		p.warning.SetText(words.T("还没有{{.Year}}年的节假日表，跨入该年的期限只按周末推算。请在国务院办公厅的通知发布后更新听证台，或请管理员导入。", map[string]int{"Year": day.Missing}))
		p.warning.Show()
	}
	p.head.Refresh()
	p.object.Refresh()
}

// beginning is what an empty desk shows: how to begin.
func (p *Page) beginning() fyne.CanvasObject {
	step := func(n, title, text string, button *widget.Button) fyne.CanvasObject {
		number := look.Subheading(n)
		head := widget.NewLabel(title)
		head.TextStyle.Bold = true
		return look.Card(container.NewBorder(nil, nil, number, container.NewCenter(button), container.New(layout.NewCustomPaddedVBoxLayout(-4), head, look.Hint(text))))
	}
	box := container.NewVBox(
		look.Subheading(words.T("从这里开始")),
		step("1", words.T("填写本院信息"), words.T("院名、简称、地址和电话只填一次，所有文书都会用到。"),
			widget.NewButton(words.T("填写本院信息"), func() { p.shell.Go(shell.Place{Kind: shell.Settings}) })),
		step("2", words.T("登记案件"), words.T("案由、类型、承办检察官和当事人。"),
			p.shell.To(shell.Place{Kind: shell.Cases, New: true}, widget.NewButton(words.T("新建案件"), func() { p.shell.Go(shell.Place{Kind: shell.Cases, New: true}) }))),
		step("3", words.T("安排听证会"), words.T("选时间和场所，加参加人，打印公告和通知。撞了时间的场所和人员会当场指出。"),
			p.shell.To(shell.Place{Kind: shell.Hearing, New: true}, widget.NewButton(words.T("安排听证会"), func() { p.shell.Go(shell.Place{Kind: shell.Hearing, New: true}) }))),
		look.Hint(words.T("到期要办的事、时间冲突和接下来的听证会，都会列在这一页。")),
	)
	return look.Scroll(container.New(centred{width: 720}, box))
}

// open shows the session of an entry at a tab.
func (p *Page) open(e hearing.Entry, tab string) {
	kind := shell.Hearing
	if e.Announcement {
		kind = shell.Announcement
	}
	p.shell.Go(shell.Place{Kind: kind, ID: e.Session, Tab: tab})
}

// twoColumns gives what comes next a little less than what must be done.
type twoColumns struct{}

func (twoColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	l, r := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(l.Width+r.Width, fyne.Max(l.Height, r.Height))
}

func (twoColumns) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := float32(int(s.Width * 0.45))
	o[0].Resize(fyne.NewSize(w, s.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(s.Width-w, s.Height))
	o[1].Move(fyne.NewPos(w, 0))
}

// centred keeps a column from growing wider than reads well.
type centred struct{ width float32 }

func (centred) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (c centred) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := fyne.Min(c.width, s.Width)
	o[0].Resize(fyne.NewSize(w, s.Height))
	o[0].Move(fyne.NewPos((s.Width-w)/2, 0))
}
