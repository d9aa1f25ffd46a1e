package hearings_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/guests"
	"hearingdesk/ui/hearings"
	"hearingdesk/ui/outcome"
	"hearingdesk/ui/plan"
	"hearingdesk/ui/seats"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/told"
	"hearingdesk/ui/transcript"
	"hearingdesk/ui/volume"
)

// papers stands in for the part with the papers.
type papers struct {
	object fyne.CanvasObject
	shown  hearing.ID
	wanted string
}

func (*papers) Drop(fyne.Position, []string) {}
func (*papers) Paste(string)                 {}
func (*papers) OnFiled(func())               {}
func (p *papers) Object() fyne.CanvasObject  { return p.object }
func (p *papers) Want(number string)         { p.wanted = number }
func (p *papers) Show(id hearing.ID)         { p.shown = id }

func newPage(t *testing.T, desk *storage.Desk, now string) (shell.Page, *sitting.Sitting, *shown.Told, *shell.Shell) {
	t.Helper()
	sh, said := shown.Shell(t, now)
	s := sitting.New(sh, desk)
	p := hearings.New(sh, s, desk, hearings.Tabs{
		Plan:       func(s *sitting.Sitting) fyne.CanvasObject { return plan.New(sh, s, desk) },
		People:     func(s *sitting.Sitting) fyne.CanvasObject { return guests.New(sh, s, desk) },
		Seats:      func(s *sitting.Sitting) fyne.CanvasObject { return seats.OfHearing(sh, s) },
		Told:       func(s *sitting.Sitting) fyne.CanvasObject { return told.New(sh, s, desk) },
		Outcome:    func(s *sitting.Sitting) fyne.CanvasObject { return outcome.New(sh, s, desk) },
		Transcript: func(s *sitting.Sitting) fyne.CanvasObject { return transcript.New(sh, s, desk, shown.NewPress) },
		Papers:     &papers{object: widget.NewLabel("")},
		Volume:     volume.NewPanel(sh, desk, shown.NewPress),
	})
	shown.Show(sh, p.Object())
	return p, s, said, sh
}

func TestThePageOfAHearing(t *testing.T) {
	desk := shown.Examples(t, "2023-06-20 09:00")
	p, s, told, sh := newPage(t, desk, "2023-06-20 09:00")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2"})
	shown.Picture(t, sh.Window, "hearing-plan")
	if s.Value().Room == "" || s.Dossier.Rooms[s.Value().Room].Name == "" {
		t.Error("the room is not shown")
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "people"})
	shown.Picture(t, sh.Window, "hearing-people")
	moved, err := desk.Hearing(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	moved.Start, moved.End, moved.Presider = moved.Start.Add(5*time.Hour), moved.End.Add(5*time.Hour), "p-lin"
	if _, err := desk.SaveHearing(t.Context(), moved); err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "history"})
	shown.Picture(t, sh.Window, "hearing-history")
	if len(told.Failed) > 0 {
		t.Errorf("failed: %v", told.Failed)
	}
}

func TestANewHearing(t *testing.T) {
	desk := shown.Empty(t, "2023-06-20 09:00")
	p, s, told, sh := newPage(t, desk, "2023-06-20 09:00")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h1", New: true})
	shown.Picture(t, sh.Window, "hearing-new")
	if s.ID() != "h1" || told.Saving != shell.AllSaved {
		t.Errorf("id %q, saving %v", s.ID(), told.Saving)
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h1", Tab: "people"})
	shown.Picture(t, sh.Window, "hearing-new-people")
	if _, err := desk.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h1"})
	if len(told.Went) != 1 {
		t.Errorf("a hearing that is gone leads back, went %v", told.Went)
	}
}
