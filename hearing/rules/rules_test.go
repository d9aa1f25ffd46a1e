package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/rules"
)

var zone = time.FixedZone("CST", 8*60*60)

func read(t testing.TB, file string) []byte {
	t.Helper()
	text, err := os.ReadFile("../../assets/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// ruleFiles are the program's own.
func ruleFiles(t testing.TB) [][]byte {
	t.Helper()
	names, err := filepath.Glob("../../assets/rules/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal("no rule files", err)
	}
	var out [][]byte
	for _, n := range names {
		out = append(out, read(t, "rules/"+filepath.Base(n)))
	}
	return out
}

// A desk checks changed copies of the worked examples.
type desk struct {
	t     testing.TB
	table *rules.Table
	days  *calendar.Calendar
}

// table is read once: nothing changes it.
var table struct {
	once sync.Once
	*rules.Table
	err error
}

func newDesk(t testing.TB) desk {
	t.Helper()
	table.once.Do(func() { table.Table, table.err = rules.Load(ruleFiles(t)...) })
	if table.err != nil {
		t.Fatal(table.err)
	}
	days, err := calendar.Load(read(t, "calendar/holidays.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return desk{t, table.Table, days}
}

// examples returns a fresh copy of the worked examples.
func (d desk) examples() hearing.Package {
	p, err := exchange.Decode(read(d.t, "examples/worked.json"))
	if err != nil {
		d.t.Fatal(err)
	}
	return p
}

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		panic(err)
	}
	return t
}

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// check returns the findings of a session as "severity id text due" lines.
func (d desk) check(p hearing.Package, session hearing.ID, now string) string {
	dossier, ok := p.Dossier(session, zone)
	if !ok {
		d.t.Fatalf("no session %s", session)
	}
	var b strings.Builder
	for _, f := range d.table.Check(dossier, d.days, at(now), "zh") {
		b.WriteString(string(f.Severity) + " " + f.Rule + " " + f.Text + " [" + f.Due.String() + "]\n")
	}
	return b.String()
}

func hearingOf(p *hearing.Package, id hearing.ID) *hearing.Hearing {
	for i := range p.Hearings {
		if p.Hearings[i].ID == id {
			return &p.Hearings[i]
		}
	}
	return nil
}

func participant(h *hearing.Hearing, id hearing.ID) *hearing.Participant {
	for i := range h.Participants {
		if h.Participants[i].ID == id {
			return &h.Participants[i]
		}
	}
	return nil
}

func compare(t *testing.T, got string, want, not []string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(got, w) {
			t.Errorf("%q is not in\n%s", w, got)
		}
	}
	for _, w := range not {
		if strings.Contains(got, w) {
			t.Errorf("%q is in\n%s", w, got)
		}
	}
}

// TestService follows the recommendations of E1 from the decision to the reply.
func TestService(t *testing.T) {
	clear := func(p *hearing.Package) {
		for i := range p.Announcements[0].Deliveries {
			p.Announcements[0].Deliveries[i].ServedAt, p.Announcements[0].Deliveries[i].RepliedOn = time.Time{}, calendar.Date{}
		}
		for i := range p.Instruments {
			p.Instruments[i].FiledOn = calendar.Date{}
		}
	}
	for _, c := range []struct {
		name   string
		change func(*hearing.Package)
		now    string
		want   []string
		not    []string
	}{
		{"as it was: one reply two days late", func(*hearing.Package) {}, "2023-10-10 09:00",
			[]string{"block DL09 澄河区人民政府望江街道办事处应在2023-10-07前书面回复澄检行公建〔2023〕13号，已逾期2日", "info DL11", "[2023-11-07]"}, []string{"DL09 澄河区住房", "DL07", "DL08"}},
		{"decided", clear, "2023-07-28 17:00", []string{"info DL07 请在2023-07-31前把澄检行公建〔2023〕11号送达澄河区消防救援大队。 [2023-07-31]"}, []string{"DL08", "DL09"}},
		{"not served in time", clear, "2023-08-01 09:00", []string{"block DL07"}, nil},
		{"the ceremony after the limit", func(p *hearing.Package) {
			clear(p)
			p.Announcements[0].Start, p.Announcements[0].End = at("2023-08-02 15:00"), at("2023-08-02 16:00")
		}, "2023-07-29 09:00", []string{"warn DL07 宣告日晚于"}, nil},
		{"served, to be filed and answered", func(p *hearing.Package) {
			for i := range p.Instruments {
				p.Instruments[i].FiledOn = calendar.Date{}
			}
			for i := range p.Announcements[0].Deliveries {
				p.Announcements[0].Deliveries[i].RepliedOn = calendar.Date{}
			}
		}, "2023-08-01 09:00", []string{"info DL08 请在2023-08-07前", "info DL09 澄河区消防救援大队应在2023-10-07前"}, nil},
		{"urgent: fifteen days", func(p *hearing.Package) {
			p.Instruments[0].Urgent = true
			p.Announcements[0].Deliveries[0].RepliedOn = calendar.Date{}
		}, "2023-08-16 09:00", []string{"block DL10 澄河区消防救援大队应在2023-08-15前"}, nil},
		{"a unit declined", func(p *hearing.Package) { p.Announcements[0].Consents[0].Agreed = false }, "2023-07-29 09:00", []string{"block CONSENT 澄河区消防救援大队不同意"}, nil},
		{"a unit was not asked", func(p *hearing.Package) { p.Announcements[0].Consents = p.Announcements[0].Consents[1:] }, "2023-07-29 09:00", []string{"warn CONSENT 还没有澄河区消防救援大队"}, nil},
		{"left without a picture", func(p *hearing.Package) {
			p.Announcements[0].Deliveries[2].Pictures, p.Announcements[0].Deliveries[2].Witnesses = "", nil
		}, "2023-08-01 09:00", []string{"info REFUSED 澄河区人民政府望江街道办事处拒收澄检行公建〔2023〕13号：规则不要求见证人"}, []string{"warn REFUSED"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			c.change(&p)
			compare(t, d.check(p, "a-e1", c.now), c.want, c.not)
		})
	}
}

func TestTableIsWhole(t *testing.T) {
	d := newDesk(t)
	for _, bad := range []string{`{`, `{"rules":[{"id":"X","severity":"red","zh":"a","en":"a"}]}`, `{"rules":[{"id":"","severity":"warn","zh":"a","en":"a"}]}`} {
		if _, err := rules.Load([]byte(bad)); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
	p := d.examples()
	dossier, _ := p.Dossier("h-e3", zone)
	for _, f := range d.table.Check(dossier, d.days, at("2023-09-20 09:00"), "en") {
		if strings.ContainsAny(f.Text, "{}") {
			t.Errorf("a value is missing: %s", f.Text)
		}
		if f.Article != "" && d.table.Basis(f).Text == "" {
			t.Errorf("%s has no text of its article", f.Rule)
		}
	}
}
