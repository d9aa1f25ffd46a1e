package projector

import (
	"fmt"
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"hearingdesk/ui/lettering"
	"hearingdesk/ui/words"
)

// A palette is the colours of the wall. They are apart from the theme's: read from
// the last row, by people of every age, in a room with its blinds up or down.
type palette struct{ ground, panel, rule, ink, muted, accent, alert color.Color }

var (
	dark  = palette{hex(0x0F1722), hex(0x1A2636), hex(0x2C3B4F), hex(0xF4F7FB), hex(0x98A8BD), hex(0x9CC4F8), hex(0xF2C26B)}
	light = palette{hex(0xFBFAF7), hex(0xEDF1F6), hex(0xD3DAE3), hex(0x12202F), hex(0x566475), hex(0x1F4E8C), hex(0x8A5600)}
)

func hex(v uint32) color.Color {
	return color.NRGBA{R: uint8(v >> 16 & 0xFF), G: uint8(v >> 8 & 0xFF), B: uint8(v & 0xFF), A: 0xFF}
}

// A box is a part of the wall.
type box struct{ x, y, w, h float32 }

// A brush draws a scene at a size.
type brush struct {
	plain, bold *lettering.Face
	ink         palette
	size        fyne.Size
	u           float32 // the unit: a hundredth of a wall of 16 to 9
	objects     []fyne.CanvasObject
}

// How a text stands in its box.
const (
	leading = fyne.TextAlignLeading
	centre  = fyne.TextAlignCenter
	far     = fyne.TextAlignTrailing
)

// draw makes the objects of a scene.
func (b *brush) draw(s Scene, hint string) []fyne.CanvasObject {
	b.u = min(b.size.Width/100, b.size.Height/56.25)
	b.fill(box{0, 0, b.size.Width, b.size.Height}, b.ink.ground, 0)
	switch s.Page {
	case Session:
		b.session(s, b.head(s))
	case Discipline:
		b.discipline(s, b.head(s))
	case Deliberation:
		b.clock(s)
		b.poster(words.T("休会评议中"), resumes(s), box{0, 0, b.size.Width, b.size.Height})
	default:
		b.pause(s, b.head(s))
	}
	if hint != "" {
		b.text(b.plain, hint, box{4 * b.u, b.size.Height - 3.4*b.u, b.size.Width - 8*b.u, 2.4 * b.u}, 1.6*b.u, b.ink.muted, centre, 1)
	}
	return b.objects
}

func (b *brush) fill(at box, c color.Color, radius float32) {
	r := canvas.NewRectangle(c)
	r.CornerRadius = radius
	r.Resize(fyne.NewSize(at.w, at.h))
	r.Move(fyne.NewPos(at.x, at.y))
	b.objects = append(b.objects, r)
}

// text writes a text into a box, from its top, and returns how high it is.
func (b *brush) text(f *lettering.Face, s string, at box, most float32, c color.Color, align fyne.TextAlign, lines int) float32 {
	if s == "" || at.w <= 0 || at.h <= 0 {
		return 0
	}
	size, list := f.Fit(s, most, at.w, at.h, lines)
	return b.write(f, list, at, size, c, align)
}

func (b *brush) write(f *lettering.Face, list []string, at box, size float32, c color.Color, align fyne.TextAlign) float32 {
	for i, l := range list {
		t := canvas.NewText(l, c)
		t.TextSize, t.TextStyle, t.Alignment = size, f.Style, align
		t.Resize(fyne.NewSize(at.w, f.Line*size))
		t.Move(fyne.NewPos(at.x, at.y+float32(i)*f.Line*size))
		b.objects = append(b.objects, t)
	}
	return float32(len(list)) * f.Line * size
}

// clock writes the time into the upper right corner, and returns its width.
func (b *brush) clock(s Scene) float32 {
	now := s.Now.In(words.Zone())
	size := 6 * b.u
	w := b.bold.Width("00:00:00", size) + b.u
	at := box{b.size.Width - 4*b.u - w, 2.2 * b.u, w, 9 * b.u}
	h := b.write(b.bold, []string{now.Format("15:04:05")}, at, size, b.ink.ink, far)
	if s.Rehearsal {
		wide := b.bold.Width(words.T("演练"), 1.7*b.u) + 3*b.u
		chip := box{at.x + at.w - wide, at.y + h - 0.7*b.u, wide, 2.8 * b.u}
		b.fill(chip, b.ink.alert, 0.6*b.u)
		b.text(b.bold, words.T("演练"), box{chip.x, chip.y + 0.15*b.u, chip.w, chip.h}, 1.7*b.u, b.ink.ground, centre, 1)
	}
	return w
}

