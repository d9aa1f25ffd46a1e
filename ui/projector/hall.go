package projector

import (
	"image/color"
	"strconv"

	"hearingdesk/ui/words"
)

// session draws the agenda at the left; at the right who speaks, or what is being
// done, and the exhibit; below how long the step lasts.
func (b *brush) session(s Scene, at box) {
	left := box{at.x, at.y, at.w * 0.3, at.h - 5*b.u}
	right := box{at.x + at.w*0.34, at.y, at.w * 0.66, at.h - 5*b.u}
	b.agenda(s, left)
	b.time(s, box{at.x, at.y + at.h - 3*b.u, at.w, 4 * b.u})
	if s.Exhibit != (Exhibit{}) {
		h := 9.5 * b.u
		b.exhibit(s.Exhibit, box{right.x, right.y + right.h - h, right.w, h})
		right.h -= h + 1.5*b.u
	}
	b.said(s, right)
}

// agenda lists the steps around the present one, as many as there is room for:
// a few that are over, then those to come.
func (b *brush) agenda(s Scene, at box) {
	size, number := 2.2*b.u, 4.2*b.u
	rows := make([][]string, len(s.Steps))
	high := func(i int) float32 { return float32(len(rows[i]))*b.plain.Line*size + 1.1*b.u }
	for i, step := range s.Steps {
		rows[i] = b.bold.Wrap(step, size, at.w-number-0.6*b.u)
	}
	first, end := window(s.At, at.h, len(rows), high)
	y := at.y
	for i := first; i < end; i++ {
		f, c := b.plain, b.ink.muted
		if i > s.At {
			c = b.ink.ink
		}
		if h := high(i) - 0.3*b.u; i == s.At {
			b.fill(box{at.x, y, at.w, h}, b.ink.panel, 0.7*b.u)
			b.fill(box{at.x, y, 0.5 * b.u, h}, b.ink.accent, 0.2*b.u)
			f, c = b.bold, b.ink.accent
		}
		b.write(f, []string{strconv.Itoa(i + 1)}, box{at.x, y + 0.4*b.u, number - 1.2*b.u, at.h}, size, c, far)
		b.write(f, rows[i], box{at.x + number, y + 0.4*b.u, at.w - number, at.h}, size, c, leading)
		y += high(i)
	}
}

// window chooses which rows stand in a height: from two before the present one
// on, or more before it where the last one is near.
func window(at int, height float32, n int, high func(int) float32) (first, end int) {
	first = max(at, 0)
	left := height
	for end = first; end < n && (end == first || high(end) <= left); end++ {
		left -= high(end)
	}
	for past := 0; first > 0 && (past < 2 || high(first-1) <= left); past++ {
		for end > at+1 && high(first-1) > left {
			end--
			left += high(end)
		}
		if high(first-1) > left {
			break
		}
		first--
		left -= high(first)
	}
	return first, end
}

// said writes who speaks, or the step where nobody does, into the middle.
func (b *brush) said(s Scene, at box) {
	small, big, below := words.T("现在进行"), s.Step, ""
	if s.Speaker != (Speaker{}) {
		small, big, below = words.T("正在发言"), s.Speaker.Name, s.Speaker.Role
		if big == "" {
			big, below = s.Speaker.Role, ""
		}
		if s.Speaker.With != "" {
			below = s.Speaker.Role + "　" + s.Speaker.With
		}
	}
	if s.Case != "" {
		h := b.text(b.plain, s.Case, box{at.x, at.y, at.w, 6 * b.u}, 2.3*b.u, b.ink.muted, leading, 2)
		at.y, at.h = at.y+h, at.h-h
	}
	size, list := b.bold.Fit(big, 10.5*b.u, at.w, at.h-10.5*b.u, 5)
	total := 4*b.u + float32(len(list))*b.bold.Line*size
	if below != "" {
		total += 6 * b.u
	}
	y := at.y + max(0, (at.h-total)/2)
	y += b.text(b.plain, small, box{at.x, y, at.w, 4 * b.u}, 2.5*b.u, b.ink.muted, leading, 1) + 0.3*b.u
	y += b.write(b.bold, list, box{at.x, y, at.w, at.h}, size, b.ink.ink, leading)
	b.text(b.plain, below, box{at.x, y + 0.4*b.u, at.w, 6 * b.u}, min(4*b.u, size*0.9), b.ink.accent, leading, 1)
}

// exhibit writes the number of what is shown, and beside it what it is.
func (b *brush) exhibit(e Exhibit, at box) {
	b.fill(at, b.ink.panel, 1.2*b.u)
	title := words.T("示证")
	if e.Number != "" {
		title = words.T("证据 {{.Number}}", map[string]string{"Number": e.Number})
	}
	w := at.w - 4*b.u
	if e.Name != "" {
		w = min(b.bold.Width(title, 3.2*b.u), at.w*0.3)
	}
	b.middle(title, box{at.x + 2*b.u, at.y, w, at.h}, 3.2*b.u, b.ink.accent)
	b.middle(e.Name, box{at.x + w + 4*b.u, at.y + 0.4*b.u, at.w - w - 6*b.u, at.h - 0.8*b.u}, 2.8*b.u, b.ink.ink)
}

// middle writes at most two lines into the middle of a box's height.
func (b *brush) middle(text string, at box, most float32, c color.Color) {
	if text == "" {
		return
	}
	size, list := b.bold.Fit(text, most, at.w, at.h, 2)
	at.y += (at.h - float32(len(list))*b.bold.Line*size) / 2
	b.write(b.bold, list, at, size, c, leading)
}

// time draws how much of the planned time is used.
func (b *brush) time(s Scene, at box) {
	if s.Step == "" {
		return
	}
	c, part := b.ink.accent, float32(1)
	if s.Planned > 0 {
		part = min(1, float32(s.Used)/float32(s.Planned))
		if s.Used > s.Planned {
			c = b.ink.alert
		}
	}
	b.fill(box{at.x, at.y, at.w, 0.7 * b.u}, b.ink.panel, 0.35*b.u)
	if s.Planned > 0 && part > 0 {
		b.fill(box{at.x, at.y, max(0.7*b.u, at.w*part), 0.7 * b.u}, c, 0.35*b.u)
	}
	b.text(b.plain, spent(s), box{at.x, at.y + 1.2*b.u, at.w, 3.4 * b.u}, 2*b.u, b.ink.muted, leading, 1)
}
