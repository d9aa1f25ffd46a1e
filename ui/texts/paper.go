package texts

import (
	"slices"
	"strings"

	"hearingdesk/hearing/document"
	"hearingdesk/ui/words"
)

// A Paper is one line of the list: a paper with the text that it is made with.
type Paper struct {
	document.Form
	Draft bool // something was typed that is not in force
	Word  bool // a Word form of the office's own stands in its place
}

// Mark says what is particular about its text; empty for the program's own.
func (p Paper) Mark() string {
	switch {
	case p.Err() != nil:
		return words.T("有错")
	case p.Draft:
		return words.T("草稿")
	case p.Edition > 0:
		return words.FormOrigin(p.Edition)
	case p.Word:
		return words.T("本院 Word")
	}
	return ""
}

// Find lists the papers in which every word of a query is found.
func (m *Model) Find(query string) []Paper {
	var out []Paper
	for _, p := range m.Papers {
		text := strings.ToLower(strings.Join([]string{p.Number, p.Title, p.Basis, p.Mark()}, " "))
		all := true
		for _, w := range strings.Fields(strings.ToLower(query)) {
			all = all && strings.Contains(text, w)
		}
		if all {
			out = append(out, p)
		}
	}
	return out
}

// Paper returns the open paper as the list has it.
func (m *Model) Paper() Paper {
	i := slices.IndexFunc(m.Papers, func(p Paper) bool { return p.Number == m.Number })
	if i < 0 {
		return Paper{}
	}
	return m.Papers[i]
}
