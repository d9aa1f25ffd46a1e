package papers

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/batch"
)

// TestPapersTakeTheirNumbers prints notices, which get their numbers first, and
// prints one again, which keeps its own.
func TestPapersTakeTheirNumbers(t *testing.T) {
	c := &clock{july(1, 8)}
	d := filled(t, c)
	m := showing(t, d, c, "h-e2")
	m.Print(newTray(), batch.Order{Queue: "PDF"})
	numbers, err := d.Numbers(t.Context(), 2023)
	if err != nil {
		t.Fatal(err)
	}
	var notices []hearing.Number
	for _, n := range numbers {
		if n.Series == "听通" {
			notices = append(notices, n)
		}
	}
	if len(notices) != 4 || notices[3].Text != "澄检听通〔2023〕4号" || notices[0].For == "" {
		t.Fatalf("notices are numbered %+v", notices)
	}
	for _, s := range m.Sheets {
		if s.Changed() {
			t.Errorf("%s is held to be another paper since it has its number", s.Name())
		}
	}
	m.Tick(true, m.Sheets...)
	m.Print(newTray(), batch.Order{Queue: "PDF"})
	if again, err := d.Numbers(t.Context(), 2023); err != nil || len(again) != len(numbers) {
		t.Errorf("printing again took %d numbers more, %v", len(again)-len(numbers), err)
	}
	edit(t, d, "h-e1", func(h *hearing.Hearing) { h.Rehearsal = true })
	showing(t, d, c, "h-e1").Print(newTray(), batch.Order{Queue: "PDF"})
	if again, err := d.Numbers(t.Context(), 2023); err != nil || len(again) != len(numbers) {
		t.Errorf("a rehearsal took %d numbers, %v", len(again)-len(numbers), err)
	}
	spent := hearing.Range{Series: "听通", Year: 2023, First: 1, Last: 4}
	if err := d.SetRange(t.Context(), spent); err != nil {
		t.Fatal(err)
	}
	edit(t, d, "h-e1", func(h *hearing.Hearing) { h.Rehearsal = false })
	p := newTray()
	m = showing(t, d, c, "h-e1")
	m.Tick(true, m.Sheets...)
	r := m.Print(p, batch.Order{Queue: "PDF"})
	if len(p.jobs) != 0 || !strings.Contains(r.Line().Text, "号段 1–4 已用完") {
		t.Errorf("past the range %d papers were printed: %s", len(p.jobs), r.Line().Text)
	}
}
