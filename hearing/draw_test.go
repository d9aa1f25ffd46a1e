package hearing_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

var drawDay = calendar.NewDate(2023, 7, 11)

// drawn is a draw of three officers and three alternates out of eight: two are
// of the law, 1 and 5.
func drawn(quotas ...hearing.DrawQuota) hearing.Draw {
	d := hearing.Draw{ID: "d", At: time.Date(2023, 7, 10, 9, 0, 0, 0, time.UTC), Operator: "许晚", Witness: "吴敏", Day: calendar.NewDate(2023, 7, 18),
		Algorithm: "x", Seed: "1", SeedSource: hearing.SeedPublic, Officers: 3, Alternates: 3, Quotas: quotas,
		Order: []int{1, 2, 3, 4, 5, 6, 7, 8}, Drawn: []int{1, 2, 3}, Spare: []int{4, 5, 6}}
	for i := range 8 {
		c := hearing.DrawCandidate{Person: hearing.ID(fmt.Sprint("p", i+1)), Code: fmt.Sprint(i + 1), Name: fmt.Sprint("甲乙丙丁戊己庚辛"[3*i : 3*i+3]), Class: hearing.ClassSocial}
		if i == 0 || i == 4 {
			c.Class = hearing.ClassLaw
		}
		d.Pool = append(d.Pool, c)
	}
	return d
}

func TestWhoMovesUp(t *testing.T) {
	law := hearing.DrawQuota{Class: hearing.ClassLaw, N: 1}
	no := func(n int) hearing.DrawAnswer {
		return hearing.DrawAnswer{N: n, On: drawDay, Reply: hearing.ReplyDeclined}
	}
	yes := func(n int) hearing.DrawAnswer {
		return hearing.DrawAnswer{N: n, On: drawDay, Reply: hearing.ReplyAccepted}
	}
	for _, c := range []struct {
		name    string
		quotas  []hearing.DrawQuota
		answers []hearing.DrawAnswer
		seats   []int
		waiting []int
		refused int // place of the answer that cannot be taken down, from 1
	}{
		{"nobody answered", nil, nil, []int{1, 2, 3}, []int{4, 5, 6}, 0},
		{"the first alternate", nil, []hearing.DrawAnswer{no(1)}, []int{4, 2, 3}, []int{5, 6}, 0},
		{"the first of the class that a quota asks for", []hearing.DrawQuota{law}, []hearing.DrawAnswer{no(1)}, []int{5, 2, 3}, []int{4, 6}, 0},
		{"another may be anybody", []hearing.DrawQuota{law}, []hearing.DrawAnswer{no(2)}, []int{1, 4, 3}, []int{5, 6}, 0},
		{"nobody of the class is left", []hearing.DrawQuota{law}, []hearing.DrawAnswer{no(5), no(1)}, []int{0, 2, 3}, []int{4, 6}, 0},
		{"who moved up refuses too", nil, []hearing.DrawAnswer{no(2), no(4)}, []int{1, 5, 3}, []int{6}, 0},
		{"an alternate refuses before", nil, []hearing.DrawAnswer{no(4), no(3)}, []int{1, 2, 5}, []int{6}, 0},
		{"accepted, and refuses later", nil, []hearing.DrawAnswer{yes(1), no(1)}, []int{4, 2, 3}, []int{5, 6}, 0},
		{"all alternates gone", nil, []hearing.DrawAnswer{no(1), no(4), no(5), no(6)}, []int{0, 2, 3}, nil, 0},
		{"refused once is refused", nil, []hearing.DrawAnswer{no(1), yes(1)}, []int{4, 2, 3}, []int{5, 6}, 2},
		{"was not drawn", nil, []hearing.DrawAnswer{no(7)}, []int{1, 2, 3}, []int{4, 5, 6}, 1},
		{"says it twice", nil, []hearing.DrawAnswer{yes(1), yes(1)}, []int{1, 2, 3}, []int{4, 5, 6}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drawn(c.quotas...)
			for i, a := range c.answers {
				next, ok := d.Answered(a)
				if ok != (c.refused != i+1) {
					t.Fatalf("answer %d is taken down: %v", i+1, ok)
				}
				d = next
			}
			if !slices.Equal(d.Seats(), c.seats) || !slices.Equal(d.Waiting(), c.waiting) {
				t.Errorf("seats %v, waiting %v; want %v, %v", d.Seats(), d.Waiting(), c.seats, c.waiting)
			}
			if faults := (hearing.Hearing{ID: "h", Draws: []hearing.Draw{d}}).Validate(); len(faults) > 0 {
				t.Error(faults)
			}
		})
	}
	void := drawn()
	void.Void = &hearing.DrawVoid{On: drawDay, By: "林知远", Reason: "名单有误"}
	if _, ok := void.Answered(no(1)); ok {
		t.Error("a voided draw takes answers")
	}
}

