package edit

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/versions"
)

// A found is what one reading of a record brought.
type found[T hearing.Record] struct {
	value  T
	others int // of the disk, after the reading
	texts  map[string]string
	rights hearing.Rights
	err    error
}

// Open reads a record and what was typed and not saved. It reads again when
// the record is open already, after what is waiting was saved; what is typed
// meanwhile stays.
func (e *Editor[T]) Open(noun string, id hearing.ID) {
	e.run.Flush()
	if id != e.id {
		e.forget(noun, id)
	}
	e.read(func(context.Context) error { return nil })
}

// UseTheirs drops what the form shows for what the file holds.
func (e *Editor[T]) UseTheirs() {
	old, o := e.disk, e.owner()
	e.disk, e.base, e.seen, e.held = &disk[T]{}, e.shown, 0, false
	e.read(func(ctx context.Context) error {
		old.dropped = true
		return e.drafts.SaveDraft(ctx, o, wholeField, "")
	})
}

// read reads the record after something else was done in the file.
func (e *Editor[T]) read(first func(context.Context) error) {
	e.reading++
	reading, d, o, id := e.reading, e.disk, e.owner(), e.id
	e.touched = map[string]bool{}
	f := &found[T]{}
	e.run.Do(func(ctx context.Context) (err error) {
		if err = first(ctx); err != nil {
			return err
		}
		if f.texts, err = e.drafts.Drafts(ctx, o); err != nil {
			return err
		}
		d.drafted = f.texts[wholeField] != ""
		if f.value, err = e.src.Load(ctx, id); err != nil {
			return err
		}
		d.take(f.value, *e.src.Version(&f.value))
		f.others = d.others
		f.rights, err = e.drafts.Rights(ctx, f.value)
		return err
	}, func(err error) {
		if reading != e.reading {
			return // it is being read again, or another record is open by now
		}
		f.err = err
		e.opened(f)
	})
}

// take notes what the file holds now.
func (d *disk[T]) take(v T, version hearing.Version) {
	if version != d.version {
		d.others++
	}
	d.value, d.version = v, version
}

func (e *Editor[T]) opened(f *found[T]) {
	whole := f.texts[wholeField]
	var kept *draft[T]
	if whole != "" && json.Unmarshal([]byte(whole), &kept) != nil {
		kept = nil // a draft of another program version: the stored record stands
	}
	if f.err == nil {
		e.grant(f.rights)
	}
	e.retype(f.texts)
	first := e.shown.Key() == ""
	switch {
	case f.err == nil:
		e.bring(f, kept, first)
	case errors.Is(f.err, hearing.ErrNotFound) && kept != nil:
		if first {
			e.shown = kept.Mine
		}
		e.OnShow()
		e.again()
	case errors.Is(f.err, hearing.ErrNotFound):
		e.tell(State{Phase: Gone, Err: f.err})
	default:
		e.tell(State{Phase: Refused, Err: f.err})
	}
}

// bring shows what the file holds, and on top what was typed and is not in it:
// before a crash, and since the reading began.
func (e *Editor[T]) bring(f *found[T], kept *draft[T], first bool) {
	if first && kept != nil {
		mine, _, err := versions.Merge(e.base, e.shown, kept.Mine)
		if err != nil {
			e.tell(State{Phase: Refused, Err: err})
			return
		}
		e.shown, e.base = mine, kept.Base
	}
	now, both, err := versions.Merge(e.base, e.shown, f.value)
	if err != nil {
		e.tell(State{Phase: Refused, Err: err})
		return
	}
	e.shown = now
	if len(both) == 0 { // else saving meets the same conflict, and the user is asked
		e.base, e.seen = f.value, f.others
		*e.src.Version(&e.shown) = *e.src.Version(&f.value)
	}
	e.OnShow()
	if same(now, f.value) && kept == nil {
		e.held = false
		e.tell(e.standing())
		return
	}
	e.again()
}

// again saves what is shown.
func (e *Editor[T]) again() {
	e.tell(State{Phase: Saving})
	e.save()
}

// retype takes the texts that are no value yet, except for fields that were
// typed into since they were read.
func (e *Editor[T]) retype(texts map[string]string) {
	next := map[string]string{}
	for field, text := range texts {
		if field != wholeField && !e.touched[field] {
			next[field] = text
		}
	}
	for field := range e.touched {
		if text, ok := e.typed[field]; ok {
			next[field] = text
		}
	}
	for _, field := range slices.Sorted(maps.Keys(next)) {
		if _, ok := e.typed[field]; !ok {
			e.order = append(e.order, field)
		}
	}
	e.typed = next
	e.order = slices.DeleteFunc(e.order, func(field string) bool {
		_, ok := next[field]
		return !ok
	})
}
