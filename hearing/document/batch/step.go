package batch

import (
	"errors"

	"hearingdesk/hearing/document/printing"
)

// A Step is how far a paper is.
type Step struct {
	Stage Stage
	State printing.State // of AtPrinter
	Err   error          // of Failed, Waiting that cannot go on, Dropped and Left
}

// A Stage is how far a paper is, for whoever waits for it.
type Stage int

// The stages.
const (
	Idle      Stage = iota
	Waiting         // for its turn
	AtPrinter       // the print system has it
	Out             // it lies in the tray
	AtFile          // made, for the one file that all become
	Saved           // it is a file
	Failed          // Err or State says why
	Dropped         // stopped before its turn: it waits in the desk's file
	Left            // the print system has it, and nobody waits for the end
	Unsure          // it was handed over, and the print system knows nothing of it
)

// Stuck reports whether somebody must go to the printer.
func (s Step) Stuck() bool {
	return s.Stage == AtPrinter && (s.State.Phase == printing.Stopped || s.State.Reason != printing.NoReason)
}

// An EndError is a job that ended without a paper.
type EndError struct{ State printing.State }

// Error says how the job ended.
func (e *EndError) Error() string {
	return "the job ended as " + string(e.State.Phase) + " " + string(e.State.Reason)
}

// The ends that are nobody's fault.
var (
	ErrLeft   = errors.New("nobody waits for the job any more")
	ErrUnsure = errors.New("nobody knows whether the paper came out")
)

// hopeless are the errors that would meet every other paper too: the printer is
// gone, or there is no print system.
var hopeless = []error{printing.ErrNoSystem, printing.ErrNoScheduler, printing.ErrNoQueue, printing.ErrUnknownQueue, printing.ErrRejecting, printing.ErrTimeout}

// Hopeless reports whether an error would meet every other paper too.
func Hopeless(err error) bool {
	for _, h := range hopeless {
		if errors.Is(err, h) {
			return true
		}
	}
	return false
}
