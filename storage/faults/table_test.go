package faults_test

import (
	"flag"
	"fmt"
	"testing"
)

var (
	full = flag.Bool("faults", false, "run all rounds and print a table")
	only = flag.String("only", "", "kill only in these writes, with commas between")
)

// rounds is how often something is broken: the first in the short form, the
// second in the full one.
func rounds(few, many int) int {
	if *full {
		return many
	}
	return few
}

// Figures are what came of one kind of fault.
type figures struct {
	rounds, faults, losses int
	unread                 int // files of which nothing could be read, which was said
}

// A tally is the table that the full form prints.
type tally struct{ lines []string }

var table tally

// add puts a kind of fault into the table, with what the user is told.
func (l *tally) add(t *testing.T, kind string, f figures, told string) {
	t.Helper()
	if f.losses > 0 {
		t.Errorf("%s: %d losses", kind, f.losses)
	}
	l.lines = append(l.lines, fmt.Sprintf("%-44s %7d %7d %7d  %s", kind, f.rounds, f.faults, f.losses, told))
}

func (l *tally) print() {
	if !*full {
		return
	}
	fmt.Printf("%-44s %7s %7s %7s  %s\n", "what was done to the desk", "rounds", "faults", "losses", "what the user is told")
	for _, line := range l.lines {
		fmt.Println(line)
	}
}

func named() []string {
	var out []string
	for _, d := range deeds() {
		out = append(out, d.name)
	}
	return out
}
