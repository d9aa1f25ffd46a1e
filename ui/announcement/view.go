// Package announcement is the page of one announced service (宣告送达): when and
// where, which papers for which units, what was served and answered.
package announcement

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/seats"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// A Panel is the part of the page with the papers: it reads the session anew
// when shown.
type Panel interface {
	Object() fyne.CanvasObject
	Want(number string) // the form that is wanted when it is shown next
	Show(session hearing.ID)
	shell.Files
}

// A Volume is the tab with the volumes of an announcement.
type Volume interface {
	Object() fyne.CanvasObject
	Show(session hearing.ID)
	shell.Files
}

// A page is the page of one announcement.
type page struct {
	shell.Filing
	volume Volume
	sh     *shell.Shell
	desk   Desk
	check  Check
	e      *edit.Editor[hearing.Announcement]
	form   *form.Form[hearing.Announcement]

	dossier hearing.Dossier // as it was stored last
	all     []hearing.Finding
	steps   []rules.Transition // the states that can follow
	remedy  *field.Remedy
	want    string            // form that is wanted of the papers when they are shown
	awaited string            // key of the finding to lead to once it is read
	reading int               // counts the readings of the dossier: a late one is dropped
	judged  []func()          // what shows findings and names
	named   map[string]func() // the same for rows that come and go, by their keys
	refused []func(error)     // what shows why a saving was refused
	chosen  map[hearing.ID]string

	object  fyne.CanvasObject
	tabs    *look.Tabs
	papers  Panel
	title   *widget.Label
	when    *widget.Label
	verdict *field.Verdict
	state   *progress
	chips   *fyne.Container
	top     *fyne.Container
	frame   *fyne.Container
	history *trail.Trail
}

// New returns the page. check says what the rules find, and papers and
// volume make the parts with the papers and with the volumes when they are first
// shown.
func New(sh *shell.Shell, desk Desk, check Check, papers func() Panel, volume func() Volume) shell.Page {
	p := &page{sh: sh, desk: desk, check: check, title: look.Heading(""), when: widget.NewLabel(""), chips: container.NewHBox(), history: trail.New(sh, hearing.NounAnnouncement, desk),
		named: map[string]func(){}, chosen: map[hearing.ID]string{}}
	p.e = edit.New(sh.Work, desk, edit.Source[hearing.Announcement]{Load: desk.Announcement, Save: desk.SaveAnnouncement,
		Version: func(a *hearing.Announcement) *hearing.Version { return &a.Version }})
	p.form = form.New(sh, p.e)
	p.remedy = p.newRemedy()
	p.state = newProgress(p)
	p.form.OnShow = p.head
	p.form.OnState = p.saved
	plan, people, served := p.plan(), p.people(), p.served()
	p.tabs = look.NewTabs(
		look.Tab{Key: "plan", Name: words.T("安排"), Make: func() fyne.CanvasObject { return plan }},
		look.Tab{Key: "people", Name: words.T("单位与文书"), Make: func() fyne.CanvasObject { return people }},
		look.Tab{Key: "seats", Name: words.T("座位"), Make: p.seats},
		look.Tab{Key: "served", Name: words.T("送达"), Make: func() fyne.CanvasObject { return served }},
		look.Tab{Key: "papers", Name: words.T("文书"), Make: func() fyne.CanvasObject {
			p.papers = papers()
			p.Papers = p.papers
			p.papers.OnFiled(p.judge)
			return p.papers.Object()
		}},
		look.Tab{Key: "volume", Name: words.T("归档材料"), Make: func() fyne.CanvasObject {
			p.volume = volume()
			p.Volume = p.volume
			p.volume.OnFiled(p.judge)
			return p.volume.Object()
		}},
		look.Tab{Key: "history", Name: words.T("修改记录"), Make: func() fyne.CanvasObject { return look.Scroll(p.history.Object) }},
	)
	p.Tabs = p.tabs
	p.tabs.OnOpen = p.opened
	p.verdict = field.VerdictOf(p.leading())
	p.judged = append(p.judged, func() { p.verdict.Set(p.all); p.state.judged() })
	p.when.Truncation = fyne.TextTruncateEllipsis
	p.when.Importance = widget.LowImportance
	back := look.Quiet("", theme.NavigateBackIcon(), sh.Back)
	remove := look.Quiet(words.T("删除"), theme.DeleteIcon(), p.remove)
	p.e.Allow("id", remove)
	p.top = container.NewVBox(container.NewBorder(nil, nil, back, container.NewHBox(p.chips, p.state.object, remove), p.title),
		container.NewBorder(nil, nil, nil, p.verdict.Line, container.New(field.Shares{2, 3}, p.when, p.form.Bar())), p.state.below, p.verdict.List)
	p.frame = container.NewBorder(p.top, nil, nil, nil, p.tabs.Object)
	p.object = container.NewPadded(p.frame)
	return p
}

