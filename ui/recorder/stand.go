package recorder

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/script"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// pause asks why the hearing stands still, or lets it go on.
func (p *page) pause() {
	if _, paused := p.m.Text().Pause(); paused {
		p.sh.Work.Do(func(context.Context) error { return nil }, func(error) { p.resume() }) // behind the reading of what was entered on the hearing's page
		return
	}
	p.strip.pick(words.T("休会"), words.T("↑↓ 选择，回车；可先打多久（15）或到几点（10:20），0 不定"), false, func(text string) []option {
		var out []option
		typed, name := amount(text)
		for _, k := range hearing.PauseKinds {
			if name == "" || slices.ContainsFunc(spellings(words.Of(k)), func(s string) bool { return strings.Contains(s, strings.ToLower(name)) }) {
				until := p.until(k, typed)
				out = append(out, option{words.Of(k), pauseDetail(k, until), func() { p.stand(k, until) }})
			}
		}
		return out
	})
}

// resume lets the hearing go on, or says what stands in the way.
func (p *page) resume() {
	blocks, resumed := p.m.Resume(p.s)
	if len(blocks) > 0 {
		p.notice.blocks(hearing.Open, blocks)
	} else if resumed {
		p.notice.clear()
	}
	p.focus()
}

// amount takes the figures out of what was typed: 15, 10:20, 评议20.
func amount(text string) (typed, name string) {
	text = field.Narrow(text)
	figure := func(r rune) bool { return r >= '0' && r <= '9' || r == ':' }
	typed = strings.Map(func(r rune) rune {
		if figure(r) {
			return r
		}
		return -1
	}, text)
	return typed, strings.TrimSpace(strings.Map(func(r rune) rune {
		if figure(r) {
			return -1
		}
		return r
	}, text))
}

// until is when a pause that begins now ends: after the minutes or at the time of
// day that was typed, else as the script plans it. Nobody knows when a suspended
// hearing goes on.
func (p *page) until(k hearing.PauseKind, typed string) time.Time {
	return p.m.Until(k, typed, p.sh.Now().In(words.Zone()))
}

func pauseDetail(k hearing.PauseKind, until time.Time) string {
	what := words.T("短暂休息，随后继续")
	switch k {
	case hearing.PauseDeliberate:
		what = words.T("换到评议记录，投影只显示“休会”")
	case hearing.PauseSuspended:
		return words.T("待决定后再恢复；申请回避用“插入”")
	}
	if until.IsZero() {
		return what
	}
	return words.T("到 {{.Time}}", map[string]string{"Time": words.Clock(until)}) + "　" + what
}

// stand lets the hearing stand still.
func (p *page) stand(k hearing.PauseKind, until time.Time) {
	if blocks := p.m.Pause(k, until, "", p.s); len(blocks) > 0 {
		p.notice.blocks(states[k], blocks)
	}
	p.focus()
}

// recuse asks who asks for whose recusal, and why.
func (p *page) recuse() {
	asking := p.m.Seated()
	var against []script.Person
	for _, x := range p.m.Script().People {
		if strings.HasPrefix(x.Key, "@") || x.Role == hearing.Officer.Term().Zh {
			against = append(against, x)
		}
	}
	if len(asking) == 0 || len(against) == 0 {
		return
	}
	who, of := p.among(asking, p.m.Speaking()), p.among(against, "")
	var why *pen
	do := func() {
		a, b := asking[max(who.SelectedIndex(), 0)], against[max(of.SelectedIndex(), 0)]
		blocks := p.m.Recuse(a, b, why.Text, p.recusing(b))
		if len(blocks) > 0 {
			p.notice.blocks(hearing.Suspended, blocks)
		}
		p.done()
	}
	why = p.text(words.T("理由"), do)
	p.form(words.T("申请回避"), words.T("记下并中止"), why, do,
		container.New(parts{0.5}, labelled(words.T("申请人"), who), labelled(words.T("申请谁回避"), of)), why)
}

func labelled(text string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, widget.NewLabel(text), nil, o)
}

// A recusing hall writes the request into the case before it suspends the hearing,
// so that the hearing goes on only when it is decided (办案规则, art. 23).
type recusing struct {
	*page
	of script.Person
}

func (p *page) recusing(of script.Person) Hall { return recusing{p, of} }

