package recorder

import (
	"context"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/script"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	Log
	sitting.Desk
	Case(ctx context.Context, id hearing.ID) (hearing.Case, error)
	SaveCase(ctx context.Context, c hearing.Case) (hearing.Version, error)
}

// Screens are the windows for others in the room: what the head's buttons open.
// One that is nil has no button.
type Screens struct {
	Project func(m *Model, s *sitting.Sitting) // 投影: for the public
	Prompt  func(m *Model, s *sitting.Sitting) // 提词: for the presider
}

// A page is the hearing desk.
type page struct {
	sh    *shell.Shell
	s     *sitting.Sitting
	m     *Model
	desk  Desk
	press func() (*press.Press, error)

	object fyne.CanvasObject
	head   *head
	steps  *stepList
	list   *list
	line   *line
	seats  *seatList
	strip  *strip
	secret *secret
	centre *fyne.Container
	notice *notice
	shown  bool
	ahead  int // steps to go as soon as the script is read
}

// New returns the page.
func New(sh *shell.Shell, desk Desk, press func() (*press.Press, error), screens Screens) shell.Page {
	p := &page{sh: sh, s: sitting.New(sh, desk), m: NewModel(desk, sh.Work, sh.Now, sh.NewID), desk: desk, press: press}
	p.notice = newNotice(p)
	p.strip = newStrip(p)
	p.list = newList(p.tapped, func(id hearing.ID) (bool, bool) {
		u, _ := p.m.Line()
		return p.m.Unsaved(id), p.m.Editing() && u.ID == id
	})
	p.line = newLine(p)
	p.steps = newStepList(p)
	p.seats = newSeatList(p)
	p.secret = newSecret(p)
	p.head = newHead(p, screens)
	below := container.NewVBox(p.notice.object, p.strip.object, p.line.object)
	p.centre = container.NewStack(container.NewBorder(nil, below, nil, nil, p.list), p.secret.object)
	p.secret.object.Hide()
	p.object = container.NewBorder(p.head.object, nil, p.steps.object, p.seats.object, p.centre)
	p.m.OnChange(p.sync)
	p.m.OnKept(func() {
		p.list.draw()
		p.head.saved()
	})
	p.s.OnShow(p.head.show)
	p.s.OnJudged(p.judged)
	p.s.OnState(p.saving)
	return p
}

// Object returns what is drawn.
func (p *page) Object() fyne.CanvasObject { return p.object }

// Model is the transcript that the page writes, for the windows beside it.
func (p *page) Model() *Model { return p.m }

// Show opens the transcript of a hearing where it was.
func (p *page) Show(at shell.Place) {
	p.shown = true
	if at.ID != p.m.ID() && p.m.Holds() != nil {
		p.m.Retry()
	}
	if at.ID != p.m.ID() && p.m.Holds() != nil {
		p.notice.say(words.T("这一场的笔录还有话没有存下，所以没有打开另一场。请按上面说的处理，存下后再打开。"))
		p.focus()
		return
	}
	if at.ID != p.m.ID() {
		p.m.SetScript(script.Script{})
		p.ahead = 0
		p.strip.close()
		p.notice.clear()
		p.list.last = true
	}
	p.s.Open(at.ID)
	p.m.Load(at.ID, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.secret.load(at.ID)
		p.sync()
		p.focus()
		p.tick()
	})
}

// Holds is why words of the transcript are only in memory; nil when none are.
func (p *page) Holds() error { return p.m.Holds() }

// Leave stops the clock while another page is shown.
func (p *page) Leave() { p.shown = false }

// Key does what a key means while the keyboard is nowhere, and brings it back.
func (p *page) Key(k *fyne.KeyEvent) bool {
	p.focus()
	return !p.secret.object.Visible() && p.key(k, false)
}

// TakeBack takes nothing back: Undo does.
func (p *page) TakeBack() bool { return p.s.TakeBack() }

// Undo takes back the last change of the transcript; the window asks it before it
// takes back one of the file.
func (p *page) Undo() bool {
	if !p.m.Undo() {
		p.sh.Say(words.Error(hearing.ErrNothing))
	}
	p.focus()
	return true
}

// Redo brings back what Undo took back.
func (p *page) Redo() bool {
	if !p.m.Redo() {
		p.sh.Say(words.Error(hearing.ErrNothing))
	}
	p.focus()
	return true
}

// judged reads the script anew: who is absent does not speak.
func (p *page) judged() {
	p.head.show()
	d := p.s.Dossier
	if d.Hearing == nil {
		return
	}
	var out script.Script
	p.sh.Work.Do(func(context.Context) error {
		book, err := p.sh.Book()
		if err != nil {
			return err
		}
		papers, err := p.press()
		if err != nil {
			return err
		}
		out, err = script.Of(d, book, papers.Forms(), p.sh.Day(words.Zone()))
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.m.SetScript(out)
		if by := p.ahead; by != 0 && len(out.Steps) > 0 {
			p.ahead = 0
			p.goBy(by)
		}
	})
}

// saving shows in the foot how the saving of the hearing's own record goes.
func (p *page) saving(st edit.State) {
	switch st.Phase {
	case edit.Saving:
		p.sh.Save(shell.BeingSaved)
	case edit.Saved:
		p.sh.Save(shell.AllSaved)
	case edit.Barred:
		p.sh.Save(shell.AllSaved)
		p.notice.say(words.Error(st.Err))
	case edit.Gone:
		p.sh.Back()
	case edit.Conflict:
		p.s.UseMine() // a presence or a state: what happens in the hall is newer
	default:
		p.sh.Save(shell.NotSaved)
		p.notice.say(words.Error(st.Err))
	}
}

// sync shows the model.
func (p *page) sync() {
	pause, paused := p.m.Text().Pause()
	p.secret.show(paused && pause.Kind == hearing.PauseDeliberate)
	p.list.Set(p.m.Rows())
	p.line.show()
	p.seats.show()
	p.steps.show()
	p.head.saved()
	p.notice.saving(p.m.Saved())
}

// focus puts the keyboard where one types.
func (p *page) focus() {
	if c := p.sh.Window.Canvas(); p.shown && c != nil {
		c.Focus(p.pen())
	}
}

// pen is where one types: the typing line, or the notes of a deliberation.
func (p *page) pen() *pen {
	if p.secret.object.Visible() {
		return p.secret.pen
	}
	return p.line.pen
}

// tapped changes the passage that was clicked.
func (p *page) tapped(r Row) {
	if r.Line.ID != "" && !r.Line.Gone && !p.m.Sealed() {
		p.m.Change(r.Line.ID)
	}
	p.focus()
}

// side is a column of the page with a width of its own.
func side(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(width, 0))
	return container.NewStack(room, look.Card(content))
}

func caption(text string, weight widget.Importance) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = weight
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}
