package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/exchange"
	"hearingdesk/ui/words"
)

// An office is a procuratorate that is set down as a package, taken into a
// file by the program, and asked about on its command line. People and places
// are invented.
type office struct {
	t    *testing.T
	p    hearing.Package
	file string // none before the package is imported
}

// newOffice has a prosecutor and his chief, a clerk, a pool of ten officers,
// one room, and the agency that its cases are about.
func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t: t}
	o.p.Format, o.p.Version = hearing.PackageFormat, hearing.PackageVersion
	o.p.Office = &hearing.Office{Name: "云岭市澄河区人民检察院", Short: "澄检", Chief: "shen"}
	o.p.Organisations = []hearing.Organisation{{ID: "housing", Name: "澄河区住房和城乡建设局", Kind: hearing.Agency}}
	o.p.Rooms = []hearing.Room{{ID: "room", Name: "听证室一", Kind: hearing.HearingRoom}}
	o.p.People = []hearing.Person{
		{ID: "shen", Name: "沈秋白", Rank: hearing.Chief}, {ID: "lin", Name: "林知远", Rank: hearing.Prosecutor},
		{ID: "xu", Name: "许晚", Rank: hearing.Clerk}, {ID: "zheng", Name: "郑立新", Organisation: "housing"},
	}
	for i, name := range []string{"王䶮", "陈𬭎", "周慧敏", "赵建国", "马立群", "何晓芸", "罗斌", "吴敏", "方正", "韩静"} {
		born, err := calendar.ParsePartial(fmt.Sprintf("197%d", i))
		if err != nil {
			t.Fatal(err)
		}
		o.p.People = append(o.p.People, hearing.Person{ID: officer(i), Name: name, Born: born, Pool: hearing.PoolActive})
	}
	return o
}

// officer is the id of the pool's nth person.
func officer(n int) hearing.ID { return hearing.ID(fmt.Sprintf("pool-%d", n)) }

// hears adds a case and its hearing, for which everything was done in time: it
// is approved, announced, and all were told ten days before. The rules have
// nothing to say of it. The hearing is good until the next is added.
func (o *office) hears(id hearing.ID, start, end string, officers int) *hearing.Hearing {
	o.t.Helper()
	slot := hearing.Slot{Room: "room", Start: o.at(start), End: o.at(end)}
	told := calendar.DateOf(slot.Start).AddDays(-10)
	o.p.Cases = append(o.p.Cases, hearing.Case{ID: "case-" + id, Cause: "督促整治消防通道行政公益诉讼案", Type: hearing.AdminPublicInterest, Handler: "lin"})
	h := hearing.Hearing{
		ID: id, Title: "梧桐苑消防通道听证会", State: hearing.Notifying, Cases: []hearing.ID{"case-" + id}, Slot: slot, Openness: hearing.Public,
		Forms: []hearing.Form{hearing.Ordinary}, Risk: "无", Presider: "lin", Recorder: "xu",
		Questions: []hearing.Question{{ID: "q", Text: "是否应当制发检察建议"}},
		Approvals: []hearing.Approval{{Kind: hearing.ApproveHearing, By: "shen", On: told}},
		Notice:    hearing.PublicNotice{Number: "澄检听公〔2026〕3号", SignedOn: told, PostedOn: told},
	}
	for i := range officers {
		h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("o%d", i)), Role: hearing.Officer, Person: officer(i),
			Declared: &hearing.Declaration{On: told}, BriefedOn: told, Told: []hearing.Told{{ReceivedOn: told}}})
	}
	h.Participants = append(h.Participants, hearing.Participant{ID: "agency", Role: hearing.AgencyRep, Organisation: "housing", Person: "zheng", Told: []hearing.Told{{ReceivedOn: told}}})
	o.p.Hearings = append(o.p.Hearings, h)
	return &o.p.Hearings[len(o.p.Hearings)-1]
}

// at reads a time of the office: 2026-10-09 09:00.
func (o *office) at(s string) time.Time {
	o.t.Helper()
	when, err := moment(s)
	if err != nil {
		o.t.Fatal(err)
	}
	return when
}

// day reads a date.
func (o *office) day(s string) calendar.Date { return calendar.DateOf(o.at(s)) }

// told replaces the day on which everybody received the notice; none: nobody did.
func (o *office) told(h *hearing.Hearing, on string) {
	o.t.Helper()
	for i := range h.Participants {
		h.Participants[i].Told = nil
		if on != "" {
			h.Participants[i].Told = []hearing.Told{{ReceivedOn: o.day(on)}}
		}
	}
}

// run runs the program and returns what it wrote and its exit code.
func (o *office) run(args ...string) (out, trouble string, code int) {
	o.t.Helper()
	var a, b bytes.Buffer
	code = run(o.t.Context(), terminal{out: &a, err: &b, env: func(string) string { return "" }}, args)
	return a.String(), b.String(), code
}

