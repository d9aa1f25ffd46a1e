package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// Moment is a row for an instant: a day, and a time of day that begins as
// usual says, in minutes since midnight. The two fields are name_at and
// name_time.
func (f *Form[T]) Moment(name, label string, usual func() int, at func(*T) *time.Time) fyne.CanvasObject {
	now := func() (calendar.Date, int) {
		v := f.Editor.Value()
		return split(*at(&v))
	}
	set := func(part string, d calendar.Date, minutes int) {
		f.change(name+part, func(v *T) {
			*at(v) = time.Time{}
			if !d.IsZero() {
				*at(v) = d.In(words.Zone()).Add(time.Duration(minutes) * time.Minute)
			}
		})
	}
	var clock *field.Clock
	day := field.NewDate(calendar.Date{}, f.today, func(typed string, d calendar.Date, err error) {
		if err != nil {
			f.Editor.Keep(f.prefix+name+"_at", typed)
			return
		}
		_, minutes := now()
		if minutes < 0 {
			minutes = usual()
		}
		set("_at", d, minutes)
		_, minutes = now()
		clock.Set(minutes)
	})
	clock = field.NewClock(-1, func(typed string, minutes int, err error) {
		d, _ := now()
		if err != nil || minutes < 0 || d.IsZero() {
			f.Editor.Keep(f.prefix+name+"_time", typed)
			return
		}
		set("_time", d, minutes)
	})
	both := container.NewGridWithColumns(2,
		f.row(name+"_at", "", day, func(v T) {
			if typed, ok := f.Editor.Typed(f.prefix + name + "_at"); ok {
				day.SetText(typed)
				return
			}
			d, _ := split(*at(&v))
			day.Set(d)
		}),
		f.row(name+"_time", "", clock, func(v T) {
			if typed, ok := f.Editor.Typed(f.prefix + name + "_time"); ok {
				clock.SetText(typed)
				return
			}
			_, m := split(*at(&v))
			clock.Set(m)
		}))
	if label == "" {
		return both
	}
	return field.RowOf(label, both)
}

// split is an instant as a form shows it: a date and minutes since midnight,
// -1 for none.
func split(t time.Time) (calendar.Date, int) {
	if t.IsZero() {
		return calendar.Date{}, -1
	}
	t = t.In(words.Zone())
	return calendar.DateOf(t), t.Hour()*60 + t.Minute()
}
