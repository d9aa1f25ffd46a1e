package rules_test

import (
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// TestE1LooksBackAndReopens walks the recommendation to the fire brigade from its
// reply to the relapse of January.
func TestE1LooksBackAndReopens(t *testing.T) {
	d := newDesk(t)
	f := fileOf(d, "c-e1")
	for _, c := range []struct {
		now  string
		want []string
		not  string
	}{
		{"2023-10-25", []string{"FOLLOW 澄检行公建〔2023〕11号：“2. 打通被占用的消防通道”（澄河区消防救援大队）在2023-10-18已核查为整改完毕，可以销号。"}, "DL31"},
		{"2023-12-01", []string{"DL18 澄检行公建〔2023〕11号全部销号（2023-11-06）后三个月“回头看”：请在2024-02-06前进行。"}, "FOLLOW"},
		{"2024-02-10", []string{"销号以后在2024-01-08发现反弹", "DL18 澄检行公建〔2023〕12号全部销号后三个月的“回头看”应在2024-02-06前进行，已过4日。"}, "DL31"},
	} {
		var got []string
		for _, x := range d.table.CheckCase(until(f, day(c.now)), d.days, at(c.now+" 09:00"), "zh") {
			got = append(got, x.Rule+" "+x.Text)
		}
		for _, w := range c.want {
			if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, w) }) {
				t.Errorf("%s: nothing says %q:\n%s", c.now, w, strings.Join(got, "\n"))
			}
		}
		if slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.not) }) {
			t.Errorf("%s: there is %s:\n%s", c.now, c.not, strings.Join(got, "\n"))
		}
	}
}

// TestE3IsVisitedWithinTheHousesThirtyDays is DL31.
func TestE3IsVisitedWithinTheHousesThirtyDays(t *testing.T) {
	d := newDesk(t)
	f := fileOf(d, "c-e3")
	f.Instruments = f.Instruments[:1]
	equal(t, "answered, not visited", d.of(until(f, day("2023-10-09")), "DL31", day("2023-10-09")), []string{"info due 2023-11-06"})
	equal(t, "too late", d.of(until(f, day("2023-10-09")), "DL31", day("2023-11-07")), []string{"warn late 2023-11-06"})
	equal(t, "visited", d.of(f, "DL31", day("2023-11-07")), nil)
}

// until is a file as it was on a day: nobody knew of later visits.
func until(f hearing.CaseFile, on calendar.Date) hearing.CaseFile {
	f.Instruments = slices.Clone(f.Instruments)
	for i := range f.Instruments {
		x := &f.Instruments[i]
		x.Visits = slices.DeleteFunc(slices.Clone(x.Visits), func(v hearing.Visit) bool { return v.On.After(on) })
		x.Closures = slices.DeleteFunc(slices.Clone(x.Closures), func(c hearing.Closure) bool { return c.On.After(on) })
	}
	return f
}

// fileOf is the case file of a worked example.
func fileOf(d desk, id hearing.ID) hearing.CaseFile {
	p := d.examples()
	f := hearing.CaseFile{Office: *p.Office, Announcements: p.Announcements, People: map[hearing.ID]hearing.Person{}, Organisations: map[hearing.ID]hearing.Organisation{}, Zone: zone}
	for _, c := range p.Cases {
		if c.ID == id {
			f.Case = c
		}
	}
	for _, i := range p.Instruments {
		if i.Case == id {
			f.Instruments = append(f.Instruments, i)
		}
	}
	for _, o := range p.Organisations {
		f.Organisations[o.ID] = o
	}
	return f
}

// TestAVisitIsMadeByTwoAndAfterTheService holds art. 36 and art. 77.
func TestAVisitIsMadeByTwoAndAfterTheService(t *testing.T) {
	d := newDesk(t)
	f := fileOf(d, "c-e1")
	f.Instruments = slices.Clone(f.Instruments)
	one := &f.Instruments[0]
	one.Visits = []hearing.Visit{{ID: "v", On: day("2023-07-30"), By: []hearing.ID{"p-lin"}, Found: []hearing.Found{{Item: 1, State: hearing.Impossible}}}}
	one.Closures = nil
	var got []string
	for _, x := range d.table.CheckCase(f, d.days, at("2023-08-10 09:00"), "zh") {
		if x.Rule == "FOLLOW" && x.Instrument == one.ID {
			got = append(got, string(x.Severity)+" "+x.Variant)
		}
	}
	if want := "block early, warn two, warn impossible"; strings.Join(got, ", ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}
