package document

import (
	"regexp"
	"sort"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// A source is one file's text, where offsets become lines and columns.
type source struct {
	file string
	text string
}

// fault returns a fault at a byte offset; what is what it says beside the
// fault: the value, what is expected, and what is there.
func (s source) fault(at int, f Fault, what ...string) *SourceError {
	at = min(max(at, 0), len(s.text))
	before := s.text[:at]
	what = append(what, "", "", "")
	return &SourceError{File: s.file, Line: strings.Count(before, "\n") + 1, Column: utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1,
		Fault: f, Value: what[0], Expect: what[1], Got: what[2]}
}

// A span of source: one action {{…}}.
type action struct {
	start, end int
	word       string // its first word
}

var firstWord = regexp.MustCompile(`^\{\{-?\s*(/\*|[A-Za-z]+)?`)

// actions finds the actions, and those that are not closed; quoted text inside
// an action may hold braces.
func (s source) actions() (out []action, faults SourceErrors) {
	for at := 0; ; {
		i := strings.Index(s.text[at:], "{{")
		if i < 0 {
			return out, faults
		}
		start := at + i
		end := s.closing(start + 2)
		if end < 0 {
			faults = append(faults, s.fault(start, FaultBraces))
			at = start + 2
			if n := strings.IndexByte(s.text[start:], '\n'); n > 0 {
				at = start + n
			}
			continue
		}
		out = append(out, action{start, end, firstWord.FindStringSubmatch(s.text[start:end])[1]})
		at = end
	}
}

// closing returns the offset behind the }} that closes an action, or -1. An
// action ends on its line, unless it is a comment.
func (s source) closing(at int) int {
	if rest := strings.TrimLeft(s.text[at:], "- "); strings.HasPrefix(rest, "/*") {
		if i := strings.Index(s.text[at:], "}}"); i >= 0 {
			return at + i + 2
		}
		return -1
	}
	var quote byte
	for i := at; i < len(s.text); i++ {
		c := s.text[i]
		switch {
		case c == '\n':
			return -1
		case quote != 0:
			if c == '\\' && quote == '"' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '"' || c == '`':
			quote = c
		case strings.HasPrefix(s.text[i:], "}}"):
			return i + 2
		}
	}
	return -1
}

// parse checks the blocks and parses the text as a template. The functions are
// not looked up: the walk over the tree does that, and knows the column. A text
// whose blocks are faulty is mended for the walk, which finds what else is wrong.
func (s source) parse() (*parse.Tree, SourceErrors) {
	acts, faults := s.actions()
	mended, more := s.blocks(acts)
	faults = append(faults, more...)
	if len(faults) > 0 {
		tree, err := s.tree(mended)
		if err != nil {
			return nil, faults
		}
		return tree, faults
	}
	tree, err := s.tree(s.text)
	if err != nil {
		return nil, SourceErrors{s.locate(acts, err)}
	}
	return tree, nil
}

func (s source) tree(text string) (*parse.Tree, error) {
	t := parse.New(s.file)
	t.Mode = parse.SkipFuncCheck
	return t.Parse(text, "", "", map[string]*parse.Tree{})
}

// blocks checks that every block is closed, and names those that are not. It
// returns the text with all of them closed: what has no beginning is blanked,
// and so are braces that are not closed.
func (s source) blocks(acts []action) (mended string, faults SourceErrors) {
	text := []byte(s.text)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			if text[i] != '\n' {
				text[i] = ' '
			}
		}
	}
	var open []action
	at := 0
	for _, a := range acts {
		s.loose(at, a.start, blank)
		at = a.end
		switch a.word {
		case "if", "range", "with":
			open = append(open, a)
		case "define", "block", "template":
			faults = append(faults, s.fault(a.start, FaultUse, "{{"+a.word+"}}"))
			blank(a.start, a.end)
		case "else", "end":
			if len(open) == 0 {
				faults = append(faults, s.fault(a.start, FaultEnd, a.word))
				blank(a.start, a.end)
			} else if a.word == "end" {
				open = open[:len(open)-1]
			}
		}
	}
	s.loose(at, len(s.text), blank)
	for _, a := range open {
		faults = append(faults, s.fault(a.start, FaultOpen, a.word))
	}
	return string(text) + strings.Repeat("{{end}}", len(open)), faults
}

// loose blanks the lines' rests behind braces that no action closes.
func (s source) loose(from, to int, blank func(from, to int)) {
	for at := from; ; {
		i := strings.Index(s.text[at:to], "{{")
		if i < 0 {
			return
		}
		end := to
		if n := strings.IndexByte(s.text[at+i:to], '\n'); n >= 0 {
			end = at + i + n
		}
		blank(at+i, end)
		at = end
	}
}

var parseNoise = regexp.MustCompile(`^template: [^:]*:\d+: `)

// locate finds the action that a parser's message is about: the first one with
// which the text so far fails for another reason than that it is not complete.
func (s source) locate(acts []action, err error) *SourceError {
	message := parseNoise.ReplaceAllString(err.Error(), "")
	i := sort.Search(len(acts), func(i int) bool {
		_, e := s.tree(s.text[:acts[i].end])
		return e != nil && !strings.Contains(e.Error(), "unexpected EOF")
	})
	if i < len(acts) {
		return s.fault(acts[i].start, FaultSyntax, message)
	}
	return s.fault(len(s.text), FaultSyntax, message)
}
