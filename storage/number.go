package storage

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// TakeNumbers gives each paper of a session the next number of its series in a
// year, all of them or none, and returns those that are new. A paper that has a
// number keeps it. Two who take at once never get the same one. Where the
// desk's range is used up the error is a [*hearing.RangeError].
func (d *Desk) TakeNumbers(ctx context.Context, session hearing.ID, year int, papers []hearing.Numbered) ([]hearing.Number, error) {
	var out []hearing.Number
	err := d.transact(ctx, func(w *writing) error {
		if err := w.part(ctx, hearing.NounPrint, session); err != nil {
			return err
		}
		g := gathering{ctx: ctx, q: w.q, seen: map[hearing.Reference]bool{}}
		if err := g.office(); err != nil {
			return err
		}
		if g.p.Office == nil {
			return hearing.ErrNotFound
		}
		had := hearing.Dossier{}
		var err error
		if had.Numbers, err = numbersOf(ctx, w.q, session); err != nil {
			return err
		}
		for _, p := range papers {
			if _, has := had.Number(p.Document, p.Key); has {
				continue
			}
			n, err := w.take(ctx, *g.p.Office, session, year, p)
			if err != nil {
				return err
			}
			had.Numbers, out = append(had.Numbers, n), append(out, n)
		}
		return w.pass(ctx)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// take gives one paper the next number of its series.
func (w *writing) take(ctx context.Context, o hearing.Office, session hearing.ID, year int, p hearing.Numbered) (hearing.Number, error) {
	r := hearing.Range{Series: p.Series.Name, Year: year}
	row, err := w.q.NumberRange(ctx, query.NumberRangeParams{Series: r.Series, Year: int64(year)})
	switch err := grasp(err); {
	case err == nil:
		r.First, r.Last = int(row.First), int(row.Last)
	case !errors.Is(err, hearing.ErrNotFound):
		return hearing.Number{}, err
	}
	last := int64(r.Last)
	if last == 0 {
		last = math.MaxInt64
	}
	highest, err := w.q.HighestNumber(ctx, query.HighestNumberParams{Series: r.Series, Year: int64(year), N: int64(r.First), N_2: last})
	if err != nil {
		return hearing.Number{}, err
	}
	place, err := r.Next(int(highest))
	if err != nil {
		return hearing.Number{}, err
	}
	n := p.Give(o, session, year, place)
	n.At, n.Actor = w.d.o.Now(), w.d.Actor()
	return n, w.keep(ctx, "number", n)
}

// keep stores a new number with its audit row.
func (w *writing) keep(ctx context.Context, action string, n hearing.Number) error {
	if err := w.q.AddNumber(ctx, query.AddNumberParams{Series: n.Series, Year: int64(n.Year), N: int64(n.N), Text: n.Text, Session: string(n.Session),
		Document: n.Document, Item: n.Key, Recipient: n.For, At: stamp(n.At), Actor: n.Actor, VoidedAt: stampOrNot(n.VoidedAt), VoidedBy: n.VoidedBy, Reason: n.Reason}); err != nil {
		return err
	}
	return w.logNumber(ctx, action, n.Session, n.Text, nil, n)
}

// nounNumber is what the change log calls a number; it is no record.
const nounNumber = "number"

// VoidNumber voids a number with a reason (作废): its paper gets another one
// when it goes out again, and nothing else gets this one. A number that is not
// there, or was voided already, is [hearing.ErrNotFound].
func (d *Desk) VoidNumber(ctx context.Context, n hearing.Number, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return hearing.FieldErrors{{Path: "reason", Code: "required"}}
	}
	return d.transact(ctx, func(w *writing) error {
		if err := w.part(ctx, hearing.NounPrint, n.Session); err != nil {
			return err
		}
		row, err := w.q.NumberOf(ctx, numberKey(n))
		if err != nil {
			return err
		}
		was := number(row)
		if was.Void() {
			return hearing.ErrNotFound
		}
		now := was
		now.VoidedAt, now.VoidedBy, now.Reason = d.o.Now(), d.Actor(), strings.TrimSpace(reason)
		if err := w.void(ctx, "void", was, now); err != nil {
			return err
		}
		return w.pass(ctx)
	})
}

// void makes a number that stands void, with its audit row.
func (w *writing) void(ctx context.Context, action string, was, now hearing.Number) error {
	if err := w.q.VoidNumber(ctx, query.VoidNumberParams{VoidedAt: stamp(now.VoidedAt), VoidedBy: now.VoidedBy, Reason: now.Reason,
		Series: now.Series, Year: int64(now.Year), N: int64(now.N), Session: string(now.Session), Document: now.Document, Item: now.Key}); err != nil {
		return err
	}
	return w.logNumber(ctx, action, now.Session, now.Text, was, now)
}

// logNumber writes the audit row of a number or a range; was of nil is none.
func (w *writing) logNumber(ctx context.Context, action string, id hearing.ID, name string, was, now any) error {
	var before []byte
	if was != nil {
		var err error
		if before, err = json.Marshal(was); err != nil {
			return err
		}
	}
	after, err := json.Marshal(now)
	if err != nil {
		return err
	}
	return w.log(ctx, action, nounNumber, id, name, string(before), string(after))
}

// pass lets undo pass over the transaction: a paper that bears the number may be
// out of the house.
func (w *writing) pass(ctx context.Context) error {
	if w.batch == 0 {
		return nil
	}
	return w.q.MarkBatch(ctx, query.MarkBatchParams{Undone: passed, Batch: w.batch})
}

// Numbers lists the numbers of a year by series and place, voided ones too.
func (d *Desk) Numbers(ctx context.Context, year int) ([]hearing.Number, error) {
	rows, err := query.New(d.read).YearNumbers(ctx, int64(year))
	return numbers(rows), grasp(err)
}

// Ranges lists the ranges of the desk in a year.
func (d *Desk) Ranges(ctx context.Context, year int) ([]hearing.Range, error) {
	rows, err := query.New(d.read).NumberRanges(ctx, int64(year))
	out := make([]hearing.Range, len(rows))
	for i, r := range rows {
		out[i] = hearing.Range{Series: r.Series, Year: int(r.Year), First: int(r.First), Last: int(r.Last)}
	}
	return out, grasp(err)
}

// SetRange says from where to where this desk numbers a series in a year.
func (d *Desk) SetRange(ctx context.Context, r hearing.Range) error {
	if faults := r.Validate(); len(faults) > 0 {
		return faults
	}
	return d.transact(ctx, func(w *writing) error {
		if _, err := w.permit(ctx, hearing.NounOffice, hearing.OfficeID, "", ""); err != nil {
			return err
		}
		if err := w.q.SetNumberRange(ctx, query.SetNumberRangeParams{Series: r.Series, Year: int64(r.Year), First: int64(r.First), Last: int64(r.Last)}); err != nil {
			return err
		}
		if err := w.logNumber(ctx, "range", hearing.ID(r.Series), r.Series, nil, r); err != nil {
			return err
		}
		return w.pass(ctx)
	})
}

func numbersOf(ctx context.Context, q *query.Queries, session hearing.ID) ([]hearing.Number, error) {
	rows, err := q.SessionNumbers(ctx, string(session))
	return numbers(rows), err
}

func numbers(rows []query.Number) []hearing.Number {
	var out []hearing.Number
	for _, r := range rows {
		out = append(out, number(r))
	}
	return out
}

func number(r query.Number) hearing.Number {
	at, _ := time.Parse(time.RFC3339Nano, r.At)           // written by stamp
	voided, _ := time.Parse(time.RFC3339Nano, r.VoidedAt) // empty: it stands
	return hearing.Number{Series: r.Series, Year: int(r.Year), N: int(r.N), Text: r.Text, Session: hearing.ID(r.Session), Document: r.Document, Key: r.Item,
		For: r.Recipient, At: at, Actor: r.Actor, VoidedAt: voided, VoidedBy: r.VoidedBy, Reason: r.Reason}
}

func numberKey(n hearing.Number) query.NumberOfParams {
	return query.NumberOfParams{Series: n.Series, Year: int64(n.Year), N: int64(n.N), Session: string(n.Session), Document: n.Document, Item: n.Key}
}

func stampOrNot(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return stamp(t)
}

// mergeNumbers takes the numbers of a package: those of its sessions that this
// desk does not have, and those that were voided since.
func (w *writing) mergeNumbers(ctx context.Context, list []hearing.Number, n *hearing.Count) error {
	for _, one := range list {
		if err := w.part(ctx, hearing.NounPrint, one.Session); err != nil {
			return err
		}
		row, err := w.q.NumberOf(ctx, numberKey(one))
		switch err := grasp(err); {
		case errors.Is(err, hearing.ErrNotFound):
			n.New++
			if err := w.keep(ctx, "import", one); err != nil {
				return err
			}
		case err != nil:
			return err
		case one.Void() && row.VoidedAt == "":
			n.Changed++
			if err := w.void(ctx, "import", number(row), one); err != nil {
				return err
			}
		default:
			n.Unchanged++
		}
	}
	return nil
}

// numbers adds the numbers of chosen sessions to the package, or all.
func (g *gathering) numbers(sessions []hearing.ID) error {
	if len(sessions) == 0 {
		rows, err := g.q.AllNumbers(g.ctx)
		g.p.Numbers = numbers(rows)
		return err
	}
	for _, id := range sessions {
		list, err := numbersOf(g.ctx, g.q, id)
		if err != nil {
			return err
		}
		g.p.Numbers = append(g.p.Numbers, list...)
	}
	return nil
}
