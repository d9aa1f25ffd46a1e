package form

import (
	"errors"
	"strconv"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// Text is a row for a line of text; hint is the grey text of the empty field.
func (f *Form[T]) Text(name, label, hint string, at func(*T) *string) fyne.CanvasObject {
	c := field.NewText("", f.tell(name, at)).Hint(hint)
	return f.row(name, label, c, func(v T) { c.Set(*at(&v)) })
}

// Note is a row for a text of several lines.
func (f *Form[T]) Note(name, label, hint string, lines int, at func(*T) *string) fyne.CanvasObject {
	c := field.NewNote("", lines, f.tell(name, at)).Hint(hint)
	return f.row(name, label, c, func(v T) { c.Set(*at(&v)) })
}

// Hidden is a row for a text that is masked until it is asked for.
func (f *Form[T]) Hidden(name, label, hint string, at func(*T) *string) fyne.CanvasObject {
	c := field.NewHidden("", f.tell(name, at), nil)
	c.Hint(hint)
	return f.row(name, label, c, func(v T) { c.Set(*at(&v)) })
}

func (f *Form[T]) tell(name string, at func(*T) *string) func(string) {
	return func(s string) { f.change(name, func(v *T) { *at(v) = s }) }
}

// Words is a row for a list of short words, written with 、 between them.
func (f *Form[T]) Words(name, label, hint string, at func(*T) *[]string) fyne.CanvasObject {
	return f.Typed(name, label, hint, "", func(v *T, s string) error {
		*at(v) = strings.FieldsFunc(s, between)
		return nil
	}, func(v T) string { return strings.Join(*at(&v), "、") })
}

func between(r rune) bool { return strings.ContainsRune("、，,；;", r) || unicode.IsSpace(r) }

// Number is a row for a count; empty is 0.
func (f *Form[T]) Number(name, label, hint string, at func(*T) *int) fyne.CanvasObject {
	return f.Typed(name, label, hint, words.T("请写一个数字，如 12。"), func(v *T, s string) error {
		n := 0
		if s = field.Narrow(s); s != "" {
			var err error
			if n, err = strconv.Atoi(s); err != nil || n < 0 {
				return errNumber
			}
		}
		*at(v) = n
		return nil
	}, func(v T) string {
		if n := *at(&v); n != 0 {
			return strconv.Itoa(n)
		}
		return ""
	})
}

var errNumber = errors.New("not a number")

// Partial is a row for a date that is known as far as it is known.
func (f *Form[T]) Partial(name, label string, at func(*T) *calendar.Partial) fyne.CanvasObject {
	return f.Typed(name, label, words.T("知道多少写多少：1985、1985-03、1985-03-12"), words.T("请写成 1985、1985-03 或 1985-03-12。"), func(v *T, s string) error {
		p, err := ReadPartial(s)
		if err == nil {
			*at(v) = p
		}
		return err
	}, func(v T) string { return at(&v).String() })
}

// ReadPartial reads 1985, 1985.3, 1985年3月, 19850312 and the like; nothing is
// no date.
func ReadPartial(typed string) (calendar.Partial, error) {
	parts := strings.FieldsFunc(field.Narrow(typed), func(r rune) bool { return strings.ContainsRune("-/.年月日", r) || unicode.IsSpace(r) })
	if len(parts) == 0 {
		return calendar.Partial{}, nil
	}
	if s := parts[0]; len(parts) == 1 && (len(s) == 6 || len(s) == 8) {
		parts = append([]string{s[:4], s[4:6]}, s[6:])
		if s[6:] == "" {
			parts = parts[:2]
		}
	}
	for i := range parts {
		if i > 0 && len(parts[i]) == 1 {
			parts[i] = "0" + parts[i]
		}
	}
	return calendar.ParsePartial(strings.Join(parts, "-"))
}

// Typed is a row for a value that is read from what was typed. A text that is
// no value yet is kept, and said to be wrong.
func (f *Form[T]) Typed(name, label, hint, wrong string, read func(*T, string) error, write func(T) string) fyne.CanvasObject {
	c := field.NewText("", nil)
	var last string // in the user's own writing
	change := func(s string) {
		last = s
		v := f.Editor.Value()
		if read(&v, s) != nil { // v is a copy: this only asks whether it can be read
			c.SetError(wrong)
			f.Editor.Keep(f.prefix+name, s)
			return
		}
		c.SetError("")
		f.change(name, func(v *T) { _ = read(v, s) }) // it could be read a moment ago
	}
	c = field.NewText("", change).Hint(hint)
	return f.row(name, label, c, func(v T) {
		if s, ok := f.Editor.Typed(f.prefix + name); ok {
			c.Set(s)
			c.SetError(wrong)
			return
		}
		c.SetError("")
		now := v
		if last != "" && read(&now, last) == nil && write(now) == write(v) {
			c.Set(last)
			return
		}
		c.Set(write(v))
	})
}

// Date is a row for a date.
func (f *Form[T]) Date(name, label string, at func(*T) *calendar.Date) fyne.CanvasObject {
	c := field.NewDate(calendar.Date{}, f.today, func(typed string, d calendar.Date, err error) {
		if err != nil {
			f.Editor.Keep(f.prefix+name, typed)
			return
		}
		f.change(name, func(v *T) { *at(v) = d })
	})
	return f.row(name, label, c, func(v T) {
		if s, ok := f.Editor.Typed(f.prefix + name); ok {
			c.SetText(s)
			return
		}
		c.Set(*at(&v))
	})
}

// Tick is a box for yes or no with its text.
func (f *Form[T]) Tick(name, text string, at func(*T) *bool) fyne.CanvasObject {
	c := field.NewTick(text, false, func(b bool) { f.change(name, func(v *T) { *at(v) = b }) })
	return f.row(name, "", c, func(v T) { c.Set(*at(&v)) })
}

// Choice is a row for one of several coded values.
func Choice[T hearing.Record, C field.Coded](f *Form[T], name, label string, options []C, at func(*T) *C) fyne.CanvasObject {
	c := field.NewChoice(options, "", func(x C) { f.change(name, func(v *T) { *at(v) = x }) })
	return f.row(name, label, c, func(v T) { c.Set(*at(&v)) })
}

// Chips is a row for any number of coded values.
func Chips[T hearing.Record, C field.Coded](f *Form[T], name, label string, options []C, at func(*T) *[]C) fyne.CanvasObject {
	c := field.NewChips(options, nil, func(x []C) { f.change(name, func(v *T) { *at(v) = x }) })
	return f.row(name, label, c, func(v T) { c.Set(*at(&v)) })
}

// OrNone puts the empty value before the others: the choice can be taken back.
func OrNone[C field.Coded](options []C) []C { return append([]C{""}, options...) }
