package outcome

import (
	"errors"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/words"
)

// A payer says what an office pays somebody in a role on a day: its rule table.
type payer interface {
	Standard(role hearing.Role, class hearing.OfficerClass, on calendar.Date) (rules.Standard, bool)
}

// ByStandard enters the office's standard for everybody who is paid and has no
// amount yet, and returns how many they are.
func ByStandard(h *hearing.Hearing, d hearing.Dossier, law payer, on calendar.Date) int {
	n := 0
	for _, p := range h.Payees() {
		s, ok := law.Standard(p.Role, d.Person(p.Person).Class, on)
		if !ok || h.Allowance(p.ID).Sum() > 0 {
			continue
		}
		h.EditAllowance(p.ID, func(a *hearing.Allowance) { a.Take(s.Allowance()) })
		n++
	}
	return n
}

// LikeFirst enters for everybody without an amount what the first of the same role
// with one is paid, and returns how many they are.
func LikeFirst(h *hearing.Hearing) int {
	first := map[hearing.Role]hearing.Allowance{}
	for _, p := range h.Payees() {
		if a := h.Allowance(p.ID); a.Sum() > 0 && first[p.Role].Sum() == 0 {
			first[p.Role] = a
		}
	}
	n := 0
	for _, p := range h.Payees() {
		like := first[p.Role]
		if like.Sum() == 0 || h.Allowance(p.ID).Sum() > 0 {
			continue
		}
		h.EditAllowance(p.ID, func(a *hearing.Allowance) { a.Take(like) })
		n++
	}
	return n
}

// AllSigned records for everybody who is paid that the money was signed for on a
// day, where none is recorded yet, and returns how many they are.
func AllSigned(h *hearing.Hearing, on calendar.Date) int {
	n := 0
	for _, p := range h.Payees() {
		if a := h.Allowance(p.ID); a.Sum() > 0 && a.SignedOn.IsZero() {
			h.EditAllowance(p.ID, func(a *hearing.Allowance) { a.SignedOn = on })
			n++
		}
	}
	return n
}

// Unpaid are those whom the office would pay, had they come: they have no cells.
func Unpaid(h hearing.Hearing) []hearing.Participant {
	var out []hearing.Participant
	for _, p := range h.Participants {
		if hearing.Payable(p.Role) && !h.Attended(p) && (!p.Alternate || h.Allowance(p.ID).Sum() > 0) {
			out = append(out, p)
		}
	}
	return out
}

// Standards says in one line what the office pays, by whom of the payees; empty
// where it has set nothing.
func Standards(h hearing.Hearing, d hearing.Dossier, law payer, on calendar.Date) string {
	var out, seen []string
	for _, p := range h.Payees() {
		class := d.Person(p.Person).Class
		s, ok := law.Standard(p.Role, class, on)
		name := words.Of(p.Role)
		if ok && s.Class != "" {
			name = words.Of(s.Class)
		}
		if !ok || slices.Contains(seen, name) {
			continue
		}
		seen = append(seen, name)
		var parts []string
		a := s.Allowance()
		for _, k := range hearing.Pays {
			if f := *a.Of(k); f > 0 {
				parts = append(parts, words.Of(k)+" "+f.String())
			}
		}
		out = append(out, words.T("{{.Who}}：{{.What}}（{{.By}}，{{.From}}起）", map[string]string{"Who": name, "What": words.List(parts), "By": s.Citation(), "From": s.From.String()}))
	}
	return strings.Join(out, words.T("；"))
}

// wrongFen says what is wrong with an amount as it was typed.
func wrongFen(err error) string {
	var f *hearing.FieldError
	if !errors.As(err, &f) {
		return ""
	}
	switch f.Code {
	case "negative":
		return words.T("金额不能是负数。")
	case "range":
		return words.T("“{{.Value}}”太大了，请核对。", map[string]string{"Value": f.Value})
	}
	return words.T("“{{.Value}}”不是金额，请写成 120 或 120.50。", map[string]string{"Value": f.Value})
}
