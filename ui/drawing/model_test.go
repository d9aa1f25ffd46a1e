package drawing_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/draw"
	"hearingdesk/ui/drawing"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

// TestTheModelDrawsWhatItShows reads the pool of a real file: who is shown takes
// part, with the quotas that were chosen, and the hash is that of the record.
func TestTheModelDrawsWhatItShows(t *testing.T) {
	desk := shown.Examples(t, now)
	planned(t, desk)
	pool, err := desk.Pool(t.Context(), "h-next")
	if err != nil {
		t.Fatal(err)
	}
	at := shown.At(t, now)
	m := drawing.NewModel()
	m.Read(pool, shown.Book(t).Fit(pool, at, "zh"), hearing.Draw{}.Day, words.Zone())
	m.Exclude(m.In[0].Person, hearing.ExcludedHealth, "住院")
	if out := m.Out[len(m.Out)-1]; !m.Manual(out) || m.Manual(m.Out[0]) {
		t.Error("who was left out by hand is not told from who is by rule")
	}
	m.Officers, m.Operator, m.Witness, m.Seed = 3, "许晚", "吴敏", "1"
	m.Quotas[hearing.ClassExpert] = 2
	d, err := m.Draw("d", at, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d.Day.String() != "2023-10-18" || len(d.Pool) != len(m.In) || d.Hash != strings.NewReplacer(" ", "", "\n", "").Replace(m.Hash()) || !draw.True(d) {
		t.Errorf("drawn %+v of a pool of %d", d, len(m.In))
	}
	experts := 0
	for _, l := range drawing.Lines(hearing.Hearing{}, d)[:3] {
		if l.Class == hearing.ClassExpert {
			experts++
		}
	}
	if experts < 2 || !drawing.Unlisted(hearing.Hearing{}, d) {
		t.Errorf("%d experts", experts)
	}
	m.Strict(true)
	before := len(m.In)
	m.Strict(false)
	if before >= len(m.In) {
		t.Errorf("strict leaves %d, else %d", before, len(m.In))
	}
}
