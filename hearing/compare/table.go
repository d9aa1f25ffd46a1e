package compare

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// MostClues is how many lines are made clues at once: each is to be looked at by
// somebody.
const MostClues = 1000

// A Say says a name in the reader's language.
type Say func(hearing.Term) string

// The headings of what stands before the lists' own columns.
var (
	headKind  = hearing.Term{Zh: "结果", En: "Result"}
	headDiff  = hearing.Term{Zh: "不同的列", En: "Different columns"}
	headPlace = hearing.Term{Zh: "行号", En: "row"}
	listA     = hearing.Term{Zh: "甲表", En: "A"}
	listB     = hearing.Term{Zh: "乙表", En: "B"}
)

// Heads are the headings of the table of a result.
func (r *Result) Heads(say Say) []string {
	out := []string{say(headKind), say(headDiff), say(listA) + " " + say(headPlace), say(listB) + " " + say(headPlace)}
	for _, h := range r.A.heads {
		out = append(out, say(listA)+" "+h)
	}
	for _, h := range r.B.heads {
		out = append(out, say(listB)+" "+h)
	}
	return out
}

// Cells are the values of a line below the headings.
func (r *Result) Cells(l Line, say Say) []string {
	out := []string{say(l.Kind().Term()), strings.Join(r.Different(l), "、"), "", ""}
	for i, side := range []struct {
		list *List
		row  int32
	}{{r.A, l.A}, {r.B, l.B}} {
		if side.row < 0 {
			out = append(out, make([]string, len(side.list.heads))...)
			continue
		}
		out[2+i] = strconv.Itoa(side.list.Place(int(side.row)))
		out = append(out, side.list.Row(int(side.row))[:len(side.list.heads)]...)
	}
	return out
}

// Different names the columns in which a line differs, as A calls them.
func (r *Result) Different(l Line) []string {
	var out []string
	for i, p := range r.Plan.Diff {
		if l.Diff&(1<<i) != 0 {
			out = append(out, r.A.heads[p.A])
		}
	}
	return out
}

// Table are the rows of the result, headings first, of the kinds that are given;
// without any, of all.
func (r *Result) Table(say Say, kinds ...Kind) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		if !yield(r.Heads(say)) {
			return
		}
		for _, l := range r.Lines {
			if len(kinds) > 0 && !slices.Contains(kinds, l.Kind()) {
				continue
			}
			if !yield(r.Cells(l, say)) {
				return
			}
		}
	}
}

// Key is what a line is known by: the values of its key columns.
func (r *Result) Key(l Line) string {
	var out []string
	for _, p := range r.Plan.Keys {
		v := ""
		if l.A >= 0 {
			v = r.A.Text(int(l.A), p.A)
		} else {
			v = r.B.Text(int(l.B), p.B)
		}
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return strings.Join(out, " ")
}

// Clue makes of a line the text of a clue: what was found, and both rows as they
// stand in the lists, whose names are given.
func (r *Result) Clue(l Line, say Say, nameA, nameB string) string {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(r.Key(l) + " " + say(l.Kind().Term())))
	if names := r.Different(l); len(names) > 0 {
		b.WriteString("：" + strings.Join(names, "、"))
	}
	b.WriteString("\n")
	if l.A >= 0 {
		r.A.told(&b, int(l.A), say(listA)+"“"+nameA+"”", say)
	}
	if l.B >= 0 {
		r.B.told(&b, int(l.B), say(listB)+"“"+nameB+"”", say)
	}
	text := strings.TrimSpace(b.String())
	if runes := []rune(text); len(runes) > hearing.MaxText {
		text = string(runes[:hearing.MaxText])
	}
	return text
}

// told writes a row: its place, and every value with its heading.
func (l *List) told(b *strings.Builder, row int, name string, say Say) {
	b.WriteString(name + " " + say(headPlace) + " " + strconv.Itoa(l.Place(row)) + "：")
	first := true
	for i, h := range l.heads {
		v := strings.TrimSpace(l.Text(row, i))
		if v == "" {
			continue
		}
		if !first {
			b.WriteString("；")
		}
		first = false
		b.WriteString(strings.TrimSpace(h + " " + v))
	}
	b.WriteString("\n")
}