// write puts a text into a file of the test's folder.
func (o *office) write(name string, text []byte) string {
	o.t.Helper()
	file := filepath.Join(o.t.TempDir(), name)
	if err := os.WriteFile(file, text, 0o600); err != nil {
		o.t.Fatal(err)
	}
	return file
}

// imports takes the package into the desk's file, which is made the first
// time, and returns what the clerk was reminded of.
func (o *office) imports() string {
	o.t.Helper()
	text, err := exchange.Encode(o.p)
	if err != nil {
		o.t.Fatal(err)
	}
	if o.file == "" {
		o.file = filepath.Join(o.t.TempDir(), "desk.db")
	}
	out, trouble, code := o.run("import", "-db", o.file, o.write("package.json", text))
	if code != exitDone {
		o.t.Fatalf("import: exit %d\n%s%s", code, out, trouble)
	}
	return trouble
}

// checks imports the package and returns what check -json -explain finds at a
// time; the program has to refuse when something blocks, and only then.
func (o *office) checks(at string) []explained {
	o.t.Helper()
	o.imports()
	out, trouble, code := o.run("check", "-db", o.file, "-at", at, "-json", "-explain")
	var found []explained
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		o.t.Fatalf("check at %s: %v\n%s%s", at, err, out, trouble)
	}
	want := exitDone
	if slices.ContainsFunc(found, func(f explained) bool { return f.Severity == hearing.Blocked }) {
		want = exitRefused
	}
	if code != want {
		o.t.Errorf("check at %s: exit %d, want %d\n%s", at, code, want, out)
	}
	return found
}

// dues imports the package and returns the lines of due -json at a time.
func (o *office) dues(at string) []dueItem {
	o.t.Helper()
	o.imports()
	out, trouble, code := o.run("due", "-db", o.file, "-at", at, "-json")
	var items []dueItem
	if err := json.Unmarshal([]byte(out), &items); err != nil || code != exitDone {
		o.t.Fatalf("due at %s: exit %d, %v\n%s%s", at, code, err, out, trouble)
	}
	return items
}

// line is a finding as the tests write it: weight, rule, variant, session, whom
// or what it is about, and its days, where it has them.
func line(f hearing.Finding) string {
	out := []string{string(f.Severity), strings.TrimSuffix(f.Rule+"."+f.Variant, "."), string(f.Session)}
	if f.Subject != "" {
		out = append(out, f.Subject)
	}
	if !f.Due.IsZero() {
		out = append(out, f.Due.String())
	}
	if f.Advise != f.Due {
		out = append(out, f.Advise.String())
	}
	return strings.Join(out, " ")
}

// finds compares what was found with the lines that are wanted, and the rest
// of what is named.
func (o *office) finds(found []explained, want ...string) {
	o.t.Helper()
	var got []string
	for _, f := range found {
		if f.Article == "" && f.Rule != "CLASH" && f.Rule != "YEAR" && f.Rule != "STATE" || f.Text == "" || f.Field == "" {
			o.t.Errorf("no article, text or field in %+v", f.Finding)
		}
		got = append(got, line(f.Finding))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		o.t.Errorf("found\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// opening is what bars the desk's hearing from being opened, as the window
// asks it.
func (o *office) opening(at string) []string {
	o.t.Helper()
	desk, err := open(o.t.Context(), o.file, false)
	if err != nil {
		o.t.Fatal(err)
	}
	d, err := desk.Dossier(o.t.Context(), "h")
	if cerr := desk.Close(); err != nil || cerr != nil {
		o.t.Fatal(err, cerr)
	}
	book, err := newBook()
	if err != nil {
		o.t.Fatal(err)
	}
	var out []string
	for _, f := range book.Guard(d, hearing.Open, o.at(at), "zh") {
		if f.Severity == hearing.Blocked {
			out = append(out, line(f))
		}
	}
	return out
}

// postponed puts a hearing off on a day, as the window does.
func (o *office) postponed(h *hearing.Hearing, on, start, end string) {
	o.t.Helper()
	put := h.InState(hearing.Postponed, o.day(on), hearing.Why{Reason: "当事人有正当理由", By: "shen"})
	put, _ = put.MovedTo(hearing.Slot{Room: "room", Start: o.at(start), End: o.at(end)}, o.day(on), words.Zone())
	*h = put.InState(hearing.Notifying, o.day(on))
}

// everybody is a line for the agency and for each of three officers.
func everybody(before, after string) []string {
	var out []string
	for _, name := range []string{"澄河区住房和城乡建设局", "王䶮", "陈𬭎", "周慧敏"} {
		out = append(out, before+" "+name+" "+after)
	}
	return out
}

// TestAnOfficeWithoutFault holds what the acceptance cases build on.
func TestAnOfficeWithoutFault(t *testing.T) {
	o := newOffice(t)
	o.hears("h", "2026-10-22 09:00", "2026-10-22 11:00", 3)
	o.finds(o.checks("2026-10-20 09:00"))
}
