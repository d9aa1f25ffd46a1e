// Package welcome is the first page of an empty desk: begin one of one's own,
// or look around in the worked examples.
package welcome

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	SaveOffice(ctx context.Context, o hearing.Office) (hearing.Version, error)
	SavePerson(ctx context.Context, p hearing.Person) (hearing.Version, error)
}

// A page is the welcome.
type page struct {
	sh       *shell.Shell
	desk     Desk
	examples func(context.Context) error
	object   fyne.CanvasObject
	name     *field.Text
	office   hearing.Office
	chief    string
}

// New returns the page; examples fills the desk with the worked examples.
func New(sh *shell.Shell, desk Desk, examples func(context.Context) error) shell.Page {
	p := &page{sh: sh, desk: desk, examples: examples}
	p.name = field.NewText("", func(s string) { p.office.Name = strings.TrimSpace(s) }).Hint(words.T("例如：云岭市澄河区人民检察院"))
	short := field.NewText("", func(s string) { p.office.Short = strings.TrimSpace(s) }).Hint(words.T("文号里的简称，例如：澄检"))
	phone := field.NewText("", func(s string) { p.office.Phone = strings.TrimSpace(s) }).Hint(words.T("印在通知书上的联系电话"))
	department := field.NewText("", func(s string) { p.office.Department = strings.TrimSpace(s) }).Hint(words.T("例如：案件管理部门"))
	chief := field.NewText("", func(s string) { p.chief = strings.TrimSpace(s) }).OnEnter(p.begin)
	start := look.Primary(words.T("新建工作台"), theme.ConfirmIcon(), p.begin)
	own := field.Section(words.T("为本院新建工作台"),
		field.Row(words.T("院名"), p.name), field.Row(words.T("院简称"), short), field.Row(words.T("联系部门"), department),
		field.Row(words.T("联系电话"), phone), field.Row(words.T("检察长"), chief),
		container.NewBorder(nil, nil, nil, start, look.Hint(words.T("只有院名必填；其余以后可以在“设置”里补。"))),
	)
	try := field.Section(words.T("先看看示例"),
		look.Hint(words.T("载入三个虚构案件：电动自行车消防安全、八旬老人赡养、二次供水。可以随意改动；换一个文件就能从头开始。")),
		container.NewBorder(nil, nil, nil, widget.NewButtonWithIcon(words.T("载入示例"), theme.FolderOpenIcon(), p.load)),
	)
	body := container.NewVBox(
		look.Heading(words.T("欢迎使用听证台")),
		look.Hint(words.T("案件、场所、人员、告知与送达只录入一次，冲突、期限和全部文书由此生成。数据只保存在本机的一个文件里，随改随存。")),
		widget.NewSeparator(), own, widget.NewSeparator(), try,
	)
	p.object = container.NewVBox(layout.NewSpacer(), container.New(&narrow{560}, body), layout.NewSpacer())
	return p
}

// Object returns what is drawn.
func (p *page) Object() fyne.CanvasObject { return p.object }

// Show puts the cursor into the first field.
func (p *page) Show(shell.Place) { p.name.Focus() }

// TakeBack has nothing to take back.
func (p *page) TakeBack() bool { return false }

func (p *page) begin() {
	if p.office.Name == "" {
		p.name.SetError(words.T("请填写院名，它印在每份文书上。"))
		p.name.Focus()
		return
	}
	office, chief := p.office, hearing.Person{ID: p.sh.NewID(), Name: p.chief, Rank: hearing.Chief}
	p.sh.Work.Do(func(ctx context.Context) error {
		if chief.Name != "" {
			if _, err := p.desk.SavePerson(ctx, chief); err != nil {
				return err
			}
			office.Chief = chief.ID
		}
		_, err := p.desk.SaveOffice(ctx, office)
		return err
	}, p.done)
}

// load shows the examples where they are: in the summer of 2023.
func (p *page) load() {
	p.sh.Work.Do(p.examples, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.sh.Go(shell.Place{Kind: shell.Schedule, Day: calendar.NewDate(2023, 7, 18)})
	})
}

func (p *page) done(err error) {
	if err != nil {
		p.sh.Fail(err)
		return
	}
	p.sh.Go(shell.Place{Kind: shell.Today})
}

// narrow keeps a page of text to a width that can be read, in the middle.
type narrow struct{ most float32 }

// MinSize is the content's height at the width.
func (n *narrow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, o[0].MinSize().Height)
}

// Layout centres the content.
func (n *narrow) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := min(s.Width-40, n.most)
	o[0].Resize(fyne.NewSize(w, s.Height))
	o[0].Move(fyne.NewPos((s.Width-w)/2, 0))
}
