// Package edit keeps what a form shows and what the file holds together. A
// change is saved by itself after a pause; what cannot be saved yet is kept as
// a draft in the file, so that no crash takes it; what another window changed
// meanwhile is merged, or shown side by side where both changed the same field.
package edit

import (
	"context"
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

// Drafts keeps texts that cannot be saved as a value yet, and says what whoever types
// may change.
type Drafts interface {
	SaveDraft(ctx context.Context, owner, field, text string) error
	Drafts(ctx context.Context, owner string) (map[string]string, error)
	Rights(ctx context.Context, of hearing.Record) (hearing.Rights, error)
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
	Saved      Phase = iota // the file holds what the form shows; Err says why nothing of it can be changed
	Saving                  // it will in a moment
	Incomplete              // a required field is still empty; kept as a draft
	Refused                 // Err says why; kept as a draft
	Conflict                // another window changed the same Fields; kept as a draft
	Gone                    // the record is not there any more
	Barred                  // whoever is logged in may not change this; Err says why, and nothing is kept
)

// A State is what the form's status line and its fields show of the saving.
type State struct {
	Phase  Phase
	Err    error    // of all but Saving; of Saved: it can only be read, and why
	Fields []string // of Conflict: the fields that both changed
	Mine   []byte   // of Conflict: the record here, as JSON
	Theirs []byte   // and as the other window stored it
}

// An Editor edits one record at a time. Its methods belong to the window's
// thread.
type Editor[T hearing.Record] struct {
	OnShow  func()      // the value was replaced: the form shows it anew
	OnState func(State) // how far the saving is; also tells errors of fields

	run     Runner
	drafts  Drafts
	src     Source[T]
	id      hearing.ID
	noun    string
	shown   T
	base    T   // what the file held when shown was last brought together with it
	seen    int // how many changes of others are in shown; see disk
	typed   map[string]string
	order   []string        // of typed, the latest last
	touched map[string]bool // fields of typed that changed while the record is being read
	state   State
	held    bool // the last saving was refused, or met a conflict
	tries   int  // counts the savings: only the last one's error is news
	reading int  // counts the readings: only the last one is shown
	disk    *disk[T]
	rights  hearing.Rights
	guarded []guarded
}

// A disk is what the file is known to hold. Only jobs touch it, in their order;
// what they find reaches the form later, while more is typed. So it counts what
// came from others, and a saving says how much of that it knew.
type disk[T hearing.Record] struct {
	value   T
	version hearing.Version // 0: not stored
	others  int             // changes that came into value from elsewhere
	sent    *T              // what the form sent last and the file took
	knew    int             // of others, when that was sent
	drafted bool            // a draft of the whole record is kept
	dropped bool            // the user gave up what was not saved: nothing more of it is
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

// Deliberation is the owner of what the recorder notes while the officers
// deliberate: the file keeps it as a draft, for ever, and it is no unfinished input.
const Deliberation = "deliberation"

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
	e.forget(v.Noun(), v.Key())
	e.shown = v
}

// forget leaves the record for another one.
func (e *Editor[T]) forget(noun string, id hearing.ID) {
	var none T
	e.id, e.noun, e.shown, e.base, e.seen = id, noun, none, none, 0
	e.typed, e.order, e.touched = map[string]string{}, nil, map[string]bool{}
	e.disk, e.state, e.held = &disk[T]{}, State{}, false
	e.reading++
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
	if err := e.permitted(next); err != nil {
		e.OnShow() // what was typed goes: it could never be saved
		e.tell(State{Phase: Barred, Err: err})
		return
	}
	e.shown = next
	e.drop(field)
	e.tell(State{Phase: Saving})
	e.save()
}

// Keep keeps a text that is no value yet, such as half a date.
func (e *Editor[T]) Keep(field, text string) {
	e.typed[field] = text
	e.order = append(slices.DeleteFunc(e.order, func(f string) bool { return f == field }), field)
	e.draft(field, text, Pause)
}

// drop forgets the text kept for a field.
func (e *Editor[T]) drop(field string) {
	if _, ok := e.typed[field]; !ok {
		return
	}
	delete(e.typed, field)
	e.order = slices.DeleteFunc(e.order, func(f string) bool { return f == field })
	e.draft(field, "", 0)
}

func (e *Editor[T]) draft(field, text string, wait time.Duration) {
	e.touched[field] = true
	d, o := e.disk, e.owner()
	e.run.Later("draft "+o+" "+field, wait, func(ctx context.Context) error { return e.drafts.SaveDraft(ctx, o, field, text) }, func(err error) {
		if err != nil && d == e.disk {
			e.tell(State{Phase: Refused, Err: err})
		}
	})
}

// TakeBack takes back what is shown and not in the file: the text that was
// typed last, or a change that was refused. It reports whether there was any.
func (e *Editor[T]) TakeBack() bool {
	if n := len(e.order); n > 0 {
		e.drop(e.order[n-1])
		e.OnShow()
		return true
	}
	if !e.held {
		return false
	}
	e.UseTheirs()
	return true
}

func (e *Editor[T]) tell(s State) {
	e.state = s
	e.OnState(s)
}
