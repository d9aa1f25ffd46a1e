package recorder

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A seatList is the right side: everybody who can speak, with the key that lets
// them.
type seatList struct {
	p      *page
	object fyne.CanvasObject
	rows   *fyne.Container
	scroll *container.Scroll
	all    []*seatRow
	people []script.Person
}

// A seatRow is one person.
type seatRow struct {
	press  *look.Press
	ground *canvas.Rectangle
	key    *canvas.Text
	name   *widget.Label
	role   *widget.Label
	sides  *fyne.Container // of name and role
}

const seatWidth = 238

func newSeatList(p *page) *seatList {
	s := &seatList{p: p, rows: container.New(layout.NewCustomPaddedVBoxLayout(1))}
	s.scroll = container.NewVScroll(s.rows)
	find := look.Quiet(words.T("找人 Ctrl+J"), theme.SearchIcon(), p.pickSpeaker)
	find.Alignment = widget.ButtonAlignLeading
	s.object = side(seatWidth, container.NewBorder(nil, find, nil, nil, s.scroll))
	return s
}

// show shows who can speak, who does, and who has not come.
func (s *seatList) show() {
	people := s.p.m.Seated()
	if !slices.EqualFunc(people, s.people, func(a, b script.Person) bool {
		return a.Key == b.Key && a.Name == b.Name && a.Role == b.Role && a.Remote == b.Remote
	}) {
		s.people, s.all = people, nil
		s.rows.RemoveAll()
		for i, p := range people {
			r := newSeatRow(HotKey(i), func() { s.p.m.Speak(SpeakerOf(p)); s.p.focus() })
			s.all = append(s.all, r)
			s.rows.Add(r.press)
		}
	}
	speaking := s.p.m.Speaking()
	for i, p := range people {
		s.all[i].show(p, SpeakerOf(p) == speaking, s.p.presence(p.Key))
		if SpeakerOf(p) == speaking {
			s.reveal(i)
		}
	}
}

func (s *seatList) reveal(i int) {
	high := s.all[i].press.MinSize().Height + 1
	y := float32(i) * high
	if y < s.scroll.Offset.Y || y+high > s.scroll.Offset.Y+s.scroll.Size().Height {
		s.scroll.Offset.Y = max(0, min(y-3*high, s.rows.MinSize().Height-s.scroll.Size().Height))
		s.scroll.Refresh()
	}
}

// presence is whether a participant came, by the key of the script.
func (p *page) presence(key string) hearing.Presence {
	x, _ := p.s.Value().Participant(hearing.ID(key))
	return x.Attendance.Presence
}

func newSeatRow(key string, tap func()) *seatRow {
	r := &seatRow{key: canvas.NewText(key, theme.Color(theme.ColorNamePrimary)), name: widget.NewLabel(""), role: caption("", widget.LowImportance), ground: canvas.NewRectangle(color.Transparent)}
	r.key.TextSize = theme.CaptionTextSize()
	r.key.Alignment = fyne.TextAlignCenter
	r.name.Truncation = fyne.TextTruncateEllipsis
	r.role.Alignment = fyne.TextAlignTrailing
	r.ground.CornerRadius = 5
	room := canvas.NewRectangle(color.Transparent)
	if key != "" {
		room.FillColor = tinted(theme.ColorNamePrimary, 0x14)
	}
	room.CornerRadius = 4
	room.SetMinSize(fyne.NewSize(38, 18))
	chip := container.NewCenter(container.NewStack(room, container.NewCenter(r.key)))
	r.sides = container.New(parts{share("")}, r.name, r.role)
	r.press = look.NewPress(container.NewStack(r.ground, container.New(layout.NewCustomPaddedLayout(-3, -3, 2, 0),
		container.NewBorder(nil, nil, chip, nil, r.sides))), tap)
	return r
}

func (r *seatRow) show(p script.Person, speaks bool, came hearing.Presence) {
	var ground color.Color = color.Transparent
	if speaks {
		ground = theme.Color(theme.ColorNameSelection)
	}
	if r.ground.FillColor != ground {
		r.ground.FillColor = ground
		r.ground.Refresh()
	}
	weight := widget.MediumImportance
	role := p.Role
	switch {
	case came == hearing.Absent, came == hearing.LeftHall:
		weight, role = widget.LowImportance, words.Of(came)
	case p.Remote:
		role += "·" + words.T("视频")
	}
	if r.name.Text != p.Name || r.name.Importance != weight || r.name.TextStyle.Bold != speaks {
		r.name.Text, r.name.Importance, r.name.TextStyle.Bold = p.Name, weight, speaks
		r.name.Refresh()
		if now := (parts{share(p.Name)}); r.sides.Layout != now {
			r.sides.Layout = now
			r.sides.Refresh()
		}
	}
	if r.role.Text != role {
		r.role.SetText(role)
	}
}

// share is how much of a row a name takes: a long one more, since people are told
// apart by their names.
func share(name string) float32 {
	return min(0.46+0.07*float32(max(len([]rune(name))-4, 0)), 0.74)
}

// parts sets two objects side by side, the first with a share of the width.
type parts struct{ first float32 }

// MinSize is as high as the higher one.
func (parts) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(40, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout gives each its share.
func (p parts) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := size.Width * p.first
	o[0].Resize(fyne.NewSize(w, size.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width-w, size.Height))
	o[1].Move(fyne.NewPos(w, 0))
}
