package prompter

import (
	"fmt"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A view is what the window draws: the words in the middle, what goes with them at
// the right, the way on below.
type view struct {
	p      *Window
	object fyne.CanvasObject
	size   float32 // of the words
	last   Sheet
	drawn  bool

	title, step, of, clock, away *widget.Label
	bar                          *widget.ProgressBar
	words, side                  *column
	scroll, beside               *container.Scroll
	next, opinions, rolling      *widget.Button
	note                         *look.Note
}

// The size of what goes with the words, and the blank around.
const (
	sideSize = 18
	margin   = 14
)

// larger is the window's theme with larger type.
type larger struct {
	fyne.Theme
	size float32
}

// Size makes the text larger.
func (t larger) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return t.size
	case theme.SizeNameInnerPadding:
		return t.size * 0.6
	}
	return t.Theme.Size(n)
}

// at returns the theme with text of a size.
func at(size float32) fyne.Theme { return larger{fyne.CurrentApp().Settings().Theme(), size} }

func newView(p *Window) *view {
	v := &view{p: p, size: float32(fyne.CurrentApp().Preferences().FloatWithFallback(prefSize, usual)), note: look.NewNote()}
	v.title, v.step, v.of = widget.NewLabel(""), look.Heading(""), widget.NewLabel("")
	v.clock, v.away = widget.NewLabel(""), widget.NewLabel("")
	v.title.Truncation, v.of.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	v.title.Importance, v.away.Importance = widget.LowImportance, widget.WarningImportance
	v.clock.Alignment = fyne.TextAlignTrailing
	v.bar = widget.NewProgressBar()
	v.bar.TextFormatter = func() string { return "" }
	v.words, v.side = newColumn(v.size), newColumn(sideSize)
	v.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(margin, 6*margin, margin, margin), v.words))
	v.beside = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(margin, margin, margin, margin), v.side))
	thin := canvas.NewRectangle(color.Transparent)
	thin.SetMinSize(fyne.NewSize(0, 5))
	top := container.New(layout.NewCustomPaddedLayout(10, 6, 16, 16), container.NewVBox(
		container.NewBorder(nil, nil, nil, v.clock, v.title),
		container.NewBorder(nil, nil, nil, v.away, container.NewThemeOverride(v.step, at(20))), v.of,
		container.NewStack(thin, container.New(low{}, v.bar)),
	))
	middle := container.New(shares{v}, v.scroll, container.NewStack(canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground)), v.beside))
	v.object = container.NewStack(canvas.NewRectangle(theme.Color(theme.ColorNameBackground)), container.NewBorder(top, v.below(), nil, nil, middle))
	return v
}

// below are the buttons, large enough for a finger. The keyboard stays with the
// window, so that Space goes on whatever was pressed last.
func (v *view) below() fyne.CanvasObject {
	button := func(text string, do func()) *widget.Button {
		return look.Quiet(text, nil, func() { v.p.w.Canvas().Unfocus(); do() })
	}
	v.next = look.Primary("", nil, func() { v.p.w.Canvas().Unfocus(); v.p.next() })
	v.opinions, v.rolling = button("", v.p.opinions), button("", v.p.roll)
	v.rolls(false)
	left := container.NewHBox(button(words.T("上一段"), v.p.back), button(words.T("A－"), func() { v.p.resize(-between) }), button(words.T("A＋"), func() { v.p.resize(between) }), v.rolling, v.opinions)
	row := container.NewBorder(nil, nil, container.NewThemeOverride(left, at(17)), nil, container.NewThemeOverride(v.next, at(21)))
	return container.New(layout.NewCustomPaddedLayout(6, 10, 16, 16), container.NewVBox(v.note.Object, row))
}

// shares gives the words two thirds of the width, what goes with them the rest.
type shares struct{ v *view }

// Layout places the two, and tells their columns how wide they are.
func (l shares) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := s.Width * 0.68
	l.v.words.set(l.v.words.blocks, l.v.size, w-2*margin)
	l.v.side.set(l.v.side.blocks, sideSize, s.Width-w-2*margin)
	o[0].Resize(fyne.NewSize(w, s.Height))
	o[1].Move(fyne.NewPos(w, 0))
	o[1].Resize(fyne.NewSize(s.Width-w, s.Height))
}

