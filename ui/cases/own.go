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
type own struct{ known atomic.Pointer[ownKinds] }

// ownKinds are the kinds in the order of the file, with their names.
type ownKinds struct {
	list  []hearing.StepKind
	names map[hearing.StepKind]string
}

// read takes the names from the office's rules, and reports whether others were
// known before.
func (o *own) read(book *rules.Book, office hearing.Office) bool {
	k := &ownKinds{names: map[hearing.StepKind]string{}}
	for _, x := range book.Steps(office) {
		if !slices.Contains(hearing.StepKinds, x) {
			k.list = append(k.list, x)
			k.names[x] = words.Term(book.StepTerm(office, x))
		}
	}
	was := o.known.Swap(k)
	return was == nil && len(k.list) > 0 || was != nil && !maps.Equal(was.names, k.names)
}

// kinds lists the kinds.
func (o *own) kinds() []hearing.StepKind {
	if k := o.known.Load(); k != nil {
		return k.list
	}
	return nil
}

// name is what a kind is called.
func (o *own) name(k hearing.StepKind) string {
	if known := o.known.Load(); known != nil && known.names[k] != "" {
		return known.names[k]
	}
	return words.Of(k)
}
