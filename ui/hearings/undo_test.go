package hearings_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// TestUndoAcrossFieldsAndDeletions takes back, one after the other, what was
// typed into a field, what was changed in another, and a participant who was
// removed; the cursor stays in the field.
func TestUndoAcrossFieldsAndDeletions(t *testing.T) {
	desk := shown.Examples(t, "2023-06-20 09:00")
	p, s, told, sh := newPage(t, desk, "2023-06-20 09:00")
	here := shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "people"}
	p.Show(here)
	before := s.Value()
	shown.Walk(sh.Window.Content(), func(o fyne.CanvasObject) {
		if list, ok := o.(interface{ Select(int) }); ok {
			list.Select(0)
		}
	})
	shown.Press(t, sh.Window, "移除")
	here.Tab = ""
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "plan"})
	shown.Choose(t, sh.Window, "公开", "不公开")
	shown.Type(t, sh.Window, "名称", "听证")
	if h, n := stored(t, desk), len(before.Participants); h.Title != "听证" || len(h.Participants) != n-1 || h.Openness != hearing.NotOpen {
		t.Fatalf("stored %q %q, %d participants of %d", h.Title, h.Openness, len(h.Participants), n)
	}
	focused := sh.Window.Canvas().Focused()
	undo := func() {
		t.Helper()
		if p.TakeBack() {
			return
		}
		if _, err := desk.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		p.Show(here)
	}
	for _, want := range []string{"听", ""} {
		undo()
		if got := shown.Text(t, sh.Window, "名称"); got != want {
			t.Errorf("the field shows %q, want %q", got, want)
		}
		if sh.Window.Canvas().Focused() != focused || focused == nil {
			t.Error("the cursor left the field")
		}
	}
	undo()
	if s.Value().Openness != before.Openness || len(s.Value().Participants) == len(before.Participants) {
		t.Errorf("openness %q, %d participants", s.Value().Openness, len(s.Value().Participants))
	}
	undo()
	h := stored(t, desk)
	if len(h.Participants) != len(before.Participants) || len(h.Opinions) != len(before.Opinions) || h.Participants[0].ID != before.Participants[0].ID {
		t.Errorf("%d participants of %d, %d opinions of %d", len(h.Participants), len(before.Participants), len(h.Opinions), len(before.Opinions))
	}
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "people"})
	if !shown.Reads(sh.Window, s.NameOf(h.Participants[0])) {
		t.Error("who was removed does not stand in the list again")
	}
	told.Clean(t)
}

// TestHalfADateIsTakenBackFirst: what is no value yet goes before what is.
func TestHalfADateIsTakenBackFirst(t *testing.T) {
	desk := shown.Examples(t, "2023-06-20 09:00")
	p, s, _, sh := newPage(t, desk, "2023-06-20 09:00")
	p.Show(shell.Place{Kind: shell.Hearing, ID: "h-e2", Tab: "plan"})
	was := shown.Text(t, sh.Window, "日期")
	shown.Type(t, sh.Window, "日期", "号")
	if _, typed := s.Typed("date"); !typed {
		t.Fatal("it is not kept")
	}
	if !p.TakeBack() || shown.Text(t, sh.Window, "日期") != was {
		t.Errorf("shown %q, want %q", shown.Text(t, sh.Window, "日期"), was)
	}
	if p.TakeBack() {
		t.Error("took back what was not there")
	}
}

func stored(t *testing.T, desk *storage.Desk) hearing.Hearing {
	t.Helper()
	h, err := desk.Hearing(t.Context(), "h-e2")
	if err != nil {
		t.Fatal(err)
	}
	return h
}
