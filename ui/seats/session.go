package seats

import (
	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
)

// paper is the number of the paper with the plan.
const paper = "14c"

// OfHearing returns the tab of the hearing that is open.
func OfHearing(sh *shell.Shell, s *sitting.Sitting) fyne.CanvasObject {
	t := New(Source{
		Dossier: func() hearing.Dossier {
			d, h := s.Dossier, s.Value()
			d.Hearing = &h
			return d
		},
		Change: func(f func([]hearing.Participant) ([]hearing.Participant, []hearing.Placing)) {
			s.Change("seating", func(h *hearing.Hearing) { h.Participants, h.Seating = f(h.Participants) })
		},
		Barred: s.Barred,
	}, func() { sh.Go(shell.Place{Kind: shell.Hearing, ID: s.ID(), Tab: "papers", Paper: paper}) })
	s.OnShow(t.Show)
	s.OnJudged(t.Show)
	return t.Object
}

// OfAnnouncement returns the tab of an announcement; dossier is what is known of it
// as it was stored last.
func OfAnnouncement(sh *shell.Shell, e *edit.Editor[hearing.Announcement], dossier func() hearing.Dossier) *Tab {
	return New(Source{
		Dossier: func() hearing.Dossier {
			d, a := dossier(), e.Value()
			d.Announcement = &a
			return d
		},
		Change: func(f func([]hearing.Participant) ([]hearing.Participant, []hearing.Placing)) {
			e.Change("seating", func(a *hearing.Announcement) { a.Participants, a.Seating = f(a.Participants) })
		},
		Barred: e.Barred,
	}, func() { sh.Go(shell.Place{Kind: shell.Announcement, ID: e.ID(), Tab: "papers", Paper: paper}) })
}
