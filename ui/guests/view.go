package guests

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/drawing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// Desk is what the tab needs of the file beside the hearing itself.
type Desk interface {
	lookup.People
	lookup.Organisations
	drawing.Desk
	Person(ctx context.Context, id hearing.ID) (hearing.Person, error)
	SavePerson(ctx context.Context, p hearing.Person) (hearing.Version, error)
	SaveOrganisation(ctx context.Context, o hearing.Organisation) (hearing.Version, error)
}

// A tab shows who takes part at the left, and the chosen one at the right.
type tab struct {
	sh   *shell.Shell
	s    *sitting.Sitting
	desk Desk
	role hearing.Role

	choice  *field.Choice[hearing.Role]
	list    *look.List[hearing.Participant]
	count   *widget.Label
	adder   *fyne.Container
	people  *field.Pick
	units   *field.Pick
	details *details
	found   *field.Findings
	split   fyne.CanvasObject
	draw    *drawing.Page
}

// New returns the tab of a sitting.
func New(sh *shell.Shell, s *sitting.Sitting, desk Desk) fyne.CanvasObject {
	t := &tab{sh: sh, s: s, desk: desk, role: hearing.Officer}
	t.details = newDetails(t)
	t.list = look.NewList(t.row, func(p hearing.Participant) { t.details.open(p.ID) })
	t.count = widget.NewLabel("")
	t.count.Importance = widget.LowImportance
	t.found = field.NewFindings(s.Remedy()).Fold(3)
	t.choice = field.NewChoice(hearing.Roles, t.role, t.setRole)
	t.people = field.NewAdder(sh.Work, lookup.FindPeople(desk), func(o field.Option) { t.addPerson(o.ID) }, t.newPerson).
		Hint(words.T("姓名或拼音首字母，回车添加"))
	t.units = field.NewAdder(sh.Work, lookup.FindOrganisations(desk), func(o field.Option) { t.addUnit(o) }, t.newUnit).
		Hint(words.T("单位名称或拼音首字母，回车添加"))
	t.adder = container.NewStack(t.people.Object())
	draw := look.Quiet(words.T("抽选…"), theme.MediaPlayIcon(), t.openDraw)
	fromCases := look.Quiet(words.T("带入案件当事人"), theme.DownloadIcon(), t.fromCases)
	s.Allow("participants", t.choice, t.people, t.units, fromCases)
	s.Allow("draws", draw)
	top := container.NewVBox(
		field.RowOf(words.T("身份"), t.choice.Object()),
		field.RowOf(words.T("添加"), t.adder),
		container.NewBorder(nil, nil, nil, container.NewHBox(draw, fromCases), t.count),
		t.found.Object,
	)
	split := container.NewHSplit(container.NewBorder(top, nil, nil, nil, t.list), t.details.object)
	split.SetOffset(0.42)
	t.split = split
	t.draw = drawing.New(sh, s, desk, t.closeDraw)
	t.draw.Object().Hide()
	s.OnSeek(t.seek)
	s.OnShow(t.show)
	s.OnJudged(t.judged)
	s.OnState(t.state)
	if s.ID() != "" {
		t.show()
		t.judged()
	}
	return container.NewStack(split, t.draw.Object())
}

func (t *tab) setRole(r hearing.Role) {
	t.role = r
	add := t.people
	if ofUnits(r) {
		add = t.units
	}
	t.adder.Objects = []fyne.CanvasObject{add.Object()}
	t.adder.Refresh()
}

// row is one participant in the list.
func (t *tab) row(p hearing.Participant) look.Row {
	r := look.Row{Title: t.s.NameOf(p), Right: words.Of(p.Role)}
	if r.Title == "" {
		r.Title = words.T("（未填姓名）")
	}
	if p.Label != "" {
		r.Right = p.Label
	}
	if p.Alternate {
		r.Right += words.T("（候补）")
	}
	var parts []string
	person, unit := t.s.Dossier.Person(p.Person), t.s.Dossier.Organisation(p.Organisation).Name
	if unit == "" {
		unit = t.s.Dossier.Organisation(person.Organisation).Name
	}
	for _, s := range []string{unit, person.Title, person.Post, p.Licence} {
		if s != "" && s != r.Title {
			parts = append(parts, s)
		}
	}
	if whom := t.s.Option(t.represented(p)).Name; whom != "" {
		parts = append(parts, words.T("代表 {{.Name}}", map[string]string{"Name": whom}))
	}
	if p.Proxy != nil {
		parts = append(parts, words.T("委托 {{.Name}}", map[string]string{"Name": t.s.Option(p.Proxy.Person).Name}))
	}
	r.Detail = strings.Join(parts, " · ")
	for _, f := range t.s.FindingsAbout(p.ID) {
		if f.Severity == hearing.Blocked {
			r.Weight = widget.DangerImportance
		} else if f.Severity == hearing.Warning && r.Weight == widget.MediumImportance {
			r.Weight = widget.WarningImportance
		}
	}
	return r
}

