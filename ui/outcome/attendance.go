package outcome

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// presences are the answers of a row, in the order of their keys.
var presences = []hearing.Presence{hearing.Present, hearing.Late, hearing.Absent, hearing.ByVideo, hearing.LeftHall}

// attendance is the step 到场: who came, and when it began and ended.
type attendance struct {
	form
	board   *board
	list    *fyne.Container
	scroll  *container.Scroll
	whole   fyne.CanvasObject
	all     *widget.Button
	top     *fyne.Container
	ids     []hearing.ID
	lines   []attendanceLine
	detail  form // of the participant whom the keyboard is at
	who     *widget.Label
	arrived *field.Clock
	strip   fyne.CanvasObject
}

// An attendanceLine is what a row says beside its cell.
type attendanceLine struct{ name, part, tail *widget.Label }

func newAttendance(v *view) *attendance {
	a := &attendance{form: form{v: v}, detail: form{v: v}, list: container.NewVBox()}
	opened := a.clock("outcome.opened_at", func(h hearing.Hearing) time.Time { return h.Outcome.OpenedAt }, func(h *hearing.Hearing, t time.Time) { h.Outcome.OpenedAt = t })
	closed := a.clock("outcome.closed_at", func(h hearing.Hearing) time.Time { return h.Outcome.ClosedAt }, func(h *hearing.Hearing, t time.Time) { h.Outcome.ClosedAt = t })
	now := func(name string, set func(*hearing.Hearing, time.Time)) *widget.Button {
		b := look.Quiet(words.T("现在"), nil, func() {
			v.change(name, func(h *hearing.Hearing) { set(h, v.sh.Now().In(v.zone()).Truncate(time.Minute)) })
		})
		a.allow(name, b)
		return b
	}
	observers := a.number("outcome.observers", func(h hearing.Hearing) int { return h.Outcome.Observers }, func(h *hearing.Hearing, n int) { h.Outcome.Observers = n })
	observers.Hint(words.T("未列名的人数"))
	disc := a.disc(recordingField, func(r *hearing.Recording) *string { return &r.Disc })
	disc.Hint(words.T("光盘或设备编号"))
	kept := a.disc(recordingField+"[0].kept", func(r *hearing.Recording) *string { return &r.Kept })
	kept.Hint(words.T("如：案管办光盘柜 B-3"))
	files := look.Quiet(words.T("录像文件、书签"), theme.MediaVideoIcon(), func() { v.tab("transcript") })
	discs := container.NewBorder(nil, nil, nil, files, container.NewGridWithColumns(2, field.Row(words.T("录像校验值"), a.digest()), field.Row(words.T("存放位置"), kept)))
	times := container.NewGridWithColumns(4,
		field.RowOf(words.T("实际开始"), beside(opened, now("outcome.opened_at", func(h *hearing.Hearing, t time.Time) { h.Outcome.OpenedAt = t }))),
		field.RowOf(words.T("实际结束"), beside(closed, now("outcome.closed_at", func(h *hearing.Hearing, t time.Time) { h.Outcome.ClosedAt = t }))),
		field.Row(words.T("旁听人数"), observers), field.Row(words.T("录音录像"), disc))
	a.all = widget.NewButtonWithIcon("", theme.ConfirmIcon(), a.allPresent)
	hint := caption(words.T("1 到场　2 迟到　3 缺席　4 远程　5 中途退出　0 取消；↑↓ 换人，回车填写时间和原因，PgDn 下一步"))
	a.top = container.NewBorder(nil, nil, nil, a.all, hint)
	a.scroll = look.Scroll(a.list)
	a.strip = a.details()
	a.whole = container.NewBorder(container.NewPadded(container.NewVBox(times, discs, a.top)), container.NewPadded(a.strip), nil, nil, a.scroll)
	return a
}

// focus puts the keyboard at the participants.
func (a *attendance) focus() { a.v.focus(a.board) }

func (a *attendance) object() fyne.CanvasObject { return a.whole }

// details are the fields of the participant whom the keyboard is at.
func (a *attendance) details() fyne.CanvasObject {
	edit := func(do func(*hearing.Attendance)) func(*hearing.Hearing) {
		return func(h *hearing.Hearing) {
			with(h, a.current(), func(p *hearing.Participant) { do(&p.Attendance) })
		}
	}
	of := func(h hearing.Hearing) hearing.Attendance {
		p, _ := h.Participant(a.current())
		return p.Attendance
	}
	a.who = strong("")
	a.arrived = field.NewClock(-1, func(typed string, minutes int, err error) {
		name := "attendance." + string(a.current()) + ".arrived"
		if err != nil {
			a.v.s.Keep(name, typed)
			return
		}
		a.v.change(name, func(h *hearing.Hearing) {
			edit(func(x *hearing.Attendance) { x.Arrived = At(DayOf(*h, a.v.sh.Now(), a.v.zone()), minutes, a.v.zone()) })(h)
		})
	})
	a.detail.sets = append(a.detail.sets, func(h hearing.Hearing) {
		if typed, ok := a.v.s.Typed("attendance." + string(a.current()) + ".arrived"); ok {
			a.arrived.SetText(typed)
			return
		}
		a.arrived.Set(Minutes(of(h).Arrived, a.v.zone()))
	})
	a.detail.allow("attendance.arrived", a.arrived)
	note := a.detail.text("attendance.note", 1, func(h hearing.Hearing) string { return of(h).Note }, func(h *hearing.Hearing, s string) {
		edit(func(x *hearing.Attendance) { x.Note = s })(h)
	})
	note.Hint(words.T("缺席原因、由谁代为到场"))
	return frame(container.NewGridWithColumns(3, a.who, field.Row(words.T("到场时间"), a.arrived), field.Row(words.T("说明"), note)))
}

