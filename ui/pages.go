package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/announcement"
	"hearingdesk/ui/cases"
	"hearingdesk/ui/clues"
	"hearingdesk/ui/comparison"
	"hearingdesk/ui/copies"
	"hearingdesk/ui/due"
	"hearingdesk/ui/entrance"
	"hearingdesk/ui/evidence"
	"hearingdesk/ui/figures"
	"hearingdesk/ui/guests"
	"hearingdesk/ui/hearings"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/papers"
	"hearingdesk/ui/patrols"
	"hearingdesk/ui/people"
	"hearingdesk/ui/plan"
	"hearingdesk/ui/prompter"
	"hearingdesk/ui/recorder"
	"hearingdesk/ui/remind"
	"hearingdesk/ui/roster"
	"hearingdesk/ui/schedule"
	"hearingdesk/ui/search"
	"hearingdesk/ui/seats"
	"hearingdesk/ui/service"
	"hearingdesk/ui/settings"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/sweep"
	"hearingdesk/ui/today"
	"hearingdesk/ui/told"
	"hearingdesk/ui/transcript"
	"hearingdesk/ui/volume"
	"hearingdesk/ui/welcome"
	"hearingdesk/ui/words"
)

// atWelcome is the page of an empty desk; nothing leads to it.
const atWelcome shell.Kind = "welcome"

// A Desk is the file as the pages need it: each declares its own part.
type Desk interface {
	Empty(ctx context.Context) (bool, error)
	Guarded(ctx context.Context) (bool, error)
	Rights(ctx context.Context, of hearing.Record) (hearing.Rights, error)
	NoteLock(ctx context.Context) error
	NoteCode(ctx context.Context, of string) error
	LockAfter(ctx context.Context) (time.Duration, error)
	entrance.Desk
	Undo(ctx context.Context) (hearing.Change, error)
	Redo(ctx context.Context) (hearing.Change, error)
	FinishIndex(ctx context.Context, told func(done, all int)) error
	sitting.Desk
	announcement.Desk
	cases.Desk
	comparison.Desk
	copies.Desk
	Beat() error // says that the file is worked on
	clues.Desk
	due.Desk
	evidence.Desk
	figures.Desk
	guests.Desk
	hearings.Desk
	outcome.Desk
	papers.Desk
	patrols.Desk
	people.Desk
	plan.Desk
	recorder.Desk
	remind.Desk
	roster.Desk
	schedule.Desk
	search.Desk
	service.Desk
	sweep.Desk
	settings.Desk
	today.Desk
	told.Desk
	transcript.Desk
	volume.Desk
	welcome.Desk
}

// proof binds the papers of a recommendation's way.
func (f *frame) proof(ctx context.Context, file hearing.CaseFile, paper hearing.Instrument) ([]byte, []string, error) {
	made, err := f.parts.Press()
	if err != nil {
		return nil, nil, err
	}
	return evidence.Gathering{Desk: f.parts.Desk, Press: made, File: file, Paper: paper, Today: f.shell.Day(words.Zone())}.Bind(ctx)
}

// factories make the pages, each when it is first shown.
func (f *frame) factories() map[shell.Kind]func(*shell.Shell) shell.Page {
	desk, p := f.parts.Desk, f.parts
	panel := func() *papers.Panel {
		return papers.NewPanel(f.shell, desk, p.Press, p.Printer, volume.NewFiler(f.shell, desk, p.Press))
	}
	return map[shell.Kind]func(*shell.Shell) shell.Page{
		atWelcome:      func(sh *shell.Shell) shell.Page { return welcome.New(sh, desk, p.Examples) },
		shell.Today:    func(sh *shell.Shell) shell.Page { return today.New(sh, desk, f.judging) },
		shell.Schedule: func(sh *shell.Shell) shell.Page { return schedule.New(sh, desk) },
		shell.Sweep:    func(sh *shell.Shell) shell.Page { return sweep.New(sh, desk) },
		shell.Roster:   func(sh *shell.Shell) shell.Page { return roster.New(sh, desk) },
		shell.Service:  func(sh *shell.Shell) shell.Page { return service.New(sh, desk) },
		shell.Cases:    func(sh *shell.Shell) shell.Page { return cases.New(sh, desk, f.proof) },
		shell.Clues:    func(sh *shell.Shell) shell.Page { return clues.New(sh, desk) },
		shell.Patrols:  func(sh *shell.Shell) shell.Page { return patrols.New(sh, desk) },
		shell.Compare:  func(sh *shell.Shell) shell.Page { return comparison.New(sh, desk) },
		shell.People:   func(sh *shell.Shell) shell.Page { return people.New(sh, desk) },
		shell.Papers: func(sh *shell.Shell) shell.Page {
			return papers.New(sh, desk, p.Press, p.Printer, volume.NewFiler(sh, desk, p.Press))
		},
		shell.Figures:  func(sh *shell.Shell) shell.Page { return figures.New(sh, desk) },
		shell.Settings: func(sh *shell.Shell) shell.Page { return settings.New(sh, desk, p.File, p.Exchange, p.Press) },
		shell.Announcement: func(sh *shell.Shell) shell.Page {
			return announcement.New(sh, desk, f.check, func() announcement.Panel { return panel() }, func() announcement.Volume { return volume.NewPanel(sh, desk, p.Press) })
		},
		shell.Recorder: func(sh *shell.Shell) shell.Page {
			return recorder.New(sh, desk, p.Press, screens(sh))
		},
		shell.Hearing: func(sh *shell.Shell) shell.Page { return f.hearing(sh, panel()) },
	}
}

func (f *frame) hearing(sh *shell.Shell, panel *papers.Panel) shell.Page {
	desk := f.parts.Desk
	s, prompt := sitting.New(sh, desk), prompter.New(sh)
	return hearings.New(sh, s, desk, hearings.Tabs{
		Plan:   func(s *sitting.Sitting) fyne.CanvasObject { return plan.New(sh, s, desk) },
		People: func(s *sitting.Sitting) fyne.CanvasObject { return guests.New(sh, s, desk) },
		Seats:  func(s *sitting.Sitting) fyne.CanvasObject { return seats.OfHearing(sh, s) },
		Told:   func(s *sitting.Sitting) fyne.CanvasObject { return told.New(sh, s, desk) },
		Transcript: func(s *sitting.Sitting) fyne.CanvasObject {
			return transcript.New(sh, s, desk, f.parts.Press)
		},
		Outcome: func(s *sitting.Sitting) fyne.CanvasObject { return outcome.New(sh, s, desk) },
		Prompt:  func(s *sitting.Sitting) { prompt.Open(prompter.Watch(sh, desk, f.parts.Press, s.ID())) },
		Papers:  panel,
		Volume:  volume.NewPanel(sh, desk, f.parts.Press),
	})
}

// check says what the rules find, in the user's language.
func (f *frame) check(d hearing.Dossier, at time.Time) ([]hearing.Finding, error) {
	book, err := f.parts.Book()
	if err != nil || f.shell.Rights.Partial() {
		return nil, err
	}
	return book.Check(d, at, words.Language()), nil
}
