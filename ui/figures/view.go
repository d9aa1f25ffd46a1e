// Package figures is the page 统计: what was heard and served in a period, each
// figure with the sessions that it was counted from.
package figures

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Page is the page 统计.
type Page struct {
	shell   *shell.Shell
	desk    Desk
	pack    hearing.Package // what the period is counted from
	past    hearing.Package // and the one that it is compared with
	period  Period
	style   Style
	before  Before // the period that is compared with; nil: none
	opened  string // key of the row that is listed
	reading int    // counts the readings: a late one is dropped

	object   fyne.CanvasObject
	stage    *fyne.Container
	from, to *field.Date
	choices  map[*widget.Button]func(calendar.Date) Period
	tables   *fyne.Container
	behind   *widget.Label
	means    *widget.Label // what the figure that is listed counts
	list     *look.List[Source]
}

// places are the pages of the rows behind a figure; a paper is on its case's.
var places = map[string]shell.Kind{hearing.NounHearing: shell.Hearing, hearing.NounAnnouncement: shell.Announcement, hearing.NounCase: shell.Cases, hearing.NounInstrument: shell.Cases,
	hearing.NounClue: shell.Clues, hearing.NounPatrol: shell.Patrols}

// New returns the page; it shows this year first.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &Page{shell: sh, desk: desk, tables: container.New(newspaper{}), behind: look.Subheading(""), means: look.Hint(""), choices: map[*widget.Button]func(calendar.Date) Period{}}
	p.period = Year(p.today())
	p.list = look.NewList(p.row, func(s Source) { sh.Go(shell.Place{Kind: places[s.Noun], ID: s.ID}) })
	p.behind.SizeName = theme.SizeNameText
	p.behind.Truncation = fyne.TextTruncateEllipsis
	foot := look.Hint(units())
	below := container.NewBorder(container.New(layout.NewCustomPaddedVBoxLayout(-8), widget.NewSeparator(), p.behind, p.means), foot, nil, nil, p.list)
	p.stage = container.New(upAndDown{p.tables}, look.Scroll(p.tables), below)
	p.object = container.NewBorder(p.head(), nil, nil, nil, p.stage)
	return p
}

func (p *Page) today() calendar.Date { return calendar.DateOf(p.shell.Now().In(words.Zone())) }

// head is the title and the chooser of the period.
func (p *Page) head() fyne.CanvasObject {
	today := p.today()
	p.from = field.NewDate(p.period.From, today, func(_ string, d calendar.Date, err error) { p.typed(&p.period.From, d, err) })
	p.to = field.NewDate(p.period.To, today, func(_ string, d calendar.Date, err error) { p.typed(&p.period.To, d, err) })
	buttons := container.NewHBox()
	for _, c := range []struct {
		name string
		of   func(calendar.Date) Period
	}{
		{words.T("本月"), Month}, {words.T("本季度"), Quarter}, {words.T("本年"), Year},
		{words.T("上年"), func(d calendar.Date) Period { return Year(d.AddMonths(-12)) }},
	} {
		b := widget.NewButton(c.name, func() { p.choose(c.of(p.today())) })
		p.choices[b] = c.of
		buttons.Add(b)
	}
	line := container.NewHBox()
	for _, o := range []fyne.CanvasObject{buttons, widget.NewLabel(words.T("自")), container.New(wide(150), p.from.Object()),
		widget.NewLabel(words.T("至")), container.New(wide(150), p.to.Object()), container.New(wide(180), p.shares()), container.New(wide(150), p.compare())} {
		line.Add(container.NewCenter(o))
	}
	paper := look.Quiet(words.T("统计表"), theme.DocumentPrintIcon(), func() {
		p.shell.Go(shell.Place{Kind: shell.Papers, ID: p.counted().ID()})
	})
	file := p.shell.ForDeed(hearing.GiveOut, look.Quiet(words.T("导出"), theme.DocumentSaveIcon(), p.export))
	return look.Header(container.NewBorder(nil, nil, nil, container.NewHBox(file, paper), look.Heading(words.T("统计"))), line)
}

// counted is the period whose table is printed, with what it is compared with.
func (p *Page) counted() hearing.Period {
	out := hearing.Period{From: p.period.From, To: p.period.To}
	if p.before != nil {
		was := p.before.Of(p.period)
		out.Against = &hearing.Period{From: was.From, To: was.To}
	}
	return out
}

// shares is the choice of how shares are written.
func (p *Page) shares() fyne.CanvasObject {
	return choice([]string{words.T("占比 0.00，合计100"), words.T("占比 0.00，四舍五入"), words.T("占比整数，合计100"), words.T("占比整数，四舍五入")}, func(i int) {
		p.style = Style{Percents: i > 1, HalfUp: i%2 == 1}
		p.count()
	})
}

