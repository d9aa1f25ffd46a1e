package enclosures

import (
	"bytes"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Key is the tab's name in a place of the settings.
const Key = "enclosures"

// A Tab is the list of enclosures with the form of one.
type Tab struct {
	*directory.Directory[hearing.Enclosure]
	sh      *shell.Shell
	papers  *fyne.Container
	checks  map[string]*widget.Check
	picture *fyne.Container
	file    *fileRow
	make    func() (*press.Press, error) // nil once the papers are listed
	quiet   bool
}

// Show shows an enclosure, or a new one, or the list.
func (t *Tab) Show(to shell.Place) {
	if t.make != nil {
		t.list(t.make)
		t.make = nil
	}
	t.Directory.Show(to)
}

// New returns the tab; make returns the press, whose papers an enclosure can go
// with; choose asks for a file.
func New(sh *shell.Shell, desk Desk, make func() (*press.Press, error), choose func(take func(path string))) *Tab {
	t := &Tab{sh: sh, papers: container.NewVBox(), checks: map[string]*widget.Check{}, picture: container.NewVBox()}
	t.Directory = directory.New(sh, directory.Records[hearing.Enclosure]{
		Drafts: desk,
		Source: edit.Source[hearing.Enclosure]{Load: desk.Enclosure, Save: desk.SaveEnclosure, Version: func(e *hearing.Enclosure) *hearing.Version { return &e.Version }},
		Noun:   hearing.NounEnclosure,
		New: func(id hearing.ID) hearing.Enclosure {
			return hearing.Enclosure{ID: id, With: []string{"07a", "07b", "07c", "07d"}}
		},
		List:   func(ctx context.Context, part string) ([]directory.Item, error) { return list(ctx, desk, part) },
		Delete: desk.DeleteEnclosure,
		Place:  func(id hearing.ID) shell.Place { return shell.Place{Kind: shell.Settings, Tab: Key, ID: id} },
		Words: directory.Words{Title: words.T("附件"), New: words.T("新建附件"), Search: words.T("附件名称"),
			Empty: words.T("来院须知、路线图等随文书发出的附页列在这里，打印通知书时按人数一并打印。"), Choose: words.T("请从左边选择附件，或新建附件。"), Draft: words.T("未命名附件")},
	})
	f := t.Form
	name := f.Text("name", words.T("附件名称"), words.T("印作标题，如：来院须知"), func(e *hearing.Enclosure) *string { return &e.Name })
	room := f.Pick("room", words.T("场所"), words.T("不填即所有场所"), toRoom(desk), sh.Fail, func(e *hearing.Enclosure) *hearing.ID { return &e.Room })
	text := f.Note("text", words.T("内容"), words.T("一行一段，可以不填"), 5, func(e *hearing.Enclosure) *string { return &e.Text })
	choosing := widget.NewButtonWithIcon(words.T("选择图片…"), theme.FileImageIcon(), func() { choose(t.take) })
	drop := look.Quiet(words.T("去掉图片"), theme.DeleteIcon(), func() { t.put(nil) })
	f.Editor.Allow("picture", choosing, drop)
	below := container.NewVBox(container.NewHBox(choosing, drop), look.Hint(words.T("路线图等，PNG 或 JPEG，不超过 1 MB；印在文字下面。")), t.picture)
	t.file = newFileRow(sh, desk, choose, t.putFile)
	f.OnChange("picture", func(e hearing.Enclosure) { t.show(e) })
	f.Follow(t.show)
	t.make = make
	t.SetForm(f.Bar(), f.Control("name"), field.Section("", name, room, text), field.RowOf(words.T("图片"), below), field.RowOf(words.T("文件"), t.file.object), field.RowOf(words.T("随同文书"), t.papers))
	return t
}

// toRoom names a room that there is.
func toRoom(desk Desk) form.Ref {
	return form.Ref{Find: lookup.FindRooms(desk), Read: func(ctx context.Context, id hearing.ID) (field.Option, error) {
		r, err := desk.Room(ctx, id)
		return field.Option{ID: id, Name: r.Name}, err
	}}
}

// list makes a tick for each paper that goes out.
func (t *Tab) list(make func() (*press.Press, error)) {
	var papers []Paper
	t.sh.Work.Do(func(context.Context) error {
		p, err := make()
		if err == nil {
			papers = Papers(p.Forms().Forms())
		}
		return err
	}, func(err error) {
		t.sh.Fail(err)
		grid := container.NewGridWithColumns(2)
		for _, p := range papers {
			c := widget.NewCheck(p.Number+"　"+p.Title, func(on bool) { t.tick(p.Number, on) })
			t.checks[p.Number] = c
			grid.Add(c)
		}
		t.papers.Objects = []fyne.CanvasObject{grid}
		t.show(t.Form.Editor.Value())
	})
}

func (t *Tab) tick(number string, on bool) {
	if t.quiet {
		return
	}
	t.Form.Editor.Change("with", func(e *hearing.Enclosure) {
		e.With = slices.DeleteFunc(slices.Clone(e.With), func(n string) bool { return n == number })
		if on {
			e.With = append(e.With, number)
			slices.Sort(e.With)
		}
	})
}

// take reads a picture that was chosen.
func (t *Tab) take(path string) {
	var data []byte
	t.sh.Work.Do(func(context.Context) (err error) {
		data, err = readPicture(path)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		t.put(data)
	})
}

func (t *Tab) put(picture []byte) {
	t.Form.Editor.Change("picture", func(e *hearing.Enclosure) { e.Picture = picture })
	t.show(t.Form.Editor.Value())
}

// putFile puts a file into the enclosure, which is called after it where it has no
// name; without a hash it has none any more.
func (t *Tab) putFile(f hearing.ScanFile) {
	t.Form.Editor.Change("file", func(e *hearing.Enclosure) {
		e.File = hearing.EnclosedFile{ScanFile: f}
		if e.Name == "" {
			e.Name = titled(f.Name)
		}
	})
	t.Form.Show()
	t.show(t.Form.Editor.Value())
}

// Drop takes a file that was dropped on the window, for the open enclosure or a
// new one.
func (t *Tab) Drop(files []string) {
	if len(files) > 1 {
		t.sh.Say(words.T("一件附件只放一份文件，请一次拖一个。"))
		return
	}
	if t.Form.Editor.ID() == "" {
		t.Show(shell.Place{Kind: shell.Settings, Tab: Key, New: true})
	}
	t.file.take(files[0])
}

// show shows which papers are ticked, and the picture.
func (t *Tab) show(e hearing.Enclosure) {
	t.quiet = true
	for n, c := range t.checks {
		c.SetChecked(slices.Contains(e.With, n))
	}
	t.quiet = false
	t.picture.RemoveAll()
	if len(e.Picture) > 0 {
		img := canvas.NewImageFromReader(bytes.NewReader(e.Picture), e.Name)
		img.FillMode = canvas.ImageFillContain
		img.SetMinSize(fyne.NewSize(240, 160))
		t.picture.Add(container.NewHBox(img, widget.NewLabel(size(int64(len(e.Picture))))))
	}
	t.picture.Refresh()
	t.file.show(e.File)
	t.Settle()
}
