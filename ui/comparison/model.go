package comparison

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/compare"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	AddClues(ctx context.Context, list []hearing.Clue) error
}

// A Side is one of the two tables.
type Side struct {
	File string // path; empty: none is chosen
	List *compare.List
}

// Name is the name of the file.
func (s Side) Name() string { return filepath.Base(s.File) }

// A Model is one comparison.
type Model struct {
	Sides  [2]Side
	Keys   []compare.Pair
	Diff   []compare.Pair
	Match  compare.Match
	Result *compare.Result
	Kind   compare.Kind // which lines are shown; empty: all

	shown  []int32 // lines of the result
	ticked map[int32]bool
}

// NewModel returns a comparison without tables.
func NewModel() *Model { return &Model{Match: compare.Trim, ticked: map[int32]bool{}} }

// Take takes a table that was read. Once both are there, columns of one name are
// proposed: the first as the key, the others to be held against each other.
func (m *Model) Take(side int, s Side) {
	m.Sides[side] = s
	m.Keys, m.Diff = nil, nil
	m.Found(nil)
	a, b := m.Sides[0].List, m.Sides[1].List
	if a == nil || b == nil {
		return
	}
	for i, h := range a.Heads() {
		if k := b.Column(h); k >= 0 && h != "" {
			if len(m.Keys) == 0 {
				m.Keys = []compare.Pair{{A: i, B: k}}
				continue
			}
			m.Diff = append(m.Diff, compare.Pair{A: i, B: k})
		}
	}
	if len(m.Keys) == 0 {
		m.Keys = []compare.Pair{{}}
	}
	m.Diff = m.Diff[:min(len(m.Diff), 32)]
}

// Next proposes the next pair: the first columns that are not paired yet.
func (m *Model) Next() compare.Pair {
	free := func(side int, of func(compare.Pair) int) int {
		for i := range m.Sides[side].List.Heads() {
			taken := func(p compare.Pair) bool { return of(p) == i }
			if !slices.ContainsFunc(m.Keys, taken) && !slices.ContainsFunc(m.Diff, taken) {
				return i
			}
		}
		return 0
	}
	return compare.Pair{A: free(0, func(p compare.Pair) int { return p.A }), B: free(1, func(p compare.Pair) int { return p.B })}
}

// Plan is what was chosen.
func (m *Model) Plan() compare.Plan {
	return compare.Plan{Keys: m.Keys, Match: m.Match, Diff: m.Diff}
}

// Ready reports whether both tables are there, and a key.
func (m *Model) Ready() bool {
	return m.Sides[0].List != nil && m.Sides[1].List != nil && len(m.Keys) > 0
}

// Found takes a result; nil is none.
func (m *Model) Found(r *compare.Result) {
	m.Result, m.Kind, m.ticked = r, "", map[int32]bool{}
	m.Show("")
}

// Show shows the lines of a kind; of all kinds without one.
func (m *Model) Show(k compare.Kind) {
	m.Kind, m.shown = k, nil
	if m.Result == nil {
		return
	}
	for i, l := range m.Result.Lines {
		if k == "" || l.Kind() == k {
			m.shown = append(m.shown, int32(i)) //nolint:gosec // at most twice the rows
		}
	}
}

// Len is how many lines are shown.
func (m *Model) Len() int { return len(m.shown) }

// Line is a line that is shown.
func (m *Model) Line(row int) compare.Line { return m.Result.Lines[m.shown[row]] }

// Ticked reports whether a line that is shown is chosen.
func (m *Model) Ticked(row int) bool { return m.ticked[m.shown[row]] }

// Tick chooses a line that is shown, or leaves it.
func (m *Model) Tick(row int) {
	if i := m.shown[row]; m.ticked[i] {
		delete(m.ticked, i)
	} else {
		m.ticked[i] = true
	}
}

// TickAll chooses what is shown, as much as can become clues at once; if that is
// chosen already, it leaves it.
func (m *Model) TickAll() {
	all := m.shown[:min(len(m.shown), compare.MostClues)]
	whole := len(m.ticked) >= len(all)
	m.ticked = map[int32]bool{}
	for _, i := range all {
		if !whole {
			m.ticked[i] = true
		}
	}
}

// Chosen is how many lines are chosen.
func (m *Model) Chosen() int { return len(m.ticked) }

// Clues are the chosen lines as clues.
func (m *Model) Clues(newID func() hearing.ID, today calendar.Date) []hearing.Clue {
	var out []hearing.Clue
	for i, l := range m.Result.Lines {
		if m.ticked[int32(i)] { //nolint:gosec // at most twice the rows
			out = append(out, hearing.Clue{ID: newID(), Source: hearing.SourceData, CameOn: today, State: hearing.ClueOpen,
				Text: m.Result.Clue(l, words.Term, m.Sides[0].Name(), m.Sides[1].Name())})
		}
	}
	return out
}

// Untick leaves all.
func (m *Model) Untick() { m.ticked = map[int32]bool{} }

// Read reads a table; say hears that it goes on.
func Read(ctx context.Context, file string) (s Side, err error) {
	f, err := os.Open(file) //nolint:gosec // the user chose it
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	l := &compare.List{}
	rows := 0
	err = sheetfile.Stream(file, f, func(row int, cells []string) error {
		if rows++; rows%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		return l.Add(row, cells)
	})
	if err == nil {
		err = l.Done()
	}
	if errors.Is(err, compare.ErrLarge) {
		err = &hearing.SheetError{Name: filepath.Base(file), Why: hearing.SheetLarge}
	}
	return Side{File: file, List: l}, err
}
