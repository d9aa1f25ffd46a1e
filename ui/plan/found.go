package plan

import (
	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/sitting"
)

// findings shows what the rules say beside the fields that cause it, and on top
// what is about none of them.
func (t *tab) findings() {
	beside := map[field.Control][]hearing.Finding{}
	for _, c := range t.controls {
		beside[c] = nil
	}
	var others, moves []hearing.Finding
	for _, f := range t.s.Findings {
		c, ok := t.controls[f.Field]
		switch {
		case ok && (t.notice.hides(f.Field) || f.Field == "openness_reason" && !t.why.Visible()):
			others = append(others, f)
		case ok:
			beside[c] = append(beside[c], f)
		case f.Field == "moves":
			moves = append(moves, f)
		case f.Field != "approvals" && sitting.TabOf(f) == "plan":
			others = append(others, f)
		}
	}
	for c, found := range beside {
		c.SetFindings(found)
	}
	t.others.Set(others)
	t.moves.found.Set(moves)
}

// seek puts the cursor where a finding is mended.
func (t *tab) seek(f hearing.Finding) {
	if sitting.TabOf(f) != "plan" {
		return
	}
	if c, ok := t.controls[f.Field]; ok {
		c.Focus()
		return
	}
	if r := t.approvals.rows[hearing.ApprovalKind(f.Fix.Value)]; f.Field == "approvals" && r != nil {
		r.by.Focus()
	}
}
