package recorder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A notice is what stands above the typing line: why something was not done, and
// that the disk takes nothing.
type notice struct {
	p      *page
	object *fyne.Container
	said   *fyne.Container
	disk   *fyne.Container
	text   *widget.Label
}

func newNotice(p *page) *notice {
	n := &notice{p: p, said: container.NewVBox(), text: wrong("")}
	retry := look.Quiet(words.T("再试"), theme.ViewRefreshIcon(), func() { p.m.Retry(); p.focus() })
	n.disk = container.NewBorder(nil, nil, nil, retry, n.text)
	n.disk.Hide()
	n.object = container.NewVBox(n.disk, n.said)
	return n
}

func wrong(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Importance = widget.DangerImportance
	l.Wrapping = words.Wrap()
	return l
}

// say says why something was not done.
func (n *notice) say(text string) {
	n.said.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, look.Quiet("", theme.CancelIcon(), n.clear), wrong(text))}
	n.object.Refresh()
}

// blocks says what stands in the way of a state.
func (n *notice) blocks(to hearing.State, found []hearing.Finding) {
	var all []string
	for _, f := range found {
		all = append(all, f.Text)
	}
	text := words.T("进度还不能改为“{{.State}}”：", map[string]string{"State": words.Of(to)}) + words.Sentences(all...)
	if to == hearing.Open && n.p.s.Value().StateNow() == hearing.Ready {
		text = words.Sentences(text, words.T("签到用 Ctrl+I。"))
	}
	n.say(text)
}

// clear takes the words away.
func (n *notice) clear() {
	if len(n.said.Objects) > 0 {
		n.said.Objects = nil
		n.object.Refresh()
	}
}

// saving shows that the disk takes nothing, until it does.
func (n *notice) saving(saved bool, err error) {
	if err == nil {
		if n.disk.Visible() {
			n.disk.Hide()
			n.object.Refresh()
		}
		return
	}
	text := words.Error(err)
	if !saved {
		text = words.Sentences(text, words.T("打的字都还在，正在继续尝试保存；请不要关闭窗口。"))
	}
	if n.text.Text != text || !n.disk.Visible() {
		n.text.SetText(text)
		n.disk.Show()
		n.object.Refresh()
	}
}
