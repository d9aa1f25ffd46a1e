package rules_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
)

func bookOf(t testing.TB) (*rules.Book, desk) {
	d := newDesk(t)
	return rules.NewBook(d.table, d.days), d
}

// law is an office for which 检察公益诉讼法 applies from a day.
func law(on string) hearing.Office {
	return hearing.Office{InForce: map[string]calendar.Date{"public-interest-law": day(on)}}
}

// TestA06TheInstrumentIsRenamedByADate switches the rule set by the office's
// date alone: papers, findings and their basis follow, from that day on.
func TestA06TheInstrumentIsRenamedByADate(t *testing.T) {
	b, d := bookOf(t)
	for _, c := range []struct {
		name  string
		o     hearing.Office
		on    string
		k     hearing.CaseType
		long  string
		short string
		en    string
	}{
		{"no day known", hearing.Office{}, "2030-01-01", "A8", "检察建议书", "检察建议", "Recommendation"},
		{"the day before", law("2027-01-01"), "2026-12-31", "A8", "检察建议书", "检察建议", "Recommendation"},
		{"the day", law("2027-01-01"), "2027-01-01", "A8", "检察意见书", "检察意见", "Procuratorial opinion"},
		{"without a type", law("2027-01-01"), "2027-01-01", "", "检察意见书", "检察意见", "Procuratorial opinion"},
		{"not of public interest", law("2027-01-01"), "2027-01-01", "A10", "检察建议书", "检察建议", "Recommendation"},
	} {
		long, short := b.Called(c.o, hearing.Recommendation, day(c.on), c.k), b.CalledShort(c.o, hearing.Recommendation, day(c.on), c.k)
		if long.Zh != c.long || short.Zh != c.short || long.En != c.en {
			t.Errorf("%s: %v, %v", c.name, long, short)
		}
	}
	if got := b.Called(law("2020-01-01"), hearing.NoProsecution, day("2027-01-01")); got != hearing.NoProsecution.Term() {
		t.Errorf("another paper is called %v", got)
	}

	p := d.examples()
	p.Instruments[0].Number, p.Instruments[0].Title = "", ""
	for i := range p.Announcements[0].Deliveries {
		p.Announcements[0].Deliveries[i].RepliedOn = calendar.Date{}
	}
	for _, c := range []struct {
		o                hearing.Office
		want, not, basis string
	}{
		{hearing.Office{}, "检察建议书", "检察意见书", "检察建议书"},
		{law("2023-01-01"), "检察意见书", "回复检察建议书", "《检察公益诉讼法》"},
	} {
		dossier, _ := p.Dossier("a-e1", zone)
		dossier.Office = c.o
		said := false
		for _, f := range b.Check(dossier, at("2023-08-10 09:00"), "zh") {
			if f.Rule != "DL09" || f.Instrument != p.Instruments[0].ID {
				continue
			}
			said = true
			if !strings.Contains(f.Text, c.want) || strings.Contains(f.Text, c.not) || !strings.Contains(b.Basis(c.o, f).Text, c.basis) {
				t.Errorf("%s — %s", f.Text, b.Basis(c.o, f).Text)
			}
		}
		if !said {
			t.Errorf("the reply is not due")
		}
	}
}

// officeRules changes two numbers of the house, adds a rule and a period.
const officeRules = `{"format":"hearingdesk-rules","version":1,"source":"本院办公会2026年第3次纪要",
"rules":[{"id":"R7","severity":"warn","title":"本院规定","house":true,"basis":"十二个月内不超过三次。","zh":"听证员{who}已有{n}次，超过{most}次。","en":"{who}: {n}, more than {most}.","overridable":true,"asks":"ready","n":3},
{"id":"OWN1","variant":"due","severity":"info","title":"本院规定","house":true,"basis":"消防检查后十日内回访。","zh":"请在{due}前回访。","en":"Visit again by {due}."}],
"steps":[{"code":"fire-inspected","zh":"消防检查","en":"Fire inspected"},{"code":"fire-visited","zh":"消防回访","en":"Fire visited"}],
"periods":[{"id":"OWN1","starts":"fire-inspected","ends":["fire-visited"],"period":{"n":10,"unit":"day"},"house":true},
{"id":"DL16","starts":"hearing.decided","ends":["result.told"],"period":{"n":3,"unit":"working-day"},"house":true}]}`

