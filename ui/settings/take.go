package settings

import (
	"context"
	"fmt"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A taker takes a table of holidays in: what was pasted or opened is shown
// before it is stored, and what is wrong with it is said.
type taker struct {
	p       *page
	object  *fyne.Container
	name    string // under which the text is kept until it is stored
	local   bool
	was     calendar.Table // what is being edited
	text    *field.Text
	source  *field.Text
	region  *field.Text
	typed   [3]string // text, source, region
	preview *fyne.Container
	store   *widget.Button
	now     reading
	lay     func() // lays the page anew when the fields come or go
}

func newTaker(p *page, name string, local bool, lay func()) *taker {
	t := &taker{p: p, name: name, local: local, preview: container.NewVBox(), lay: lay}
	t.text = field.NewNote("", 7, func(s string) {
		t.typed[0] = s
		if strings.TrimSpace(s) != "" {
			p.form.Editor.Keep(name, s)
		}
		t.look()
	})
	set := func(i int) func(string) { return func(s string) { t.typed[i] = s; t.look() } }
	t.source = field.NewText("", set(1)).Hint(words.T("通知或决定的名称、文号；通知全文里有的不用填"))
	t.region = field.NewText("", set(2)).Hint(words.T("例如：澄河区"))
	browse := look.Quiet(words.T("打开文件…"), theme.FolderOpenIcon(), t.browse)
	t.store = look.Primary(words.T("存入"), theme.ConfirmIcon(), t.keep)
	close := look.Quiet(words.T("取消"), theme.CancelIcon(), t.close)
	rows := container.NewVBox()
	if local {
		rows.Add(field.Row(words.T("哪个地区"), t.region))
	}
	rows.Add(field.Row(words.T("放假安排"), t.text))
	rows.Add(field.Row(words.T("来源"), t.source))
	rows.Add(field.RowOf("", container.NewVBox(t.preview, container.NewHBox(t.store, close, browse))))
	t.object = container.NewStack(look.Card(rows))
	t.object.Hide()
	return t
}

// hint says what is to be written, of the year that is asked for.
func (t *taker) hint() string {
	y := t.was.Year
	switch {
	case t.local:
		return words.T("每行写一天：2027-04-20,休,三月三")
	case y == 0:
		return words.T("把国务院办公厅《关于某年部分节假日安排的通知》全文粘贴到这里，或每行写：2027-01-01,休,元旦")
	}
	return words.T("把国务院办公厅《关于{{.Year}}年部分节假日安排的通知》全文粘贴到这里，或每行写：{{.Year}}-01-01,休,元旦", map[string]int{"Year": y})
}

// open shows the fields, filled with a table that is to be edited.
func (t *taker) open(was calendar.Table) {
	t.was = was
	t.text.Hint(t.hint())
	text := ""
	if len(was.Days) > 0 {
		text = asText(was)
	}
	t.fill(text, was.Source, was.Region)
	t.object.Show()
	t.lay()
	t.text.Focus()
}

func (t *taker) fill(text, source, region string) {
	t.typed = [3]string{text, source, region}
	t.text.Set(text)
	t.source.Set(source)
	t.region.Set(region)
	t.look()
}

// show brings back what was typed and not stored.
func (t *taker) show() {
	text, ok := t.p.form.Editor.Typed(t.name)
	switch {
	case ok && text != t.typed[0]:
		t.fill(text, t.typed[1], t.typed[2])
		t.object.Show()
		t.lay()
	case ok:
		t.look()
	case t.object.Visible() && t.typed[0] != "" && len(t.was.Days) == 0:
		t.hide() // it was taken back
	}
}

func (t *taker) close() {
	if _, ok := t.p.form.Editor.Typed(t.name); ok {
		t.p.form.Editor.Change(t.name, func(*hearing.Office) {}) // what was typed is dropped
	}
	t.hide()
}

func (t *taker) hide() {
	t.fill("", "", "")
	t.object.Hide()
	t.lay()
}

// put takes a text as if it were typed.
func (t *taker) put(text string) {
	t.fill(text, t.typed[1], t.typed[2])
	t.p.form.Editor.Keep(t.name, text)
}

// look reads the text and shows what it says.
func (t *taker) look() {
	o := t.p.form.Editor.Value()
	region := ""
	if t.local {
		region = strings.TrimSpace(t.typed[2])
	}
	t.now = read(t.typed[0], t.typed[1], region, t.p.sh.Days, o.WithoutHolidays(t.was.Year, t.was.Region))
	t.preview.RemoveAll()
	switch {
	case strings.TrimSpace(t.typed[0]) == "":
	case t.local && region == "":
		t.preview.Add(wrong(words.T("请写明是哪个地区的节日。")))
		t.now.tables = nil
	case t.now.fault != nil:
		t.preview.Add(wrong(said(t.now.fault)))
		t.now.tables = nil
	default:
		for _, x := range t.now.tables {
			t.preview.Add(t.shown(x, o))
		}
	}
	if len(t.now.tables) > 0 {
		t.store.Enable()
	} else {
		t.store.Disable()
	}
	t.lay()
}

// shown is one table before it is stored.
func (t *taker) shown(x calendar.Table, o hearing.Office) fyne.CanvasObject {
	off, worked := count(x.Days)
	head := widget.NewLabel(words.T("{{.Year}} 年：休 {{.Off}} 天，班 {{.Worked}} 天", map[string]int{"Year": x.Year, "Off": off, "Worked": worked}))
	head.TextStyle.Bold = true
	box := container.NewVBox(head, look.Hint(x.Source), feastLines(x))
	for _, r := range append(national(t.p.sh.Days, o.Holidays), regional(o.Holidays)...) {
		if sameTable(r.table, x) && !sameTable(r.table, t.was) {
			box.Add(look.Hint(words.T("将替换现有的安排（{{.Source}}）。", map[string]string{"Source": r.table.Source})))
		}
	}
	return box
}

func wrong(text string) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Importance = widget.DangerImportance
	l.Wrapping = words.Wrap()
	return l
}

// keep stores what was read.
func (t *taker) keep() {
	tables, was := t.now.tables, t.was
	if len(tables) == 0 {
		return
	}
	t.p.form.Editor.Change(t.name, func(o *hearing.Office) { *o = o.WithoutHolidays(was.Year, was.Region).WithHolidays(tables...) })
	t.hide()
	t.p.form.Show()
	t.p.sh.Say(words.T("已存入 {{.Year}} 年的安排，可用 Ctrl+Z 撤销", map[string]int{"Year": tables[0].Year}))
}

// browse opens a file in place of the text.
func (t *taker) browse() {
	t.p.openFile(t.readFile)
}

// openFile asks for a file, in a window that shows many, and tells its path.
func (p *page) openFile(take func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			p.sh.Fail(err)
		} else if r != nil {
			p.sh.Fail(r.Close())
			take(r.URI().Path())
		}
	}, p.sh.Window)
	d.Resize(p.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}

func (t *taker) readFile(path string) {
	t.p.readFile(path, func(text string) { t.text.SetError(""); t.put(text) }, func(err error) { t.text.SetError(words.Error(err)) })
}

// readFile reads a text file and tells what it says.
func (p *page) readFile(path string, tell func(string), fail func(error)) {
	var text string
	p.sh.Work.Do(func(context.Context) error {
		b, err := os.ReadFile(path) //nolint:gosec // the user chooses the file
		if err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
		text, err = words.Plain(b)
		return err
	}, func(err error) {
		if err != nil {
			fail(err)
			return
		}
		tell(text)
	})
}
