package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// When the calendar reminds: on the day at half past eight, and an hour before
// a session.
const (
	remindOnDay   = "PT8H30M"
	remindSession = "-PT1H"
)

// writeCalendar writes the sessions to come and what is to be done as a
// calendar. Whoever takes it in again gets the same entries with what changed:
// an entry keeps its UID for as long as it is about the same thing. What is
// late stands on today; what has no day is left out. A session that was called
// off is written as cancelled, so that a calendar which has it takes it away. A
// telephone is read over shoulders: names are hidden as on a public paper, and
// all parties of what is not public.
func writeCalendar(w io.Writer, a agenda.Agenda, work hearing.OpenWork, off []hearing.OpenSession, now time.Time) error {
	cal := ics.NewCalendarFor("hearingdesk")
	cal.SetProductId("-//hearingdesk//hearingdesk//ZH")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(words.T("听证台"))
	book := dates{cal: cal, now: now, used: map[string]int{}}
	midnight := a.Today.In(now.Location())
	for i := range work.Sessions {
		s := &work.Sessions[i]
		if s.Entry.State.Holds() && !s.Entry.Start.IsZero() && !s.Entry.Start.Before(midnight) {
			remind(book.session(s), remindSession, agenda.About(s).Outside())
		}
	}
	for i := range off {
		book.session(&off[i]).SetStatus(ics.ObjectStatusCancelled)
	}
	for _, i := range a.Items {
		if !i.Day.IsZero() {
			book.item(i, a.PartOf(i.Day) == agenda.Late, a.Today.In(now.Location()))
		}
	}
	if err := cal.SerializeTo(w, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	return nil
}

// dates is a calendar that is being filled.
type dates struct {
	cal  *ics.Calendar
	now  time.Time
	used map[string]int
}

// event adds an entry that is known by what it is about.
func (c *dates) event(confidential bool, parts ...string) *ics.VEvent {
	key := strings.Join(parts, "\n")
	c.used[key]++
	if n := c.used[key]; n > 1 {
		key += "\n" + strconv.Itoa(n)
	}
	sum := sha256.Sum256([]byte(key))
	e := c.cal.AddEvent(hex.EncodeToString(sum[:16]) + "@hearingdesk")
	e.SetDtStampTime(c.now)
	e.SetModifiedAt(c.now)
	e.SetSequence(int(c.now.Unix() / 60)) // a later file replaces an earlier one
	if confidential {
		e.SetClass(ics.ClassificationConfidential)
	}
	return e
}

// calledOff lists the sessions that are not held at the time which a calendar
// may have: the cancelled ones, and those that were put off. One without a time
// stands at the one that it had last.
func calledOff(ctx context.Context, desk *storage.Desk, work hearing.OpenWork, now time.Time) ([]hearing.OpenSession, error) {
	midnight := calendar.DateOf(now).In(now.Location())
	all, err := desk.Entries(ctx, midnight, time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		return nil, fmt.Errorf("read cancelled sessions: %w", err)
	}
	var out []hearing.OpenSession
	for _, e := range all {
		if e.State.Holds() || e.Start.Before(midnight) {
			continue
		}
		d, err := desk.Dossier(ctx, e.Session)
		if err != nil {
			return nil, fmt.Errorf("read session %s: %w", e.Session, err)
		}
		out = append(out, hearing.OpenSession{Entry: e, Dossier: d})
	}
	for _, s := range work.Sessions {
		if moves := movesOf(s.Dossier); s.Entry.Start.IsZero() && len(moves) > 0 {
			last := moves[len(moves)-1].From
			s.Entry.Start, s.Entry.End = last.Start, last.End
			if !last.Start.Before(midnight) {
				out = append(out, s)
			}
		}
	}
	return out, nil
}

func movesOf(d hearing.Dossier) []hearing.Move {
	switch {
	case d.Hearing != nil:
		return d.Hearing.Moves
	case d.Announcement != nil:
		return d.Announcement.Moves
	}
	return nil
}

// version is how often a session's record was changed.
func version(s *hearing.OpenSession) int {
	switch d := s.Dossier; {
	case d.Hearing != nil:
		return int(d.Hearing.Version)
	case d.Announcement != nil:
		return int(d.Announcement.Version)
	}
	return 0
}

func (c *dates) session(s *hearing.OpenSession) *ics.VEvent {
	about := agenda.About(s)
	e := c.event(about.Confidential(), "session", string(about.Session))
	e.SetSummary(about.Outside())
	e.SetStartAt(about.Start)
	if !about.End.IsZero() {
		e.SetEndAt(about.End)
	}
	if about.Room != "" {
		e.SetLocation(about.Veil()(about.Room))
	}
	e.SetDescription(words.Of(s.Entry.State))
	e.SetSequence(version(s))
	return e
}

func (c *dates) item(i agenda.Item, late bool, today time.Time) {
	f := i.Finding
	paper := string(f.Instrument)
	if paper == "" {
		paper = f.Args["paper"]
	}
	parts := []string{"item", string(i.About.Session), string(i.About.Case + i.About.Clue + i.About.Patrol), f.Rule, string(f.Participant), paper, string(f.Step), f.Subject, f.Field}
	if i.Fields > 0 {
		parts = []string{"fields", string(i.About.Session)}
	}
	e := c.event(i.About.Confidential(), parts...)
	hide := i.About.Veil()
	summary, day := hide(words.Task(i)), i.Day.In(today.Location())
	if late {
		summary, day = words.T("逾期：{{.What}}", map[string]string{"What": summary}), today
	}
	e.SetSummary(summary)
	e.SetAllDayStartAt(day)
	e.SetAllDayEndAt(day.AddDate(0, 0, 1))
	e.SetTimeTransparency(ics.TransparencyTransparent)
	lines := []string{i.About.Outside()}
	if f.Article != "" && i.Fields < 2 {
		lines = append(lines, f.Article)
	}
	if !f.Due.IsZero() {
		lines = append(lines, words.T("期限")+" "+f.Due.String())
	}
	e.SetDescription(strings.Join(lines, "\n"))
	remind(e, remindOnDay, summary)
}

// remind adds an alarm.
func remind(e *ics.VEvent, when, text string) {
	a := e.AddAlarm()
	a.SetAction(ics.ActionDisplay)
	a.SetTrigger(when)
	a.SetDescription(text)
}
