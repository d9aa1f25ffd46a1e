package sitting

import (
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/words"
)

// Live is the dossier with the hearing as the form shows it, saved or not.
func (s *Sitting) Live() hearing.Dossier { return s.with(s.Value()) }

func (s *Sitting) with(h hearing.Hearing) hearing.Dossier {
	d := s.Dossier
	d.Hearing = &h
	return d
}

// Zone is the office's.
func (s *Sitting) Zone() *time.Location {
	if z := s.Dossier.Zone; z != nil {
		return z
	}
	return words.Zone()
}

// Guard says what stands in the way of another state ([hearing.Blocked]), and
// what is to be known before ([hearing.Warning]).
func (s *Sitting) Guard(to hearing.State) []hearing.Finding { return s.guard(s.Value(), to) }

func (s *Sitting) guard(h hearing.Hearing, to hearing.State) []hearing.Finding {
	book, err := s.sh.Book()
	if err != nil {
		s.sh.Fail(err)
		return nil
	}
	return book.Guard(s.with(h), to, s.sh.Now(), words.Language())
}

// Blocks are those that stand in the way.
func Blocks(guard []hearing.Finding) []hearing.Finding {
	return slices.DeleteFunc(slices.Clone(guard), func(f hearing.Finding) bool { return f.Severity != hearing.Blocked })
}

// Step is the transition to another state, and whether there is one.
func (s *Sitting) Step(to hearing.State) (rules.Transition, bool) {
	i := slices.IndexFunc(s.Steps, func(t rules.Transition) bool { return t.To == to })
	if i < 0 {
		return rules.Transition{}, false
	}
	return s.Steps[i], true
}

// Turn takes the open hearing into another state, unless something stands in
// the way: that is returned, and nothing changed. It is the only way to another
// state.
func (s *Sitting) Turn(to hearing.State, why hearing.Why) []hearing.Finding {
	h := Allowed(s.Value(), to, why, s.Today())
	guard := s.guard(h, to)
	if blocks := Blocks(guard); len(blocks) > 0 {
		return blocks
	}
	v := map[string]any{"Action": Verb(h.StateNow(), to), "N": len(guard)}
	s.replace(Into(h, to, why, s.sh.Now(), s.Zone()))
	if len(guard) > 0 {
		s.sh.Say(words.T("{{.Action}}，还有 {{.N}} 项提醒；可用 Ctrl+Z 撤销", v))
	} else {
		s.sh.Say(words.T("{{.Action}}，可用 Ctrl+Z 撤销", v))
	}
	return nil
}
