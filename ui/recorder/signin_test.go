package recorder_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// came is how somebody's coming is recorded in the file.
func (h *hand) came(id hearing.ID) hearing.Attendance {
	h.t.Helper()
	v, err := h.desk.Hearing(h.t.Context(), "h-e1")
	if err != nil {
		h.t.Fatal(err)
	}
	p, ok := v.Participant(id)
	if !ok {
		h.t.Fatalf("nobody is %s", id)
	}
	return p.Attendance
}

// TestWhoComesSignsIn: by name, by pinyin, by seat, and by the code on a paper that
// a scanner types; late with the time once it should have begun. The code of
// another hearing's paper is nobody's.
func TestWhoComesSignsIn(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	at := func(clock string) {
		h.sh.Now = func() time.Time { return shown.At(t, "2023-07-18 "+clock) }
	}
	for _, c := range []struct {
		clock, typed string
		id           hearing.ID
		want         hearing.Presence
		arrived      string
	}{
		{"08:50", "周慧敏", "h-e1-o3", hearing.Present, ""},
		{"08:51", "zlg", "h-e1-o4", "", ""}, // nobody's initials
		{"08:52", "mlq", "h-e1-o5", hearing.Present, ""},
		{"08:53", "h-e1/07c/h-e1-o1", "h-e1-o1", hearing.Present, ""},
		{"08:54", "h-e2/07c/h-e2-o1", "h-e1-o2", "", ""},
		{"09:01", "h-e1/07c/h-e1-o2", "h-e1-o2", hearing.Present, ""},
		{"09:17", "孙伟", "h-e1-a1", hearing.Late, "09:17"},
	} {
		at(c.clock)
		h.ctrl(fyne.KeyI)
		h.types(c.typed)
		h.key(fyne.KeyReturn, fyne.KeyEscape)
		got := h.came(c.id)
		clock := ""
		if !got.Arrived.IsZero() {
			clock = got.Arrived.In(words.Zone()).Format("15:04")
		}
		if got.Presence != c.want || clock != c.arrived {
			t.Errorf("%s at %s: %q at %q", c.typed, c.clock, got.Presence, clock)
		}
	}
	h.ctrl(fyne.KeyI)
	shown.Picture(t, h.sh.Window, "recorder-signin")
	if !shown.Reads(h.sh.Window, "未签到") {
		t.Error("who did not come is not seen")
	}
	h.types("孙")
	if !shown.Reads(h.sh.Window, "迟到") {
		t.Error("that somebody came late is not seen")
	}
	h.told.Clean(t)
}

// TestWhoSitsThereSignsIn: the number of a seat, also of a Chinese keyboard, means who
// sits there, before anybody whose name begins like it.
func TestWhoSitsThereSignsIn(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	seats := map[hearing.ID]string{}
	for _, p := range h.page.Model().Script().People {
		seats[hearing.ID(p.Key)] = p.Seat
	}
	wide := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, s)
	}
	for id, typed := range map[hearing.ID]string{"h-e1-o4": seats["h-e1-o4"], "h-e1-a2": wide(seats["h-e1-a2"])} {
		if typed == "" {
			t.Fatalf("%s has no seat: %v", id, seats)
		}
		h.ctrl(fyne.KeyI)
		h.types(typed)
		if id == "h-e1-o4" {
			shown.Picture(t, h.sh.Window, "recorder-signin-seat")
		}
		h.key(fyne.KeyReturn, fyne.KeyEscape)
		if got := h.came(id); got.Presence == "" {
			t.Errorf("seat %q: %s did not come", typed, id)
		}
	}
	h.told.Clean(t)
}

// TestATextIsFoundInTheTranscript: what was said last comes first; Enter goes on,
// and the text that was typed before is still there.
func TestATextIsFoundInTheTranscript(t *testing.T) {
	h := newHand(t, ready(t, nil), "h-e1")
	h.key(fyne.KeyF1)
	for _, s := range []string{"消防通道被占用。", "社区已经清理。", "消防通道、消防水源都要保持。"} {
		h.says(s)
	}
	h.types("没说完")
	h.ctrl(fyne.KeyF)
	h.types("消防")
	for i, want := range []string{"3 / 3", "1 / 3", "2 / 3"} {
		if !shown.Reads(h.sh.Window, want) {
			t.Errorf("step %d: %q is not shown", i, want)
		}
		h.key(fyne.KeyReturn)
	}
	shown.Picture(t, h.sh.Window, "recorder-find")
	h.types("车")
	if !shown.Reads(h.sh.Window, "没有找到") {
		t.Error("it is not told that a text stands nowhere")
	}
	h.key(fyne.KeyEscape)
	if got := shown.Focused(t, h.sh.Window); got != "没说完" {
		t.Errorf("after it: %q", got)
	}
}

// TestFortyPeopleOfLongNames looks at the desk with them, in both languages.
func TestFortyPeopleOfLongNames(t *testing.T) {
	long := strings.Repeat("阿卜杜热合曼·买买提艾力", 4)
	desk := ready(t, nil)
	for i := range 32 {
		id := hearing.ID(fmt.Sprintf("crowd-%d", i))
		if _, err := desk.SavePerson(t.Context(), hearing.Person{ID: id, Name: string([]rune(long)[:38]) + fmt.Sprintf("%02d", i)}); err != nil {
			t.Fatal(err)
		}
	}
	v, err := desk.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 32 {
		v.Participants = append(v.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("h-e1-x%d", i)), Role: hearing.Resident, Person: hearing.ID(fmt.Sprintf("crowd-%d", i))})
	}
	if _, err := desk.SaveHearing(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	show := func(picture string) {
		t.Helper()
		h := newHand(t, desk, "h-e1")
		h.ctrl(fyne.KeyJ)
		h.types("40")
		h.key(fyne.KeyEscape)
		h.page.Model().Call(20)
		h.says("说一句话。")
		if w := h.page.Object().MinSize().Width; w > shown.Width {
			t.Errorf("%s: the page wants to be %v wide", picture, w)
		}
		shown.Picture(t, h.sh.Window, picture)
		h.ctrl(fyne.KeyI)
		shown.Picture(t, h.sh.Window, picture+"-signin")
		h.told.Clean(t)
	}
	show("recorder-forty")
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = words.Use(words.Chinese) }()
	show("recorder-forty-english")
}
