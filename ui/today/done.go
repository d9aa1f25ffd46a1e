package today

import (
	"strings"
	"time"

	"hearingdesk/hearing"
)

// settled reports whether a finding leaves nothing to be done: a remark, a
// warning of the plan once the session was held, or what was done meanwhile,
// be it late.
func settled(f hearing.Finding, s hearing.State, d hearing.Dossier, now time.Time) bool {
	about, _, _ := strings.Cut(f.Field, ".")
	if f.Due.IsZero() {
		after := about == "outcome" || about == "opinions" || about == "deliveries"
		held := s == hearing.Closed || s == hearing.Decided || s == hearing.FedBack
		return f.Severity == hearing.Info && about != "outcome" || held && !after && f.Severity != hearing.Blocked
	}
	switch f.Rule {
	case "DL01", "DL02": // late notice can be mended until the hearing
		done := f.Args["received"] + f.Args["posted"]
		return done != "" && (f.Severity == hearing.Warning && done <= f.Due.String() || held(d, now))
	case "DL06", "DL07":
		return served(d, f, func(x hearing.Delivery) bool { return !x.ServedAt.IsZero() })
	case "DL09", "DL10":
		return served(d, f, func(x hearing.Delivery) bool { return !x.RepliedOn.IsZero() })
	case "DL08":
		for _, i := range d.Instruments {
			if named(i, f.Args["paper"]) && !i.FiledOn.IsZero() {
				return true
			}
		}
	case "DL14":
		return issued(d)
	case "DL16":
		return toldResult(d, f.Participant)
	}
	return false
}

func held(d hearing.Dossier, now time.Time) bool {
	start := d.Session().Slot.Start
	return !start.IsZero() && start.Before(now)
}

// served reports whether the delivery that a finding is about is done.
func served(d hearing.Dossier, f hearing.Finding, done func(hearing.Delivery) bool) bool {
	if d.Announcement == nil {
		return false
	}
	for _, x := range d.Announcement.Deliveries {
		if d.Organisation(x.Organisation).Name+d.Person(x.Person).Name != f.Args["who"] || !done(x) {
			continue
		}
		for _, i := range d.Instruments {
			for _, id := range x.Instruments {
				if id == i.ID && named(i, f.Args["paper"]) {
					return true
				}
			}
		}
	}
	return false
}

// named reports whether a finding calls an instrument so.
func named(i hearing.Instrument, name string) bool {
	kind := i.Kind.Term()
	return name == i.Number || i.Number == "" && (name == i.Title || i.Title == "" && (name == kind.Zh || name == kind.En))
}

// issued reports whether every accepted matter has its certificate.
func issued(d hearing.Dossier) bool {
	for _, m := range d.Hearing.Notary {
		if !m.AcceptedOn.IsZero() && m.IssuedOn.IsZero() {
			return false
		}
	}
	return true
}

// toldResult reports whether an officer was told the result.
func toldResult(d hearing.Dossier, officer hearing.ID) bool {
	p, _ := d.Hearing.Participant(officer)
	for _, t := range p.Told {
		if t.Document == "20" && !t.ReceivedOn.IsZero() {
			return true
		}
	}
	return false
}
