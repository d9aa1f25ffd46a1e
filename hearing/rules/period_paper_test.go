package rules_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
)

// served is a paper that was served on o-a on a day; none: it is still to be.
func served(i hearing.Instrument, on string) hearing.Instrument {
	i.ID, i.Case = "i", "c"
	x := hearing.Delivery{ID: "d", Organisation: "o-a", Mode: hearing.Direct}
	if on != "" {
		x.ServedAt = at(on + " 10:00")
	}
	i.Deliveries = []hearing.Delivery{x}
	return i
}

func with(f hearing.CaseFile, papers ...hearing.Instrument) hearing.CaseFile {
	f.Instruments = papers
	return f
}

// advice is a recommendation that was decided on a day.
func advice(decided string) hearing.Instrument {
	return hearing.Instrument{Kind: hearing.Recommendation, Number: "澄检行公建〔2023〕21号", DecidedOn: day(decided)}
}

// paperPeriods are those of papers that no ceremony serves, one day at a time.
var paperPeriods = []struct {
	name, rule, now string
	file            func(f hearing.CaseFile) hearing.CaseFile
	want            string // lines, a semicolon between
}{
	{"DL07 E1 the last day", "DL07", "2023-07-31", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-07-28"), "")) }, "info due 2023-07-31"},
	{"DL07 E1 the day after", "DL07", "2023-08-01", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-07-28"), "")) }, "block late 2023-07-31"},
	{"DL07 E3 served in time", "DL07", "2023-09-20", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-09-13"), "2023-09-18")) }, ""},
	{"DL07 E3 served a day late", "DL07", "2023-09-20", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-09-13"), "2023-09-19")) }, "block late 2023-09-18 done 2023-09-19"},
	{"DL07 posted in time", "DL07", "2023-09-20", func(f hearing.CaseFile) hearing.CaseFile {
		i := served(advice("2023-09-13"), "")
		i.Deliveries[0].Mode, i.Deliveries[0].SentOn = hearing.Posted, day("2023-09-18")
		return with(f, i)
	}, ""},
	{"DL07 of social governance has no term", "DL07", "2023-08-01", func(f hearing.CaseFile) hearing.CaseFile {
		f.Case.Type = hearing.OtherCase
		return with(f, served(advice("2023-07-28"), ""))
	}, ""},
	{"DL07 a conditional non-prosecution", "DL07", "2023-08-01", func(f hearing.CaseFile) hearing.CaseFile {
		f.Case.Type = hearing.NonProsecution
		return with(f, served(hearing.Instrument{Kind: hearing.Conditional, DecidedOn: day("2023-07-28")}, ""))
	}, "block conditional-late 2023-07-31"},
	{"DL08 E1 due", "DL08", "2023-08-07", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-07-28"), "2023-07-31")) }, "info due 2023-08-07"},
	{"DL08 E1 late", "DL08", "2023-08-08", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-07-28"), "2023-07-31")) }, "block late 2023-08-07"},
	{"DL08 of social governance rests on its own act", "DL08", "2023-08-08", func(f hearing.CaseFile) hearing.CaseFile {
		f.Case.Type = hearing.OtherCase
		return with(f, served(advice("2023-07-28"), "2023-07-31"))
	}, "block other-late 2023-08-07"},
	{"DL09 E1 due", "DL09", "2023-10-07", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-07-28"), "2023-07-31")) }, "info due 2023-10-07"},
	{"DL09 E1 late", "DL09", "2023-10-08", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-07-28"), "2023-07-31")) }, "block late 2023-10-07"},
	{"DL09 into a year without a table (V6)", "DL09", "2026-12-31", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2026-12-31"), "2026-12-31")) }, "info due 2027-03-01"},
	{"DL10 E3 due", "DL10", "2023-10-07", func(f hearing.CaseFile) hearing.CaseFile {
		i := advice("2023-09-13")
		i.Urgent = true
		return with(f, served(i, "2023-09-15"))
	}, "info due 2023-10-07"},
	{"DL11 E1", "DL11", "2023-11-07", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-07-28"), "2023-07-31")) }, "info due 2023-11-07"},
	{"DL11 E1 late", "DL11", "2023-11-08", func(f hearing.CaseFile) hearing.CaseFile { return with(f, served(advice("2023-07-28"), "2023-07-31")) }, "block late 2023-11-07"},
	{"DL11 ended", "DL11", "2023-11-08", func(f hearing.CaseFile) hearing.CaseFile {
		f.Case.Steps = []hearing.Step{step(hearing.ReviewEnded, "2023-11-07")}
		return with(f, served(advice("2023-07-28"), "2023-07-31"))
	}, ""},
	{"DL11 extended by the chief", "DL11", "2023-11-08", func(f hearing.CaseFile) hearing.CaseFile {
		f.Case.Steps = []hearing.Step{step(hearing.ReviewExtended, "2023-11-01")}
		f.Case.Steps[0].Note = "检察长沈秋白批准"
		return with(f, served(advice("2023-07-28"), "2023-07-31"))
	}, "info extended 2023-12-07"},
	{"DL11 closed", "DL11", "2023-11-08", func(f hearing.CaseFile) hearing.CaseFile {
		f.Case.Steps = []hearing.Step{step(hearing.CaseClosed, "2023-11-01")}
		return with(f, served(advice("2023-07-28"), "2023-07-31"))
	}, ""},
	{"DL13 runs", "DL13", "2026-09-07", called(""), "info due 2026-09-07"},
	{"DL13 has run out, and nothing is recorded", "DL13", "2026-09-08", called(""), "warn late 2026-09-07"},
	{"DL13 recorded", "DL13", "2026-09-08", called("2026-09-07"), ""},
	{"DL13 recorded too early", "DL13", "2026-09-08", called("2026-08-20"), "warn early 2026-09-07 done 2026-08-20"},
	{"DL17 the victim can petition", "DL17", "2023-08-07", victim, "info due 2023-08-07"},
	{"DL17 the time is over", "DL17", "2023-08-08", victim, ""},
	{"DL28 the post tries", "DL28", "2023-08-07", posted, ""},
	{"DL28 nothing came of it", "DL28", "2023-08-08", posted, "warn tries-late 2023-08-07"},
}

// called is a paper published for o-a on 2026-08-06.
func called(servedOn string) func(hearing.CaseFile) hearing.CaseFile {
	return func(f hearing.CaseFile) hearing.CaseFile {
		i := served(hearing.Instrument{Kind: hearing.OtherInstrument, DecidedOn: day("2026-08-05")}, servedOn)
		i.Deliveries[0].Mode, i.Deliveries[0].SentOn = hearing.PublicCall, day("2026-08-06")
		return with(f, i)
	}
}

func posted(f hearing.CaseFile) hearing.CaseFile {
	i := served(hearing.Instrument{Kind: hearing.OtherInstrument, DecidedOn: day("2023-07-31")}, "")
	i.Deliveries[0].Mode, i.Deliveries[0].SentOn = hearing.Posted, day("2023-07-31")
	return with(f, i)
}

// victim is a decision not to prosecute, served on the victim and the suspect.
func victim(f hearing.CaseFile) hearing.CaseFile {
	f.Case.Type = hearing.NonProsecution
	f.Case.Parties = []hearing.Party{{ID: "1", Role: hearing.Victim, Person: "p-a"}, {ID: "2", Role: hearing.Suspect, Person: "p-b"}}
	x := hearing.Delivery{Mode: hearing.Direct, ServedAt: at("2023-07-31 10:00"), Person: "p-a"}
	y := x
	y.Person = "p-b"
	return with(f, hearing.Instrument{ID: "i", Case: "c", Kind: hearing.NoProsecution, Deliveries: []hearing.Delivery{x, y}})
}

func TestPaperPeriods(t *testing.T) {
	d := newDesk(t)
	for _, c := range paperPeriods {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(d.of(c.file(kase(hearing.AdminPublicInterest)), c.rule, day(c.now)), "; "); got != c.want {
				t.Errorf("%s on %s: %q, want %q", c.rule, c.now, got, c.want)
			}
		})
	}
}

// TestALaterReply holds that a later date in the paper moves the reply and the
// review after it, and that the rule's own stays visible.
func TestALaterReply(t *testing.T) {
	d := newDesk(t)
	i := served(advice("2023-07-28"), "2023-07-31")
	i.ReplyBy = day("2023-10-31")
	f := with(kase(hearing.AdminPublicInterest), i)
	equal(t, "without a reason", d.of(f, "DL09", day("2023-10-20")), []string{"warn unexplained ", "info extended 2023-10-31"})
	equal(t, "the review", d.of(f, "DL11", day("2023-10-20")), []string{"info due 2023-11-30"})
	f.Instruments[0].ReplyNote = "检察长沈秋白2023-09-28批准：雨季不能施工"
	equal(t, "with a reason", d.of(f, "DL09", day("2023-10-20")), []string{"info extended 2023-10-31"})
	for _, x := range d.table.CheckCase(f, d.days, at("2023-10-20 09:00"), "zh") {
		if x.Rule == "DL09" && (!strings.Contains(x.Text, "2023-10-07") || !strings.Contains(x.Text, "雨季") || x.Count.Due.On != day("2023-10-07")) {
			t.Errorf("the rule's own date or the reason is not said: %s, %+v", x.Text, x.Count)
		}
	}
}

// TestAgenciesOfAFilingDecision is DL06 while nothing serves the decision: every
// agency of the case is to have it.
func TestAgenciesOfAFilingDecision(t *testing.T) {
	d := newDesk(t)
	filing := hearing.Instrument{ID: "i", Case: "c", Kind: hearing.FilingDecision, DecidedOn: day("2023-06-20")}
	f := kase(hearing.AdminPublicInterest)
	f.Case.Parties = []hearing.Party{{ID: "1", Role: hearing.SupervisedAgency, Organisation: "o-a"}, {ID: "2", Role: hearing.SupervisedAgency, Organisation: "o-b"}}
	on := func(now string, i ...hearing.Instrument) string {
		var out []string
		for _, x := range d.table.CheckCase(with(f, i...), d.days, at(now+" 09:00"), "zh") {
			out = append(out, string(x.Severity)+" "+x.Rule+" "+x.Subject+" "+x.Due.String())
		}
		return strings.Join(out, "; ")
	}
	partly := filing
	partly.Deliveries = []hearing.Delivery{{ID: "d", Organisation: "o-a", ServedAt: at("2023-06-21 09:00"), Servers: []hearing.ID{"p-1", "p-2"}}}
	other := filing
	other.ID = "j"
	for _, c := range []struct{ name, got, want string }{
		{"on the last day", on("2023-06-27", filing), "info DL06 澄河区水务局 2023-06-27; info DL06 澄河区城市管理局 2023-06-27"},
		{"a day late", on("2023-06-28", filing), "warn DL06 澄河区水务局 2023-06-27; warn DL06 澄河区城市管理局 2023-06-27"},
		{"one has it", on("2023-06-27", partly), "info DL06 澄河区城市管理局 2023-06-27"},
		{"a second decision is for the second agency", on("2023-06-27", partly, other), "info DL06 澄河区城市管理局 2023-06-27"},
		{"two decisions, for whom is not said", on("2023-06-27", filing, other), "info DL06 行政机关 2023-06-27; info DL06 行政机关 2023-06-27"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
}

// TestNothingIsSaidTwice puts a paper into a ceremony, and serves it before, on
// the same unit: the first service counts, and one place says it.
func TestNothingIsSaidTwice(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		name                   string
		direct, there          string // days of service
		state                  hearing.State
		inCeremony, inCaseFile string
	}{
		{"to be served at the ceremony", "", "", hearing.Approved, "DL07.after", "-"},
		{"served there", "", "2023-08-02", hearing.Decided, "DL07 DL08 DL09 DL11", "-"},
		{"served directly before", "2023-07-31", "", hearing.Approved, "-", "DL08 DL09 DL11"},
		{"served directly, and read out later", "2023-07-31", "2023-08-02", hearing.Decided, "-", "DL08 DL09 DL11"},
		{"the ceremony is put off", "", "", hearing.Postponed, "-", "DL07"},
	} {
		t.Run(c.name, func(t *testing.T) {
			i := advice("2023-07-28")
			i.ID, i.Case = "i", "c"
			if c.direct != "" {
				i = served(i, c.direct)
			}
			a := hearing.Announcement{ID: "a", Cases: []hearing.ID{"c"}, State: c.state, Slot: hearing.Slot{Start: at("2023-08-02 15:00"), End: at("2023-08-02 16:00")},
				Deliveries: []hearing.Delivery{{ID: "x", Organisation: "o-a", Instruments: []hearing.ID{"i"}, Mode: hearing.Direct}}}
			if c.there != "" {
				a.Deliveries[0].ServedAt = at(c.there + " 15:30")
			}
			f := with(kase(hearing.AdminPublicInterest), i)
			f.Case.Parties = []hearing.Party{{ID: "1", Role: hearing.SupervisedAgency, Organisation: "o-a"}}
			f.Announcements = []hearing.Announcement{a}
			dossier := hearing.Dossier{Announcement: &a, Cases: []hearing.Case{f.Case}, Instruments: f.Instruments, People: f.People, Organisations: f.Organisations, Zone: zone}
			now := at("2023-08-03 09:00")
			if c.there == "" && c.state == hearing.Approved && c.direct == "" {
				now = at("2023-07-29 09:00")
			}
			if got := periods(d.table.Check(dossier, d.days, now, "zh")); got != c.inCeremony {
				t.Errorf("the ceremony says %s, want %s", got, c.inCeremony)
			}
			if got := periods(d.table.CheckCase(f, d.days, now, "zh")); got != c.inCaseFile {
				t.Errorf("the case says %s, want %s", got, c.inCaseFile)
			}
		})
	}
}

// periods names the deadlines that were found, each once, in order.
func periods(found []hearing.Finding) string {
	var out []string
	for _, id := range []string{"DL06", "DL07", "DL08", "DL09", "DL10", "DL11"} {
		for _, f := range found {
			if f.Rule == id {
				name := id
				if f.Variant == "after" {
					name += ".after"
				}
				out = append(out, name)
				break
			}
		}
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, " ")
}