func TestAnOfficesOwnRules(t *testing.T) {
	b, d := bookOf(t)
	o := hearing.Office{Rules: officeRules}
	if err := b.Inspect(o.Rules); err != nil {
		t.Fatal(err)
	}
	k := hearing.Case{ID: "k", Type: "A8", Steps: []hearing.Step{{ID: "s", Kind: "fire-inspected", On: day("2026-11-02")}}}
	check := func(o hearing.Office) string {
		var out []string
		for _, f := range b.CheckCase(hearing.CaseFile{Office: o, Case: k, Zone: zone}, at("2026-11-03 09:00"), "zh") {
			out = append(out, f.Rule+" "+f.Text)
		}
		return strings.Join(out, "\n")
	}
	if got := check(o); !strings.Contains(got, "OWN1 请在2026-11-12前回访。") {
		t.Errorf("its own step and period say %q", got)
	}
	if got := check(hearing.Office{}); got != "" {
		t.Errorf("another office hears %q", got)
	}
	if got := b.StepTerm(o, "fire-inspected"); got.Zh != "消防检查" || len(b.Steps(o)) != len(hearing.StepKinds)+2 {
		t.Errorf("the step is called %v", got)
	}
	own := 0
	for _, e := range b.Entries(o) {
		if e.Office {
			own++
		} else if e.ID == "R7" {
			t.Error("the program's R7 is still there")
		}
	}
	if own != 2 || len(b.Entries(o)) != len(d.table.Entries())+1 {
		t.Errorf("%d entries of its own", own)
	}
	for _, p := range b.Table(o).Periods() {
		if p.ID == "DL16" && p.Length != calendar.WorkingDays(3) {
			t.Errorf("DL16 is %v", p.Length)
		}
	}
}

// TestRulesThatCannotBeReadAreSaid: the program's rules then count alone, and a
// finding says where the text is wrong.
func TestRulesThatCannotBeReadAreSaid(t *testing.T) {
	b, d := bookOf(t)
	p := d.examples()
	dossier, _ := p.Dossier("h-e2", zone)
	good := b.Check(dossier, at("2023-06-20 09:00"), "zh")
	dossier.Office.Rules = "{\"format\":\"hearingdesk-rules\",\n\"version\":1,\"rules\":[{\"severity\":\"red\"}]}"
	for lang, want := range map[string]string{"zh": "第2行第34列（rules[0].severity）", "en": "line 2, column 34"} {
		got := b.Check(dossier, at("2023-06-20 09:00"), lang)
		if len(got) != len(good)+1 || got[0].Rule != "BOOK" || got[0].Severity != hearing.Blocked || !strings.Contains(got[0].Text, want) {
			t.Errorf("%s: %d findings, the first is %+v", lang, len(got), got[0])
		}
	}
	if b.InspectOffice(dossier.Office) == nil {
		t.Error("it can be used")
	}
	dossier.Office.Rules, dossier.Office.Holidays = "", []calendar.Table{{Year: 2027}}
	if got := b.Check(dossier, at("2023-06-20 09:00"), "zh"); got[0].Rule != "BOOK" || got[0].Variant != "holidays" {
		t.Errorf("the first is %+v", got[0])
	}
}

// TestOfficesAlternate checks for several offices at once, as tests and an
// import do: each is judged by its own.
func TestOfficesAlternate(t *testing.T) {
	b, _ := bookOf(t)
	var wait sync.WaitGroup
	for i := range 8 {
		wait.Go(func() {
			for j := range 20 {
				o, want := hearing.Office{}, "检察建议书"
				if (i+j)%3 == 0 {
					o, want = law(fmt.Sprintf("2026-01-%02d", 1+j%6)), "检察意见书"
				}
				if got := b.Called(o, hearing.Recommendation, day("2026-02-01")); got.Zh != want {
					t.Errorf("it is called %v", got)
				}
			}
		})
	}
	wait.Wait()
	o := law("2027-01-01")
	b.Called(o, hearing.Recommendation, day("2027-01-01"))
	o.InForce["public-interest-law"] = day("2028-01-01") // changed where it is
	if got := b.Called(o, hearing.Recommendation, day("2027-01-01")); got.Zh != "检察建议书" {
		t.Errorf("it is called %v", got)
	}
}

func BenchmarkCheckWithAnOfficesRules(b *testing.B) {
	book, d := bookOf(b)
	p := d.examples()
	dossier, _ := p.Dossier("h-e2", zone)
	dossier.Office.Rules = officeRules
	now := at("2023-06-20 09:00")
	for b.Loop() {
		book.Check(dossier, now, "zh")
	}
}
