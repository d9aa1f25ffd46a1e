// Package settings is the page of what belongs to the office and to the one
// at the desk (设置): the office's name, how the window looks, where the file
// lies, and the keys.
package settings

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/accounts"
	"hearingdesk/ui/copies"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/enclosures"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/texts"
	"hearingdesk/ui/words"
)

// textsTab is the key of the tab of the papers' texts.
const textsTab = "texts"

// A page is the form of the office, in parts, and what is not in the file.
type page struct {
	sh     *shell.Shell
	model  model
	form   *form.Form[hearing.Office]
	tabs   *look.Tabs
	days   *days
	rules  *ruleTab
	texts  *texts.Tab
	sheets *enclosures.Tab
	place  shell.Place // that is being shown
	wanted string      // number of the paper whose text is to be opened
	object fyne.CanvasObject
}

// New returns the page of a desk whose file is file; make returns the press.
func New(sh *shell.Shell, desk Desk, file string, x Exchange, make func() (*press.Press, error)) shell.Page {
	p := &page{sh: sh, model: model{desk: desk, exchange: x, file: file, now: sh.Now}}
	p.form = form.New(sh, edit.New(sh.Work, desk, edit.Source[hearing.Office]{
		Load:    func(ctx context.Context, _ hearing.ID) (hearing.Office, error) { return desk.Office(ctx) },
		Save:    desk.SaveOffice,
		Version: func(o *hearing.Office) *hearing.Version { return &o.Version },
	}))
	head := look.Heading(words.T("设置"))
	head.Truncation = fyne.TextTruncateOff
	office := look.Scroll(p.office())
	p.days = newDays(p)
	p.rules = newRules(p)
	numbers := newNumbers(p).object
	p.texts = texts.New(sh, desk, make)
	p.sheets = enclosures.New(sh, desk, make, p.openFile)
	kept := copies.New(sh, desk)
	who := accounts.New(sh, desk, desk)
	tabs := []look.Tab{
		{Key: "office", Name: words.T("本院"), Make: func() fyne.CanvasObject { return office }},
		{Key: "days", Name: words.T("节假日"), Make: func() fyne.CanvasObject { return p.days.object }},
		{Key: textsTab, Name: words.T("文书"), Make: func() fyne.CanvasObject { return p.texts.Object() }},
		{Key: enclosures.Key, Name: words.T("附件"), Make: func() fyne.CanvasObject { return p.sheets.Object() }},
		{Key: "numbers", Name: words.T("文号"), Make: func() fyne.CanvasObject { return numbers }},
		{Key: "rules", Name: words.T("规则"), Make: func() fyne.CanvasObject { return p.rules.object }},
		{Key: copies.Key, Name: words.T("备份"), Make: func() fyne.CanvasObject { return kept.Object() }},
		{Key: accounts.Key, Name: words.T("账号"), Make: func() fyne.CanvasObject { return who.Object() }},
		{Key: "window", Name: words.T("窗口与文件"), Make: p.window},
	}
	p.tabs = look.NewTabs(slices.DeleteFunc(tabs, func(t look.Tab) bool { return closed(sh.Rights, t.Key) })...)
	p.tabs.OnOpen = func(key string) {
		sh.Save(shell.AllSaved)
		switch key {
		case textsTab:
			p.texts.Show(p.wanted)
		case enclosures.Key:
			p.sheets.Show(p.place)
		case copies.Key:
			kept.Show()
		case accounts.Key:
			who.Show()
		}
	}
	top := look.Header(container.NewBorder(nil, nil, head, nil, p.form.Bar()))
	p.object = container.NewBorder(top, nil, nil, nil, container.NewPadded(p.tabs.Object))
	return p
}

// closed reports whether a tab is nothing for whoever is logged in: all of it changes what
// they may not.
func closed(r hearing.Rights, tab string) bool {
	switch tab {
	case accounts.Key:
		return r.Do(hearing.ManageAccounts) != nil
	case textsTab:
		return r.Write(hearing.NounForm, "") != nil
	case enclosures.Key:
		return r.Write(hearing.NounEnclosure, "") != nil
	}
	return false
}

// only disables a button by which the office is changed, where whoever is logged in may
// not, and returns it.
func (p *page) only(b *widget.Button) *widget.Button { return p.sh.For(hearing.NounOffice, b) }

// Object returns what is drawn.
func (p *page) Object() fyne.CanvasObject { return p.object }

// Show reads the office anew and opens a tab: office, days, texts, numbers,
// rules or window; of texts the paper that is wanted.
func (p *page) Show(to shell.Place) {
	p.form.Editor.Open(hearing.NounOffice, hearing.OfficeID)
	p.wanted, p.place = to.Paper, to
	switch {
	case to.Tab != "" && to.Tab != p.tabs.Key():
		p.tabs.Open(to.Tab)
	case p.tabs.Key() == "":
		p.tabs.Open("office")
	case p.tabs.Key() == textsTab:
		p.texts.Show(p.wanted)
	case p.tabs.Key() == enclosures.Key:
		p.sheets.Show(to)
	}
	p.wanted, p.place = "", shell.Place{}
	if !to.Day.IsZero() {
		p.days.ask(to.Day.Year())
	}
}

// window is what belongs to this computer: how the window looks, where the
// file lies, and the keys.
func (p *page) window() fyne.CanvasObject {
	return look.Scroll(container.NewVBox(directory.Part(words.T("窗口")), window(p.sh),
		directory.Part(words.T("数据文件")), p.files(),
		directory.Part(words.T("键盘")), keyList()))
}

