package recorder

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// The measures of a row.
const (
	textSize   = 15
	lineHeight = 23
	rowPadding = 4
	headHeight = 34
	timeWidth  = 52
	whoWidth   = 168
	markWidth  = 38
	rightEdge  = 52
)

// A setter sets the texts of rows.
type setter struct{ text, small, bold *measure }

func newSetter() setter {
	bold := newMeasure(theme.TextSize())
	bold.style = fyne.TextStyle{Bold: true}
	return setter{newMeasure(textSize), newMeasure(theme.CaptionTextSize()), bold}
}

// indent is how far a row's text stands from the left.
func indent(r *Row) float32 {
	if tag(r) != "" {
		return timeWidth + whoWidth + markWidth
	}
	return timeWidth + whoWidth
}

// tag is what stands before a passage that is no plain speech.
func tag(r *Row) string {
	switch r.Line.Kind {
	case hearing.Ask, hearing.Reply:
		return markOf(r)
	case hearing.Speech, "":
		return ""
	}
	return words.Of(r.Line.Kind)
}

// markOf says 问1 and 答1 in the user's language; an answer to nothing is 答.
func markOf(r *Row) string {
	switch {
	case r.N == 0:
		return words.Of(r.Line.Kind)
	case r.Line.Kind == hearing.Ask:
		return words.T("问{{.N}}", map[string]int{"N": r.N})
	}
	return words.T("答{{.N}}", map[string]int{"N": r.N})
}

func (s *setter) room(r *Row, width float32) float32 {
	return max(width-indent(r)-rightEdge, 60)
}

// height is how high a passage is.
func (s *setter) height(r *Row, width float32) float32 {
	n := len(s.text.lines([]rune(r.Line.Text), s.room(r, width)))
	for _, was := range r.Line.Was {
		n += len(s.text.lines([]rune(was), s.room(r, width)))
	}
	return float32(n)*lineHeight + 2*rowPadding
}

// A rowView draws one row.
type rowView struct {
	widget.BaseWidget
	set   *setter
	row   Row
	drawn drawn
	parts []fyne.CanvasObject
	onTap func(Row)
}

// drawn is all that a row's picture follows from.
type drawn struct {
	edition, row  int
	unsaved, open bool
	marked        int // the search whose finds are marked
	width         float32
	variant       fyne.ThemeVariant
}

func newRowView(set *setter, onTap func(Row)) *rowView {
	v := &rowView{set: set, onTap: onTap}
	v.ExtendBaseWidget(v)
	return v
}

// Tapped opens the passage.
func (v *rowView) Tapped(*fyne.PointEvent) { v.onTap(v.row) }

// show draws another row, or the same in another way.
func (v *rowView) show(r Row, as drawn, marks []mark, at mark) {
	v.row, v.drawn, v.parts = r, as, v.parts[:0]
	switch {
	case r.Step != nil:
		v.heading(words.Term(r.Step.Name), words.Clock(r.At))
	case r.Pause != nil:
		v.pause(r)
	default:
		v.passage(r, marks, at)
	}
	v.Refresh()
}

// put puts a text at a place; y is the top of its line.
func (v *rowView) put(text string, x, y, size float32, bold bool, tint fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(text, theme.Color(tint))
	t.TextSize, t.TextStyle.Bold = size, bold
	high := t.MinSize().Height
	t.Move(fyne.NewPos(x, y+(lineHeight-high)/2))
	t.Resize(t.MinSize())
	v.parts = append(v.parts, t)
	return t
}

// bar fills a part of the row.
func (v *rowView) bar(x, y, w, h float32, c color.Color, radius float32) {
	r := canvas.NewRectangle(c)
	r.CornerRadius = radius
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	v.parts = append(v.parts, r)
}

func tinted(n fyne.ThemeColorName, alpha uint8) color.Color {
	r, g, b, _ := theme.Color(n).RGBA()
	return color.NRGBA{R: uint8(r >> 8 & 0xFF), G: uint8(g >> 8 & 0xFF), B: uint8(b >> 8 & 0xFF), A: alpha}
}

func (v *rowView) heading(name, clock string) {
	y := float32(headHeight-lineHeight) - 4
	v.put(clock, 8, y, theme.CaptionTextSize(), false, theme.ColorNamePlaceHolder)
	t := v.put(name, timeWidth, y, theme.TextSize(), true, theme.ColorNamePrimary)
	x := timeWidth + t.MinSize().Width + 10
	v.bar(x, headHeight/2+1, max(0, v.Size().Width-x-14), 1, theme.Color(theme.ColorNameSeparator), 0)
}

func (v *rowView) pause(r Row) {
	text := words.Of(r.Pause.Kind) + "　" + words.Clock(r.Pause.From) + "–"
	if !r.Pause.To.IsZero() {
		text += words.Clock(r.Pause.To) + "　" + words.T("{{.N}} 分钟", map[string]int{"N": int(r.Pause.To.Sub(r.Pause.From).Round(time.Minute) / time.Minute)})
	}
	v.bar(timeWidth, 5, max(0, v.Size().Width-timeWidth-14), headHeight-10, tinted(theme.ColorNameWarning, 0x12), 4)
	v.put(text, timeWidth+10, float32(headHeight-lineHeight)/2, theme.CaptionTextSize(), false, theme.ColorNameWarning)
}

