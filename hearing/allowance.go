package hearing

import (
	"slices"

	"hearingdesk/hearing/calendar"
)

// Allowances (履职保障费) are what those who served are paid for it, by the office's
// own rules of finance (听证工作规定, art. 21): hearing officers, and from the means of
// the case (办案经费) people with special knowledge. People's supervisors are paid by
// the justice bureau and never stand here.
type Allowances struct {
	Lines     []Allowance   `json:"lines,omitempty"`      // of each who is paid
	ClaimedBy ID            `json:"claimed_by,omitempty"` // person who claimed it (经办人)
	ClaimedOn calendar.Date `json:"claimed_on,omitzero"`  // date of the claim (申领日期)
}

// An Allowance is what one participant is paid, in fen.
type Allowance struct {
	Participant ID            `json:"participant"`
	Travel      Fen           `json:"travel_fen,omitempty"` // 交通费
	Board       Fen           `json:"board_fen,omitempty"`  // 食宿费
	Labour      Fen           `json:"labour_fen,omitempty"` // 劳务费
	Basis       string        `json:"basis,omitempty"`      // by which rule and standard (依据、标准)
	SignedOn    calendar.Date `json:"signed_on,omitzero"`   // day on which the participant signed for it (签领日期)
}

// A Pay is one kind of money that somebody is paid.
type Pay string

// The kinds of money.
const (
	PayTravel Pay = "travel" // 交通费
	PayBoard  Pay = "board"  // 食宿费
	PayLabour Pay = "labour" // 劳务费
)

// Pays lists every kind, in the order of the paper.
var Pays = []Pay{PayTravel, PayBoard, PayLabour}

// Of is the place of a kind of money.
func (a *Allowance) Of(k Pay) *Fen {
	switch k {
	case PayTravel:
		return &a.Travel
	case PayBoard:
		return &a.Board
	}
	return &a.Labour
}

// Sum is all of it.
func (a Allowance) Sum() Fen { return a.Travel + a.Board + a.Labour }

// Take gives an allowance the money of another, and by which standard it is paid.
func (a *Allowance) Take(like Allowance) {
	a.Travel, a.Board, a.Labour, a.Basis = like.Travel, like.Board, like.Labour, like.Basis
}

// empty reports whether nothing is said of the participant.
func (a Allowance) empty() bool { return a == Allowance{Participant: a.Participant} }

// Payable reports whether somebody in a role can be paid by the office.
func Payable(r Role) bool { return r == Officer || r == Expert }

// Payees are those who can be paid: officers, then people with special knowledge,
// in the order of the hearing. Where presence is recorded, only those who came;
// before that all but the alternates.
func (h Hearing) Payees() []Participant {
	var out []Participant
	recorded := h.presenceRecorded()
	for _, role := range []Role{Officer, Expert} {
		for _, p := range h.Participants {
			if p.Role == role && p.attended(recorded) {
				out = append(out, p)
			}
		}
	}
	return out
}

// Attended reports whether a participant took part, as far as it is recorded;
// while nobody's presence is, everybody but the alternates counts.
func (h Hearing) Attended(p Participant) bool { return p.attended(h.presenceRecorded()) }

func (h Hearing) presenceRecorded() bool {
	return slices.ContainsFunc(h.Participants, func(x Participant) bool { return x.Attendance.Presence != "" })
}

func (p Participant) attended(recorded bool) bool {
	if !recorded {
		return !p.Alternate
	}
	return p.Attendance.Presence.Here()
}

// Allowance is what a participant is paid; nothing where none is recorded.
func (h Hearing) Allowance(participant ID) Allowance {
	for _, a := range h.Allowances.Lines {
		if a.Participant == participant {
			return a
		}
	}
	return Allowance{Participant: participant}
}

// EditAllowance changes what a participant is paid. A line that says nothing is
// taken away.
func (h *Hearing) EditAllowance(participant ID, do func(*Allowance)) {
	a := h.Allowance(participant)
	do(&a)
	i := slices.IndexFunc(h.Allowances.Lines, func(x Allowance) bool { return x.Participant == participant })
	h.Allowances.Lines = slices.Clone(h.Allowances.Lines)
	switch {
	case i < 0 && !a.empty():
		h.Allowances.Lines = append(h.Allowances.Lines, a)
	case i >= 0 && a.empty():
		h.Allowances.Lines = slices.Delete(h.Allowances.Lines, i, i+1)
	case i >= 0:
		h.Allowances.Lines[i] = a
	}
}

// Paid is the sum of what those in a role are paid who can be; an empty role is all.
func (h Hearing) Paid(role Role) Fen { return h.Sums(role).Sum() }

// Sums is the same by kind of money.
func (h Hearing) Sums(role Role) Allowance {
	var all Allowance
	if len(h.Allowances.Lines) == 0 {
		return all
	}
	for _, p := range h.Payees() {
		if role == "" || p.Role == role {
			a := h.Allowance(p.ID)
			for _, k := range Pays {
				*all.Of(k) += *a.Of(k)
			}
		}
	}
	return all
}

// unpaid is the hearing without what was recorded of participants who left it or
// took another role: their allowances, and that an opinion was theirs.
func (h Hearing) unpaid() Hearing {
	h.Allowances.Lines = slices.DeleteFunc(slices.Clone(h.Allowances.Lines), func(a Allowance) bool {
		p, ok := h.Participant(a.Participant)
		return !ok || !Payable(p.Role)
	})
	h.Supervision = h.Supervision.Among(h.Participants)
	return h
}