// represented is the person or unit of a case for whom somebody else comes.
func (t *tab) represented(p hearing.Participant) hearing.ID {
	for _, c := range t.s.Dossier.Cases {
		for _, x := range c.Parties {
			if x.ID == p.Party && x.Person != p.Person {
				return x.Person
			}
			if x.ID == p.Party && x.Organisation != p.Organisation {
				return x.Organisation
			}
		}
	}
	return ""
}

func (t *tab) show() {
	h := t.s.Value()
	t.list.Set(inOrder(h), look.Empty(words.T("还没有参加人。先选身份，再逐个输入姓名；案件的当事人可以一次带入。"), nil))
	t.count.SetText(words.T("共 {{.All}} 人，其中听证员 {{.Officers}} 人", map[string]int{"All": len(h.Participants), "Officers": len(h.Officers())}))
	t.details.show()
	t.list.Mark(func(p hearing.Participant) bool { return p.ID == t.details.id })
}

func (t *tab) judged() {
	t.show()
	h := t.s.Value()
	var found []hearing.Finding
	for _, f := range t.s.Findings {
		if _, ok := h.Participant(f.Participant); !ok && sitting.TabOf(f) == "people" {
			found = append(found, f)
		}
	}
	t.found.Set(found)
}

// seek opens the participant whom a finding is about, or begins to invite one.
func (t *tab) seek(f hearing.Finding) {
	switch {
	case sitting.TabOf(f) != "people":
	case f.Field == "draws":
		t.openDraw()
	case f.Fix.Kind == hearing.FixInvite:
		t.choice.Set(hearing.Role(f.Fix.Value))
		t.setRole(hearing.Role(f.Fix.Value))
		t.people.Focus()
	case f.Participant != "":
		t.details.open(f.Participant)
		t.show()
	}
}

func (t *tab) state(st edit.State) {
	if st.Phase == edit.Saving {
		return
	}
	var roles []string
	for _, r := range hearing.Roles {
		roles = append(roles, string(r))
	}
	clash := t.s.Clashing(roles...)
	t.people.SetError(clash)
	t.units.SetError(clash)
}

// among changes who takes part.
func (t *tab) among(f func(*hearing.Hearing)) {
	on := t.s.Today()
	if slices.ContainsFunc(t.s.Value().Participants, hearing.Participant.WasTold) {
		t.s.Moving() // another officer is to be told to the parties
	}
	t.s.Change("participants", func(h *hearing.Hearing) { among(h, on, f) })
}

func (t *tab) add(p hearing.Participant) {
	if has(t.s.Value(), p) {
		t.sh.Say(words.T("已在名单里"))
		return
	}
	if p.Party == "" {
		p.Party = partyOf(p, t.s.Dossier.Cases)
	}
	t.among(func(h *hearing.Hearing) { h.Participants = append(h.Participants, p) })
	t.details.open(p.ID)
	t.show()
	t.list.Mark(func(q hearing.Participant) bool { return q.ID == p.ID })
}

func (t *tab) addPerson(id hearing.ID) {
	if id == "" {
		return
	}
	role, record := t.role, t.s.ID()
	var p hearing.Person
	t.sh.Work.Do(func(ctx context.Context) (err error) {
		p, err = t.desk.Person(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		t.s.Remember(field.Option{ID: p.ID, Name: p.Name})
		if record != t.s.ID() {
			return // another hearing is open by now
		}
		t.add(withPerson(t.sh.NewID(), role, p))
	})
}

func (t *tab) newPerson(name string) {
	role, record := t.role, t.s.ID()
	p := newPerson(t.sh.NewID(), name, role)
	t.sh.Work.Do(func(ctx context.Context) error {
		_, err := t.desk.SavePerson(ctx, p)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		t.s.Remember(field.Option{ID: p.ID, Name: p.Name})
		if record != t.s.ID() {
			return // another hearing is open by now
		}
		t.add(withPerson(t.sh.NewID(), role, p))
	})
}

func (t *tab) addUnit(o field.Option) {
	if o.ID == "" {
		return
	}
	t.s.Remember(o)
	t.add(hearing.Participant{ID: t.sh.NewID(), Role: t.role, Organisation: o.ID})
}

func (t *tab) newUnit(name string) {
	o, record := hearing.Organisation{ID: t.sh.NewID(), Name: name, Kind: kindOf(t.role)}, t.s.ID()
	t.sh.Work.Do(func(ctx context.Context) error {
		_, err := t.desk.SaveOrganisation(ctx, o)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		if record != t.s.ID() {
			return // another hearing is open by now
		}
		t.addUnit(field.Option{ID: o.ID, Name: o.Name})
	})
}