// Turn shows the tab after the open one, or before it.
func (p *page) Turn(by int) { p.tabs.Next(by) }

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

// Object returns what is drawn.
func (p *page) Object() fyne.CanvasObject { return p.object }

// TakeBack takes back what is typed and not stored.
func (p *page) TakeBack() bool { return p.e.TakeBack() }

// Show opens an announcement, or begins one.
func (p *page) Show(to shell.Place) {
	fresh := to.ID != p.e.ID()
	if fresh {
		p.dossier, p.all, p.steps = hearing.Dossier{}, nil, nil
	}
	if to.New && fresh {
		p.begin(to)
	} else {
		p.e.Open(hearing.NounAnnouncement, to.ID)
	}
	tab := to.Tab
	p.want = to.Paper
	if tab == "" && (fresh || p.tabs.Key() == "") {
		tab = "plan"
	}
	if tab != "" && tab != p.tabs.Key() {
		p.tabs.Open(tab)
	} else {
		p.opened(p.tabs.Key())
	}
	p.await(to.Finding)
}

// begin begins a new announcement, for a case where one is given.
func (p *page) begin(to shell.Place) {
	b := Beginning{ID: to.ID, Day: to.Day, NewID: p.sh.NewID}
	if b.ID == "" {
		b.ID = p.sh.NewID()
	}
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		if b.Rooms, err = p.desk.Rooms(ctx, "", 100); err != nil || to.Case == "" {
			return err
		}
		b.Cases, b.Papers, err = p.read(ctx, []hearing.ID{to.Case})
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.e.Begin(Begin(b, words.Zone()))
	})
}

// read reads cases with their papers.
func (p *page) read(ctx context.Context, ids []hearing.ID) (cases []hearing.Case, papers []hearing.Instrument, err error) {
	for _, id := range ids {
		c, err := p.desk.Case(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		of, err := p.desk.Instruments(ctx, id)
		if err != nil {
			return nil, nil, err
		}
		cases, papers = append(cases, c), append(papers, of...)
	}
	return cases, papers, nil
}

func (p *page) opened(key string) {
	switch {
	case key == "papers" && p.papers != nil:
		p.papers.Want(p.want)
		p.want = ""
		p.papers.Show(p.e.ID())
	case key == "volume" && p.volume != nil:
		p.volume.Show(p.e.ID())
	case key == "history":
		p.history.Show(p.e.ID())
	}
}

// seats is the tab with who sits where.
func (p *page) seats() fyne.CanvasObject {
	t := seats.OfAnnouncement(p.sh, p.e, func() hearing.Dossier { return p.dossier })
	p.form.Follow(func(hearing.Announcement) { t.Show() })
	p.judged = append(p.judged, t.Show)
	return t.Object
}

func (p *page) saved(st edit.State) {
	switch st.Phase {
	case edit.Saving:
		return // the word of the last attempt stays until there is another
	case edit.Saved:
		p.judge()
	case edit.Gone:
		p.sh.Say(words.T("这场宣告送达已不存在"))
		p.sh.Back()
	}
	for _, show := range p.refused {
		show(st.Err)
	}
	p.lay() // the bar came or went
}

func (p *page) head() {
	a := p.e.Value()
	p.title.SetText(hearing.Title(a.Title, p.dossier.Cases, false))
	p.when.SetText(strings.TrimSpace(words.Range(a.Start, a.End) + "　" + p.dossier.Rooms[a.Room].Name))
	p.chips.RemoveAll()
	p.state.show()
	if a.Openness == hearing.NotOpen {
		p.chips.Add(look.Chip(words.Of(a.Openness), theme.ColorNameError))
	}
	if a.Rehearsal {
		p.chips.Add(look.Chip(words.T("演练"), theme.ColorNameWarning))
	}
	p.lay()
}

// lay places the head and what is below it anew.
func (p *page) lay() {
	p.top.Refresh()
	p.frame.Layout.Layout(p.frame.Objects, p.frame.Size())
}

func (p *page) remove() {
	id, name := p.e.ID(), p.title.Text
	p.sh.Work.Flush()
	p.sh.Work.Do(func(ctx context.Context) error {
		a, err := p.desk.Announcement(ctx, id)
		if err != nil {
			return err
		}
		return p.desk.DeleteAnnouncement(ctx, id, a.Version)
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.sh.Back()
		p.sh.Say(words.T("已删除“{{.Name}}”，可用 Ctrl+Z 撤销", map[string]string{"Name": name}))
	})
}
