package storage_test

import (
	"crypto/ed25519"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// An act is one thing that can be done at a desk, by the methods that it names.
type act struct {
	what, methods string
	do            func(r *ring) error
}

// changing changes one's own hearing, or another's.
func changing(change func(r *ring, h *hearing.Hearing)) func(*ring) error {
	return func(r *ring) error {
		h, err := r.boss.Hearing(r.ctx, r.id("h"))
		if err != nil {
			return err
		}
		change(r, &h)
		_, err = r.d.SaveHearing(r.ctx, h)
		return err
	}
}

// ceremony is changing of a ceremony.
func ceremony(change func(r *ring, a *hearing.Announcement)) func(*ring) error {
	return func(r *ring) error {
		a, err := r.boss.Announcement(r.ctx, r.id("n"))
		if err != nil {
			return err
		}
		change(r, &a)
		_, err = r.d.SaveAnnouncement(r.ctx, a)
		return err
	}
}

// deleting deletes what the one who may everything has just made.
func deleting(put func(r *ring, id hearing.ID) (hearing.Version, error), drop func(r *ring, id hearing.ID, v hearing.Version) error) func(*ring) error {
	return func(r *ring) error {
		v, err := put(r, r.fresh())
		if err != nil {
			return err
		}
		return drop(r, r.fresh(), v)
	}
}

// day is another one each time.
func (r *ring) day() calendar.Date { return julyDay(1).AddDays(1000 + r.n) }

// hour is another one each time, far from every other session.
func (r *ring) hour() hearing.Slot {
	at := noon.AddDate(3, 0, r.n)
	return hearing.Slot{Start: at, End: at.Add(time.Hour)}
}

var acts = []act{
	{"a case, made", "SaveCase", func(r *ring) error {
		_, err := r.d.SaveCase(r.ctx, hearing.Case{ID: r.fresh(), Cause: r.text(), Type: hearing.AdminPublicInterest, Handler: r.id("p")})
		return err
	}},
	{"a case, changed", "", func(r *ring) error {
		c, err := r.boss.Case(r.ctx, r.id("c"))
		if err == nil {
			c.Note = r.text()
			_, err = r.d.SaveCase(r.ctx, c)
		}
		return err
	}},
	{"a case, deleted", "DeleteCase", deleting(func(r *ring, id hearing.ID) (hearing.Version, error) {
		return r.boss.SaveCase(r.ctx, hearing.Case{ID: id, Cause: r.text(), Type: hearing.AdminPublicInterest, Handler: r.id("p")})
	}, func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeleteCase(r.ctx, id, v) })},
	{"a recommendation", "SaveInstrument", func(r *ring) error {
		i, err := r.boss.Instrument(r.ctx, r.id("i"))
		if err == nil {
			i.Note = r.text()
			_, err = r.d.SaveInstrument(r.ctx, i)
		}
		return err
	}},
	{"a recommendation, deleted", "DeleteInstrument", deleting(func(r *ring, id hearing.ID) (hearing.Version, error) {
		return r.boss.SaveInstrument(r.ctx, hearing.Instrument{ID: id, Case: r.id("c"), Kind: hearing.Recommendation, Title: r.text()})
	}, func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeleteInstrument(r.ctx, id, v) })},

	{"a hearing, made", "SaveHearing", func(r *ring) error {
		_, err := r.d.SaveHearing(r.ctx, hearing.Hearing{ID: r.fresh(), Cases: []hearing.ID{r.id("c")}, Presider: r.id("p"), Openness: hearing.Public})
		return err
	}},
	{"its time", "", changing(func(r *ring, h *hearing.Hearing) { h.Slot = r.hour() })},
	{"its people", "", changing(func(r *ring, h *hearing.Hearing) {
		h.Participants = append(h.Participants, hearing.Participant{ID: r.fresh(), Role: hearing.Resident, Label: r.text()})
	})},
	{"its seats", "", changing(func(r *ring, h *hearing.Hearing) {
		h.Seating = append(h.Seating, hearing.Placing{Who: "o1", Seat: r.text()})
		if len(h.Seating) > 1 {
			h.Seating = nil
		}
	})},
	{"its questions", "", changing(func(r *ring, h *hearing.Hearing) { h.Questions[0].Text = r.text() })},
	{"its state", "", changing(func(_ *ring, h *hearing.Hearing) {
		if h.State = hearing.Submitted; h.Version%2 == 0 {
			h.State = hearing.Approved
		}
	})},
	{"when it began", "", changing(func(r *ring, h *hearing.Hearing) { h.Outcome.OpenedAt = r.hour().Start })},
	{"its recordings", "", changing(func(r *ring, h *hearing.Hearing) {
		h.Outcome.Recordings = append(h.Outcome.Recordings, hearing.Recording{ID: r.fresh(), Name: r.text()})
	})},
	{"its opinions", "", changing(func(r *ring, h *hearing.Hearing) {
		h.Opinions = []hearing.Opinion{{Officer: "o1", Question: "q", Stance: hearing.Agree, Reason: r.text()}}
	})},
	{"its decision", "", changing(func(r *ring, h *hearing.Hearing) { h.Outcome.Decision = r.text() })},
	{"its announcement", "", changing(func(r *ring, h *hearing.Hearing) { h.Notice.Media = r.text() })},
	{"its allowances", "", changing(func(r *ring, h *hearing.Hearing) { h.Allowances.ClaimedOn = r.day() })},
	{"its remark", "", changing(func(r *ring, h *hearing.Hearing) { h.Note = r.text() })},
	{"approval asked for", "", changing(func(r *ring, h *hearing.Hearing) {
		h.Approvals = []hearing.Approval{{Kind: hearing.ApproveHearing, Note: r.text()}}
	})},
	{"approval entered", "", changing(func(r *ring, h *hearing.Hearing) {
		h.Approvals = []hearing.Approval{{Kind: hearing.ApproveHearing, By: "p-other", On: r.day()}}
	})},
	{"a rule overridden", "", changing(func(r *ring, h *hearing.Hearing) {
		h.Overrides = []hearing.Override{{Rule: "DL01", Reason: r.text(), By: "p-other", On: r.day()}}
	})},
	{"several, moved", "SaveSessions", func(r *ring) error {
		h, err := r.boss.Hearing(r.ctx, r.id("h"))
		if err == nil {
			h.Slot = r.hour()
			err = r.d.SaveSessions(r.ctx, []hearing.Hearing{h}, nil)
		}
		return err
	}},
	{"a hearing, deleted", "DeleteHearing", deleting(func(r *ring, id hearing.ID) (hearing.Version, error) {
		return r.boss.SaveHearing(r.ctx, hearing.Hearing{ID: id, Presider: r.id("p"), Openness: hearing.Public})
	}, func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeleteHearing(r.ctx, id, v) })},

	{"a ceremony, made", "SaveAnnouncement", func(r *ring) error {
		_, err := r.d.SaveAnnouncement(r.ctx, hearing.Announcement{ID: r.fresh(), Cases: []hearing.ID{r.id("c")}, Presider: r.id("p"), Openness: hearing.Public})
		return err
	}},
	{"its time too", "", ceremony(func(r *ring, a *hearing.Announcement) { a.Slot = r.hour() })},
	{"its receipts", "", ceremony(func(r *ring, a *hearing.Announcement) {
		a.Deliveries = []hearing.Delivery{{ID: "d", Instruments: []hearing.ID{r.id("i")}, Person: "p-other", Mode: hearing.Announced, Receiver: r.text()}}
	})},
	{"what the units said", "", ceremony(func(r *ring, a *hearing.Announcement) { a.Words = r.text() })},
	{"a ceremony, deleted", "DeleteAnnouncement", deleting(func(r *ring, id hearing.ID) (hearing.Version, error) {
		return r.boss.SaveAnnouncement(r.ctx, hearing.Announcement{ID: id, Presider: r.id("p"), Openness: hearing.Public})
	}, func(r *ring, id hearing.ID, v hearing.Version) error { return r.d.DeleteAnnouncement(r.ctx, id, v) })},

	{"a passage written", "AddToTranscript", func(r *ring) error {
		return r.d.AddToTranscript(r.ctx, r.id("h"), said(r.n, r.fresh(), "", r.text()))
	}},
	{"a passage being typed", "KeepTyping", func(r *ring) error {
		return r.d.KeepTyping(r.ctx, r.id("h"), hearing.Typing{At: noon, Line: hearing.Utterance{ID: r.fresh(), Kind: hearing.Speech, Speaker: hearing.SpeakerPresider, Text: r.text()}})
	}},
	{"a scan filed", "AddScans", func(r *ring) error {
		_, err := added(r.ctx, r.d, r.scan(), nil, []byte(r.text()))
		return err
	}},
	{"a paper left out", "Waive", func(r *ring) error {
		return r.d.Waive(r.ctx, hearing.Scan{Of: hearing.NounHearing, Session: r.id("h"), Document: "27", Title: r.text(), Waived: r.text()})
	}},
	{"a scan taken out", "DeleteScan", func(r *ring) error {
		s, err := added(r.ctx, r.boss, r.scan(), nil, []byte(r.text()))
		if err == nil {
			err = r.d.DeleteScan(r.ctx, s.ID, s.Version)
		}
		return err
	}},
	{"a print noted", "RecordPrint RecordPrints", func(r *ring) error {
		return r.d.RecordPrint(r.ctx, hearing.Print{Session: r.id("h"), Document: "07a", Hash: r.text(), Pages: 1, Copies: 1, To: "打印机"}, nil)
	}},
	{"a batch begun", "BeginBatch", func(r *ring) error {
		_, err := r.d.BeginBatch(r.ctx, r.batch())
		return err
	}},
	{"a batch, gone on with", "MarkSheet", func(r *ring) error {
		b, err := r.boss.BeginBatch(r.ctx, r.batch())
		if err == nil {
			s := b.Sheets[0]
			s.State = hearing.SheetSending
			err = r.d.MarkSheet(r.ctx, b, s, hearing.SheetWaiting, []byte(r.text()))
		}
		return err
	}},
	{"a batch given up", "DropBatch", func(r *ring) error {
		b, err := r.boss.BeginBatch(r.ctx, r.batch())
		if err == nil {
			err = r.d.DropBatch(r.ctx, b.ID)
		}
		return err
	}},
	{"numbers taken", "TakeNumbers", func(r *ring) error {
		_, err := r.d.TakeNumbers(r.ctx, r.id("h"), 2023, r.numbered())
		return err
	}},
	{"a number voided", "VoidNumber", func(r *ring) error {
		taken, err := r.boss.TakeNumbers(r.ctx, r.id("h"), 2023, r.numbered())
		if err == nil {
			err = r.d.VoidNumber(r.ctx, taken[0], r.text())
		}
		return err
	}},
}

// scan is one of a hearing that is theirs or not.
func (r *ring) scan() hearing.Scan {
	return hearing.Scan{Of: hearing.NounHearing, Session: r.id("h"), Document: "27", Title: r.text(), Files: []hearing.ScanFile{{Name: r.text() + ".pdf", Media: "application/pdf", Pages: 1, Size: 3}}}
}

func (r *ring) batch() hearing.Batch {
	return hearing.Batch{Queue: "PDF", Sheets: []hearing.BatchSheet{{Session: r.id("h"), Document: "07a", Key: string(r.fresh()), Title: r.text(), Copies: 1}}}
}

func (r *ring) numbered() []hearing.Numbered {
	one := notices(r.t, 1)
	one[0].Key = string(r.fresh())
	return one
}

// stranger is a key of another desk.
func (r *ring) stranger() ed25519.PublicKey {
	key := make(ed25519.PublicKey, ed25519.PublicKeySize)
	copy(key, r.fresh())
	return key
}
