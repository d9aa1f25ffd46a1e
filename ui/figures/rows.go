package figures

import (
	"cmp"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// A Source is a row that a figure was counted from: a session, a case, a paper, a
// clue or a patrol.
type Source struct {
	Noun       string     // hearing, announcement, case, instrument, clue or patrol
	ID         hearing.ID // of the session, the case, the clue or the patrol that is opened; of a paper its case
	Title      string
	Start, End time.Time // of a session
	Room       string
	State      hearing.State // of a session
	Day        calendar.Date // of a case its filing, of a paper its decision, of a clue when it came, of a patrol its last visit
	Number     string        // of a case, a paper or a clue
}

// Behind finds the rows behind a figure: clues, patrols, papers, or cases where it
// counts these and no hearings, or sessions.
func Behind(p hearing.Package, r Row) []Source {
	switch f := r.Figure; {
	case len(f.Clues) > 0:
		return clueRows(p, f.Clues)
	case len(f.Patrols) > 0:
		return patrolRows(p, f.Patrols)
	case len(f.Papers) > 0:
		return papers(p, f.Papers)
	case len(f.Sessions) == 0 && len(f.Cases) > 0:
		return cases(p, f.Cases)
	default:
		return sessions(p, f.Sessions)
	}
}

// pick lists what is found of the IDs, in their order.
func pick[T any](ids []hearing.ID, all []T, id func(T) hearing.ID, row func(T) Source) []Source {
	at := make(map[hearing.ID]int, len(all))
	for i, x := range all {
		at[id(x)] = i
	}
	var out []Source
	for _, x := range ids {
		if i, ok := at[x]; ok {
			out = append(out, row(all[i]))
		}
	}
	return out
}

func cases(p hearing.Package, ids []hearing.ID) []Source {
	return pick(ids, p.Cases, func(c hearing.Case) hearing.ID { return c.ID }, func(c hearing.Case) Source {
		return Source{Noun: hearing.NounCase, ID: c.ID, Title: c.Cause, Day: c.FiledOn, Number: cmp.Or(c.Number, c.AcceptNumber)}
	})
}

func clueRows(p hearing.Package, ids []hearing.ID) []Source {
	return pick(ids, p.Clues, func(c hearing.Clue) hearing.ID { return c.ID }, func(c hearing.Clue) Source {
		return Source{Noun: hearing.NounClue, ID: c.ID, Title: c.Called(), Day: c.CameOn, Number: cmp.Or(c.Number, words.Of(c.Source))}
	})
}

func patrolRows(p hearing.Package, ids []hearing.ID) []Source {
	return pick(ids, p.Patrols, func(x hearing.Patrol) hearing.ID { return x.ID }, func(x hearing.Patrol) Source {
		s := Source{Noun: hearing.NounPatrol, ID: x.ID, Title: x.Title}
		for _, v := range x.Visits {
			if v.Skipped == "" && v.On.After(s.Day) {
				s.Day = v.On
			}
		}
		return s
	})
}

func papers(p hearing.Package, ids []hearing.ID) []Source {
	causes := map[hearing.ID]string{}
	for _, c := range p.Cases {
		causes[c.ID] = c.Cause
	}
	return pick(ids, p.Instruments, func(i hearing.Instrument) hearing.ID { return i.ID }, func(i hearing.Instrument) Source {
		return Source{Noun: hearing.NounInstrument, ID: i.Case, Title: cmp.Or(i.Title, words.Of(i.Kind)) + words.T("：") + causes[i.Case], Day: i.DecidedOn, Number: i.Number}
	})
}

func sessions(p hearing.Package, ids []hearing.ID) []Source {
	byID := map[hearing.ID]hearing.Case{}
	for _, c := range p.Cases {
		byID[c.ID] = c
	}
	rooms := map[hearing.ID]string{}
	for _, r := range p.Rooms {
		rooms[r.ID] = r.Name
	}
	of := func(list []hearing.ID) []hearing.Case {
		var out []hearing.Case
		for _, id := range list {
			out = append(out, byID[id])
		}
		return out
	}
	wanted := make(map[hearing.ID]int, len(ids))
	for i, id := range ids {
		wanted[id] = i
	}
	out := make([]Source, len(ids))
	put := func(noun string, s hearing.Session) {
		out[wanted[s.ID]] = Source{Noun: noun, ID: s.ID, Title: s.Title, Start: s.Slot.Start, End: s.Slot.End, Room: rooms[s.Slot.Room], State: s.State}
	}
	for _, h := range p.Hearings {
		if _, ok := wanted[h.ID]; ok {
			put(hearing.NounHearing, h.Session(of(h.Cases)))
		}
	}
	for _, a := range p.Announcements {
		if _, ok := wanted[a.ID]; ok {
			put(hearing.NounAnnouncement, a.Session(of(a.Cases)))
		}
	}
	return slices.DeleteFunc(out, func(s Source) bool { return s.ID == "" })
}
