package plan

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
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
	lookup.Rooms
	lookup.Cases
	Case(ctx context.Context, id hearing.ID) (hearing.Case, error)
	SavePerson(ctx context.Context, p hearing.Person) (hearing.Version, error)
	SaveRoom(ctx context.Context, r hearing.Room) (hearing.Version, error)
}

// A tab is the plan of the open hearing.
type tab struct {
	sh   *shell.Shell
	s    *sitting.Sitting
	desk Desk
	date calendar.Date // as typed, also while no time is known
	last remembered
	here hearing.ID // the hearing that is shown

	cases              *field.Picks
	title              *field.Text
	day                *field.Date
	start, end         *field.Clock
	room               *field.Pick
	roomHint           *look.Note
	forms              *field.Chips[hearing.Form]
	purposes           *field.Chips[hearing.Purpose]
	openness           *field.Choice[hearing.Openness]
	reason             *field.Text
	why                *fyne.Container // the row of the reason
	presider, recorder *field.Pick
	prosecutors        *field.Picks
	questions          *questions
	moves              *moves
	rehearsal          *field.Tick
	note               *field.Text
	approvals          *approvals
	notice             *notice
	controls           map[string]field.Control // by the field that findings name
	others             *field.Findings          // of fields without a control of their own
}

// New returns the tab of a sitting.
func New(sh *shell.Shell, s *sitting.Sitting, desk Desk) fyne.CanvasObject {
	t := &tab{sh: sh, s: s, desk: desk}
	t.moves = newMoves(t)
	t.make()
	t.approvals, t.notice = newApprovals(sh, s, desk), newNotice(sh, s)
	t.controls = map[string]field.Control{"cases": t.cases, "start": t.start, "end": t.end, "room": t.room, "forms": t.forms, "purposes": t.purposes,
		"openness": t.openness, "openness_reason": t.reason, "presider": t.presider, "recorder": t.recorder, "prosecutors": t.prosecutors,
		"questions": t.questions, "title": t.title, "note": t.note, "notice": t.notice.posted, "notice.posted_on": t.notice.posted,
		"notice.signed_on": t.notice.signed, "notice.sign_up_by": t.notice.byDay, "notice.seats": t.notice.seats, "notice.number": t.notice.number}
	for name, c := range t.controls {
		c.Mend(s.Remedy())
		s.Allow(name, c)
	}
	s.Allow("start", t.day)
	s.Allow("rehearsal", t.rehearsal)
	s.Allow("notice", t.notice.parts()...)
	t.others = field.NewFindings(s.Remedy())
	s.OnSeek(t.seek)
	s.OnShow(t.show)
	s.OnJudged(t.judged)
	s.OnState(t.saved)
	if s.ID() != "" {
		t.show()
		t.judged()
	}
	return look.Scroll(container.NewVBox(
		t.others.Object,
		field.Columns(
			field.Section(words.T("案件和时间地点"),
				field.Row(words.T("案件"), t.cases),
				field.RowOf("", leading(sh.To(newCase, look.Quiet(words.T("新建案件…"), theme.ContentAddIcon(), func() { sh.Go(newCase) })))),
				field.Row(words.T("日期"), t.day),
				field.RowOf(words.T("起止时间"), container.NewVBox(container.NewGridWithColumns(2, t.start.Object(), t.end.Object()), t.moves.shift.object)),
				field.RowOf(words.T("地点"), container.NewVBox(t.room.Object(), t.roomHint.Object)),
				field.Row(words.T("名称"), t.title),
			),
			field.Section(words.T("形式和人员"),
				field.Row(words.T("公开"), t.openness),
				t.why,
				field.Row(words.T("形式"), t.forms),
				field.Row(words.T("目的"), t.purposes),
				field.Row(words.T("主持人"), t.presider),
				field.Row(words.T("书记员"), t.recorder),
				field.Row(words.T("承办检察官"), t.prosecutors),
			),
		),
		field.Section(words.T("听证事项"), t.questions.box),
		t.approvals.object,
		t.notice.object,
		t.moves.object,
		field.Section(words.T("其他"), field.Row(words.T("演练"), t.rehearsal), field.Row(words.T("备注"), t.note)),
	))
}

// newCase is where a case is begun.
var newCase = shell.Place{Kind: shell.Cases, New: true}

// leading sets a button at the left.
func leading(b fyne.CanvasObject) fyne.CanvasObject { return container.NewHBox(b) }

func (t *tab) change(name string, f func(*hearing.Hearing)) { t.s.Change(name, f) }

