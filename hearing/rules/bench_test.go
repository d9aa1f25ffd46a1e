package rules_test

import (
	"fmt"
	"slices"
	"testing"

	"hearingdesk/hearing"
)

// BenchmarkCheck judges one hearing, E1 as it was; the goal is 2 ms, and 25 µs
// where 2,000 are judged at once.
func BenchmarkCheck(b *testing.B) {
	d := newDesk(b)
	p := d.examples()
	dossier, _ := p.Dossier(e1, zone)
	now := at("2023-08-10 09:00")
	b.ReportAllocs()
	for b.Loop() {
		d.table.Check(dossier, d.days, now, "zh")
	}
}

// BenchmarkCheckOpenWork judges the open hearings of a desk of ten years, and all
// 2,000, as of one that archives nothing: the worked examples in turn, every
// second one as it was a week before its day.
func BenchmarkCheckOpenWork(b *testing.B) {
	book, d := bookOf(b)
	p := d.examples()
	for _, n := range []int{150, 2000} {
		var all []hearing.Dossier
		for i := range n {
			all = append(all, openHearing(p, i))
		}
		now := at("2023-08-10 09:00")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range all {
					book.Check(all[i], now, "zh")
				}
			}
		})
	}
}

// openHearing is the nth of them, with records of its own.
func openHearing(p hearing.Package, n int) hearing.Dossier {
	p.Hearings = slices.Clone(p.Hearings)
	dossier, _ := p.Dossier([]hearing.ID{e1, e2, e3}[n%3], zone)
	if n%2 == 0 {
		return dossier
	}
	h := dossier.Hearing
	h.State, h.Opinions, h.Outcome = hearing.Notifying, nil, hearing.Outcome{}
	h.Start, h.End = at("2023-08-17 09:00"), at("2023-08-17 11:00")
	h.Participants = slices.Clone(h.Participants)
	for j := range h.Participants {
		q := &h.Participants[j]
		q.Attendance, q.Signed = hearing.Attendance{}, nil
		if j%2 == 0 {
			q.Told = nil
		}
	}
	return dossier
}
