// Package sitting is the hearing that is open in the window: the record that
// its tabs edit together, the names of what it mentions, and what the rules
// say of it.
package sitting

import (
	"context"
	"errors"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Desk is what an open hearing needs of the file.
type Desk interface {
	edit.Drafts
	lookup.People
	Hearing(ctx context.Context, id hearing.ID) (hearing.Hearing, error)
	SaveHearing(ctx context.Context, h hearing.Hearing) (hearing.Version, error)
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
}

// A Sitting is the open hearing. Its tabs register what they do when it is
// replaced, saved, or judged anew.
type Sitting struct {
	*edit.Editor[hearing.Hearing]
	Dossier  hearing.Dossier // as it was stored last; names of people, rooms and cases
	Findings []hearing.Finding
	Steps    []rules.Transition // the states that can follow, with what stands in their way

	sh      *shell.Shell
	desk    Desk
	remedy  *field.Remedy
	names   map[hearing.ID]string
	fresh   bool
	shows   []func()
	judged  []func()
	states  []func(edit.State)
	sought  []func(hearing.Finding)
	enters  map[string]func()
	before  *hearing.Dossier // the hearing before it was moved; nil: it was not
	awaited string           // key of the finding to lead to once it is read
	reading int              // counts the readings of the dossier: a late one is dropped
}

// New returns a sitting without a hearing.
func New(sh *shell.Shell, desk Desk) *Sitting {
	s := &Sitting{names: map[hearing.ID]string{}, enters: map[string]func(){}, sh: sh, desk: desk}
	s.remedy = s.newRemedy()
	s.Editor = edit.New(sh.Work, desk, edit.Source[hearing.Hearing]{Load: desk.Hearing, Save: desk.SaveHearing,
		Version: func(h *hearing.Hearing) *hearing.Version { return &h.Version }})
	s.Editor.OnShow = s.show
	s.Editor.OnState = s.state
	return s
}

// OnShow calls f whenever the hearing was replaced: another one is open, or
// it changed behind the form.
func (s *Sitting) OnShow(f func()) { s.shows = append(s.shows, f) }

// OnJudged calls f whenever the dossier was read and the findings made anew.
func (s *Sitting) OnJudged(f func()) { s.judged = append(s.judged, f) }

// OnState calls f whenever the saving went on or was refused.
func (s *Sitting) OnState(f func(edit.State)) { s.states = append(s.states, f) }

// OnEnter calls f when the keyboard goes into a tab.
func (s *Sitting) OnEnter(tab string, f func()) { s.enters[tab] = f }

// Enter puts the keyboard into a tab that is in sight.
func (s *Sitting) Enter(tab string) {
	if f := s.enters[tab]; f != nil {
		f()
	}
}

// Open opens a stored hearing.
func (s *Sitting) Open(id hearing.ID) {
	if id != s.ID() {
		s.Dossier, s.Findings, s.Steps, s.before = hearing.Dossier{}, nil, nil, nil
	}
	s.Editor.Open(hearing.NounHearing, id)
}

func (s *Sitting) show() {
	for _, f := range s.shows {
		f()
	}
}

func (s *Sitting) state(st edit.State) {
	for _, f := range s.states {
		f(st)
	}
	if st.Phase == edit.Saved {
		s.Read()
	}
}

// Read reads the dossier and makes the findings anew.
func (s *Sitting) Read() {
	s.reading++
	reading, id := s.reading, s.ID()
	var d hearing.Dossier
	var found []hearing.Finding
	var steps []rules.Transition
	s.sh.Work.Do(func(ctx context.Context) error {
		book, err := s.sh.Book()
		if err != nil {
			return err
		}
		if d, err = s.desk.Dossier(ctx, id); err != nil || s.sh.Rights.Partial() {
			return err
		}
		found = book.Check(d, s.sh.Now(), words.Language())
		steps = book.Transitions(d, s.sh.Now(), words.Language())
		return nil
	}, func(err error) {
		if reading != s.reading || id != s.ID() {
			return // it is being read again, or another hearing is open by now
		}
		if err != nil {
			s.sh.Fail(err)
			return
		}
		s.Dossier, s.Steps = d, steps
		s.Judge(found)
	})
}

// Judge shows findings on the page.
func (s *Sitting) Judge(found []hearing.Finding) {
	s.Findings = found
	for _, f := range s.judged {
		f()
	}
	s.Await(s.awaited)
	s.awaited = "" // what was mended meanwhile leads nowhere
}

// Await leads to the field of a finding, by its key ([hearing.Finding.Key]), at
// once or when the hearing is read. The tab of the finding is open by then.
func (s *Sitting) Await(key string) {
	s.awaited = key
	i := slices.IndexFunc(s.Findings, func(f hearing.Finding) bool { return f.Key() == key })
	if i < 0 || key == "" {
		return
	}
	s.awaited = ""
	for _, seek := range s.sought {
		seek(s.Findings[i])
	}
}

// FindingsOf returns the findings whose field is one of the given.
func (s *Sitting) FindingsOf(fields ...string) []hearing.Finding {
	var out []hearing.Finding
	for _, f := range s.Findings {
		for _, name := range fields {
			if f.Field == name {
				out = append(out, f)
			}
		}
	}
	return out
}

// FindingsAbout returns the findings about one participant.
func (s *Sitting) FindingsAbout(participant hearing.ID) []hearing.Finding {
	var out []hearing.Finding
	for _, f := range s.Findings {
		if f.Participant == participant {
			out = append(out, f)
		}
	}
	return out
}

// Today is the date at the desk, also before the hearing is read.
func (s *Sitting) Today() calendar.Date { return s.sh.Day(s.Zone()) }

// NameOf returns the name of a participant as lists show it: the person, or
// the organisation where no person is named.
func (s *Sitting) NameOf(p hearing.Participant) string {
	for _, id := range []hearing.ID{p.Person, p.Organisation} {
		if n := s.Option(id).Name; n != "" {
			return n
		}
	}
	return p.Label
}

// Remember keeps the name of a record that was just chosen, until the dossier
// that has it is read.
func (s *Sitting) Remember(o field.Option) {
	if o.ID != "" {
		s.names[o.ID] = o.Name
	}
}

// Option is a mentioned record for the field that shows it.
func (s *Sitting) Option(id hearing.ID) field.Option {
	if id == "" {
		return field.Option{}
	}
	for _, name := range []string{s.Dossier.Person(id).Name, s.Dossier.Organisation(id).Name, s.Dossier.Rooms[id].Name, s.names[id]} {
		if name != "" {
			return field.Option{ID: id, Name: name}
		}
	}
	for _, c := range s.Dossier.Cases {
		if c.ID == id {
			return field.Option{ID: id, Name: c.Cause}
		}
	}
	return field.Option{ID: id}
}

// Options is [Sitting.Option] for several.
func (s *Sitting) Options(ids []hearing.ID) []field.Option {
	out := make([]field.Option, len(ids))
	for i, id := range ids {
		out[i] = s.Option(id)
	}
	return out
}

// Clashing says which of the things or people that are named (room, presider,
// a role) are taken, as the refused saving told; empty when none is.
func (s *Sitting) Clashing(what ...string) string {
	var clash *hearing.ClashError
	if !errors.As(s.State().Err, &clash) {
		return ""
	}
	var mine []hearing.Clash
	for _, c := range clash.Clashes {
		if slices.Contains(what, c.What) {
			mine = append(mine, c)
		}
	}
	if len(mine) == 0 {
		return ""
	}
	return words.Clashes(mine)
}

// Faulty says what the refused saving told of a field, by its path; empty when
// nothing.
func (s *Sitting) Faulty(path string) string {
	var faults hearing.FieldErrors
	if !errors.As(s.State().Err, &faults) {
		return ""
	}
	for _, f := range faults {
		if f.Path == path {
			return words.Wrong(f)
		}
	}
	return ""
}

// Start begins a new hearing.
func (s *Sitting) Start(h hearing.Hearing) {
	s.Dossier, s.Findings, s.Steps, s.before, s.fresh = hearing.Dossier{}, nil, nil, nil, true
	s.Begin(h)
}

// Fresh reports, once, that the hearing was just begun: the cursor goes into
// its first field.
func (s *Sitting) Fresh() bool {
	fresh := s.fresh
	s.fresh = false
	return fresh
}