// passage draws what somebody said.
func (v *rowView) passage(r Row, marks []mark, at mark) {
	if v.drawn.open {
		v.bar(2, 1, v.Size().Width-6, v.Size().Height-2, theme.Color(theme.ColorNameSelection), 4)
	}
	v.put(words.Clock(r.At), 8, rowPadding, theme.CaptionTextSize(), false, theme.ColorNamePlaceHolder)
	v.who(r)
	x, y := indent(&r), float32(rowPadding)
	ink := theme.ColorNameForeground
	if s := tag(&r); s != "" {
		tint := tintOf(r.Line.Kind)
		if r.Line.Kind == hearing.Remark {
			ink = theme.ColorNameDisabled
		}
		w := v.set.small.text([]rune(s))
		v.bar(x-markWidth-1, y+3, w+10, lineHeight-6, tinted(tint, 0x1C), 4)
		v.put(s, x-markWidth+4, y, theme.CaptionTextSize(), false, tint)
	}
	for _, was := range r.Line.Was {
		y = v.lines(was, x, y, theme.ColorNamePlaceHolder, true, nil, at)
	}
	if r.Line.Gone {
		ink = theme.ColorNamePlaceHolder
	}
	v.lines(r.Line.Text, x, y, ink, r.Line.Gone, marks, at)
	right := ""
	switch {
	case v.drawn.unsaved:
		right = words.T("未存")
	case r.Line.Draft:
		right = words.T("待核对")
	case r.Line.Added:
		right = words.T("补记")
	case r.Line.Gone:
		right = words.T("删去")
	case len(r.Line.Was) > 0:
		right = words.T("改正")
	}
	if right != "" {
		w := v.set.small.text([]rune(right))
		v.put(right, v.Size().Width-w-12, rowPadding, theme.CaptionTextSize(), false, theme.ColorNameWarning)
	}
}

// who names the speaker: the name, and the role as far as there is room.
func (v *rowView) who(r Row) {
	if r.Line.Speaker == "" {
		return
	}
	name, role := []rune(r.Who.Name), []rune(r.Who.Role)
	if len(name) == 0 {
		name, role = role, nil
	}
	room := float32(whoWidth - 14)
	name = v.set.bold.cut(name, room)
	v.put(string(name), timeWidth, rowPadding, theme.TextSize(), true, theme.ColorNameForeground)
	used := v.set.bold.text(name) + 6
	if role = v.set.small.cut(role, room-used); len(role) > 1 {
		v.put(string(role), timeWidth+used, rowPadding, theme.CaptionTextSize(), false, theme.ColorNamePlaceHolder)
	}
}

// cut shortens a text to a width.
func (m *measure) cut(text []rune, width float32) []rune {
	if m.text(text) <= width {
		return text
	}
	for n := len(text) - 1; n > 0; n-- {
		if m.text(text[:n])+m.rune('…') <= width {
			return append(append([]rune{}, text[:n]...), '…')
		}
	}
	return nil
}

func tintOf(k hearing.UtteranceKind) fyne.ThemeColorName {
	switch k {
	case hearing.Ask, hearing.Exhibit:
		return theme.ColorNamePrimary
	case hearing.Reply, hearing.Notarial:
		return theme.ColorNameSuccess
	case hearing.Disorder:
		return theme.ColorNameError
	case hearing.Correcting:
		return theme.ColorNameWarning
	}
	return theme.ColorNameDisabled
}

// lines puts a text with its marks, struck through or not, and returns where the
// next one stands.
func (v *rowView) lines(text string, x, y float32, ink fyne.ThemeColorName, struck bool, marks []mark, at mark) float32 {
	runes := []rune(text)
	for _, s := range v.set.text.lines(runes, v.set.room(&v.row, v.Size().Width)) {
		for _, k := range marks {
			from, to := max(k.from, s.from), min(k.to, s.to)
			if from >= to {
				continue
			}
			alpha := uint8(0x38)
			if k == at {
				alpha = 0x80
			}
			v.bar(x+v.set.text.text(runes[s.from:from]), y+2, v.set.text.text(runes[from:to]), lineHeight-4, tinted(theme.ColorNameWarning, alpha), 2)
		}
		v.put(string(runes[s.from:s.to]), x, y, textSize, false, ink)
		if struck && s.to > s.from {
			v.bar(x, y+lineHeight/2, v.set.text.text(runes[s.from:s.to]), 1, theme.Color(theme.ColorNameError), 0)
		}
		y += lineHeight
	}
	return y
}

// CreateRenderer draws what show put together.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return &rowDrawing{v} }

// MinSize is nothing: the list knows how high a row is.
func (v *rowView) MinSize() fyne.Size { return fyne.NewSize(10, 10) }

type rowDrawing struct{ v *rowView }

// Destroy, Layout, MinSize, Objects and Refresh draw the row's parts.
func (d *rowDrawing) Destroy()                     {}
func (d *rowDrawing) Layout(fyne.Size)             {}
func (d *rowDrawing) MinSize() fyne.Size           { return fyne.NewSize(10, 10) }
func (d *rowDrawing) Objects() []fyne.CanvasObject { return d.v.parts }
func (d *rowDrawing) Refresh()                     { canvas.Refresh(d.v) }