func (t *tab) make() {
	t.title = field.NewText("", func(s string) { t.change("title", func(h *hearing.Hearing) { h.Title = s }) }).Hint(words.T("不填时按案由生成"))
	t.makeSlot()
	t.forms = field.NewChips(hearing.Forms, nil, func(v []hearing.Form) {
		t.change("forms", func(h *hearing.Hearing) { h.Forms = v })
		t.approvals.show()
	})
	t.purposes = field.NewChips(hearing.Purposes, nil, func(v []hearing.Purpose) { t.change("purposes", func(h *hearing.Hearing) { h.Purposes = v }) })
	t.openness = field.NewChoice([]hearing.Openness{hearing.Public, hearing.NotOpen}, hearing.AskFirst, func(v hearing.Openness) {
		t.change("openness", func(h *hearing.Hearing) { h.Openness = v })
		t.showReason()
		t.approvals.show()
		t.notice.show()
	})
	t.reason = field.NewText("", func(s string) { t.change("openness_reason", func(h *hearing.Hearing) { h.OpennessReason = s }) }).
		Hint(words.T("与第五条的一般要求不同，写明理由"))
	t.why = field.RowOf(words.T("不公开理由"), t.reason.Object()).(*fyne.Container)
	t.presider = t.person(hearing.Prosecutor, t.setPresider)
	t.recorder = t.person(hearing.Clerk, func(id hearing.ID) { t.change("recorder", func(h *hearing.Hearing) { h.Recorder = id }) })
	t.prosecutors = field.NewPicks(t.sh.Work, lookup.FindPeople(t.desk), nil, func(v []field.Option) {
		t.change("prosecutors", func(h *hearing.Hearing) { h.Prosecutors = t.remember(v) })
	}, func(name string) {
		t.newPerson(name, hearing.Prosecutor, func(o field.Option) {
			t.change("prosecutors", func(h *hearing.Hearing) { h.Prosecutors = append(h.Prosecutors, o.ID) })
			t.prosecutors.Set(t.s.Options(t.s.Value().Prosecutors))
		})
	})
	t.cases = field.NewPicks(t.sh.Work, lookup.FindCases(t.desk), nil, t.setCases, nil).Hint(words.T("案由、案号或拼音首字母"))
	t.questions = newQuestions(t)
	t.rehearsal = field.NewTick(words.T("这是演练，不计入统计"), false, func(b bool) { t.change("rehearsal", func(h *hearing.Hearing) { h.Rehearsal = b }) })
	t.note = field.NewNote("", 2, func(s string) { t.change("note", func(h *hearing.Hearing) { h.Note = s }) })
}

func (t *tab) remember(options []field.Option) []hearing.ID {
	var out []hearing.ID
	for _, o := range options {
		t.s.Remember(o)
		out = append(out, o.ID)
	}
	return out
}

func (t *tab) setPresider(id hearing.ID) {
	t.s.Moving()
	t.change("presider", func(h *hearing.Hearing) { *h = h.LedBy(id, t.s.Today()) })
	t.moves.show()
}

// setCases reads the cases that were chosen, for what follows from them.
func (t *tab) setCases(options []field.Option) {
	ids, record := t.remember(options), t.s.ID()
	was := t.s.Dossier.Cases
	var cases []hearing.Case
	t.sh.Work.Do(func(ctx context.Context) error {
		for _, id := range ids {
			c, err := t.desk.Case(ctx, id)
			if err != nil {
				return err
			}
			cases = append(cases, c)
		}
		return nil
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		if record != t.s.ID() {
			return // another hearing is open by now
		}
		t.change("cases", func(h *hearing.Hearing) { *h = WithCases(*h, was, cases) })
		t.show()
	})
}

func (t *tab) show() {
	h := t.s.Value()
	if h.ID != t.here { // what was half typed for another hearing is not for this one
		t.here = h.ID
		t.last = remembered{-1, usual}
		for _, p := range []*field.Pick{t.room, t.presider, t.recorder} {
			p.Reset(field.Option{})
		}
	}
	t.cases.Set(t.s.Options(h.Cases))
	t.title.Set(h.Title)
	t.forms.Set(h.Forms)
	t.purposes.Set(h.Purposes)
	t.openness.Set(h.Openness)
	t.reason.Set(h.OpennessReason)
	t.showReason()
	t.presider.Set(t.s.Option(h.Presider))
	t.recorder.Set(t.s.Option(h.Recorder))
	t.prosecutors.Set(t.s.Options(h.Prosecutors))
	t.questions.show()
	t.rehearsal.Set(h.Rehearsal)
	t.note.Set(h.Note)
	t.showSlot()
	t.moves.show()
	t.approvals.show()
	t.notice.show()
}

// showReason asks why where the openness is not what art. 5 gives.
func (t *tab) showReason() {
	h := t.s.Value()
	if !departs(h, t.s.Dossier.Cases) {
		t.why.Hide()
		return
	}
	label := words.T("不公开理由")
	if h.Openness == hearing.Public {
		label = words.T("公开理由")
	}
	t.why.Objects[0].(*widget.Label).SetText(label)
	t.why.Show()
}

// judged shows the findings beside the fields that cause them, and the names
// that the dossier brought.
func (t *tab) judged() {
	h := t.s.Value()
	t.cases.Set(t.s.Options(h.Cases))
	t.presider.Set(t.s.Option(h.Presider))
	t.recorder.Set(t.s.Option(h.Recorder))
	t.prosecutors.Set(t.s.Options(h.Prosecutors))
	t.room.Set(t.s.Option(h.Room))
	t.showRoom()
	t.showReason()
	t.questions.showCases()
	t.moves.show()
	t.findings()
	t.approvals.show()
	switch {
	case !t.s.Fresh():
	case len(h.Cases) == 0:
		t.cases.Focus()
	default:
		t.day.Focus()
	}
}

// saved shows why a saving was refused, beside the field that causes it.
func (t *tab) saved(st edit.State) {
	if st.Phase == edit.Saving {
		return // the word of the last attempt stays until there is another
	}
	t.room.SetError(t.s.Clashing("room"))
	t.presider.SetError(t.s.Clashing("presider"))
	t.recorder.SetError(t.s.Clashing("recorder"))
	t.prosecutors.SetError(t.s.Clashing("prosecutor"))
	if _, typed := t.s.Typed("end"); !typed {
		t.end.SetError(t.s.Faulty("end"))
	}
}
