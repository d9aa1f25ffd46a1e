package outcome

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A caseHead is the line above the ballots of one case.
type caseHead struct {
	of    hearing.ID // empty: of all cases at once
	count *widget.Label
	line  fyne.CanvasObject
}

// Asked is the question of a ballot.
func Asked(h hearing.Hearing, b hearing.Ballot) string {
	i := slices.IndexFunc(h.Questions, func(q hearing.Question) bool { return q.ID == b.Question })
	return h.Questions[i].Text
}

// causeOf names a case.
func (v *view) causeOf(id hearing.ID) string {
	for _, c := range v.s.Dossier.Cases {
		if c.ID == id {
			return c.Cause
		}
	}
	return words.T("各案共同的问题")
}

// headed reports whether a ballot is the first one of its case, where there are
// several cases.
func headed(h hearing.Hearing, all []hearing.Ballot, i int) bool {
	return len(h.Cases) > 1 && (i == 0 || all[i-1].Case != all[i].Case)
}

// shapeOf tells when the ballots have to be laid out anew.
func shapeOf(v *view, h hearing.Hearing, all []hearing.Ballot) []hearing.ID {
	var out []hearing.ID
	for i, b := range all {
		out = append(out, b.Question, b.Case, hearing.ID(Asked(h, b)))
		if headed(h, all, i) {
			out = append(out, hearing.ID(v.causeOf(b.Case)))
		}
	}
	return out
}

// newHead is the line above a case's ballots. What was recorded of all cases at once
// can be told apart.
func (v *view) newHead(b hearing.Ballot) *caseHead {
	h := &caseHead{of: b.Case, count: grey("")}
	h.count.Alignment = fyne.TextAlignTrailing
	right := fyne.CanvasObject(container.NewGridWrap(fyne.NewSize(96, cellHeight), h.count))
	if b.Case == "" {
		right = container.NewHBox(right, look.Quiet(words.T("逐案记录"), theme.ListIcon(), func() {
			v.change("opinions", func(h *hearing.Hearing) {
				for _, q := range h.Questions {
					if q.Case == "" {
						h.Apart(q.ID)
					}
				}
			})
		}))
	}
	h.line = container.NewBorder(widget.NewSeparator(), nil, nil, right, strong(v.causeOf(b.Case)))
	return h
}

// show counts what is there of the case.
func (c *caseHead) show(done, all int) { say(c.count, counted("", done, all)) }
