package sweep

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/papers"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

func TestMain(m *testing.M) {
	if err := words.Use(words.Chinese); err != nil {
		panic(err)
	}
	m.Run()
}

const now = "2023-07-12 09:00"

// waiting is a desk with three hearings led by one presider in one room, on the
// 18th, the 19th and the 20th of July; of the first, people were told.
func waiting(t *testing.T) (*storage.Desk, hearing.Hearing) {
	t.Helper()
	d := shown.Examples(t, now)
	first, err := d.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	on := calendar.DateOf(shown.At(t, "2023-07-10 09:00"))
	for i, id := range []hearing.ID{"h-e1", "h-e2", "h-e3"} {
		h, err := d.Hearing(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		h.State, h.Room, h.Presider, h.Moves = hearing.Notifying, first.Room, first.Presider, nil
		h.Start = shown.At(t, "2023-07-18 09:00").AddDate(0, 0, i)
		h.End = h.Start.Add(2 * 60 * 60 * 1e9)
		for j := range h.Participants {
			p := &h.Participants[j]
			p.Told = nil
			if i == 0 && p.Role.MustBeTold() && !p.Alternate {
				p.Told = []hearing.Told{{SentOn: on, ReceivedOn: on, Method: hearing.ByHand}}
			}
		}
		if _, err := d.SaveHearing(t.Context(), h); err != nil {
			t.Fatal(err)
		}
	}
	first, err = d.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	return d, first
}

// model is a change that begins on the desk.
func model(t *testing.T, d *storage.Desk) *Model {
	t.Helper()
	sh, told := shown.Shell(t, now)
	t.Cleanup(func() { told.Clean(t) })
	m := NewModel(sh.Work, d, sh.Book, sh.Now, sh.Fail)
	m.Begin(calendar.DateOf(shown.At(t, "2023-07-18 09:00")))
	return m
}

// another is a person who leads none of the hearings.
func another(t *testing.T, d *storage.Desk, not hearing.ID) hearing.ID {
	t.Helper()
	all, err := d.People(t.Context(), "沈秋白", 5)
	if err != nil || len(all) == 0 || all[0].ID == not {
		t.Fatalf("%v, %v", all, err)
	}
	return all[0].ID
}

func TestAPresiderFallsIll(t *testing.T) {
	d, h := waiting(t)
	m := model(t, d)
	if len(m.Lines) != 0 {
		t.Fatalf("before anybody is named there are %d", len(m.Lines))
	}
	m.Who = h.Presider
	m.Read()
	if len(m.Lines) != 3 || m.Ready() {
		t.Fatalf("of the presider there are %d", len(m.Lines))
	}
	m.Sweep.To, m.Sweep.Why.Reason = another(t, d, h.Presider), "主持人因病不能到会"
	m.Read()
	if !m.Ready() || m.Lines[0].Retold() == 0 || len(m.Lines[1].Follows) > 0 && m.Lines[1].Retold() > 0 {
		t.Fatalf("ready %v, %+v", m.Ready(), m.Lines[0].Follows)
	}
	m.Turn(m.Lines[2])
	done := 0
	m.Apply(func(n int) { done = n })
	if done != 2 || !slices.Equal(m.Done, []hearing.ID{"h-e1", "h-e2"}) {
		t.Fatalf("changed %d: %v", done, m.Done)
	}
	first, err := d.Hearing(t.Context(), "h-e1")
	if err != nil || first.Presider != m.Sweep.To || len(first.Moves) != 1 || first.Moves[0].Reason != "主持人因病不能到会" || first.Moves[0].Was != h.Presider {
		t.Errorf("the first is %+v, %v", first.Moves, err)
	}
	if third, err := d.Hearing(t.Context(), "h-e3"); err != nil || third.Presider != h.Presider {
		t.Errorf("the third, which was left out, is led by %s, %v", third.Presider, err)
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, id := range []hearing.ID{"h-e1", "h-e2"} {
		if h2, err := d.Hearing(t.Context(), id); err != nil || h2.Presider != h.Presider || len(h2.Moves) != 0 {
			t.Errorf("one undo leaves %s with %s, %v", id, h2.Presider, err)
		}
	}
}

func TestARoomCloses(t *testing.T) {
	d, h := waiting(t)
	m := model(t, d)
	m.Cause, m.Who, m.Sweep.Kind = Closed, h.Room, hearing.SweepDay
	m.Sweep.Day = calendar.DateOf(shown.At(t, "2023-07-25 09:00"))
	m.Read()
	if len(m.Lines) != 3 || m.Ready() || len(m.Lines[0].Clashes) == 0 {
		t.Fatalf("three at one hour in one room: ready %v, %+v", m.Ready(), m.Lines[0].Clashes)
	}
	m.Sweep = hearing.Sweep{Kind: hearing.SweepDays, Days: 1}
	m.Read()
	if !m.Ready() {
		t.Fatalf("a day later they clash: %+v %+v %+v", m.Lines[0].Clashes, m.Lines[1].Clashes, m.Lines[2].Clashes)
	}
	m.Turn(m.Lines[1])
	if m.Ready() {
		t.Error("the first comes to where the second stays")
	}
	m.Turn(m.Lines[1])
	m.Sweep = hearing.Sweep{Kind: hearing.SweepCancel}
	m.Read()
	m.Apply(func(int) {})
	if h, err := d.Hearing(t.Context(), "h-e1"); err != nil || h.State != hearing.Cancelled || len(h.Moves) != 1 {
		t.Errorf("cancelled it is %s with %d changes, %v", h.State, len(h.Moves), err)
	}
}

func TestThePageLeadsToTheNotices(t *testing.T) {
	d, h := waiting(t)
	sh, told := shown.Shell(t, now)
	page := New(sh, d).(*Page)
	shown.Show(sh, page.Object())
	page.Show(shell.Place{Kind: shell.Sweep, Day: calendar.DateOf(shown.At(t, "2023-07-18 09:00"))})
	shown.Picture(t, sh.Window, "sweep-empty")
	page.m.Who = h.Presider
	page.m.Sweep.To, page.m.Sweep.Why.Reason = another(t, d, h.Presider), "主持人因病不能到会"
	page.m.Read()
	shown.Picture(t, sh.Window, "sweep")
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark))
	page.m.Cause, page.m.Sweep = Lost, hearing.Sweep{Kind: hearing.SweepDay, Day: calendar.DateOf(shown.At(t, "2023-07-25 09:00"))}
	page.fill()
	page.m.Read()
	shown.Picture(t, sh.Window, "sweep-clash-dark")
	page.m.Sweep = hearing.Sweep{Kind: hearing.SweepDays, Days: 7}
	page.fill()
	page.m.Read()
	shown.Press(t, sh.Window, "变更 3 场并打印通知")
	told.Clean(t)
	if want := papers.Of([]hearing.ID{"h-e1", "h-e2", "h-e3"}, "21"); len(told.Went) != 1 || told.Went[0] != want {
		t.Errorf("went to %+v, want %+v", told.Went, want)
	}
	if m := page.Object().MinSize(); m.Width > shown.Width {
		t.Errorf("the page is %.0f wide", m.Width)
	}
}

