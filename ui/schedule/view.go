// Package schedule is the page 日程: hearings and announcements by month, week
// and day, and as a list. A session is moved by dragging it, or by Shift with
// the arrows; what clashes is said before it is let go.
package schedule

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// pause is how long after the last keystroke a filter is looked up.
const pause = 200 * time.Millisecond

type page struct {
	sh      *shell.Shell
	desk    Desk
	model   model
	drag    *drag
	reading int // counts the readings: a late one is dropped
	place   shell.Place

	object *fyne.Container
	title  *widget.Label
	hint   *widget.Label
	loose  *widget.Button // 未排期
	modes  []*widget.Button
	bottom *fyne.Container
	stage  *fyne.Container
	month  *board
	axis   *axis
	hours  *board
	head   *head
	days   fyne.CanvasObject // the head above the scrolled hours
	scroll *container.Scroll
	list   *list
}

// New returns the page.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &page{sh: sh, desk: desk}
	p.model.zone = words.Zone()
	p.model.today = sh.Day(p.model.zone)
	p.model.day = p.model.today
	p.month = newBoard(p, month{p})
	p.month.least = func() fyne.Size { return fyne.NewSize(7*80, weekHead+6*64) }
	p.axis = &axis{p: p}
	p.axis.read()
	p.hours = newBoard(p, p.axis)
	p.hours.least = p.axis.least
	p.head = newHead(p)
	p.head.least = func() fyne.Size { return fyne.NewSize(400, columnHead) }
	p.scroll = container.NewVScroll(container.NewStack(p.hours, p.hours.overlay))
	p.days = container.New(topped{}, p.head, p.scroll)
	p.list = newList(p)
	p.stage = container.NewStack()
	p.object = container.NewBorder(p.top(), p.foot(), nil, nil, p.stage)
	p.turn(byMonth)
	return p
}

// Object is the page.
func (p *page) Object() fyne.CanvasObject { return p.object }

// TakeBack takes back nothing: what is moved is in the file.
func (p *page) TakeBack() bool {
	dragging := p.drag != nil && !p.drag.dropped
	if dragging {
		p.cancel()
	}
	return dragging
}

// Show brings a day to the front, or the one that was shown last. After an
// undo, which shows the same place again, the day stays.
func (p *page) Show(at shell.Place) {
	p.model.today = p.sh.Day(p.model.zone)
	here := p.inside()
	if again := here && at == p.place; !at.Day.IsZero() && !again {
		p.model.day, p.model.entry = at.Day, ""
	}
	p.place = at
	p.cancel()
	p.read()
	if !here {
		p.focus()
	}
}

// inside reports whether the keyboard is on the page already.
func (p *page) inside() bool {
	switch p.sh.Window.Canvas().Focused() {
	case p.month, p.hours, p.list.list, p.list.filter:
		return true
	}
	return false
}

func (p *page) top() fyne.CanvasObject {
	p.title = look.Heading("")
	step := func(icon fyne.Resource, n int) *widget.Button {
		return look.Quiet("", icon, func() { p.step(n) })
	}
	today := widget.NewButton(words.T("今天"), p.goToday)
	names := []string{words.T("月"), words.T("周"), words.T("日"), words.T("列表")}
	switcher := container.NewGridWithColumns(len(names))
	for i, n := range names {
		b := widget.NewButton(n, func() { p.turn(mode(i)); p.read(); p.focus() })
		p.modes = append(p.modes, b)
		switcher.Add(b)
	}
	left := container.NewHBox(today, step(theme.NavigateBackIcon(), -1), step(theme.NavigateNextIcon(), 1))
	sweep := p.sh.To(shell.Place{Kind: shell.Sweep}, look.Quiet(words.T("批量变更"), theme.ViewRefreshIcon(), func() { p.sh.Go(shell.Place{Kind: shell.Sweep, Day: p.model.day}) }))
	right := container.NewHBox(switcher, widget.NewLabel(""), sweep, p.sheets(),
		p.sh.To(shell.Place{Kind: shell.Announcement, New: true}, look.Quiet(words.T("宣告送达"), theme.ContentAddIcon(), func() {
			p.sh.Go(shell.Place{Kind: shell.Announcement, New: true, Day: p.model.day})
		})),
		p.sh.To(toHearing, look.Primary(words.T("听证会"), theme.ContentAddIcon(), func() { p.begin(p.model.day) })))
	return container.NewPadded(container.NewBorder(nil, nil, left, right, p.title))
}

