package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	reckoning "hearingdesk/ui/due"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/papers"
	watching "hearingdesk/ui/remind"
	"hearingdesk/ui/service"
	"hearingdesk/ui/today"
	"hearingdesk/ui/told"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A walk goes through a week with the models of the window, on a real file.
type walk struct {
	*week
	desk   *storage.Desk
	book   *rules.Book
	now    time.Time
	papers int

	judging *reckoning.Judging // as in a window: it remembers
}

// TestAWeekInTheLife walks through a generated week of a county office: 30 hearings,
// 12 ceremonies, 80 deadlines, more than 400 papers. Each morning and each evening
// whatever is due on a day stands under this day on the page of today, on that of
// services where it is about a paper, and in the count of the watch; what was done
// does not; and nothing that is late goes unseen.
func TestAWeekInTheLife(t *testing.T) {
	w := &walk{week: newWeek(t)}
	if h, a := len(w.p.Hearings)-4, len(w.p.Announcements); h != 30 || a != 12 || len(w.due) != 80 {
		t.Fatalf("%d hearings, %d ceremonies, %d deadlines", h, a, len(w.due))
	}
	w.now = w.at(weekBegins + " 07:30")
	w.open()
	for day := range weekDays {
		w.now = w.at(weekday(day).Format(time.DateOnly) + " 08:00")
		w.look("in the morning")
		w.day(day)
		w.now = w.at(weekday(day).Format(time.DateOnly) + " 18:00")
		w.look("in the evening")
	}
	late, _ := w.count()
	left := 0
	for _, o := range w.due {
		left += map[bool]int{true: 1}[!o.done && o.day.Before(weekday(weekDays-1))]
	}
	if left < 20 || late < left {
		t.Errorf("%d are left over, and %d are counted as late", left, late)
	}
	t.Logf("%d papers, %d deadlines, %d late", w.papers, len(w.due), late)
	if w.papers < 400 {
		t.Errorf("%d papers", w.papers)
	}
}

// open puts the week into a file.
func (w *walk) open() {
	w.t.Helper()
	w.imports()
	n := 0
	d, err := storage.Open(w.t.Context(), w.file, storage.Options{Actor: "许晚", Now: func() time.Time { return w.now }, NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprint("new", n)) }})
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = d.Close() })
	d.JudgedBy("week")
	w.desk = d
	if w.book, err = newBook(); err != nil {
		w.t.Fatal(err)
	}
	w.judging = reckoning.New(d, func() (*rules.Book, error) { return w.book, nil })
}

