package papers

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// What the machine remembers of how one prints.
const (
	RememberQueue = "print.queue" // printer that papers went to last
	rememberSides = "print.sides"
	rememberOrder = "print.order"
)

// A bar holds what prints: printer, copies, sides, and how far it is.
type bar struct {
	object fyne.CanvasObject

	sh       *shell.Shell
	m        *Model
	queues   *Queues
	printer  printing.Printer
	asking   bool
	held     bool // while the program itself chooses a printer
	queue    *widget.Select
	copies   *widget.Select
	sides    *widget.Select
	primary  *widget.Button
	pdf      *widget.Button
	word     *widget.Button
	stop     *widget.Button
	line     *widget.Label
	progress *widget.ProgressBar
	meter    *fyne.Container // how far it is, and what stops it
	status   *fyne.Container // the same, in words
	row      *fyne.Container // what to print with
	note     Line            // said once, of what was asked for
	wish     bool            // to print as soon as the papers are made
	settle   func()          // makes room for the line, or takes it back
	height   float32
}

func newBar(sh *shell.Shell, m *Model, printer printing.Printer) *bar {
	prefs := fyne.CurrentApp().Preferences()
	b := &bar{sh: sh, m: m, printer: printer, queues: NewQueues(sh.Work, printer, prefs.String(RememberQueue)), settle: func() {}}
	b.queue = widget.NewSelect(nil, func(string) {
		if b.held {
			return
		}
		b.queues.Choose(b.queue.SelectedIndex())
		prefs.SetString(RememberQueue, b.queues.Chosen)
		b.note = Line{}
		b.refresh()
	})
	b.queue.PlaceHolder = words.T("没有打印机")
	b.copies = widget.NewSelect(copyNames(), nil)
	b.copies.SetSelectedIndex(0)
	var names []string
	for _, s := range printing.AllSides {
		names = append(names, Sides(s))
	}
	b.sides = widget.NewSelect(names, func(string) { prefs.SetInt(rememberSides, b.sides.SelectedIndex()) })
	b.sides.SetSelectedIndex(min(max(prefs.Int(rememberSides), 0), len(names)-1))
	b.primary = look.Primary(words.T("打印所选"), theme.DocumentPrintIcon(), b.print)
	b.pdf = widget.NewButton(words.T("存为 PDF…"), b.choosePDF)
	b.word = widget.NewButton(words.T("存为 Word…"), b.chooseWord)
	b.stop = widget.NewButton(words.T("停止"), func() { b.m.Run.Stop() })
	b.line = widget.NewLabel("")
	b.line.Wrapping = words.Wrap()
	b.progress = widget.NewProgressBar()
	b.progress.TextFormatter = func() string { return "" }
	b.meter = container.NewHBox(container.NewGridWrap(fyne.NewSize(160, 26), b.progress), b.stop)
	b.status = container.NewBorder(nil, nil, nil, b.meter, b.line)
	b.status.Hide()
	fixed := func(w float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewGridWrap(fyne.NewSize(w, o.MinSize().Height), o)
	}
	left := container.NewHBox(fixed(236, b.queue), look.Quiet(words.T("刷新"), theme.ViewRefreshIcon(), b.reload), fixed(126, b.copies), fixed(140, b.sides))
	buttons := container.NewHBox(b.word, b.pdf, b.primary)
	b.row = container.NewBorder(nil, nil, left, buttons)
	b.object = container.NewVBox(widget.NewSeparator(), b.status, container.New(layout.NewCustomPaddedLayout(2, 4, 6, 6), b.row))
	return b
}

func copyNames() []string {
	out := []string{words.T("份数按文书")}
	for n := 1; n <= 9; n++ {
		out = append(out, words.T("各 {{.N}} 份", map[string]int{"N": n}))
	}
	return out
}

// start asks for the printers, once.
func (b *bar) start() {
	if !b.queues.Asked && !b.asking {
		b.reload()
	}
}

// reload asks the print system for its printers.
func (b *bar) reload() {
	b.asking = true
	b.queues.Read(func() {
		b.asking = false
		b.held, b.note = true, Line{}
		b.queue.SetOptions(b.queues.Names())
		if i := b.queues.At(); i >= 0 {
			b.queue.SetSelectedIndex(i)
		} else {
			b.queue.ClearSelected()
		}
		b.held = false
		b.refresh()
	})
}

