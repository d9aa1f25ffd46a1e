package hearings

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// Tabs are the parts of the page that have rooms of their own.
type Tabs struct {
	Plan, People, Seats, Told, Transcript, Outcome func(*sitting.Sitting) fyne.CanvasObject

	Prompt func(*sitting.Sitting) // opens the presider's window (提词)
	Papers Papers
	Volume Volume
}

// Papers is the part with the papers: it reads the session anew when shown.
type Papers interface {
	Object() fyne.CanvasObject
	Want(number string) // the form that is wanted when it is shown next
	Show(session hearing.ID)
	shell.Files
}

// A Volume is the tab with the volumes of a hearing.
type Volume interface {
	Object() fyne.CanvasObject
	Show(session hearing.ID)
	shell.Files
}

// A page is the page of one hearing.
type page struct {
	shell.Filing
	sh     *shell.Shell
	s      *sitting.Sitting
	desk   Desk
	tabs   *look.Tabs
	papers Papers
	volume Volume
	object fyne.CanvasObject

	title   *widget.Label
	when    *widget.Label
	chips   *fyne.Container
	verdict *field.Verdict
	state   *progress
	banner  *fyne.Container
	top     *fyne.Container
	history *trail.Trail
}

// New returns the page.
func New(sh *shell.Shell, s *sitting.Sitting, desk Desk, t Tabs) shell.Page {
	p := &page{sh: sh, s: s, desk: desk, papers: t.Papers, volume: t.Volume, title: look.Heading(""), when: widget.NewLabel(""), chips: container.NewHBox(),
		banner: container.NewVBox(), history: trail.New(sh, hearing.NounHearing, desk)}
	p.when.Truncation = fyne.TextTruncateEllipsis
	p.verdict = field.VerdictOf(s.Leading())
	p.state = newProgress(p)
	p.tabs = look.NewTabs(
		look.Tab{Key: "plan", Name: words.T("安排"), Make: func() fyne.CanvasObject { return t.Plan(s) }},
		look.Tab{Key: "people", Name: words.T("参加人"), Make: func() fyne.CanvasObject { return t.People(s) }},
		look.Tab{Key: "seats", Name: words.T("座位"), Make: func() fyne.CanvasObject { return t.Seats(s) }},
		look.Tab{Key: "told", Name: words.T("告知"), Make: func() fyne.CanvasObject { return t.Told(s) }},
		look.Tab{Key: "papers", Name: words.T("文书"), Make: t.Papers.Object},
		look.Tab{Key: "transcript", Name: words.T("笔录"), Make: func() fyne.CanvasObject { return t.Transcript(s) }},
		look.Tab{Key: "outcome", Name: words.T("结果"), Make: func() fyne.CanvasObject { return t.Outcome(s) }},
		look.Tab{Key: "volume", Name: words.T("归档材料"), Make: func() fyne.CanvasObject { return t.Volume.Object() }},
		look.Tab{Key: "history", Name: words.T("修改记录"), Make: func() fyne.CanvasObject { return look.Scroll(p.history.Object) }},
	)
	t.Volume.OnFiled(s.Read)
	t.Papers.OnFiled(s.Read)
	p.Filing = shell.Filing{Tabs: p.tabs, Papers: t.Papers, Volume: t.Volume}
	p.tabs.OnOpen = p.opened
	back := look.Quiet("", theme.NavigateBackIcon(), sh.Back)
	record := look.Quiet(words.T("记录台"), theme.DocumentCreateIcon(), p.Record)
	prompt := look.Quiet(words.T("提词"), nil, func() { t.Prompt(s) })
	remove := look.Quiet(words.T("删除"), theme.DeleteIcon(), p.remove)
	s.Allow("id", remove)
	s.AllowFrom(hearing.NounTranscript, "", record, prompt) // of those who hold it
	p.top = container.NewVBox(
		container.NewBorder(nil, nil, back, container.NewHBox(p.chips, p.state.object, prompt, record, remove), p.title),
		container.NewBorder(nil, nil, nil, p.verdict.Line, p.when),
		p.state.below, p.verdict.List, p.banner,
	)
	p.object = container.NewPadded(container.NewBorder(p.top, nil, nil, nil, p.tabs.Object))
	s.OnShow(p.head)
	s.OnJudged(p.judged)
	s.OnState(p.saving)
	return p
}

// Turn shows the tab after the open one, or before it, and goes on there.
func (p *page) Turn(by int) {
	p.tabs.Next(by)
	p.s.Enter(p.tabs.Key())
}

