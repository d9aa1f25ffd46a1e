package people

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/roster"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// units is the tab of organisations.
type units struct {
	*directory.Directory[hearing.Organisation]
	sh   *shell.Shell
	desk Desk
}

// export gives out the list as it is shown.
func (u *units) export() { roster.ExportUnits(u.sh, u.desk, u.Query()) }

// newUnits returns the tab of organisations.
func newUnits(sh *shell.Shell, desk Desk) tab {
	d := directory.New(sh, directory.Records[hearing.Organisation]{
		Drafts: desk,
		Source: edit.Source[hearing.Organisation]{Load: desk.Organisation, Save: desk.SaveOrganisation, Version: func(o *hearing.Organisation) *hearing.Version { return &o.Version }},
		Noun:   hearing.NounOrganisation,
		New:    func(id hearing.ID) hearing.Organisation { return hearing.Organisation{ID: id} },
		List: func(ctx context.Context, part string) ([]directory.Item, error) {
			found, err := desk.Organisations(ctx, part, directory.Most)
			out := make([]directory.Item, len(found))
			for i, o := range found {
				out[i] = directory.Item{ID: o.ID, Row: look.Row{Title: o.Name, Detail: strings.TrimSpace(words.Of(o.Kind) + " " + o.Region)}}
			}
			return out, err
		},
		Delete: desk.DeleteOrganisation,
		Place:  func(id hearing.ID) shell.Place { return shell.Place{Kind: shell.People, Tab: tabOrganisations, ID: id} },
		Words: directory.Words{Title: words.T("单位"), New: words.T("新建单位"), Search: words.T("单位名称或拼音首字母"),
			Empty: words.T("行政机关、公证处、其他检察院等列在这里。"), Choose: words.T("请从左边选择单位，或新建单位。"), Draft: words.T("未命名单位")},
	})
	f := d.Form
	name := field.Section("",
		f.Text("name", words.T("单位全称"), "", func(o *hearing.Organisation) *string { return &o.Name }),
		f.Text("short", words.T("简称"), "", func(o *hearing.Organisation) *string { return &o.Short }),
		form.Choice(f, "kind", words.T("单位类别"), hearing.OrganisationKinds, func(o *hearing.Organisation) *hearing.OrganisationKind { return &o.Kind }),
		form.Choice(f, "level", words.T("级别"), form.OrNone(hearing.Levels), func(o *hearing.Organisation) *hearing.Level { return &o.Level }),
		f.Text("region", words.T("地区"), words.T("如：澄河区"), func(o *hearing.Organisation) *string { return &o.Region }),
		f.Text("licence", words.T("执业许可证号"), words.T("公证处、律师事务所"), func(o *hearing.Organisation) *string { return &o.Licence }))
	contact := field.Section("",
		f.Text("code", words.T("信用代码"), words.T("统一社会信用代码"), func(o *hearing.Organisation) *string { return &o.Code }),
		f.Text("head", words.T("负责人"), "", func(o *hearing.Organisation) *string { return &o.Head }),
		f.Text("phone", words.T("电话"), "", func(o *hearing.Organisation) *string { return &o.Phone }),
		f.Text("address", words.T("地址"), words.T("送达地址"), func(o *hearing.Organisation) *string { return &o.Address }),
		f.Text("postcode", words.T("邮编"), "", func(o *hearing.Organisation) *string { return &o.Postcode }),
		f.Pick("parent", words.T("上级单位"), words.T("可不填"), form.ToOrganisation(desk, sh.NewID, hearing.Agency), sh.Fail, func(o *hearing.Organisation) *hearing.ID { return &o.Parent }))
	note := f.Note("note", words.T("备注"), "", 2, func(o *hearing.Organisation) *string { return &o.Note })
	sessions := directory.NewSessions(sh, hearing.NounOrganisation, words.T("还没有参加过听证会或宣告送达。"), desk.EntriesOf)
	part := container.NewVBox(directory.Part(words.T("参加的听证会与宣告送达")), sessions.Box)
	d.SetTabs(switcher(sh, tabOrganisations))
	in := sh.For(hearing.NounOrganisation, look.Quiet(words.T("导入名册…"), theme.DownloadIcon(), func() { sh.Go(shell.Place{Kind: shell.Roster, New: true, Tab: tabOrganisations}) }))
	u := &units{d, sh, desk}
	d.SetFilter(container.NewGridWithColumns(2, in, sh.ForDeed(hearing.GiveOut, look.Quiet(words.T("导出名册…"), theme.UploadIcon(), u.export))))
	d.SetForm(f.Bar(), f.Control("name"), field.Columns(name, contact), note, part)
	d.Later(part, sessions.Show)
	trail.Under(d, sh, hearing.NounOrganisation, desk)
	return u
}
