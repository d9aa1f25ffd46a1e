package schedule

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A drag is a session on its way, and what is known of where it would go.
type drag struct {
	board   *board
	segment segment
	origin  spot
	spot    spot          // where the pointer is
	pos     fyne.Position // of the pointer
	grip    fyne.Position // of the pointer, in the block
	size    fyne.Size     // of the block
	to      hearing.Slot  // where it would go
	rest    bool          // nobody works there
	dropped bool          // let go, and being saved

	dossier *hearing.Dossier // of the session as it is stored; only jobs touch what it points to
	asking  bool
	known   hearing.Slot // the slot that clashes were read for
	read    bool
	clashes []hearing.Clash
	follows []sitting.Consequence // what it does to move it there
}

// take begins to drag; it reports whether the entry can be moved.
func (p *page) take(b *board, h hit, pos fyne.Position) bool {
	e := h.segment.entry
	if !p.canMove(e) {
		return false
	}
	at, ok := b.sheet.at(pos, b.Size())
	block, found := b.boxOf(e.Session, h.day)
	if !ok || !found {
		return false
	}
	p.drag = &drag{board: b, segment: h.segment, origin: at, spot: at, pos: pos, to: slotOf(e), known: slotOf(e), read: true,
		grip: fyne.NewPos(pos.X-block.x, pos.Y-block.y), size: fyne.NewSize(block.w, block.h)}
	b.Refresh()
	return true
}

// canMove reports whether an entry can be moved, and says why not.
func (p *page) canMove(e hearing.Entry) bool {
	if !movable(e) {
		p.sh.Say(words.T("“{{.Title}}”已归档，不能移动", map[string]string{"Title": titleOf(e)}))
	}
	return movable(e)
}

// pull moves what is dragged to the pointer.
func (p *page) pull(pos fyne.Position, s spot) {
	d := p.drag
	if d == nil || d.dropped {
		return
	}
	d.pos, d.spot = pos, s
	d.to = dragged(slotOf(d.segment.entry), d.origin, s, p.model.zone)
	d.rest = p.sh.Days != nil && !p.sh.Days.Working(calendar.DateOf(d.to.Start.In(p.model.zone)))
	p.ask(d)
	d.board.overlay.Refresh()
}

// ask reads what clashes at the slot, one question at a time: while one is
// under way, only the latest slot is asked for next.
func (p *page) ask(d *drag) {
	if d.asking || d.read && same(d.known, d.to) {
		return
	}
	d.asking = true
	slot, e := d.to, d.segment.entry
	dossier := d.dossier
	var clashes []hearing.Clash
	var follows []sitting.Consequence
	p.sh.Work.Do(func(ctx context.Context) error {
		book, err := p.sh.Book()
		if err != nil {
			return err
		}
		if dossier == nil {
			read, err := p.desk.Dossier(ctx, e.Session)
			if err != nil {
				return err
			}
			dossier = &read
		}
		at := dossier.Session()
		at.Slot = slot
		follows = sitting.Moved(book, *dossier, slot, p.sh.Now())
		clashes, err = p.desk.Clashes(ctx, at)
		return err
	}, func(err error) {
		d.asking = false
		if d != p.drag || d.dropped {
			return // let go by now
		}
		if err != nil {
			p.cancel()
			p.sh.Fail(err)
			return
		}
		d.dossier, d.known, d.read, d.clashes, d.follows = dossier, slot, true, clashes, follows
		p.ask(d)
		d.board.overlay.Refresh()
	})
}

// drop lets go: the session is moved, unless it clashes there.
func (p *page) drop() {
	d := p.drag
	if d == nil || d.dropped {
		return
	}
	was := slotOf(d.segment.entry)
	if same(d.to, was) {
		p.cancel()
		return
	}
	d.dropped = true
	to := d.to
	p.move(d.segment.entry, func(now hearing.Slot) (hearing.Slot, error) {
		if !same(now, was) {
			return now, hearing.ErrStale
		}
		return to, nil
	})
}

// cancel puts what is dragged back.
func (p *page) cancel() {
	if d := p.drag; d != nil {
		p.drag = nil
		d.board.press = nil
		d.board.Refresh()
		d.board.overlay.Refresh()
	}
}

func isClash(err error) bool {
	var c *hearing.ClashError
	return errors.As(err, &c)
}

// lifted reports whether a segment is on its way.
func (p *page) lifted(s segment) bool {
	return p.drag != nil && p.drag.segment.entry.Session == s.entry.Session
}

// ghost is what is dragged, as it would be where it is now.
func (d *drag) ghost() segment {
	e := d.segment.entry
	e.Start, e.End, e.Clashes = d.to.Start, d.to.End, len(d.clashes) > 0
	return segment{entry: e, begins: true, ends: true, lanes: 1, across: 1}
}

const cardWidth = 320

// tints are the colours of what follows from a move.
var tints = map[hearing.Severity]fyne.ThemeColorName{hearing.Blocked: theme.ColorNameError, hearing.Warning: theme.ColorNameWarning}

// grave lists the gravest of what follows, as far as the card has room.
func (d *drag) grave() []sitting.Consequence {
	var out []sitting.Consequence
	for _, c := range d.follows {
		if c.Weight != hearing.Info && len(out) < 4 {
			out = append(out, c)
		}
	}
	return out
}

// card draws the lines beside the ghost, on the side that has room.
func (d *drag) card(p *pen, b, view box) {
	f := ink(normal)
	width := f.width
	lines := []struct {
		text string
		face face
	}{{words.Range(d.to.Start, d.to.End), strong(normal)}}
	say := func(text string, colour fyne.ThemeColorName) {
		for _, l := range wrap(text, cardWidth-24, 9, width) {
			lines = append(lines, struct {
				text string
				face face
			}{l, face{size: normal, colour: theme.Color(colour)}})
		}
	}
	known := d.read && same(d.known, d.to)
	switch {
	case same(d.to, slotOf(d.segment.entry)):
		say(words.T("原来的时间"), theme.ColorNamePlaceHolder)
	case !known:
		say(words.T("正在核对冲突…"), theme.ColorNamePlaceHolder)
	case len(d.clashes) > 0:
		say(words.Clashes(d.clashes), theme.ColorNameError)
	default:
		say(words.T("没有冲突"), theme.ColorNameSuccess)
	}
	if known && !same(d.to, slotOf(d.segment.entry)) {
		for _, c := range d.grave() {
			say(c.Text, tints[c.Weight])
		}
	}
	if d.rest {
		say(words.T("这一天是休息日"), theme.ColorNameWarning)
	}
	if d.segment.entry.State.Held() {
		say(words.T("此会已经举行，移动即更正记录"), theme.ColorNameWarning)
	}
	const line = 20
	c := box{b.x + b.w + 10, b.y, cardWidth, float32(len(lines))*line + 16}
	if c.x+c.w > view.w-4 {
		c.x = b.x - 10 - c.w
	}
	if c.x < 4 { // no room at either side: inside of the block
		c.x = max(b.x+b.w-c.w-20, 4)
	}
	c.y = max(min(c.y, view.y+view.h-c.h-4), view.y+4)
	p.fill(box{c.x + 1, c.y + 3, c.w, c.h}, theme.Color(theme.ColorNameShadow), 7)
	edge := theme.ColorNameInputBorder
	if known && len(d.clashes) > 0 {
		edge = theme.ColorNameError
	}
	p.frame(c, theme.Color(theme.ColorNameMenuBackground), theme.Color(edge), 1, 6)
	for i, l := range lines {
		p.text(l.text, l.face, box{c.x + 12, c.y + 8 + float32(i)*line, c.w - 24, line})
	}
}
