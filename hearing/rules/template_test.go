package rules_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
)

func keysOf(p rules.Template) string {
	var out []string
	for _, s := range p.Steps {
		out = append(out, s.Key)
	}
	return strings.Join(out, " ")
}

// TestTemplates holds what differs by the type of case (domain rules, §11).
func TestTemplates(t *testing.T) {
	table := newDesk(t).table
	const seven = "case statements questions deliberation opinions last close"
	const nine = "case claim parties evidence own-evidence comments questions last close"
	const custody = "identity rights discipline case custody defence danger questions victim opinions"
	for _, c := range []struct {
		types    string
		forms    []hearing.Form
		id, keys string
		absence  rules.Absence
		officers rules.Numbers
		severity hearing.Severity
		witness  bool // signs
		guest    bool // signs
		minutes  bool
		place    bool // the detention centre is usual
	}{
		{"A1", nil, "custody", custody, "presider", "if-needed", "warn", true, false, false, true},
		{"A2", nil, "custody", custody, "presider", "if-needed", "warn", true, false, false, true},
		{"A3", nil, "general", seven, "presider", "required", "block", true, false, false, false},
		{"A5", nil, "civil", seven, "goes-on", "required", "block", false, false, false, false},
		{"A6", nil, "administrative", nine, "presider", "required", "block", true, true, true, false},
		{"A8", nil, "general", seven, "presider", "required", "block", true, false, false, false},
		{"A4", []hearing.Form{hearing.Simplified}, "simplified", "case statements questions opinions last close", "presider", "required", "block", true, false, false, false},
		{"A8", []hearing.Form{hearing.Simplified}, "general", seven, "presider", "required", "block", true, false, false, false},
		{"", nil, "general", seven, "presider", "required", "block", true, false, false, false},
		{"A5 A6", nil, "administrative", nine, "presider", "required", "block", true, true, true, false},
		{"A5 A5", nil, "civil", seven, "goes-on", "required", "block", false, false, false, false},
		{"A5 A7", nil, "civil", seven, "presider", "required", "block", true, false, false, false},
		{"A2 A7", nil, "custody", custody, "presider", "required", "block", true, false, false, false},
	} {
		var cases []hearing.Case
		for _, k := range strings.Fields(c.types) {
			cases = append(cases, hearing.Case{Type: hearing.CaseType(k)})
		}
		p := table.Template(cases, c.forms, day("2026-11-24"))
		place := false
		for _, r := range p.Venue {
			place = place || r == hearing.DetentionCentre
		}
		if p.ID != c.id || keysOf(p) != c.keys || p.Absence != c.absence || p.Officers != c.officers || p.Notice.Severity != c.severity ||
			p.Signs(hearing.Witness) != c.witness || p.Signs(hearing.DeputyRole) != c.guest || p.Minutes != c.minutes || place != c.place {
			t.Errorf("%s %v: %s %s, absence %s, officers %s, notice %v, venue %v", c.types, c.forms, p.ID, keysOf(p), p.Absence, p.Officers, p.Notice, p.Venue)
		}
		if p.Signs(hearing.Observer) || !p.Signs(hearing.PartyRep) || !p.Recording || p.Citation() == "" {
			t.Errorf("%s: %+v", c.types, p)
		}
	}
	p := table.Template([]hearing.Case{{Type: hearing.Arrest}}, nil, day("2026-11-24"))
	if !p.Separate || !p.Secrecy || !p.Police || p.Notice.Days != 0 {
		t.Errorf("custody: %+v", p)
	}
	if p := table.Template([]hearing.Case{{Type: hearing.AdminSupervision}}, nil, day("2021-08-31")); p.ID != "general" {
		t.Errorf("before its rules were in force, administrative supervision goes by %s", p.ID)
	}
	if p := table.Ceremony(day("2026-11-24")); len(p.Steps) != 9 || p.Officers != rules.NoOfficers {
		t.Errorf("a ceremony: %+v", p)
	}
}

