package recorder

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// A secret is what is seen while the officers deliberate: notes that stay on this
// desk. They stand in no transcript, on no other screen, and in no package; the
// file keeps them as a draft.
type secret struct {
	p      *page
	object fyne.CanvasObject
	pen    *pen
	id     hearing.ID
}

// notes is the field under which the notes are kept.
const notes = edit.Deliberation

func newSecret(p *page) *secret {
	s := &secret{p: p, pen: newPen(12)}
	s.pen.SetPlaceHolder(words.T("评议记录，只留在本机"))
	s.pen.changed = func(text string, _ int) { s.keep(text) }
	s.pen.shortcut = p.shortcutAside
	title := look.Subheading(words.T("休会评议"))
	hint := widget.NewLabel(words.T("评议不公开：这里写的不进笔录、不上投影，也不随数据包带走。各听证员的意见在听证会的“结果”里记，Ctrl+R 回到这里。"))
	hint.Wrapping = words.Wrap()
	resume := look.Primary(words.T("恢复听证 Ctrl+B"), theme.MediaPlayIcon(), p.pause)
	enter := look.Quiet(words.T("记各人意见 Ctrl+O"), theme.DocumentCreateIcon(), p.toOpinions)
	top := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(enter, resume), title), hint)
	s.object = container.NewStack(look.Card(container.NewBorder(top, nil, nil, nil, s.pen)))
	return s
}

// load reads the notes of a hearing.
func (s *secret) load(id hearing.ID) {
	if s.id == id {
		return
	}
	s.id = id
	var all map[string]string
	s.p.sh.Work.Do(func(ctx context.Context) (err error) {
		all, err = s.p.desk.Drafts(ctx, edit.Owner(notes, id))
		return err
	}, func(err error) {
		if err != nil {
			s.p.sh.Fail(err)
			return
		}
		if s.id == id {
			s.pen.put(all[notes], len([]rune(all[notes])))
		}
	})
}

func (s *secret) keep(text string) {
	id := s.id
	s.p.sh.Work.Within("deliberation:"+string(id), soon, func(ctx context.Context) error {
		return s.p.desk.SaveDraft(ctx, edit.Owner(notes, id), notes, text)
	}, func(err error) {
		if err != nil {
			s.p.notice.say(words.Error(err))
		}
	})
}

// show shows the notes, or the transcript.
func (s *secret) show(on bool) {
	if on == s.object.Visible() {
		return
	}
	behind := s.p.centre.Objects[0]
	if on {
		s.object.Show()
		behind.Hide()
	} else {
		s.object.Hide()
		behind.Show()
	}
	s.p.focus()
}

// shortcutAside leaves the deliberation; the transcript's other keys rest.
func (p *page) shortcutAside(s fyne.Shortcut) bool {
	switch s.ShortcutName() {
	case resumeKey.ShortcutName():
		p.pause()
	case opinionsKey.ShortcutName():
		p.toOpinions()
	default:
		return false
	}
	return true
}

// opinionsKey is Ctrl+O, which leads out of a deliberation to the officers' opinions.
var opinionsKey = &desktop.CustomShortcut{KeyName: fyne.KeyO, Modifier: fyne.KeyModifierControl}

// toOpinions goes to where each officer's opinion is entered; Ctrl+R leads back.
func (p *page) toOpinions() {
	p.sh.Go(shell.Place{Kind: shell.Hearing, ID: p.m.ID(), Tab: "outcome"})
}