// TestAReplacementReopens: who moves up is not told, briefed or pledged, and the
// parties who were told of the officers are told again (domain rules, §4).
func TestAReplacementReopens(t *testing.T) {
	h := hearing.Hearing{ID: "h", Draws: []hearing.Draw{drawn()}, Slot: hearing.Slot{Start: time.Date(2023, 7, 18, 9, 0, 0, 0, time.UTC)},
		Participants: []hearing.Participant{{ID: "party", Role: hearing.PartyRep, Person: "x", Told: []hearing.Told{{SentOn: drawDay, ReceivedOn: drawDay}}}}}
	n := 0
	h, ok := h.TakesOver("d", func() hearing.ID { n++; return hearing.ID(fmt.Sprint("new", n)) }, drawDay)
	who := func(h hearing.Hearing) string {
		var out []string
		for _, p := range h.Participants {
			s := string(p.Person)
			if p.Alternate {
				s += "*"
			}
			out = append(out, s+p.Seat)
		}
		return strings.Join(out, " ")
	}
	if !ok || who(h) != "p1 p2 p3 p4* p5* p6* x" {
		t.Fatalf("taken over: %s", who(h))
	}
	if again, ok := h.TakesOver("d", nil, drawDay); ok || len(again.Participants) != 7 {
		t.Error("taken over twice")
	}
	h.Moves = nil // of the day on which the officers came
	h.Participants[1].Seat, h.Participants[1].BriefedOn, h.Participants[1].Declared = "3号", drawDay, &hearing.Declaration{On: drawDay}
	h, ok = h.WithAnswer("d", hearing.DrawAnswer{N: 2, On: drawDay, Reply: hearing.ReplyBusy}, drawDay)
	if !ok || who(h) != "p1 p43号 p3 p5* p6* x" {
		t.Fatalf("after a refusal: %s", who(h))
	}
	if p := h.Participants[1]; !p.BriefedOn.IsZero() || p.Declared != nil || p.WasTold() {
		t.Errorf("the seat came with what the other had done: %+v", p)
	}
	if len(h.Moves) != 1 || h.Moves[0].Kind != hearing.MoveOfficer || h.Moves[0].Was != "p2" || h.Moves[0].Reason != "乙时间冲突，候补丁递补" {
		t.Errorf("recorded %+v", h.Moves)
	}
	h, ok = h.WithAnswer("d", hearing.DrawAnswer{N: 6, On: drawDay, Reply: hearing.ReplyDeclined}, drawDay)
	if !ok || who(h) != "p1 p43号 p3 p5* x" || len(h.Moves) != 1 {
		t.Errorf("after an alternate's refusal: %s, %d changes", who(h), len(h.Moves))
	}
	h.Opinions = []hearing.Opinion{{Officer: h.Participants[0].ID}}
	if kept, ok := h.WithAnswer("d", hearing.DrawAnswer{N: 1, On: drawDay, Reply: hearing.ReplyRecused}, drawDay); ok || len(kept.Draws[0].Answers) != len(h.Draws[0].Answers) {
		t.Error("who gave an opinion leaves")
	}
}

