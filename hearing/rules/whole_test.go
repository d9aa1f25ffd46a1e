package rules_test

import (
	"encoding/json"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
)

// TestTheGuardsAreWhole reads the tables as they are: each state that an entry
// bars or asks before is one, a guard's own entries name theirs, and nothing
// bars and asks at once.
func TestTheGuardsAreWhole(t *testing.T) {
	for _, file := range []string{"rules/rules.json", "rules/periods.json"} {
		var table struct{ Rules []rules.Entry }
		if err := json.Unmarshal(read(t, file), &table); err != nil {
			t.Fatal(err)
		}
		for _, e := range table.Rules {
			for _, s := range []hearing.State{e.Bars, e.Asks} {
				if s != "" && !slices.Contains(hearing.States, s) {
					t.Errorf("%s %s.%s: there is no state %q", file, e.ID, e.Variant, s)
				}
			}
			switch {
			case e.Bars != "" && e.Asks != "":
				t.Errorf("%s %s.%s bars %s and asks before %s", file, e.ID, e.Variant, e.Bars, e.Asks)
			case e.ID == "STEP" && e.Bars+e.Asks == "" && e.Variant != "way":
				t.Errorf("%s %s.%s concerns no state", file, e.ID, e.Variant)
			case e.Overridable && e.Severity == hearing.Info:
				t.Errorf("%s %s.%s is a remark, and need not be approved", file, e.ID, e.Variant)
			}
		}
	}
}

// TestWhatNobodyCanApprove: what the law lets only the facts, the written
// consent or the chief's own approval mend has no exception beside it.
func TestWhatNobodyCanApprove(t *testing.T) {
	var table struct{ Rules []rules.Entry }
	if err := json.Unmarshal(read(t, "rules/rules.json"), &table); err != nil {
		t.Fatal(err)
	}
	more := struct{ Rules []rules.Entry }{}
	if err := json.Unmarshal(read(t, "rules/periods.json"), &more); err != nil {
		t.Fatal(err)
	}
	never := []string{"DL01", "ART4", "ART12", "ART13", "ART16", "ART19", "ART5", "STREAM", "CLOSED", "QUORUM", "R1", "R2", "R9", "R10", "CLASH", "NEED"}
	may := []string{"N37.few", "N37.many", "SUPERVISOR.must", "SUPERVISOR.a6", "R3.", "R5.", "R6.", "R7.", "STEP.briefing", "STEP.duties"}
	for _, e := range append(table.Rules, more.Rules...) {
		if e.Overridable && slices.Contains(never, e.ID) {
			t.Errorf("%s.%s can be approved otherwise", e.ID, e.Variant)
		}
		if key := e.ID + "." + e.Variant; slices.Contains(may, key) && !e.Overridable {
			t.Errorf("%s cannot be approved otherwise", key)
		}
	}
}
