package rules_test

import (
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// kase is a case of a type with steps.
func kase(t hearing.CaseType, steps ...hearing.Step) hearing.CaseFile {
	return hearing.CaseFile{Office: hearing.Office{Upper: "云岭市人民检察院"}, Zone: zone,
		Case:          hearing.Case{ID: "c", Cause: "督促整治案", Type: t, Steps: steps},
		People:        map[hearing.ID]hearing.Person{"p-a": {ID: "p-a", Name: "程桂兰"}, "p-b": {ID: "p-b", Name: "程建军"}},
		Organisations: map[hearing.ID]hearing.Organisation{"o-a": {ID: "o-a", Name: "澄河区水务局"}, "o-b": {ID: "o-b", Name: "澄河区城市管理局"}}}
}

func step(kind hearing.StepKind, on string) hearing.Step {
	return hearing.Step{ID: hearing.ID(string(kind) + on), Kind: kind, On: day(on)}
}

// of returns what one rule says of a case on a day, in one line each.
func (d desk) of(f hearing.CaseFile, rule string, on calendar.Date) []string {
	var out []string
	for _, x := range d.table.CheckCase(f, d.days, on.In(zone), "zh") {
		if x.Rule == rule {
			done := ""
			if !x.Done.IsZero() {
				done = " done " + x.Done.String()
			}
			out = append(out, string(x.Severity)+" "+x.Variant+" "+x.Due.String()+done)
		}
	}
	return out
}

// stepPeriods are the periods that steps start and end, over rest days where
// the law moves the last one. A late one weighs what the row says.
var stepPeriods = []struct {
	rule        string
	kind        hearing.CaseType
	start       hearing.StepKind
	on          string
	end         hearing.StepKind
	due, weighs string
}{
	{"DL03", hearing.AdminPublicInterest, hearing.HearingAsked, "2023-09-22", hearing.HearingAnswered, "2023-10-07", "warn"},
	{"DL04", hearing.AdminPublicInterest, hearing.RecusalAsked, "2023-09-27", hearing.RecusalDecided, "2023-10-07", "block"},
	{"DL05", hearing.AdminPublicInterest, hearing.ReviewAsked, "2026-02-11", hearing.ReviewDecided, "2026-02-14", "warn"},
	{"DL15", hearing.AdminPublicInterest, hearing.ObjectionMade, "2026-09-28", hearing.ObjectionSettled, "2026-10-08", "warn"},
	{"DL18", hearing.AdminPublicInterest, hearing.CaseClosed, "2023-10-08", hearing.LookedBack, "2024-01-08", "warn"},
	{"DL18", hearing.CivilPublicInterest, hearing.CaseClosed, "2023-06-30", hearing.LookedBack, "2023-10-07", "warn"},
	{"DL20", hearing.CivilSupervision, hearing.MonitorNoticed, "2023-06-12", hearing.MonitorAnswered, "2023-06-25", "block"},
	{"DL21", hearing.AdminPublicInterest, hearing.SuitBrought, "2023-07-31", hearing.SuitFiledUp, "2023-08-07", "block"},
	{"DL22", hearing.AdminPublicInterest, hearing.CourtSummoned, "2023-09-13", hearing.AppearanceSent, "2023-09-18", "block"},
	{"DL23", hearing.CivilPublicInterest, hearing.ClaimChanged, "2026-09-29", hearing.ClaimChangeSent, "2026-10-08", "block"},
	{"DL24", hearing.CivilSupervision, hearing.PetitionTaken, "2023-06-30", hearing.PetitionReviewed, "2023-10-07", "block"},
	{"DL25", hearing.CivilSupervision, hearing.PetitionDecided, "2026-01-31", hearing.PetitionSent, "2026-02-24", "block"},
	{"DL26", hearing.AdminPublicInterest, hearing.FactsOrdered, "2023-07-31", hearing.FactsFound, "2023-10-07", "warn"},
	{"DL26", hearing.OtherCase, hearing.FactsOrdered, "2025-12-31", hearing.FactsFound, "2026-02-28", "warn"},
	{"DL28", hearing.OtherCase, hearing.PostMismatch, "2023-08-02", hearing.PostReturned, "2023-08-07", "warn"},
	{"DL29", hearing.OtherCase, hearing.SupervisorServed, "2023-06-27", hearing.AllowanceClaimed, "2023-08-08", "warn"},
}

// TestStepPeriods looks at each period on the day before its last one, on that
// day and on the next, with and without what ends it.
func TestStepPeriods(t *testing.T) {
	d := newDesk(t)
	for _, c := range stepPeriods {
		t.Run(c.rule+" from "+c.on, func(t *testing.T) {
			due := day(c.due)
			open := kase(c.kind, step(c.start, c.on))
			inTime := kase(c.kind, step(c.start, c.on), hearing.Step{ID: "e", Kind: c.end, On: due})
			late := kase(c.kind, step(c.start, c.on), hearing.Step{ID: "e", Kind: c.end, On: due.AddDays(1)})
			running, over := "info due "+c.due, c.weighs+" late "+c.due
			for _, x := range []struct {
				name string
				file hearing.CaseFile
				on   calendar.Date
				want string
			}{
				{"the day before", open, due.AddDays(-1), running}, {"the last day", open, due, running}, {"the day after", open, due.AddDays(1), over},
				{"ended on the last day", inTime, due.AddDays(1), ""}, {"ended a day late", late, due.AddDays(2), over + " done " + due.AddDays(1).String()},
			} {
				got := d.of(x.file, c.rule, x.on)
				if x.want == "" && slices.Contains(got, running) || x.want != "" && !slices.Contains(got, x.want) {
					t.Errorf("%s: %q, want %q", x.name, got, x.want)
				}
			}
		})
	}
}

// TestOfOtherCases holds that a period of one type of case is not of another.
func TestOfOtherCases(t *testing.T) {
	d := newDesk(t)
	for rule, s := range map[string]hearing.Step{"DL12": step(hearing.CallIssued, "2023-06-01"), "DL18": step(hearing.CaseClosed, "2023-06-01"), "DL21": step(hearing.SuitBrought, "2023-06-01")} {
		if got := d.of(kase(hearing.CivilSupervision, s), rule, day("2023-06-02")); len(got) > 0 {
			t.Errorf("%s is said of a case of civil supervision: %q", rule, got)
		}
	}
}

// TestMissingTable counts into a year without a table of holidays: the date is
// given, with a warning.
func TestMissingTable(t *testing.T) {
	d := newDesk(t)
	for _, c := range stepPeriods {
		f := kase(c.kind, step(c.start, "2026-12-31"))
		if got := d.of(f, "YEAR", day("2026-12-31")); len(got) != 1 || len(d.of(f, c.rule, day("2026-12-31"))) == 0 {
			t.Errorf("%s: the year is named %d times", c.rule, len(got))
		}
	}
}

// TestACallRunsOut is DL12, which nothing may end before it has run out, and the
// review after it (DL11).
func TestACallRunsOut(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		name, issued, closed, now string
		call, review              []string
	}{
		{"V12 runs", "2026-08-06", "", "2026-09-07", []string{"info due 2026-09-07"}, []string{"info civil-due 2026-12-07"}},
		{"V11 a worked Sunday", "2026-08-21", "", "2026-09-20", []string{"info due 2026-09-20"}, []string{"info civil-due 2026-12-21"}},
		{"has run out", "2026-08-06", "", "2026-09-08", []string{"warn late 2026-09-07"}, []string{"info civil-due 2026-12-07"}},
		{"closed on the last day", "2026-08-06", "2026-09-07", "2026-09-08", nil, []string{"info civil-due 2026-12-07"}},
		{"closed before", "2026-08-06", "2026-09-06", "2026-09-08", []string{"warn early 2026-09-07 done 2026-09-06"}, []string{"info civil-due 2026-12-07"}},
		{"the review is late", "2026-08-06", "2026-09-08", "2026-12-08", nil, []string{"block civil-late 2026-12-07"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := kase(hearing.CivilPublicInterest, step(hearing.CallIssued, c.issued))
			if c.closed != "" {
				f.Case.Steps = append(f.Case.Steps, step(hearing.CallClosed, c.closed))
			}
			equal(t, "DL12", d.of(f, "DL12", day(c.now)), c.call)
			equal(t, "DL11", d.of(f, "DL11", day(c.now)), c.review)
		})
	}
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// TestCustody is DL19: the length comes from the step, the end never rolls, and
// the end of the time for handling is the day that the case says.
func TestCustody(t *testing.T) {
	d := newDesk(t)
	two := calendar.Months(2)
	held := func(p *calendar.Period, more ...hearing.Step) hearing.CaseFile {
		s := step(hearing.CustodyBegan, "2023-07-31")
		s.Period, s.Person = p, "p-a"
		return kase(hearing.Arrest, append([]hearing.Step{s}, more...)...)
	}
	handling := kase(hearing.Arrest)
	handling.Case.FiledOn, handling.Case.DueOn = day("2023-07-31"), day("2023-09-30")
	closed := handling
	closed.Case.Steps = []hearing.Step{step(hearing.CaseClosed, "2023-09-30")}
	for _, c := range []struct {
		name string
		file hearing.CaseFile
		now  string
		want []string
	}{
		{"long before", held(&two), "2023-09-01", []string{"info due 2023-09-30"}},
		{"a week before", held(&two), "2023-09-24", []string{"warn soon 2023-09-30"}},
		{"the last day, in National Day", held(&two), "2023-09-30", []string{"warn soon 2023-09-30"}},
		{"over in the holiday", held(&two), "2023-10-01", []string{"block late 2023-09-30"}},
		{"ended", held(&two, step(hearing.CustodyEnded, "2023-09-30")), "2023-10-01", nil},
		{"without a length", held(nil), "2023-08-01", []string{"warn unset "}},
		{"handling", handling, "2023-09-01", []string{"info handling-due 2023-09-30"}},
		{"handling, soon", handling, "2023-09-30", []string{"warn handling-soon 2023-09-30"}},
		{"handling, over", handling, "2023-10-01", []string{"block handling-late 2023-09-30"}},
		{"handled on the last day", closed, "2023-10-01", nil},
	} {
		t.Run(c.name, func(t *testing.T) { equal(t, "DL19", d.of(c.file, "DL19", day(c.now)), c.want) })
	}
	for _, f := range d.table.CheckCase(held(&two), d.days, at("2023-09-01 09:00"), "zh") {
		if f.Advise.String() != "2023-09-28" || f.Subject != "程桂兰" || f.Step == "" || f.Case != "c" || f.Count == nil || f.Count.Event != "custody-began" {
			t.Errorf("a finding is %+v", f)
		}
	}
}

// TestLookingBack is DL18: after three months, and again after six.
func TestLookingBack(t *testing.T) {
	d := newDesk(t)
	closed, first, second := step(hearing.CaseClosed, "2023-10-08"), step(hearing.LookedBack, "2024-01-08"), step(hearing.LookedBack, "2024-04-08")
	for _, c := range []struct {
		name  string
		steps []hearing.Step
		now   string
		want  []string
	}{
		{"closed", []hearing.Step{closed}, "2023-10-09", []string{"info due 2024-01-08", "info second-due 2024-04-08"}},
		{"looked back once", []hearing.Step{closed, first}, "2024-01-09", []string{"info second-due 2024-04-08"}},
		{"not a second time", []hearing.Step{closed, first}, "2024-04-09", []string{"warn second-late 2024-04-08"}},
		{"looked back twice", []hearing.Step{closed, first, second}, "2024-04-09", nil},
		{"never", []hearing.Step{closed}, "2024-04-09", []string{"warn late 2024-01-08", "warn second-late 2024-04-08"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			equal(t, "DL18", d.of(kase(hearing.AdminPublicInterest, c.steps...), "DL18", day(c.now)), c.want)
		})
	}
}
