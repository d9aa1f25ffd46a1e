package agenda

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// A Subject is the session or the case that an item belongs to. One of Session
// and Case is set.
type Subject struct {
	Session, Case hearing.ID
	Announcement  bool   // the session is an announcement
	Title         string // of the session, or the case's cause
	Start, End    time.Time
	Room          string // its name

	session *hearing.OpenSession
	file    *hearing.CaseFile
}

// About is a session as the subject of items.
func About(s *hearing.OpenSession) Subject {
	return Subject{Session: s.Entry.Session, Announcement: s.Entry.Announcement, Title: s.Entry.Title, Start: s.Entry.Start, End: s.Entry.End,
		Room: s.Entry.RoomName, session: s}
}

func (s Subject) key() hearing.ID { return s.Session + s.Case }

// dossier is what is known of the subject, as papers see it.
func (s Subject) dossier() hearing.Dossier {
	switch {
	case s.session != nil:
		return s.session.Dossier
	case s.file != nil:
		return hearing.Dossier{Cases: []hearing.Case{s.file.Case}, People: s.file.People, Organisations: s.file.Organisations}
	}
	return hearing.Dossier{}
}

// Confidential reports whether outsiders are not to learn who it is about: a
// session that is not public, a case with a minor or a secret.
func (s Subject) Confidential() bool { return document.Confidential(s.dossier()) }

// Veil returns what hides, in a text, the names that must not leave the desk:
// those that a public paper masks, and every party of what is confidential.
func (s Subject) Veil() func(string) string { return document.Veil(s.dossier()) }

// Mine reports whether somebody of a name handles the case, or leads or records
// the session.
func (s Subject) Mine(name string) bool {
	d := s.dossier()
	x := d.Session()
	who := append([]hearing.ID{x.Presider, x.Recorder, x.Reader}, x.Prosecutors...)
	for _, c := range d.Cases {
		who = append(who, c.Handler, c.Lead)
	}
	return name != "" && slices.ContainsFunc(who, func(id hearing.ID) bool { return d.Person(id).Name == name })
}

// Outside is the title as outsiders may read it: made of the causes that are
// meant for the public, and without the names that [Subject.Veil] hides.
func (s Subject) Outside() string {
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
