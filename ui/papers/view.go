package papers

import (
	"slices"

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
	orders  []*widget.Button // by addressee, by form
	all     *widget.Check
	tally   *widget.Label
	due     *widget.Button
	title   *widget.Label
	detail  *widget.Label
	head    *fyne.Container // above the preview
	empty   *fyne.Container
	history *history
	notices *notices
	shown   string // what the preview shows
	filer   Filer

	OnChange func() // other papers are ticked or printed
}

// NewPanel returns a panel without a session; make returns the press, which is
// made when the first paper is, and filer takes what comes back of papers.
func NewPanel(sh *shell.Shell, desk Desk, make func() (*press.Press, error), printer printing.Printer, filer Filer) *Panel {
	p := &Panel{sh: sh, filer: filer, OnChange: func() {}, m: NewModel(sh.Work, desk, make, sh.Now, sh.Fail)}
	p.m.again = func(d hearing.Dossier) ([]hearing.ID, error) {
		book, err := sh.Book()
		if err != nil {
			return nil, err
		}
		return book.Again(d, sh.Now()), nil
	}
	p.m.By = orderOf(fyne.CurrentApp().Preferences().String(rememberOrder))
	p.list = newList()
	p.list.now, p.list.choose, p.list.tick = sh.Now, p.m.Choose, p.m.Tick
	p.list.enter = func(s *Sheet) {
		p.m.Forget()
		to, _, _ := s.mend(p.m.dossierOf(s))
		sh.Go(to)
	}
	p.list.enters = func(s *Sheet) string {
		_, _, short := s.mend(p.m.dossierOf(s))
		return short
	}
	p.list.name = p.nameOf
	p.preview = sheet.New(sh.Work, sh.Fail)
	p.list.keys = p.preview.Key
	p.bar = newBar(sh, p.m, printer)
	p.history = newHistory(p)
	p.notices = newNotices(p)
	p.root = container.NewBorder(p.notices.object, p.bar.object, nil, nil, container.New(sidesLayout{}, p.left(), p.right()))
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
	if session == "" { // one that is not saved yet
		p.ShowAll()
		return
	}
	p.ShowAll(session)
}

// ShowAll is [Panel.Show] for the papers of several sessions, in their order.
func (p *Panel) ShowAll(sessions ...hearing.ID) {
	if r := p.m.Run; r != nil && r.Over && (r.Line().Weight == Good || !slices.Equal(r.sessions, sessions)) {
		p.m.Forget()
	}
	p.m.Show(sessions...)
	p.bar.start()
	p.m.Survey(p.bar.printer)
	p.Focus()
}

// nameOf names a session where there are several: when it is, and what.
func (p *Panel) nameOf(id hearing.ID) string {
	s := p.m.Dossiers[id].Session()
	if s.Slot.Start.IsZero() {
		return s.Title
	}
	return day(s.Slot.Start, p.sh.Now()) + " " + words.Clock(s.Slot.Start) + "　" + s.Title
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
	return container.NewBorder(container.NewVBox(container.New(layout.NewCustomPaddedLayout(4, 0, 8, 8), p.switcher()),
		container.New(layout.NewCustomPaddedLayout(2, 2, 4, 8), head), widget.NewSeparator()), nil, nil, nil,
		container.NewStack(container.New(layout.NewCustomPaddedLayout(2, 2, 4, 4), p.list), p.empty))
}

func (p *Panel) right() fyne.CanvasObject {
	p.title, p.detail = widget.NewLabel(""), widget.NewLabel("")
	p.title.TextStyle.Bold = true
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.detail.Importance = widget.LowImportance
	p.detail.SizeName = theme.SizeNameCaptionText
	write := look.Quiet("", theme.DocumentCreateIcon(), func() {
		if p.m.Chosen != nil {
			p.sh.Go(TextOf(p.m.Chosen.Number))
		}
	})
	p.sh.For(hearing.NounForm, write)
	p.head = container.NewBorder(nil, nil, nil, container.NewHBox(p.detail, p.history.button, p.preview.Zooms(), write), p.title)
	return container.NewBorder(container.NewVBox(container.New(layout.NewCustomPaddedLayout(2, 2, 4, 4), p.head), p.history.object), nil, nil, nil,
		newTouch(p.preview.Object(), p.Focus))
}

