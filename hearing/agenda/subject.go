package agenda

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// A Subject is the session, the case, the clue or the patrol that an item belongs
// to. One of Session, Case, Clue and Patrol is set.
type Subject struct {
	Session      hearing.ID `json:"session,omitempty"`
	Case         hearing.ID `json:"case,omitempty"`
	Clue         hearing.ID `json:"clue,omitempty"`
	Patrol       hearing.ID `json:"patrol,omitempty"`
	Announcement bool       `json:"announcement,omitempty"` // the session is an announcement
	Title        string     `json:"title,omitempty"`        // of the session or the patrol, the case's cause, or the beginning of the clue
	Start        time.Time  `json:"start,omitzero"`
	End          time.Time  `json:"end,omitzero"`
	Room         string     `json:"room,omitempty"`  // its name
	Known        *Known     `json:"known,omitempty"` // of a subject whose records were let go

	session *hearing.OpenSession
	file    *hearing.CaseFile
	clue    *hearing.Clue
	patrol  *hearing.Patrol
	people  map[hearing.ID]hearing.Person // of a clue or a patrol
}

// Known is what is known of a subject without its records.
type Known struct {
	Confidential bool     `json:"confidential,omitempty"`
	Outside      string   `json:"outside,omitempty"` // its title for outsiders; of few, since it takes time: see [Maker.Glean]
	Whose        []string `json:"whose,omitempty"`   // the names of those who have to do with it
}

// About is a session as the subject of items.
func About(s *hearing.OpenSession) Subject {
	return Subject{Session: s.Entry.Session, Announcement: s.Entry.Announcement, Title: s.Entry.Title, Start: s.Entry.Start, End: s.Entry.End,
		Room: s.Entry.RoomName, session: s}
}

// ID is that of the session, the case, the clue or the patrol.
func (s Subject) ID() hearing.ID { return s.Session + s.Case + s.Clue + s.Patrol }

// dossier is what is known of the subject, as papers see it.
func (s Subject) dossier() hearing.Dossier {
	switch {
	case s.session != nil:
		return s.session.Dossier
	case s.clue != nil, s.patrol != nil:
		return hearing.Dossier{People: s.people}
	case s.file != nil:
		return hearing.Dossier{Cases: []hearing.Case{s.file.Case}, People: s.file.People, Organisations: s.file.Organisations}
	}
	return hearing.Dossier{}
}

// Confidential reports whether outsiders are not to learn who it is about: a
// session that is not public, a case with a minor or a secret, and every clue:
// who gave it is protected.
func (s Subject) Confidential() bool {
	if s.Known != nil {
		return s.Known.Confidential
	}
	return s.clue != nil || document.Confidential(s.dossier())
}

// Veil returns what hides, in a text, the names that must not leave the desk:
// those that a public paper masks, and every party of what is confidential. It needs the
// records of the subject.
func (s Subject) Veil() func(string) string { return document.Veil(s.dossier()) }

// Mine reports whether somebody of a name handles the case, assesses the clue, or
// leads or records the session.
func (s Subject) Mine(name string) bool {
	return name != "" && slices.Contains(s.whose(), name)
}

func (s Subject) whose() []string {
	if s.Known != nil {
		return s.Known.Whose
	}
	d := s.dossier()
	x := d.Session()
	who := append([]hearing.ID{x.Presider, x.Recorder, x.Reader}, x.Prosecutors...)
	for _, c := range d.Cases {
		who = append(who, c.Handler, c.Lead)
	}
	if s.clue != nil {
		who = append(who, s.clue.Handler)
	}
	if s.patrol != nil {
		who = append(who, s.patrol.Procurator)
	}
	var names []string
	for _, id := range who {
		if name := d.Person(id).Name; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// shed lets an item go from the records that it is about, after noting what a list shows
// of them.
func (i *Item) shed(known map[hearing.ID]*Known) {
	about := &i.About
	k := known[about.ID()]
	if k == nil {
		k = &Known{Confidential: about.Confidential(), Whose: about.whose()}
		known[about.ID()] = k
	}
	about.Known, about.session, about.file, about.clue, about.patrol, about.people = k, nil, nil, nil, nil, nil
	i.Finding.Count, i.Finding.Args, i.Finding.Fix = nil, nil, hearing.Fix{}
}

// Outside is the title as outsiders may read it: made of the causes that are
// meant for the public, and without the names that [Subject.Veil] hides.
func (s Subject) Outside() string {
	if s.Known != nil {
		return s.Known.Outside
	}
	if s.clue != nil {
		return s.clue.Source.Term().Zh + s.clue.Number
	}
	d := s.dossier()
	cases := slices.Clone(d.Cases)
	for i := range cases {
		if cases[i].PublicCause != "" {
			cases[i].Cause = cases[i].PublicCause
		}
	}
	title := s.Title
	switch {
	case s.file != nil:
		title = cases[0].Cause
	case d.Hearing != nil:
		title = d.Hearing.Session(cases).Title
	case d.Announcement != nil:
		title = d.Announcement.Session(cases).Title
	}
	return s.Veil()(title)
}
