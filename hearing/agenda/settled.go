package agenda

import (
	"strings"
	"time"

	"hearingdesk/hearing"
)

// A work is what was done in a session or a case.
type work struct {
	d           hearing.Dossier // of a case: only the names
	instruments []hearing.Instrument
	deliveries  []hearing.Delivery
}

func deliveries(a *hearing.Announcement, papers []hearing.Instrument) []hearing.Delivery {
	var out []hearing.Delivery
	if a != nil {
		out = append(out, a.Deliveries...)
	}
	for _, i := range papers {
		for _, x := range i.Deliveries {
			x.Instruments = []hearing.ID{i.ID}
			out = append(out, x)
		}
	}
	return out
}

// settled reports whether a finding leaves nothing to be done: a remark, what
// somebody approved, a warning of the plan once the session was held, or what
// was done meanwhile, be it late. The state is empty for a case.
func settled(f hearing.Finding, s hearing.State, w work, now time.Time) bool {
	about, _, _ := strings.Cut(f.Field, ".")
	if f.Override != nil {
		return true
	}
	if f.Due.IsZero() {
		after := about == "outcome" || about == "opinions" || about == "deliveries"
		held := s == hearing.Closed || s == hearing.Decided || s == hearing.FedBack
		return f.Severity == hearing.Info && about != "outcome" || held && !after && f.Severity != hearing.Blocked
	}
	switch f.Rule {
	case "DL01", "DL02": // late notice can be mended until the hearing
		done := f.Args["received"] + f.Args["posted"]
		return done != "" && (f.Severity == hearing.Warning && done <= f.Due.String() || held(w.d, now))
	case "DL06", "DL07":
		return w.served(f, func(x hearing.Delivery) bool { return !x.ServedAt.IsZero() })
	case "DL09", "DL10":
		return w.served(f, func(x hearing.Delivery) bool { return !x.RepliedOn.IsZero() })
	case "DL08":
		for _, i := range w.instruments {
			if named(i, f) && !i.FiledOn.IsZero() {
				return true
			}
		}
	case "DL14":
		return w.d.Hearing != nil && issued(*w.d.Hearing)
	case "DL16":
		return w.d.Hearing != nil && toldResult(*w.d.Hearing, f.Participant)
	}
	return false
}

func held(d hearing.Dossier, now time.Time) bool {
	start := d.Session().Slot.Start
	return !start.IsZero() && start.Before(now)
}

// served reports whether the delivery that a finding is about is done.
func (w work) served(f hearing.Finding, done func(hearing.Delivery) bool) bool {
	for _, x := range w.deliveries {
		if w.d.Organisation(x.Organisation).Name+w.d.Person(x.Person).Name != f.Args["who"] || !done(x) {
			continue
		}
		for _, i := range w.instruments {
			for _, id := range x.Instruments {
				if id == i.ID && named(i, f) {
					return true
				}
			}
		}
	}
	return false
}

// named reports whether a finding is about an instrument.
func named(i hearing.Instrument, f hearing.Finding) bool {
	if f.Instrument != "" {
		return f.Instrument == i.ID
	}
	name, kind := f.Args["paper"], i.Kind.Term()
	return name == i.Number || i.Number == "" && (name == i.Title || i.Title == "" && (name == kind.Zh || name == kind.En))
}

// issued reports whether every accepted matter has its certificate.
func issued(h hearing.Hearing) bool {
	for _, m := range h.Notary {
		if !m.AcceptedOn.IsZero() && m.IssuedOn.IsZero() {
			return false
		}
	}
	return true
}

// toldResult reports whether an officer was told the result.
func toldResult(h hearing.Hearing, officer hearing.ID) bool {
	p, _ := h.Participant(officer)
	for _, t := range p.Told {
		if t.Document == "20" && !t.ReceivedOn.IsZero() {
			return true
		}
	}
	return false
}
