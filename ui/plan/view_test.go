package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/plan"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
)

const now = "2023-06-20 09:00"

// A form is the tab on a desk.
type form struct {
	*testing.T
	desk *storage.Desk
	sh   *shell.Shell
	told *shown.Told
	s    *sitting.Sitting
}

func newForm(t *testing.T, desk *storage.Desk, id hearing.ID) *form {
	t.Helper()
	return newFormIn(t, desk, id, look.Light)
}

func newFormIn(t *testing.T, desk *storage.Desk, id hearing.ID, mode look.Mode) *form {
	t.Helper()
	sh, told := shown.Shell(t, now)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(mode))
	s := sitting.New(sh, desk)
	shown.Show(sh, plan.New(sh, s, desk))
	f := &form{t, desk, sh, told, s}
	s.Open(id)
	t.Cleanup(func() { told.Clean(t) })
	return f
}

func (f *form) stored() hearing.Hearing {
	f.Helper()
	h, err := f.desk.Hearing(f.Context(), f.s.ID())
	if err != nil {
		f.Fatal(err)
	}
	return h
}

func (f *form) save(records ...hearing.Record) {
	f.Helper()
	for _, r := range records {
		var err error
		switch r := r.(type) {
		case hearing.Case:
			_, err = f.desk.SaveCase(f.Context(), r)
		case hearing.Person:
			_, err = f.desk.SavePerson(f.Context(), r)
		case hearing.Hearing:
			_, err = f.desk.SaveHearing(f.Context(), r)
		}
		if err != nil {
			f.Fatal(err)
		}
	}
}

// retype replaces what stands in a field, a key after the other.
func (f *form) retype(label, text string) {
	f.Helper()
	shown.Clear(f, f.sh.Window, label)
	shown.Type(f, f.sh.Window, label, text)
}

// picture keeps what is shown, laid out anew as the window does by itself.
func (f *form) picture(name string) {
	f.Helper()
	f.sh.Window.Content().Refresh()
	shown.Picture(f, f.sh.Window, name)
	f.sh.Window.Resize(fyne.NewSize(shown.Width, 2*shown.Height)) // and what is below
	f.sh.Window.Content().Refresh()
	shown.Picture(f, f.sh.Window, name+"-whole")
	f.sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
}

// tellAll is a hearing before it was held, of which everybody was told.
func tellAll(h hearing.Hearing) hearing.Hearing {
	for i := range h.Participants {
		h.Participants[i].Told = []hearing.Told{{SentOn: calendar.NewDate(2023, 6, 19), ReceivedOn: calendar.NewDate(2023, 6, 19), Method: hearing.ByHand}}
	}
	h.State, h.Moves, h.Opinions, h.Outcome = hearing.Notifying, nil, nil, hearing.Outcome{}
	return h
}

// TestATypedTimeIsOneMove: people were told; the keys on the way to another
// time leave no trail, and the page says whom to tell again.
func TestATypedTimeIsOneMove(t *testing.T) {
	desk := shown.Examples(t, now)
	f := newForm(t, desk, "h-e2")
	f.save(tellAll(f.stored()))
	f.s.Open("h-e2")
	was := f.stored()
	f.retype("起止时间", "15:10")
	h := f.stored()
	if h.Start.Sub(was.Start).Minutes() != 40 || h.End.Sub(h.Start) != was.End.Sub(was.Start) {
		t.Errorf("%v – %v, was %v – %v", h.Start, h.End, was.Start, was.End)
	}
	if len(h.Moves) != 1 || h.Moves[0].Kind != hearing.MoveMoved || !h.Moves[0].From.Start.Equal(was.Start) {
		t.Errorf("changes: %+v", h.Moves)
	}
	if want := fmt.Sprintf("%d 人的通知失效，须重新告知", len(was.Participants)); !shown.Reads(f.sh.Window, want) {
		t.Errorf("the page does not say %q", want)
	}
	f.retype("日期", "2023-06-29")
	f.picture("plan-moved")
	if h = f.stored(); len(h.Moves) != 1 || h.Moves[0].Kind != hearing.MovePostponed || h.Start.Day() != 29 || h.Start.Hour() != 15 {
		t.Errorf("on %v: %+v", h.Start, h.Moves)
	}
	shown.Press(t, f.sh.Window, "去告知")
	if n := len(f.told.Went); n != 1 || f.told.Went[0].Tab != "told" {
		t.Errorf("went %v", f.told.Went)
	}
	f.retype("日期", "2023-06-27")
	f.retype("起止时间", "14:30")
	if h = f.stored(); len(h.Moves) != 0 || shown.Reads(f.sh.Window, "去告知") {
		t.Errorf("back again: %+v", h.Moves)
	}
}

