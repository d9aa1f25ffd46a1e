package hearings_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// put stores a hearing changed.
func put(t *testing.T, desk *storage.Desk, id hearing.ID, change func(*hearing.Hearing)) {
	t.Helper()
	h, err := desk.Hearing(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	change(&h)
	if _, err := desk.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
}

// TestEveryFindingHasItsPlace: whatever field a rule names, the tab that its
// finding leads to shows it, also a field that nobody knows.
func TestEveryFindingHasItsPlace(t *testing.T) {
	desk := shown.Examples(t, "2023-06-20 09:00")
	p, s, said, sh := newPage(t, desk, "2023-06-20 09:00")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2"})
	for _, tab := range []string{"people", "told", "outcome", "plan"} { // each is made when it is first shown
		p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: tab})
	}
	someone := s.Value().Participants[0].ID
	for _, who := range []hearing.ID{"", someone, "nobody"} {
		places := map[string][]hearing.Finding{}
		var all []hearing.Finding
		for _, field := range []string{"cases", "title", "start", "end", "room", "forms", "purposes", "openness", "openness_reason", "presider", "recorder",
			"prosecutors", "questions", "risk", "approvals", "notice", "notice.posted_on", "notice.number", "participants", "told", "attendance", "opinions",
			"outcome", "outcome.decision", "outcome.decided_on", "outcome.answers", "outcome.reasons", "outcome.recordings", "notary", "moves", "state",
			"instruments", "documents", "steps", "", "unheard.of"} {
			f := hearing.Finding{Rule: "X1", Severity: hearing.Info, Field: field, Participant: who, Text: "这里有一处问题“" + field + "”" + string(who)}
			all = append(all, f)
			places[sitting.TabOf(f)] = append(places[sitting.TabOf(f)], f)
		}
		for tab, found := range places {
			p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: tab})
			s.Judge(all) // showing read it anew
			for _, f := range found {
				s.Seek(f)
				if !shown.Reads(sh.Window, f.Text) {
					t.Errorf("%q about %q stands nowhere on %s", f.Field, who, tab)
				}
			}
		}
	}
	said.Clean(t)
}

// crowd is E1 with forty people whom nobody told, with names that are long.
func crowd(t *testing.T, desk *storage.Desk) {
	t.Helper()
	put(t, desk, "h-e1", func(h *hearing.Hearing) {
		h.State, h.Opinions, h.Outcome, h.Moves = hearing.Notifying, nil, hearing.Outcome{}, nil
		for i := range h.Participants {
			h.Participants[i].Told, h.Participants[i].Waiver, h.Participants[i].Attendance = nil, nil, hearing.Attendance{}
		}
		for i := len(h.Participants); i < 40; i++ {
			who := hearing.Person{ID: hearing.ID(fmt.Sprintf("crowd-%d", i)), Name: fmt.Sprintf("阿卜杜热合曼·买买提依明·图尔荪江%02d", i)}
			if _, err := desk.SavePerson(t.Context(), who); err != nil {
				t.Fatal(err)
			}
			h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("c-%d", i)), Role: hearing.Resident, Person: who.ID})
		}
	})
}

// TestPicturesOfWhatIsFound draws the page as a clerk meets it, light and dark,
// in both languages.
func TestPicturesOfWhatIsFound(t *testing.T) {
	for _, language := range []string{words.Chinese, words.English} {
		for _, mode := range []look.Mode{look.Light, look.Dark} {
			if (language == words.English) != (mode == look.Dark) && testing.Short() {
				continue
			}
			t.Run(language+"-"+string(mode), func(t *testing.T) { pictures(t, language, mode) })
		}
	}
}

func pictures(t *testing.T, language string, mode look.Mode) {
	desk := shown.Examples(t, "2023-07-17 09:00")
	crowd(t, desk)
	if err := words.Use(language); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := words.Use(words.Chinese); err != nil {
			t.Error(err)
		}
	}()
	p, s, said, sh := newPage(t, desk, "2023-07-17 09:00")
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(mode))
	keep := func(name string) {
		t.Helper()
		for range 3 {
			sh.Window.Content().Refresh()
		}
		shown.Picture(t, sh.Window, "found-"+name+"-"+language+"-"+string(mode))
		if w := sh.Window.Content().MinSize().Width; w > shown.Width {
			t.Errorf("%s is %v wide", name, w)
		}
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "told"})
	keep("forty-told")
	line := presses(sh)[0]
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	keep("explained")
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	shown.Press(t, sh.Window, sitting.Verb(hearing.Notifying, hearing.Ready))
	if s.Value().State != hearing.Notifying {
		t.Errorf("it is %s though nobody was told", s.Value().State)
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "plan"})
	keep("blocked")
	shown.Choose(t, sh.Window, words.T("进度"), words.Of(hearing.Postponed))
	keep("postpone")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e3", Tab: "outcome"})
	keep("closed")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "plan"})
	keep("none")
	said.Clean(t)
}

