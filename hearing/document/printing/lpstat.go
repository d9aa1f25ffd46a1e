package printing

import (
	"cmp"
	"slices"
	"strings"
)

// listed reads the names that `lpstat -e` prints, one a line.
func listed(out string) []Queue {
	var queues []Queue
	for line := range strings.Lines(out) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name != "" {
			queues = append(queues, Queue{Name: name, Description: name, Accepting: true, Phase: Done})
		}
	}
	return queues
}

// described fills the queues with what `lpstat -l -p` prints of them: a line
// "printer NAME …" each, followed by indented lines. A queue that it leaves
// out was found on the network and has no description yet.
func described(queues []Queue, out string) {
	var q *Queue
	own := false // the next indented line is the printer's own message
	for line := range strings.Lines(out) {
		line = strings.TrimRight(line, "\n")
		if rest, ok := strings.CutPrefix(line, "printer "); ok {
			name, state, _ := strings.Cut(rest, " ")
			if q = find(queues, name); q != nil {
				q.Phase = phaseOf(state)
			}
			own = true
			continue
		}
		text := strings.TrimSpace(line)
		key, value, labelled := strings.Cut(text, ":")
		value = strings.TrimSpace(value)
		switch {
		case q == nil || text == "":
		case labelled && key == "Form mounted":
		case labelled && key == "Description" && value != "":
			q.Description = value
		case labelled && key == "Alerts":
			q.Reason = reason(strings.Fields(value))
		case own && key != "Paused":
			q.Message = text
		}
		own = false
	}
	for i := range queues {
		if queues[i].Phase == Stopped && queues[i].Reason == NoReason {
			queues[i].Reason = Paused
		}
	}
}

// phaseOf reads what lpstat says of a printer after its name.
func phaseOf(state string) Phase {
	switch {
	case strings.HasPrefix(state, "disabled"):
		return Stopped
	case strings.HasPrefix(state, "now printing"):
		return Processing
	default: // "is idle.", "is holding new jobs."
		return Done
	}
}

// accepting notes which queues `lpstat -a` says are shut.
func accepting(queues []Queue, out string) {
	for line := range strings.Lines(out) {
		name, rest, _ := strings.Cut(line, " ")
		if q := find(queues, name); q != nil {
			q.Accepting = !strings.HasPrefix(rest, "not accepting")
		}
	}
}

// preferred notes the queue that `lpstat -d` says is the default and puts it
// first, the others by name.
func preferred(queues []Queue, out string) {
	const says = "system default destination: "
	for line := range strings.Lines(out) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), says); ok {
			if q := find(queues, name); q != nil {
				q.Default = true
			}
		}
	}
	slices.SortFunc(queues, func(a, b Queue) int {
		switch {
		case a.Default == b.Default:
			return cmp.Compare(a.Name, b.Name)
		case a.Default:
			return -1
		default:
			return 1
		}
	})
}

// find returns the queue of that name, or nil.
func find(queues []Queue, name string) *Queue {
	i := slices.IndexFunc(queues, func(q Queue) bool { return q.Name == name })
	if i < 0 {
		return nil
	}
	return &queues[i]
}

// taken reads the job's id from what lp says: "request id is PDF-17 (1 file(s))".
func taken(out string) (JobID, bool) {
	_, rest, ok := strings.Cut(out, "request id is ")
	if !ok {
		return "", false
	}
	id, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	return JobID(id), strings.Contains(id, "-")
}

// complaint turns what lp and lpstat say when they fail into an error to test
// for, or nil where they say something else.
func complaint(said string) error {
	for _, c := range []struct {
		text string
		err  error
	}{
		{"The printer or class does not exist", ErrUnknownQueue},
		{"Unknown destination", ErrUnknownQueue},
		{"Invalid destination name", ErrUnknownQueue},
		{"non-existent destination", ErrUnknownQueue},
		{"No destinations added", ErrNoQueue},
		{"no default destination", ErrNoQueue},
		{"No default destination", ErrNoQueue},
		{"is not accepting jobs", ErrRejecting},
		{"cheduler is not running", ErrNoScheduler},
		{"cheduler not responding", ErrNoScheduler},
		{"Unable to connect to server", ErrNoScheduler},
		{"Connection refused", ErrNoScheduler},
		{"No such file or directory", ErrNoScheduler}, // the scheduler's socket
		{"Bad file descriptor", ErrNoScheduler},
	} {
		if strings.Contains(said, c.text) {
			return c.err
		}
	}
	return nil
}
