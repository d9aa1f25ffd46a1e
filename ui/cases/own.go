package cases

import (
	"maps"
	"slices"
	"sync/atomic"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/words"
)

// own is the kinds of step that the office's own rules name. It is read on the
// window's thread and asked from jobs too.
type own struct {
	names atomic.Pointer[map[hearing.StepKind]string]
}

// read takes the names from the office's rules, and reports whether others were
// known before.
func (o *own) read(book *rules.Book, office hearing.Office) bool {
	names := map[hearing.StepKind]string{}
	for _, k := range book.Steps(office) {
		if !slices.Contains(hearing.StepKinds, k) {
			names[k] = words.Term(book.StepTerm(office, k))
		}
	}
	was := o.kinds()
	o.names.Store(&names)
	return !slices.Equal(was, o.kinds())
}

// kinds lists the kinds.
func (o *own) kinds() []hearing.StepKind {
	if m := o.names.Load(); m != nil {
		return slices.Sorted(maps.Keys(*m))
	}
	return nil
}

// name is what a kind is called.
func (o *own) name(k hearing.StepKind) string {
	if m := o.names.Load(); m != nil && (*m)[k] != "" {
		return (*m)[k]
	}
	return words.Of(k)
}