// presses are the lines that open with a click.
func presses(sh *shell.Shell) []*look.Press {
	var out []*look.Press
	shown.Walk(sh.Window.Content(), func(o fyne.CanvasObject) {
		if x, ok := o.(*look.Press); ok {
			out = append(out, x)
		}
	})
	return out
}

// TestOneClickMends: the fix of a finding changes the hearing at once, and what
// was found goes.
func TestOneClickMends(t *testing.T) {
	desk := shown.Examples(t, "2023-06-20 09:00")
	put(t, desk, "h-e2", func(h *hearing.Hearing) {
		h.State, h.Opinions, h.Outcome, h.Approvals = hearing.Draft, nil, hearing.Outcome{}, nil
	})
	p, s, said, sh := newPage(t, desk, "2023-06-20 09:00")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "plan"})
	shown.Press(t, sh.Window, "补记批准")
	h := s.Value()
	if a, ok := h.Approval(hearing.ApproveHearing); !ok || a.By != s.Dossier.Office.Chief || a.On != calendar.NewDate(2023, 6, 20) {
		t.Errorf("approvals %+v", h.Approvals)
	}
	if stored := stored(t, desk); len(stored.Approvals) == 0 {
		t.Error("it is not in the file")
	}
	if n := len(said.Said); n == 0 || !strings.Contains(said.Said[n-1], "Ctrl+Z") {
		t.Errorf("said %q", said.Said)
	}
	said.Clean(t)
}

// TestAnApprovalIsNotMadeUpAfterwards: once the hearing's day has passed, the
// button leads to the date instead of recording today's.
func TestAnApprovalIsNotMadeUpAfterwards(t *testing.T) {
	desk := shown.Examples(t, "2023-06-30 09:00")
	put(t, desk, "h-e2", func(h *hearing.Hearing) { h.Approvals = nil })
	p, s, said, sh := newPage(t, desk, "2023-06-30 09:00")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "plan"})
	shown.Press(t, sh.Window, "补记批准")
	if h := s.Value(); len(h.Approvals) != 0 {
		t.Errorf("approvals %+v", h.Approvals)
	}
	if n := len(said.Went); n == 0 || said.Went[n-1].Tab != "plan" {
		t.Errorf("went %v", said.Went)
	}
	said.Clean(t)
}

// TestALineOfTodayLeadsToItsField: what is to be mended has the cursor when the
// page comes to the front, also of the hearing that is open already; coming back
// without it leaves the cursor alone.
func TestALineOfTodayLeadsToItsField(t *testing.T) {
	desk := shown.Examples(t, "2023-06-20 09:00")
	put(t, desk, "h-e2", func(h *hearing.Hearing) { h.State, h.Recorder, h.Room = hearing.Draft, "", "" })
	p, s, said, sh := newPage(t, desk, "2023-06-20 09:00")
	key := func(field string) string {
		for _, f := range s.Findings {
			if f.Field == field {
				return f.Key()
			}
		}
		t.Fatalf("nothing is found about %s", field)
		return ""
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2"})
	recorder, room := key("recorder"), key("room")
	for _, c := range []struct{ finding, label string }{{room, "地点"}, {recorder, "书记员"}} {
		p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e1", Tab: "people"})
		p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "plan", Finding: c.finding})
		if got := sh.Window.Canvas().Focused(); got == nil || got != shown.Field(t, sh.Window, c.label) {
			t.Errorf("%s leads to %T", c.finding, got)
		}
	}
	sh.Window.Canvas().Unfocus()
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "plan"})
	if got := sh.Window.Canvas().Focused(); got != nil {
		t.Errorf("the cursor went to %T", got)
	}
	said.Clean(t)
}
