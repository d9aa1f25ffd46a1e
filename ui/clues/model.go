package clues

import (
	"context"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/form"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	edit.Drafts
	form.People
	form.Organisations
	trail.Desk
	records
	filing
}

// records are the clues themselves.
type records interface {
	Clue(ctx context.Context, id hearing.ID) (hearing.Clue, error)
	SaveClue(ctx context.Context, c hearing.Clue) (hearing.Version, error)
	DeleteClue(ctx context.Context, id hearing.ID, v hearing.Version) error
	Clues(ctx context.Context, source hearing.Source, state hearing.ClueState, part string, most int) ([]hearing.Clue, error)
}

// filing makes cases of clues, and finds those that there are.
type filing interface {
	FileClue(ctx context.Context, c hearing.Clue, id hearing.ID, on calendar.Date) (hearing.ID, error)
	Case(ctx context.Context, id hearing.ID) (hearing.Case, error)
	Cases(ctx context.Context, part string, most int) ([]hearing.Case, error)
	Office(ctx context.Context) (hearing.Office, error)
}

// begin is a clue as it begins: it came today.
func begin(id hearing.ID, source hearing.Source, today calendar.Date) hearing.Clue {
	return hearing.Clue{ID: id, Source: source, CameOn: today, State: hearing.ClueOpen}
}

// detail is the second line of a clue in the list.
func detail(c hearing.Clue) string {
	return strings.TrimSpace(c.CameOn.String() + "  " + words.Of(c.Source) + " " + c.Number)
}

// follows sets the day that a new state begins with, and takes back one that does
// not belong to it: whoever chooses the state does so today, unless they say
// otherwise. It reports whether anything is set.
func follows(c *hearing.Clue, was hearing.ClueState, today calendar.Date) bool {
	before := *c
	switch {
	case c.State == hearing.ClueOpen:
		c.AssessedOn, c.DecidedOn = calendar.Date{}, calendar.Date{}
	case c.State == hearing.ClueAssessing:
		c.DecidedOn = calendar.Date{}
		if c.AssessedOn.IsZero() {
			c.AssessedOn = today
		}
	case !was.Decided() && c.DecidedOn.IsZero():
		c.DecidedOn = today
	}
	return c.AssessedOn != before.AssessedOn || c.DecidedOn != before.DecidedOn
}
