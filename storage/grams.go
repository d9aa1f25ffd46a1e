package storage

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// marks begin what the index keeps of each kind of record, so that one kind is
// looked for by itself. Kinds without a mark are few, and looked through.
var marks = map[string]string{hearing.NounOrganisation: "o", hearing.NounPerson: "p", hearing.NounRoom: "r", hearing.NounCase: "c", hearing.NounHearing: "h",
	hearing.NounInstrument: "i", hearing.NounAnnouncement: "a", hearing.NounClue: "l", hearing.NounPatrol: "t"}

const (
	longest3 = 3        // characters of a gram
	begins   = '\uE000' // before the first character of a line
	mostAnd  = 12       // grams of a query that the index is asked for; the text itself is looked at anyhow
)

// A gramming collects grams, each once.
type gramming struct {
	b    strings.Builder
	seen map[string]bool
}

func (g *gramming) add(mark string, runes []rune) {
	s := mark + string(runes)
	if g.seen[s] {
		return
	}
	g.seen[s] = true
	g.b.WriteString(s)
	g.b.WriteByte(' ')
}

// letters makes a text one that the tokenizer leaves as it is: it parts words at
// ASCII signs and spaces, which stand here as their wide forms.
func letters(s string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		switch {
		case r <= ' ' || r == 0x7f:
			return 0x3000
		case r < unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return r + 0xFEE0
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, s))
}

// gramsOf are the grams of what a record is searched by: all of one to three
// characters in a row, and those that begin a line.
func gramsOf(mark, search string) string {
	g := gramming{seen: map[string]bool{}}
	for line := range strings.SplitSeq(search, "\n") {
		l := letters(line)
		for i := range l {
			for n := 1; n <= longest3 && i+n <= len(l); n++ {
				g.add(mark, l[i:i+n])
			}
		}
		for n := 1; n <= longest3 && n <= len(l); n++ {
			g.add(mark+string(begins), l[:n])
		}
	}
	return g.b.String()
}

// asked are the grams of records that hold a part, and of those of which a line begins
// with it: who has the latter has the first of the former too.
func asked(mark, part string) (holding, beginning []string) {
	l := letters(part)
	holding = allOf(mark, l, longest3, longest3) // those between would cost more than they leave out
	return holding, append([]string{mark + string(begins) + string(l[:min(longest3, len(l))])}, holding[1:]...)
}

// allOf are the grams of a text that begin every so many characters, and the last, each
// once.
func allOf(mark string, l []rune, size, every int) (out []string) {
	size = min(size, len(l))
	for at := 0; at < len(l) && len(out) < mostAnd; at += every {
		from := min(at, len(l)-size)
		if gram := mark + string(l[from:from+size]); !slices.Contains(out, gram) {
			out = append(out, gram)
		}
	}
	return out
}

// all asks the index for what has all of some grams.
func all(grams []string) string { return `"` + strings.Join(grams, `" AND "`) + `"` }

// saidGrams are those of a passage: all pairs of characters.
func saidGrams(text string) string {
	g := gramming{seen: map[string]bool{}}
	l := letters(text)
	for i := 0; i+2 <= len(l); i++ {
		g.add("", l[i:i+2])
	}
	return g.b.String()
}

// index notes what a record is searched by, once it is stored.
func (w *writing) index(ctx context.Context, kind, id, search string) error {
	n, err := w.q.NumberFindable(ctx, query.NumberFindableParams{Kind: kind, ID: id})
	if mark := marks[kind]; err == nil && mark != "" {
		w.grams = append(w.grams, indexed{n, gramsOf(mark, search)})
	}
	return err
}

// unindex takes a record out of the index, before it is deleted.
func (w *writing) unindex(ctx context.Context, kind, id string) error {
	if err := w.indexAll(ctx); err != nil { // it may have been written before in this transaction
		return err
	}
	return w.q.ForgetGrams(ctx, query.ForgetGramsParams{Kind: kind, ID: id})
}

// An indexed is a record or a passage with its grams.
type indexed struct {
	n     int64
	grams string
}

// indexAll writes what a transaction noted, in one statement: FTS5 brings to the
// disk what it has whenever another one begins.
func (w *writing) indexAll(ctx context.Context) error {
	for _, x := range []struct {
		noted *[]indexed
		put   func(context.Context, string) error
	}{{&w.grams, w.q.PutGrams}, {&w.said, w.q.PutSaid}} {
		if len(*x.noted) == 0 {
			continue
		}
		list := make([][2]any, len(*x.noted))
		for i, n := range *x.noted {
			list[i] = [2]any{n.n, n.grams}
		}
		text, err := json.Marshal(list)
		if err == nil {
			err = x.put(ctx, string(text))
		}
		if err != nil {
			return err
		}
		*x.noted = nil
	}
	return nil
}
