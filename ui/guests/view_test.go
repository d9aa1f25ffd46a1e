package guests_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/guests"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
)

const now = "2023-06-20 09:00"

func newTab(t *testing.T, desk *storage.Desk, id hearing.ID) (*shell.Shell, *sitting.Sitting) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	s := sitting.New(sh, desk)
	shown.Show(sh, guests.New(sh, s, desk))
	s.Open(id)
	t.Cleanup(func() { told.Clean(t) })
	return sh, s
}

func stored(t *testing.T, desk *storage.Desk, id hearing.ID) hearing.Hearing {
	t.Helper()
	h, err := desk.Hearing(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func save(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestWhoActsForWhom: an agent is entered, for a party of the case.
func TestWhoActsForWhom(t *testing.T) {
	desk := shown.Examples(t, now)
	sh, s := newTab(t, desk, "h-e2")
	shown.ChooseFirst(t, sh.Window, "诉讼代理人")
	shown.Type(t, sh.Window, "添加", "许律师")
	shown.Enter(t, sh.Window, "添加")
	h := s.Value()
	added := h.Participants[len(h.Participants)-1]
	if added.Role != hearing.Agent || !shown.Reads(sh.Window, "所涉当事人") {
		t.Fatalf("added %+v", added)
	}
	party := s.Dossier.Cases[0].Parties[0]
	shown.Choose(t, sh.Window, "所涉当事人", s.Option(party.Person).Name+"（"+party.Label+"）")
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "guests-agent")
	if !shown.Reads(sh.Window, "代表 "+s.Option(party.Person).Name) {
		t.Error("the list does not say for whom")
	}
	got, _ := stored(t, desk, "h-e2").Participant(added.ID)
	if got.Party != party.ID {
		t.Errorf("for %q, want %q", got.Party, party.ID)
	}
}

func TestNobodyYet(t *testing.T) {
	desk := shown.Empty(t, now)
	_, err := desk.SaveHearing(t.Context(), hearing.Hearing{ID: "h"})
	save(t, err)
	sh, _ := newTab(t, desk, "h")
	shown.Picture(t, sh.Window, "guests-empty")
	if !shown.Reads(sh.Window, "还没有参加人") {
		t.Error("nothing says how to begin")
	}
}

// TestUglyGuests: forty people of long names, in long units.
func TestUglyGuests(t *testing.T) {
	desk := shown.Empty(t, now)
	long := strings.Repeat("云岭市澄河区梧桐苑小区", 4)[:3*40]
	_, err := desk.SaveOrganisation(t.Context(), hearing.Organisation{ID: "o", Name: long, Kind: hearing.Agency})
	save(t, err)
	h := hearing.Hearing{ID: "h"}
	for i := range 40 {
		id := hearing.ID(fmt.Sprint("p", i))
		_, err = desk.SavePerson(t.Context(), hearing.Person{ID: id, Name: strings.Repeat("欧阳", 19) + fmt.Sprint(10+i), Title: strings.Repeat("主任", 15)})
		save(t, err)
		role := hearing.Roles[i%len(hearing.Roles)]
		p := hearing.Participant{ID: hearing.ID(fmt.Sprint("g", i)), Role: role, Person: id, Organisation: "o", Label: strings.Repeat("代表", 10*(i%2))}
		if role == hearing.AgencyRep {
			p.Proxy = &hearing.Proxy{Person: id, Authority: long}
		}
		h.Participants = append(h.Participants, p)
	}
	_, err = desk.SaveHearing(t.Context(), h)
	save(t, err)
	sh, s := newTab(t, desk, "h")
	shown.Walk(sh.Window.Content(), func(o fyne.CanvasObject) {
		if list, ok := o.(interface{ Select(int) }); ok {
			list.Select(6)
		}
	})
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "guests-ugly")
	if w := sh.Window.Content().MinSize().Width; w > shown.Width {
		t.Errorf("%v wide", w)
	}
	if len(s.Value().Participants) != 40 {
		t.Error("some are not there")
	}
}
