// Package patrols is the page of the patrols (河(湖)长+检察长 巡查): agreements,
// their plans, the visits that were made, and what they found.
package patrols

import (
	"context"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// A page is the list of patrols with the form of one.
type page struct {
	*directory.Directory[hearing.Patrol]
	sh     *shell.Shell
	desk   Desk
	visits *form.List[hearing.Patrol, hearing.PatrolVisit]
	plan   *widget.Label
}

// New returns the page of the patrols.
func New(sh *shell.Shell, desk Desk) shell.Page {
	p := &page{sh: sh, desk: desk, plan: look.Hint("")}
	p.plan.Wrapping = words.Wrap()
	p.Directory = directory.New(sh, directory.Records[hearing.Patrol]{
		Drafts: desk,
		Source: edit.Source[hearing.Patrol]{Load: desk.Patrol, Save: desk.SavePatrol, Version: func(v *hearing.Patrol) *hearing.Version { return &v.Version }},
		Noun:   hearing.NounPatrol,
		New: func(id hearing.ID) hearing.Patrol {
			return hearing.Patrol{ID: id, Rhythm: hearing.Monthly, From: p.today()}
		},
		List:   p.list,
		Delete: desk.DeletePatrol,
		Place:  func(id hearing.ID) shell.Place { return shell.Place{Kind: shell.Patrols, ID: id} },
		Words: directory.Words{Title: words.T("巡查"), New: words.T("新建巡查"), Search: words.T("名称、协作机制或水域"),
			Empty: words.T("河(湖)长+检察长等联合巡查的计划列在这里；到期的巡查会出现在“今日”。"), Choose: words.T("请从左边选择巡查，或新建巡查。"), Draft: words.T("未命名巡查")},
	})
	p.SetTabs(directory.Matters(sh, shell.Patrols))
	p.layout()
	trail.Under(p.Directory, sh, hearing.NounPatrol, desk)
	return p
}

func (p *page) today() calendar.Date { return p.sh.Day(words.Zone()) }

func (p *page) list(ctx context.Context, part string) ([]directory.Item, error) {
	found, err := p.desk.Patrols(ctx, part, directory.Most)
	out := make([]directory.Item, len(found))
	for i, x := range found {
		out[i] = directory.Item{ID: x.ID, Row: look.Row{Title: x.Title, Detail: detail(x, p.today())}}
		if len(x.Owed(p.today().AddDays(-1))) > 0 {
			out[i].Row.Right, out[i].Row.Weight = words.T("有未记录的"), widget.WarningImportance
		}
	}
	return out, err
}

func (p *page) layout() {
	f := p.Form
	person := func(rank hearing.Rank) form.Ref { return form.ToPerson(p.desk, p.sh.NewID, hearing.Person{Rank: rank}) }
	who := field.Section("",
		f.Text("title", words.T("巡查名称"), words.T("如：澄河河长+检察长联合巡查"), func(v *hearing.Patrol) *string { return &v.Title }),
		f.Pick("river_chief", words.T("河(湖)长"), "", person(""), p.sh.Fail, func(v *hearing.Patrol) *hearing.ID { return &v.RiverChief }),
		f.Pick("procurator", words.T("检察长"), "", person(hearing.Prosecutor), p.sh.Fail, func(v *hearing.Patrol) *hearing.ID { return &v.Procurator }),
		f.Words("waters", words.T("水域、地点"), words.T("几处之间用顿号隔开"), func(v *hearing.Patrol) *[]string { return &v.Waters }))
	when := field.Section("",
		form.Choice(f, "rhythm", words.T("巡查频次"), hearing.Rhythms, func(v *hearing.Patrol) *hearing.Rhythm { return &v.Rhythm }),
		f.Number("weeks", words.T("每几周"), words.T("选“每几周一次”时填写"), func(v *hearing.Patrol) *int { return &v.Weeks }),
		f.Date("from", words.T("首次日期"), func(v *hearing.Patrol) *calendar.Date { return &v.From }),
		f.Date("until", words.T("截止日期"), func(v *hearing.Patrol) *calendar.Date { return &v.Until }))
	agreement := field.Section("",
		f.Text("agreement", words.T("协作机制"), words.T("文件名称，如：关于建立河长+检察长协作机制的意见"), func(v *hearing.Patrol) *string { return &v.Agreement }),
		f.Date("signed_on", words.T("签订日期"), func(v *hearing.Patrol) *calendar.Date { return &v.SignedOn }),
		f.Custom("partners", words.T("协作单位"), p.partners(), func(hearing.Patrol) {}))
	note := f.Note("note", words.T("备注"), "", 2, func(v *hearing.Patrol) *string { return &v.Note })
	p.visits = form.NewList(f, "visits", func(v *hearing.Patrol) *[]hearing.PatrolVisit { return &v.Visits },
		func(v hearing.PatrolVisit) string { return string(v.ID) }, p.visit)
	add := look.Primary(words.T("记录巡查"), theme.ContentAddIcon(), p.add)
	f.Editor.Allow("visits", add)
	f.Follow(func(v hearing.Patrol) { p.plan.SetText(plan(v, p.sh.Days, p.today())) })
	p.SetForm(f.Bar(), f.Control("title"), field.Columns(who, when), agreement, directory.Part(words.T("巡查记录"), add), p.plan, p.visits.Box, note)
}

// partners is the field of the units that signed the agreement.
func (p *page) partners() field.Control {
	names := map[hearing.ID]string{}
	picks := field.NewPicks(p.sh.Work, lookup.FindOrganisations(p.desk), nil, func(all []field.Option) {
		var ids []hearing.ID
		for _, o := range all {
			names[o.ID] = o.Name
			ids = append(ids, o.ID)
		}
		p.Form.Editor.Change("partners", func(v *hearing.Patrol) { v.Partners = ids })
	}, nil)
	p.Form.Follow(func(v hearing.Patrol) {
		all := make([]field.Option, len(v.Partners))
		p.sh.Work.Do(func(ctx context.Context) error {
			for i, id := range v.Partners {
				o, err := p.desk.Organisation(ctx, id)
				if err != nil {
					return err
				}
				all[i] = field.Option{ID: id, Name: o.Name}
			}
			return nil
		}, func(err error) {
			if err != nil || p.Form.Editor.ID() != v.ID {
				p.sh.Fail(err)
				return
			}
			picks.Set(all)
		})
	})
	return picks
}

// add records the visit that is owed, or comes next.
func (p *page) add() {
	v := newVisit(p.Form.Editor.Value(), p.sh.NewID(), p.today())
	p.visits.Add(v)
	p.plan.SetText(plan(p.Form.Editor.Value(), p.sh.Days, p.today()))
	p.Settle()
}
