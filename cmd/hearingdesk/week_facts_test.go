package main

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// The week is from Monday, 8 September 2025, to Friday; there is no holiday near any
// of its dates.
const (
	weekBegins = "2025-09-08"
	weekDays   = 5
)

// An owed is something that is due on a day. The day is counted here, as the act says
// and not as the program counts.
type owed struct {
	rule string
	of   hearing.ID // paper, case or hearing
	day  time.Time
	kept bool // it is done on its day; of every three one is left
	done bool
}

// A week is a county office's week: its facts, and what they make due.
type week struct {
	office
	due []*owed
	n   int // papers and cases so far
}

// weekday is the nth day of the week, from Monday.
func weekday(n int) time.Time {
	d, _ := time.Parse(time.DateOnly, weekBegins)
	return d.AddDate(0, 0, n)
}

func date(t time.Time) calendar.Date { return calendar.NewDate(t.Year(), t.Month(), t.Day()) }

// rolled is the first day from one on that is no Saturday or Sunday.
func rolled(t time.Time) time.Time {
	for t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	return t
}

// newWeek has 30 hearings, 12 ceremonies and 80 deadlines.
func newWeek(t *testing.T) *week {
	w := &week{office: *newOffice(t)}
	w.p.Rooms = append(w.p.Rooms, hearing.Room{ID: "hall", Name: "听证室二", Kind: hearing.HearingRoom}, hearing.Room{ID: "open", Name: "宣告厅", Kind: hearing.HearingRoom})
	w.p.People = append(w.p.People, hearing.Person{ID: "gu", Name: "顾长河", Rank: hearing.DeputyChief}, hearing.Person{ID: "pei", Name: "裴小满", Rank: hearing.Clerk})
	for i := 10; i < 20; i++ {
		w.p.People = append(w.p.People, hearing.Person{ID: officer(i), Name: fmt.Sprintf("程%c然", '一'+rune(i*7)), Pool: hearing.PoolActive})
	}
	for day := range weekDays {
		w.sessions(day)
	}
	for n := range 4 { // of the Monday after
		w.untold(w.sitting(7, n), 7)
	}
	for n := range 28 { // two months (解释, art. 21): the same number of the month
		due := weekday(n % weekDays)
		w.owes("DL09", w.served(due.AddDate(0, -2, 0), false), due)
	}
	for n := range 10 { // fifteen days where it is urgent
		due := weekday(n % weekDays)
		w.owes("DL10", w.served(due.AddDate(0, 0, -15), true), due)
	}
	for n := range 10 { // to be filed above within five days of the service (办案规则, art. 75)
		due := weekday(n % weekDays)
		id := w.served(due.AddDate(0, 0, -5), false)
		w.p.Instruments[len(w.p.Instruments)-1].FiledOn = calendar.Date{}
		w.owes("DL08", id, due)
	}
	for n := range 10 { // to be served within three days of the decision (办案规则, art. 76)
		due := weekday(n % weekDays)
		w.owes("DL07", w.decided(due.AddDate(0, 0, -3)), due)
	}
	for n := range 10 { // to be looked at again after three months
		due := weekday(n % weekDays)
		w.owes("DL18", w.closed(due.AddDate(0, -3, 0)), due)
	}
	return w
}

func (w *week) owes(rule string, of hearing.ID, day time.Time) {
	w.due = append(w.due, &owed{rule: rule, of: of, day: day, kept: len(w.due)%3 != 2})
}

// sessions are the six hearings of a day, three a room, and its ceremonies.
func (w *week) sessions(day int) {
	for n := range 6 {
		h := w.sitting(day, n)
		if day > 2 && n < 4 { // three days before is Monday, or Tuesday
			w.untold(h, day)
		}
	}
	for n := range []int{2, 3, 2, 3, 2}[day] {
		id := w.decided(weekday(day).AddDate(0, 0, -2))
		paper := &w.p.Instruments[len(w.p.Instruments)-1]
		start := w.at(weekday(day).Format(time.DateOnly) + fmt.Sprintf(" %d:00", 14+n))
		a := hearing.Announcement{ID: "open-" + id, Cases: []hearing.ID{paper.Case}, State: hearing.Ready, Slot: hearing.Slot{Room: "open", Start: start, End: start.Add(40 * time.Minute)},
			Openness: hearing.Public, Presider: "shen", Reader: "lin", Recorder: "pei", Consents: []hearing.Consent{{Organisation: "housing", AskedOn: date(weekday(day)).AddDays(-2), AnsweredOn: date(weekday(day)).AddDays(-1), Agreed: true}},
			Participants: []hearing.Participant{{ID: "r", Role: hearing.Recipient, Organisation: "housing"}}, Deliveries: paper.Deliveries}
		a.Deliveries[0].Mode, a.Deliveries[0].Instruments = hearing.Announced, []hearing.ID{id}
		paper.Deliveries = nil
		w.p.Announcements = append(w.p.Announcements, a)
	}
}

