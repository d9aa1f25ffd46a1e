package service

import (
	"context"
	"fmt"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
)

// A Receipt is what is entered of one receipt.
type Receipt struct {
	At       time.Time
	Receiver string
	Capacity hearing.Capacity
	Mode     hearing.DeliveryMode
}

// A Waiting is a receipt that is not entered yet, with all papers that it is for.
type Waiting struct {
	agenda.Way
	Papers []string
}

// Open lists what still waits for its receipt.
func (m Model) Open() []Waiting {
	var out []Waiting
	for _, w := range m.Ways {
		if w.Delivery.ID == "" || w.Stage != agenda.Unserved && w.Stage != agenda.Underway {
			continue
		}
		i := slices.IndexFunc(out, func(x Waiting) bool { return x.receipt() == (Waiting{Way: w}).receipt() })
		if i < 0 {
			i = len(out)
			out = append(out, Waiting{Way: w})
		}
		out[i].Papers = append(out[i].Papers, paper(w))
	}
	return out
}

// receipt tells a receipt from the others: a ceremony's serves several papers.
func (w Waiting) receipt() string {
	if w.Announcement != "" {
		return string(w.Announcement + "/" + w.Delivery.ID)
	}
	return string(w.Instrument.ID + "/" + w.Delivery.ID)
}

// Receive stores a receipt with its delivery. What the record refuses is a
// [hearing.FieldErrors] whose paths end with the field's name.
func Receive(ctx context.Context, desk Desk, w agenda.Way, r Receipt) error {
	put := func(list []hearing.Delivery, servers []hearing.ID) ([]hearing.Delivery, error) {
		i := slices.IndexFunc(list, func(d hearing.Delivery) bool { return d.ID == w.Delivery.ID })
		if i < 0 {
			return nil, fmt.Errorf("receipt of %s: %w", w.To, hearing.ErrNotFound)
		}
		list = slices.Clone(list)
		d := &list[i]
		d.ServedAt, d.Receiver, d.Capacity, d.Mode = r.At, r.Receiver, r.Capacity, r.Mode
		if len(d.Servers) == 0 && (r.Mode == hearing.Announced || r.Mode == hearing.Left) {
			d.Servers = servers
		}
		return list, nil
	}
	if w.Announcement != "" {
		a, err := desk.Announcement(ctx, w.Announcement)
		if err != nil {
			return err
		}
		if a.Deliveries, err = put(a.Deliveries, a.Servers()); err != nil {
			return err
		}
		_, err = desk.SaveAnnouncement(ctx, a)
		return err
	}
	papers, err := desk.Instruments(ctx, w.Case.ID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(papers, func(p hearing.Instrument) bool { return p.ID == w.Instrument.ID })
	if i < 0 {
		return fmt.Errorf("receipt of %s: %w", w.To, hearing.ErrNotFound)
	}
	p := papers[i]
	if p.Deliveries, err = put(p.Deliveries, nil); err != nil {
		return err
	}
	_, err = desk.SaveInstrument(ctx, p)
	return err
}

// Found is what a scanned or typed text leads to.
type Found struct {
	Row  int               // of the open receipts; -1 is none
	Code hearing.PaperCode // the paper, where the text is a code
	Done bool              // its receipt was entered before

	Ceremony bool // the code's session is an announcement
}

// Find looks for the receipt of a code, as a hand scanner types it, or of a part of
// the recipient's name or the number.
func (m Model) Find(open []Waiting, text string) Found {
	f := Found{Row: -1}
	code, coded := hearing.ReadPaperCode(text)
	if !coded {
		f.Row = slices.IndexFunc(open, func(w Waiting) bool { return Matches(w.Way, text) })
		return f
	}
	f.Code = code
	is := func(w agenda.Way) bool { return string(w.Delivery.ID) == code.Key && code.Key != "" }
	f.Row = slices.IndexFunc(open, func(w Waiting) bool { return is(w.Way) })
	f.Ceremony = slices.ContainsFunc(m.Ways, func(w agenda.Way) bool { return w.Announcement == code.Session })
	f.Done = f.Row < 0 && slices.ContainsFunc(m.Ways, is)
	return f
}
