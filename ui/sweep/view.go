package sweep

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/papers"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Page is the page 批量变更.
type Page struct {
	sh       *shell.Shell
	m        *Model
	object   fyne.CanvasObject
	form     *fyne.Container
	left     *fyne.Container // the form with what the page is for
	foot     *fyne.Container
	place    shell.Place // that is shown; none once a change was made
	lines    *fyne.Container
	tally    *widget.Label
	apply    *widget.Button
	from, to *field.Date
	whom     *field.Pick // presider or room of the cause
	next     *field.Pick // that comes instead
}

// New returns the page.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &Page{sh: sh, m: NewModel(sh.Work, desk, sh.Book, sh.Now, sh.Fail), form: container.NewVBox(), lines: container.NewVBox(), tally: widget.NewLabel("")}
	p.tally.Wrapping = words.Wrap()
	p.apply = look.Primary(words.T("变更"), theme.ConfirmIcon(), p.change)
	p.m.OnChange = p.refresh
	back := look.Quiet(words.T("返回"), theme.NavigateBackIcon(), func() { sh.Back() })
	title := look.Heading(words.T("批量变更"))
	title.Truncation = fyne.TextTruncateOff
	head := look.Header(container.NewHBox(back, title))
	p.foot = container.NewBorder(nil, nil, nil, p.apply, p.tally)
	foot := container.NewVBox(widget.NewSeparator(), p.foot)
	hint := look.Hint(words.T("主持人生病、场所停用、某天不能开时，在这里一次变更多场。变更一次写入，可用 Ctrl+Z 一次撤销；随后打印给各人的变更通知（21、21b）。"))
	p.left = container.NewVBox(p.form, hint)
	p.object = container.NewBorder(head, container.New(layout.NewCustomPaddedLayout(0, 6, 8, 8), foot), container.New(formLayout{}, p.left), nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, 12, 4), look.Scroll(p.lines)))
	return p
}

// Object returns what is drawn.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// TakeBack takes nothing back: nothing is kept before the change is made.
func (p *Page) TakeBack() bool { return false }

// Show begins a change of the days from the place's day on. After an undo, which
// shows the same place again, what was chosen stays.
func (p *Page) Show(at shell.Place) {
	if at == p.place {
		p.m.Read()
		return
	}
	p.place = at
	p.m.Begin(at.Day)
	p.fill()
}

// fill builds the form for the cause and the change that are chosen.
func (p *Page) fill() {
	m := p.m
	today := m.today()
	cause := field.NewChoice(Causes, m.Cause, func(c Cause) {
		m.Cause, m.Who = c, ""
		m.Sweep.Kind = map[Cause]hearing.SweepKind{Ill: hearing.SweepPresider, Closed: hearing.SweepRoom, Lost: hearing.SweepDays}[c]
		m.Sweep.To = ""
		p.fill()
		m.Read()
	})
	p.from = field.NewDate(m.From, today, p.day(&m.From))
	p.to = field.NewDate(m.To, today, p.day(&m.To))
	kind := field.NewChoice(hearing.SweepKinds, m.Sweep.Kind, func(k hearing.SweepKind) {
		m.Sweep = hearing.Sweep{Kind: k, Why: m.Sweep.Why}
		p.fill()
		m.Read()
	})
	why := field.NewText(m.Sweep.Why.Reason, func(s string) {
		m.Sweep.Why.Reason = strings.TrimSpace(s)
		m.Read()
	}).Hint(words.T("如：主持人因病不能到会"))
	rows := []fyne.CanvasObject{field.Row(words.T("起因"), cause)}
	if w := p.who(); w != nil {
		rows = append(rows, w)
	}
	rows = append(rows, field.Row(words.T("从"), p.from), field.Row(words.T("到"), p.to), field.Row(words.T("怎么办"), kind))
	if w := p.instead(); w != nil {
		rows = append(rows, w)
	}
	p.form.Objects = append(rows, field.Row(words.T("事由"), why))
	p.form.Refresh()
	p.left.Refresh()
}

// day sets a day of the period.
func (p *Page) day(of *calendar.Date) func(string, calendar.Date, error) {
	return func(_ string, d calendar.Date, err error) {
		if err == nil && !d.IsZero() {
			*of = d
			p.m.Read()
		}
	}
}