// compare is the choice of the period that is compared with.
func (p *Page) compare() fyne.CanvasObject {
	return choice([]string{words.T("不比较"), words.T("比上年同期"), words.T("比上一期")}, func(i int) {
		p.before = []Before{nil, figures.YearBefore, figures.Before}[i]
		p.read()
	})
}

// choice is a list of which the first is chosen.
func choice(names []string, chosen func(int)) fyne.CanvasObject {
	c := widget.NewSelect(names, nil)
	c.SetSelectedIndex(0)
	c.OnChanged = func(string) { chosen(c.SelectedIndex()) }
	return c
}

// choose counts another period.
func (p *Page) choose(period Period) {
	p.period = period
	p.from.Set(period.From)
	p.to.Set(period.To)
	p.read()
}

func (p *Page) typed(into *calendar.Date, d calendar.Date, err error) {
	if err != nil || d.IsZero() {
		return
	}
	*into = d
	p.to.SetError("")
	if p.period.To.Before(p.period.From) {
		p.to.SetError(words.T("结束日期早于开始日期。"))
		return
	}
	p.read()
}

// Object returns what is drawn.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// TakeBack takes nothing back: nothing is kept here.
func (p *Page) TakeBack() bool { return false }

// Show reads the period anew and counts.
func (p *Page) Show(shell.Place) { p.read() }

// read reads the period, and the one that it is compared with, and counts.
func (p *Page) read() {
	p.reading++
	reading, period, before := p.reading, p.period, p.before
	var pack, past hearing.Package
	p.shell.Work.Do(func(ctx context.Context) (err error) {
		if pack, err = p.desk.Happened(ctx, period.From, period.To); err != nil || before == nil {
			return err
		}
		then := before.Of(period)
		past, err = p.desk.Happened(ctx, then.From, then.To)
		return err
	}, func(err error) {
		if reading != p.reading {
			return
		}
		if err != nil {
			p.shell.Fail(err)
			return
		}
		p.pack, p.past = pack, past
		p.count()
	})
}

// count counts the period and shows it; the sessions of the figure that was
// open stay in view.
func (p *Page) count() {
	for b, of := range p.choices {
		weight := widget.MediumImportance
		if of(p.today()) == p.period {
			weight = widget.HighImportance
		}
		if b.Importance != weight {
			b.Importance = weight
			b.Refresh()
		}
	}
	shown := p.print()
	tables := shown.Tables()
	p.tables.RemoveAll()
	open := tables[1].Rows[0]
	title := tables[1].Title
	for i, t := range tables {
		if i == 5 { // below 公开与形式 and what is short
			p.tables.Add(monthly(shown.Report.Months))
		}
		if len(t.Rows) == 0 {
			continue
		}
		p.tables.Add(p.table(Seen(t)))
		for _, r := range t.Rows {
			if r.Key == p.opened {
				open, title = r, t.Title
			}
		}
	}
	p.stage.Refresh() // the tables need another height now
	p.show(title, open)
}

func (p *Page) counter() figures.Counter {
	return figures.Counter{Days: p.shell.Days, Zone: words.Zone(), At: p.shell.Now()}
}

// print counts the period, and the one that it is compared with.
func (p *Page) print() Print {
	k := p.counter()
	out := Print{At: k.At, Report: k.Count(p.pack, p.period.From, p.period.To), Style: p.style}
	if p.pack.Office != nil {
		out.Office = p.pack.Office.Name
	}
	if p.before != nil {
		before := p.before.Of(p.period)
		then := k.Count(p.past, before.From, before.To)
		out.Against = &then
	}
	return out
}

// show lists what a figure was counted from.
func (p *Page) show(title string, r Row) {
	p.opened = r.Key
	p.behind.SetText(title + "  ·  " + r.Name + "  " + r.Text + " " + r.Unit)
	p.means.SetText(r.Means)
	p.list.Mark(func(Source) bool { return false })
	p.list.Set(Behind(p.pack, r), look.Empty(words.T("这段时间没有。点上面的任何一个数字，这里列出它是从哪些会、案件、文书、线索和巡查数出来的。"), nil))
}

func (p *Page) row(s Source) look.Row {
	if s.Noun != hearing.NounHearing && s.Noun != hearing.NounAnnouncement {
		detail := words.Day(s.Day)
		if s.Number != "" {
			detail += "  ·  " + s.Number
		}
		return look.Row{Title: s.Title, Detail: detail, Right: words.Kind(s.Noun)}
	}
	room := s.Room
	if room == "" {
		room = words.T("地点未定")
	}
	return look.Row{Title: s.Title, Detail: words.Range(s.Start, s.End) + "  ·  " + room, Right: words.Of(s.State)}
}