// TestDateAndTimeInAnyOrder: what is typed first waits for the other.
func TestDateAndTimeInAnyOrder(t *testing.T) {
	desk := shown.Empty(t, now)
	for i, order := range [][2]string{{"日期", "起止时间"}, {"起止时间", "日期"}} {
		f := newForm(t, desk, "")
		f.s.Start(hearing.Hearing{ID: hearing.ID(fmt.Sprintf("h-%d", i))})
		text := map[string]string{"日期": "2023-06-27", "起止时间": "14:30"}
		shown.Type(t, f.sh.Window, order[0], text[order[0]])
		f.s.Open(f.s.ID()) // as after F5
		if got := shown.Text(t, f.sh.Window, order[0]); got != text[order[0]] {
			t.Errorf("%s is %q", order[0], got)
		}
		shown.Type(t, f.sh.Window, order[1], text[order[1]])
		h := f.stored()
		if got := h.Start.In(h.Start.Location()).Format("2006-01-02 15:04") + "–" + h.End.Format("15:04"); got != "2023-06-27 14:30–16:30" {
			t.Errorf("%v: %s", order, got)
		}
		shown.Clear(t, f.sh.Window, "起止时间")
		if f.s.Open(f.s.ID()); shown.Text(t, f.sh.Window, "日期") != "2023-06-27" {
			t.Error("the date went with the time")
		}
		drafts, err := desk.Drafts(t.Context(), "hearing:"+string(f.s.ID()))
		if err != nil || len(drafts) != 1 {
			t.Errorf("kept: %v %v", drafts, err)
		}
	}
}

func TestAnotherPresiderIsRecorded(t *testing.T) {
	desk := shown.Examples(t, now)
	f := newForm(t, desk, "h-e2")
	f.save(tellAll(f.stored()))
	f.s.Open("h-e2")
	was := f.stored().Presider
	f.retype("主持人", "顾")
	shown.Enter(t, f.sh.Window, "主持人")
	h := f.stored()
	if h.Presider == was || len(h.Moves) != 1 || h.Moves[0].Kind != hearing.MovePresider || h.Moves[0].Was != was {
		t.Fatalf("led by %s: %+v", h.Presider, h.Moves)
	}
	if left := f.s.Turn(hearing.Cancelled, hearing.Why{Reason: "当事人撤回申请", By: "p-shen"}); len(left) > 0 {
		t.Fatalf("in the way: %v", left)
	}
	if h = f.stored(); h.State != hearing.Cancelled || len(h.Moves) != 2 || h.Moves[1].Kind != hearing.MoveCancelled || h.Moves[1].Reason == "" {
		t.Errorf("%s: %+v", h.State, h.Moves)
	}
	shown.ChooseFirst(t, f.sh.Window, "库外听证员")
	if _, ok := f.stored().Approval(hearing.ApproveOutsider); !ok {
		t.Error("the approval is not kept")
	}
	f.picture("plan-cancelled")
}

// TestUglyCases: long names, several cases with handlers of their own, and a
// question of one of them.
func TestUglyCases(t *testing.T) {
	f := newForm(t, shown.Empty(t, now), "")
	long := strings.Repeat("云岭市澄河区梧桐苑小区", 4)[:3*40]
	h := hearing.Hearing{ID: "h"}
	for i := range 3 {
		n := fmt.Sprint(i + 1)
		f.save(hearing.Person{ID: hearing.ID("p" + n), Name: strings.Repeat("欧阳", 20-i), Rank: hearing.Prosecutor},
			hearing.Case{ID: hearing.ID("c" + n), Cause: long, Type: []hearing.CaseType{hearing.AdminPublicInterest, hearing.Arrest, hearing.JudicialRelief}[i], Handler: hearing.ID("p" + n)})
		h.Cases = append(h.Cases, hearing.ID("c"+n))
		h.Prosecutors = append(h.Prosecutors, hearing.ID("p"+n))
		h.Questions = append(h.Questions, hearing.Question{ID: hearing.ID("q" + n), Text: strings.Repeat("行政机关是否依法履行监管职责？", 4)})
	}
	h.Presider, h.Recorder, h.Openness = "p1", "p2", hearing.Public
	f.save(h)
	f.s.Open("h")
	shown.Choose(t, f.sh.Window, "第 2 问属于", long)
	if q := f.stored().Questions; q[1].Case != "c1" || q[0].Case != "" {
		t.Errorf("questions %+v", q)
	}
	if !shown.Reads(f.sh.Window, "公开理由") {
		t.Error("nothing asks why it is public")
	}
	f.picture("plan-ugly")
	if w := f.sh.Window.Content().MinSize().Width; w > shown.Width {
		t.Errorf("%v wide", w)
	}
}
