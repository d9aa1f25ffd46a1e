package cases

import (
	"sync/atomic"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// own is the kinds of step that the office's own rules name.
type own struct {
	names atomic.Pointer[map[hearing.StepKind]string]
}

func (o *own) read(hearing.Office) {}

// kinds lists the kinds.
func (o *own) kinds() []hearing.StepKind { return nil }

// name is what a kind is called.
func (o *own) name(k hearing.StepKind) string { return words.Of(k) }
