package texts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/sheet"
	"hearingdesk/ui/words"
)

// A proofPane shows the page that the text makes, and of whose facts.
type proofPane struct {
	m      *Model
	object fyne.CanvasObject
	view   *sheet.View
	note   *widget.Label
	on     *widget.Select // the session
	to     *widget.Select // for whom
	whom   *fyne.Container
	picks  *fyne.Container
	quiet  bool
	number string // of the paper that is shown
	keys   []string
}

func newProofPane(t *Tab) *proofPane {
	p := &proofPane{m: t.m, view: sheet.New(t.sh.Work, t.sh.Fail), note: widget.NewLabel("")}
	p.on = widget.NewSelect(nil, func(string) {
		if i := p.on.SelectedIndex(); !p.quiet && i >= 0 {
			p.m.Try(p.m.Proof.Choices[i].Session)
		}
	})
	p.to = widget.NewSelect(nil, func(string) {
		if i := p.to.SelectedIndex(); !p.quiet && i >= 0 {
			p.m.TryFor(p.keys[i])
		}
	})
	p.note.SizeName, p.note.Truncation = theme.SizeNameCaptionText, fyne.TextTruncateEllipsis
	p.whom = container.New(wide(150), p.to)
	p.picks = container.NewBorder(nil, nil, nil, p.whom, p.on)
	bar := container.NewBorder(nil, nil, nil, p.view.Zooms(), p.note)
	p.object = container.NewBorder(container.New(layout.NewCustomPaddedVBoxLayout(2), p.picks, bar), nil, nil, nil, p.view.Object())
	return p
}

// Object returns what is drawn.
func (p *proofPane) Object() fyne.CanvasObject { return p.object }

// show shows the page. While the text has a fault, the last page stays.
func (p *proofPane) show() {
	proof := p.m.Proof
	p.choices(proof)
	note, weight := words.T("用这次的数据试排"), widget.LowImportance
	switch {
	case len(p.m.Faults) > 0:
		note, weight = words.T("改正错误后更新"), widget.DangerImportance
	case proof.Blank:
		note, weight = words.T("这次用不到这份文书，以空白试排"), widget.WarningImportance
	case proof.Example:
		note = words.T("用示例的数据试排")
	}
	p.note.Importance = weight
	p.note.SetText(note)
	switch {
	case len(proof.Paper.Pages) == 0:
		p.view.Show(proof.Paper, look.Empty(words.T("这里显示做成的文书。"), nil))
	case p.number != proof.Paper.Item.Number:
		p.view.Show(proof.Paper, nil)
	default:
		p.view.Renew(proof.Paper)
	}
	p.number = proof.Paper.Item.Number
}

// choices shows which sessions can be tried, and for whom the paper is.
func (p *proofPane) choices(proof Proof) {
	p.quiet = true
	defer func() { p.quiet = false }()
	names := make([]string, len(proof.Choices))
	for i, c := range proof.Choices {
		names[i] = c.Name
	}
	set(p.on, names, slices.IndexFunc(proof.Choices, func(c Choice) bool { return c.Session == proof.Session && c.Example == proof.Example }))
	names, p.keys = nil, nil
	for _, i := range proof.Items {
		names, p.keys = append(names, i.For), append(p.keys, i.Key)
	}
	set(p.to, names, slices.Index(p.keys, proof.Key))
	visible(p.whom, len(names) > 1)
	p.picks.Refresh()
}

// set offers options, one of them chosen.
func set(s *widget.Select, options []string, at int) {
	if !slices.Equal(s.Options, options) {
		s.SetOptions(options)
	}
	switch {
	case at < 0:
		s.ClearSelected()
	case s.SelectedIndex() != at || s.Selected != options[at]:
		s.SetSelectedIndex(at)
	}
}
