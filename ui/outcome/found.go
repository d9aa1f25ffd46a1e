package outcome

import (
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/ui/sitting"
)

// stepOf is the step on which a finding is mended; -1 is each.
func stepOf(f hearing.Finding) int {
	part, _, _ := strings.Cut(f.Field, ".")
	switch part {
	case "attendance":
		return stepAttendance
	case "opinions":
		return stepOpinions
	case "outcome":
		return stepDecision
	case "allowances":
		return stepAllowances
	case "notary":
		return stepNotary
	}
	return -1
}

// beside reports whether a step shows the finding beside its field.
func (v *view) beside(f hearing.Finding) bool {
	switch f.Field {
	case "outcome.answers":
		return len(Departs(v.s.Value())) > 0
	case "outcome.decision", "outcome.decided_on", "allowances":
		return true
	case "notary":
		for _, m := range v.s.Value().Notary {
			if len(MatterFindings(m, []hearing.Finding{f})) > 0 {
				return true
			}
		}
	}
	return false
}

// findings shows at the foot what the rules say of the step as a whole.
func (v *view) findings() {
	var found []hearing.Finding
	for _, f := range v.s.Findings {
		if at := stepOf(f); sitting.TabOf(f) == "outcome" && (at == v.at || at < 0 || at >= v.choices) && !v.beside(f) {
			found = append(found, f)
		}
	}
	v.found.Set(found)
}

// seek goes to the step on which a finding is mended.
func (v *view) seek(f hearing.Finding) {
	if at := stepOf(f); sitting.TabOf(f) == "outcome" && at >= 0 {
		v.turn(at)
	}
}