// who is the field for the presider or the room of the cause.
func (p *Page) who() fyne.CanvasObject {
	set := func(o field.Option) {
		p.m.Who = o.ID
		p.m.Read()
	}
	switch p.m.Cause {
	case Ill:
		p.whom = field.NewPick(p.sh.Work, lookup.FindPeople(p.m.desk), field.Option{}, set, nil)
		return field.Row(words.T("主持人"), p.whom)
	case Closed:
		p.whom = field.NewPick(p.sh.Work, lookup.FindRooms(p.m.desk), field.Option{}, set, nil)
		return field.Row(words.T("场所"), p.whom)
	}
	return nil
}

// instead is the field for what comes instead.
func (p *Page) instead() fyne.CanvasObject {
	m := p.m
	set := func(o field.Option) {
		m.Sweep.To = o.ID
		m.Read()
	}
	switch m.Sweep.Kind {
	case hearing.SweepPresider:
		p.next = field.NewPick(p.sh.Work, lookup.FindPeople(m.desk), field.Option{}, set, nil)
		return field.Row(words.T("改由"), p.next)
	case hearing.SweepRoom:
		p.next = field.NewPick(p.sh.Work, lookup.FindRooms(m.desk), field.Option{}, set, nil)
		return field.Row(words.T("改到"), p.next)
	case hearing.SweepDay:
		return field.Row(words.T("改到"), field.NewDate(m.Sweep.Day, m.today(), p.day(&m.Sweep.Day)))
	case hearing.SweepDays:
		return field.Row(words.T("顺延天数"), field.NewText("", func(s string) {
			n, err := strconv.Atoi(field.Narrow(s))
			if err != nil {
				n = 0
			}
			m.Sweep.Days = n
			m.Read()
		}))
	}
	return nil
}

// refresh shows what the change concerns, and what it does.
func (p *Page) refresh() {
	m := p.m
	p.lines.Objects = nil
	for _, l := range m.Lines {
		p.lines.Add(p.line(l))
		p.lines.Add(widget.NewSeparator())
	}
	if len(m.Lines) == 0 {
		text := words.T("这段时间没有要变更的听证会和宣告。")
		if m.Who == "" && m.Cause != Lost {
			text = words.T("选定主持人或场所后，受影响的各场列在这里。")
		}
		p.lines.Add(look.Empty(text, nil))
	}
	p.lines.Refresh()
	n := len(m.Chosen())
	clashing := 0
	for _, l := range m.Chosen() {
		if len(l.Clashes) > 0 {
			clashing++
		}
	}
	p.tally.Importance = widget.MediumImportance
	switch {
	case clashing > 0:
		p.tally.Importance = widget.DangerImportance
		p.tally.SetText(words.T("{{.N}} 场与别的安排冲突。请去掉这几场，或换一个人、场所或日期。", map[string]int{"N": clashing}))
	case !m.Sweep.Whole():
		p.tally.SetText(words.T("请选定怎么办。"))
	default:
		p.tally.SetText(words.T("将变更 {{.N}} 场。", map[string]int{"N": n}))
	}
	text := words.T("变更")
	if n > 0 && m.Sweep.Whole() {
		text = words.T("变更 {{.N}} 场并打印通知", map[string]int{"N": n})
	}
	p.apply.SetText(text)
	if m.Ready() {
		p.apply.Enable()
	} else {
		p.apply.Disable()
	}
	p.foot.Refresh()
}

// change makes the change, and leads to the notices of it.
func (p *Page) change() {
	p.m.Apply(func(n int) {
		p.place = shell.Place{} // the next change begins anew
		p.sh.Say(words.T("已变更 {{.N}} 场，可用 Ctrl+Z 一次撤销", map[string]int{"N": n}))
		if len(p.m.Done) > 0 {
			p.sh.Go(papers.Of(p.m.Done, "21"))
		}
	})
}

// formLayout gives the form its width.
type formLayout struct{}

// MinSize is the form's width.
func (formLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(360, o[0].MinSize().Height)
}

// Layout sets the form at the top.
func (formLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(8, 0))
	o[0].Resize(fyne.NewSize(s.Width-8, o[0].MinSize().Height))
}
