package hearing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
)

// MostDrawn is how many officers, or alternates, a draw can be asked for at most.
const MostDrawn = 50

// draws checks that each draw says what, when and by whom, and holds together:
// package draw repeats it.
func (v *validator) draws(list []Draw) {
	v.unique("draws", ids(list, func(d Draw) ID { return d.ID }))
	for i, d := range list {
		at := fmt.Sprintf("draws[%d]", i)
		if d.At.IsZero() {
			v.add(at+".at", "required", "", "")
		}
		v.name(at+".operator", d.Operator)
		v.name(at+".algorithm", d.Algorithm)
		v.name(at+".seed", d.Seed)
		coded(v, at+".seed_source", d.SeedSource, SeedSources, true)
		if d.SeedSource == SeedPublic {
			v.name(at+".witness", d.Witness)
		}
		v.short(at+".place", d.Place)
		v.short(at+".notary", d.Notary)
		v.short(at+".seed_note", d.SeedNote)
		v.drawn(at, d)
		v.drawPool(at, d)
		v.answers(at, d)
		if x := d.Void; x != nil {
			v.name(at+".void.by", x.By)
			v.name(at+".void.reason", x.Reason)
		}
	}
}

// drawn checks the numbers of a draw.
func (v *validator) drawn(at string, d Draw) {
	if d.Officers < 1 || d.Officers > MostDrawn {
		v.add(at+".officers", "range", strconv.Itoa(d.Officers), "1–"+strconv.Itoa(MostDrawn))
	}
	if d.Alternates < 0 || d.Alternates > MostDrawn {
		v.add(at+".alternates", "range", strconv.Itoa(d.Alternates), "0–"+strconv.Itoa(MostDrawn))
	}
	for i, q := range d.Quotas {
		coded(v, fmt.Sprintf("%s.quotas[%d].class", at, i), q.Class, OfficerClasses, q.Specialty == "")
		if q.N < 1 || q.N > d.Officers {
			v.add(fmt.Sprintf("%s.quotas[%d].n", at, i), "range", strconv.Itoa(q.N), "1–"+strconv.Itoa(d.Officers))
		}
	}
	each := slices.Sorted(slices.Values(d.Order))
	for i, n := range each {
		if n != i+1 || len(each) != len(d.Pool) {
			v.add(at+".order", "range", strconv.Itoa(n), "1–"+strconv.Itoa(len(d.Pool)))
			break
		}
	}
	if len(d.Order) == 0 {
		v.add(at+".order", "required", "", "")
	}
	seen := map[int]bool{}
	for i, n := range slices.Concat(d.Drawn, d.Spare) {
		switch path := fmt.Sprintf("%s.drawn[%d]", at, i); {
		case n < 1 || n > len(d.Pool):
			v.add(path, "range", strconv.Itoa(n), "1–"+strconv.Itoa(len(d.Pool)))
		case seen[n]:
			v.add(path, "duplicate", strconv.Itoa(n), "")
		}
		seen[n] = true
	}
	if len(d.Drawn) != d.Officers || len(d.Spare) > d.Alternates {
		v.add(at+".drawn", "range", strconv.Itoa(len(d.Drawn))+"+"+strconv.Itoa(len(d.Spare)), strconv.Itoa(d.Officers)+"+"+strconv.Itoa(d.Alternates))
	}
}

func (v *validator) drawPool(at string, d Draw) {
	for i, c := range d.Pool {
		path := fmt.Sprintf("%s.pool[%d]", at, i)
		v.id(path+".person", c.Person)
		v.name(path+".name", c.Name)
		coded(v, path+".class", c.Class, OfficerClasses, false)
		if i > 0 && c.Code <= d.Pool[i-1].Code {
			v.add(path+".code", "order", c.Code, "> "+d.Pool[i-1].Code)
		}
	}
	for i, x := range d.Excluded {
		path := fmt.Sprintf("%s.excluded[%d]", at, i)
		v.id(path+".person", x.Person)
		coded(v, path+".reason", x.Reason, ExclusionReasons, true)
		if d.Number(x.Person) > 0 {
			v.add(path+".person", "duplicate", string(x.Person), "")
		}
		v.text(path+".text", x.Text)
	}
}

// answers checks that each answer could be given when it was, and that the
// alternate moved up whose turn it was.
func (v *validator) answers(at string, d Draw) {
	now := d
	now.Answers, now.Void = nil, nil
	for i, a := range d.Answers {
		path := fmt.Sprintf("%s.answers[%d]", at, i)
		coded(v, path+".reply", a.Reply, DrawReplies, true)
		v.short(path+".note", a.Note)
		if a.On.IsZero() {
			v.add(path+".on", "required", "", "")
		}
		next, ok := now.Answered(a)
		if !ok {
			v.add(path+".n", "reference", strconv.Itoa(a.N), "")
			continue
		}
		now = next
		if got := now.Answers[len(now.Answers)-1].Next; got != a.Next {
			v.add(path+".next", "reference", strconv.Itoa(a.Next), strconv.Itoa(got))
		}
	}
}

// Rewritten says which draws of what a hearing was are not in it any more, or not
// as they were drawn: a draw is never edited. Answers can be added at its end,
// and it can be voided.
func (h Hearing) Rewritten(was Hearing) FieldErrors {
	var v validator
	for i, d := range was.Draws {
		at := fmt.Sprintf("draws[%d]", i)
		now, ok := h.Draw(d.ID)
		if !ok || len(now.Answers) < len(d.Answers) {
			v.add(at, "drawn", string(d.ID), "")
			continue
		}
		now.Answers = now.Answers[:len(d.Answers)]
		if d.Void == nil {
			now.Void = nil
		}
		if !alikeDraws(d, now) {
			v.add(at, "drawn", string(d.ID), "")
		}
	}
	return v.faults
}

// alikeDraws compares as stored, where a list without elements is none.
func alikeDraws(a, b Draw) bool {
	x, errA := json.Marshal(a)
	y, errB := json.Marshal(b)
	return errA == nil && errB == nil && bytes.Equal(x, y)
}
