package hearing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
)

// seats writes who sits where, alternates in brackets.
func seats(h hearing.Hearing) string {
	var out []string
	for _, p := range h.Participants {
		text := string(p.ID)
		if p.Alternate {
			text = "(" + text + ")"
		}
		if p.Seat != "" {
			text += "@" + p.Seat
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

// A fixCase is a hearing, a fix and what it leaves.
type fixCase struct {
	name  string
	h     hearing.Hearing
	about hearing.ID
	fix   hearing.Fix
	want  string // after, or empty: not done
	show  func(hearing.Hearing) string
}

// fixCases are the fixes of one hearing of two officers and an alternate.
func fixCases(t *testing.T) []fixCase {
	notice := []hearing.Told{{ReceivedOn: day(t, "2023-07-11")}}
	base := func() hearing.Hearing {
		return hearing.Hearing{Presider: "lin", Openness: hearing.Public, Forms: []hearing.Form{hearing.Ordinary, hearing.Streamed},
			Participants: []hearing.Participant{{ID: "a", Person: "zhou", Role: hearing.Officer, Seat: "1", Told: notice}, {ID: "b", Person: "wang", Role: hearing.Officer},
				{ID: "c", Person: "zhao", Role: hearing.Officer, Alternate: true}, {ID: "o", Role: hearing.Observer}, {ID: "m", Role: hearing.Media}}}
	}
	with := func(change func(*hearing.Hearing)) hearing.Hearing {
		h := base()
		change(&h)
		return h
	}
	return []fixCase{
		{"an approval", base(), "", hearing.Fix{Kind: hearing.FixApproval, Value: "venue"}, "[{venue  shen 2023-07-12 false }]", func(h hearing.Hearing) string { return fmt.Sprint(h.Approvals) }},
		{"an approval that was asked for", with(func(h *hearing.Hearing) {
			h.Approvals = []hearing.Approval{{Kind: hearing.ApproveVenue, Note: "就近"}}
		}), "", hearing.Fix{Kind: hearing.FixApproval, Value: "venue"},
			"[{venue  shen 2023-07-12 false 就近}]", func(h hearing.Hearing) string { return fmt.Sprint(h.Approvals) }},
		{"no such approval", base(), "", hearing.Fix{Kind: hearing.FixApproval, Value: "x"}, "", nil},
		{"the presider", base(), "", hearing.Fix{Kind: hearing.FixPresider, Value: "gu"}, "gu 2023-07-12 presider was lin by ", func(h hearing.Hearing) string {
			return string(h.Presider) + " " + changes(h.Moves) + " by " + string(h.Moves[0].By)
		}},
		{"no stream", base(), "", hearing.Fix{Kind: hearing.FixStreamOff}, "[ordinary]", func(h hearing.Hearing) string { return fmt.Sprint(h.Forms) }},
		{"in private", base(), "", hearing.Fix{Kind: hearing.FixClose}, "closed [ordinary]", func(h hearing.Hearing) string { return fmt.Sprint(h.Openness, " ", h.Forms) }},
		{"an officer goes", base(), "b", hearing.Fix{Kind: hearing.FixRemove}, "a@1 (c) o m 2023-07-12 officer was wang", func(h hearing.Hearing) string { return seats(h) + " " + changes(h.Moves) }},
		{"observers and media go", base(), "", hearing.Fix{Kind: hearing.FixRemove, Value: "observer"}, "a@1 b (c)", seats},
		{"nobody is meant", base(), "", hearing.Fix{Kind: hearing.FixRemove}, "", nil},
		{"who gave an opinion stays", with(func(h *hearing.Hearing) { h.Opinions = []hearing.Opinion{{Officer: "b"}} }), "b", hearing.Fix{Kind: hearing.FixRemove}, "", nil},
		{"an alternate moves up into the seat", base(), "a", hearing.Fix{Kind: hearing.FixPromote, Value: "c"}, "c@1 b o m 2023-07-12 officer was zhou", func(h hearing.Hearing) string { return seats(h) + " " + changes(h.Moves) }},
		{"an alternate moves up beside them", base(), "", hearing.Fix{Kind: hearing.FixPromote, Value: "c"}, "a@1 b c o m", seats},
		{"an officer is no alternate", base(), "", hearing.Fix{Kind: hearing.FixPromote, Value: "b"}, "", nil},
		{"a declaration", base(), "b", hearing.Fix{Kind: hearing.FixDeclaration}, "2023-07-12", func(h hearing.Hearing) string { return h.Participants[1].Declared.On.String() }},
		{"a briefing", base(), "b", hearing.Fix{Kind: hearing.FixBriefing}, "2023-07-12", func(h hearing.Hearing) string { return h.Participants[1].BriefedOn.String() }},
		{"of nobody", base(), "x", hearing.Fix{Kind: hearing.FixBriefing}, "", nil},
		{"the transcript is signed", base(), "", hearing.Fix{Kind: hearing.FixSign, Value: "presider b"}, "2023-07-12 2023-07-12 true", func(h hearing.Hearing) string {
			return fmt.Sprint(h.Outcome.SignedBy.On, h.Participants[1].Signed.On, h.Outcome.RecordedBy == nil && h.Participants[0].Signed == nil)
		}},
		{"telling leads to a field", base(), "b", hearing.Fix{Kind: hearing.FixTell}, "", nil},
		{"none", base(), "", hearing.Fix{}, "", nil},
	}
}

// TestFixed does each fix that is one change of the record, and leaves the
// others, and what it was given, alone.
func TestFixed(t *testing.T) {
	on := day(t, "2023-07-12")
	for _, c := range fixCases(t) {
		before := seats(c.h) + fmt.Sprint(c.h.Forms, c.h.Approvals, c.h.Moves)
		got, ok := c.h.Fixed(hearing.Finding{Participant: c.about, Fix: c.fix}, "shen", on)
		switch {
		case ok != (c.want != ""):
			t.Errorf("%s: done %v", c.name, ok)
		case ok && c.show(got) != c.want:
			t.Errorf("%s: %s, want %s", c.name, c.show(got), c.want)
		}
		if after := seats(c.h) + fmt.Sprint(c.h.Forms, c.h.Approvals, c.h.Moves); after != before || slices.ContainsFunc(c.h.Participants, func(p hearing.Participant) bool { return p.Declared != nil }) {
			t.Errorf("%s: the record that was read was changed", c.name)
		}
	}
	if _, ok := fixCases(t)[0].h.Fixed(hearing.Finding{Fix: hearing.Fix{Kind: hearing.FixApproval, Value: "venue"}}, "", on); ok {
		t.Error("nobody approved")
	}
}