// TestWhenASupervisorIsInvited is §2.1 and 行政诉讼监督规则, art. 69.
func TestWhenASupervisorIsInvited(t *testing.T) {
	table := newDesk(t).table
	for _, c := range []struct {
		k       hearing.CaseType
		o       hearing.Openness
		serious bool
		want    rules.Need
	}{
		{"A1", hearing.Public, true, rules.Must}, {"A1", hearing.Public, false, rules.May}, {"A1", hearing.NotOpen, true, rules.May},
		{"A2", hearing.Public, false, rules.Must}, {"A2", hearing.NotOpen, false, rules.May},
		{"A3", hearing.NotOpen, false, rules.Must}, {"A4", hearing.Public, false, rules.Must}, {"A5", hearing.Public, true, rules.May},
		{"A6", hearing.NotOpen, false, rules.Should}, {"A7", hearing.Public, true, rules.May}, {"A8", hearing.Public, true, rules.May},
		{"A9", hearing.Public, false, rules.May}, {"A10", hearing.Public, false, rules.May},
	} {
		k := hearing.Case{Type: c.k, Serious: c.serious}
		p := table.Template([]hearing.Case{k}, nil, day("2026-11-24"))
		if got := p.Invites(k, c.o); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.k, c.o, got, c.want)
		}
	}
}

// TestTheTableAndTheCodesAgree: domains, types, sources and approvals have one
// name each, and art. 5 is the same in both.
func TestTheTableAndTheCodesAgree(t *testing.T) {
	table := newDesk(t).table
	today := day("2026-11-24")
	listed := 0
	for _, code := range hearing.Domains {
		d, ok := table.Domain(code)
		if !ok || d.Zh != code.Term().Zh || d.En != code.Term().En || d.Basis == "" {
			t.Errorf("domain %s: %+v", code, d)
		}
		if d.Statutory {
			listed++
			if d.From.IsZero() {
				t.Errorf("domain %s is listed from no day", code)
			}
		}
	}
	if listed != 14 || len(table.Domains()) != len(hearing.Domains) {
		t.Errorf("%d domains are listed by statutes", listed)
	}
	in := table.As(law("2027-01-01").InForce)
	if d, _ := in.Domain("16"); !d.Statutory || d.From != day("2027-01-01") {
		t.Errorf("with the act, domain 16 is %+v", d)
	}
	for _, k := range hearing.CaseTypes {
		o, ok := table.Occasion(k, today)
		if !ok || o.Zh != k.Term().Zh || o.En != k.Term().En || o.Openness != hearing.DefaultOpenness([]hearing.Case{{Type: k}}) {
			t.Errorf("occasion %s: %+v", k, o)
		}
	}
	leads := table.Leads()
	if len(leads) != len(hearing.Sources) {
		t.Errorf("%d sources", len(leads))
	}
	for _, l := range leads {
		if l.Zh != l.Code.Term().Zh || l.En != l.Code.Term().En {
			t.Errorf("source %+v", l)
		}
	}
	always := 0
	for i, a := range table.Approvals() {
		if a.Kind != hearing.ApprovalKinds[i] || a.Zh != a.Kind.Term().Zh || a.En != a.Kind.Term().En || a.By.Zh == "" || a.When.Zh == "" || a.Article == "" {
			t.Errorf("approval %+v", a)
		}
		if a.Always {
			always++
		}
	}
	if always != 5 || len(table.Approvals()) != len(hearing.ApprovalKinds) {
		t.Errorf("%d approvals are always asked", always)
	}
}

// TestWhoSignsFirst: the steps of a ceremony follow the order of its office, or its
// own; no step is lost.
func TestWhoSignsFirst(t *testing.T) {
	book, _ := bookOf(t)
	usual := "identity purpose reading evidence view remarks periods signing close"
	first := "identity purpose reading evidence signing view remarks periods close"
	for _, c := range []struct {
		office, own hearing.Signing
		want        string
	}{
		{"", "", usual},
		{hearing.SigningLast, "", usual},
		{hearing.SigningFirst, "", first},
		{"", hearing.SigningFirst, first},
		{hearing.SigningFirst, hearing.SigningLast, usual},
		{hearing.SigningLast, hearing.SigningFirst, first},
	} {
		d := hearing.Dossier{Office: hearing.Office{Signing: c.office}, Announcement: &hearing.Announcement{Signing: c.own}}
		if got := keysOf(book.Template(d, day("2026-11-24"))); got != c.want {
			t.Errorf("office %q, ceremony %q: %s", c.office, c.own, got)
		}
	}
}