// print prints what is ticked, or says why it does not.
func (b *bar) print() {
	switch {
	case b.m.Busy():
		return
	case !b.m.Read:
		b.wish = len(b.m.Sessions) > 0
		return
	case len(b.m.Ticked()) == 0:
		b.note = Line{words.T("没有选中的文书。请在左边勾选要打印的。"), Attention}
		if !slices.ContainsFunc(b.m.Sheets, func(s *Sheet) bool { return s.Ready() }) {
			b.note = Line{words.T("文书都还缺内容。请点左边的“去填写”补上，再打印。"), Attention}
		}
		b.refresh()
		return
	case b.queues.Err != nil:
		b.note = b.queues.Line()
		b.reload()
		return
	}
	b.note = Line{}
	b.sh.Work.Flush()
	b.m.Print(b.printer, b.order())
}

// order is how papers are to be printed.
func (b *bar) order() batch.Order {
	return batch.Order{Queue: b.queues.Chosen, Copies: max(b.copies.SelectedIndex(), 0), Sides: printing.AllSides[max(b.sides.SelectedIndex(), 0)]}
}

// reprint prints once more what was printed then, as it was.
func (b *bar) reprint(x *Earlier, title string) {
	if b.able() {
		b.m.Reprint(b.printer, b.order(), x.Print, title)
	}
}

// resume goes on with a batch on the printer that is chosen.
func (b *bar) resume(rest batch.Rest, say batch.Answer) {
	if b.able() {
		b.m.Continue(b.printer, b.order(), rest, say)
	}
}

// able says whether something can be printed now, or else why not.
func (b *bar) able() bool {
	b.note = Line{}
	if b.queues.Err != nil {
		b.note = b.queues.Line()
		b.reload()
	}
	b.sh.Work.Flush()
	return !b.m.Busy() && b.queues.Err == nil
}

// choosePDF asks whether the papers become one file each or one for all.
func (b *bar) choosePDF() {
	if len(b.m.Ticked()) < 2 {
		b.choose(press.PDF, false)
		return
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("",
		fyne.NewMenuItem(words.T("每件一个文件…"), func() { b.choose(press.PDF, false) }),
		fyne.NewMenuItem(words.T("合成一个文件…"), func() { b.choose(press.PDF, true) })), b.sh.Window.Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, -menu.MinSize().Height), b.pdf)
}

// choose asks for the folder and saves the ticked papers there.
func (b *bar) choose(f press.Format, joined bool) {
	b.inFolder(func(folder string) { b.save(Folder{Path: folder, Format: f, Joined: joined}) })
}

func (b *bar) save(to Folder) {
	if b.m.Busy() || len(b.m.Ticked()) == 0 {
		return
	}
	b.note = Line{}
	b.sh.Work.Flush()
	b.m.Save(to)
}

// refresh shows how far it is, and what can be done.
func (b *bar) refresh() {
	if b.wish && b.m.Read {
		b.wish = false
		b.print()
		return
	}
	ticked, busy := len(b.m.Ticked()), b.m.Busy() || !b.m.Read
	text := words.T("打印所选")
	if ticked > 0 {
		text = words.T("打印所选 {{.N}} 件", map[string]int{"N": ticked})
	}
	if b.primary.Text != text {
		b.primary.SetText(text)
		b.row.Refresh()
	}
	may := b.sh.Rights.Write(hearing.NounPrint, "") == nil // what is saved as a file has gone out too
	for _, x := range []*widget.Button{b.primary, b.pdf, b.word} {
		enable(x, may && ticked > 0 && !busy)
	}
	b.meter.Hide()
	line := b.note
	switch r := b.m.Run; {
	case b.m.Busy():
		line = r.Line()
		b.progress.SetValue(r.Progress())
		b.meter.Show()
		b.stop.SetText(words.T("停止"))
		if !r.Waiting() {
			b.stop.SetText(words.T("不再等待"))
		}
	case line.Text != "":
	case b.queues.Line().Text != "" && (r == nil || r.Printing()):
		line = b.queues.Line()
		if r != nil && r.outcome().Weight != Good {
			line = r.Line()
		}
	case r != nil && b.m.concerns(r):
		line = r.Line()
	}
	b.say(line)
}

func (b *bar) say(l Line) {
	weight := weights[l.Weight]
	if l.Weight == Plain {
		weight = widget.MediumImportance
	}
	say(b.line, l.Text, weight)
	if l.Text == "" {
		b.status.Hide()
	} else {
		b.status.Show()
	}
	height := float32(0)
	if b.status.Visible() {
		height = b.status.MinSize().Height
	}
	if height != b.height {
		b.height = height
		b.settle()
	}
}

// enable sets whether a button can be pressed, without redrawing it in vain.
func enable(b *widget.Button, on bool) {
	if on == b.Disabled() {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}