// TakeRules opens a rule file as the office's own, as the button on the tab does.
func (p *page) TakeRules(file string) { p.rules.take(file) }

// Drop takes a file that was dropped on the window: on the tab of enclosures.
func (p *page) Drop(_ fyne.Position, files []string) {
	if p.tabs.Key() != enclosures.Key {
		p.sh.Say(words.T("要随文书寄出的 PDF 或图片，请拖到“附件”页签里。"))
		return
	}
	p.sheets.Drop(files)
}

// TakeBack takes back what was typed and is not in the file.
func (p *page) TakeBack() bool {
	if p.tabs.Key() == textsTab && p.texts.TakeBack() {
		return true
	}
	if p.tabs.Key() == enclosures.Key && p.sheets.TakeBack() {
		return true
	}
	return p.form.Editor.TakeBack()
}

// TakeWord takes a Word form as the button on the tab of texts does.
func (p *page) TakeWord(path string, alone bool) { p.texts.TakeWord(path, alone) }

// Save puts the text of a paper in force that was typed; Ctrl+S does.
func (p *page) Save() bool {
	if p.tabs.Key() != textsTab {
		return false
	}
	p.texts.Save()
	return true
}

// NextFault takes the cursor to the next fault of a text; F8 does.
func (p *page) NextFault() {
	if p.tabs.Key() == textsTab {
		p.texts.NextFault()
	}
}

// office is what papers print of the office, and how it counts.
func (p *page) office() fyne.CanvasObject {
	f := p.form
	chief := form.ToPerson(p.model.desk, p.sh.NewID, hearing.Person{Rank: hearing.Chief})
	name := field.Section("",
		f.Text("name", words.T("院名"), words.T("例如：云岭市澄河区人民检察院"), func(o *hearing.Office) *string { return &o.Name }),
		f.Text("short", words.T("院简称"), words.T("文号里的简称，例如：澄检"), func(o *hearing.Office) *string { return &o.Short }),
		form.Choice(f, "level", words.T("级别"), form.OrNone(hearing.Levels), func(o *hearing.Office) *hearing.Level { return &o.Level }),
		f.Text("region", words.T("地区"), words.T("如：澄河区"), func(o *hearing.Office) *string { return &o.Region }),
		f.Text("upper", words.T("上一级院"), words.T("检察建议向它备案"), func(o *hearing.Office) *string { return &o.Upper }),
		f.Pick("chief", words.T("检察长"), "", chief, p.sh.Fail, func(o *hearing.Office) *hearing.ID { return &o.Chief }),
		form.Choice(f, "heads", words.T("公文红头"), hearing.HeadWays, func(o *hearing.Office) *hearing.Heads { return &o.Heads }),
		field.RowOf("", look.Hint(words.T("用于函、通知书、公告和备案报告；笔录、表格、决定书没有红头。单独改一种文书，请在“文书”里改它的 head。"))))
	contact := field.Section("",
		f.Text("department", words.T("联系部门"), words.T("例如：案件管理部门"), func(o *hearing.Office) *string { return &o.Department }),
		f.Text("phone", words.T("联系电话"), words.T("印在通知书上的联系电话"), func(o *hearing.Office) *string { return &o.Phone }),
		f.Text("address", words.T("地址"), "", func(o *hearing.Office) *string { return &o.Address }),
		f.Text("postcode", words.T("邮编"), "", func(o *hearing.Office) *string { return &o.Postcode }),
		p.contacts(), p.zone())
	signing := form.Choice(f, "signing", words.T("签收次序"), hearing.Signings, func(o *hearing.Office) *hearing.Signing { return &o.Signing })
	strict := container.NewVBox(f.Tick("strict", words.T("从严计算“三日前”"), func(o *hearing.Office) *bool { return &o.Strict }),
		look.Hint(words.T("勾选后，听证会之前须有三个整日（听证日前第四日告知）；不勾选时，最迟在听证日前第三日告知。")))
	return container.NewVBox(directory.Part(words.T("本院")), field.Columns(name, contact), field.RowOf(words.T("期限"), strict),
		field.Columns(signing, look.Hint(words.T("宣告送达时，单位先表态还是先签收；各场可以另选。"))))
}

// contacts are the people whom the public can call.
func (p *page) contacts() fyne.CanvasObject {
	list := form.NewList(p.form, "contacts", func(o *hearing.Office) *[]hearing.Contact { return &o.Contacts }, nil,
		func(e *form.Element[hearing.Office, hearing.Contact]) fyne.CanvasObject {
			name := e.Text("name", "", words.T("姓名"), func(o *hearing.Office) *string { return &e.At(o).Name })
			phone := e.Text("phone", "", words.T("电话"), func(o *hearing.Office) *string { return &e.At(o).Phone })
			return container.NewBorder(nil, nil, nil, e.Remove(), container.NewGridWithColumns(2, name, phone))
		})
	add := list.AddedBy(widget.NewButton(words.T("添加联系人"), func() { list.Add(hearing.Contact{}) }))
	hint := look.Hint(words.T("印在公告上"))
	return field.RowOf(words.T("联系人"), container.NewVBox(list.Box, container.NewBorder(nil, nil, nil, add, hint)))
}

// zone is the time zone, which the computer must know.
func (p *page) zone() fyne.CanvasObject {
	return p.form.Typed("zone", words.T("时区"), hearing.DefaultZone, words.T("没有这个时区，请写成 Asia/Shanghai，或留空。"), func(o *hearing.Office, s string) error {
		if s != "" {
			if _, err := time.LoadLocation(s); err != nil {
				return err
			}
		}
		o.Zone = s
		return nil
	}, func(o hearing.Office) string { return o.Zone })
}
