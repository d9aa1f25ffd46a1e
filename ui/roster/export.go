package roster

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Source is what is needed of the file to give a list of people or organisations
// out.
type Source interface {
	Organisations(ctx context.Context, part string, most int) ([]hearing.Organisation, error)
	Listing(ctx context.Context, facet hearing.Facet, part string, most int) ([]hearing.Listed, error)
	NoteTaken(ctx context.Context, noun, what string) error
}

// An Outgoing is a list of people, or of organisations, that is to be given out.
type Outgoing struct {
	Name   string // whom it is of
	People []hearing.Listed
	Units  []hearing.Organisation
	All    []hearing.Organisation // those that units can be subject to
	CSV    bool
	Full   bool // with whole identity numbers
}

// File is the name that a file of it gets.
func (o Outgoing) File(day string) string {
	name := words.T("{{.Kind}}名册 {{.Day}}", map[string]string{"Kind": o.Name, "Day": day})
	if o.CSV {
		return name + ".csv"
	}
	return name + ".xlsx"
}

// Write makes the file, and notes that it was given out: first, since what cannot
// be noted is not given out.
func (o Outgoing) Write(ctx context.Context, sh *shell.Shell, desk Source) ([]byte, error) {
	noun, n := hearing.NounPerson, len(o.People)
	table := roster.Table(o.People, o.Full, sh.Day(words.Zone()), words.Term)
	if o.Units != nil {
		noun, n = hearing.NounOrganisation, len(o.Units)
		table = roster.UnitTable(o.Units, o.All, words.Term)
	}
	data, err := sheetfile.Write(o.File(""), table)
	if err != nil {
		return nil, err
	}
	return data, desk.NoteTaken(ctx, noun, words.RosterTaken(o.Name, o.Units != nil, n, o.Full))
}

// Export asks how the list of people that is shown is to be given out, and where
// to, and writes it.
func Export(sh *shell.Shell, desk Source, facet hearing.Facet, part string) {
	o := Outgoing{Name: words.T("全部人员")}
	if facet != "" {
		o.Name = words.Of(facet)
	}
	export(sh, desk, &o, func(ctx context.Context) (err error) {
		o.People, err = desk.Listing(ctx, facet, part, everybody)
		return err
	})
}

// ExportUnits does the same with the list of organisations.
func ExportUnits(sh *shell.Shell, desk Source, part string) {
	o := Outgoing{Name: words.T("单位")}
	export(sh, desk, &o, func(ctx context.Context) (err error) {
		if o.Units, err = desk.Organisations(ctx, part, everybody); err == nil {
			o.All, err = desk.Organisations(ctx, "", everybody)
		}
		return err
	})
}

func export(sh *shell.Shell, desk Source, o *Outgoing, read func(context.Context) error) {
	sh.Work.Do(read, func(err error) {
		switch {
		case err != nil:
			sh.Fail(err)
		case len(o.People)+len(o.Units) == 0:
			sh.Say(words.T("列表是空的，没有什么可以导出。"))
		default:
			ask(sh, desk, o)
		}
	})
}

// ask is the dialog of how.
func ask(sh *shell.Shell, desk Source, o *Outgoing) {
	formats := []string{words.T("Excel 表格（XLSX）"), words.T("CSV（逗号分隔）")}
	format := widget.NewRadioGroup(formats, func(s string) { o.CSV = s == formats[1] })
	format.Horizontal, format.Required = true, true
	format.SetSelected(formats[0])
	full := widget.NewCheck(words.T("写出完整的证件号码"), func(on bool) { o.Full = on })
	values := map[string]any{"Kind": o.Name, "N": len(o.People) + len(o.Units)}
	what := widget.NewLabel(words.T("导出当前列表：{{.Kind}}，{{.N}} 人。", values))
	hint := look.Hint(words.T("不勾选时证件号码只留首尾。谁在何时导出了什么，会记入修改记录。改好后可以再导入回来。"))
	if o.Units != nil {
		what.SetText(words.T("导出当前列表：{{.N}} 个单位。", values))
		hint.SetText(words.T("谁在何时导出了什么，会记入修改记录。改好后可以再导入回来。"))
		full.Hide()
	}
	d := dialog.NewCustomConfirm(words.T("导出名册"), words.T("选择存到哪里…"), words.T("取消"), container.NewVBox(what, format, full, hint), func(yes bool) {
		if yes {
			save(sh, desk, *o)
		}
	}, sh.Window)
	d.Resize(fyne.NewSize(520, 0))
	d.Show()
}

// save asks where to, and writes the file.
func save(sh *shell.Shell, desk Source, o Outgoing) {
	sh.Give(o.File(sh.Day(words.Zone()).String()), func(ctx context.Context, _ string) ([]byte, error) { return o.Write(ctx, sh, desk) }, nil)
}
