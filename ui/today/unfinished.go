package today

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/look"
	"hearingdesk/ui/papers"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// An Unfinished is a record into which something was typed that could not be
// saved: it waits as a draft.
type Unfinished struct {
	Noun string
	ID   hearing.ID
	Name string // empty: it has none yet
}

// unfinished lists them: what was typed before a crash, or left for later.
func unfinished(ctx context.Context, desk Desk) ([]Unfinished, error) {
	owners, err := desk.DraftOwners(ctx)
	if err != nil {
		return nil, err
	}
	var out []Unfinished
	add := func(u Unfinished) {
		if u.ID != "" && !slices.ContainsFunc(out, func(o Unfinished) bool { return o.Noun == u.Noun && o.ID == u.ID }) {
			out = append(out, u)
		}
	}
	slices.SortFunc(owners, func(a, b string) int { // the lists of new records first: they know the names
		return strings.Compare(strings.Replace(a, "new:", " ", 1), strings.Replace(b, "new:", " ", 1))
	})
	for _, o := range owners {
		noun, id, _ := strings.Cut(o, ":")
		if noun == edit.Deliberation {
			continue
		}
		if noun != "new" {
			u := Unfinished{Noun: noun, ID: hearing.ID(id)}
			if u.Name, err = titleOf(ctx, desk, u); err != nil {
				return nil, err
			}
			add(u)
			continue
		}
		names, err := desk.Drafts(ctx, o)
		if err != nil {
			return nil, err
		}
		for key, name := range names {
			add(Unfinished{Noun: id, ID: hearing.ID(key), Name: name})
		}
	}
	return out, nil
}

// titleOf names a session that is stored, and the text of a paper by its number;
// other records are named by their kind.
func titleOf(ctx context.Context, desk Desk, u Unfinished) (string, error) {
	if u.Noun == hearing.NounForm {
		return words.Kind(u.Noun) + " " + string(u.ID), nil
	}
	if u.Noun != hearing.NounHearing && u.Noun != hearing.NounAnnouncement {
		return "", nil
	}
	e, err := desk.Entry(ctx, u.ID)
	if errors.Is(err, hearing.ErrNotFound) {
		return "", nil
	}
	return e.Title, err
}

// place is where a record is gone on with.
func (u Unfinished) place() shell.Place {
	p := shell.Place{ID: u.ID}
	switch u.Noun {
	case hearing.NounHearing:
		p.Kind, p.Tab = shell.Hearing, "plan"
	case hearing.NounAnnouncement:
		p.Kind, p.Tab = shell.Announcement, "plan"
	case hearing.NounCase, hearing.NounInstrument:
		p.Kind = shell.Cases
	case hearing.NounPatrol:
		p.Kind = shell.Patrols
	case hearing.NounClue:
		p.Kind = shell.Clues
	case hearing.NounOrganisation:
		p.Kind, p.Tab = shell.People, "organisations"
	case hearing.NounRoom:
		p.Kind, p.Tab = shell.People, "rooms"
	case hearing.NounOffice:
		p.Kind, p.ID = shell.Settings, ""
	case hearing.NounForm:
		p = shell.Place{Kind: shell.Settings, Tab: "texts", Paper: string(u.ID)}
	default:
		p.Kind, p.Tab = shell.People, "people"
	}
	if u.Noun == hearing.NounInstrument {
		p.ID = "" // it opens with its case
	}
	return p
}

// waiting shows them.
func (p *Page) waiting() []fyne.CanvasObject {
	out := p.unprinted()
	if len(p.model.Unfinished) == 0 {
		return out
	}
	out = append(out, gap(), look.Subheading(words.T("未完成的录入")))
	for _, u := range p.model.Unfinished {
		name := widget.NewLabel(words.Kind(u.Noun))
		if u.Name != "" {
			name.SetText(u.Name)
		}
		name.Truncation = fyne.TextTruncateEllipsis
		line := container.New(layout.NewCustomPaddedVBoxLayout(-12), name, look.Hint(words.T("有内容还没有保存，已存为草稿")))
		out = append(out, look.NewPress(line, func() { p.shell.Go(u.place()) }))
	}
	return out
}

// unprinted shows the batches of papers that were cut off, unless they are being
// printed just now: the page of papers goes on with them.
func (p *Page) unprinted() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range p.model.Batches {
		if batch.Live(b.ID) {
			continue
		}
		if out == nil {
			out = []fyne.CanvasObject{gap(), look.Subheading(words.T("没有打完的文书"))}
		}
		name := widget.NewLabel(papers.RestLine(batch.Rest{Batch: b}, p.model.Today))
		name.Importance = widget.WarningImportance
		name.Truncation = fyne.TextTruncateEllipsis
		line := container.New(layout.NewCustomPaddedVBoxLayout(-12), name, look.Hint(words.T("到“文书”页接着打，或不打了")))
		out = append(out, look.NewPress(line, func() { p.shell.Go(shell.Place{Kind: shell.Papers}) }))
	}
	return out
}
