package sitting

import (
	"strconv"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/today"
	"hearingdesk/ui/words"
)

// Remedy is what the hearing's page lets its user do about a finding.
func (s *Sitting) Remedy() *field.Remedy { return s.remedy }

func (s *Sitting) newRemedy() *field.Remedy {
	r := &field.Remedy{
		Basis:    s.basis,
		Name:     func(id hearing.ID) string { return s.Option(id).Name },
		Fix:      s.fix,
		Override: s.override,
		Withdraw: s.withdraw,
		Approver: func() field.Option { return s.Option(s.Dossier.Office.Chief) },
		Today:    s.Today,
		Run:      s.sh.Work,
		Find:     lookup.FindPeople(s.desk),
	}
	if s.sh.Rights.Do(hearing.Approve) != nil {
		r.Override, r.Withdraw = nil, nil
	}
	return r
}

// Leading is the remedy where findings stand apart from their fields: it leads
// there too.
func (s *Sitting) Leading() *field.Remedy {
	r := *s.remedy
	r.Go = s.Seek
	return &r
}

// basis is what the article behind a finding says.
func (s *Sitting) basis(f hearing.Finding) hearing.Basis {
	book, err := s.sh.Book()
	if err != nil {
		return hearing.Basis{} // said when the findings were made
	}
	return book.Basis(s.Dossier.Office, f)
}

// fix is the one action that mends a finding; without one of its own, there is
// none.
func (s *Sitting) fix(f hearing.Finding) (string, func()) {
	text := FixText(f.Fix, func(id hearing.ID) string { return s.Option(id).Name })
	if text == "" {
		return "", nil
	}
	return text, func() { s.mend(f) }
}

// FixText is what a fix's button says; name names people.
func FixText(x hearing.Fix, name func(hearing.ID) string) string {
	switch x.Kind {
	case hearing.FixApproval:
		return words.T("补记批准")
	case hearing.FixPresider:
		if n := name(hearing.ID(x.Value)); n != "" {
			return words.T("改由{{.Name}}主持", map[string]string{"Name": n})
		}
	case hearing.FixStreamOff:
		return words.T("取消直播")
	case hearing.FixClose:
		return words.T("改为不公开")
	case hearing.FixInvite:
		return words.T("邀请{{.Role}}", map[string]string{"Role": words.Of(hearing.Role(x.Value))})
	case hearing.FixRemove:
		if x.Value != "" {
			return words.T("移出旁听人员")
		}
		return words.T("移出名单")
	case hearing.FixTell:
		return words.T("去告知")
	case hearing.FixPromote:
		return words.T("候补递补")
	case hearing.FixConsent:
		return words.T("记录答复")
	case hearing.FixPrint:
		return words.T("去制作文书")
	case hearing.FixBriefing:
		return words.T("记录已送案情")
	case hearing.FixHolidays:
		return words.T("导入放假安排")
	case hearing.FixDeclaration:
		return words.T("记录承诺书")
	case hearing.FixSign:
		return words.T("记为都已签名")
	}
	return ""
}

// mend does what a finding's button says, or leads to where it is done.
func (s *Sitting) mend(f hearing.Finding) {
	switch f.Fix.Kind {
	case hearing.FixHolidays:
		s.sh.Go(Holidays(f))
		return
	case hearing.FixPrint:
		s.sh.Go(shell.Place{Kind: shell.Hearing, ID: s.ID(), Tab: "papers", Paper: f.Fix.Value})
		return
	}
	on := s.Today()
	if f.Fix.Kind == hearing.FixSign && s.held() {
		on = calendar.DateOf(s.Value().Start.In(s.Zone())) // the transcript is signed where it is taken (art. 18)
	}
	next, ok := s.Value().Fixed(f, s.acting(f.Fix.Kind), on)
	if !ok || f.Fix.Kind == hearing.FixApproval && s.held() {
		s.Seek(f)
		return
	}
	text, _ := s.fix(f)
	s.replace(next)
	s.sh.Say(words.T("{{.Action}}，可用 Ctrl+Z 撤销", map[string]string{"Action": text}))
}

// Holidays is where the holidays of the year are taken in that a finding misses.
func Holidays(f hearing.Finding) shell.Place {
	p := shell.Place{Kind: shell.Settings, Tab: "days"}
	if y, err := strconv.Atoi(f.Fix.Value); err == nil {
		p.Day = calendar.NewDate(y, 1, 1)
	}
	return p
}

// held reports whether the hearing's day has passed: an approval of today came
// too late for it, so its date is asked for.
func (s *Sitting) held() bool {
	h := s.Value()
	return !h.Start.IsZero() && calendar.DateOf(h.Start.In(s.Zone())).Before(s.Today())
}

// acting is who does what a fix records: the chief procurator approves,
// whoever takes the minutes tells.
func (s *Sitting) acting(k hearing.FixKind) hearing.ID {
	h := s.Value()
	switch {
	case k == hearing.FixApproval:
		return s.Dossier.Office.Chief
	case h.Recorder != "":
		return h.Recorder
	}
	return h.Presider
}

// replace puts a changed hearing in place of the one that is open, and shows it.
func (s *Sitting) replace(h hearing.Hearing) {
	s.Change("", func(now *hearing.Hearing) { *now = h })
	s.show()
}

func (s *Sitting) override(_ hearing.Finding, o hearing.Override) {
	s.Change("overrides", func(h *hearing.Hearing) { h.Overrides = append(h.Overrides, o) })
	s.sh.Say(words.T("已记录例外批准，可用 Ctrl+Z 撤销"))
}

func (s *Sitting) withdraw(f hearing.Finding) {
	s.Change("overrides", func(h *hearing.Hearing) {
		var kept []hearing.Override
		for _, o := range h.Overrides {
			if !o.Covers(f) {
				kept = append(kept, o)
			}
		}
		h.Overrides = kept
	})
	s.sh.Say(words.T("已撤回例外批准，可用 Ctrl+Z 撤销"))
}

// OnSeek calls f when the user wants to see where a finding is mended.
func (s *Sitting) OnSeek(f func(hearing.Finding)) { s.sought = append(s.sought, f) }

// Seek leads to the field that a finding is about.
func (s *Sitting) Seek(f hearing.Finding) {
	s.sh.Go(shell.Place{Kind: shell.Hearing, ID: s.ID(), Tab: TabOf(f)})
	for _, seek := range s.sought {
		seek(f)
	}
}

// TabOf is the tab of the hearing's page on which a finding is shown.
func TabOf(f hearing.Finding) string {
	switch tab := today.TabOf(f); tab {
	case "people", "told", "outcome", "volume", "transcript":
		return tab
	}
	return "plan" // also what is about a paper, or a field that nobody knows
}
