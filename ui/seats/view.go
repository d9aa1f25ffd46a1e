package seats

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/assets"
	"hearingdesk/hearing/seating"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A Tab is the tab of a session with who sits where.
type Tab struct {
	Object fyne.CanvasObject

	model *Model
	board *board
	count *widget.Label
	here  *widget.Label
	reset *widget.Button
	keep  *widget.Button
	hint  *widget.Label
}

// Layouts are the program's own, of rooms that have none.
func Layouts() seating.Layouts {
	l, err := seating.Read(assets.Seats)
	if err != nil {
		return seating.Layouts{} // a test holds that they can be read; without any, everybody still finds a chair
	}
	return l
}

// New returns the tab of a session; print shows the paper with the plan.
func New(source Source, print func()) *Tab {
	t := &Tab{model: NewModel(Layouts(), source), board: newBoard(), count: widget.NewLabel(""), here: widget.NewLabel("")}
	t.here.Truncation = fyne.TextTruncateEllipsis
	t.here.Importance = widget.LowImportance
	t.board.drop = func(tile, x, y int) { t.model.Move(tile, x, y); t.draw() }
	t.board.chosen = t.say
	t.board.key = func(k fyne.KeyName) {
		if k == fyne.KeyDelete || k == fyne.KeyBackspace {
			t.leave()
		}
	}
	t.reset = look.Quiet(words.T("恢复自动排座"), theme.ViewRefreshIcon(), func() { t.model.Reset(); t.draw() })
	t.keep = look.Quiet(words.T("此座留空"), theme.ContentRemoveIcon(), t.leave)
	paper := look.Quiet(words.T("打印座位图"), theme.DocumentPrintIcon(), print)
	t.hint = look.Hint(words.T("拖动姓名即可换座。键盘：方向键选座，空格拿起，再按空格放下，Delete 留空，Esc 放弃。会场的席位在“人员 → 场所”里布置。"))
	top := container.NewVBox(container.NewBorder(nil, nil, t.count, container.NewHBox(t.keep, t.reset, paper), t.here), t.hint)
	t.Object = container.NewBorder(top, nil, nil, nil, container.NewPadded(t.board))
	t.draw()
	return t
}

// front names what hangs at the front wall.
func front(s string) string {
	if s == "国徽" {
		return words.T("国徽")
	}
	return s
}

// Show lays everybody out anew: the session was read or changed.
func (t *Tab) Show() { t.draw() }

func (t *Tab) draw() {
	t.model.Read()
	wide, deep := t.model.Size()
	t.board.still = t.model.source.still()
	t.hint.Hidden = t.board.still // it says how they are moved
	t.board.front = front(t.model.plan.Front)
	t.board.set(t.model.Tiles(), wide, deep)
	people, extra := t.model.People()
	text := words.T("共 {{.N}} 人就座", map[string]int{"N": people})
	if extra > 0 {
		text += words.T("，座位不够，加座 {{.N}} 个", map[string]int{"N": extra})
	}
	t.count.SetText(text)
	if t.model.Changed() && !t.board.still {
		t.reset.Enable()
	} else {
		t.reset.Disable()
	}
	t.say()
}

// say tells what the chosen seat is, for those who cannot see the board.
func (t *Tab) say() {
	b := t.board
	if b.at < 0 || b.at >= len(b.tiles) {
		t.here.SetText("")
		t.keep.Disable()
		return
	}
	x := b.tiles[b.at]
	text := x.Label + "　" + x.Role
	if x.Name != "" {
		text = x.Label + "　" + x.Name + "　" + x.Role
	}
	if b.lifted >= 0 {
		text = words.T("正在移动：{{.Name}}", map[string]string{"Name": b.tiles[b.lifted].Name})
		if to := b.tileAt(b.to[0], b.to[1]); to >= 0 {
			text += " → " + b.tiles[to].Label
		}
	}
	t.here.SetText(text)
	if !t.board.still {
		t.keep.Enable()
	}
	t.keep.SetText(words.T("此座留空"))
	if x.Kept {
		t.keep.SetText(words.T("不再留空"))
	}
}

func (t *Tab) leave() {
	if t.board.still {
		return
	}
	if t.board.at >= 0 && !t.model.Keep(t.board.at) {
		t.here.SetText(words.T("没有别的空座，不能留空"))
		return
	}
	t.draw()
}
