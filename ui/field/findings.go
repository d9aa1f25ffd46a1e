package field

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// Findings are what the rules say of one thing, a line each. A line that is
// still true stays as it is when they are set again, with what is open or half
// typed in it.
type Findings struct {
	Object   *fyne.Container
	by       *Remedy
	most     int // of a kind that are shown apart; 0: all
	lines    []*findingLine
	unfolded map[string]bool // kinds of which all are shown
}

// NewFindings returns an empty list; by may be nil, where nothing can be done
// about them here.
func NewFindings(by *Remedy) *Findings {
	s := &Findings{Object: container.NewVBox(), by: by, unfolded: map[string]bool{}}
	s.Object.Hide()
	return s
}

// Fold shows only the first of more than a number of findings of a kind, such
// as of forty people who were not told; one click shows the others.
func (s *Findings) Fold(most int) *Findings {
	s.most = most
	return s
}

// Set shows findings.
func (s *Findings) Set(found []hearing.Finding) {
	kept := map[string]*findingLine{}
	for _, l := range s.lines {
		kept[l.key] = l
	}
	same, seen := len(found) == len(s.lines), map[string]int{}
	lines := make([]*findingLine, len(found))
	for i, f := range found {
		key := f.Key()
		seen[key]++
		key += "/" + strconv.Itoa(seen[key])
		if lines[i] = kept[key]; lines[i] == nil {
			lines[i] = newFindingLine(key, s.by)
		}
		same = same && lines[i] == s.lines[i]
		lines[i].show(f)
	}
	s.lines = lines
	if !same {
		s.build()
	}
}

func (s *Findings) build() {
	kinds := map[string][]*findingLine{}
	for _, l := range s.lines {
		kinds[kind(l.f)] = append(kinds[kind(l.f)], l)
	}
	s.Object.RemoveAll()
	for _, l := range s.lines {
		k := kind(l.f)
		all := kinds[k]
		many := s.most > 0 && len(all) > s.most
		if !many || s.unfolded[k] || l == all[0] {
			s.Object.Add(l.object)
		}
		switch {
		case many && !s.unfolded[k] && l == all[0]:
			s.Object.Add(s.fold(k, others(all[1:]), theme.MenuDropDownIcon()))
		case many && s.unfolded[k] && l == all[len(all)-1]:
			s.Object.Add(s.fold(k, words.T("收起"), theme.MenuDropUpIcon()))
		}
	}
	s.Object.Hidden = len(s.lines) == 0
	s.Object.Refresh()
}

// others says whom the other findings of a kind are about.
func others(list []*findingLine) string {
	var names []string
	for _, l := range list {
		if l.f.Subject != "" && !slices.Contains(names, l.f.Subject) {
			names = append(names, l.f.Subject)
		}
	}
	if len(names) == 0 {
		return words.T("同样的还有 {{.N}} 项", map[string]int{"N": len(list)})
	}
	return words.T("同样的还有 {{.N}} 项：{{.Names}}", map[string]string{"N": strconv.Itoa(len(list)), "Names": words.List(names)})
}

// fold is a line that shows the others of a kind, or puts them away.
func (s *Findings) fold(kind, text string, icon fyne.Resource) fyne.CanvasObject {
	label := widget.NewLabel(text)
	label.SizeName, label.Importance, label.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
	return look.NewPress(container.New(&findingLayout{}, widget.NewIcon(nil), label, widget.NewLabel(""), widget.NewIcon(icon)), func() {
		s.unfolded[kind] = !s.unfolded[kind]
		s.build()
	})
}

func kind(f hearing.Finding) string {
	return strings.Join([]string{f.Rule, f.Variant, string(f.Severity), f.Field}, "/")
}
