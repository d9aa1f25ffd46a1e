package plan

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// few is how many people a line of the panel names before it is unfolded.
const few = 3

// shift is the panel below the time: what moving the hearing does, as it is
// typed and until it is dealt with.
type shift struct {
	t        *tab
	object   *fyne.Container
	lines    *fyne.Container
	title    *widget.Label
	close    *widget.Button
	shown    []string
	unfolded map[string]bool
}

func newShift(t *tab) *shift {
	x := &shift{t: t, lines: container.NewVBox(), title: widget.NewLabel(""), unfolded: map[string]bool{}}
	x.title.Wrapping, x.title.SizeName, x.title.TextStyle.Bold = words.Wrap(), theme.SizeNameCaptionText, true
	x.close = look.Quiet("", theme.ContentClearIcon(), func() {
		t.s.Settled()
		x.show()
	})
	to := func(text, tab, paper string) *widget.Button {
		return look.Quiet(text, theme.NavigateNextIcon(), func() { t.sh.Go(shell.Place{Kind: shell.Hearing, ID: t.s.ID(), Tab: tab, Paper: paper}) })
	}
	buttons := container.NewHBox(to(words.T("去告知"), "told", ""), to(words.T("补发通知"), "papers", "21"))
	edge := canvas.NewRectangle(theme.Color(theme.ColorNameWarning))
	edge.SetMinSize(fyne.NewSize(3, 0))
	body := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewVBox(x.close), x.title), x.lines, buttons)
	x.object = container.NewStack(look.Card(container.NewBorder(nil, nil, edge, nil, body)))
	x.object.Hide()
	return x
}

// show says what the changes do now.
func (x *shift) show() {
	list := x.t.s.Consequences()
	text := x.t.moves.toldBefore()
	x.close.Hidden = text != "" // it stays until everybody was told again
	if text == "" {
		text = words.T("这样改以后：")
	}
	var shown []string
	for _, c := range list {
		shown = append(shown, string(c.Weight)+c.Text+strings.Join(c.Names, "/"))
	}
	if shown = append(shown, text); slices.Equal(shown, x.shown) {
		return
	}
	x.shown = shown
	x.object.Hidden = len(list) == 0
	x.title.SetText(text)
	x.build(list)
}

func (x *shift) build(list []sitting.Consequence) {
	x.lines.RemoveAll()
	for _, c := range list {
		x.lines.Add(x.line(c))
	}
	x.object.Refresh()
}

// line is one consequence; who is concerned is folded where they are many.
func (x *shift) line(c sitting.Consequence) fyne.CanvasObject {
	l := look.Hint(c.Text)
	mark := widget.NewIcon(theme.NewDisabledResource(theme.InfoIcon()))
	switch c.Weight {
	case hearing.Blocked:
		l.Importance = widget.DangerImportance
		mark.SetResource(theme.NewErrorThemedResource(theme.ErrorIcon()))
	case hearing.Warning:
		l.Importance = widget.WarningImportance
		mark.SetResource(theme.NewWarningThemedResource(theme.WarningIcon()))
	}
	names := c.Names
	folded := len(names) > few && !x.unfolded[c.Text]
	if folded {
		names = names[:few]
	}
	if len(names) > 0 {
		text := words.List(names)
		if folded {
			text = words.T("{{.Names}}等", map[string]string{"Names": text})
		}
		l.SetText(words.T("{{.What}}：{{.Names}}", map[string]string{"What": c.Text, "Names": text}))
	}
	row := container.New(markLayout{}, mark, l)
	if !folded {
		return row
	}
	return look.NewPress(container.NewBorder(nil, nil, nil, widget.NewIcon(theme.MenuDropDownIcon()), row), func() {
		x.unfolded[c.Text] = true
		x.build(x.t.s.Consequences())
	})
}

// markLayout sets a sign before a text that wraps.
type markLayout struct{}

const markWidth = float32(18)

// MinSize is that of the text.
func (markLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, o[1].MinSize().Height)
}

// Layout sets the sign at the first line.
func (markLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSquareSize(15))
	o[0].Move(fyne.NewPos(2, 8))
	o[1].Resize(fyne.NewSize(s.Width-markWidth, s.Height))
	o[1].Move(fyne.NewPos(markWidth, 0))
}