// toHearing is where a hearing is begun.
var toHearing = shell.Place{Kind: shell.Hearing, New: true}

// sheets leads to the sheets of the chosen day, for the doors and the guard.
func (p *page) sheets() fyne.CanvasObject {
	var b *widget.Button
	b = look.Quiet(words.T("当日安排"), theme.DocumentPrintIcon(), func() {
		var items []*fyne.MenuItem
		for _, by := range []struct {
			name string
			by   hearing.DayBy
		}{{words.T("按场所"), hearing.ByRoom}, {words.T("按主持人"), hearing.ByPresider}} {
			items = append(items, fyne.NewMenuItem(by.name, func() {
				p.sh.Go(shell.Place{Kind: shell.Papers, ID: hearing.Day{Date: p.model.day, By: by.by}.ID()})
			}))
		}
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), p.sh.Window.Canvas(), fyne.NewPos(0, b.Size().Height), b)
	})
	return b
}

func (p *page) foot() fyne.CanvasObject {
	p.hint = widget.NewLabel("")
	p.hint.Importance = widget.LowImportance
	p.hint.SizeName = theme.SizeNameCaptionText
	p.hint.Truncation = fyne.TextTruncateEllipsis
	p.loose = look.Quiet("", nil, func() { p.turn(byList); p.read(); p.focus() })
	p.bottom = container.NewBorder(nil, nil, nil, p.loose, p.hint)
	return p.bottom
}

// turn changes the view. What is shown follows with the next reading.
func (p *page) turn(m mode) {
	p.cancel()
	p.model.mode = m
	for i, b := range p.modes {
		b.Importance = widget.LowImportance
		if mode(i) == m {
			b.Importance = widget.MediumImportance
		}
		b.Refresh()
	}
	show := map[mode]fyne.CanvasObject{byWeek: p.days, byDay: p.days, byList: p.list.object}[m]
	if m == byMonth {
		show = container.NewStack(p.month, p.month.overlay)
	}
	if len(p.stage.Objects) == 0 || p.stage.Objects[0] != show {
		p.stage.Objects = []fyne.CanvasObject{show}
	}
	p.draw()
	p.stage.Refresh()
}

// read reads what the view shows.
func (p *page) read() { p.readBy(p.sh.Work.Do) }

// readSoon reads once nothing was typed into the filter for a while.
func (p *page) readSoon() {
	p.readBy(func(job work.Job, done func(error)) { p.sh.Work.Later("schedule", pause, job, done) })
}

func (p *page) readBy(do func(work.Job, func(error))) {
	p.reading++
	mine := p.reading
	from, to := p.model.between()
	filter := ""
	if p.model.mode == byList {
		filter = strings.TrimSpace(p.model.filter)
	}
	var r reading
	do(func(ctx context.Context) (err error) {
		r, err = read(ctx, p.desk, from, to, filter)
		return err
	}, func(err error) {
		if mine != p.reading {
			return // another time is shown by now
		}
		if d := p.drag; d != nil && d.dropped {
			p.drag = nil
		}
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.model.set(r.entries, r.unscheduled, r.named)
		p.draw()
		if now, _ := p.model.between(); !now.Equal(from) {
			p.read() // the day followed a session that was moved back
		}
	})
}

// draw shows the model.
func (p *page) draw() {
	p.title.SetText(p.heading())
	p.point(hit{})
	n := len(p.model.unscheduled)
	p.loose.SetText(words.T("未排期 {{.N}} 场", map[string]int{"N": n}))
	if n == 0 {
		p.loose.Hide()
	} else {
		p.loose.Show()
	}
	p.bottom.Refresh()
	switch p.model.mode {
	case byMonth:
		p.month.Refresh()
		p.month.overlay.Refresh()
	case byList:
		p.list.set(p.model.lines())
	default:
		other := p.axis.read()
		p.head.Refresh()
		p.hours.Refresh()
		p.hours.overlay.Refresh()
		p.scroll.Refresh()
		if other {
			p.scroll.ScrollToOffset(fyne.NewPos(0, p.axis.y(p.hours.Size(), opens*60)-6))
		}
	}
}

// board is the one that is shown; nil for the list.
func (p *page) board() *board {
	switch p.model.mode {
	case byMonth:
		return p.month
	case byList:
		return nil
	}
	return p.hours
}

// focus puts the keyboard on what is shown.
func (p *page) focus() {
	c := p.sh.Window.Canvas()
	if b := p.board(); b != nil {
		c.Focus(b)
		return
	}
	c.Focus(p.list.list)
}
