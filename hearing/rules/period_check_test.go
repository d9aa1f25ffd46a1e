package rules_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
)

// periodsOf reads the periods of the program's own file.
func periodsOf(t *testing.T) []rules.Period {
	t.Helper()
	var file struct {
		Periods []rules.Period `json:"periods"`
	}
	if err := json.Unmarshal(read(t, "rules/periods.json"), &file); err != nil {
		t.Fatal(err)
	}
	return file.Periods
}

// TestEveryDeadlineIsThere holds that the table has DL01 to DL29, and that none
// of its periods contradicts itself or another.
func TestEveryDeadlineIsThere(t *testing.T) {
	newDesk(t) // the whole table is loaded, which checks the periods among each other
	have := map[string]bool{}
	for _, p := range periodsOf(t) {
		have[p.ID] = true
		if err := p.Validate(); err != nil {
			t.Error(err)
		}
		if p.PerCase && !p.Length.Fixed {
			t.Errorf("%s: a length of the case is of custody, and never rolls", p.ID)
		}
	}
	for i := 1; i <= 29; i++ {
		if id := "DL" + string(rune('0'+i/10)) + string(rune('0'+i%10)); !have[id] {
			t.Errorf("%s is missing", id)
		}
	}
}

// TestPeriodsThatCannotBe refuses each of them.
func TestPeriodsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		name string
		p    rules.Period
		want string
	}{
		{"no id", rules.Period{Starts: "urged", Length: calendar.Days(3)}, "no id"},
		{"no start", rules.Period{ID: "X", Length: calendar.Days(3)}, "nothing starts it"},
		{"of 0", rules.Period{ID: "X", Starts: "urged", Length: calendar.Period{Unit: calendar.Day}}, "0 "},
		{"of -3", rules.Period{ID: "X", Starts: "urged", Length: calendar.Days(-3)}, "-3"},
		{"of 20000 days", rules.Period{ID: "X", Starts: "urged", Length: calendar.Days(20000)}, "20000"},
		{"in weeks", rules.Period{ID: "X", Starts: "urged", Length: calendar.Period{N: 1, Unit: "week"}}, "week"},
		{"in hours", rules.Period{ID: "X", Starts: "urged", Length: calendar.Hours(24)}, "hours"},
		{"ends with what starts it", rules.Period{ID: "X", Starts: "urged", Ends: []string{"urged"}, Length: calendar.Days(3)}, "both starts and ends"},
		{"no length and no end", rules.Period{ID: "X", Starts: "urged"}, "no length"},
		{"waits for nothing", rules.Period{ID: "X", Starts: "urged", Wait: true, Length: calendar.Days(3)}, "run out before nothing"},
		{"backward and paused", rules.Period{ID: "X", Starts: "hearing.start", Back: true, Pauses: true, Length: calendar.Days(3)}, "backward"},
		{"ends before it begins to be law", rules.Period{ID: "X", Starts: "urged", Length: calendar.Days(3), From: day("2024-01-02"), To: day("2024-01-01")}, "valid from"},
		{"two lengths", rules.Period{ID: "X", Starts: "custody-began", PerCase: true, Length: calendar.Days(3)}, "both from the case"},
	} {
		if err := c.p.Validate(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	if err := (rules.Period{ID: "X", Starts: "urged", Length: calendar.Days(0)}).Validate(); !errors.Is(err, calendar.ErrPeriod) {
		t.Errorf("a period of 0 is %v", err)
	}
}

// TestTablesThatCannotBe loads files whose periods do not go together.
func TestTablesThatCannotBe(t *testing.T) {
	const words = `{"id":"X","variant":"due","severity":"info","title":"本院规定","house":true,"basis":"b","zh":"z","en":"e"}`
	for _, c := range []struct{ name, periods, want string }{
		{"good", `{"id":"X","starts":"urged","ends":["looked-back"],"period":{"n":3,"unit":"day"}}`, ""},
		{"twice", `{"id":"X","starts":"urged","period":{"n":3,"unit":"day"}},{"id":"X","starts":"urged","period":{"n":5,"unit":"day"}}`, "contradiction"},
		{"one after the other", `{"id":"X","starts":"urged","period":{"n":3,"unit":"day"},"to":"2023-12-31"},{"id":"X","starts":"urged","period":{"n":5,"unit":"day"},"from":"2024-01-01"}`, ""},
		{"for other cases", `{"id":"X","starts":"urged","period":{"n":3,"unit":"day"},"types":["A7"]},{"id":"X","starts":"urged","period":{"n":5,"unit":"day"},"types":["A8"]}`, ""},
		{"an event that there is not", `{"id":"X","starts":"delivery.lost","period":{"n":3,"unit":"day"}}`, "delivery.lost"},
		{"ends that do not mix", `{"id":"X","starts":"instrument.decided","ends":["urged","delivery.served"],"period":{"n":3,"unit":"day"}}`, "first"},
		{"starts itself", `{"id":"X","starts":"X","period":{"n":3,"unit":"day"}}`, "itself"},
		{"without words", `{"id":"Y","starts":"urged","period":{"n":3,"unit":"day"}}`, "no sentence"},
		{"backward from a step", `{"id":"X","starts":"urged","back":true,"ends":["closed"],"period":{"n":3,"unit":"day"}}`, "backward"},
		{"for each participant", `{"id":"X","starts":"hearing.start","back":true,"ends":["hearing.told"],"period":{"n":3,"unit":"day"}}`, "program's own"},
	} {
		_, err := rules.Load([]byte(`{"format":"hearingdesk-rules","version":1,"rules":[` + words + `],"periods":[` + c.periods + `]}`))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestADateThatCannotBe starts periods in 1900 and in 2200: no date is guessed.
func TestADateThatCannotBe(t *testing.T) {
	d := newDesk(t)
	for _, on := range []string{"1900-01-01", "2200-01-01"} {
		f := kase(hearing.AdminPublicInterest, step(hearing.RecusalAsked, on))
		if got := d.of(f, "RANGE", day("2023-06-20")); len(got) != 1 || len(d.of(f, "DL04", day("2023-06-20"))) > 0 {
			t.Errorf("%s: %q", on, got)
		}
	}
}
