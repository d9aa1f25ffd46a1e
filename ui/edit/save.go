package edit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/versions"
)

// wholeField is the draft of a whole record that could not be saved.
const wholeField = "(record)"

// A draft is a record that could not be saved, with what it was made on.
type draft[T any] struct {
	Base T `json:"base"`
	Mine T `json:"mine"`
}

// An attempt is one saving of a record, from the form's state at one moment.
type attempt[T hearing.Record] struct {
	sent    T   // what the form showed
	base    T   // what the file held when the form was last brought together with it
	seen    int // changes of others that are in sent
	number  int
	stored  T // what the file holds now
	version hearing.Version
	others  int      // changes of others that are in stored
	fields  []string // that another window changed too
	mine    []byte   // what stands in them here, and there, as JSON
	theirs  []byte
}

func (e *Editor[T]) attempt() *attempt[T] {
	e.tries++
	return &attempt[T]{sent: e.shown, base: e.base, seen: e.seen, number: e.tries}
}

// save stores what the form shows, once nothing was typed for a while.
func (e *Editor[T]) save() {
	d, o, a := e.disk, e.owner(), e.attempt()
	e.run.Later("save "+o, Pause, func(ctx context.Context) error {
		return e.store(ctx, d, o, a)
	}, func(err error) { e.saved(d, a, err) })
}

// store runs off the window's thread.
func (e *Editor[T]) store(ctx context.Context, d *disk[T], owner string, a *attempt[T]) error {
	if d.dropped {
		return nil
	}
	err := e.putOnto(ctx, d, a)
	if errors.Is(err, hearing.ErrStale) && len(a.fields) == 0 {
		err = e.merge(ctx, d, a)
	}
	return e.settle(ctx, d, owner, a, err)
}

// settle notes how an attempt ended, and keeps a draft of what was refused.
func (e *Editor[T]) settle(ctx context.Context, d *disk[T], owner string, a *attempt[T], err error) error {
	if err != nil {
		return errors.Join(err, e.keep(ctx, d, owner, a))
	}
	d.sent, d.knew = &a.sent, a.seen
	a.stored, a.version, a.others = d.value, d.version, d.others
	if !d.drafted {
		return nil
	}
	d.drafted = false
	return e.drafts.SaveDraft(ctx, owner, wholeField, "")
}

// baseOf is what the form's changes are to be told from: the file's value,
// unless that has changes of others that the form did not know.
func (d *disk[T]) baseOf(a *attempt[T]) T {
	switch {
	case a.seen == d.others:
		return d.value
	case d.sent != nil && d.knew == a.seen:
		return *d.sent
	}
	return a.base
}

// putOnto stores the form's changes on top of what the file is known to hold.
func (e *Editor[T]) putOnto(ctx context.Context, d *disk[T], a *attempt[T]) error {
	if a.seen == d.others {
		return e.put(ctx, d, a.sent) // nothing is new to the form
	}
	v, err := a.onto(d, d.value)
	if err != nil {
		return err
	}
	return e.put(ctx, d, v)
}

// onto puts the form's changes on top of another value. Where both changed the
// same fields it names them and returns [hearing.ErrStale].
func (a *attempt[T]) onto(d *disk[T], theirs T) (T, error) {
	v, fields, err := versions.Merge(d.baseOf(a), a.sent, theirs)
	if err == nil && len(fields) > 0 {
		a.fields, err = fields, hearing.ErrStale
		a.mine, _ = json.Marshal(a.sent) // it was stored as such, or will be
		a.theirs, _ = json.Marshal(theirs)
	}
	return v, err
}

func (e *Editor[T]) put(ctx context.Context, d *disk[T], v T) error {
	*e.src.Version(&v) = d.version
	version, err := e.src.Save(ctx, v)
	if err != nil {
		return err
	}
	*e.src.Version(&v) = version
	d.value, d.version = v, version
	return nil
}

// merge saves on top of what another window stored meanwhile.
func (e *Editor[T]) merge(ctx context.Context, d *disk[T], a *attempt[T]) error {
	theirs, err := e.src.Load(ctx, a.sent.Key())
	if err != nil {
		return fmt.Errorf("read what another window saved: %w", err)
	}
	v, err := a.onto(d, theirs)
	if err != nil {
		return err
	}
	d.take(theirs, *e.src.Version(&theirs))
	return e.put(ctx, d, v)
}

// keep writes the record as a draft: a crash must not take it.
func (e *Editor[T]) keep(ctx context.Context, d *disk[T], owner string, a *attempt[T]) error {
	text, err := json.Marshal(draft[T]{d.baseOf(a), a.sent})
	if err != nil {
		return fmt.Errorf("keep draft: %w", err)
	}
	d.drafted = true
	return e.drafts.SaveDraft(ctx, owner, wholeField, string(text))
}

// saved takes the result back to the form.
func (e *Editor[T]) saved(d *disk[T], a *attempt[T], err error) {
	if d != e.disk {
		return
	}
	if err != nil {
		if a.number == e.tries { // else the next one tells
			s := State{Phase: phaseOf(err), Err: err, Fields: a.fields, Mine: a.mine, Theirs: a.theirs}
			e.held = s.Phase == Refused || s.Phase == Conflict
			e.tell(s)
		}
		return
	}
	// What was typed since the attempt goes on top of what the file holds now.
	now, err := e.after(a)
	if err != nil {
		e.tell(State{Phase: Refused, Err: err})
		return
	}
	changed := !same(now, e.shown)
	e.shown, e.base, e.seen = now, a.stored, a.others
	*e.src.Version(&e.shown) = a.version
	if changed {
		e.OnShow()
	}
	if same(now, a.stored) {
		e.held = false
		e.tell(e.standing())
	}
}

// after brings together what the form shows and what an attempt stored. Where
// the form learned of changes of others since, so does what was sent.
func (e *Editor[T]) after(a *attempt[T]) (T, error) {
	sent := a.sent
	var err error
	if a.seen != e.seen {
		if sent, _, err = versions.Merge(a.base, a.sent, e.base); err != nil {
			return sent, err
		}
	}
	now, _, err := versions.Merge(sent, e.shown, a.stored)
	return now, err
}

func phaseOf(err error) Phase {
	var faults hearing.FieldErrors
	switch {
	case errors.Is(err, hearing.ErrStale):
		return Conflict
	case errors.Is(err, hearing.ErrNotFound):
		return Gone
	case errors.As(err, &faults):
		for _, f := range faults {
			if f.Code != "required" {
				return Refused
			}
		}
		return Incomplete
	}
	return Refused
}

// UseMine overwrites, on the user's word, what another window changed.
func (e *Editor[T]) UseMine() {
	e.run.Flush()
	d, o, a := e.disk, e.owner(), e.attempt()
	e.run.Do(func(ctx context.Context) error {
		theirs, err := e.src.Load(ctx, a.sent.Key())
		if err == nil {
			d.take(theirs, *e.src.Version(&theirs))
			err = e.put(ctx, d, a.sent)
		}
		return e.settle(ctx, d, o, a, err)
	}, func(err error) { e.saved(d, a, err) })
}
