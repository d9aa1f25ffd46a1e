package edit

import (
	"cmp"
	"encoding/json"
	"strings"

	"hearingdesk/hearing"
)

// A Part is a control or a button by which a field is changed.
type Part interface {
	Enable()
	Disable()
}

// A guarded is a part, what stands against using it, and whether it is disabled for that.
type guarded struct {
	part    Part
	against func() error
	off     bool
}

// Barred says what stands against changing a field of the open record; an empty field is
// any of them. Nil: nothing does. A field is named as its faults are: parties[1].role.
func (e *Editor[T]) Barred(field string) error { return e.BarredFrom(e.noun, field) }

// BarredFrom is Barred of another kind that belongs to the open record: its transcript,
// its scans and prints.
func (e *Editor[T]) BarredFrom(noun, field string) error {
	return e.rights.Write(noun, plainField(field))
}

// plainField is the field of the record that a path leads to.
func plainField(path string) string {
	path, _, _ = strings.Cut(path, "[")
	return path
}

// Allow disables parts while the field that they change is barred. They are to be parts
// that stay; for others ask [Editor.Barred] when they are made.
func (e *Editor[T]) Allow(field string, parts ...Part) {
	e.allow(func() error { return e.Barred(field) }, parts)
}

// AllowFrom is Allow for another kind that belongs to the open record.
func (e *Editor[T]) AllowFrom(noun, field string, parts ...Part) {
	e.allow(func() error { return e.BarredFrom(noun, field) }, parts)
}

// AllowDeed is Allow for what only some roles do to a field.
func (e *Editor[T]) AllowDeed(d hearing.Deed, field string, parts ...Part) {
	e.allow(func() error { return cmp.Or(e.rights.Do(d), e.Barred(field)) }, parts)
}

func (e *Editor[T]) allow(against func() error, parts []Part) {
	for _, p := range parts {
		e.guarded = append(e.guarded, guarded{part: p, against: against})
	}
	e.guard()
}

// guard disables what is barred, and enables what it had disabled.
func (e *Editor[T]) guard() {
	for i := range e.guarded {
		g := &e.guarded[i]
		barred := e.id != "" && g.against() != nil
		switch {
		case barred && !g.off:
			g.part.Disable()
		case !barred && g.off:
			g.part.Enable()
		}
		g.off = barred
	}
}

// grant takes what may be done with the open record.
func (e *Editor[T]) grant(r hearing.Rights) {
	e.rights = r
	e.guard()
}

// standing is the state of a record of which the file holds what is shown.
func (e *Editor[T]) standing() State { return State{Err: e.Barred("")} }

// permitted holds a change against the rights, before anything is kept of it.
func (e *Editor[T]) permitted(next T) error {
	if e.rights.Free() {
		return nil
	}
	var was []byte
	if e.base.Key() != "" {
		was, _ = json.Marshal(e.base) // it came from JSON
	}
	is, err := json.Marshal(next)
	if err == nil {
		_, err = e.rights.Permit(e.noun, was, is)
	}
	return err
}

// Bar disables parts where something stands against using them.
func Bar(against error, parts ...Part) {
	for _, p := range parts {
		if against != nil {
			p.Disable()
		}
	}
}
