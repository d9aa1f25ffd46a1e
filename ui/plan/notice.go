package plan

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// notice is what the announcement of a public hearing (06) says beyond the
// hearing's own facts. A closed hearing has none.
type notice struct {
	object                       fyne.CanvasObject
	s                            *sitting.Sitting
	number, seats, stream, media *field.Text
	signed, posted, byDay        *field.Date
	byTime                       *field.Clock
	notes, contacts              *field.Lines
	deadline                     calendar.Date
}

func newNotice(sh *shell.Shell, s *sitting.Sitting) *notice {
	n := &notice{s: s}
	text := func(name, hint string, set func(*hearing.PublicNotice, string)) *field.Text {
		return field.NewText("", func(v string) { n.set(name, func(p *hearing.PublicNotice) { set(p, v) }) }).Hint(hint)
	}
	date := func(name string, set func(*hearing.PublicNotice, calendar.Date)) *field.Date {
		return field.NewDate(calendar.Date{}, s.Today(), func(typed string, d calendar.Date, err error) {
			if err != nil {
				s.Keep(name, typed)
				return
			}
			n.set(name, func(p *hearing.PublicNotice) { set(p, d) })
		})
	}
	n.number = text("notice.number", words.T("公告一般不编号"), func(p *hearing.PublicNotice, v string) { p.Number = v })
	n.stream = text("notice.stream", words.T("直播网址"), func(p *hearing.PublicNotice, v string) { p.Stream = v })
	n.media = text("notice.media", words.T("受邀媒体"), func(p *hearing.PublicNotice, v string) { p.Media = v })
	n.seats = field.NewText("", n.setSeats).Hint(words.T("不填时按场所的旁听席位"))
	n.signed = date("notice.signed_on", func(p *hearing.PublicNotice, d calendar.Date) { p.SignedOn = d })
	n.posted = date("notice.posted_on", func(p *hearing.PublicNotice, d calendar.Date) { p.PostedOn = d })
	n.makeDeadline()
	key := func() string { return string(sh.NewID()) }
	n.notes = field.NewLines(nil, words.T("不填时印通用注意事项"), key, func(l []field.Line) {
		n.set("notice.notes", func(p *hearing.PublicNotice) { p.Notes = texts(l) })
	})
	n.contacts = field.NewLines(nil, words.T("姓名 电话；不填时印本院联系部门"), key, func(l []field.Line) {
		n.set("notice.contacts", func(p *hearing.PublicNotice) { p.Contacts = contacts(l) })
	})
	n.object = container.NewVBox(look.Subheading(words.T("公告（06）")), field.Columns(
		field.Section("",
			field.Row(words.T("落款日期"), n.signed),
			field.Row(words.T("张贴日期"), n.posted),
			field.RowOf(words.T("旁听报名截止"), container.NewGridWithColumns(2, n.byDay.Object(), n.byTime.Object())),
			field.Row(words.T("旁听席位"), n.seats),
		),
		field.Section("",
			field.Row(words.T("文号"), n.number),
			field.Row(words.T("媒体"), n.media),
			field.Row(words.T("直播"), n.stream),
			field.Row(words.T("联系人"), n.contacts),
			field.Row(words.T("注意事项"), n.notes),
		),
	))
	return n
}

// parts are its fields that have no finding of their own.
func (n *notice) parts() []edit.Part {
	return []edit.Part{n.stream, n.media, n.byTime, n.notes, n.contacts}
}

func (n *notice) set(name string, f func(*hearing.PublicNotice)) {
	n.s.Change(name, func(h *hearing.Hearing) { f(&h.Notice) })
}

func (n *notice) setSeats(v string) {
	seats, err := strconv.Atoi(strings.TrimSpace(v))
	if strings.TrimSpace(v) == "" {
		seats, err = 0, nil
	}
	if err != nil || seats < 0 || seats > 100000 {
		n.seats.SetError(words.T("请写席位的个数，例如 20。"))
		n.s.Keep("notice.seats", v)
		return
	}
	n.seats.SetError("")
	n.set("notice.seats", func(p *hearing.PublicNotice) { p.Seats = seats })
}

