package document

import (
	"fmt"
	"regexp"
	"strings"
	"text/template/parse"
	"unicode/utf8"
)

// A SourceError is a fault in a file of the catalogue, with the place.
type SourceError struct {
	File    string
	Line    int // from 1
	Column  int // in characters, from 1
	Message string
}

// Error returns file:line:column: message, as editors understand it.
func (e *SourceError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// A source is one file's text, where offsets become lines and columns.
type source struct {
	file string
	text string
}

// fault returns an error at a byte offset.
func (s source) fault(at int, format string, args ...any) error {
	at = min(max(at, 0), len(s.text))
	before := s.text[:at]
	line := strings.Count(before, "\n")
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	return &SourceError{s.file, line + 1, column + 1, fmt.Sprintf(format, args...)}
}

// A span of source: one action {{…}}.
type action struct {
	start, end int
	word       string // its first word
}

var firstWord = regexp.MustCompile(`^\{\{-?\s*(/\*|[A-Za-z]+)?`)

// actions finds the actions; quoted text inside an action may hold braces.
func (s source) actions() ([]action, error) {
	var out []action
	for at := 0; ; {
		i := strings.Index(s.text[at:], "{{")
		if i < 0 {
			return out, nil
		}
		start := at + i
		end := s.closing(start + 2)
		if end < 0 {
			return nil, s.fault(start, "{{ is not closed by }}")
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
// not looked up: the walk over the tree does that, and knows the column.
func (s source) parse() (*parse.Tree, error) {
	acts, err := s.actions()
	if err != nil {
		return nil, err
	}
	if err := s.blocks(acts); err != nil {
		return nil, err
	}
	tree, err := s.tree(s.text)
	if err == nil {
		return tree, nil
	}
	return nil, s.locate(acts, err)
}

func (s source) tree(text string) (*parse.Tree, error) {
	t := parse.New(s.file)
	t.Mode = parse.SkipFuncCheck
	return t.Parse(text, "", "", map[string]*parse.Tree{})
}

// blocks checks that every block is closed, and names the one that is not.
func (s source) blocks(acts []action) error {
	var open []action
	for _, a := range acts {
		switch a.word {
		case "if", "range", "with":
			open = append(open, a)
		case "define", "block", "template":
			return s.fault(a.start, "{{%s}} cannot be used here", a.word)
		case "else":
			if len(open) == 0 {
				return s.fault(a.start, "{{else}} without {{if}}, {{range}} or {{with}}")
			}
		case "end":
			if len(open) == 0 {
				return s.fault(a.start, "{{end}} without {{if}}, {{range}} or {{with}}")
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		last := open[len(open)-1]
		return s.fault(last.start, "{{%s}} is not closed by {{end}}", last.word)
	}
	return nil
}

var parseNoise = regexp.MustCompile(`^template: [^:]*:\d+: `)

// locate finds the action that a parser's message is about: the first one with
// which the text so far fails for another reason than that it is not complete.
func (s source) locate(acts []action, err error) error {
	message := parseNoise.ReplaceAllString(err.Error(), "")
	for _, a := range acts {
		_, e := s.tree(s.text[:a.end])
		if e != nil && !strings.Contains(e.Error(), "unexpected EOF") {
			return s.fault(a.start, "%s", message)
		}
	}
	return s.fault(len(s.text), "%s", message)
}
