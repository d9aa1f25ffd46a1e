package press_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// TestAPeriodBesideAnother: the printed table of a period says how its sums changed since
// the one that it is compared with, and is named after both.
func TestAPeriodBesideAnother(t *testing.T) {
	day := calendar.NewDate
	p := hearing.Period{From: day(2025, 1, 1), To: day(2025, 12, 31), All: hearing.PeriodRow{Cases: 12, Sessions: 9}, Growth: []string{"+20.00%", "-10.00%"},
		Against: &hearing.Period{From: day(2024, 1, 1), To: day(2024, 12, 31), All: hearing.PeriodRow{Cases: 10, Sessions: 10}}}
	if got, is := hearing.PeriodOf(p.ID()); !is || got.Against == nil || got.ID() != p.ID() {
		t.Errorf("%s is read as %+v", p.ID(), got)
	}
	for _, bad := range []hearing.ID{"period:2025-01-01:2025-12-31:2024-01-01", "period:2025-01-01:2025-12-31:2024-12-31:2024-01-01", "period::2025-12-31"} {
		if got, is := hearing.PeriodOf(bad); is {
			t.Errorf("%s is read as %+v", bad, got)
		}
	}
	d := variant(t, "period")
	d = p.Dossier(d.Office, d.Forms, d.Zone)
	text := strings.Join(strings.Fields(tool(t, "pdftotext", "-layout", pdf(t, paper(t, d, "33", "")), "-")), " ")
	for _, want := range []string{"比较期：2024年1月1日至2024年12月31日", "听证案件（件） 12 10 +2 +20.00%", "听证会（场） 9 10 -1 -10.00%", "公开（场） 0 0 0"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	p.Against = nil
	if text := tool(t, "pdftotext", pdf(t, paper(t, p.Dossier(d.Office, d.Forms, d.Zone), "33", "")), "-"); strings.Contains(text, "比较期") {
		t.Errorf("compared with nothing it says\n%s", text)
	}
}
