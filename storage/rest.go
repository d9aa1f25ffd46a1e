package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/packed"
	"hearingdesk/storage/query"
)

// JudgedBy says by which rules what is open is judged from now on: cases that others
// found at rest are read again. Without it everything is read.
func (d *Desk) JudgedBy(rules string) { d.rules.Store(&rules) }

// nobody judges: no case was found at rest by it.
const nobody = "-"

// judgedBy is what [Desk.JudgedBy] said.
func (d *Desk) judgedBy() string {
	if r := d.rules.Load(); r != nil {
		return *r
	}
	return nobody
}

// Judged notes what somebody found to be owed: closed cases at rest, which are left out of
// open work until something is changed that they were judged by, and the agenda itself,
// which [Desk.LastJudged] gives back to whoever sees as much. seen is the last change of
// which the one who judged knew: where something was changed since, nothing is noted.
// Whoever does not see all that there is cannot say what is at rest.
func (d *Desk) Judged(ctx context.Context, seen int64, found hearing.Judged) error {
	rules := d.judgedBy()
	if rules == nobody || d.narrowed() {
		found.AtRest = nil
	}
	if len(found.AtRest) == 0 && found.Agenda == nil || d.Snapshot() || d.rights(true).Partial() {
		return nil
	}
	list, err := listing(found.AtRest)
	if err != nil {
		return fmt.Errorf("note what is owed: %w", err)
	}
	body, err := packed.Pack(string(found.Agenda))
	if err != nil {
		return fmt.Errorf("note what is owed: %w", err)
	}
	return d.transact(ctx, func(w *writing) error {
		last, err := w.q.Recent(ctx, 1)
		if err != nil || len(last) > 0 && last[0].Seq != seen {
			return err // the next look will note it
		}
		if err := w.q.Rest(ctx, query.RestParams{Rules: rules, List: list}); err != nil || found.Agenda == nil {
			return err
		}
		return w.q.PutOwed(ctx, query.PutOwedParams{Viewer: d.sight(), Lang: found.Language, At: instant(found.At), Took: found.Took.Milliseconds(), Body: body})
	})
}

// sight names the part of the desk that is seen, as a team names whoever sees it; empty: all
// of it.
func (d *Desk) sight() string {
	if !d.narrowed() {
		return ""
	}
	return team(d.viewer().account.ID)
}

// LastJudged is the agenda that was noted last, by whatever rules, of as much of the desk as
// is seen, if it is in the language; false where there is none. Whoever sees a part has none
// either after some of it may have become another team's alone.
func (d *Desk) LastJudged(ctx context.Context, language string) (hearing.Judged, bool, error) {
	if d.rights(true).Partial() {
		return hearing.Judged{}, false, nil
	}
	row, err := query.New(d.read).Owed(ctx, query.OwedParams{Viewer: d.sight(), Lang: language})
	if errors.Is(err, sql.ErrNoRows) {
		return hearing.Judged{}, false, nil
	}
	if err != nil {
		return hearing.Judged{}, false, grasp(err)
	}
	var text string
	if err := packed.Unpack(row.Body, &text); err != nil {
		return hearing.Judged{}, false, err
	}
	return hearing.Judged{At: zoned(row.At, ""), Took: time.Duration(row.Took) * time.Millisecond, Language: language, Agenda: []byte(text)}, true, nil
}

// Written is a number that grows with whatever is written to the desk.
func (d *Desk) Written(ctx context.Context) (int64, error) {
	n, err := query.New(d.whole).Written(ctx)
	return n, grasp(err)
}
