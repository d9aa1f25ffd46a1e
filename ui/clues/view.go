// Package clues is the page of the clues (线索): what came from 12345, from
// volunteers, patrols and comparisons, and what became of each.
package clues

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// A page is the list of clues with the form of one.
type page struct {
	*directory.Directory[hearing.Clue]
	sh     *shell.Shell
	desk   Desk
	source hearing.Source    // which are listed; empty: of any
	state  hearing.ClueState // likewise
	seen   hearing.Clue      // as the form showed it last
	filed  *fyne.Container   // the cases of the open clue
	moved  []fyne.CanvasObject
	why    []fyne.CanvasObject
	office hearing.Office // whose rules judge it
}

// New returns the page of the clues.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &page{sh: sh, desk: desk, filed: container.NewVBox()}
	p.Directory = directory.New(sh, directory.Records[hearing.Clue]{
		Drafts: desk,
		Source: edit.Source[hearing.Clue]{Load: desk.Clue, Save: desk.SaveClue, Version: func(c *hearing.Clue) *hearing.Version { return &c.Version }},
		Noun:   hearing.NounClue,
		New:    func(id hearing.ID) hearing.Clue { return begin(id, p.source, p.today()) },
		List:   p.list,
		Delete: desk.DeleteClue,
		Place:  func(id hearing.ID) shell.Place { return shell.Place{Kind: shell.Clues, ID: id} },
		Words: directory.Words{Title: words.T("线索"), New: words.T("登记线索"), Search: words.T("内容、地点、工单号或提供人"),
			Empty: words.T("12345工单、志愿者和群众反映、数据比对、巡查发现的线索登记在这里，可以一键立为案件。"), Choose: words.T("请从左边选择线索，或登记线索。"), Draft: words.T("未写内容的线索")},
	})
	p.SetTabs(directory.Matters(sh, shell.Clues))
	p.SetFilter(p.filter())
	p.layout()
	p.follow()
	trail.Under(p.Directory, sh, hearing.NounClue, desk)
	return p
}

func (p *page) today() calendar.Date { return p.sh.Day(words.Zone()) }

// filter is the choice of what is listed.
func (p *page) filter() fyne.CanvasObject {
	source := choose(words.T("全部来源"), hearing.Sources, func(s hearing.Source) { p.source = s; p.Read() })
	state := choose(words.T("全部状态"), hearing.ClueStates, func(s hearing.ClueState) { p.state = s; p.Read() })
	return container.NewGridWithColumns(2, source, state)
}

// choose is a choice among coded values, the first being any of them.
func choose[C field.Coded](any string, values []C, do func(C)) fyne.CanvasObject {
	names := []string{any}
	for _, v := range values {
		names = append(names, words.Of(v))
	}
	sel := widget.NewSelect(names, nil)
	sel.SetSelectedIndex(0)
	sel.OnChanged = func(string) {
		var v C
		if i := sel.SelectedIndex(); i > 0 {
			v = values[i-1]
		}
		do(v)
	}
	return sel
}

func (p *page) list(ctx context.Context, part string) ([]directory.Item, error) {
	found, err := p.desk.Clues(ctx, p.source, p.state, part, directory.Most)
	out := make([]directory.Item, len(found))
	for i, c := range found {
		out[i] = directory.Item{ID: c.ID, Row: look.Row{Title: c.Called(), Detail: detail(c), Right: words.Of(c.State)}}
		if !c.State.Decided() {
			out[i].Row.Weight = widget.HighImportance
		}
	}
	return out, err
}

func (p *page) layout() {
	f := p.Form
	what := field.Section("",
		form.Choice(f, "source", words.T("线索来源"), hearing.Sources, func(c *hearing.Clue) *hearing.Source { return &c.Source }),
		f.Text("number", words.T("工单号"), words.T("12345工单号或来源方的编号"), func(c *hearing.Clue) *string { return &c.Number }),
		f.Date("came_on", words.T("收到日期"), func(c *hearing.Clue) *calendar.Date { return &c.CameOn }),
		form.Choice(f, "domain", words.T("公益诉讼领域"), form.OrNone(hearing.Domains), func(c *hearing.Clue) *hearing.Domain { return &c.Domain }))
	who := field.Section("",
		f.Pick("person", words.T("提供人"), words.T("志愿者、群众；不进入对外文书"), form.ToPerson(p.desk, p.sh.NewID, hearing.Person{}), p.sh.Fail, func(c *hearing.Clue) *hearing.ID { return &c.Person }),
		f.Pick("organisation", words.T("提供单位"), "", form.ToOrganisation(p.desk, p.sh.NewID, hearing.Agency), p.sh.Fail, func(c *hearing.Clue) *hearing.ID { return &c.Organisation }),
		f.Text("giver", words.T("或写姓名"), words.T("不建人员记录时填写，如：住户陶某"), func(c *hearing.Clue) *string { return &c.Giver }),
		f.Date("told_on", words.T("反馈日期"), func(c *hearing.Clue) *calendar.Date { return &c.ToldOn }))
	text := field.Section("",
		f.Note("text", words.T("线索内容"), words.T("第一句话就是线索的名称"), 5, func(c *hearing.Clue) *string { return &c.Text }),
		f.Lines("places", words.T("涉及地点"), words.T("小区，或街道和门牌"), func(c *hearing.Clue) *[]string { return &c.Places }),
		f.Lines("attachments", words.T("附件"), words.T("照片、扫描件的名称或编号"), func(c *hearing.Clue) *[]string { return &c.Attachments }))
	note := f.Note("note", words.T("备注"), "", 2, func(c *hearing.Clue) *string { return &c.Note })
	p.SetForm(f.Bar(), f.Control("text"), field.Columns(what, who), text, directory.Part(words.T("评估与决定"), p.fileButton()), p.decision(), note)
}

// follow judges the clue whenever it was saved, and shows what its state asks for.
func (p *page) follow() {
	state := p.Form.OnState
	p.Form.OnState = func(st edit.State) {
		state(st)
		if st.Phase == edit.Saved {
			p.judge()
		}
	}
	p.Form.Follow(p.shown)
	says := &field.Remedy{Today: p.today, Basis: func(f hearing.Finding) hearing.Basis {
		book, err := p.sh.Book()
		if err != nil {
			return hearing.Basis{} // said when the findings were made
		}
		return book.Basis(p.office, f)
	}}
	for _, name := range judged {
		p.Form.Control(name).Mend(says)
	}
}

// judged are the fields of which the rules say something.
var judged = []string{"state", "told_on"}

// judge shows beside the fields what the rules say of the open clue.
func (p *page) judge() {
	c := p.Form.Editor.Value()
	var found []hearing.Finding
	var office hearing.Office
	p.sh.Work.Do(func(ctx context.Context) error {
		var err error
		if office, err = p.desk.Office(ctx); err != nil {
			return err
		}
		var book *rules.Book
		if book, err = p.sh.Book(); err == nil {
			found = book.CheckClue(office, c, p.sh.Now().In(words.Zone()), words.Language())
		}
		return err
	}, func(err error) {
		if err != nil || c.ID != p.Form.Editor.ID() {
			p.sh.Fail(err)
			return
		}
		p.office = office
		by := map[string][]hearing.Finding{}
		for _, f := range found {
			by[f.Field] = append(by[f.Field], f)
		}
		for _, name := range judged {
			p.Form.Control(name).SetFindings(by[name])
		}
		p.Settle()
	})
}
