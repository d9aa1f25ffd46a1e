package document

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"text/template"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Stencil is a form whose layout is another program's, such as a Word
// document: marks of the text language, between pieces that only the owner of
// the layout understands. Filled, it tells which pieces stand where, and what
// is written between them. Its fields are those of a paper, and so are its
// conditions and repeats.
type Stencil struct {
	c    *Catalogue
	form *Form
}

// A Filling is a piece of a stencil's layout, or text that was filled in.
type Filling struct {
	Piece int   // of the stencil's pieces; what is filled in has -1
	Runs  []Run // what is filled in; a text's line breaks are \n
}

// ErrEndless says that a form repeats itself beyond every paper's length.
var ErrEndless = errors.New("the form repeats itself without an end")

// longest is how many bytes a stencil may fill in.
const longest = 4 << 20

// The marks of a piece of the layout, see literal: the number of the piece
// stands between them; and of the end of a line, which no {{- -}} trims away.
const (
	markPiece    = '\uFDE0'
	markPieceEnd = '\uFDE1'
	markLine     = '\uFDE2'
)

// A Mark is one {{…}} in a text.
type Mark struct {
	Start, End int    // offsets in bytes
	Word       string // its first word: if, range, case; empty where there is none
}

// Marks finds the marks of a text, and where one begins that }} does not close
// on its line, or -1.
func Marks(text string) (marks []Mark, open int) {
	s := source{text: text}
	for at := 0; ; {
		i := strings.Index(text[at:], "{{")
		if i < 0 {
			return marks, -1
		}
		start := at + i
		if at = s.closing(start + 2); at < 0 {
			return marks, start
		}
		marks = append(marks, Mark{start, at, firstWord.FindStringSubmatch(text[start:at])[1]})
	}
}

// Stencil reads a stencil. Of its pieces, each is one mark, as {{case.cause}},
// or empty, where a piece of the layout stands. number is the paper that the
// stencil stands in for: it is made for whom that paper is made, and lacks what
// that paper lacks. Without a number it is made once a session, and is called
// title. Its faults are a [SourceErrors] whose lines are the pieces, counted from 1.
func (c *Catalogue) Stencil(number, title string, pieces []string) (*Stencil, error) {
	f := Form{Title: title, Per: "sitting"}
	if number != "" {
		base := c.form(number)
		if base == nil {
			return nil, fmt.Errorf("paper %s: %w", number, hearing.ErrNotFound)
		}
		f = *base
	}
	var text strings.Builder
	for i, p := range pieces {
		text.WriteString(cmp.Or(p, string(markPiece)+strconv.Itoa(i)+string(markPieceEnd)))
		text.WriteString(string(markLine) + "\n")
	}
	src := source{title, text.String()}
	tree, faults := src.parse()
	if tree != nil {
		var more SourceErrors
		f.used, f.root, more = check(src, c.dict, tree)
		faults = append(faults, more...)
	}
	err := faults.result()
	if err != nil {
		return nil, err
	}
	f.Text = ""
	f.needRequired()
	f.tree, err = template.New(title).Funcs(functions()).Funcs(c.roots(nil)).AddParseTree(title, tree)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", title, err)
	}
	return &Stencil{c, &f}, nil
}

// Plan lists for whom a session needs it, as [Catalogue.Plan] does.
func (s *Stencil) Plan(d hearing.Dossier) []Item {
	var out []Item
	for _, t := range s.c.targets(s.form, d) {
		out = append(out, s.c.item(s.form, d, t))
	}
	return out
}

// Fill fills the stencil for one item of its plan. Required fields without a
// value are a [*MissingError]; a stencil that never ends is [ErrEndless].
func (s *Stencil) Fill(d hearing.Dossier, it Item, today calendar.Date) ([]Filling, error) {
	for _, t := range s.c.targets(s.form, d) {
		if t.key != it.Key {
			continue
		}
		facts, err := s.c.ready(d, s.form, t, today)
		if err != nil {
			return nil, err
		}
		out := &limited{}
		if err := s.c.fill(out, s.form, facts); err != nil {
			return nil, err
		}
		return fillings(out.String()), nil
	}
	return nil, fmt.Errorf("fill %s for %s: %w", s.form.Title, it.Key, hearing.ErrNotFound)
}

// A limited text takes no more than a paper can be long. What a repeat repeats
// has at least the end of a line, so an endless one comes to the limit.
type limited struct{ strings.Builder }

func (l *limited) Write(b []byte) (int, error) {
	if l.Len()+len(b) > longest {
		return 0, ErrEndless
	}
	return l.Builder.Write(b)
}

var ends = strings.NewReplacer("\n", "", string(markLine), "")

// fillings reads the output of a stencil.
func fillings(text string) []Filling {
	var out []Filling
	for text != "" {
		before, rest, found := strings.Cut(text, string(markPiece))
		if filled := runs(ends.Replace(before)); len(filled) > 0 {
			out = append(out, Filling{-1, filled})
		}
		if !found {
			break
		}
		digits, rest, _ := strings.Cut(rest, string(markPieceEnd))
		if n, err := strconv.Atoi(digits); err == nil {
			out = append(out, Filling{n, nil})
		}
		text = rest
	}
	return out
}
