package edit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"hearingdesk/hearing"
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
	sent    T // what the form showed
	stored  T // what the file holds now
	version hearing.Version
	fields  []string // that another window changed too
}

// save stores what the form shows, once nothing was typed for a while.
func (e *Editor[T]) save() {
	d, o := e.disk, e.owner()
	a := &attempt[T]{sent: e.shown}
	e.run.Later("save "+o, Pause, func(ctx context.Context) error {
		return e.store(ctx, d, o, a)
	}, func(err error) { e.saved(d, a, err) })
}

// store runs off the window's thread.
func (e *Editor[T]) store(ctx context.Context, d *disk[T], owner string, a *attempt[T]) error {
	v := a.sent
	err := e.put(ctx, d, v)
	if errors.Is(err, hearing.ErrStale) {
		err = e.merge(ctx, d, a)
	}
	a.stored, a.version = d.value, d.version
	if err != nil {
		return errors.Join(err, e.keep(ctx, d, owner, a.sent))
	}
	if d.drafted {
		d.drafted = false
		return e.drafts.SaveDraft(ctx, owner, wholeField, "")
	}
	return nil
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
	merged, fields, err := Merge(d.value, a.sent, theirs)
	if err != nil {
		return err
	}
	if len(fields) > 0 {
		a.fields = fields
		return hearing.ErrStale
	}
	d.value, d.version = theirs, *e.src.Version(&theirs)
	return e.put(ctx, d, merged)
}

// keep writes the record as a draft: a crash must not take it.
func (e *Editor[T]) keep(ctx context.Context, d *disk[T], owner string, mine T) error {
	text, err := json.Marshal(draft[T]{d.value, mine})
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
		e.tell(State{Phase: phaseOf(err), Err: err, Fields: a.fields})
		return
	}
	// What was typed since the attempt goes on top of what the file holds now.
	now, _, merr := Merge(a.sent, e.shown, a.stored)
	if merr != nil {
		e.tell(State{Phase: Refused, Err: merr})
		return
	}
	changed := !same(now, e.shown)
	e.shown = now
	*e.src.Version(&e.shown) = a.version
	if changed {
		e.OnShow()
	}
	if same(now, a.stored) {
		e.tell(State{})
	}
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
	d, o := e.disk, e.owner()
	a := &attempt[T]{sent: e.shown}
	e.run.Do(func(ctx context.Context) error {
		theirs, err := e.src.Load(ctx, a.sent.Key())
		if err != nil {
			return err
		}
		d.value, d.version = theirs, *e.src.Version(&theirs)
		return e.store(ctx, d, o, a)
	}, func(err error) { e.saved(d, a, err) })
}

// UseTheirs drops what the form shows for what the file holds.
func (e *Editor[T]) UseTheirs() { e.useStored() }

func (e *Editor[T]) useStored() {
	d, o := e.disk, e.owner()
	e.run.Do(func(ctx context.Context) error {
		d.drafted = false
		return e.drafts.SaveDraft(ctx, o, wholeField, "")
	}, func(err error) {
		if err != nil {
			e.failed(err)
			return
		}
		if d == e.disk {
			e.Open(e.noun, e.id)
		}
	})
}
