package plan_test

import (
	"fmt"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// TestMovingSaysWhatItDoes moves a hearing of forty people who were told, with a
// posted announcement: the page says at once whose notices are void and by when
// they must be told again, also after the page was opened anew.
func TestMovingSaysWhatItDoes(t *testing.T) {
	for _, c := range []struct {
		language string
		mode     look.Mode
	}{{words.Chinese, look.Light}, {words.English, look.Dark}, {words.Chinese, look.Dark}, {words.English, look.Light}} {
		if err := words.Use(words.Chinese); err != nil {
			t.Fatal(err)
		}
		f := newForm(t, shown.Examples(t, now), "h-e2")
		h := f.stored()
		for i := len(h.Participants); i < 40; i++ {
			p := hearing.Person{ID: hearing.ID(fmt.Sprintf("crowd-%d", i)), Name: fmt.Sprintf("阿卜杜热合曼·买买提依明·图尔荪江%02d", i)}
			f.save(p)
			h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("c-%d", i)), Role: hearing.Resident, Person: p.ID})
		}
		h = tellAll(h)
		h.Notice.PostedOn = calendar.NewDate(2023, 6, 19)
		f.save(h)
		if err := words.Use(c.language); err != nil {
			t.Fatal(err)
		}
		f = newFormIn(t, f.desk, "h-e2", c.mode)
		f.retype(words.T("日期"), "2023-06-29")
		f.picture("plan-shift-" + c.language + "-" + string(c.mode))
		if c.language == words.Chinese {
			checkShift(f)
		}
		if w := f.sh.Window.Content().MinSize().Width; w > shown.Width {
			t.Errorf("%v wide", w)
		}
	}
	if err := words.Use(words.Chinese); err != nil {
		t.Fatal(err)
	}
}

func checkShift(f *form) {
	f.Helper()
	for range 2 {
		for _, want := range []string{"40 人的通知失效，须重新告知，最迟6月26日", "等", "6月19日张贴的公告作废"} {
			if !shown.Reads(f.sh.Window, want) {
				f.Errorf("the page does not say %q", want)
			}
		}
		f.s.Open(f.s.ID()) // as after F5, or another window
	}
	shown.Press(f, f.sh.Window, "补发通知")
	if n := len(f.told.Went); n == 0 || f.told.Went[n-1].Tab != "papers" || f.told.Went[n-1].Paper != "21" {
		f.Errorf("went %v", f.told.Went)
	}
	f.retype("日期", "2023-06-27")
	if shown.Reads(f.sh.Window, "补发通知") {
		f.Error("back again, and it still says what moving does")
	}
}
