package seats

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A Layout lets a clerk lay out the seats of a room: how many of which kind, in how
// many rows, and where.
type Layout struct {
	Object fyne.CanvasObject

	blocks *Blocks
	board  *board
	tell   func(hearing.Room)
	note   *widget.Label
	zone   *widget.Select
	seats  *stepper
	rows   *stepper
	down   *widget.Check
	remove *widget.Button
	reset  *widget.Button
	quiet  bool // the controls are being set
	add    *widget.Button
	still  bool // it is only looked at
}

// NewLayout returns the controls of a room's seats; change stores the room's new
// layout.
func NewLayout(change func(hearing.Room)) *Layout {
	l := &Layout{blocks: NewBlocks(Layouts()), board: newBoard(), tell: change, note: widget.NewLabel("")}
	l.note.Importance = widget.DangerImportance
	l.note.Truncation = fyne.TextTruncateEllipsis
	l.board.free = true
	l.board.whole = func(tile int) []int { _, tiles := l.blocks.Block(tile); return tiles }
	l.board.drop = func(tile, x, y int) { l.done(l.blocks.Move(tile, x, y)) }
	l.board.chosen = l.choose
	l.board.key = func(k fyne.KeyName) {
		if k == fyne.KeyDelete {
			l.done(l.blocks.Remove())
		}
	}
	kind := widget.NewRadioGroup([]string{words.T("听证会"), words.T("宣告送达")}, nil)
	kind.Horizontal, kind.Required = true, true
	kind.SetSelected(words.T("听证会"))
	kind.OnChanged = func(s string) { l.of(s == words.T("宣告送达")) }
	l.zone = widget.NewSelect(zoneNames(), func(string) {
		l.edit(func(b *hearing.SeatBlock) { b.Zone = hearing.Zones[l.zone.SelectedIndex()] })
	})
	l.zone.PlaceHolder = words.T("席区")
	l.seats = newStepper(func(by int) { l.edit(func(b *hearing.SeatBlock) { b.Seats += by }) })
	l.rows = newStepper(func(by int) { l.edit(func(b *hearing.SeatBlock) { b.Rows = max(b.Rows, 1) + by }) })
	l.down = widget.NewCheck(words.T("靠墙竖放"), func(on bool) { l.edit(func(b *hearing.SeatBlock) { b.Down = on }) })
	l.remove = look.Quiet(words.T("删除席区"), theme.DeleteIcon(), func() { l.done(l.blocks.Remove()) })
	l.reset = look.Quiet(words.T("恢复默认布置"), theme.ViewRefreshIcon(), func() { l.done(l.blocks.Reset(), true) })
	l.add = look.Quiet(words.T("添加席区"), theme.ContentAddIcon(), func() { l.done(l.blocks.Add(hearing.ZoneGuest)) })
	controls := container.NewHBox(l.zone, widget.NewLabel(words.T("座位")), l.seats.object, widget.NewLabel(words.T("排数")), l.rows.object, l.down, l.remove)
	top := container.NewVBox(container.NewBorder(nil, nil, kind, container.NewHBox(l.add, l.reset)), container.NewBorder(nil, nil, controls, nil, l.note))
	l.Object = container.NewBorder(top, look.Hint(words.T("点一个席区改座位数和排数，拖动即移动；键盘：方向键选，空格拿起，方向键移，再按空格放下。上边是会场正面。")), nil, nil, l.board)
	return l
}

func zoneNames() []string {
	out := make([]string, len(hearing.Zones))
	for i, z := range hearing.Zones {
		out[i] = words.Of(z)
	}
	return out
}

// of shows the seats of announcements, or of hearings.
func (l *Layout) of(ceremony bool) {
	l.blocks.Ceremony, l.blocks.At, l.board.at = ceremony, -1, -1
	l.draw()
}

// Show shows a room.
func (l *Layout) Show(r hearing.Room) {
	l.blocks.Set(r)
	l.draw()
}

// edit changes the chosen block, unless the controls are only being set.
func (l *Layout) edit(f func(*hearing.SeatBlock)) {
	if !l.quiet {
		l.done(l.blocks.Edit(f))
	}
}

// done stores what was changed, or says why it was not.
func (l *Layout) done(r hearing.Room, ok bool) {
	l.note.SetText("")
	if ok {
		l.tell(r)
	} else {
		l.note.SetText(words.T("放不下：与别的席位重叠，或超出会场。"))
	}
	l.draw()
}

// choose chooses the block of the tile that is chosen.
func (l *Layout) choose() {
	if l.board.at >= 0 && l.board.lifted < 0 {
		l.blocks.At, _ = l.blocks.Block(l.board.at)
	}
	l.controls()
}

func (l *Layout) draw() {
	wide, deep := l.blocks.Size()
	l.board.front = front(l.blocks.Front())
	if l.blocks.At >= 0 {
		l.board.at = l.blocks.First()
	}
	l.board.set(l.blocks.Tiles(), wide, deep)
	if l.blocks.Own() && !l.still {
		l.reset.Enable()
	} else {
		l.reset.Disable()
	}
	l.controls()
}

// controls shows the chosen block in the controls.
func (l *Layout) controls() {
	l.quiet = true
	defer func() { l.quiet = false }()
	b, ok := l.blocks.Chosen()
	ok = ok && !l.still
	l.seats.set(b.Seats, ok)
	l.rows.set(max(b.Rows, 1), ok)
	for _, w := range []fyne.Disableable{l.zone, l.down, l.remove} {
		if ok {
			w.Enable()
		} else {
			w.Disable()
		}
	}
	l.down.SetChecked(b.Down)
	if ok {
		l.zone.SetSelected(words.Of(b.Zone))
	} else {
		l.zone.ClearSelected()
	}
}

// Disable lets the seats only be looked at.
func (l *Layout) Disable() { l.stand(true) }

// Enable lets them be moved again.
func (l *Layout) Enable() { l.stand(false) }

func (l *Layout) stand(still bool) {
	l.still = still
	if l.add.Enable(); still {
		l.add.Disable()
	}
	l.draw()
}

// A stepper is a number with a button for less and one for more.
type stepper struct {
	object     fyne.CanvasObject
	number     *widget.Label
	less, more *widget.Button
}

func newStepper(step func(by int)) *stepper {
	s := &stepper{number: widget.NewLabel("0"), less: look.Quiet("−", nil, func() { step(-1) }), more: look.Quiet("+", nil, func() { step(1) })}
	s.number.Alignment = fyne.TextAlignCenter
	s.object = container.NewHBox(s.less, s.number, s.more)
	return s
}

func (s *stepper) set(n int, on bool) {
	s.number.SetText(strconv.Itoa(n))
	s.less.Enable()
	s.more.Enable()
	if !on || n <= 1 {
		s.less.Disable()
	}
	if !on {
		s.number.SetText("–")
		s.more.Disable()
	}
}
