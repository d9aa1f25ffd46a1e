// Package hearings is the page of one hearing: its head, its tabs, and what the
// rules say of it.
package hearings

import (
	"context"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/plan"
	"hearingdesk/ui/trail"
)

// Desk is what the page itself needs of the file; its tabs declare their own.
type Desk interface {
	DeleteHearing(ctx context.Context, id hearing.ID, v hearing.Version) error
	Hearing(ctx context.Context, id hearing.ID) (hearing.Hearing, error)
	Case(ctx context.Context, id hearing.ID) (hearing.Case, error)
	trail.Desk
}

// begun is a new hearing, of cases with what follows from them, on a day at the
// usual hour.
func begun(id hearing.ID, of []hearing.Case, day time.Time) hearing.Hearing {
	h := plan.WithCases(hearing.Hearing{ID: id}, nil, of)
	if !day.IsZero() {
		h.Start, h.End = day.Add(9*time.Hour), day.Add(11*time.Hour)
	}
	return h
}
