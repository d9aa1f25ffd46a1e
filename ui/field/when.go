package field

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// A Date is a date, typed in any usual way or picked from a calendar.
type Date struct {
	line
	entry *entry
	today calendar.Date
	tell  func(string, calendar.Date, error)
}

// NewDate returns a field for a date. onChange gets what was typed, and the
// date or the error of [ReadDate].
func NewDate(value calendar.Date, today calendar.Date, onChange func(typed string, d calendar.Date, err error)) *Date {
	d := &Date{today: today, tell: onChange}
	d.entry = newEntry(value.String(), d.typed)
	d.entry.SetPlaceHolder(words.T("年-月-日"))
	var open *touch
	open = newTouch(theme.CalendarIcon(), func() { d.pick(open) })
	d.entry.keys = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyDown {
			d.pick(open)
		}
		return k.Name == fyne.KeyDown
	}
	d.line = newLine(container.NewBorder(nil, nil, nil, open, d.entry), d.entry)
	return d
}

func (d *Date) typed(s string) {
	date, err := ReadDate(s, d.today)
	d.showWrong(err)
	d.tell(s, date, err)
}

func (d *Date) showWrong(err error) {
	if err == nil {
		d.SetError("")
		return
	}
	d.SetError(words.T("这不是日期，请写成 2023-07-18 或 7月18日。"))
}

// Set shows a date without telling it as a change.
func (d *Date) Set(value calendar.Date) {
	if now, err := ReadDate(d.entry.Text, d.today); err == nil && now == value {
		return // the same date in the user's own writing
	}
	d.entry.set(value.String())
	d.SetError("")
}

// SetText shows what was once typed and could not be saved.
func (d *Date) SetText(typed string) {
	d.entry.set(typed)
	_, err := ReadDate(typed, d.today)
	d.showWrong(err)
}

// pick opens the calendar below the field.
func (d *Date) pick(under fyne.CanvasObject) {
	shown := d.today
	if now, err := ReadDate(d.entry.Text, d.today); err == nil && !now.IsZero() {
		shown = now
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(under)
	if c == nil {
		return
	}
	var pop *widget.PopUp
	picked := newMonth(shown.In(time.Local), func(t time.Time) {
		pop.Hide()
		d.entry.SetText(calendar.DateOf(t).String())
		c.Focus(d.entry)
	})
	pop = widget.NewPopUp(container.NewPadded(picked), c)
	pop.ShowAtRelativePosition(fyne.NewPos(under.Size().Width-pop.MinSize().Width, under.Size().Height), under)
}

// A Clock is a time of day.
type Clock struct {
	line
	entry *entry
	tell  func(string, int, error)
}

// NewClock returns a field for a time of day in minutes since midnight, -1 for
// none. onChange gets what was typed, and the minutes or the error of [ReadTime].
func NewClock(value int, onChange func(typed string, minutes int, err error)) *Clock {
	c := &Clock{tell: onChange}
	c.entry = newEntry(clockText(value), c.typed)
	c.entry.SetPlaceHolder("14:30")
	var open *touch
	open = newTouch(theme.MenuDropDownIcon(), func() { c.pick(open) })
	c.entry.keys = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyDown {
			c.pick(open)
		}
		return k.Name == fyne.KeyDown
	}
	c.line = newLine(container.NewBorder(nil, nil, nil, open, c.entry), c.entry)
	return c
}

func (c *Clock) typed(s string) {
	m, err := ReadTime(s)
	if err != nil {
		c.SetError(words.T("这不是时间，请写成 14:30 或 下午2时30分。"))
	} else {
		c.SetError("")
	}
	c.tell(s, m, err)
}

// Set shows a time without telling it as a change.
func (c *Clock) Set(minutes int) {
	if now, err := ReadTime(c.entry.Text); err == nil && now == minutes {
		return
	}
	c.entry.set(clockText(minutes))
	c.SetError("")
}

// SetText shows what was once typed and could not be saved.
func (c *Clock) SetText(typed string) {
	c.entry.set(typed)
	if _, err := ReadTime(typed); err != nil {
		c.SetError(words.T("这不是时间，请写成 14:30 或 下午2时30分。"))
	}
}

func clockText(minutes int) string {
	if minutes < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}

// pick offers the half hours of an office day.
func (c *Clock) pick(under fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for m := 8 * 60; m <= 18*60; m += 30 {
		items = append(items, fyne.NewMenuItem(clockText(m), func() { c.entry.SetText(clockText(m)) }))
	}
	if on := fyne.CurrentApp().Driver().CanvasForObject(under); on != nil {
		widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), on, fyne.NewPos(0, under.Size().Height), under)
	}
}