func TestADrawIsNotRewritten(t *testing.T) {
	was := hearing.Hearing{ID: "h", Draws: []hearing.Draw{drawn()}}
	was.Draws[0], _ = was.Draws[0].Answered(hearing.DrawAnswer{N: 1, On: drawDay, Reply: hearing.ReplyAccepted})
	for _, c := range []struct {
		name   string
		change func(*hearing.Hearing)
		wrong  bool
	}{
		{"nothing", func(*hearing.Hearing) {}, false},
		{"an answer more", func(h *hearing.Hearing) {
			h.Draws[0], _ = h.Draws[0].Answered(hearing.DrawAnswer{N: 2, On: drawDay, Reply: hearing.ReplyBusy})
		}, false},
		{"voided", func(h *hearing.Hearing) {
			h.Draws[0].Void = &hearing.DrawVoid{On: drawDay, By: "林知远", Reason: "名单有误"}
		}, false},
		{"another draw before it", func(h *hearing.Hearing) {
			d := drawn()
			d.ID = "e"
			h.Draws = append([]hearing.Draw{d}, h.Draws...)
		}, false},
		{"the witness", func(h *hearing.Hearing) { h.Draws[0].Witness = "钱某" }, true},
		{"who was drawn", func(h *hearing.Hearing) { h.Draws[0].Drawn = []int{1, 2, 4} }, true},
		{"an answer", func(h *hearing.Hearing) { h.Draws[0].Answers[0].Note = "改" }, true},
		{"an answer less", func(h *hearing.Hearing) { h.Draws[0].Answers = nil }, true},
		{"gone", func(h *hearing.Hearing) { h.Draws = nil }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := was
			h.Draws = slices.Clone(was.Draws)
			h.Draws[0].Answers = slices.Clone(was.Draws[0].Answers)
			c.change(&h)
			if faults := h.Rewritten(was); (len(faults) > 0) != c.wrong {
				t.Errorf("faults %v", faults)
			}
		})
	}
	void := was
	void.Draws = slices.Clone(was.Draws)
	void.Draws[0].Void = &hearing.DrawVoid{On: drawDay, By: "林知远", Reason: "名单有误"}
	if len(was.Rewritten(void)) == 0 {
		t.Error("a void can be taken back")
	}
}

func TestADrawHoldsTogether(t *testing.T) {
	for _, c := range []struct {
		path   string
		change func(*hearing.Draw)
	}{
		{"", func(*hearing.Draw) {}},
		{"draws[0].at", func(d *hearing.Draw) { d.At = time.Time{} }},
		{"draws[0].operator", func(d *hearing.Draw) { d.Operator = "" }},
		{"draws[0].witness", func(d *hearing.Draw) { d.Witness = "" }},
		{"", func(d *hearing.Draw) { d.Witness, d.SeedSource = "", hearing.SeedRandom }},
		{"draws[0].seed_source", func(d *hearing.Draw) { d.SeedSource = "dice" }},
		{"draws[0].order", func(d *hearing.Draw) { d.Order[0] = 2 }},
		{"draws[0].order", func(d *hearing.Draw) { d.Order = d.Order[1:] }},
		{"draws[0].drawn[1]", func(d *hearing.Draw) { d.Drawn[1] = 1 }},
		{"draws[0].drawn[5]", func(d *hearing.Draw) { d.Spare[2] = 9 }},
		{"draws[0].drawn", func(d *hearing.Draw) { d.Drawn = d.Drawn[1:] }},
		{"draws[0].quotas[0].class", func(d *hearing.Draw) { d.Quotas = []hearing.DrawQuota{{N: 1}} }},
		{"draws[0].quotas[0].n", func(d *hearing.Draw) { d.Quotas = []hearing.DrawQuota{{Class: hearing.ClassLaw, N: 4}} }},
		{"draws[0].pool[1].code", func(d *hearing.Draw) { d.Pool[1].Code = "1" }},
		{"draws[0].excluded[0].person", func(d *hearing.Draw) {
			d.Excluded = []hearing.DrawExclusion{{Person: "p1", Reason: hearing.ExcludedOther}}
		}},
		{"draws[0].answers[0].next", func(d *hearing.Draw) {
			d.Answers = []hearing.DrawAnswer{{N: 1, On: drawDay, Reply: hearing.ReplyBusy, Next: 5}}
		}},
		{"draws[0].answers[0].n", func(d *hearing.Draw) {
			d.Answers = []hearing.DrawAnswer{{N: 8, On: drawDay, Reply: hearing.ReplyBusy}}
		}},
		{"draws[0].void.reason", func(d *hearing.Draw) { d.Void = &hearing.DrawVoid{On: drawDay, By: "林知远"} }},
	} {
		d := drawn()
		c.change(&d)
		faults := (hearing.Hearing{ID: "h", Draws: []hearing.Draw{d}}).Validate()
		switch {
		case c.path == "" && len(faults) > 0:
			t.Errorf("faults %v", faults)
		case c.path != "" && (len(faults) != 1 || faults[0].Path != c.path):
			t.Errorf("%s: faults %v", c.path, faults)
		}
	}
}
