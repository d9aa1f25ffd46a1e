package announcement_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/announcement"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// states is the choice that offers what can follow.
func states(t *testing.T, sh *shell.Shell, now string) *widget.Select {
	t.Helper()
	var found *widget.Select
	shown.Walk(sh.Window.Content(), func(o fyne.CanvasObject) {
		if s, ok := o.(*widget.Select); ok && found == nil && s.Selected == now {
			found = s
		}
	})
	if found == nil {
		t.Fatalf("nothing says that it is %q", now)
	}
	return found
}

// TestAStateIsGuarded: what bars a state is said under the head, each with its
// remedy; what is free is done at once and can be undone.
func TestAStateIsGuarded(t *testing.T) {
	d := shown.Examples(t, now)
	a := load(t, d, "a-e1")
	a.State, a.Deliveries = hearing.Draft, nil
	a.Presider, a.Recorder = "", ""
	if _, err := d.SaveAnnouncement(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	p, sh, told, _ := page(t, d)
	p.Show(place("a-e1", "plan"))
	w := sh.Window
	options := states(t, sh, "草拟").Options
	for _, never := range []string{"已归档", "已反馈", "已决定"} {
		if slices.Contains(options, never) {
			t.Errorf("a draft can become %q", never)
		}
	}
	states(t, sh, "草拟").SetSelected(words.Of(hearing.Ready))
	if !shown.Reads(w, "现在还不能改为“"+words.Of(hearing.Ready)+"”") || load(t, d, "a-e1").State != hearing.Draft {
		t.Error("a state that is barred is entered, or nothing says why")
	}
	picture(t, sh, "announcement-barred")
	shown.Press(t, w, "收起")
	states(t, sh, "草拟").SetSelected(words.Of(hearing.Cancelled))
	shown.Press(t, w, "取消宣告送达")
	if !shown.Reads(w, "请写明原因") {
		t.Error("cancelled without a reason")
	}
	shown.Type(t, w, "原因", "被建议单位已整改")
	picture(t, sh, "announcement-cancelling")
	shown.Press(t, w, "取消宣告送达")
	got := load(t, d, "a-e1")
	if got.State != hearing.Cancelled || len(got.Moves) != len(a.Moves)+1 || got.Moves[len(got.Moves)-1].Reason != "被建议单位已整改" {
		t.Errorf("stored %s %+v", got.State, got.Moves)
	}
	if len(told.Said) == 0 {
		t.Error("nothing says that it can be undone")
	}
}

func TestMended(t *testing.T) {
	on := calendar.NewDate(2023, 7, 29)
	a := hearing.Announcement{Forms: []hearing.Form{hearing.Streamed, hearing.OnSite}, Openness: hearing.Public, Participants: []hearing.Participant{{ID: "x"}, {ID: "y"}}}
	for _, c := range []struct {
		fix  hearing.Fix
		who  hearing.ID
		want func(hearing.Announcement) bool
	}{
		{hearing.Fix{Kind: hearing.FixApproval, Value: string(hearing.ApproveVenue)}, "", func(a hearing.Announcement) bool {
			return a.Approvals[0] == hearing.Approval{Kind: hearing.ApproveVenue, By: "chief", On: on}
		}},
		{hearing.Fix{Kind: hearing.FixStreamOff}, "", func(a hearing.Announcement) bool { return slices.Equal(a.Forms, []hearing.Form{hearing.OnSite}) }},
		{hearing.Fix{Kind: hearing.FixClose}, "", func(a hearing.Announcement) bool { return a.Openness == hearing.NotOpen }},
		{hearing.Fix{Kind: hearing.FixPresider, Value: "gu"}, "", func(a hearing.Announcement) bool { return a.Presider == "gu" }},
		{hearing.Fix{Kind: hearing.FixRemove}, "x", func(a hearing.Announcement) bool { return len(a.Participants) == 1 && a.Participants[0].ID == "y" }},
	} {
		got, ok := announcement.Mended(a, hearing.Finding{Fix: c.fix, Participant: c.who}, "chief", on)
		if !ok || !c.want(got) {
			t.Errorf("%s: %+v", c.fix.Kind, got)
		}
	}
	if len(a.Forms) != 2 || len(a.Participants) != 2 {
		t.Error("the announcement itself was changed")
	}
	if _, ok := announcement.Mended(a, hearing.Finding{Fix: hearing.Fix{Kind: hearing.FixConsent}}, "chief", on); ok {
		t.Error("a unit's answer is recorded without its date")
	}
}
