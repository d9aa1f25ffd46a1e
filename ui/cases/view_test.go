package cases_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/cases"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-06-20 09:00"

func TestPictures(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Examples(t, now)
	p := cases.New(sh, d, nil)
	shown.Show(sh, p.Object())
	found, err := d.Cases(t.Context(), "", 10)
	if err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Cases})
	shown.Picture(t, sh.Window, "cases-none")
	for i, c := range found {
		p.Show(shell.Place{Kind: shell.Cases, ID: c.ID})
		shown.Picture(t, sh.Window, fmt.Sprintf("cases-%d", i))
	}
	sh.Window.Resize(fyne.NewSize(shown.Width, 1900))
	shown.Picture(t, sh.Window, "cases-whole")
	sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
	p.Show(shell.Place{Kind: shell.Cases, New: true})
	shown.Picture(t, sh.Window, "cases-new")
	told.Clean(t)
	sh2, _ := shown.Shell(t, now)
	empty := cases.New(sh2, shown.Empty(t, now), nil)
	shown.Show(sh2, empty.Object())
	empty.Show(shell.Place{Kind: shell.Cases})
	shown.Picture(t, sh2.Window, "cases-empty")
}

func TestUglyPicture(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Empty(t, now)
	long := strings.Repeat("澄河区梧桐苑小区消防通道", 4)[:3*40]
	c := hearing.Case{ID: "c", Cause: long + long, Type: hearing.AdminPublicInterest, PublicCause: long, Number: long, Facts: strings.Repeat(long, 10)}
	for i := range 12 {
		id := hearing.ID(fmt.Sprintf("p%d", i))
		if _, err := d.SavePerson(t.Context(), hearing.Person{ID: id, Name: long}); err != nil {
			t.Fatal(err)
		}
		c.Parties = append(c.Parties, hearing.Party{ID: id, Role: hearing.Concerned, Person: id, Label: long})
		c.Issues = append(c.Issues, long+long)
	}
	if _, err := d.SaveCase(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	p := cases.New(sh, d, nil)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Cases, ID: "c"})
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the page is %v wide", w)
	}
	shown.Picture(t, sh.Window, "cases-ugly")
	told.Clean(t)
}

// TestFollowedPicture shows what became of a recommendation: a relapse, what was
// struck off, and each visit.
func TestFollowedPicture(t *testing.T) {
	const after = "2024-02-01 09:00"
	sh, told := shown.Shell(t, after)
	p := cases.New(sh, shown.Examples(t, after), nil)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Cases, ID: "c-e1"})
	sh.Window.Resize(fyne.NewSize(shown.Width, 2700))
	shown.Picture(t, sh.Window, "cases-followed")
	told.Clean(t)
}

// TestAVisitIsRecorded: the button adds a visit with each item to be found, and puts
// the cursor into its day.
func TestAVisitIsRecorded(t *testing.T) {
	const after = "2024-02-01 09:00"
	sh, told := shown.Shell(t, after)
	d := shown.Examples(t, after)
	c := caseOf(t, d, "二次供水")
	p := cases.New(sh, d, nil)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Cases, ID: c.ID})
	shown.Press(t, sh.Window, "记一次核查")
	list, err := d.Instruments(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	visits := list[0].Visits
	if last := visits[len(visits)-1]; len(visits) != 3 || len(last.Found) != 2 || last.On.String() != after[:10] {
		t.Errorf("stored %+v", visits)
	}
	if sh.Window.Canvas().Focused() == nil {
		t.Error("the cursor is nowhere")
	}
	told.Clean(t)
}