// refresh shows what the model holds.
func (p *Panel) refresh() {
	p.list.set(p.m.Groups, p.m.Chosen)
	p.markOrder()
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
		p.empty.Add(p.nothing())
	}
	p.empty.Refresh()
	p.notices.refresh()
	p.look()
	p.bar.refresh()
	p.OnChange()
}

// nothing says why there is no paper, with what leads to one.
func (p *Panel) nothing() fyne.CanvasObject {
	var enter *widget.Button // none for a session that is not saved yet
	for _, d := range p.m.Dossiers {
		if d.Day != nil {
			return look.Empty(words.T("这一天没有听证会，也没有宣告送达。"), nil)
		}
		if at := Where("to.name", d); at.ID != "" {
			enter = widget.NewButton(words.T("去录入参加人"), func() { p.sh.Go(at) })
		}
	}
	return look.Empty(words.T("还没有要印的文书。录入参加人、时间和地点后，通知书、邀请函、签到表等会列在这里。"), enter)
}

// look shows the chosen paper as it is now or as it was printed, or what it
// lacks.
func (p *Panel) look() {
	s := p.m.Chosen
	p.history.refresh()
	if s == nil {
		p.instead("", "", "", layout.NewSpacer)
		return
	}
	about := s.About()
	if s.Err == nil && len(s.Paper.Pages) > 0 {
		about = pagesOf(s) + " · " + about
	}
	switch x := p.m.Earlier; {
	case x != nil && x.Err != nil:
		p.instead(s.Name(), "", Explain(x.Err), func() fyne.CanvasObject { return p.told(Explain(x.Err), widget.WarningImportance) })
	case x != nil:
		p.entitle(s.Name(), words.T("{{.When}} 打印的样子", map[string]string{"When": moment(x.At, p.sh.Now())}))
		x.Paper.Hash = "kept " + x.Content // another picture than the one of now
		p.paper(x.Paper)
	case s.Err != nil:
		text := words.Error(s.Err)
		p.instead(s.Name(), about, text, func() fyne.CanvasObject { return p.lacks(s, text) })
	case s.Why == press.WhyGone:
		text := words.T("按现在的事实，这份文书不再需要。当时的样子在“打印记录”里。")
		p.instead(s.Name(), "", text, func() fyne.CanvasObject { return p.told(text, widget.MediumImportance) })
	default:
		p.entitle(s.Name(), about)
		p.paper(s.Paper)
	}
}

// paper shows a paper's pages.
func (p *Panel) paper(x press.Paper) {
	p.shown = ""
	p.preview.Show(x, nil)
}

// instead shows something in place of a paper, which is known by a text.
func (p *Panel) instead(title, about, text string, object func() fyne.CanvasObject) {
	p.entitle(title, about)
	key := title + text
	if p.m.Chosen != nil {
		key = p.m.Chosen.key() + text
	}
	if key != p.shown || text == "" {
		p.shown = key
		p.preview.Show(press.Paper{}, object())
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
	_, says, _ := s.mend(p.m.dossierOf(s))
	if says == "" {
		return p.told(text, widget.DangerImportance)
	}
	return p.told(text, widget.DangerImportance, widget.NewButtonWithIcon(says, theme.NavigateNextIcon(), func() { p.list.enter(s) }))
}

// told stands in the middle of the preview in place of a paper.
func (p *Panel) told(text string, weight widget.Importance, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Wrapping = words.Wrap()
	l.Importance = weight
	l.Alignment = fyne.TextAlignCenter
	box := container.NewVBox(l)
	for _, b := range buttons {
		box.Add(container.NewCenter(b))
	}
	return container.NewVBox(layout.NewSpacer(), container.New(layout.NewCustomPaddedLayout(0, 0, 40, 40), box), layout.NewSpacer())
}
