// Package edit keeps what a form shows and what the file holds together. A
// change is saved by itself after a pause; what cannot be saved yet is kept as
// a draft in the file, so that no crash takes it; what another window changed
// meanwhile is merged, or shown side by side where both changed the same field.
package edit

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/work"
)

// Pause is how long after the last keystroke a change is saved. One pause is
// one step of undo.
const Pause = 500 * time.Millisecond

// A Runner runs jobs in order, off the window's thread.
type Runner interface {
	Do(job work.Job, done func(error))
	Later(key string, wait time.Duration, job work.Job, done func(error))
	Flush()
}

// Drafts keeps texts that cannot be saved as a value yet.
type Drafts interface {
	SaveDraft(ctx context.Context, owner, field, text string) error
	Drafts(ctx context.Context, owner string) (map[string]string, error)
}

// A Source is where the records of one kind are kept.
type Source[T hearing.Record] struct {
	Load    func(context.Context, hearing.ID) (T, error)
	Save    func(context.Context, T) (hearing.Version, error)
	Version func(*T) *hearing.Version // the record's field of that name
}

// A Phase is how far the saving of a record is.
type Phase int

// The phases.
const (
	Saved      Phase = iota // the file holds what the form shows
	Saving                  // it will in a moment
	Incomplete              // a required field is still empty; kept as a draft
	Refused                 // Err says why; kept as a draft
	Conflict                // another window changed the same Fields; kept as a draft
	Gone                    // the record is not there any more
)

// A State is what the form's status line and its fields show of the saving.
type State struct {
	Phase  Phase
	Err    error    // of Incomplete, Refused and Gone
	Fields []string // of Conflict: the fields that both changed
}

// An Editor edits one record at a time. Its methods belong to the window's
// thread.
type Editor[T hearing.Record] struct {
	OnShow  func()      // the value was replaced: the form shows it anew
	OnState func(State) // how far the saving is; also tells errors of fields

	run    Runner
	drafts Drafts
	src    Source[T]
	id     hearing.ID
	noun   string
	shown  T
	typed  map[string]string
	order  []string // of typed, the latest last
	state  State
	disk   *disk[T]
}

// A disk is what the file is known to hold. Only jobs touch it.
type disk[T hearing.Record] struct {
	value   T
	version hearing.Version // 0: not stored
	drafted bool            // a draft of the whole record is kept
}

// New returns an editor without a record.
func New[T hearing.Record](run Runner, drafts Drafts, src Source[T]) *Editor[T] {
	return &Editor[T]{run: run, drafts: drafts, src: src, OnShow: func() {}, OnState: func(State) {}, disk: &disk[T]{}, typed: map[string]string{}}
}

// Value returns the record as the form shows it. Lists in it must be replaced,
// not changed in place, outside [Editor.Change].
func (e *Editor[T]) Value() T { return e.shown }

// ID returns the record's ID; empty when there is none.
func (e *Editor[T]) ID() hearing.ID { return e.id }

// State returns how far the saving is.
func (e *Editor[T]) State() State { return e.state }

// Typed returns what was typed into a field and is no value yet, and whether
// there is such a text.
func (e *Editor[T]) Typed(field string) (string, bool) {
	s, ok := e.typed[field]
	return s, ok
}

func (e *Editor[T]) owner() string { return Owner(e.noun, e.id) }

// Owner is the name under which a record's drafts are kept.
func Owner(noun string, id hearing.ID) string { return noun + ":" + string(id) }

// Begin shows a new record. It is stored once it is valid.
func (e *Editor[T]) Begin(v T) {
	e.reset(v)
	e.OnShow()
	e.Change("", func(*T) {})
}

func (e *Editor[T]) reset(v T) {
	e.run.Flush()
	e.id, e.noun, e.shown = v.Key(), v.Noun(), v
	e.typed, e.order = map[string]string{}, nil
	e.disk = &disk[T]{}
	e.state = State{}
}