// TestACeremonyIsMoved: a day is lost on which an announcement was to be, of which
// the units were asked; its notices are printed with the others.
func TestACeremonyIsMoved(t *testing.T) {
	d := shown.Examples(t, "2023-07-28 09:00")
	a, err := d.Announcement(t.Context(), "a-e1")
	if err != nil {
		t.Fatal(err)
	}
	a.State, a.Deliveries = hearing.Notifying, nil
	if _, err := d.SaveAnnouncement(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	sh, told := shown.Shell(t, "2023-07-28 09:00")
	m := NewModel(sh.Work, d, sh.Book, sh.Now, sh.Fail)
	day := calendar.DateOf(a.Start.In(words.Zone()))
	m.Begin(day)
	m.Cause, m.To = Lost, day
	m.Sweep = hearing.Sweep{Kind: hearing.SweepDays, Days: 2, Why: hearing.Why{Reason: "听证室设备检修"}}
	m.Read()
	if !m.Ready() {
		t.Fatalf("it cannot be made: %d lines", len(m.Lines))
	}
	m.Apply(func(int) {})
	if !slices.Equal(m.Done, []hearing.ID{"a-e1"}) {
		t.Fatalf("notices are printed of %v", m.Done)
	}
	p, err := shown.NewPress()
	if err != nil {
		t.Fatal(err)
	}
	now, err := d.Dossier(t.Context(), "a-e1")
	if err != nil {
		t.Fatal(err)
	}
	notices := p.Plan(now, "21b")
	if len(notices) != 3 || len(notices[0].Missing) > 0 || now.Announcement.Moves[0].Reason != "听证室设备检修" {
		t.Errorf("there are %d notices: %+v", len(notices), notices)
	}
	told.Clean(t)
}