// Print prints the ticked papers. Asked for on another tab it only shows them.
func (p *page) Print() {
	if p.tabs.Key() != "papers" {
		p.tabs.Open("papers")
		return
	}
	if x, ok := p.papers.(interface{ Print() }); ok {
		x.Print()
	}
}

// Record opens the hearing desk, where the transcript is written.
func (p *page) Record() {
	if err := p.s.BarredFrom(hearing.NounTranscript, ""); err != nil {
		p.sh.Fail(err)
		return
	}
	if p.s.ID() != "" {
		p.sh.Go(shell.Place{Kind: shell.Recorder, ID: p.s.ID()})
	}
}

// Object returns what is drawn.
func (p *page) Object() fyne.CanvasObject { return p.object }

// TakeBack takes back what is typed and not stored.
func (p *page) TakeBack() bool { return p.s.TakeBack() }

// Show opens a hearing, or begins one.
func (p *page) Show(at shell.Place) {
	tab := at.Tab
	if tab == "" && (at.ID != p.s.ID() || p.tabs.Key() == "") {
		tab = "plan" // another hearing begins at its first tab
	}
	if at.New && at.ID != p.s.ID() {
		p.begin(at)
	} else {
		p.s.Open(at.ID)
	}
	p.papers.Want(at.Paper)
	if tab != "" && tab != p.tabs.Key() || at.New {
		p.tabs.Open(tab)
		p.s.Enter(tab)
	} else {
		p.opened(p.tabs.Key())
	}
	p.s.Await(at.Finding)
}

// begin begins a new hearing, for a case where one is given.
func (p *page) begin(at shell.Place) {
	var day time.Time
	if !at.Day.IsZero() {
		day = at.Day.In(words.Zone())
	}
	if at.Case == "" {
		p.s.Start(begun(at.ID, nil, day))
		return
	}
	var of hearing.Case
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		of, err = p.desk.Case(ctx, at.Case)
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.s.Start(begun(at.ID, []hearing.Case{of}, day))
	})
}

// opened reads what a tab shows beside the hearing itself.
func (p *page) opened(key string) {
	switch key {
	case "papers":
		p.papers.Show(p.s.ID())
	case "volume":
		p.volume.Show(p.s.ID())
	case "history":
		p.history.Show(p.s.ID())
	}
}

func (p *page) head() {
	h := p.s.Value()
	d := p.s.Dossier
	p.title.SetText(hearing.Title(h.Title, d.Cases, true))
	place := p.s.Option(h.Room).Name
	p.when.SetText(strings.TrimSpace(words.Range(h.Start, h.End) + "　" + place))
	p.chips.RemoveAll()
	if h.Openness == hearing.NotOpen {
		p.chips.Add(look.Chip(words.Of(h.Openness), theme.ColorNameError))
	}
	if h.Rehearsal {
		p.chips.Add(look.Chip(words.T("演练"), theme.ColorNameWarning))
	}
	p.state.show()
	p.top.Refresh()
}

func (p *page) judged() {
	p.head()
	p.state.judged()
	p.verdict.Set(p.s.Findings)
	p.badges()
	p.top.Refresh()
	if p.tabs.Key() == "history" {
		p.history.Show(p.s.ID())
	}
}

// badges counts at each tab what is to be mended there.
func (p *page) badges() {
	blocks, warns := map[string]int{}, map[string]int{}
	for _, f := range p.s.Findings {
		switch {
		case f.Missing():
		case f.Severity == hearing.Blocked:
			blocks[sitting.TabOf(f)]++
		case f.Severity == hearing.Warning:
			warns[sitting.TabOf(f)]++
		}
	}
	for _, tab := range []string{"plan", "people", "told", "papers", "transcript", "outcome"} {
		tint := theme.ColorNameError
		if blocks[tab] == 0 {
			tint = theme.ColorNameWarning
		}
		p.tabs.Badge(tab, blocks[tab]+warns[tab], tint)
	}
}

func (p *page) remove() {
	id := p.s.ID()
	name := p.title.Text
	p.sh.Work.Flush()
	p.sh.Work.Do(func(ctx context.Context) error {
		h, err := p.desk.Hearing(ctx, id)
		if err != nil {
			return err
		}
		return p.desk.DeleteHearing(ctx, id, h.Version)
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.sh.Back()
		p.sh.Say(words.T("已删除“{{.Name}}”，可用 Ctrl+Z 撤销", map[string]string{"Name": name}))
	})
}
