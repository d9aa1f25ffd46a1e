package transcript

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A Signer is one who signs the transcript, or refuses to.
type Signer struct {
	ID     hearing.ID // participant, [hearing.SignsPresider] or [hearing.SignsRecorder]
	Name   string     // as what, and who
	Signed *hearing.Signature
}

// Signers lists those who sign: who holds the hearing, and who of the roles that
// sign came (听证工作规定, art. 18).
func Signers(d hearing.Dossier, h hearing.Hearing, signs func(hearing.Role) bool) []Signer {
	d.Hearing = &h
	var out []Signer
	for _, p := range h.Participants {
		if !p.Alternate && p.Attendance.Presence != hearing.Absent && signs(p.Role) {
			out = append(out, Signer{p.ID, called(d, p), p.Signed})
		}
	}
	return append(out, Signer{hearing.SignsPresider, Called(d, hearing.SpeakerPresider), h.Outcome.SignedBy},
		Signer{hearing.SignsRecorder, Called(d, hearing.SpeakerRecorder), h.Outcome.RecordedBy})
}

// called names a participant as a narrow list shows it: the person first.
func called(d hearing.Dossier, p hearing.Participant) string {
	name, unit := d.Person(p.Person).Name, d.Organisation(p.Organisation)
	if p.Role != hearing.AgencyRep || name == "" || unit.Name == "" {
		return Called(d, p.ID)
	}
	if unit.Short != "" {
		unit.Name = unit.Short
	}
	return words.T("{{.Name}}，{{.Role}}", map[string]string{"Name": name, "Role": unit.Name})
}

// SetSigned records how somebody signed; nil takes it back.
func SetSigned(h *hearing.Hearing, who hearing.ID, s *hearing.Signature) {
	switch who {
	case hearing.SignsPresider:
		h.Outcome.SignedBy = s
	case hearing.SignsRecorder:
		h.Outcome.RecordedBy = s
	}
	for i := range h.Participants {
		if h.Participants[i].ID == who {
			h.Participants[i].Signed = s
		}
	}
}

// signatures lists who signed and who did not.
func (v *view) signatures() fyne.CanvasObject {
	h := v.s.Value()
	list := Signers(v.s.Dossier, h, v.signs(h))
	done := 0
	rows := container.NewVBox()
	for _, s := range list {
		if s.Signed != nil && (!s.Signed.On.IsZero() || s.Signed.Refused != "") {
			done++
		}
		rows.Add(v.signer(s))
	}
	return container.NewVBox(look.Subheading(words.T("签名 {{.N}}/{{.Of}}", map[string]int{"N": done, "Of": len(list)})), rows)
}

// signs says who signs in the hearing's course; everybody where no rules are read.
func (v *view) signs(h hearing.Hearing) func(hearing.Role) bool {
	book, err := v.sh.Book()
	if err != nil {
		return func(hearing.Role) bool { return true }
	}
	t := book.Template(v.s.Dossier, calendar.DateOf(h.Start.In(words.Zone())))
	return t.Signs
}

func (v *view) signer(s Signer) fyne.CanvasObject {
	name := widget.NewLabel(s.Name)
	name.Truncation = fyne.TextTruncateEllipsis
	set := func(sig *hearing.Signature) {
		v.s.Change("signed", func(h *hearing.Hearing) { SetSigned(h, s.ID, sig) })
		v.sides()
	}
	back := look.Quiet("", theme.CancelIcon(), func() { v.m.Unsign(s.ID, func() { set(nil) }) })
	v.only(back)
	if !v.m.MayUnsign(s.ID) {
		back.Hide()
	}
	switch {
	case s.Signed != nil && s.Signed.Refused != "":
		text := words.T("拒签：{{.Why}}", map[string]string{"Why": s.Signed.Refused})
		if s.Signed.Page > 0 {
			text = words.T("拒签第 {{.Page}} 页：{{.Why}}", map[string]string{"Page": strconv.Itoa(s.Signed.Page), "Why": s.Signed.Refused})
		}
		why := look.Hint(text)
		why.Importance = widget.WarningImportance
		return container.NewVBox(container.NewBorder(nil, nil, nil, back, name), why)
	case s.Signed != nil && !s.Signed.On.IsZero():
		on := widget.NewLabel(words.T("已签 {{.On}}", map[string]string{"On": words.Day(s.Signed.On)}))
		on.Importance = widget.SuccessImportance
		line := container.NewBorder(nil, nil, nil, container.NewHBox(on, back), name)
		if drawn := v.drawnBy(s); drawn != nil {
			return container.NewVBox(line, drawn)
		}
		return line
	}
	pen := look.Quiet("", theme.DocumentCreateIcon(), func() { v.draw(s, set) })
	return container.NewBorder(nil, nil, nil, container.NewHBox(
		v.only(pen), v.only(look.Quiet(words.T("已签"), nil, func() { set(&hearing.Signature{On: v.s.Today()}) })),
		v.only(look.Quiet(words.T("拒签…"), nil, func() { v.refuse(s, set) }))), name)
}

// refuse asks why, and which page.
func (v *view) refuse(s Signer, set func(*hearing.Signature)) {
	why, page := widget.NewEntry(), widget.NewEntry()
	why.SetPlaceHolder(words.T("如：对第三页的记录有异议"))
	page.SetPlaceHolder(words.T("空白：整份笔录"))
	d := dialog.NewForm(words.T("{{.Who}}拒绝签名", map[string]string{"Who": s.Name}), words.T("记录"), words.T("取消"),
		[]*widget.FormItem{widget.NewFormItem(words.T("理由"), why), widget.NewFormItem(words.T("页"), page)}, func(ok bool) {
			n, _ := strconv.Atoi(page.Text) // anything else is the whole transcript
			if ok && why.Text != "" {
				set(&hearing.Signature{On: v.s.Today(), Refused: why.Text, Page: max(n, 0)})
			}
		}, v.sh.Window)
	why.OnSubmitted, page.OnSubmitted = func(string) { d.Submit() }, func(string) { d.Submit() }
	d.Resize(fyne.NewSize(520, 240))
	d.Show()
	v.sh.Window.Canvas().Focus(why)
}
