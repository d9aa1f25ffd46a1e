package drawing

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A Page is where officers are drawn. It stands in the place of the tab that
// opened it.
type Page struct {
	sh   *shell.Shell
	s    *sitting.Sitting
	desk Desk

	object *fyne.Container
	body   *fyne.Container
	setup  *setup
	result *result
	m      *Model
	of     hearing.ID // the hearing that the model is of
}

// New returns the page of a sitting; back is called when the user goes back.
func New(sh *shell.Shell, s *sitting.Sitting, desk Desk, back func()) *Page {
	p := &Page{sh: sh, s: s, desk: desk, m: NewModel(), body: container.NewStack()}
	p.setup, p.result = newSetup(p), newResult(p)
	head := container.NewBorder(nil, nil, look.Quiet(words.T("返回参加人"), theme.NavigateBackIcon(), back), nil, look.Subheading(words.T("抽选听证员")))
	p.object = container.NewBorder(head, nil, nil, nil, p.body)
	s.OnShow(p.again)
	return p
}

// Object returns what is drawn.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Open shows the last draw of the hearing, or prepares the first.
func (p *Page) Open() {
	if len(p.s.Value().Draws) > 0 {
		p.showResult(len(p.s.Value().Draws) - 1)
		return
	}
	p.prepare()
}

// prepare reads the pool and shows who takes part.
func (p *Page) prepare() {
	id := p.s.ID()
	if id != p.of {
		p.m, p.of = NewModel(), id
		p.m.Operator = p.s.Option(p.s.Value().Recorder).Name
		p.m.Notary = p.notary()
	}
	var pool hearing.OfficerPool
	var found, said map[hearing.ID][]hearing.Finding
	p.sh.Work.Flush() // the rules judge what is in the file
	p.sh.Work.Do(func(ctx context.Context) error {
		book, err := p.sh.Book()
		if err != nil {
			return err
		}
		if pool, err = p.desk.Pool(ctx, id); err != nil {
			return err
		}
		found = book.Fit(pool, p.sh.Now(), "zh") // as the record says it
		said = book.Fit(pool, p.sh.Now(), words.Language())
		return nil
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		if id != p.s.ID() {
			return // another hearing is open by now
		}
		p.m.Said = said
		p.m.Read(pool, found, p.s.Today(), p.s.Zone())
		p.put(p.setup.object)
		p.setup.show()
		p.setup.officers.Focus()
	})
}

// notary is who supervises the draw, where the hearing says so.
func (p *Page) notary() string {
	h := p.s.Value()
	for _, m := range h.Notary {
		if who, ok := h.Participant(m.Notary); ok && m.Kind == hearing.MatterSupervision {
			name := p.s.Option(who.Person).Name
			if house := p.s.Option(who.Organisation).Name; house != "" {
				name = words.T("{{.What}}（{{.Which}}）", map[string]string{"What": name, "Which": house})
			}
			return name
		}
	}
	return ""
}

func (p *Page) put(o fyne.CanvasObject) {
	p.body.Objects = []fyne.CanvasObject{o}
	p.body.Refresh()
}

func (p *Page) showResult(i int) {
	p.put(p.result.object)
	p.result.open(i)
}

// again shows what an undo left of the draws.
func (p *Page) again() {
	if len(p.body.Objects) == 0 || !p.object.Visible() {
		return
	}
	if p.body.Objects[0] == p.result.object {
		if len(p.s.Value().Draws) == 0 || p.s.ID() != p.result.of {
			p.body.RemoveAll()
			p.Open()
			return
		}
		p.result.show()
	}
}
