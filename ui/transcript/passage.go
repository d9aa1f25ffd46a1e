package transcript

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A piece is a stretch of a passage that looks alike.
type piece struct {
	text   string
	bold   bool
	struck bool
	tint   fyne.ThemeColorName
	small  bool
}

// A word is a piece at its place in a row.
type word struct {
	piece
	x, y, width float32
}

// magnified is how much larger the text is than that of forms: it is read by
// several people at one screen.
const magnified = 1.25

// The room around a passage, and between its lines.
const (
	rowPad  = 6
	linePad = 6
	timeW   = 78 // of the time of day at the left
)

func (p piece) size() float32 {
	if p.small {
		return theme.CaptionTextSize()
	}
	return theme.TextSize() * magnified
}

// A ruler measures characters, each once.
type ruler map[rulerKey]float32

type rulerKey struct {
	r    rune
	size float32
	bold bool
}

func (m ruler) width(r rune, p piece) float32 {
	k := rulerKey{r, p.size(), p.bold}
	w, ok := m[k]
	if !ok {
		w = fyne.MeasureText(string(r), k.size, fyne.TextStyle{Bold: p.bold}).Width
		m[k] = w
	}
	return w
}

// break sets pieces into lines of a width, and says how high they are.
func (m ruler) set(pieces []piece, wide float32) (out []word, height float32) {
	x, y, line := float32(0), float32(0), theme.TextSize()*magnified+linePad
	for _, p := range pieces {
		at := word{piece: p, x: x, y: y}
		at.text = ""
		var b strings.Builder
		flush := func() {
			if b.Len() > 0 {
				at.text = b.String()
				out = append(out, at)
			}
			b.Reset()
			at.x, at.y, at.width = x, y, 0
		}
		for _, r := range p.text {
			w := m.width(r, p)
			if r == '\n' || x+w > wide && x > 0 {
				flush()
				x, y = 0, y+line
				at.x, at.y = x, y
			}
			if r != '\n' {
				b.WriteRune(r)
				x += w
				at.width += w
			}
		}
		flush()
	}
	return out, y + line
}

// pieces are what a row shows; find is marked wherever it stands.
func (r Row) pieces(find string) []piece {
	switch {
	case r.Head != "":
		return []piece{{text: r.Head, bold: true, tint: theme.ColorNamePrimary}}
	case r.Line == nil:
		return []piece{{text: r.Note, tint: theme.ColorNamePlaceHolder}}
	}
	var out []piece
	if r.Lead != "" {
		out = append(out, piece{text: r.Lead + "　", bold: true, tint: theme.ColorNameForeground})
	}
	for _, was := range r.Line.Was {
		out = append(out, piece{text: was, struck: true, tint: theme.ColorNamePlaceHolder})
	}
	now := piece{text: r.Line.Text, struck: r.Line.Gone, tint: theme.ColorNameForeground}
	if r.Line.Gone {
		now.tint = theme.ColorNamePlaceHolder
	}
	out = append(out, marked(now, find)...)
	if r.Mark != "" {
		tint := theme.ColorNamePrimary
		if r.Line.Draft {
			tint = theme.ColorNameWarning
		}
		out = append(out, piece{text: " 〔" + r.Mark + "〕", tint: tint, small: true})
	}
	return out
}

// marked parts a piece where a text stands that is looked for.
func marked(p piece, find string) []piece {
	find = strings.ToLower(find)
	low := strings.ToLower(p.text)
	if find == "" || len(low) != len(p.text) {
		return []piece{p}
	}
	var out []piece
	for {
		i := strings.Index(low, find)
		if i < 0 {
			break
		}
		before, hit := p, p
		before.text, hit.text = p.text[:i], p.text[i:i+len(find)]
		hit.bold, hit.tint = true, theme.ColorNameError
		out = append(out, before, hit)
		p.text, low = p.text[i+len(find):], low[i+len(find):]
	}
	return append(out, p)
}

// A passage is one row on the screen.
type passage struct {
	widget.BaseWidget
	at     string
	words  []word
	chosen bool
	open   func()
}

func newPassage(at string, words []word, chosen bool, open func()) *passage {
	p := &passage{at: at, words: words, chosen: chosen, open: open}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped chooses the passage.
func (p *passage) Tapped(*fyne.PointEvent) { p.open() }

// CreateRenderer draws the row.
func (p *passage) CreateRenderer() fyne.WidgetRenderer {
	ground := canvas.NewRectangle(color.Transparent)
	if p.chosen {
		ground.FillColor = theme.Color(theme.ColorNameSelection)
	}
	clock := canvas.NewText(p.at, theme.Color(theme.ColorNamePlaceHolder))
	clock.TextSize = theme.CaptionTextSize()
	clock.Move(fyne.NewPos(4, rowPad+4))
	objects := []fyne.CanvasObject{ground, clock}
	for _, w := range p.words {
		t := canvas.NewText(w.text, theme.Color(w.tint))
		t.TextSize, t.TextStyle.Bold = w.size(), w.bold
		y := rowPad + w.y + (theme.TextSize()*magnified-w.size())*0.8
		t.Move(fyne.NewPos(timeW+w.x, y))
		t.Resize(fyne.NewSize(w.width, w.size())) // as tall as its letters, so that it stays where it is
		objects = append(objects, t)
		if w.struck {
			l := canvas.NewLine(theme.Color(w.tint))
			l.StrokeWidth = 1.5
			middle := rowPad + w.y + w.size()*0.72
			l.Position1, l.Position2 = fyne.NewPos(timeW+w.x, middle), fyne.NewPos(timeW+w.x+w.width, middle)
			objects = append(objects, l)
		}
	}
	return &passageRenderer{ground, objects}
}

type passageRenderer struct {
	ground  *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *passageRenderer) Layout(s fyne.Size)           { r.ground.Resize(s) }
func (r *passageRenderer) MinSize() fyne.Size           { return fyne.NewSize(timeW, 20) }
func (r *passageRenderer) Refresh()                     {}
func (r *passageRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *passageRenderer) Destroy()                     {}