// makeDeadline makes the two fields of one instant: when observers must have
// applied.
func (n *notice) makeDeadline() {
	n.byDay = field.NewDate(calendar.Date{}, n.s.Today(), func(typed string, d calendar.Date, err error) {
		if err != nil {
			n.s.Keep("notice.sign_up_by", typed)
			return
		}
		n.deadline = d
		minutes := 17*60 + 30
		if by := n.s.Value().Notice.SignUpBy; !by.IsZero() {
			minutes = by.In(words.Zone()).Hour()*60 + by.In(words.Zone()).Minute()
		}
		n.setDeadline(minutes)
	})
	n.byTime = field.NewClock(-1, func(typed string, m int, err error) {
		if err != nil || m < 0 {
			n.s.Keep("notice.sign_up_time", typed)
			return
		}
		n.setDeadline(m)
	})
}

func (n *notice) setDeadline(minutes int) {
	by := time.Time{}
	if !n.deadline.IsZero() {
		by = at(n.deadline, minutes, words.Zone())
	}
	n.set("notice.sign_up_by", func(p *hearing.PublicNotice) { p.SignUpBy = by })
	n.s.Change("notice.sign_up_time", func(*hearing.Hearing) {})
	n.showDeadline()
}

func (n *notice) showDeadline() {
	w := timesOf(hearing.Slot{Start: n.s.Value().Notice.SignUpBy}, words.Zone())
	n.deadline = w.date
	n.byDay.Set(w.date)
	n.byTime.Set(w.start)
}

func (n *notice) show() {
	h := n.s.Value()
	if h.Openness == hearing.NotOpen {
		n.object.Hide()
		return
	}
	n.object.Show()
	p := h.Notice
	n.number.Set(p.Number)
	n.stream.Set(p.Stream)
	n.media.Set(p.Media)
	n.signed.Set(p.SignedOn)
	n.posted.Set(p.PostedOn)
	seats := ""
	if p.Seats > 0 {
		seats = strconv.Itoa(p.Seats)
	}
	n.seats.Set(seats)
	n.showDeadline()
	n.notes.Set(keyed(p.Notes))
	var people []string
	for _, c := range p.Contacts {
		people = append(people, strings.TrimSpace(c.Name+" "+c.Phone))
	}
	n.contacts.Set(keyed(people))
	for name, d := range map[string]*field.Date{"notice.signed_on": n.signed, "notice.posted_on": n.posted, "notice.sign_up_by": n.byDay} {
		if typed, ok := n.s.Typed(name); ok {
			d.SetText(typed)
		}
	}
	if typed, ok := n.s.Typed("notice.sign_up_time"); ok {
		n.byTime.SetText(typed)
	}
	if typed, ok := n.s.Typed("notice.seats"); ok {
		n.seats.Set(typed)
	}
}

// hides reports whether a field is one of the announcement's while it is not
// shown: a closed hearing has none.
func (n *notice) hides(name string) bool {
	return strings.HasPrefix(name, "notice") && n.s.Value().Openness == hearing.NotOpen
}

// keyed gives texts the keys that rows need.
func keyed(list []string) []field.Line {
	out := make([]field.Line, len(list))
	for i, s := range list {
		out[i] = field.Line{Key: strconv.Itoa(i), Text: s}
	}
	return out
}

func texts(lines []field.Line) []string {
	var out []string
	for _, l := range lines {
		if strings.TrimSpace(l.Text) != "" {
			out = append(out, l.Text)
		}
	}
	return out
}

// contacts reads “姓名 电话” from each line.
func contacts(lines []field.Line) []hearing.Contact {
	var out []hearing.Contact
	for _, s := range texts(lines) {
		name, phone, _ := strings.Cut(strings.TrimSpace(s), " ")
		out = append(out, hearing.Contact{Name: name, Phone: strings.TrimSpace(phone)})
	}
	return out
}
