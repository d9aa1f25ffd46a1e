package told

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// An entry is one participant's row, what the rules say, and the details.
type entry struct {
	id       hearing.ID
	row      *row
	findings *field.Findings
	said     string // the findings shown now
	place    *fyne.Container
	details  *details
}

// show brings one entry up to date.
func (v *view) show(e *entry, r Row) {
	p, _ := v.s.Value().Participant(r.ID)
	t := rowText{name: r.Name, part: r.Part, summary: v.newest(p, r), ticked: v.ticked[r.ID], open: v.open == r.ID}
	t.state, t.tint = chip(r.Status)
	if r.Again {
		t.state, t.tint = words.T("须重新告知"), theme.ColorNameError
	}
	if (r.Status.Open() || r.Again) && !v.limit.Hard.IsZero() {
		t.last = v.last()
	}
	e.row.show(t)
	v.judge(e, r)
	switch {
	case !t.open && e.details != nil:
		e.details = nil
		e.place.RemoveAll()
		e.place.Hide()
		v.grown = true
	case t.open && (e.details == nil || e.details.shape != v.shapeOf(p, r)):
		e.details = newDetails(v, p, v.shapeOf(p, r))
		e.place.Objects = []fyne.CanvasObject{e.details.object}
		e.place.Show()
		v.grown = true
	case t.open:
		e.details.show(p)
	}
}

// last says by when the participant must be told.
func (v *view) last() string {
	if v.limit.Advise == v.limit.Hard {
		return words.T("最迟 {{.Hard}}", map[string]string{"Hard": words.Brief(v.limit.Hard)})
	}
	return words.T("最迟 {{.Hard}}，宜 {{.Advise}}", map[string]string{"Hard": words.Brief(v.limit.Hard), "Advise": words.Brief(v.limit.Advise)})
}

// newest says the newest record in one line.
func (v *view) newest(p hearing.Participant, r Row) string {
	if r.Newest < 0 {
		return ""
	}
	t := p.Told[r.Newest]
	var parts []string
	if t.Method != "" {
		parts = append(parts, words.Of(t.Method))
	}
	switch {
	case !t.ReceivedOn.IsZero():
		parts = append(parts, words.T("{{.Day}} 收到", map[string]string{"Day": words.Brief(t.ReceivedOn)}))
	case !t.SentOn.IsZero():
		parts = append(parts, words.T("{{.Day}} 发出", map[string]string{"Day": words.Brief(t.SentOn)}))
	}
	if n := v.nameOf(t.By); n != "" {
		parts = append(parts, n)
	}
	if r.Count > 1 {
		parts = append(parts, words.T("共 {{.N}} 次", map[string]int{"N": r.Count}))
	}
	return strings.Join(parts, " · ")
}

func (v *view) nameOf(person hearing.ID) string {
	if n := v.s.Dossier.Person(person).Name; n != "" {
		return n
	}
	return v.names[person]
}

// judge shows what the rules say of the participant here. What is merely to be
// done in time, and what many rows would say alike, shows once the details are
// open.
func (v *view) judge(e *entry, r Row) {
	var found []hearing.Finding
	said := ""
	for _, f := range v.s.FindingsAbout(r.ID) {
		if !v.here(f) || v.open != r.ID && (v.many && f.Rule == "DL01" || f.Severity == hearing.Info) {
			continue
		}
		found = append(found, f)
		said += f.Rule + f.Text
	}
	e.findings.Set(found)
	if said != e.said {
		e.said, v.grown = said, true
	}
}

// remedy is the hearing's; who received a notice late can consent to it.
func (v *view) remedy() *field.Remedy {
	r := *v.s.Remedy()
	usual := r.Fix
	r.Fix = func(f hearing.Finding) (string, func()) {
		if f.Rule == "DL01" && f.Variant == "late" {
			return words.T("已书面同意缩短期限"), func() { v.waive(f.Participant) }
		}
		return usual(f)
	}
	return &r
}

// here reports whether a finding is about what is shown: the telling of the
// hearing, or that of the result.
func (v *view) here(f hearing.Finding) bool {
	return (f.Field == "told" || f.Rule == "R10") && ofResult(f) == (v.purpose == OfResult)
}

// ofResult reports whether a finding is about the telling of the result.
func ofResult(f hearing.Finding) bool {
	return f.Rule == "DL16" || f.Fix.Kind == hearing.FixTell && f.Fix.Value == resultPaper
}

// waive records that a participant consented to a shorter time, today.
func (v *view) waive(id hearing.ID) {
	v.change("waiver", func(h *hearing.Hearing) {
		With(h, id, func(p *hearing.Participant) { p.Waiver = &hearing.Waiver{On: v.s.Today()} })
	})
	if v.open != id {
		v.expand(id)
	}
}

// chip names a status with its colour.
func chip(s Status) (string, fyne.ThemeColorName) {
	switch s {
	case InTime:
		return words.T("按时"), theme.ColorNameSuccess
	case Tight:
		return words.T("偏晚，未逾期"), theme.ColorNameWarning
	case Late:
		return words.T("收到已逾期"), theme.ColorNameError
	case Missing:
		return words.T("逾期未收到"), theme.ColorNameError
	case Waived:
		return words.T("已书面同意"), theme.ColorNameSuccess
	case Posted:
		return words.T("待回执"), theme.ColorNamePrimary
	case Soon:
		return words.T("须立即告知"), theme.ColorNameWarning
	case Unneeded:
		return words.T("不计期限"), theme.ColorNamePlaceHolder
	}
	return words.T("待告知"), theme.ColorNamePlaceHolder
}

// indent sets what belongs to a row below its name.
type indent struct{}

// MinSize is that of the object, with the room at its left.
func (indent) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Add(fyne.NewSize(tickWidth, 0))
}

// Layout leaves the tick's width free.
func (indent) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(tickWidth, 0))
	o[0].Resize(fyne.NewSize(max(0, s.Width-tickWidth), s.Height))
}
