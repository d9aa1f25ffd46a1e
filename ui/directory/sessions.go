package directory

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Sessions are the hearings and announcements that name a record.
type Sessions struct {
	Box   *fyne.Container
	sh    *shell.Shell
	read  func(ctx context.Context, noun string, id hearing.ID) ([]hearing.Entry, error)
	noun  string
	empty string
	asked hearing.ID
}

// NewSessions returns the sessions of no record yet; empty is what stands
// there while there is none.
func NewSessions(sh *shell.Shell, noun, empty string, read func(ctx context.Context, noun string, id hearing.ID) ([]hearing.Entry, error)) *Sessions {
	return &Sessions{Box: container.NewVBox(), sh: sh, read: read, noun: noun, empty: empty}
}

// Show reads and shows those of a record.
func (s *Sessions) Show(id hearing.ID) {
	s.asked = id
	var found []hearing.Entry
	s.sh.Work.Do(func(ctx context.Context) (err error) {
		found, err = s.read(ctx, s.noun, id)
		return err
	}, func(err error) {
		if id != s.asked {
			return
		}
		if err != nil {
			s.sh.Fail(err)
			return
		}
		s.Box.RemoveAll()
		if len(found) == 0 {
			s.Box.Add(look.Hint(s.empty))
		}
		for _, e := range found {
			kind := shell.Hearing
			if e.Announcement {
				kind = shell.Announcement
			}
			s.Box.Add(Link(e.Title, words.Short(e.Start, e.End, s.sh.Now())+"  "+words.Of(e.State), func() { s.sh.Go(shell.Place{Kind: kind, ID: e.Session}) }))
		}
	})
}
