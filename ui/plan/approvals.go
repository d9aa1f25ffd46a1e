package plan

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// approvals are the rows of what the chief procurator decides, one each.
type approvals struct {
	object fyne.CanvasObject
	sh     *shell.Shell
	s      *sitting.Sitting
	desk   Desk
	box    *fyne.Container
	kinds  []hearing.ApprovalKind
	rows   map[hearing.ApprovalKind]*approval
	found  *field.Findings
	more   *widget.Select
}

// An approval is one row.
type approval struct {
	by      *field.Pick
	on      *field.Date
	refused *field.Tick
	note    *field.Text
	found   *field.Findings
}

func newApprovals(sh *shell.Shell, s *sitting.Sitting, desk Desk) *approvals {
	a := &approvals{sh: sh, s: s, desk: desk, box: container.NewVBox(), found: field.NewFindings(s.Remedy()), rows: map[hearing.ApprovalKind]*approval{}}
	all := look.Quiet(words.T("全部于今日由检察长批准"), nil, a.grantAll)
	a.more = widget.NewSelect(nil, a.add)
	s.Allow("approvals", a.more)
	s.AllowDeed(hearing.Approve, "approvals", all)
	a.more.PlaceHolder = words.T("补记其他审批…")
	a.object = field.Section("", container.NewBorder(nil, nil, look.Subheading(words.T("审批")), container.NewHBox(a.more, all)), a.box, field.Beside(a.found))
	return a
}

// show shows the approvals that the plan asks for now.
func (a *approvals) show() {
	h := a.s.Value()
	kinds := asked(h, a.s.Dossier.Rooms[h.Room], a.s.Dossier.Cases)
	if !slices.Equal(kinds, a.kinds) || len(a.box.Objects) == 0 {
		a.kinds = kinds
		a.build()
	}
	for _, k := range a.kinds {
		v, _ := h.Approval(k)
		r := a.rows[k]
		r.by.Set(a.s.Option(v.By))
		r.on.Set(v.On)
		if typed, ok := a.s.Typed(name(k)); ok {
			r.on.SetText(typed)
		}
		r.refused.Set(v.Refused)
		r.note.Set(v.Note)
	}
	a.findings()
}

// findings shows what the rules say of an approval below its row.
func (a *approvals) findings() {
	of := map[hearing.ApprovalKind][]hearing.Finding{}
	var others []hearing.Finding
	for _, f := range a.s.FindingsOf("approvals") {
		k := hearing.ApprovalKind(f.Fix.Value)
		if f.Fix.Kind == hearing.FixApproval && slices.Contains(a.kinds, k) {
			of[k] = append(of[k], f)
		} else {
			others = append(others, f)
		}
	}
	for _, k := range a.kinds {
		a.rows[k].found.Set(of[k])
	}
	a.found.Set(others)
}

func name(k hearing.ApprovalKind) string { return "approvals." + string(k) }

func (a *approvals) build() {
	a.box.RemoveAll()
	for _, k := range a.kinds {
		r := a.rows[k]
		if r == nil {
			r = a.row(k)
			a.rows[k] = r
		}
		fields := container.NewGridWithColumns(3, r.by.Object(), r.on.Object(), r.note.Object())
		a.box.Add(field.RowOf(short(k), container.NewVBox(container.NewBorder(nil, nil, nil, r.refused.Object(), fields), r.found.Object)))
	}
	var names []string
	for _, k := range others(a.kinds) {
		names = append(names, words.Of(k))
	}
	a.more.SetOptions(names)
}

// short names an approval so that it fits beside its row.
func short(k hearing.ApprovalKind) string {
	switch k {
	case hearing.ApprovePublic:
		return words.T("改为公开")
	case hearing.ApproveNumber:
		return words.T("人数例外")
	case hearing.ApproveMinor:
		return words.T("未成年例外")
	}
	return words.Of(k)
}

// add shows the row of an approval that the plan does not ask for.
func (a *approvals) add(text string) {
	for _, k := range others(a.kinds) {
		if words.Of(k) == text {
			a.s.Change(name(k), func(h *hearing.Hearing) { approve(h, k, func(*hearing.Approval) {}) })
			a.more.ClearSelected()
			a.show()
			a.rows[k].by.Focus()
		}
	}
}

func (a *approvals) row(k hearing.ApprovalKind) *approval {
	set := func(f func(*hearing.Approval)) {
		a.s.Change(name(k), func(h *hearing.Hearing) { approve(h, k, f) })
	}
	r := &approval{found: field.NewFindings(a.s.Remedy())}
	r.by = field.NewPick(a.sh.Work, lookup.FindPeople(a.desk), field.Option{}, func(o field.Option) {
		a.s.Remember(o)
		set(func(v *hearing.Approval) { v.By = o.ID })
	}, nil).Hint(words.T("批准人"))
	r.on = field.NewDate(calendar.Date{}, a.s.Today(), func(typed string, d calendar.Date, err error) {
		if err != nil {
			a.s.Keep(name(k), typed)
			return
		}
		set(func(v *hearing.Approval) { v.On = d })
	})
	r.refused = field.NewTick(words.T("未批准"), false, func(b bool) { set(func(v *hearing.Approval) { v.Refused = b }) })
	r.note = field.NewText("", func(s string) { set(func(v *hearing.Approval) { v.Note = s }) }).Hint(words.T("理由或条件"))
	a.s.Allow("approvals", r.note)
	a.s.AllowDeed(hearing.Approve, "approvals", r.by, r.on, r.refused)
	return r
}

// grantAll fills what is still open with the chief procurator and today.
func (a *approvals) grantAll() {
	chief, today, kinds := a.s.Dossier.Office.Chief, a.s.Today(), a.kinds
	if chief == "" {
		a.sh.Say(words.T("请先在“设置”里填写检察长"))
		return
	}
	a.s.Change("approvals", func(h *hearing.Hearing) {
		for _, k := range kinds {
			approve(h, k, func(v *hearing.Approval) {
				if v.By == "" {
					v.By = chief
				}
				if v.On.IsZero() {
					v.On = today
				}
			})
		}
	})
	a.show()
}