// Open reads a record and what was typed and not saved. It reads again when
// the record is open already, after what is waiting was saved.
func (e *Editor[T]) Open(noun string, id hearing.ID) {
	e.run.Flush()
	if id != e.id {
		var none T
		e.id, e.noun, e.shown = id, noun, none
		e.typed, e.order = map[string]string{}, nil
		e.disk = &disk[T]{}
	}
	d, o := e.disk, e.owner()
	var value T
	var texts map[string]string
	e.run.Do(func(ctx context.Context) (err error) {
		if texts, err = e.drafts.Drafts(ctx, o); err != nil {
			return err
		}
		value, err = e.src.Load(ctx, id)
		if err != nil {
			return err
		}
		d.value, d.version = value, *e.src.Version(&value)
		return nil
	}, func(err error) {
		if d != e.disk {
			return // another record is open by now
		}
		e.opened(value, texts, err)
	})
}

func (e *Editor[T]) opened(value T, texts map[string]string, err error) {
	whole := texts[wholeField]
	delete(texts, wholeField)
	e.typed, e.order = texts, slices.Sorted(maps.Keys(texts))
	switch {
	case err == nil:
		e.shown = value
		e.OnShow()
		e.tell(State{})
		if whole != "" {
			e.adopt(whole, value)
		}
	case errors.Is(err, hearing.ErrNotFound) && whole != "":
		var kept draft[T]
		if json.Unmarshal([]byte(whole), &kept) == nil {
			e.shown = kept.Mine
			e.OnShow()
			e.Change("", func(*T) {})
		}
	case errors.Is(err, hearing.ErrNotFound):
		e.tell(State{Phase: Gone, Err: err})
	default:
		e.tell(State{Phase: Refused, Err: err})
	}
}

// adopt brings back what was typed before a crash and tries to save it.
func (e *Editor[T]) adopt(whole string, stored T) {
	var kept draft[T]
	if json.Unmarshal([]byte(whole), &kept) != nil {
		return // a draft of another program version: the stored record stands
	}
	merged, _, err := Merge(kept.Base, kept.Mine, stored)
	if err != nil {
		return
	}
	e.shown = merged
	e.disk.drafted = true
	e.OnShow()
	e.Change("", func(*T) {})
}

// Change changes the record and saves it after a pause. field names what was
// changed: a text that was kept for it is dropped.
func (e *Editor[T]) Change(field string, change func(*T)) {
	if e.id == "" {
		return
	}
	next, err := clone(e.shown)
	if err != nil {
		e.tell(State{Phase: Refused, Err: err})
		return
	}
	change(&next)
	e.shown = next
	e.drop(field)
	e.tell(State{Phase: Saving})
	e.save()
}

// Keep keeps a text that is no value yet, such as half a date.
func (e *Editor[T]) Keep(field, text string) {
	e.typed[field] = text
	e.order = append(slices.DeleteFunc(e.order, func(f string) bool { return f == field }), field)
	o := e.owner()
	e.run.Later("draft "+o+" "+field, Pause, func(ctx context.Context) error { return e.drafts.SaveDraft(ctx, o, field, text) }, e.failed)
}

// drop forgets the text kept for a field.
func (e *Editor[T]) drop(field string) {
	if _, ok := e.typed[field]; !ok {
		return
	}
	delete(e.typed, field)
	e.order = slices.DeleteFunc(e.order, func(f string) bool { return f == field })
	o := e.owner()
	e.run.Later("draft "+o+" "+field, 0, func(ctx context.Context) error { return e.drafts.SaveDraft(ctx, o, field, "") }, e.failed)
}

// TakeBack takes back what is shown and not in the file: the text that was
// typed last, or a change that was refused. It reports whether there was any.
func (e *Editor[T]) TakeBack() bool {
	if n := len(e.order); n > 0 {
		e.drop(e.order[n-1])
		e.OnShow()
		return true
	}
	if e.state.Phase != Refused && e.state.Phase != Conflict {
		return false
	}
	e.useStored()
	return true
}

func (e *Editor[T]) failed(err error) {
	if err != nil {
		e.tell(State{Phase: Refused, Err: err})
	}
}

func (e *Editor[T]) tell(s State) {
	e.state = s
	e.OnState(s)
}