// head writes the office, the title and the clock, and returns what is left.
func (b *brush) head(s Scene) box {
	m, clock := 4*b.u, b.clock(s)
	w := b.size.Width - 3*m - clock
	y := 2.6 * b.u
	if s.Office != "" {
		y += b.text(b.plain, s.Office, box{m, y, w, 3.4 * b.u}, 2.1*b.u, b.ink.muted, leading, 1)
	}
	b.text(b.bold, s.Title, box{m, y, w, 12.6*b.u - y}, 3.9*b.u, b.ink.ink, leading, 2)
	b.fill(box{m, 13.4 * b.u, b.size.Width - 2*m, max(1, 0.15*b.u)}, b.ink.rule, 0)
	return box{m, 15.6 * b.u, b.size.Width - 2*m, b.size.Height - 19.6*b.u}
}

// pause is a page of few words: a recess, a hearing that stands still or is over.
func (b *brush) pause(s Scene, at box) {
	switch s.Page {
	case Rest:
		b.poster(words.T("休会"), resumes(s), at)
	case Halted:
		b.poster(words.T("听证中止"), words.T("恢复时间另行通知"), at)
	default:
		b.poster(words.T("听证会结束"), "", at)
	}
}

// resumes says when the hearing goes on, where that was said.
func resumes(s Scene) string {
	if s.Resume.IsZero() {
		return ""
	}
	return words.T("{{.Time}} 继续", map[string]string{"Time": words.Clock(s.Resume)})
}

// poster writes large words into the middle of a box.
func (b *brush) poster(big, small string, at box) {
	w := at.w * 0.9
	size, list := b.bold.Fit(big, 15*b.u, w, at.h*0.7, 2)
	total := float32(len(list)) * b.bold.Line * size
	if small != "" {
		total += 9 * b.u
	}
	y := at.y + (at.h-total)/2
	y += b.write(b.bold, list, box{at.x + (at.w-w)/2, y, w, at.h}, size, b.ink.ink, centre)
	b.text(b.plain, small, box{at.x + (at.w-w)/2, y + b.u, w, 8 * b.u}, 5.2*b.u, b.ink.accent, centre, 1)
}

// discipline writes the rules as large as they all fit.
func (b *brush) discipline(s Scene, at box) {
	title := words.T("听证会纪律")
	y := at.y + b.text(b.bold, title, box{at.x, at.y, at.w, 8 * b.u}, 4.6*b.u, b.ink.accent, leading, 1) + 1.2*b.u
	if !s.Start.IsZero() {
		b.text(b.plain, words.T("{{.Time}} 开始", map[string]string{"Time": words.Clock(s.Start)}), box{at.x + at.w/2, at.y + 0.5*b.u, at.w / 2, 8 * b.u}, 3.6*b.u, b.ink.muted, far, 1)
	}
	left := at.y + at.h - y
	size := 4 * b.u
	if one := size * at.w / max(1, b.plain.Widest(s.Rules, size)); one > 2.3*b.u {
		size = min(size, one) // each in one line
	}
	for ; ; size *= 0.96 {
		total := float32(0)
		list := make([][]string, len(s.Rules))
		for i, r := range s.Rules {
			list[i] = b.plain.Wrap(r, size, at.w)
			total += float32(len(list[i])) * b.plain.Line * size
		}
		gap := (left - total) / float32(max(1, len(list)))
		if gap < size*0.3 && size*0.96 >= lettering.Smallest {
			continue
		}
		for _, lines := range list {
			if y > at.y+at.h {
				return // too many even in the lettering.Smallest type
			}
			y += b.write(b.plain, lines, box{at.x, y, at.w, left}, size, b.ink.ink, leading) + min(max(gap, 0), size*0.8)
		}
		return
	}
}

// spent says how long the step has lasted, and how long it may.
func spent(s Scene) string {
	at := fmt.Sprintf("%02d:%02d", int(s.Used/time.Minute), int(s.Used/time.Second)%60)
	if s.Planned == 0 {
		return words.T("本环节已用 {{.Used}}", map[string]string{"Used": at})
	}
	return words.T("本环节已用 {{.Used}}，计划 {{.Planned}} 分钟", map[string]string{"Used": at, "Planned": strconv.Itoa(int(s.Planned / time.Minute))})
}
