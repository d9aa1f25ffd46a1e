package outcome

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

// A form is a group of fields that are set together.
type form struct {
	v     *view
	sets  []func(hearing.Hearing)
	comes bool // it comes and goes with what it is about
}

// allow lets parts be used only while what they change may be changed.
func (f *form) allow(name string, parts ...edit.Part) {
	if f.comes {
		edit.Bar(f.v.s.Barred(stored(name)), parts...)
		return
	}
	f.v.s.Allow(stored(name), parts...)
}

// stored is the field of the hearing that a name of the page is kept in.
func stored(name string) string {
	if strings.HasPrefix(name, "attendance.") {
		return "participants"
	}
	return name
}

// show sets every field to what the hearing has.
func (f *form) show(h hearing.Hearing) {
	for _, set := range f.sets {
		set(h)
	}
}

// text is a field of so many lines.
func (f *form) text(name string, lines int, get func(hearing.Hearing) string, set func(*hearing.Hearing, string)) *field.Text {
	change := func(s string) { f.v.change(name, func(h *hearing.Hearing) { set(h, s) }) }
	var t *field.Text
	if lines > 1 {
		t = field.NewNote("", lines, change)
	} else {
		t = field.NewText("", change)
	}
	f.sets = append(f.sets, func(h hearing.Hearing) { t.Set(get(h)) })
	f.allow(name, t)
	return t
}

// number is a field for a number that is not negative.
func (f *form) number(name string, get func(hearing.Hearing) int, set func(*hearing.Hearing, int)) *field.Text {
	var t *field.Text
	wrong := func(bad bool) {
		if bad {
			t.SetError(words.T("请填一个数，如 12。"))
			return
		}
		t.SetError("")
	}
	t = field.NewText("", func(s string) {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if strings.TrimSpace(s) == "" {
			n, err = 0, nil
		}
		wrong(err != nil || n < 0)
		if err != nil || n < 0 {
			f.v.s.Keep(name, s)
			return
		}
		f.v.change(name, func(h *hearing.Hearing) { set(h, n) })
	})
	f.sets = append(f.sets, func(h hearing.Hearing) {
		if s, ok := f.v.s.Typed(name); ok {
			t.Set(s)
			wrong(true)
			return
		}
		wrong(false)
		if n := get(h); n > 0 {
			t.Set(strconv.Itoa(n))
		} else {
			t.Set("")
		}
	})
	f.allow(name, t)
	return t
}

// date is a field for a day.
func (f *form) date(name string, get func(hearing.Hearing) calendar.Date, set func(*hearing.Hearing, calendar.Date)) *field.Date {
	d := field.NewDate(calendar.Date{}, f.v.s.Today(), func(typed string, day calendar.Date, err error) {
		if err != nil {
			f.v.s.Keep(name, typed)
			return
		}
		f.v.change(name, func(h *hearing.Hearing) { set(h, day) })
	})
	f.sets = append(f.sets, func(h hearing.Hearing) {
		if typed, ok := f.v.s.Typed(name); ok {
			d.SetText(typed)
			return
		}
		d.Set(get(h))
	})
	f.allow(name, d)
	return d
}

// clock is a field for a time of the hearing's day.
func (f *form) clock(name string, get func(hearing.Hearing) time.Time, set func(*hearing.Hearing, time.Time)) *field.Clock {
	c := field.NewClock(-1, func(typed string, minutes int, err error) {
		if err != nil {
			f.v.s.Keep(name, typed)
			return
		}
		f.v.change(name, func(h *hearing.Hearing) {
			day := DayOf(*h, f.v.sh.Now(), f.v.zone())
			if was := get(*h); !was.IsZero() {
				day = calendar.DateOf(was.In(f.v.zone()))
			}
			set(h, At(day, minutes, f.v.zone()))
		})
	})
	f.sets = append(f.sets, func(h hearing.Hearing) {
		if typed, ok := f.v.s.Typed(name); ok {
			c.SetText(typed)
			return
		}
		c.Set(Minutes(get(h), f.v.zone()))
	})
	f.allow(name, c)
	return c
}

// person is a field for somebody.
func (f *form) person(name string, get func(hearing.Hearing) hearing.ID, set func(*hearing.Hearing, hearing.ID)) *field.Pick {
	p := field.NewPick(f.v.sh.Work, lookup.FindPeople(f.v.desk), field.Option{}, func(o field.Option) {
		f.v.names[o.ID] = o.Name
		f.v.change(name, func(h *hearing.Hearing) { set(h, o.ID) })
	}, nil)
	f.sets = append(f.sets, func(h hearing.Hearing) { p.Set(field.Option{ID: get(h), Name: f.v.nameOf(get(h))}) })
	f.allow(name, p)
	return p
}

// beside sets a small button beside a control.
func beside(c field.Control, b *widget.Button) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, container.NewVBox(b), c.Object())
}

// frame sets a part of the page apart by a thin line.
func frame(o fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = theme.Color(theme.ColorNameSeparator), 1, 6
	return container.NewStack(ground, container.NewPadded(container.NewPadded(o)))
}

// strong is a label of what a part is about; it is cut off where it is long.
func strong(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.TextStyle.Bold = true
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// caption is a small grey line that explains.
func caption(text string) *widget.Label {
	l := grey(text)
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// say changes a label where it says something else.
func say(l *widget.Label, text string) {
	if l.Text != text {
		l.SetText(text)
	}
}

// grey is a label that does not ask for attention.
func grey(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.LowImportance
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}
