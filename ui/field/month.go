package field

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

const inEnglish = "January 2006" // how Fyne writes a month

// A month is Fyne's calendar with its head in the user's language: Fyne's own
// is always English.
type month struct {
	widget.BaseWidget
	calendar *widget.Calendar
	head     *widget.Label
}

func newMonth(shown time.Time, picked func(time.Time)) *month {
	m := &month{calendar: widget.NewCalendar(shown, picked)}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer draws what Fyne draws.
func (m *month) CreateRenderer() fyne.WidgetRenderer {
	r := m.calendar.CreateRenderer()
	m.find(r.Objects())
	m.say()
	return r
}

// find takes hold of the head, and of the buttons that turn to another month,
// which have no text.
func (m *month) find(all []fyne.CanvasObject) {
	for _, o := range all {
		switch o := o.(type) {
		case *fyne.Container:
			m.find(o.Objects)
		case *widget.Label:
			if _, err := time.Parse(inEnglish, o.Text); err == nil {
				m.head = o
			}
		case *widget.Button:
			if turn := o.OnTapped; o.Text == "" {
				o.OnTapped = func() {
					turn()
					m.say()
					m.Refresh()
				}
			}
		}
	}
}

func (m *month) say() {
	if m.head == nil {
		return
	}
	if t, err := time.Parse(inEnglish, m.head.Text); err == nil {
		m.head.SetText(words.Month(calendar.DateOf(t)))
	}
}