// MinSize fits a tablet held upright.
func (shares) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 200) }

// low draws a bar five dots high.
type low struct{}

// Layout places the bar.
func (low) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(fyne.NewSize(s.Width, 5)) }

// MinSize is that of the bar.
func (low) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 5) }

// show shows a sheet; what did not change is not drawn again, so that the text
// stands where it was scrolled to.
func (v *view) show(s Sheet) {
	v.title.SetText(s.Title)
	v.step.SetText(s.Step)
	v.of.SetText(s.Case)
	v.of.Hidden = s.Case == ""
	away := s.Pause
	if away == "" && s.Away {
		away = words.T("听证在另一环节")
	}
	v.away.SetText(away)
	v.clock.SetText(clock(s))
	v.bar.Hidden = s.Planned == 0
	v.bar.SetValue(min(1, float64(s.Used)/float64(max(s.Planned, time.Second))))
	next := words.T("下一段")
	if s.Line+1 >= len(s.Lines) {
		next = words.T("下一环节：{{.Step}}", map[string]string{"Step": s.Next})
		if s.Next == "" {
			next = words.T("完")
		}
	}
	v.next.SetText(next)
	text := words.T("评议意见")
	if s.Shown && !s.Secret {
		text = words.T("收起评议意见")
	}
	v.opinions.SetText(text)
	v.opinions.Hidden = s.Secret
	if !v.drawn || s.Step != v.last.Step || s.Line != v.last.Line || !slices.Equal(s.Lines, v.last.Lines) {
		v.draw(s)
		if s.Step != v.last.Step {
			v.scroll.ScrollToTop()
		}
	}
	v.aside(s)
	v.last, v.drawn = s, true
}

// clock says how long the step has lasted.
func clock(s Sheet) string {
	planned := int(s.Planned / time.Minute)
	if !s.Begun {
		return words.T("计划 {{.N}} 分钟", map[string]int{"N": planned})
	}
	used := fmt.Sprintf("%02d:%02d", int(s.Used/time.Minute), int(s.Used/time.Second)%60)
	if s.Planned > 0 && s.Used > s.Planned {
		return words.T("已用 {{.Used}}，超过计划 {{.N}} 分钟", map[string]any{"Used": used, "N": int((s.Used - s.Planned) / time.Minute)})
	}
	return words.T("已用 {{.Used}}，计划 {{.N}} 分钟", map[string]any{"Used": used, "N": planned})
}

// draw writes the paragraphs: what was said in grey, what is to be said now on a
// tinted ground.
func (v *view) draw(s Sheet) {
	var blocks []block
	if s.Recorder {
		blocks = append(blocks, block{text: words.T("书记员："), tint: theme.ColorNamePlaceHolder})
	}
	for i, text := range s.Lines {
		b := block{text: text, tint: theme.ColorNameForeground, bold: i == s.Line, ground: i == s.Line}
		if i < s.Line {
			b.tint = theme.ColorNamePlaceHolder
		}
		blocks = append(blocks, b)
	}
	v.words.set(blocks, v.size, v.words.width)
	v.scroll.Refresh()
}

// reveal brings the paragraph that is to be said into sight.
func (v *view) reveal() {
	at := v.last.Line
	if v.last.Recorder {
		at++
	}
	if at >= len(v.words.tops) {
		return
	}
	top := v.words.tops[at]
	if seen := v.scroll.Offset.Y; top < seen || top+v.words.highs[at] > seen+v.scroll.Size().Height-margin {
		v.scroll.ScrollToOffset(fyne.NewPos(0, top))
	}
}

// resize draws the words in another size.
func (v *view) resize(size float32) {
	v.size = size
	v.words.set(v.words.blocks, size, v.words.width)
	v.scroll.Refresh()
}

// down moves the text by so many of its lines, and reports whether there was more.
func (v *view) down(lines float32) bool {
	before := v.scroll.Offset.Y
	v.scroll.ScrollToOffset(fyne.NewPos(0, before+lines*v.size*1.5))
	return v.scroll.Offset.Y > before
}

func (v *view) rolls(on bool) {
	text := words.T("自动滚动")
	if on {
		text = words.T("停止滚动")
	}
	v.rolling.SetText(text)
}

func (v *view) say(text string) { v.note.Set(text) }