// Value is the hearing.
func (r recusing) Value() hearing.Hearing { return r.s.Value() }

// Turn takes the hearing into another state.
func (r recusing) Turn(to hearing.State, why hearing.Why) []hearing.Finding {
	p := r.page
	cases := p.s.Dossier.Cases
	if strings.HasPrefix(r.of.Key, "@") && len(cases) > 0 { // an officer is no prosecutor: the presider replaces one
		step, _ := p.m.Text().Step()
		at := max(0, slices.IndexFunc(cases, func(c hearing.Case) bool { return c.ID == step.Case }))
		id, asked := cases[at].ID, hearing.Step{ID: p.sh.NewID(), Kind: hearing.RecusalAsked, On: p.today(), Session: p.m.ID(), Person: r.of.Person}
		p.s.Dossier.Cases = slices.Clone(cases)
		p.s.Dossier.Cases[at].Steps = append(slices.Clone(cases[at].Steps), asked)
		p.sh.Work.Do(func(ctx context.Context) error {
			c, err := p.desk.Case(ctx, id)
			if err != nil {
				return err
			}
			c.Steps = append(c.Steps, asked)
			_, err = p.desk.SaveCase(ctx, c)
			return err
		}, p.sh.Fail)
	}
	return p.s.Turn(to, why)
}

func (p *page) today() calendar.Date { return p.sh.Day(words.Zone()) }

// notarise asks what a notary does; while the parties dispute the matter only an
// explanation can be put in (公证法, art. 31(4)).
func (p *page) notarise() {
	h := p.s.Value()
	notaries := slices.DeleteFunc(slices.Clone(h.Participants), func(x hearing.Participant) bool { return x.Role != hearing.NotaryRole })
	if len(notaries) == 0 && len(h.Notary) == 0 {
		p.notice.say(words.T("参加人里没有公证员。"))
		return
	}
	var matters []hearing.NotaryMatter
	matters = append(matters, h.Notary...)
	if len(matters) == 0 {
		matters = []hearing.NotaryMatter{{ID: p.sh.NewID(), Notary: notaries[0].ID, Kind: hearing.MatterEvidence}}
	}
	var names []string
	for _, x := range matters {
		names = append(names, strings.TrimSpace(words.Of(x.Kind)+"　"+x.Subject))
	}
	matter := widget.NewSelect(names, nil)
	acts := widget.NewSelect([]string{words.T("公证说明"), words.T("受理"), words.T("出具公证书")}, nil)
	var office, notary, licence, number, said *pen
	do := func() {
		x := matters[max(matter.SelectedIndex(), 0)]
		err := p.m.Notarise(Notarial{Act: NotarialAct(max(acts.SelectedIndex(), 0)), Matter: x, Kind: x.Kind.Term().Zh,
			Notary: notary.Text, Office: office.Text, Licence: licence.Text, Certificate: number.Text, Text: said.Text})
		if err != nil {
			p.notice.say(words.Error(err))
			return
		}
		if act := NotarialAct(max(acts.SelectedIndex(), 0)); act != NotaryExplains {
			p.s.Change("notary", func(h *hearing.Hearing) { Recorded(h, x, act, number.Text, p.today()) })
		}
		p.notice.clear()
		p.done()
	}
	office, notary, licence, number, said = p.text(words.T("公证机构"), do), p.text(words.T("公证员"), do), p.text(words.T("执业证号"), do), p.text(words.T("公证书编号"), do), p.text(words.T("说明的内容"), do)
	fill := func(string) {
		x, _ := h.Participant(matters[max(matter.SelectedIndex(), 0)].Notary)
		who := p.s.Dossier.Person(x.Person)
		office.put(p.s.Dossier.Organisation(x.Organisation).Name, 0)
		notary.put(who.Name, 0)
		licence.put(who.Licence, 0)
		number.put(matters[max(matter.SelectedIndex(), 0)].Certificate, 0)
	}
	matter.OnChanged = fill
	matter.SetSelectedIndex(0)
	acts.SetSelectedIndex(0)
	p.form(words.T("公证"), words.T("记下"), said, do,
		container.New(parts{0.6}, labelled(words.T("事项"), matter), acts),
		container.New(parts{0.6}, office, notary), container.New(parts{0.5}, licence, number), said)
}
