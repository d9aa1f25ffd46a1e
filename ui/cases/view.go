// Package cases is the page of the cases (案件): what a hearing is about, who
// the parties are, and what was decided and served.
package cases

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
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

// A page is the list of cases with the form of one.
type page struct {
	*directory.Directory[hearing.Case]
	sh       *shell.Shell
	desk     Desk
	parties  *form.List[hearing.Case, hearing.Party]
	steps    *steps
	sessions *directory.Sessions
	mandates *directory.Mandates
	papers   *papers
	clues    *clues
	later    *fyne.Container // what needs a case that is stored

	file     hearing.CaseFile // as it was read last
	book     *rules.Book      // what it was judged by
	bind     Proof            // into one PDF
	findings []hearing.Finding
	awaited  string // key of the finding to lead to once it is read
	reading  int    // counts the readings of the file: a late one is dropped
	own      own
	found    *field.Findings // what no field causes
	verdict  *field.Verdict
}

// New returns the page of the cases.
func New(sh *shell.Shell, desk Desk, bind Proof) shell.Page {
	p := &page{sh: sh, desk: desk, bind: bind}
	p.Directory = directory.New(sh, directory.Records[hearing.Case]{
		Drafts: desk,
		Source: edit.Source[hearing.Case]{Load: desk.Case, Save: desk.SaveCase, Version: func(c *hearing.Case) *hearing.Version { return &c.Version }},
		Noun:   hearing.NounCase,
		New:    func(id hearing.ID) hearing.Case { return hearing.Case{ID: id} },
		List:   p.list,
		Delete: desk.DeleteCase,
		Place:  func(id hearing.ID) shell.Place { return shell.Place{Kind: shell.Cases, ID: id} },
		Words: directory.Words{Title: words.T("案件"), New: words.T("新建案件"), Search: words.T("案由、拼音首字母或案号"),
			Empty: words.T("录入的案件列在这里。听证会和宣告送达都从案件开始。"), Choose: words.T("请从左边选择案件，或新建案件。"), Draft: words.T("未命名案件")},
	})
	p.found = field.NewFindings(p.remedy())
	p.verdict = field.NewVerdict(func(f hearing.Finding) { p.toField(f) })
	p.sessions = directory.NewSessions(sh, hearing.NounCase, words.T("还没有为这个案件安排听证会或宣告送达。"), desk.EntriesOf)
	p.mandates = directory.NewMandates(sh, hearing.NounCase, desk.Mandates)
	p.papers = newPapers(p)
	p.clues = newClues(p)
	p.SetTabs(directory.Matters(sh, shell.Cases))
	p.layout()
	p.follow()
	p.Later(p.later, func(id hearing.ID) {
		p.sessions.Show(id)
		p.papers.show(id)
		p.clues.show(id)
	})
	trail.Under(p.Directory, sh, hearing.NounCase, desk, p.held)
	return p
}

// held are the instruments of a case, whose changes are listed with its own.
func (p *page) held(ctx context.Context, id hearing.ID) ([]hearing.Reference, error) {
	list, err := p.desk.Instruments(ctx, id)
	var out []hearing.Reference
	for _, i := range list {
		out = append(out, hearing.Reference{Noun: hearing.NounInstrument, ID: i.ID})
	}
	return out, err
}

// follow judges the case anew whenever it was saved.
func (p *page) follow() {
	show, state := p.Form.OnShow, p.Form.OnState
	p.Form.OnShow = func() {
		if p.file.Case.ID != p.Form.Editor.ID() {
			p.findings = nil
			p.judged(true)
		}
		show()
	}
	p.Form.OnState = func(st edit.State) {
		c := p.Form.Editor.Value()
		p.steps.seen.Store(&c)
		state(st)
		if st.Phase == edit.Saved {
			p.judge()
		}
	}
}

// TakeBack takes back what was typed into the case or into its instruments.
func (p *page) TakeBack() bool { return p.papers.takeBack() || p.Directory.TakeBack() }

// Show opens the case of a place, and leads to the finding that it names.
func (p *page) Show(at shell.Place) {
	p.awaited = at.Finding
	p.Directory.Show(at)
}

func (p *page) list(ctx context.Context, part string) ([]directory.Item, error) {
	found, err := p.desk.Cases(ctx, part, directory.Most)
	if err != nil {
		return nil, err
	}
	names := map[hearing.ID]string{}
	out := make([]directory.Item, len(found))
	for i, c := range found {
		if _, known := names[c.Handler]; !known && c.Handler != "" {
			person, err := p.desk.Person(ctx, c.Handler)
			if err != nil {
				return nil, err
			}
			names[c.Handler] = person.Name
		}
		out[i] = directory.Item{ID: c.ID, Row: look.Row{Title: c.Cause, Detail: detail(c, names[c.Handler])}}
	}
	return out, nil
}

