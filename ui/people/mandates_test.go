package people_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/ui/cases"
	"hearingdesk/ui/people"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestALawyerOfSeveralClients: on the lawyer's page stands for whom he acts and in
// which cases, on a case's page who acts for its parties; each leads to the other.
func TestALawyerOfSeveralClients(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Examples(t, now)
	if _, err := d.SavePerson(t.Context(), hearing.Person{ID: "p-lawyer", Name: "韩律", Title: "律师"}); err != nil {
		t.Fatal(err)
	}
	firm := hearing.Organisation{ID: "o-firm", Name: "清平律师事务所", Kind: hearing.LawFirm}
	if _, err := d.SaveOrganisation(t.Context(), firm); err != nil {
		t.Fatal(err)
	}
	for session, of := range map[hearing.ID]hearing.ID{"h-e2": "c-e2", "h-e3": "c-e3"} {
		c, err := d.Case(t.Context(), of)
		if err != nil {
			t.Fatal(err)
		}
		h, err := d.Hearing(t.Context(), session)
		if err != nil {
			t.Fatal(err)
		}
		h.Participants = append(h.Participants, hearing.Participant{ID: session + "-agent", Role: hearing.Agent, Person: "p-lawyer", Organisation: firm.ID, Party: c.Parties[0].ID})
		if _, err := d.SaveHearing(t.Context(), h); err != nil {
			t.Fatal(err)
		}
	}
	p := people.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.People, ID: "p-lawyer"})
	for _, want := range []string{"代理的当事人", "程桂兰（", "程桂兰赡养纠纷民事公益诉讼案", "督促整治二次供水水箱清洗消毒行政公益诉讼案"} {
		if !shown.Reads(sh.Window, want) {
			t.Errorf("the lawyer's page does not say %s", want)
		}
	}
	shown.Picture(t, sh.Window, "people-mandates")
	page := cases.New(sh, d, nil)
	shown.Show(sh, page.Object())
	page.Show(shell.Place{Kind: shell.Cases, ID: "c-e2"})
	if !shown.Reads(sh.Window, "韩律（诉讼代理人，清平律师事务所） 代理 程桂兰（") {
		t.Error("the case's page does not say who acts for its party")
	}
	shown.Picture(t, sh.Window, "cases-mandates")
	told.Clean(t)
}
