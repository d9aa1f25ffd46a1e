package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// calendarOf is what due -ics writes of a desk, read by another library.
func calendarOf(t *testing.T, file, at string) (string, []ical.Event) {
	t.Helper()
	var out bytes.Buffer
	tty := terminal{out: &out, err: io.Discard, env: func(string) string { return "" }}
	flags := flag.NewFlagSet("due", flag.ContinueOnError)
	if err := due(t.Context(), tty, flags, []string{"-db", file, "-at", at, "-ics"}); err != nil {
		t.Fatal(err)
	}
	cal, err := ical.NewDecoder(bytes.NewReader(out.Bytes())).Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, &out)
	}
	return out.String(), cal.Events()
}

// property is a text of an entry, empty when it has none.
func property(t *testing.T, e ical.Event, name string) string {
	t.Helper()
	s, err := e.Props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// dueDesk is a desk with the examples, one of which is changed: the hearing of
// the family is closed, its certificate is late, and a comma, a semicolon, a
// backslash and a line's end stand in texts.
func dueDesk(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "desk.db")
	tty := terminal{out: io.Discard, err: io.Discard, env: func(string) string { return "" }}
	if err := demo(t.Context(), tty, flag.NewFlagSet("demo", flag.ContinueOnError), []string{"-db", file}); err != nil {
		t.Fatal(err)
	}
	d, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	h, err := d.Hearing(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	h.Openness = hearing.NotOpen
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	c, err := d.Case(t.Context(), "c-e1")
	if err != nil {
		t.Fatal(err)
	}
	c.Cause = `督促整治“一、二号楼”消防隐患;A,B\C案`
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTheCalendarIsReadElsewhere(t *testing.T) {
	file := dueDesk(t)
	written, events := calendarOf(t, file, "2023-07-19T08:00")
	for _, line := range strings.SplitAfter(written, "\n") {
		if !strings.HasSuffix(line, "\r\n") && line != "" || len(line) > 77 || !utf8.ValidString(line) {
			t.Errorf("%d octets: %q", len(line), line)
		}
	}
	uids := map[string]bool{}
	sessions, late := 0, 0
	for _, e := range events {
		uid, summary := property(t, e, ical.PropUID), property(t, e, ical.PropSummary)
		if uids[uid] {
			t.Errorf("%s: twice", uid)
		}
		uids[uid] = true
		start, err := e.DateTimeStart(time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if stamp, err := e.Props.DateTime(ical.PropDateTimeStamp, time.UTC); err != nil || !stamp.Equal(time.Date(2023, 7, 19, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: stamped %s, %v", summary, stamp, err)
		}
		if len(e.Children) != 1 || e.Children[0].Name != ical.CompAlarm {
			t.Errorf("%s: no alarm", summary)
		}
		if all := summary + property(t, e, ical.PropDescription); strings.Contains(all, "程桂兰") || strings.Contains(all, "程建军") {
			t.Errorf("somebody is named: %s", all)
		}
		if e.Props.Get(ical.PropDateTimeStart).ValueType() == ical.ValueDate {
			if start.Before(time.Date(2023, 7, 19, 0, 0, 0, 0, time.UTC)) {
				t.Errorf("%s: on %s, which is over", summary, start)
			}
			if strings.HasPrefix(summary, "逾期：赡养协议") {
				late++
			}
			continue
		}
		sessions++
		end, err := e.DateTimeEnd(time.UTC)
		if err != nil || !end.After(start) || property(t, e, ical.PropLocation) == "" {
			t.Errorf("%s: to %s at %q: %v", summary, end, property(t, e, ical.PropLocation), err)
		}
		if start.Equal(time.Date(2023, 7, 31, 7, 0, 0, 0, time.UTC)) && summary != `督促整治“一、二号楼”消防隐患;A,B\C案宣告送达` {
			t.Errorf("read back as %q", summary)
		}
	}
	if sessions != 2 || late != 1 {
		t.Errorf("%d sessions, %d late certificates:\n%s", sessions, late, written)
	}
}

// TestAnEntryKeepsItsName holds that what is taken in again replaces what was
// there: after days have passed, and after the hearing was moved.
func TestAnEntryKeepsItsName(t *testing.T) {
	file := dueDesk(t)
	names := func(at string) []string {
		var out []string
		_, events := calendarOf(t, file, at)
		for _, e := range events {
			out = append(out, property(t, e, ical.PropUID))
		}
		slices.Sort(out)
		return out
	}
	before := names("2023-07-11")
	if after := names("2023-07-14T17:00"); !slices.Equal(before, after) {
		t.Errorf("three days later: %v, before %v", after, before)
	}
	d, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	h, err := d.Hearing(t.Context(), "h-e3")
	if err != nil {
		t.Fatal(err)
	}
	h.Start, h.End = h.Start.AddDate(0, 0, 1), h.End.AddDate(0, 0, 1)
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range before {
		if !slices.Contains(names("2023-07-11"), name) {
			t.Errorf("%s is gone after the hearing was moved", name)
		}
	}
}

// entryOf is how the entry of a name stands in the calendar on 11 July 2023: its
// status, its number, and how many alarms it has.
func entryOf(t *testing.T, file, uid string) (status string, sequence, alarms int) {
	t.Helper()
	_, events := calendarOf(t, file, "2023-07-11")
	for _, e := range events {
		if property(t, e, ical.PropUID) == uid {
			n, err := e.Props.Get(ical.PropSequence).Int()
			if err != nil {
				t.Fatal(err)
			}
			return property(t, e, ical.PropStatus), n, len(e.Children)
		}
	}
	t.Fatalf("%s is not in the calendar", uid)
	return "", 0, 0
}

// changeHearing changes the hearing of the first example in a file.
func changeHearing(t *testing.T, file string, do func(*hearing.Hearing)) {
	t.Helper()
	d, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	h, err := d.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	do(&h)
	if _, err := d.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestACancelledHearingLeavesTheTelephone: under the name that it had, and with a
// higher number, so that a calendar which has it takes it away; held after all,
// it comes back.
func TestACancelledHearingLeavesTheTelephone(t *testing.T) {
	file := dueDesk(t)
	uid := ""
	_, events := calendarOf(t, file, "2023-07-11")
	for _, e := range events {
		if start, err := e.DateTimeStart(time.UTC); err == nil && start.Equal(time.Date(2023, 7, 18, 1, 0, 0, 0, time.UTC)) {
			uid = property(t, e, ical.PropUID)
		}
	}
	changeHearing(t, file, func(h *hearing.Hearing) { h.State, h.Opinions, h.Outcome = hearing.Notifying, nil, hearing.Outcome{} })
	status, before, alarms := entryOf(t, file, uid)
	if again, same, _ := entryOf(t, file, uid); status != "" || again != "" || same != before || alarms != 1 {
		t.Errorf("it is %q, number %d and then %d, with %d alarms", status, before, same, alarms)
	}
	for _, c := range []struct {
		name, status string
		do           func(*hearing.Hearing)
	}{
		{"cancelled", "CANCELLED", func(h *hearing.Hearing) { h.State = hearing.Cancelled }},
		{"held after all", "", func(h *hearing.Hearing) { h.State = hearing.Notifying }},
		{"put off", "CANCELLED", func(h *hearing.Hearing) {
			h.State = hearing.Postponed
			h.Moves = append(h.Moves, hearing.Move{On: calendar.NewDate(2023, 7, 10), Kind: hearing.MovePostponed, From: h.Slot, Reason: "听证员不足"})
		}},
		{"put off without a new day", "CANCELLED", func(h *hearing.Hearing) { h.Start, h.End = time.Time{}, time.Time{} }},
	} {
		changeHearing(t, file, c.do)
		status, n, alarms := entryOf(t, file, uid)
		if status != c.status || n <= before || (alarms == 0) != (c.status != "") {
			t.Errorf("%s: %q, number %d after %d, with %d alarms", c.name, status, n, before, alarms)
		}
		before = n
	}
}

// TestALongDeskIsListed makes hundreds of entries, all with a name of their own.
func TestALongDeskIsListed(t *testing.T) {
	file := dueDesk(t)
	d, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	c := hearing.Case{ID: "steps", Cause: "督促整治河道垃圾行政公益诉讼案", Type: hearing.AdminPublicInterest}
	for i := range 200 {
		c.Steps = append(c.Steps, hearing.Step{ID: hearing.ID(fmt.Sprint("s", i)), Kind: hearing.RecusalAsked, On: calendar.NewDate(2023, 7, 18)})
	}
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	_, events := calendarOf(t, file, "2023-07-19")
	names := map[string]bool{}
	for _, e := range events {
		names[property(t, e, ical.PropUID)] = true
	}
	if len(events) < 200 || len(names) != len(events) {
		t.Errorf("%d entries of %d names", len(events), len(names))
	}
}