func (p *page) layout() {
	f := p.Form
	prosecutor := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{Rank: hearing.Prosecutor})
	usual := field.Section("",
		form.Choice(f, "type", words.T("案件类型"), hearing.CaseTypes, func(c *hearing.Case) *hearing.CaseType { return &c.Type }),
		f.Note("cause", words.T("案由"), words.T("印在通知书上，如：某某小区消防通道堵塞行政公益诉讼案"), 2, func(c *hearing.Case) *string { return &c.Cause }),
		f.Note("public_cause", words.T("公告用案由"), words.T("公开听证公告上用；不填则自动隐去当事人姓名"), 2, func(c *hearing.Case) *string { return &c.PublicCause }),
		f.Pick("handler", words.T("承办检察官"), "", prosecutor, p.sh.Fail, func(c *hearing.Case) *hearing.ID { return &c.Handler }),
		f.Pick("lead", words.T("主办检察官"), words.T("办案组的主办，可不填"), prosecutor, p.sh.Fail, func(c *hearing.Case) *hearing.ID { return &c.Lead }))
	numbers := field.Section("",
		f.Text("number", words.T("系统案号"), words.T("检察业务应用系统中的案号"), func(c *hearing.Case) *string { return &c.Number }),
		f.Text("accept_number", words.T("部门受案号"), "", func(c *hearing.Case) *string { return &c.AcceptNumber }),
		field.RowOf(words.T("所在系统"), f.Tick("petition", words.T("信访系统案件"), func(c *hearing.Case) *bool { return &c.Petition })),
		f.Date("filed_on", words.T("立案日期"), func(c *hearing.Case) *calendar.Date { return &c.FiledOn }),
		f.Date("due_on", words.T("办案期限"), func(c *hearing.Case) *calendar.Date { return &c.DueOn }),
		form.Choice(f, "domain", words.T("公益诉讼领域"), form.OrNone(hearing.Domains), func(c *hearing.Case) *hearing.Domain { return &c.Domain }))
	closed := field.Section("",
		form.Chips(f, "secrets", words.T("不公开事由"), hearing.Secrets, func(c *hearing.Case) *[]hearing.Secret { return &c.Secrets }),
		field.RowOf(words.T("特殊情形"), container.NewHBox(
			f.Tick("minor", words.T("涉未成年人"), func(c *hearing.Case) *bool { return &c.Minor }),
			f.Tick("serious", words.T("有重大社会影响"), func(c *hearing.Case) *bool { return &c.Serious }))))
	facts := field.Section("",
		f.Lines("places", words.T("涉案地点"), words.T("小区，或街道和门牌；住在那里的听证员会提示核实"), func(c *hearing.Case) *[]string { return &c.Places }),
		f.Note("facts", words.T("基本案情"), "", 6, func(c *hearing.Case) *string { return &c.Facts }))
	points := field.Section("",
		f.Lines("issues", words.T("争议焦点"), words.T("写一条，按 Enter 写下一条"), func(c *hearing.Case) *[]string { return &c.Issues }),
		f.Lines("laws", words.T("适用规定"), words.T("写一条，按 Enter 写下一条"), func(c *hearing.Case) *[]string { return &c.Laws }))
	source := field.Section("",
		form.Choice(f, "source", words.T("线索来源"), form.OrNone(hearing.Sources), func(c *hearing.Case) *hearing.Source { return &c.Source }),
		f.Text("source_note", words.T("来源说明"), words.T("如热线工单号"), func(c *hearing.Case) *string { return &c.SourceNote }),
		f.Words("tags", words.T("案件标签"), words.T("几个标签之间用顿号隔开"), func(c *hearing.Case) *[]string { return &c.Tags }),
		f.Note("note", words.T("备注"), "", 2, func(c *hearing.Case) *string { return &c.Note }))
	parties := p.partySection()
	agents := container.NewVBox(p.mandates.Part)
	p.Later(agents, p.mandates.Show)
	p.steps = newSteps(p)
	p.later = container.NewVBox(p.sessionSection(), p.papers.object, p.clues.object)
	p.SetForm(f.Bar(), f.Control("cause"), field.Columns(usual, numbers), closed, parties, agents, p.steps.object, p.later, directory.Part(words.T("案情")), field.Columns(facts, source), points)
}

func (p *page) sessionSection() fyne.CanvasObject {
	begin := func(k shell.Kind) func() {
		return func() { p.sh.Go(shell.Place{Kind: k, New: true, Case: p.Form.Editor.ID()}) }
	}
	return container.NewVBox(directory.Part(words.T("听证会与宣告送达"),
		p.sh.To(shell.Place{Kind: shell.Hearing, New: true}, widget.NewButtonWithIcon(words.T("新建听证会"), theme.ContentAddIcon(), begin(shell.Hearing))),
		p.sh.To(shell.Place{Kind: shell.Announcement, New: true}, widget.NewButtonWithIcon(words.T("新建宣告送达"), theme.ContentAddIcon(), begin(shell.Announcement)))), p.sessions.Box)
}
