package recorder

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/script"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// pickSpeaker lets somebody speak who is found by name, pinyin or seat.
func (p *page) pickSpeaker() {
	p.strip.pick(words.T("谁发言"), words.T("姓名、拼音、首字母或座位"), false, func(text string) []option {
		var out []option
		for _, x := range Find(p.m.Seated(), text) {
			out = append(out, option{x.Name, seatOf(x), func() { p.m.Speak(SpeakerOf(x)); p.focus() }})
		}
		return out
	})
}

// seatOf says what somebody does and where they sit.
func seatOf(x script.Person) string {
	if x.Seat == "" {
		return x.Role
	}
	return x.Role + "　" + words.T("座位 {{.Seat}}", map[string]string{"Seat": x.Seat})
}

// menu lists what can be put in, with its keys.
func (p *page) menu() {
	var all []option
	for _, s := range p.m.Script().Inserts {
		all = append(all, option{words.Term(s.Name), s.Basis, func() { p.insert(s) }})
	}
	for _, c := range commands() {
		if c.key != fyne.KeyK && c.key != fyne.KeyG {
			all = append(all, option{c.what, c.name, func() { c.do(p) }})
		}
	}
	p.strip.pick(words.T("插入"), words.T("名称或拼音"), false, func(text string) []option {
		return slices.DeleteFunc(slices.Clone(all), func(o option) bool {
			return text != "" && !slices.ContainsFunc(spellings(o.name), func(s string) bool { return strings.Contains(s, strings.ToLower(text)) })
		})
	})
}

// insert puts in what the script offers.
func (p *page) insert(s script.Insert) {
	switch {
	case s.Key == "notary":
		p.notarise()
	case s.Key == "exhibit":
		p.exhibit()
	case s.Holds == rules.Suspended:
		p.recuse()
	case s.Holds == rules.Recess:
		p.pause()
	case s.Key == "persuade" || s.Key == "admonish" || s.Key == "remove":
		p.order(s)
	default:
		p.m.Say(hearing.SpeakerPresider, s.Presider)
		p.focus()
	}
}

// form opens fields side by side; Enter in the last text does it.
func (p *page) form(title, action string, focus fyne.Focusable, do func(), rows ...fyne.CanvasObject) {
	button := look.Primary(action, theme.ConfirmIcon(), do)
	p.strip.show(title, container.NewBorder(nil, nil, nil, container.NewVBox(button), container.NewVBox(rows...)), focus)
}

// text is a field of a strip: Enter does, Esc closes.
func (p *page) text(hint string, do func()) *pen {
	t := newPen(1)
	t.SetPlaceHolder(hint)
	t.key = func(k *fyne.KeyEvent, _ bool) bool {
		switch k.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			do()
		case fyne.KeyEscape:
			p.strip.close()
			p.focus()
		default:
			return false
		}
		return true
	}
	return t
}

// done closes the strip and goes on typing.
func (p *page) done() {
	p.strip.close()
	p.focus()
}

// exhibit asks which exhibit is shown.
func (p *page) exhibit() {
	shown := p.m.Exhibits()
	var number, name *pen
	do := func() {
		if p.m.Show(number.Text, name.Text) {
			p.done()
		}
	}
	number = p.text(words.T("编号"), func() { p.sh.Window.Canvas().Focus(name) })
	name = p.text(words.T("名称"), do)
	number.changed = func(text string, _ int) {
		if known, ok := shown[strings.TrimSpace(text)]; ok {
			name.put(known, len([]rune(known)))
		}
	}
	number.put(fmt.Sprint(len(shown)+1), 0)
	p.form(words.T("出示证据"), words.T("记下"), name, do, container.New(parts{0.2}, number, name))
}

// order asks whom a measure of order is for, and why.
func (p *page) order(s script.Insert) {
	whom := p.text(words.T("对谁，例如旁听人员、某当事人"), nil)
	var why *pen
	do := func() {
		if strings.TrimSpace(whom.Text) == "" {
			p.sh.Window.Canvas().Focus(whom)
			return
		}
		if p.m.Disorder(s, whom.Text, why.Text) {
			p.done()
		}
	}
	why = p.text(words.T("事由"), do)
	whom.key = p.text("", func() { p.sh.Window.Canvas().Focus(why) }).key
	rows := []fyne.CanvasObject{container.New(parts{0.4}, whom, why)}
	if before := p.before(s); before != "" {
		rows = append(rows, caption(words.T("此前笔录里没有“{{.Step}}”。", map[string]string{"Step": before}), widget.WarningImportance))
	}
	p.form(words.Term(s.Name), words.T("记下"), whom, do, rows...)
}

// before names the measure that usually comes first and was not taken.
func (p *page) before(s script.Insert) string {
	for _, o := range p.m.Script().Inserts {
		if slices.Contains(s.Behind, o.Key) && p.m.Disorders(o) == 0 {
			return words.Term(o.Name)
		}
	}
	return ""
}

// among offers people, the chosen one first.
func (p *page) among(people []script.Person, chosen hearing.ID) *widget.Select {
	var names []string
	at := 0
	for i, x := range people {
		names = append(names, titled(x))
		if SpeakerOf(x) == chosen {
			at = i
		}
	}
	s := widget.NewSelect(names, nil)
	s.SetSelectedIndex(at)
	return s
}
