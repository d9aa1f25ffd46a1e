package rules

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
)

// FileFormat marks a file as a rule file.
const FileFormat = "hearingdesk-rules"

// FileVersion is the newest version of the format that this program reads.
const FileVersion = 1

// A file is a rule file: the program's, or an office's own.
type file struct {
	Format    string         `json:"format"`
	Version   int            `json:"version"`
	Source    string         `json:"source"` // where it comes from, in words
	Rules     []Entry        `json:"rules"`
	Periods   []Period       `json:"periods"`
	Steps     []StepName     `json:"steps"`
	Sets      []Set          `json:"sets"`
	Names     []Name         `json:"names"`
	Templates []Template     `json:"templates"`
	Domains   []DomainRule   `json:"domains"`
	Occasions []Occasion     `json:"occasions"`
	Leads     []Lead         `json:"leads"`
	Approvals []ApprovalRule `json:"approvals"`
	Volumes   []Volume       `json:"volumes"`
	Scripts   []Part         `json:"scripts"`
	Phrases   []Phrase       `json:"phrases"`
	Standards []Standard     `json:"standards"`
	Metrics   []Metric       `json:"metrics"`
}

// Load reads the program's rules from one file or several, as if they were one.
// Its error is a [FileErrors] with every fault; then nothing is loaded.
func Load(files ...[]byte) (*Table, error) {
	t := &Table{entries: map[string][]Entry{}}
	var faults FileErrors
	marks := make([]*marked, 0, len(files))
	for i, text := range files {
		m := read(text, fmt.Sprintf("rule file %d", i+1))
		marks = append(marks, m)
		t.add(m.file)
	}
	k := knownOf(t)
	for _, m := range marks {
		if len(m.faults) == 0 { // else it was not understood
			m.judge(k)
		}
		faults = append(faults, m.sorted()...)
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("load rules: %w", faults)
	}
	twice(marks, &faults)
	if len(faults) > 0 {
		return nil, fmt.Errorf("load rules: %w", faults)
	}
	return t.As(nil), nil
}

// With returns the table with an office's own file over it; t stays as it is.
// An entry with the id and the variant of another takes its place, and so does
// a period of the house; what is new is added. A rule of law that allows no
// exception cannot be weakened. The error is a [FileErrors] with every fault.
func (t *Table) With(text []byte) (*Table, error) { return t.with(text, nil) }

// with is With where somebody reads the texts of scripts.
func (t *Table) with(text []byte, wording func(string) []Slip) (*Table, error) {
	t = t.files()
	m := read(text, "")
	m.wording = wording
	if len(m.faults) == 0 {
		own := &Table{entries: map[string][]Entry{}}
		own.add(m.file)
		m.judge(knownOf(t, own))
		m.office(t)
		twice([]*marked{m}, &m.faults)
	}
	if len(m.faults) > 0 {
		return nil, fmt.Errorf("load the office's rules: %w", m.sorted())
	}
	return t.over(m.file).As(nil), nil
}

// A marked file knows where each of its values stands.
type marked struct {
	file   file
	source string
	text   []byte
	at     map[string]int // offset of each value, by its path
	faults FileErrors

	wording func(text string) []Slip // reads the texts of scripts; nil: nobody
}

// read reads the form of a file: JSON, known fields, values of the right sort.
func read(text []byte, source string) *marked {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	m := &marked{text: text, source: source, at: map[string]int{}}
	m.walk()
	if len(m.faults) > 0 {
		return m
	}
	if err := json.Unmarshal(text, &m.file); err != nil { // the walk has seen to it
		m.fault("", BadSyntax, err.Error(), "")
		return m
	}
	switch {
	case m.file.Format != FileFormat:
		m.fault("format", BadFormat, m.file.Format, FileFormat)
	case m.file.Version != FileVersion:
		m.fault("version", BadFormat, fmt.Sprint(m.file.Version), fmt.Sprint(FileVersion))
	}
	return m
}

// fault adds one that stands at a path; where nothing stands there, at what
// holds it.
func (m *marked) fault(path, code, value, expect string) {
	where, offset := path, 0
	for {
		at, ok := m.at[where]
		if ok || where == "" {
			offset = at
			break
		}
		where = where[:max(0, lastOf(where))]
	}
	m.faultAt(offset, path, code, value, expect)
}

// lastOf is where the last part of a path begins: its point or bracket.
func lastOf(path string) int {
	return max(bytes.LastIndexByte([]byte(path), '.'), bytes.LastIndexByte([]byte(path), '['))
}

func (m *marked) faultAt(offset int, path, code, value, expect string) {
	const longest = 60
	if r := []rune(value); len(r) > longest {
		value = string(r[:longest]) + "…"
	}
	line, column := place(m.text, offset)
	m.faults = append(m.faults, &FileError{Source: m.source, Line: line, Column: column, Path: path, Code: code, Value: value, Expect: expect})
}

// place is the line and the column of an offset.
func place(text []byte, offset int) (line, column int) {
	before := text[:min(max(offset, 0), len(text))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte{'\n'}), 1 + len([]rune(string(before[start:])))
}

// sorted are the faults as they stand in the file.
func (m *marked) sorted() FileErrors {
	slices.SortStableFunc(m.faults, func(a, b *FileError) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return m.faults
}
