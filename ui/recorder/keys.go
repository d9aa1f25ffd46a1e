package recorder

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// functionKeys call the first twelve people.
var functionKeys = []fyne.KeyName{fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12}

// digits, with Alt, call the next ten.
var digits = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9, fyne.Key0}

// key does what a key means while one types; false leaves it to the text.
func (p *page) key(k *fyne.KeyEvent, shift bool) bool {
	if i := slices.Index(functionKeys, k.Name); i >= 0 {
		p.call(i)
		return true
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if shift {
			return false
		}
		if p.list.last = true; !p.m.Enter() {
			p.list.toEnd()
			p.list.draw()
		}
	case fyne.KeyTab:
		p.line.expand()
	case fyne.KeyEscape:
		p.escape()
	case fyne.KeyUp:
		if !p.m.Empty() && (!p.unchanged() || p.line.pen.CursorRow > 0) {
			return false
		}
		p.m.ChangePrevious()
		p.reveal()
	case fyne.KeyDown:
		if !p.m.Editing() || !p.unchanged() {
			return false
		}
		p.m.Escape()
	case fyne.KeyPageUp, fyne.KeyPageDown:
		if !p.m.Empty() {
			return false
		}
		p.list.page(map[fyne.KeyName]float32{fyne.KeyPageUp: -1, fyne.KeyPageDown: 1}[k.Name])
	default:
		return false
	}
	return true
}

// unchanged reports whether a passage is open and stands as it did.
func (p *page) unchanged() bool {
	u, _ := p.m.Line()
	was, stands := p.m.Text().Line(u.ID)
	return p.m.Editing() && stands && was.Text == u.Text
}

// reveal brings the passage that is being changed into sight.
func (p *page) reveal() {
	u, _ := p.m.Line()
	if i := slices.IndexFunc(p.list.rows, func(r Row) bool { return r.Line.ID == u.ID && u.ID != "" }); i >= 0 {
		p.list.reveal(i)
		p.list.draw()
	}
}

// escape closes what is open, else takes away what is typed.
func (p *page) escape() {
	if p.strip.open() {
		p.strip.close()
		p.focus()
		return
	}
	p.m.Escape()
}

// call lets the n-th person speak.
func (p *page) call(n int) {
	if !p.m.Call(n) {
		return
	}
	p.focus()
}

// A command is what a key with Ctrl does.
type command struct {
	key  fyne.KeyName
	name string // as the help names the key
	what string
	do   func(*page)
}

// commands are those of the page. None of them edits text, none is one of the
// window's, and none is the input method's: fcitx has Ctrl+Space, Ctrl+; and
// Ctrl+Shift.
func commands() []command {
	return []command{
		{fyne.KeyQ, "Ctrl+Q", words.T("问"), func(p *page) { p.m.Question() }},
		{fyne.KeyD, "Ctrl+D", words.T("答"), (*page).answer},
		{fyne.KeyE, "Ctrl+E", words.T("出示证据"), (*page).exhibit},
		{fyne.KeyM, "Ctrl+M", words.T("记录说明"), func(p *page) { p.m.Note() }},
		{fyne.KeyJ, "Ctrl+J", words.T("找发言人"), (*page).pickSpeaker},
		{fyne.KeyT, "Ctrl+T", words.T("主持词放进输入行"), (*page).speakScript},
		{fyne.KeyG, "Ctrl+G", words.T("下一环节"), func(p *page) { p.goBy(1) }},
		{fyne.KeyDown, "Ctrl+↓", words.T("下一环节"), func(p *page) { p.goBy(1) }},
		{fyne.KeyUp, "Ctrl+↑", words.T("上一环节"), func(p *page) { p.goBy(-1) }},
		{fyne.KeyB, "Ctrl+B", words.T("休会、恢复"), (*page).pause},
		{fyne.KeyK, "Ctrl+K", words.T("插入"), (*page).menu},
		{fyne.KeyI, "Ctrl+I", words.T("签到"), (*page).signIn},
		{fyne.KeyF, "Ctrl+F", words.T("查找"), (*page).search},
	}
}

// shortcut does what a key with Ctrl or Alt means; false leaves it to the text
// and the window.
func (p *page) shortcut(s fyne.Shortcut) bool {
	switch v := s.(type) {
	case *fyne.ShortcutUndo:
		return p.m.Empty() && p.Undo() // else the text's own
	case *fyne.ShortcutRedo:
		return p.m.Empty() && p.Redo()
	case *desktop.CustomShortcut:
		if i := slices.Index(digits, v.KeyName); i >= 0 && v.Modifier == fyne.KeyModifierAlt {
			p.call(12 + i)
			return true
		}
		if v.Modifier != fyne.KeyModifierControl {
			return false
		}
		if v.KeyName == fyne.KeyDelete && p.m.Editing() {
			p.m.Strike()
			return true
		}
		if i := slices.IndexFunc(commands(), func(c command) bool { return c.key == v.KeyName }); i >= 0 {
			commands()[i].do(p)
			return true
		}
	}
	return false
}

// answer begins an answer, if anything was asked.
func (p *page) answer() {
	if !p.m.Answer() && p.m.Empty() {
		p.sh.Say(words.T("还没有提问，没有可以回答的。"))
	}
}

// goBy goes to the step so many further on. Before the script is read, which takes
// a moment when the page opens, it goes once it is.
func (p *page) goBy(by int) {
	if len(p.m.Script().Steps) == 0 {
		p.ahead = by
		return
	}
	at := p.m.At() + by
	if at < 0 && by < 0 {
		return
	}
	p.goTo(at)
}

// goTo goes to a step, or says why not.
func (p *page) goTo(i int) {
	blocks, err := p.m.GoTo(i, p.s)
	switch {
	case err != nil:
		p.notice.say(words.Error(err))
	case len(blocks) > 0:
		p.notice.blocks(hearing.Open, blocks)
	default:
		p.notice.clear()
	}
	p.focus()
}

// speakScript puts the words of the step into the typing line: the presider's, or
// the recorder's where only he speaks.
func (p *page) speakScript() {
	at := p.m.At()
	if at < 0 {
		return
	}
	s := p.m.Script().Steps[at]
	if len(s.Presider) > 0 {
		p.m.Say(hearing.SpeakerPresider, s.Presider)
	} else if len(s.Recorder) > 0 {
		p.m.Say(hearing.SpeakerRecorder, s.Recorder)
	}
	p.focus()
}
