// Package wordform fills an office's own Word forms: a DOCX in which the fields
// stand as in the program's own texts, {{case.cause}}, comes back with what a
// paper of the session would say there. What a field, a condition, a repeat and
// a function are, and what a missing value prints, package document says.
//
// # Where a mark may stand
//
// A mark is found however Word has cut it up, and takes the looks of its first
// character. Body, headers, footers, footnotes, endnotes and text boxes are
// filled; each block ends in the part where it begins.
//
// A block whose marks stand in one paragraph repeats, or leaves out, what is
// between them. In several paragraphs it repeats whole paragraphs: its marks
// stand at their beginning, at their end, or alone in paragraphs that are not
// printed. In several cells of a row it repeats the row:
//
//	| {{range people}}{{.number}} | {{.name}} | {{.role}}{{end}} |
//
// and in several rows those rows; a row with nothing but such marks is not
// printed. As in a text form, a line of which nothing is left is left out.
//
// Everything else in the file stays as it is, byte for byte. A form that draws
// something in from outside, holds a program, or unpacks to more than forms
// have is refused; see [Error].
package wordform

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
)

// A Form is a Word form that was read and checked. It may be used by several
// goroutines.
type Form struct {
	pack    *pack
	stencil *document.Stencil
	layouts map[int]layout
}

// Read reads a Word form. It stands in for the paper of a number, or without a
// number is a sheet of its own that is made once a session; see
// [document.Catalogue.Stencil]. What is wrong with it is an [*Error]; several
// faulty marks are [Errors].
func Read(c *document.Catalogue, number, title string, file []byte) (*Form, error) {
	p, err := openPack(file)
	if err != nil {
		return nil, err
	}
	k := &cutter{layouts: map[int]layout{}, marks: map[int]*mark{}}
	for _, name := range p.texts {
		raw, err := p.part(name)
		if err != nil {
			return nil, err
		}
		if err := k.read(name, raw); err != nil {
			return nil, err
		}
	}
	if len(k.marks) == 0 {
		return nil, &Error{Fault: NoMarks}
	}
	s, err := c.Stencil(number, title, k.pieces)
	var faults document.SourceErrors
	if errors.As(err, &faults) {
		return nil, k.faults(faults)
	}
	if err != nil {
		return nil, err
	}
	return &Form{p, s, k.layouts}, nil
}

// read cuts one part, if it has a mark.
func (c *cutter) read(name string, raw []byte) error {
	p, err := grow(name, raw)
	if err != nil {
		return err
	}
	var marks []*mark
	for _, par := range p.pars {
		found, err := par.marks()
		if err != nil {
			return err
		}
		marks = append(marks, found...)
	}
	if len(marks) == 0 {
		return nil
	}
	blocks, err := groups(marks)
	if err != nil {
		return err
	}
	if err := place(marks, blocks); err != nil {
		return err
	}
	return c.add(p)
}

// faults gives the faults of marks their places; one is an [*Error] by itself.
func (c *cutter) faults(all document.SourceErrors) error {
	if len(all) == 1 {
		return c.fault(all[0])
	}
	out := make(Errors, len(all))
	for i, f := range all {
		out[i] = c.fault(f)
	}
	return out
}

// fault gives a fault of a mark its place in the form.
func (c *cutter) fault(e *document.SourceError) *Error {
	for i := min(e.Line, len(c.pieces)) - 1; i >= 0; i-- {
		if m := c.marks[i]; m != nil {
			out := m.par.fault(BadMark, m.from, m.text)
			out.Err = e
			return out
		}
	}
	return &Error{Fault: BadMark, Err: e}
}

// Plan lists for whom a session needs the form.
func (f *Form) Plan(d hearing.Dossier) []document.Item { return f.stencil.Plan(d) }

// largest is how many bytes a part that was filled may have.
const largest = 64 << 20

// Fill fills the form for one item of its plan and returns a DOCX. Required
// fields without a value are a [*document.MissingError]; a form that repeats
// itself without an end is [document.ErrEndless].
func (f *Form) Fill(d hearing.Dossier, it document.Item, today calendar.Date) ([]byte, error) {
	filled, err := f.stencil.Fill(d, it, today)
	if err != nil {
		return nil, err
	}
	sheets := map[string]*sheet{}
	at := layout{}
	for _, piece := range filled {
		if l, ok := f.layouts[piece.Piece]; ok {
			at = l
			if sheets[l.part] == nil {
				sheets[l.part] = &sheet{drops: map[int]bool{}}
			}
			sheets[l.part].lay(l)
		} else if s := sheets[at.part]; s != nil {
			write(&s.text, at.prefix, piece.Runs)
		}
		if s := sheets[at.part]; s != nil && s.text.Len() > largest {
			return nil, fmt.Errorf("fill %s: %w", at.part, document.ErrEndless)
		}
	}
	return f.finish(sheets)
}

// A sheet is a part that is being filled.
type sheet struct {
	text  bytes.Buffer
	drops map[int]bool // where paragraphs begin that may be left out
}

func (s *sheet) lay(l layout) {
	if l.droppable {
		s.drops[s.text.Len()] = true
	}
	s.text.Write(l.raw)
}

// finish mends the parts that were filled and puts them in their places.
func (f *Form) finish(sheets map[string]*sheet) ([]byte, error) {
	parts := map[string][]byte{}
	for name, s := range sheets {
		p, err := grow(name, s.text.Bytes())
		if err != nil {
			return nil, err
		}
		parts[name] = mend(p, s.drops)
	}
	var out bytes.Buffer
	if err := f.pack.write(&out, parts); err != nil {
		return nil, fmt.Errorf("write Word form: %w", err)
	}
	return out.Bytes(), nil
}

// write writes text inside a w:t. A blank is low lines and a tick box is a
// character, as in the program's own Word papers.
func write(b *bytes.Buffer, prefix string, runs []document.Run) {
	for _, r := range runs {
		text := r.Text
		switch {
		case r.Box:
			text = map[bool]string{true: "☑", false: "□"}[r.Text == "x"]
		case r.Blank > 0:
			text = strings.Repeat("__", r.Blank)
		}
		for i, line := range strings.Split(text, "\n") {
			if i > 0 {
				b.WriteString("</" + prefix + "t><" + prefix + "br/><" + prefix + `t xml:space="preserve">`)
			}
			escape(b, line)
		}
	}
}

func megabytes(n int) string { return strconv.Itoa(n>>20) + " MB" }
