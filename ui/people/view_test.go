package people_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/people"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-06-20 09:00"

func TestPictures(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Examples(t, now)
	p := people.New(sh, d)
	shown.Show(sh, p.Object())
	all, err := d.People(t.Context(), "", 100)
	if err != nil {
		t.Fatal(err)
	}
	one := all[0].ID
	for _, x := range all {
		if x.Pool != "" && len(x.Specialties) > 0 {
			one = x.ID
		}
	}
	p.Show(shell.Place{Kind: shell.People, ID: one})
	shown.Picture(t, sh.Window, "people-person")
	sh.Window.Resize(fyne.NewSize(shown.Width, 1100))
	shown.Picture(t, sh.Window, "people-whole")
	sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
	orgs, err := d.Organisations(t.Context(), "", 100)
	if err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.People, Tab: "organisations", ID: orgs[1].ID})
	shown.Picture(t, sh.Window, "people-organisation")
	rooms, err := d.Rooms(t.Context(), "", 100)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rooms {
		p.Show(shell.Place{Kind: shell.People, Tab: "rooms", ID: r.ID})
		shown.Picture(t, sh.Window, fmt.Sprintf("people-room-%d", i))
	}
	p.Show(shell.Place{Kind: shell.People, New: true})
	shown.Picture(t, sh.Window, "people-new")
	told.Clean(t)
}

// TestUglyPicture has names of forty characters and more people than a list
// shows, one of them twice.
func TestUglyPicture(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Empty(t, now)
	long := strings.Repeat("阿卜杜热合曼·艾", 5)
	for i := range directory.Most + 3 {
		p := hearing.Person{ID: hearing.ID(fmt.Sprintf("p%d", i)), Name: fmt.Sprintf("人%03d", i), Title: "居民"}
		if i < 2 {
			p.Name, p.Title, p.Post = long, long, long
			p.Bars = []hearing.Bar{{Kind: hearing.BarConvicted, Note: long}, {Kind: hearing.BarOther}}
		}
		if _, err := d.SavePerson(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	p := people.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.People, ID: "p1"})
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the page is %v wide", w)
	}
	shown.Picture(t, sh.Window, "people-ugly")
	told.Clean(t)
}
