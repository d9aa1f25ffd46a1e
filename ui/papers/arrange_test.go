package papers

import (
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/storage"
	"hearingdesk/ui/work"
)

// sendOut gives every notice an enclosure.
func sendOut(t *testing.T, d *storage.Desk) {
	t.Helper()
	e := hearing.Enclosure{ID: "guide", Name: "来院须知", With: []string{"07a", "07b", "07c", "07d"}, Text: "请走清源路正门。"}
	if _, err := d.SaveEnclosure(t.Context(), e); err != nil {
		t.Fatal(err)
	}
}

// TestTheOtherOrderHasTheSamePapers turns the order, with ticks of the clerk's.
func TestTheOtherOrderHasTheSamePapers(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	sendOut(t, d)
	m := showing(t, d, c, "h-e1")
	m.Tick(false, m.Sheets[3], m.Sheets[7])
	tally, forms := m.Tally(), len(m.Groups)
	m.Arrange(document.ByAddressee)
	if m.Tally() != tally || len(m.Groups) == forms {
		t.Errorf("by addressee %s in %d groups, form by form %s in %d", m.Tally(), len(m.Groups), tally, forms)
	}
	at := slices.IndexFunc(m.Groups, func(g Group) bool { return g.To != "" && len(g.Sheets) > 2 })
	if at < 0 || m.Groups[at].Title == "" || m.Groups[at].Sheets[len(m.Groups[at].Sheets)-1].Title != "来院须知" {
		t.Fatalf("no envelope ends with its enclosure: %+v", m.Groups)
	}
	m.Arrange(document.ByForm)
	if m.Tally() != tally || len(m.Groups) != forms {
		t.Errorf("turned back %s in %d groups", m.Tally(), len(m.Groups))
	}
}

// TestABatchGoesOnInTheOtherOrder cuts a batch off in one order and goes on with
// it, then has all that is due printed in the other one: nothing comes out twice.
func TestABatchGoesOnInTheOtherOrder(t *testing.T) {
	for _, by := range document.Orders {
		c := &clock{july(12, 8)}
		d := filled(t, c)
		sendOut(t, d)
		p, q := newTray(), &queue{}
		m := NewModel(q, d, newPress, c.now, func(err error) { t.Error(err) })
		m.By = by
		m.Show("h-e3")
		q.run(t)
		var want []string
		for _, s := range m.Ticked() {
			want = append(want, s.Number+" "+s.Key)
		}
		r := m.Print(p, batch.Order{Queue: "PDF"})
		for range 9 {
			q.next(t)
		}
		r.Stop()
		r.Stop()
		again := another(t, d, c, p)
		if len(again.Rests) != 1 || len(p.jobs) == 0 || len(p.jobs) == len(want) {
			t.Fatalf("%s: %d of %d jobs, and there wait %+v", by, len(p.jobs), len(want), again.Rests)
		}
		again.Continue(p, batch.Order{Queue: "PDF"}, again.Rests[0], batch.Unanswered)
		prints, err := d.Prints(t.Context(), "h-e3")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, pr := range prints {
			got = append(got, pr.Document+" "+pr.Key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: there came out %q\nwant %q", by, got, want)
		}
		other := NewModel(work.Now(t.Context()), d, newPress, c.now, func(err error) { t.Error(err) })
		other.By = document.Orders[1-slices.Index(document.Orders, by)]
		other.Show("h-e3")
		if due := other.Ticked(); len(due) != 0 {
			t.Errorf("%s: in the other order %d papers are due again", by, len(due))
		}
	}
}

// TestWhatWasCutOffIsPrintedOnceInTheOtherOrder prints anew, in the other order,
// what waits in a batch: there it is dropped.
func TestWhatWasCutOffIsPrintedOnceInTheOtherOrder(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	sendOut(t, d)
	m := showing(t, d, c, "h-e3")
	all := len(m.Ticked())
	p := newTray()
	p.during = func() error {
		if len(p.jobs) >= 5 {
			p.refuse = map[string]error{"": printing.ErrNoScheduler}
		}
		return nil
	}
	m.Print(p, batch.Order{Queue: "PDF"})
	out := len(p.jobs)
	p.during, p.refuse = nil, nil
	m.Arrange(document.ByAddressee)
	m.TickDue()
	m.Print(p, batch.Order{Queue: "PDF"})
	prints, err := d.Prints(t.Context(), "h-e3")
	if err != nil || out >= all || len(prints) != all || len(another(t, d, c, p).Rests) != 0 {
		t.Errorf("%d before, then %d of %d papers came out (%v), %d batches wait", out, len(prints), all, err, len(another(t, d, c, p).Rests))
	}
}
