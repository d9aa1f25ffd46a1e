package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/sheet"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A Panel shows the papers of one session, and prints them.
type Panel struct {
	sh      *shell.Shell
	m       *Model
	root    *fyne.Container
	list    *list
	preview *sheet.View
	bar     *bar
	all     *widget.Check
	tally   *widget.Label
	due     *widget.Button
	title   *widget.Label
	detail  *widget.Label
	head    *fyne.Container // above the preview
	empty   *fyne.Container
	shown   string // what the preview shows
}

// NewPanel returns a panel without a session; make returns the press, which is
// made when the first paper is.
func NewPanel(sh *shell.Shell, desk Desk, make func() (*press.Press, error), printer printing.Printer) *Panel {
	p := &Panel{sh: sh, m: NewModel(sh.Work, desk, make, sh.Now, sh.Fail)}
	p.m.again = func(d hearing.Dossier) ([]hearing.ID, error) {
		book, err := sh.Book()
		if err != nil {
			return nil, err
		}
		return book.Again(d, sh.Now()), nil
	}
	p.list = newList()
	p.list.now, p.list.choose, p.list.tick = sh.Now, p.m.Choose, p.m.Tick
	p.list.enter = func(s *Sheet) {
		p.m.Forget()
		sh.Go(Where(s.Missing[0].Key, p.m.Dossier))
	}
	p.preview = sheet.New(sh.Work, sh.Fail)
	p.list.keys = p.preview.Key
	p.bar = newBar(sh, p.m, printer)
	p.root = container.NewBorder(nil, p.bar.object, nil, nil, container.New(sidesLayout{}, p.left(), p.right()))
	p.bar.settle = p.root.Refresh
	p.m.OnChange = p.refresh
	p.m.OnChoose = func() {
		p.list.mark(p.m.Chosen)
		p.look()
	}
	p.refresh()
	return p
}

// Object returns what is drawn.
func (p *Panel) Object() fyne.CanvasObject { return p.root }

// Want says which form is wanted when the papers are shown next: its number.
// See [Model.Want].
func (p *Panel) Want(number string) { p.m.Want(number) }

// Show reads a session's facts anew and shows its papers.
func (p *Panel) Show(session hearing.ID) {
	if r := p.m.Run; r != nil && r.Over && (r.Line().Weight == Good || r.Session != session) {
		p.m.Forget()
	}
	p.m.Show(session)
	p.bar.start()
	p.Focus()
}

// Print prints what is ticked; Ctrl+P does.
func (p *Panel) Print() { p.bar.print() }

// Focus puts the keyboard into the list of papers.
func (p *Panel) Focus() {
	if p.sh.Window != nil {
		p.sh.Window.Canvas().Focus(p.list)
	}
}

func (p *Panel) left() fyne.CanvasObject {
	p.all = widget.NewCheck("", func(on bool) {
		p.m.Tick(on, p.m.Sheets...)
	})
	p.tally = widget.NewLabel("")
	p.tally.Truncation = fyne.TextTruncateEllipsis
	p.due = look.Quiet(words.T("只选待打印"), nil, p.m.TickDue)
	p.empty = container.NewStack()
	head := container.NewBorder(nil, nil, p.all, p.due, p.tally)
	return container.NewBorder(container.NewVBox(container.New(layout.NewCustomPaddedLayout(2, 2, 4, 8), head), widget.NewSeparator()), nil, nil, nil,
		container.NewStack(container.New(layout.NewCustomPaddedLayout(2, 2, 4, 4), p.list), p.empty))
}

func (p *Panel) right() fyne.CanvasObject {
	p.title, p.detail = widget.NewLabel(""), widget.NewLabel("")
	p.title.TextStyle.Bold = true
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.detail.Importance = widget.LowImportance
	p.detail.SizeName = theme.SizeNameCaptionText
	p.head = container.NewBorder(nil, nil, nil, container.NewHBox(p.detail, p.preview.Zooms()), p.title)
	return container.NewBorder(container.New(layout.NewCustomPaddedLayout(2, 2, 4, 4), p.head), nil, nil, nil,
		newTouch(p.preview.Object(), p.Focus))
}

// refresh shows what the model holds.
func (p *Panel) refresh() {
	p.list.set(p.m.Groups, p.m.Chosen)
	p.due.Hide()
	if p.m.Read && !p.m.OnlyDue() {
		p.due.Show()
	}
	p.tally.SetText(p.m.Tally())
	n, all := len(p.m.Ticked()), allTicked(p.m.Sheets)
	p.all.Checked, p.all.Partial = n > 0 && all, n > 0 && !all
	p.all.Refresh()
	p.empty.RemoveAll()
	if p.m.Read && len(p.m.Sheets) == 0 {
		var enter *widget.Button // none for a session that is not saved yet
		if at := Where("to.name", p.m.Dossier); at.ID != "" {
			enter = widget.NewButton(words.T("去录入参加人"), func() { p.sh.Go(at) })
		}
		p.empty.Add(look.Empty(words.T("还没有要印的文书。录入参加人、时间和地点后，通知书、邀请函、签到表等会列在这里。"), enter))
	}
	p.empty.Refresh()
	p.look()
	p.bar.refresh()
}

// look shows the chosen paper, or what it lacks.
func (p *Panel) look() {
	s := p.m.Chosen
	if s == nil {
		p.shown = ""
		p.entitle("", "")
		p.preview.Show(press.Paper{}, layout.NewSpacer())
		return
	}
	about := s.About()
	if s.Err == nil {
		about = pagesOf(s) + " · " + about
	}
	p.entitle(s.Name(), about)
	if s.Err == nil {
		p.shown = ""
		p.preview.Show(s.Paper, nil)
		return
	}
	text := words.Error(s.Err)
	if key := s.key() + text; key != p.shown {
		p.shown = key
		p.preview.Show(press.Paper{}, p.lacks(s, text))
	}
}

// entitle says which paper the preview shows.
func (p *Panel) entitle(title, detail string) {
	if p.title.Text == title && p.detail.Text == detail {
		return
	}
	p.title.SetText(title)
	p.detail.SetText(detail)
	p.head.Refresh()
}

// lacks says why a paper cannot be shown, and leads to where that is put right.
func (p *Panel) lacks(s *Sheet, text string) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Wrapping = words.Wrap()
	l.Importance = widget.DangerImportance
	l.Alignment = fyne.TextAlignCenter
	box := container.NewVBox(l)
	if len(s.Missing) > 0 {
		box.Add(container.NewCenter(widget.NewButtonWithIcon(words.T("去填写{{.Field}}", map[string]string{"Field": s.Missing[0].Label}), theme.NavigateNextIcon(), func() { p.list.enter(s) })))
	}
	return container.NewVBox(layout.NewSpacer(), container.New(layout.NewCustomPaddedLayout(0, 0, 40, 40), box), layout.NewSpacer())
}

// sidesLayout gives the list two fifths of the width, and the preview the rest.
type sidesLayout struct{}

// MinSize is that of both.
func (sidesLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(560, fyne.Max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout places both.
func (sidesLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := fyne.Min(460, s.Width*0.42)
	o[0].Resize(fyne.NewSize(w, s.Height))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(s.Width-w, s.Height))
}

// A touch tells when something is clicked that takes no keys itself.
type touch struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tap     func()
}

func newTouch(content fyne.CanvasObject, tap func()) *touch {
	t := &touch{content: content, tap: tap}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer draws the content.
func (t *touch) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }

// Tapped tells.
func (t *touch) Tapped(*fyne.PointEvent) { t.tap() }
