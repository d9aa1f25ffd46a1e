package recorder

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// search finds a text in the transcript: Enter goes on, Shift+Enter back.
func (p *page) search() {
	var found []mark
	at := 0
	count := caption("", widget.LowImportance)
	count.Truncation = fyne.TextTruncateOff
	pen := newPen(1)
	pen.SetPlaceHolder(words.T("笔录里的字词"))
	show := func() {
		now := mark{}
		text := words.T("没有找到")
		if len(found) > 0 {
			now, text = found[at], fmt.Sprintf("%d / %d", at+1, len(found))
		}
		if pen.Text == "" {
			text = ""
		}
		count.SetText(text)
		p.list.Mark(found, now)
	}
	turn := func(by int) {
		if len(found) > 0 {
			at = (at + by + len(found)) % len(found)
			show()
		}
	}
	pen.changed = func(text string, _ int) {
		found = nil
		for _, h := range p.m.Text().Find(text) {
			found = append(found, mark{h.Line, h.From, h.To})
		}
		at = max(0, len(found)-1) // the last one: what was said lately is looked for most
		show()
	}
	pen.key = func(k *fyne.KeyEvent, shift bool) bool {
		switch {
		case k.Name == fyne.KeyEscape:
			p.done()
		case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter || k.Name == fyne.KeyF3) && shift, k.Name == fyne.KeyUp:
			turn(-1)
		case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter, k.Name == fyne.KeyF3, k.Name == fyne.KeyDown:
			turn(1)
		default:
			return false
		}
		return true
	}
	buttons := container.NewHBox(count, look.Quiet("", theme.MoveUpIcon(), func() { turn(-1) }), look.Quiet("", theme.MoveDownIcon(), func() { turn(1) }))
	p.strip.show(words.T("查找"), container.NewBorder(nil, nil, nil, buttons, pen), pen)
	p.strip.onShut = func() { p.list.Mark(nil, mark{}) }
}

// help lists the keys.
func (p *page) help() {
	var all []option
	for _, k := range [][2]string{{"F1–F12", words.T("换发言人，前十二人")}, {"Alt+1…0", words.T("换发言人，第十三到二十二人")}, {words.T("回车"), words.T("记下这条")},
		{words.T("Shift+回车"), words.T("换一段")}, {"Esc", words.T("清空输入行（Ctrl+Z 找回）")}, {"↑", words.T("空行时改上一条")}, {"Ctrl+Delete", words.T("修改时删去这条")},
		{"Ctrl+Z / Ctrl+Y", words.T("空行时撤销、恢复笔录")}, {words.T("短码+空格"), words.T("换成常用语，如 wyy；句中先打分号")}} {
		all = append(all, option{k[0], k[1], func() {}})
	}
	for _, c := range commands() {
		all = append(all, option{c.name, c.what, func() { c.do(p) }})
	}
	all = append(all, option{"Ctrl+R", words.T("在听证会的页面上打开记录台"), func() {}})
	for _, f := range p.m.Script().Phrases {
		all = append(all, option{f.Code, f.Text, func() {}})
	}
	p.strip.pick(words.T("按键"), words.T("按键或用途"), false, func(text string) []option {
		var out []option
		for _, o := range all {
			if text == "" || containsFold(o.name, text) || containsFold(o.detail, text) {
				out = append(out, o)
			}
		}
		return out
	})
}

func containsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}
