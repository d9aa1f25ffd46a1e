package roster

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hearingdesk/hearing"
)

// A Book knows how offices call the columns and the values of a roster.
type Book struct {
	headings map[bool]map[string]string   // of rosters of organisations, and of people: a heading, bare, and its field
	ignored  map[string]bool              // headings of columns that say nothing of a person
	values   map[string]map[string]string // of a field: a value, bare, and its code
	units    []unitKind
	places   []string // words that the name of a unit ends with
	kinds    []kindWords
	none     []string // what stands in place of a unit; a star is for whatever follows
}

// kindWords are the words by which a title tells whom a roster is of.
type kindWords struct {
	Key   string   `json:"key"`
	Words []string `json:"words"`
}

// A unitKind tells the kind of a unit from the end of its name.
type unitKind struct {
	Kind hearing.OrganisationKind `json:"kind"`
	Ends []string                 `json:"ends"`
}

// Load reads the table of headings and values.
func Load(text []byte) (*Book, error) {
	var t struct {
		Fields  map[string][]string            `json:"fields"`
		Units   map[string][]string            `json:"organisations"`
		Ignored []string                       `json:"ignored"`
		Values  map[string]map[string][]string `json:"values"`
		Ends    []unitKind                     `json:"units"`
		Places  []string                       `json:"places"`
		Kinds   []kindWords                    `json:"kinds"`
		None    []string                       `json:"unemployed"`
	}
	if err := json.Unmarshal(text, &t); err != nil {
		return nil, fmt.Errorf("read headings: %w", err)
	}
	b := &Book{headings: map[bool]map[string]string{false: {}, true: {}}, ignored: map[string]bool{}, values: map[string]map[string]string{}, units: t.Ends, places: t.Places, kinds: t.Kinds, none: t.None}
	for k, fields := range map[*Kind]map[string][]string{{}: t.Fields, {Units: true}: t.Units} {
		if err := b.learn(*k, fields); err != nil {
			return nil, err
		}
	}
	for _, n := range t.Ignored {
		b.ignored[bare(n)] = true
	}
	for field, codes := range t.Values {
		b.values[field] = map[string]string{}
		for code, names := range codes {
			for _, n := range names {
				b.values[field][bare(n)] = code
			}
		}
	}
	return b, nil
}

// learn takes the headings of rosters of people, or of organisations.
func (b *Book) learn(k Kind, fields map[string][]string) error {
	heads := b.headings[k.Units]
	for key, names := range fields {
		if k.Of(key) == nil {
			return fmt.Errorf("read headings: no field %q", key)
		}
		for _, n := range names {
			if other, had := heads[bare(n)]; had && other != key {
				return fmt.Errorf("read headings: %q is both %s and %s", n, other, key)
			}
			heads[bare(n)] = key
		}
	}
	for _, f := range k.Fields() { // a table that was given out reads back
		heads[bare(f.Term.Zh)], heads[bare(f.Term.En)] = f.Key, f.Key
	}
	return nil
}

// besides is what a heading says in brackets, and marks that something is
// required.
var besides = regexp.MustCompile(`\([^)]*\)|\[[^\]]*\]|[*:,、/.]`)

// field returns the key of a heading's field; empty for one that is not known.
func (b *Book) field(k Kind, heading string) string {
	h, heads := bare(heading), b.headings[k.Units]
	if key := heads[h]; key != "" {
		return key
	}
	return heads[besides.ReplaceAllString(h, "")]
}

// A Mapping says what the columns of a sheet mean.
type Mapping struct {
	Header int      // index of the row of headings in the sheet's rows; -1 where none was found
	Fields []string // key of each column's field; empty: the column is left out
}

// looked is how many rows from the top are looked at for the headings.
const looked = 30

// Propose finds the row of headings and what they mean. Titles above it, however
// many, are passed over; of two rows of headings, the lower one is taken.
func (b *Book) Propose(k Kind, s Sheet) Mapping {
	m := Mapping{Header: -1, Fields: make([]string, s.Columns())}
	best := 0
	for i, r := range s.Rows[:min(len(s.Rows), looked)] {
		fields := b.heads(k, r)
		n := len(known(fields))
		next := m.Header >= 0 && m.Header == i-1 // two rows of headings, merged
		if slices.Contains(fields, "name") && n >= 2 && (n > best || next && n == best) {
			m.Header, best = i, n
			copy(m.Fields, fields)
			clear(m.Fields[len(fields):])
		}
	}
	return m
}