// look holds that everything that is owed is seen, and nothing that was done.
func (w *walk) look(when string) {
	w.t.Helper()
	m, err := today.Read(w.t.Context(), w.desk, w.now)
	if err != nil {
		w.t.Fatal(err)
	}
	a, err := w.judging.Agenda(w.t.Context(), w.now)
	if err != nil {
		w.t.Fatal(err)
	}
	m = m.Judged(a)
	board, err := service.Read(w.t.Context(), w.desk, w.book, w.now)
	if err != nil {
		w.t.Fatal(err)
	}
	here := date(w.now)
	overdue, due := 0, 0
	for _, o := range w.due {
		what := fmt.Sprintf("%s %s: %s of %s, due on %s", here, when, o.rule, o.of, o.day.Format(time.DateOnly))
		i := slices.IndexFunc(m.Items, func(i agenda.Item) bool { return o.is(i) })
		switch {
		case o.done && i >= 0:
			w.t.Errorf("%s, was done and is asked for", what)
		case o.done:
		case i < 0:
			w.t.Errorf("%s, is not on the page of today", what)
		case m.PartOf(m.Items[i].Day) == agenda.Late != date(o.day).Before(here):
			w.t.Errorf("%s, stands in part %d", what, m.PartOf(m.Items[i].Day))
		}
		if !o.done && slices.Contains([]string{"DL07", "DL08", "DL09", "DL10"}, o.rule) && !onBoard(board, o) {
			w.t.Errorf("%s, is not among the services", what)
		}
		if !o.done {
			overdue, due = overdue+one(date(o.day).Before(here)), due+one(date(o.day) == here)
		}
	}
	late, now := w.count()
	if l, n := m.Count(); l != late || n != now || late < overdue || now < due {
		w.t.Errorf("%s %s: the watch counts %d late and %d today, the page %d and %d, where at least %d and %d are", here, when, late, now, l, n, overdue, due)
	}
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// is reports whether an item is what is owed, under its day.
func (o *owed) is(i agenda.Item) bool {
	return i.Finding.Rule == o.rule && i.Day == date(o.day) && slices.Contains([]hearing.ID{i.Finding.Instrument, i.About.Case, i.About.Session}, o.of)
}

// onBoard reports whether a paper is on the board, with this clock or one that ends
// before it.
func onBoard(m service.Model, o *owed) bool {
	return slices.ContainsFunc(m.Ways, func(x agenda.Way) bool {
		return x.Instrument.ID == o.of && !x.Day().IsZero() && !x.Day().After(date(o.day))
	})
}

// count starts the watch, as the program does.
func (w *walk) count() (late, due int) {
	w.t.Helper()
	said := ""
	watch := &watching.Watch{Run: work.Now(w.t.Context()), Desk: w.desk, Judge: w.judging, Now: func() time.Time { return w.now },
		Hour: func() watching.Hour { return watching.Off }, Show: func(l, n int) { late, due = l, n }, Notify: func(title, text string) { said = title + text },
		Fail: func(err error) {
			if err != nil {
				w.t.Error(err)
			}
		}}
	watch.Start()
	if late > 0 && !strings.Contains(said, words.T("逾期 {{.Late}} 项", map[string]int{"Late": late})) {
		w.t.Errorf("%d are late, and it is told %q", late, said)
	}
	return late, due
}

// day does what a day brings: papers are made, hearings held, papers announced, and
// what is due is done where it is kept.
func (w *walk) day(n int) {
	w.t.Helper()
	from := date(weekday(n)).In(words.Zone())
	list, err := w.desk.Entries(w.t.Context(), from, from.AddDate(0, 0, 1))
	if err != nil || len(list) < 8 {
		w.t.Fatalf("%d sessions on day %d: %v", len(list), n, err)
	}
	for i, e := range list {
		if i%2 == 0 || e.Announcement { // the others' were sent out before
			w.print(e.Session)
		}
		if !e.Announcement {
			w.hold(e.Session)
		}
	}
	for _, o := range w.dueOn(weekday(n)) {
		if o.kept {
			w.settle(o)
		}
	}
	w.announce(n)
}

// print makes the papers of a session.
func (w *walk) print(session hearing.ID) {
	w.t.Helper()
	m := papers.NewModel(work.Now(w.t.Context()), w.desk, func() (*press.Press, error) { return newPress() }, func() time.Time { return w.now }, func(err error) {
		if err != nil {
			w.t.Error(err)
		}
	})
	m.Show(session)
	for _, s := range m.Sheets {
		if s.Err == nil {
			w.papers++
		}
	}
}

// hold has everybody come to a hearing, and notes the opinions and the result.
func (w *walk) hold(id hearing.ID) {
	w.t.Helper()
	h := must[hearing.Hearing](w.t)(w.desk.Hearing(w.t.Context(), id))
	outcome.AllPresent(&h)
	h.State, h.Outcome.OpenedAt, h.Outcome.ClosedAt = hearing.Closed, h.Start, h.End
	for _, p := range h.Officers() {
		outcome.EditOpinion(&h, p.ID, h.Ballots()[0], func(o *hearing.Opinion) { o.Stance, o.Reason = hearing.Agree, "应当制发检察建议。" })
	}
	must[hearing.Version](w.t)(w.desk.SaveHearing(w.t.Context(), h))
}

// settle does what is owed, on its day.
func (w *walk) settle(o *owed) {
	w.t.Helper()
	ctx, on := w.t.Context(), date(o.day)
	o.done = true
	switch o.rule {
	case "DL01":
		h := must[hearing.Hearing](w.t)(w.desk.Hearing(ctx, o.of))
		var all []hearing.ID
		for _, p := range h.Participants {
			all = append(all, p.ID)
		}
		told.Tell(&h, all, hearing.Told{SentOn: on, Method: hearing.ByPhone, By: "xu"}, told.OfHearing)
		told.Receive(&h, all, on, told.OfHearing)
		must[hearing.Version](w.t)(w.desk.SaveHearing(ctx, h))
	case "DL18":
		k := must[hearing.Case](w.t)(w.desk.Case(ctx, o.of))
		k.Steps = append(k.Steps, hearing.Step{ID: "back", Kind: hearing.LookedBack, On: on})
		must[hearing.Version](w.t)(w.desk.SaveCase(ctx, k))
	case "DL07":
		w.receive(ctx, o.of, service.Receipt{At: w.now.Add(2 * time.Hour), Receiver: "办公室", Capacity: hearing.MailRoom, Mode: hearing.Direct})
	default:
		i := must[hearing.Instrument](w.t)(w.desk.Instrument(ctx, o.of))
		if o.rule == "DL08" {
			i.FiledOn = on
		} else {
			i.Deliveries[0].RepliedOn, i.Deliveries[0].Reply = on, "已经整改，并建立巡查机制。"
		}
		must[hearing.Version](w.t)(w.desk.SaveInstrument(ctx, i))
	}
}

// receive enters the receipt of a paper from the list of those that wait.
func (w *walk) receive(ctx context.Context, paper hearing.ID, r service.Receipt) {
	w.t.Helper()
	board, err := service.Read(ctx, w.desk, w.book, w.now)
	if err != nil {
		w.t.Fatal(err)
	}
	open := board.Open()
	i := slices.IndexFunc(open, func(x service.Waiting) bool { return x.Instrument.ID == paper })
	if i < 0 {
		w.t.Fatalf("the receipt of %s is not waited for", paper)
	}
	if err := service.Receive(ctx, w.desk, open[i].Way, r); err != nil {
		w.t.Fatal(err)
	}
}

// announce holds the ceremonies of a day. Each paper is to be filed above in five
// days and answered in two months from then on.
func (w *walk) announce(n int) {
	w.t.Helper()
	for _, a := range w.p.Announcements {
		if calendar.DateOf(a.Start) != date(weekday(n)) {
			continue
		}
		paper := a.Deliveries[0].Instruments[0]
		w.receive(w.t.Context(), paper, service.Receipt{At: a.Start.Add(20 * time.Minute), Receiver: "郑立新", Capacity: hearing.UnitHead, Mode: hearing.Announced})
		w.due = append(w.due, &owed{rule: "DL08", of: paper, day: rolled(weekday(n).AddDate(0, 0, 5))}, &owed{rule: "DL09", of: paper, day: rolled(weekday(n).AddDate(0, 2, 0))})
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
