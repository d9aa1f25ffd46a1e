package hearing

import (
	"slices"

	"hearingdesk/hearing/calendar"
)

// Candidate returns the member of the pool with a number; a zero one where there
// is none.
func (d Draw) Candidate(n int) DrawCandidate {
	if n < 1 || n > len(d.Pool) {
		return DrawCandidate{}
	}
	return d.Pool[n-1]
}

// Number is a person's number in the pool, 0 for who did not take part.
func (d Draw) Number(person ID) int {
	return slices.IndexFunc(d.Pool, func(c DrawCandidate) bool { return c.Person == person }) + 1
}

// Seats are the numbers of those who hold the drawn seats now, in the order of
// the draw; 0 is a seat for which no alternate is left.
func (d Draw) Seats() []int {
	seats := slices.Clone(d.Drawn)
	for _, a := range d.Answers {
		if i := slices.Index(seats, a.N); i >= 0 && a.Reply != ReplyAccepted {
			seats[i] = a.Next
		}
	}
	return seats
}

// Waiting are the numbers of the alternates who have not moved up and have not
// refused, in the order in which they move up.
func (d Draw) Waiting() []int {
	return slices.DeleteFunc(slices.Clone(d.Spare), func(n int) bool {
		return slices.ContainsFunc(d.Answers, func(a DrawAnswer) bool { return a.Next == n || a.N == n && a.Reply != ReplyAccepted })
	})
}

// Reply is what somebody of the draw answered last; empty while there is no
// answer.
func (d Draw) Reply(n int) DrawReply {
	for i := len(d.Answers) - 1; i >= 0; i-- {
		if d.Answers[i].N == n {
			return d.Answers[i].Reply
		}
	}
	return ""
}

// Asked reports whether somebody of a number is asked to come: who was drawn, is
// an alternate, and has not refused.
func (d Draw) Asked(n int) bool {
	return n > 0 && (slices.Contains(d.Seats(), n) || slices.Contains(d.Waiting(), n))
}

// Next is the alternate who moves up when somebody refuses: the first in the
// order of the draw. Where the refusal leaves a quota unfilled, it is the first
// of those whom the quota asks for. It is 0 for who has no seat, and where no
// such alternate is left: the seat stays open for another draw.
func (d Draw) Next(refused int) int {
	seats := d.Seats()
	at := slices.Index(seats, refused)
	if at < 0 || refused == 0 {
		return 0
	}
	waiting := slices.DeleteFunc(d.Waiting(), func(n int) bool { return n == refused })
	var lacking []DrawQuota
	for _, q := range d.Quotas {
		have := 0
		for i, n := range seats {
			if i != at && n > 0 && q.Fits(d.Candidate(n)) {
				have++
			}
		}
		if have < q.N {
			lacking = append(lacking, q)
		}
	}
	fill := func(n int) bool {
		return !slices.ContainsFunc(lacking, func(q DrawQuota) bool { return !q.Fits(d.Candidate(n)) })
	}
	if i := slices.IndexFunc(waiting, fill); i >= 0 {
		return waiting[i]
	}
	if len(lacking) > 0 {
		if i := slices.IndexFunc(waiting, func(n int) bool { return lacking[0].Fits(d.Candidate(n)) }); i >= 0 {
			return waiting[i]
		}
	}
	return 0
}

// Answered returns the draw with an answer at its end, and whether it could be
// taken down: nobody answers who is not asked, and nothing is answered to a
// draw that was voided.
func (d Draw) Answered(a DrawAnswer) (Draw, bool) {
	if d.Void != nil || !d.Asked(a.N) || !slices.Contains(DrawReplies, a.Reply) || d.Reply(a.N) == a.Reply {
		return d, false
	}
	a.Next = 0
	if a.Reply != ReplyAccepted {
		a.Next = d.Next(a.N)
	}
	d.Answers = append(slices.Clone(d.Answers), a)
	return d, true
}

// WithAnswer returns the hearing with what somebody of a draw answered. Where the
// drawn are its officers already, who refuses leaves and the alternate takes
// the seat, unbriefed, untold and without a declaration; and where people had
// been told of the officers, that is recorded with the reason, so that the
// parties are told again and can ask for recusal (听证工作规定, art. 10(3)). It
// reports whether the answer could be taken down; who gave an opinion stays.
func (h Hearing) WithAnswer(draw ID, a DrawAnswer, on calendar.Date) (Hearing, bool) {
	i := slices.IndexFunc(h.Draws, func(d Draw) bool { return d.ID == draw })
	if i < 0 {
		return h, false
	}
	d, ok := h.Draws[i].Answered(a)
	if !ok {
		return h, false
	}
	a = d.Answers[len(d.Answers)-1]
	out := h
	out.Draws = slices.Clone(h.Draws)
	out.Draws[i] = d
	if a.Reply == ReplyAccepted {
		return out, true
	}
	if out, ok = out.replaced(d, a, on); !ok {
		return h, false
	}
	return out, true
}

// replaced takes the seat of who refused away, and gives it to who moved up.
func (h Hearing) replaced(d Draw, a DrawAnswer, on calendar.Date) (Hearing, bool) {
	who := d.Candidate(a.N)
	leaves := func(p Participant) bool { return p.Role == Officer && p.Person == who.Person }
	at := slices.IndexFunc(h.Participants, leaves)
	if at < 0 {
		return h, true
	}
	if h.needs(leaves) {
		return h, false
	}
	seat := h.Participants[at]
	list := slices.Delete(slices.Clone(h.Participants), at, at+1)
	next := d.Candidate(a.Next).Person
	if i := slices.IndexFunc(list, func(p Participant) bool { return p.Role == Officer && p.Person == next && next != "" }); i >= 0 && !seat.Alternate {
		up := list[i]
		up.Alternate, up.Seat = false, seat.Seat
		list = slices.Delete(list, i, i+1)
		if i < at {
			at--
		}
		list = slices.Insert(list, at, up)
	}
	known := len(h.Moves)
	h = h.WithParticipants(list, on)
	for i := known; i < len(h.Moves); i++ {
		if m := &h.Moves[i]; m.Kind == MoveOfficer && m.Was == who.Person && m.Reason == "" {
			m.Reason = who.Name + a.Reply.Term().Zh
			if n := d.Candidate(a.Next).Name; n != "" {
				m.Reason += "，候补" + n + "递补"
			}
		}
	}
	return h, true
}

// TakesOver returns the hearing with the officers and the alternates of a draw
// among its participants, in the order of the draw, after the officers that it
// has. Who refused is left out; who takes part already stays as he is. newID
// makes the IDs of the new ones. It reports whether anything changed.
func (h Hearing) TakesOver(draw ID, newID func() ID, on calendar.Date) (Hearing, bool) {
	d, ok := h.Draw(draw)
	if !ok || d.Void != nil {
		return h, false
	}
	var come []Participant
	add := func(n int, alternate bool) {
		who := d.Candidate(n).Person
		if who != "" && !slices.ContainsFunc(h.Participants, func(p Participant) bool { return p.Role == Officer && p.Person == who }) {
			come = append(come, Participant{ID: newID(), Role: Officer, Person: who, Alternate: alternate})
		}
	}
	for _, n := range d.Seats() {
		add(n, false)
	}
	for _, n := range d.Waiting() {
		add(n, true)
	}
	if len(come) == 0 {
		return h, false
	}
	at := 0
	for i, p := range h.Participants {
		if p.Role == Officer {
			at = i + 1
		}
	}
	return h.WithParticipants(slices.Insert(slices.Clone(h.Participants), at, come...), on), true
}
