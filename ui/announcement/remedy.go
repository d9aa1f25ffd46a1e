package announcement

import (
	"slices"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/today"
	"hearingdesk/ui/words"
)

// newRemedy is what the page lets its user do about a finding.
func (p *page) newRemedy() *field.Remedy {
	r := &field.Remedy{
		Basis: p.basis,
		Name:  func(id hearing.ID) string { return p.option(id).Name },
		Fix: func(f hearing.Finding) (string, func()) {
			text := sitting.FixText(f.Fix, func(id hearing.ID) string { return p.option(id).Name })
			return text, func() { p.mend(f, text) }
		},
		Override: func(_ hearing.Finding, o hearing.Override) {
			p.e.Change("overrides", func(a *hearing.Announcement) { a.Overrides = append(a.Overrides, o) })
			p.sh.Say(words.T("已记录例外批准，可用 Ctrl+Z 撤销"))
		},
		Withdraw: func(f hearing.Finding) {
			p.e.Change("overrides", func(a *hearing.Announcement) {
				a.Overrides = slices.DeleteFunc(a.Overrides, func(o hearing.Override) bool { return o.Covers(f) })
			})
			p.sh.Say(words.T("已撤回例外批准，可用 Ctrl+Z 撤销"))
		},
		Approver: func() field.Option { return p.option(p.dossier.Office.Chief) },
		Today:    p.today,
		Run:      p.sh.Work,
		Find:     lookup.FindPeople(p.desk),
	}
	if p.sh.Rights.Do(hearing.Approve) != nil {
		r.Override, r.Withdraw = nil, nil
	}
	return r
}

func (p *page) today() calendar.Date { return p.sh.Day(words.Zone()) }

// leading is the remedy where findings stand apart from their fields.
func (p *page) leading() *field.Remedy {
	r := *p.remedy
	r.Go = p.seek
	return &r
}

// seek leads to where a finding is mended.
func (p *page) seek(f hearing.Finding) {
	p.tabs.Open(today.TabOf(f))
	if c := p.form.Control(f.Field); c != nil {
		c.Focus()
	}
}

// await leads to the field of a finding, by its key, at once or when the
// announcement is read.
func (p *page) await(key string) {
	p.awaited = key
	i := slices.IndexFunc(p.all, func(f hearing.Finding) bool { return f.Key() == key })
	if i >= 0 && key != "" {
		p.awaited = ""
		p.seek(p.all[i])
	}
}

func (p *page) basis(f hearing.Finding) hearing.Basis {
	book, err := p.sh.Book()
	if err != nil {
		return hearing.Basis{} // said when the findings were made
	}
	return book.Basis(p.dossier.Office, f)
}

// days is the office's calendar.
func (p *page) days() *calendar.Calendar {
	book, err := p.sh.Book()
	if err != nil {
		return p.sh.Days
	}
	return book.Days(p.dossier.Office)
}

// mend does what a finding's button says, or leads to where it is done.
func (p *page) mend(f hearing.Finding, text string) {
	switch f.Fix.Kind {
	case hearing.FixHolidays:
		p.sh.Go(sitting.Holidays(f))
		return
	case hearing.FixPrint:
		p.want = f.Fix.Value
		p.tabs.Open("papers")
		return
	}
	next, ok := Mended(p.e.Value(), f, p.dossier.Office.Chief, p.today())
	if !ok {
		p.seek(f)
		return
	}
	p.e.Change("", func(a *hearing.Announcement) { *a = next })
	p.form.Show()
	p.head()
	p.sh.Say(words.T("{{.Action}}，可用 Ctrl+Z 撤销", map[string]string{"Action": text}))
}

// mostAbove is how many findings stand above the fields that they are about before
// the rest is folded away.
const mostAbove = 4

// findings is a list of what a choice of the findings says.
func (p *page) findings(choose func() []hearing.Finding) fyne.CanvasObject {
	list := field.NewFindings(p.remedy).Fold(mostAbove)
	p.judged = append(p.judged, func() { list.Set(choose()) })
	return list.Object
}
