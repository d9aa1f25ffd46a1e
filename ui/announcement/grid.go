package announcement

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A grid is who gets which papers: one line a recipient, one column a paper.
// Each line is one receipt (送达回证).
type grid struct {
	p     *page
	box   *fyne.Container
	shape string // recipients and papers that the lines were made for
	lines map[hearing.ID]*gridLine
}

type gridLine struct {
	checks map[hearing.ID]*widget.Check
	mode   *field.Choice[hearing.DeliveryMode]
	silent bool
}

func (p *page) grid() fyne.CanvasObject {
	g := &grid{p: p, box: container.NewVBox()}
	p.form.Follow(func(hearing.Announcement) { g.show() })
	p.judged = append(p.judged, g.show)
	found := p.findings(func() []hearing.Finding {
		return slices.DeleteFunc(p.found("deliveries"), func(f hearing.Finding) bool { return !f.Missing() })
	})
	return field.Section("", look.Subheading(words.T("受送达人与文书")),
		look.Hint(words.T("一行一份送达回证；同一单位可以勾选几份文书。")), p.adders(), g.box, found)
}

// show shows the ticks, and makes the lines anew where the shape changed.
func (g *grid) show() {
	a, papers := g.p.e.Value(), Columns(g.p.dossier.Instruments)
	var key strings.Builder
	for _, d := range a.Deliveries {
		key.WriteString(string(d.ID) + g.name(d) + "\n")
	}
	for _, i := range papers {
		key.WriteString(string(i.ID) + i.Number + "\n")
	}
	if key.String() != g.shape || len(g.box.Objects) == 0 {
		g.shape = key.String()
		g.build(a, papers)
	}
	for _, d := range a.Deliveries {
		l := g.lines[d.ID]
		l.silent = true
		for id, c := range l.checks {
			c.SetChecked(slices.Contains(d.Instruments, id))
		}
		l.silent = false
		l.mode.Set(d.Mode)
	}
}

func (g *grid) name(d hearing.Delivery) string { return g.p.option(d.Organisation + d.Person).Name }

func (g *grid) build(a hearing.Announcement, papers []hearing.Instrument) {
	g.box.RemoveAll()
	g.lines = map[hearing.ID]*gridLine{}
	if len(papers) == 0 {
		g.box.Add(g.noPapers(a))
	}
	if len(a.Deliveries) == 0 {
		g.box.Add(look.Hint(words.T("还没有受送达人。案件里的被监督行政机关会自动列出，也可以在上面添加。")))
		return
	}
	head := []fyne.CanvasObject{small(words.T("受送达人"))}
	for _, i := range papers {
		l := look.Hint(g.p.paper(i))
		l.Alignment = fyne.TextAlignCenter
		head = append(head, l)
	}
	g.box.Add(container.New(gridLayout{}, append(head, small(words.T("送达方式")), narrow())...))
	for _, d := range a.Deliveries {
		g.box.Add(container.New(gridLayout{}, g.line(d, papers)...))
	}
}

// paper names an instrument by its number, or as the law calls its kind on the
// day of its decision.
func (p *page) paper(i hearing.Instrument) string {
	switch {
	case i.Number != "":
		return i.Number
	case i.Title != "":
		return i.Title
	}
	book, err := p.sh.Book()
	if err != nil {
		return words.Of(i.Kind) // the error was said when the findings were made
	}
	on := i.DecidedOn
	if on.IsZero() {
		on = p.today()
	}
	var types []hearing.CaseType
	for _, c := range p.dossier.Cases {
		if c.ID == i.Case {
			types = append(types, c.Type)
		}
	}
	return words.Term(book.Called(p.dossier.Office, i.Kind, on, types...))
}

func (g *grid) line(d hearing.Delivery, papers []hearing.Instrument) []fyne.CanvasObject {
	name := widget.NewLabel(g.name(d))
	name.Truncation = fyne.TextTruncateEllipsis
	l := &gridLine{checks: map[hearing.ID]*widget.Check{}}
	g.lines[d.ID] = l
	out := []fyne.CanvasObject{name}
	for _, i := range papers {
		c := widget.NewCheck("", func(on bool) {
			if !l.silent {
				g.tick(d.ID, i.ID, on)
			}
		})
		l.checks[i.ID] = c
		out = append(out, container.NewCenter(c))
	}
	l.mode = field.NewChoice(hearing.DeliveryModes, d.Mode, func(m hearing.DeliveryMode) {
		g.change(d.ID, func(d *hearing.Delivery) { d.Mode = m })
		g.p.form.Show()
	})
	remove := look.Quiet("", theme.ContentRemoveIcon(), func() {
		g.p.recipients(func(a hearing.Announcement) hearing.Announcement { return Without(a, d.ID) })
		g.p.sh.Say(words.T("已移除“{{.Name}}”，可用 Ctrl+Z 撤销", map[string]string{"Name": g.name(d)}))
	})
	if g.p.e.Barred("deliveries") != nil {
		for _, o := range append(out, l.mode.Object(), remove) {
			field.Still(o)
		}
	}
	return append(out, l.mode.Object(), remove)
}

func (g *grid) change(id hearing.ID, change func(*hearing.Delivery)) {
	g.p.e.Change("deliveries", func(a *hearing.Announcement) {
		for i := range a.Deliveries {
			if a.Deliveries[i].ID == id {
				change(&a.Deliveries[i])
			}
		}
	})
}

func (g *grid) tick(delivery, paper hearing.ID, on bool) {
	g.change(delivery, func(d *hearing.Delivery) {
		d.Instruments = slices.DeleteFunc(slices.Clone(d.Instruments), func(x hearing.ID) bool { return x == paper })
		if on {
			d.Instruments = append(d.Instruments, paper)
		}
	})
}

// noPapers leads to where papers are entered.
func (g *grid) noPapers(a hearing.Announcement) fyne.CanvasObject {
	if len(a.Cases) == 0 {
		return look.Hint(words.T("先在“安排”里选案件，这里列出案件的法律文书。"))
	}
	add := widget.NewButton(words.T("到案件里登记文书"), func() { g.p.sh.Go(shell.Place{Kind: shell.Cases, ID: a.Cases[0]}) })
	return container.NewBorder(nil, nil, nil, add, look.Hint(words.T("案件还没有登记法律文书（如检察建议书）。登记文号和决定日期后，在这里勾选送给谁。")))
}
