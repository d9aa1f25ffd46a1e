package hearing

import "time"

// A CaseFile is all that is known of one case beyond its sessions, read at
// once: the steps, the papers and their services. The rules that belong to no
// single session work on it.
type CaseFile struct {
	Office        Office
	Case          Case
	Instruments   []Instrument   // of the case
	Announcements []Announcement // that serve one of them
	Hearings      []Hearing      // of the case
	People        map[ID]Person
	Organisations map[ID]Organisation
	Doubles       []Double // numbers of its papers that papers of other cases bear too
	Zone          *time.Location
}

// A Double is a document number that a paper of another case bears too.
type Double struct {
	Number string
	Cause  string // of the other case
}

// A Service is one paper on its way to one recipient: the paper, the delivery,
// and the ceremony it belongs to, if there is one.
type Service struct {
	Instrument   Instrument
	Delivery     Delivery
	Announcement ID // empty: served without a ceremony
}

// Services lists what is, or is to be, served on whom. Ceremonies that were
// cancelled or put off serve nothing.
func (f CaseFile) Services() []Service {
	var out []Service
	papers := map[ID]Instrument{}
	for _, i := range f.Instruments {
		papers[i.ID] = i
		for _, d := range i.Deliveries {
			out = append(out, Service{Instrument: i, Delivery: d})
		}
	}
	for _, a := range f.Announcements {
		if !a.StateNow().Holds() {
			continue
		}
		for _, d := range a.Deliveries {
			for _, id := range d.Instruments {
				if i, ok := papers[id]; ok {
					out = append(out, Service{Instrument: i, Delivery: d, Announcement: a.ID})
				}
			}
		}
	}
	return out
}
