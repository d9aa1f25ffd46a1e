package document

import (
	"fmt"
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/transcript"
)

// transcript fills in what the record of a hearing knows before anybody writes
// into it by hand.
func (x teller) transcript(facts record, h hearing.Hearing) {
	o := h.Outcome
	from, to := o.OpenedAt, o.ClosedAt
	if from.IsZero() {
		from = h.Start
	}
	r := record{"from": moment(from, x.zone()), "to": moment(to, x.zone()), "recording": Text(o.Discs()), "absence": Text(o.Absence),
		"agreement": Text(o.Agreement), "later": !h.Differ() && o.Timing == hearing.Later, "minutes": x.course.Minutes}
	if x.form.root["recordings"] {
		facts["recordings"] = x.recordings(h)
	}
	if len(o.Recordings) == 1 {
		r["hash"], r["kept"] = Text(grouped(o.Recordings[0].Hash)), Text(o.Recordings[0].Kept)
	}
	if o.Observers > 0 {
		r["observers"] = Text(strconv.Itoa(o.Observers))
	}
	if x.form.root["passages"] {
		x.spoken(facts, r, h)
	}
	facts["transcript"] = r
	for name, make := range map[string]func(hearing.Hearing) []record{"signers": x.signers, "votes": x.votes, "matters": x.matters,
		"approvals": x.approvals} {
		if x.form.root[name] { // the longer lists, for the forms that need them
			facts[name] = make(h)
		}
	}
}

// recordings are the files and discs of the hearing, each with where it is kept.
func (x teller) recordings(h hearing.Hearing) []record {
	var out []record
	for i, one := range h.Outcome.Recordings {
		r := record{"number": Text(strconv.Itoa(i + 1)), "file": Text(one.Name), "disc": Text(one.Disc), "hash": Text(grouped(one.Hash)), "kept": Text(one.Kept)}
		if one.Length > 0 {
			r["length"] = Text(hms(one.Length))
		}
		out = append(out, r)
	}
	return out
}

// hms writes a length in seconds as a player shows it: 1:02:03.
func hms(seconds int) string {
	return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}

// signers are those who sign the transcript, in the order in which they sign:
// all who took part, or the parties alone where the rules say so, and those who
// held the hearing.
func (x teller) signers(h hearing.Hearing) []record {
	var out []record
	text := transcript.Of(x.d.Transcript)
	one := func(id hearing.ID, role, name string, s *hearing.Signature) {
		r := x.signer(role, name, s)
		if e, ok := text.Drawn(id); ok && id != "" && text.Stands(e) && (s == nil || s.Refused == "") {
			r["ink"], r["signed"] = inked(e.Strokes), day(calendar.DateOf(e.At.In(x.zone())))
		}
		out = append(out, r)
	}
	for _, p := range h.Participants {
		if p.Alternate || class(p.Role) == "" || p.Attendance.Presence == hearing.Absent || x.course.Signs != nil && !x.course.Signs(p.Role) {
			continue
		}
		one(p.ID, x.role(p), x.mask.person(x.d.Person(p.Person)), p.Signed)
		if p.Proxy != nil {
			one("", "委托代理人", x.mask.person(x.d.Person(p.Proxy.Person)), nil)
		}
	}
	chair := "主持人"
	for _, id := range x.d.Handlers() {
		if id == h.Presider {
			chair = "主持人、承办检察官"
			continue
		}
		one("", "承办检察官", x.d.Person(id).Name, nil)
	}
	one(hearing.SignsPresider, chair, x.d.Person(h.Presider).Name, h.Outcome.SignedBy)
	one(hearing.SignsRecorder, "书记员", x.d.Person(h.Recorder).Name, h.Outcome.RecordedBy)
	return lastOnes(out)
}

// signer is one who signs; where signing was refused, why, and which page.
func (x teller) signer(role, name string, s *hearing.Signature) record {
	r := record{"role": Text(role), "name": Text(name)}
	if s != nil && s.Refused != "" {
		r["refused"] = Text(bareText(s.Refused))
		if s.Page > 0 {
			r["page"] = Text(strconv.Itoa(s.Page))
		}
	}
	return r
}

// lastOnes marks the last signers, so that none of them stands on a page alone.
func lastOnes(out []record) []record {
	for _, r := range out[max(0, len(out)-4):] {
		r["last"] = true
	}
	return out
}

// votes are the opinions on each ballot, case by case; the first of a case names
// it. Of each: what each officer said, and the
// count (听证工作规定, art. 16).
func (x teller) votes(h hearing.Hearing) []record {
	var out []record
	last := ""
	for _, b := range ballotsOf(h, x.t) {
		t := h.Tally(b)
		r := record{"question": Text(x.asks(h, b)), "given": t.Agree+t.Disagree+t.Other > 0,
			"agree": Text(strconv.Itoa(t.Agree)), "disagree": Text(strconv.Itoa(t.Disagree)), "other": Text(strconv.Itoa(t.Other))}
		if of := x.caseOf(b); of != last && len(x.t.cases) == 0 {
			r["case"], last = Text(of), of
		}
		if t.Majority != "" {
			r["majority"] = Text(t.Majority.Term().Zh)
		}
		if a, ok := h.Answer(b); ok {
			r["ours"], r["reason"] = Text(a.Stance.Term().Zh), Text(bareText(a.Reason))
		}
		if a := h.MajorityAdopted(b); a != "" {
			r["adopted"], r["against"], r["partly"] = Text(a.Term().Zh), a == hearing.NotAdopted, a == hearing.InPart
		}
		var views []record
		for _, p := range h.Officers() {
			v, ok := h.Opinion(p.ID, b)
			if !ok || v.Stance == "" {
				continue
			}
			views = append(views, record{"name": Text(x.d.Person(p.Person).Name), "text": Text(v.Stance.Term().Zh),
				"reason": Text(bareText(v.Reason)), "advice": Text(bareText(v.Advice))})
		}
		r["views"] = views
		out = append(out, r)
	}
	return out
}
