package document

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"hearingdesk/hearing"
)

// ofTarget are the conditions that hold for some of those a form is made for: one
// of several cases is not decided yet, or as the majority wanted.
var ofTarget = map[string]func(hearing.Dossier, target) bool{
	"decided": func(d hearing.Dossier, t target) bool {
		if t.participant.Attendance.Presence == hearing.Absent {
			return false
		}
		return len(t.cases) == 0 || settled(hearing.CaseRuling{Ruling: d.Hearing.RulingOf(t.cases[0].ID)})
	},
	"against": departs,
	"voted": func(d hearing.Dossier, t target) bool {
		return slices.ContainsFunc(ballotsOf(*d.Hearing, t), func(b hearing.Ballot) bool {
			n := d.Hearing.Tally(b)
			return len(t.cases) == 0 || n.Agree+n.Disagree+n.Other > 0
		})
	},
}

// settled reports whether it is decided.
func settled(r hearing.CaseRuling) bool { return !r.DecidedOn.IsZero() }

// against reports whether the decision follows the majority not at all, or in part,
// on one of the ballots, so that the chief procurator is told why (听证工作规定,
// art. 16).
func against(d hearing.Dossier) bool { return d.Hearing != nil && departs(d, target{}) }

func departs(d hearing.Dossier, t target) bool {
	return slices.ContainsFunc(ballotsOf(*d.Hearing, t), func(b hearing.Ballot) bool {
		a := d.Hearing.MajorityAdopted(b)
		return a == hearing.NotAdopted || a == hearing.InPart
	})
}

// ballotsOf are the ballots that a paper is about; what was asked of all cases at
// once belongs to each.
func ballotsOf(h hearing.Hearing, t target) []hearing.Ballot {
	all := h.Ballots()
	if len(t.cases) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(b hearing.Ballot) bool {
		return b.Case != "" && !slices.ContainsFunc(t.cases, func(c hearing.Case) bool { return c.ID == b.Case })
	})
}

// byCase makes a form once for each of several cases, where the officers' opinions
// or the decisions are of each by itself: each volume has its own, and tells
// nothing of the others.
func byCase(d hearing.Dossier) []target {
	if d.Hearing == nil {
		return nil
	}
	apart := d.Hearing.Differ() || slices.ContainsFunc(d.Hearing.Ballots(), func(b hearing.Ballot) bool { return b.Case != "" })
	if len(d.Cases) < 2 || !apart {
		return once(d)
	}
	return eachCase(d)
}

// results are the officers, once for each of several cases that are decided each
// by itself.
func results(d hearing.Dossier) []target {
	officers := seats(perOfficer)(d)
	if d.Hearing == nil || !d.Hearing.Differ() {
		return officers
	}
	var out []target
	for _, t := range officers {
		for i := range d.Cases {
			one := t
			one.key, one.name, one.cases = bothKeys(t.key, string(d.Cases[i].ID)), t.name+"（"+d.Cases[i].Cause+"）", d.Cases[i:i+1]
			out = append(out, one)
		}
	}
	return out
}

// bothKeys is the key of what is made for somebody in one case. It is an ID, so two
// long ones are told by their hash.
func bothKeys(a, b string) string {
	if key := a + ":" + b; hearing.ValidID(hearing.ID(key)) {
		return key
	}
	sum := sha256.Sum256([]byte(a + ":" + b))
	return hex.EncodeToString(sum[:16])
}
