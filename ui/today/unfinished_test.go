package today_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/today"
)

// TestUnfinishedInputIsListed: what was typed and could not be saved is found
// again on the next day, once each, with its name where it has one.
func TestUnfinishedInputIsListed(t *testing.T) {
	const now = "2023-07-17 09:00"
	desk := shown.Examples(t, now)
	for _, d := range []struct{ owner, field, text string }{
		{edit.Owner(hearing.NounHearing, "h-e2"), "date", "6月"},
		{edit.Owner(hearing.NounHearing, "h-e2"), "start", "下午"},
		{edit.Owner(hearing.NounPerson, "p-new"), "(record)", "{}"},
		{"new:" + hearing.NounPerson, "p-new", "程建"},
		{edit.Owner(hearing.NounRoom, "r-new"), "(record)", "{}"},
		{edit.Owner(edit.Deliberation, "h-e2"), edit.Deliberation, "两人主张暂缓"}, // notes that are to stay
	} {
		if err := desk.SaveDraft(t.Context(), d.owner, d.field, d.text); err != nil {
			t.Fatal(err)
		}
	}
	m, err := today.Read(t.Context(), desk, shown.At(t, now))
	if err != nil {
		t.Fatal(err)
	}
	want := map[today.Unfinished]bool{
		{Noun: hearing.NounPerson, ID: "p-new", Name: "程建"}:                true,
		{Noun: hearing.NounHearing, ID: "h-e2", Name: "程桂兰赡养纠纷民事公益诉讼案听证会"}: true,
		{Noun: hearing.NounRoom, ID: "r-new"}:                              true,
	}
	if len(m.Unfinished) != len(want) {
		t.Errorf("listed %v", m.Unfinished)
	}
	for _, u := range m.Unfinished {
		if !want[u] {
			t.Errorf("listed %+v", u)
		}
	}
}
