package agenda

import (
	"cmp"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Stage is how far a paper is on its way to one recipient.
type Stage string

// The stages, in the order in which a paper passes them.
const (
	Undecided Stage = "undecided" // 待决定
	Unserved  Stage = "unserved"  // 待送达
	Underway  Stage = "underway"  // 在途：邮寄、公告期内
	CameBack  Stage = "came-back" // 已退回
	Unfiled   Stage = "unfiled"   // 已送达，待备案
	Unreplied Stage = "unreplied" // 待回复
	Replied   Stage = "replied"   // 已回复
	Delivered Stage = "delivered" // 已送达，不需要回复
)

// Stages lists every stage.
var Stages = []Stage{Undecided, Unserved, Underway, CameBack, Unfiled, Unreplied, Replied, Delivered}

// Term names the stage.
func (s Stage) Term() hearing.Term {
	if t, ok := stageTerms[s]; ok {
		return t
	}
	return hearing.Term{Zh: string(s), En: string(s)}
}

var stageTerms = map[Stage]hearing.Term{
	Undecided: {Zh: "待决定", En: "To be decided"}, Unserved: {Zh: "待送达", En: "To be served"}, Underway: {Zh: "在途", En: "Under way"},
	CameBack: {Zh: "已退回", En: "Came back"}, Unfiled: {Zh: "待备案", En: "To be filed above"}, Unreplied: {Zh: "待回复", En: "To be answered"},
	Replied: {Zh: "已回复", En: "Answered"}, Delivered: {Zh: "已送达", En: "Served"},
}

// A Way is one paper on its way to one recipient, with the next clock that runs.
type Way struct {
	hearing.Service
	Case   hearing.Case
	To     string // recipient's name
	Stage  Stage
	Served calendar.Date
	Next   hearing.Finding // the nearest clock; Due is zero where none runs
}

// Day is the day by which something is to be done next; none where no clock runs.
func (w Way) Day() calendar.Date { return w.Next.Due }

// A Dispatch finds every paper that is on its way, of open work that comes to it in parts:
// of open cases, what is served without a ceremony and with one, and papers that are not
// addressed yet.
type Dispatch struct {
	judge  Judge
	lang   string
	at     time.Time
	ways   []Way
	clocks map[hearing.ID][]hearing.Finding // what runs, by paper: the findings with a day that are not done
	known  map[string]bool                  // how everybody and every unit is called that a clock may be about
}

// BeginWays begins to find papers at an instant, which is in the office's zone.
func BeginWays(judge Judge, at time.Time, lang string) *Dispatch {
	return &Dispatch{judge: judge, lang: lang, at: at, clocks: map[hearing.ID][]hearing.Finding{}, known: map[string]bool{}}
}

// Take takes a part of open work.
func (d *Dispatch) Take(w hearing.OpenWork) {
	for _, o := range w.Organisations {
		d.known[o.Name] = true
	}
	for _, p := range w.People {
		d.known[p.Name] = true
	}
	for i := range w.Sessions {
		if s := w.Sessions[i].Dossier; s.Announcement != nil {
			d.run(d.judge.Check(s, d.at, d.lang))
		}
	}
	for i := range w.Cases {
		f := &w.Cases[i]
		d.run(d.judge.CheckCase(*f, d.at, d.lang))
		sent := map[hearing.ID]bool{}
		for _, s := range f.Services() {
			sent[s.Instrument.ID] = true
			d.ways = append(d.ways, wayOf(f, s, d.at.Location()))
		}
		for _, p := range f.Instruments {
			if !sent[p.ID] {
				d.ways = append(d.ways, wayOf(f, hearing.Service{Instrument: p}, d.at.Location()))
			}
		}
	}
}

func (d *Dispatch) run(found []hearing.Finding) {
	for _, f := range found {
		if f.Instrument != "" && !f.Due.IsZero() && f.Done.IsZero() {
			d.clocks[f.Instrument] = append(d.clocks[f.Instrument], f)
		}
	}
}

// Ways lists what was found. The nearest clock comes first; those without one last.
func (d *Dispatch) Ways() []Way {
	for i := range d.ways {
		w := &d.ways[i]
		for _, c := range d.clocks[w.Instrument.ID] {
			another := c.Subject != w.To && d.known[c.Subject]
			if !another && (w.Next.Due.IsZero() || c.Due.Before(w.Next.Due)) {
				w.Next = c
			}
		}
	}
	slices.SortStableFunc(d.ways, func(a, b Way) int {
		if a.Day().IsZero() != b.Day().IsZero() {
			if a.Day().IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(a.Day().Compare(b.Day()), cmp.Compare(a.To, b.To), cmp.Compare(a.Instrument.Number, b.Instrument.Number))
	})
	return d.ways
}

func wayOf(f *hearing.CaseFile, s hearing.Service, zone *time.Location) Way {
	d := s.Delivery
	w := Way{Service: s, Case: f.Case, To: f.Organisations[d.Organisation].Name + f.People[d.Person].Name, Stage: stageOf(s)}
	if !d.ServedAt.IsZero() {
		w.Served = calendar.DateOf(d.ServedAt.In(zone))
	}
	return w
}

// stageOf says how far a paper is.
func stageOf(s hearing.Service) Stage {
	d, advice := s.Delivery, s.Instrument.Kind == hearing.Recommendation
	switch {
	case s.Instrument.DecidedOn.IsZero() && d.ServedAt.IsZero():
		return Undecided
	case d.Returned():
		return CameBack
	case d.ServedAt.IsZero() && !d.SentOn.IsZero():
		return Underway
	case d.ServedAt.IsZero():
		return Unserved
	case !advice:
		return Delivered
	case !d.RepliedOn.IsZero():
		if s.Instrument.FiledOn.IsZero() {
			return Unfiled
		}
		return Replied
	case s.Instrument.FiledOn.IsZero():
		return Unfiled
	}
	return Unreplied
}
