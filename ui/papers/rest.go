package papers

import (
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/ui/words"
)

// Survey reads which batches were cut off, and asks the printer, where there is
// one, what became of what it was given.
func (m *Model) Survey(p printing.Printer) {
	var rests []batch.Rest
	m.run.Do(func(ctx context.Context) (err error) {
		rests, err = readRests(ctx, m.desk, p)
		return err
	}, func(err error) {
		if err != nil {
			m.fail(err)
			return
		}
		m.Rests = rests
		m.OnChange()
	})
}

func readRests(ctx context.Context, desk Desk, p printing.Printer) ([]batch.Rest, error) {
	open, err := desk.OpenBatches(ctx)
	if err != nil {
		return nil, err
	}
	var out []batch.Rest
	for _, b := range open {
		if batch.Live(b.ID) {
			continue
		}
		rest := batch.Rest{Batch: b}
		if p != nil {
			if rest, err = batch.Survey(ctx, desk, p, b); err != nil {
				return nil, err
			}
		}
		if rest.Left() > 0 {
			out = append(out, rest)
		}
	}
	return out, nil
}

// Drop gives up what of a batch did not come out.
func (m *Model) Drop(rest batch.Rest) {
	m.run.Do(func(ctx context.Context) error { return m.desk.DropBatch(ctx, rest.ID) }, func(err error) {
		if err != nil {
			m.fail(err)
			return
		}
		m.Rests = slices.DeleteFunc(m.Rests, func(r batch.Rest) bool { return r.ID == rest.ID })
		m.OnChange()
	})
}

// RestLine says what of a batch waits: “08:40 那一批还有 12 件没有打完。”
func RestLine(rest batch.Rest, today calendar.Date) string {
	text := words.T("{{.When}}那一批还有 {{.N}} 件没有打完", map[string]any{"When": began(rest.Batch, today), "N": rest.Left()})
	if n := len(rest.Unsure); n > 0 {
		text += words.T("，其中 {{.N}} 件送出后没有回音，请先到打印机旁看看是否已打出", map[string]int{"N": n})
	}
	return words.T("{{.Text}}。", map[string]string{"Text": text})
}

// began says when a batch was begun, as short as it can be.
func began(b hearing.Batch, today calendar.Date) string {
	at := b.At.In(words.Zone())
	if calendar.DateOf(at) == today {
		return words.Clock(at)
	}
	return words.Brief(calendar.DateOf(at)) + " " + words.Clock(at)
}