// ProposeAt is what the columns mean where a row, by its place among the rows,
// has the headings.
func (b *Book) ProposeAt(k Kind, s Sheet, row int) Mapping {
	m := Mapping{Header: row, Fields: make([]string, s.Columns())}
	if row >= 0 && row < len(s.Rows) {
		copy(m.Fields, b.heads(k, s.Rows[row]))
	}
	return m
}

// heads is what the cells of a row would mean as headings. A second column of
// the same meaning is left out, but for telephones and notes, which are put
// together.
func (b *Book) heads(k Kind, r Row) []string {
	out := make([]string, len(r.Cells))
	for i := range r.Cells {
		key := b.field(k, r.at(i).Text)
		if f := k.Of(key); key != "" && (f.joins || !slices.Contains(out[:i], key)) {
			out[i] = key
		}
	}
	return out
}

// known are the different fields of a list.
func known(fields []string) []string {
	out := slices.DeleteFunc(slices.Clone(fields), func(k string) bool { return k == "" })
	slices.Sort(out)
	return slices.Compact(out)
}

// Choose is the sheet of a file that is a roster: the one with headings and the
// most rows; the first where none has any.
func (b *Book) Choose(sheets []Sheet) int {
	best, most := 0, -1
	for i, s := range sheets {
		if _, m := b.Guess("", s); m.Header >= 0 && len(s.Rows) > most {
			best, most = i, len(s.Rows)
		}
	}
	return best
}

// Guess tells whom a roster is of, and what its columns mean. One without names of
// people but with those of organisations is of these.
func (b *Book) Guess(file string, s Sheet) (Kind, Mapping) {
	if m := b.Propose(Kind{}, s); m.Header >= 0 {
		return b.titled(file, s, m), m
	}
	units, _ := KindOf("organisations")
	if m := b.Propose(units, s); m.Header >= 0 {
		return units, m
	}
	return Kinds[0], b.Propose(Kind{}, s)
}

// titled tells whom a roster of people is of by its title, the name of its sheet and
// of its file. One that a desk gave out says of each row who it is.
func (b *Book) titled(file string, s Sheet, m Mapping) Kind {
	if slices.Contains(m.Fields, "id") {
		return Kinds[0]
	}
	titles := []string{s.Name, file}
	for i := 0; i < m.Header; i++ {
		for _, c := range s.Rows[i].Cells {
			titles = append(titles, c.Text)
		}
	}
	for _, k := range b.kinds {
		for _, w := range k.Words {
			if slices.ContainsFunc(titles, func(t string) bool { return strings.Contains(bare(t), w) }) {
				kind, _ := KindOf(k.Key)
				return kind
			}
		}
	}
	return Kinds[0]
}

// Unmapped lists the headings that mean nothing to the desk, as they are
// written; numbering is not among them.
func (b *Book) Unmapped(s Sheet, m Mapping) []string {
	var out []string
	for i := range m.Fields {
		if h := s.Heading(m, i); h != "" && m.Fields[i] == "" && !b.ignored[bare(h)] {
			out = append(out, h)
		}
	}
	return out
}

// Heading returns the heading of a column, on one line; empty without one.
func (s Sheet) Heading(m Mapping, column int) string {
	if m.Header < 0 || m.Header >= len(s.Rows) {
		return ""
	}
	return strings.Join(strings.Fields(s.Rows[m.Header].at(column).Text), " ")
}

// Signature is the same for sheets of the same headings: by it an office's own
// mapping is found again.
func (s Sheet) Signature(m Mapping) string {
	var heads []string
	for i := range m.Fields {
		heads = append(heads, bare(s.Heading(m, i)))
	}
	return strings.TrimRight(strings.Join(heads, "|"), "|")
}

// code returns the code that a value of a field is written for. A word of the
// book that begins with a star stands anywhere in the value.
func (b *Book) code(field, value string) string {
	s := bare(value)
	if code := b.values[field][s]; code != "" {
		return code
	}
	best, code := "", ""
	for word, c := range b.values[field] {
		if part, anywhere := strings.CutPrefix(word, "*"); anywhere && strings.Contains(s, part) && (len(word) > len(best) || len(word) == len(best) && word > best) {
			best, code = word, c
		}
	}
	return code
}
