package columns_test

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/hearing/figures/columns"
	"hearingdesk/hearing/sample"
)

var zone = time.FixedZone("CST", 8*60*60)

// written writes a package in two halves, as a desk does month by month.
func written(t *testing.T, p hearing.Package, k figures.Counter, from, middle, to calendar.Date) [4]*bytes.Buffer {
	t.Helper()
	var out [4]*bytes.Buffer
	var files []io.Writer
	for i := range out {
		out[i] = &bytes.Buffer{}
		files = append(files, out[i])
	}
	w := columns.NewWriter(p.Office.Name, files)
	for _, half := range [][2]calendar.Date{{from, middle}, {middle.AddDays(1), to}} {
		if err := w.Write(k, p, half[0], half[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out
}

func rows[T any](t *testing.T, b *bytes.Buffer) []T {
	t.Helper()
	out, err := parquet.Read[T](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestTheRowsSumUpToTheFigures holds that sums over the files are the figures of
// the report, and that nobody's name is in them.
func TestTheRowsSumUpToTheFigures(t *testing.T) {
	p := hearing.Package{}
	if err := json.Unmarshal(assets.Examples, &p); err != nil {
		t.Fatal(err)
	}
	article, err := sample.Article(zone)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range article.Records() {
		if r.Noun() != hearing.NounOffice {
			p.Add(r)
		}
	}
	k := figures.Counter{Days: &calendar.Calendar{}, Zone: zone, At: time.Date(2024, 6, 1, 0, 0, 0, 0, zone)}
	from, to := calendar.NewDate(2023, 1, 1), calendar.NewDate(2024, 12, 31)
	r := k.Count(p, from, to)
	files := written(t, p, k, from, calendar.NewDate(2023, 7, 20), to)
	var sum columns.Event
	filed, cases := int64(0), map[string]bool{}
	for _, e := range rows[columns.Event](t, files[0]) {
		sum.Hearings, sum.CaseSessions, sum.Officers, sum.Supervisors = sum.Hearings+e.Hearings, sum.CaseSessions+e.CaseSessions, sum.Officers+e.Officers, sum.Supervisors+e.Supervisors
		sum.Announcements, sum.Served, sum.Issued, sum.Replied, sum.InTime, sum.Overdue = sum.Announcements+e.Announcements, sum.Served+e.Served, sum.Issued+e.Issued, sum.Replied+e.Replied, sum.InTime+e.InTime, sum.Overdue+e.Overdue
		if e.Kind == string(figures.CaseFiled) {
			filed++
		}
		if e.CaseSessions > 0 {
			cases[e.Case] = true
		}
	}
	for name, x := range map[string][2]int{"held": {int(sum.Hearings), r.Held.N}, "case sessions": {int(sum.CaseSessions), r.CaseSessions.N}, "cases": {len(cases), r.Cases.N}, "officers": {int(sum.Officers), r.Officers.N},
		"filed": {int(filed), r.Filed.N}, "announcements": {int(sum.Announcements), r.Announcements.N}, "served": {int(sum.Served), r.Served.N}, "issued": {int(sum.Issued), r.Issued.N},
		"replied": {int(sum.Replied), r.Replied.N}, "in time": {int(sum.InTime), r.InTime.N}, "overdue": {int(sum.Overdue), r.Overdue.N}} {
		if x[0] != x[1] {
			t.Errorf("%s: %d, want %d", name, x[0], x[1])
		}
	}
	if r.Held.N == 0 || r.Filed.N < 600 || r.Served.N == 0 {
		t.Errorf("there is little to count: %d, %d, %d", r.Held.N, r.Filed.N, r.Served.N)
	}
	seats, opinions, metrics := rows[columns.Seat](t, files[1]), rows[columns.Opinion](t, files[2]), rows[columns.Metric](t, files[3])
	if len(seats) < 15 || len(opinions) < 9 || len(metrics) < 15 {
		t.Errorf("%d seats, %d opinions, %d metrics", len(seats), len(opinions), len(metrics))
	}
	for _, s := range seats {
		if strings.HasPrefix(s.Person, "p-") || s.Person != "" && len(s.Person) != 16 {
			t.Errorf("somebody is called %q", s.Person)
		}
	}
}

// TestNobodyIsNamed holds that causes of closed hearings and of minors are left out,
// and that no other column has a name.
func TestNobodyIsNamed(t *testing.T) {
	day := calendar.NewDate(2023, 7, 3)
	p := hearing.Package{Office: &hearing.Office{Name: "云岭市澄河区人民检察院"}, People: []hearing.Person{{ID: "p-zhou", Name: "周小满"}},
		Cases: []hearing.Case{{ID: "c1", Cause: "周小满涉嫌盗窃拟不起诉案", Type: hearing.NonProsecution, FiledOn: day, Minor: true, Parties: []hearing.Party{{ID: "1", Role: hearing.Suspect, Person: "p-zhou", Minor: true}}},
			{ID: "c2", Cause: "周小满民间借贷纠纷案", Type: hearing.CivilSupervision, FiledOn: day, Parties: []hearing.Party{{ID: "1", Role: hearing.Applicant, Person: "p-zhou", Masked: true}}}},
		Hearings: []hearing.Hearing{{ID: "h1", Cases: []hearing.ID{"c2"}, State: hearing.Archived, Openness: hearing.NotOpen, Slot: hearing.Slot{Start: day.In(zone), End: day.In(zone).Add(time.Hour)},
			Participants: []hearing.Participant{{ID: "1", Role: hearing.PartyRep, Person: "p-zhou"}}}}}
	k := figures.Counter{Days: &calendar.Calendar{}, Zone: zone, At: day.In(zone)}
	files := written(t, p, k, day, day, day.AddDays(1))
	events := rows[columns.Event](t, files[0])
	if len(events) != 3 {
		t.Fatalf("%d events, want 3", len(events))
	}
	for _, e := range events {
		if strings.Contains(e.Cause, "小满") || e.Kind == string(figures.CaseHeard) && e.Cause != "" || e.Case == "c1" && e.Cause != "" {
			t.Errorf("%s of %s says %q", e.Kind, e.Case, e.Cause)
		}
	}
	for i, f := range files {
		if bytes.Contains(f.Bytes(), []byte("周小满")) || bytes.Contains(f.Bytes(), []byte("p-zhou")) {
			t.Errorf("%s names somebody", columns.Names[i])
		}
	}
}