func (a *attendance) current() hearing.ID {
	if a.board == nil || a.board.r >= len(a.ids) {
		return ""
	}
	return a.ids[a.board.r]
}

// show makes the rows anew only when there are other participants.
func (a *attendance) show(h hearing.Hearing) {
	ids := make([]hearing.ID, len(h.Participants))
	for i, p := range h.Participants {
		ids[i] = p.ID
	}
	if a.board == nil || !slices.Equal(ids, a.ids) {
		a.ids = ids
		a.build(h)
	}
	a.count(h)
	for i, p := range h.Participants {
		name, part := Called(a.v.s.Dossier, p)
		say(a.lines[i].name, name)
		say(a.lines[i].part, part)
		say(a.lines[i].tail, a.tail(p))
	}
	a.form.show(h)
	a.board.show()
	a.showDetail()
}

// count says for how many nothing is recorded yet.
func (a *attendance) count(h hearing.Hearing) {
	here, open, _ := Came(h)
	text := words.T("其余 {{.N}} 人全部到场", map[string]int{"N": open})
	if here == 0 || open == 0 {
		text = words.T("全部到场")
	}
	if text != a.all.Text {
		a.all.SetText(text)
		a.top.Refresh()
	}
	if open == 0 || a.v.s.Barred("participants") != nil {
		a.all.Disable()
	} else {
		a.all.Enable()
	}
}

func (a *attendance) build(h hearing.Hearing) {
	options := make([]option, len(presences))
	for i, p := range presences {
		options[i] = option{words.Of(p), words.Of(p), presenceTint(p)}
	}
	r := 0
	if a.board != nil {
		r = a.board.r
	}
	a.board = newBoard(1, func(r, _ int) int { return slices.Index(presences, a.v.s.Value().Participants[r].Attendance.Presence) }, func(r, _, o int) {
		id := a.ids[r]
		a.v.change("attendance", func(h *hearing.Hearing) { SetPresence(h, id, presences[o], a.v.sh.Now(), a.v.zone()) })
	})
	a.board.r = r
	a.board.moved = a.showDetail
	a.board.page = a.v.page
	a.board.reveal = func(o fyne.CanvasObject) { reveal(a.scroll, o) }
	a.board.enter = func() { a.arrived.Focus() }
	a.lines = nil
	for range h.Participants {
		line := attendanceLine{strong(""), grey(""), grey("")}
		a.lines = append(a.lines, line)
		a.board.add(lineLayout{left: 400, most: 420, cells: 1}, options, container.New(namesLayout{}, line.name, line.part), line.tail)
	}
	a.list.Objects = []fyne.CanvasObject{a.board}
	if len(h.Participants) == 0 {
		a.list.Objects = []fyne.CanvasObject{look.Empty(words.T("还没有参加人。添加参加人后，在这里记录谁到了场。"),
			widget.NewButtonWithIcon(words.T("去添加参加人"), theme.AccountIcon(), func() { a.v.tab("people") }))}
	}
	a.strip.(*fyne.Container).Hidden = len(h.Participants) == 0
	a.list.Refresh()
}

// tail says what else is recorded of a participant's coming.
func (a *attendance) tail(p hearing.Participant) string {
	var parts []string
	if !p.Attendance.Arrived.IsZero() {
		parts = append(parts, words.T("{{.Time}} 到", map[string]string{"Time": p.Attendance.Arrived.In(a.v.zone()).Format("15:04")}))
	}
	if p.Attendance.Note != "" {
		parts = append(parts, p.Attendance.Note)
	}
	return strings.Join(parts, " · ")
}

func (a *attendance) showDetail() {
	h := a.v.s.Value()
	p, ok := h.Participant(a.current())
	if !ok {
		return
	}
	name, _ := Called(a.v.s.Dossier, p)
	say(a.who, name)
	a.detail.show(h)
}

func (a *attendance) allPresent() {
	n := 0
	a.v.change("attendance", func(h *hearing.Hearing) { n = AllPresent(h) })
	a.v.sh.Say(words.T("已为 {{.N}} 人记录到场，可用 Ctrl+Z 撤销", map[string]int{"N": n}))
}

func presenceTint(p hearing.Presence) fyne.ThemeColorName {
	switch p {
	case hearing.Absent:
		return theme.ColorNameError
	case hearing.Late, hearing.LeftHall:
		return theme.ColorNameWarning
	case hearing.ByVideo:
		return theme.ColorNamePrimary
	}
	return theme.ColorNameSuccess
}

// namesLayout sets a name and what for in two columns.
type namesLayout struct{}

// MinSize lets long names be cut off.
func (namesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, cellHeight) }

// Layout gives both about half.
func (namesLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, (s.Height-h)/2))
	o[0].Resize(fyne.NewSize(s.Width*0.5, h))
	o[1].Move(fyne.NewPos(s.Width*0.5, (s.Height-h)/2))
	o[1].Resize(fyne.NewSize(s.Width*0.5, h))
}