// sitting is the nth hearing of a day, for which everything was done in time.
func (w *week) sitting(day, n int) *hearing.Hearing {
	on := weekday(day).Format(time.DateOnly)
	begin := []string{" 08:30", " 10:00", " 11:10"}[n%3]
	start := w.at(on + begin)
	h := w.hears(hearing.ID(fmt.Sprintf("h%d-%d", day, n)), on+begin, start.Add(time.Hour).Format("2006-01-02 15:04"), 3)
	if n > 2 {
		h.Room, h.Presider, h.Recorder = "hall", "gu", "pei"
	}
	for i := range 3 {
		h.Participants[i].Person = officer((n*3 + i) % 20)
	}
	if n > 2 {
		h.Participants[3].Person = ""
	}
	return h
}

// untold has nobody told of a hearing yet: three days before is the last day (听证工作规定,
// art. 10).
func (w *week) untold(h *hearing.Hearing, day int) {
	w.told(h, "")
	w.owes("DL01", h.ID, weekday(day).AddDate(0, 0, -3))
}

// decided is a recommendation of a case of its own that is still to be served.
func (w *week) decided(on time.Time) hearing.ID {
	w.n++
	of, id := hearing.ID(fmt.Sprint("k", w.n)), hearing.ID(fmt.Sprint("i", w.n))
	w.p.Cases = append(w.p.Cases, hearing.Case{ID: of, Number: fmt.Sprintf("澄检行公立〔2025〕%d号", w.n), Cause: fmt.Sprintf("督促整治第%d号窨井盖行政公益诉讼案", w.n),
		Type: hearing.AdminPublicInterest, Handler: "lin", Parties: []hearing.Party{{ID: "1", Role: hearing.SupervisedAgency, Organisation: "housing"}}})
	w.p.Instruments = append(w.p.Instruments, hearing.Instrument{ID: id, Case: of, Kind: hearing.Recommendation, Number: fmt.Sprintf("澄检行公建〔2025〕%d号", w.n), DecidedOn: date(on),
		Items: []string{"修复缺失的窨井盖"}, Deliveries: []hearing.Delivery{{ID: "d", Organisation: "housing", Mode: hearing.Direct, Servers: []hearing.ID{"lin", "xu"}}}})
	return id
}

// served is one that was served on a day and filed above.
func (w *week) served(on time.Time, urgent bool) hearing.ID {
	id := w.decided(on.AddDate(0, 0, -1))
	i := &w.p.Instruments[len(w.p.Instruments)-1]
	i.Urgent, i.FiledOn = urgent, date(on)
	d := &i.Deliveries[0]
	d.ServedAt, d.Receiver, d.Capacity = w.at(on.Format(time.DateOnly)+" 15:00"), "办公室", hearing.MailRoom
	return id
}

// closed is a case whose paper was answered and that was closed on a day.
func (w *week) closed(on time.Time) hearing.ID {
	w.served(on.AddDate(0, -2, 0), false)
	i, k := &w.p.Instruments[len(w.p.Instruments)-1], &w.p.Cases[len(w.p.Cases)-1]
	i.Deliveries[0].RepliedOn, i.Deliveries[0].Reply = date(on.AddDate(0, 0, -10)), "已经整改。"
	k.Steps = []hearing.Step{{ID: "end", Kind: hearing.CaseClosed, On: date(on)}}
	return k.ID
}

// dueOn are those that are due on a day.
func (w *week) dueOn(day time.Time) []*owed {
	return slices.DeleteFunc(slices.Clone(w.due), func(o *owed) bool { return !o.day.Equal(day) })
}
