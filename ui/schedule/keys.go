package schedule

import (
	"strings"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// stateOf is an entry's state, a draft when none was set.
func stateOf(e hearing.Entry) hearing.State {
	if e.State == "" {
		return hearing.Draft
	}
	return e.State
}

// heading names what is shown.
func (p *page) heading() string {
	d := p.model.day
	switch p.model.mode {
	case byMonth:
		return words.Month(d)
	case byWeek:
		return words.Days(monday(d), monday(d).AddDays(6))
	case byDay:
		return strings.TrimSpace(full(d) + "  " + markOf(p.sh.Days, d).label())
	}
	return words.T("{{.Day}} 起", map[string]string{"Day": full(d)})
}

// full is a date with its year.
func full(d calendar.Date) string { return words.Date(d, d.AddDays(400).In(words.Zone())) }

// about says everything of an entry in one line.
func (p *page) about(e hearing.Entry) string {
	parts := []string{words.Short(e.Start, e.End, p.sh.Now()), titleOf(e)}
	if e.RoomName != "" {
		parts = append(parts, e.RoomName)
	}
	if e.Presider != "" {
		parts = append(parts, words.T("主持人 {{.Name}}", map[string]string{"Name": e.Presider}))
	}
	parts = append(parts, words.Of(stateOf(e)))
	if e.Clashes {
		parts = append(parts, words.T("有冲突"))
	}
	return strings.Join(parts, " · ")
}

// keys says what the keyboard can do, or which holidays are not known.
func (p *page) keys() string {
	if y := p.model.day.Year(); p.sh.Days != nil && !p.sh.Days.Known(y) {
		return words.T("缺少 {{.Year}} 年节假日表，休息日只按周末标出", map[string]int{"Year": y})
	}
	if p.model.mode == byList {
		return words.T("回车打开 · F 筛选 · M 月 W 周 D 日 L 列表 · T 今天")
	}
	return words.T("回车新建或打开 · Tab 选会 · Shift+方向键移动所选的会 · M 月 W 周 D 日 L 列表 · T 今天")
}

// step goes some months, weeks or days on.
func (p *page) step(n int) {
	p.model.page(n)
	p.moved()
}

func (p *page) goToday() {
	p.model.today = p.sh.Day(p.model.zone)
	p.model.day, p.model.entry = p.model.today, ""
	p.read()
	p.draw()
}

// moved shows another day: it reads when it lies outside of what is shown.
func (p *page) moved() {
	p.draw()
	p.read()
}

// go goes some days on.
func (p *page) goDays(n int) {
	first, _ := p.model.span()
	p.model.day, p.model.entry = p.model.day.AddDays(n), ""
	if now, _ := p.model.span(); now == first && p.model.mode != byList {
		p.draw()
		return
	}
	p.moved()
}

// views are the keys of the views.
var views = map[fyne.KeyName]mode{fyne.KeyM: byMonth, fyne.KeyW: byWeek, fyne.KeyD: byDay, fyne.KeyL: byList}

// arrows are days and quarters of an hour.
var arrows = map[fyne.KeyName][2]int{fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1}}

// key does what a key means on a board.
func (p *page) key(e *fyne.KeyEvent, shift bool) {
	if by, ok := arrows[e.Name]; ok {
		p.arrow(by[0], by[1], shift)
		return
	}
	switch e.Name {
	case fyne.KeyTab:
		p.tab(shift)
	case fyne.KeyReturn, fyne.KeyEnter:
		if x, ok := p.model.find(p.model.entry); ok {
			p.openEntry(x)
			return
		}
		p.begin(p.model.day)
	case fyne.KeySpace:
		if x, ok := p.model.find(p.model.entry); ok {
			p.openEntry(x)
		} else if p.model.mode == byMonth {
			p.open(hit{what: onDay, day: p.model.day})
		}
	case fyne.KeyPlus, fyne.KeyEqual:
		p.begin(p.model.day)
	case fyne.KeyEscape:
		p.escape(e)
	default:
		p.common(e)
	}
}

// common are the keys that the list has too; others go to the window.
func (p *page) common(e *fyne.KeyEvent) {
	if m, ok := views[e.Name]; ok {
		p.turn(m)
		p.read()
		p.focus()
		return
	}
	switch e.Name {
	case fyne.KeyPageUp:
		p.step(-1)
	case fyne.KeyPageDown:
		p.step(1)
	case fyne.KeyT, fyne.KeyHome:
		p.goToday()
	default:
		if f := p.sh.Window.Canvas().OnTypedKey(); f != nil {
			f(e)
		}
	}
}

// escape puts back what is dragged, else selects no entry, else is the window's.
func (p *page) escape(e *fyne.KeyEvent) {
	switch {
	case p.drag != nil:
		p.cancel()
	case p.model.entry != "":
		p.model.entry = ""
		p.draw()
	default:
		p.common(e)
	}
}

// tab walks through the entries, and then on to the next field.
func (p *page) tab(back bool) {
	step := 1
	if back {
		step = -1
	}
	if p.model.walk(step) {
		p.draw()
		p.reveal()
		return
	}
	if back {
		p.sh.Window.Canvas().FocusPrevious()
	} else {
		p.sh.Window.Canvas().FocusNext()
	}
}

// reveal scrolls to the selected entry.
func (p *page) reveal() {
	if p.model.mode != byWeek && p.model.mode != byDay {
		return
	}
	b, ok := p.hours.boxOf(p.model.entry, p.model.day)
	if !ok {
		return
	}
	top, h := p.scroll.Offset.Y, p.scroll.Size().Height
	if b.y < top || b.y+min(b.h, h) > top+h {
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(b.y-20, 0)))
	}
}

// arrow moves the selected day, or with Shift the selected entry: by a day or
// a week in the month, by a day or a quarter of an hour beside the axis.
func (p *page) arrow(right, down int, shift bool) {
	x, ok := p.model.find(p.model.entry)
	switch {
	case shift && ok && !p.canMove(x):
	case shift && ok:
		days, minutes := right, down*snap
		if p.model.mode == byMonth {
			days, minutes = right+7*down, 0
		}
		p.move(x, func(now hearing.Slot) (hearing.Slot, error) { return shifted(now, days, minutes, p.model.zone), nil })
	case shift:
	case p.model.mode == byMonth:
		p.goDays(right + 7*down)
	case down != 0:
		if p.model.walk(down) {
			p.draw()
			p.reveal()
		}
	default:
		p.goDays(right)
	}
}
