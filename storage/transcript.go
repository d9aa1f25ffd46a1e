package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/storage/query"
)

// nounTranscript is what the change log and an import call a transcript; it is
// no record: its own log is the record of its changes.
const nounTranscript = hearing.NounTranscript

// Transcript reads the log of a hearing's transcript; where nothing was written
// it is the zero Transcript.
func (d *Desk) Transcript(ctx context.Context, id hearing.ID) (hearing.Transcript, error) {
	d.opened(ctx, hearing.NounHearing, id)
	t, err := transcriptOf(ctx, query.New(d.read), id)
	return t, grasp(err)
}

func transcriptOf(ctx context.Context, q *query.Queries, id hearing.ID) (hearing.Transcript, error) {
	rows, err := q.TranscriptEntries(ctx, string(id))
	if err != nil || len(rows) == 0 {
		return hearing.Transcript{}, err
	}
	out := hearing.Transcript{Hearing: id, Entries: make([]hearing.TranscriptEntry, 0, len(rows))}
	for _, row := range rows {
		var e hearing.TranscriptEntry
		body, err := bodyOf(row.Body, row.Packed)
		if err == nil {
			err = json.Unmarshal([]byte(body), &e)
		}
		if err != nil {
			return out, fmt.Errorf("read transcript of %s: %w", id, hearing.ErrDamaged)
		}
		out.Entries = append(out.Entries, e)
	}
	return out, nil
}

// AddToTranscript adds entries to the log of a hearing's transcript, all of them
// or none. When it returns they are on the disk. A sealed transcript is
// [hearing.ErrSealed], a passage that was changed meanwhile [hearing.ErrStale].
// The passage that was being typed is forgotten when an entry holds it.
func (d *Desk) AddToTranscript(ctx context.Context, id hearing.ID, entries ...hearing.TranscriptEntry) error {
	for i := range entries {
		if entries[i].By == "" {
			entries[i].By = d.Actor()
		}
		if faults := entries[i].Validate(); len(faults) > 0 {
			return faults
		}
	}
	return d.transact(ctx, func(w *writing) error {
		if err := w.part(ctx, hearing.NounTranscript, id); err != nil {
			return err
		}
		has, err := w.q.Has(ctx, query.HasParams{Kind: hearing.NounHearing, ID: string(id)})
		if err == nil && has == 0 {
			err = hearing.ErrNotFound
		}
		for _, e := range entries {
			if err == nil {
				err = w.fits(ctx, id, e)
			}
			if err == nil {
				err = w.enter(ctx, id, e)
			}
		}
		if err != nil {
			return fmt.Errorf("write transcript of %s: %w", id, err)
		}
		return w.typed(ctx, id, entries)
	})
}

// fits holds an entry against what the desk has: the seal, the time of the last
// entry, and the passage that it changes.
func (w *writing) fits(ctx context.Context, id hearing.ID, e hearing.TranscriptEntry) error {
	sealed, err := w.q.Sealed(ctx, string(id))
	if err != nil {
		return err
	}
	if sealed > 0 && !transcript.Corrects(e) {
		return hearing.ErrSealed
	}
	last, err := w.q.LastTranscriptEntry(ctx, string(id))
	if err != nil {
		return err
	}
	if stamp(e.At) <= last {
		return hearing.ErrStale // somebody else wrote meanwhile
	}
	if e.Act == hearing.ActSign {
		t, err := transcriptOf(ctx, w.q, id)
		if err != nil {
			return err
		}
		return transcript.Of(t).Check(e)
	}
	if e.Line() == "" {
		return nil
	}
	row, err := w.q.Utterance(ctx, query.UtteranceParams{Hearing: string(id), ID: string(e.Line())})
	switch err := grasp(err); {
	case errors.Is(err, hearing.ErrNotFound):
		row.Gone = 1
	case err != nil:
		return err
	}
	var now hearing.Utterance
	if row.Gone == 0 {
		body, err := bodyOf(row.Body, row.Packed)
		if err != nil || json.Unmarshal([]byte(body), &now) != nil {
			return hearing.ErrDamaged
		}
	}
	if e.From == nil && row.Gone == 0 || e.From != nil && (row.Gone != 0 || !now.Same(*e.From)) {
		return hearing.ErrStale
	}
	return nil
}

// enter adds one entry and what follows from it.
func (w *writing) enter(ctx context.Context, id hearing.ID, e hearing.TranscriptEntry) error {
	body, value, err := packBody(e)
	if err != nil {
		return err
	}
	if err := w.q.AddTranscriptEntry(ctx, query.AddTranscriptEntryParams{Hearing: string(id), ID: string(e.ID), At: stamp(e.At), Packed: value}); err != nil {
		return err
	}
	switch {
	case e.To != nil:
		return w.utter(ctx, id, *e.To, false)
	case e.From != nil:
		return w.utter(ctx, id, *e.From, true)
	case e.Act == hearing.ActSeal:
		if err := w.q.SetSeal(ctx, query.SetSealParams{Hearing: string(id), At: stamp(e.At)}); err != nil {
			return err
		}
	}
	if e.Act == hearing.ActRead || e.Act == hearing.ActSign || e.Act == hearing.ActSeal { // whoever reads the hearing's history looks for these
		return w.note(ctx, string(e.Act), nounTranscript, id, "", "", body)
	}
	return nil
}

// utter stores a passage as it stands.
func (w *writing) utter(ctx context.Context, id hearing.ID, u hearing.Utterance, gone bool) error {
	_, value, err := packBody(u)
	if err != nil {
		return err
	}
	out := int64(0)
	if gone {
		out = 1
	}
	n, err := w.q.SetUtterance(ctx, query.SetUtteranceParams{Hearing: string(id), ID: string(u.ID), At: stamp(u.At), Speaker: string(u.Speaker), Text: u.Text, Gone: out, Packed: value})
	if err == nil {
		w.said = append(w.said, indexed{n, saidGrams(u.Text)})
	}
	return err
}

// mergeTranscripts adds what the package's transcripts have and the desk has
// not. To one that is sealed here only corrections are added.
func (w *writing) mergeTranscripts(ctx context.Context, list []hearing.Transcript, n *hearing.Count) error {
	for i, t := range list {
		if has, err := w.q.Has(ctx, query.HasParams{Kind: hearing.NounHearing, ID: string(t.Hearing)}); err != nil || has == 0 && w.receives != nil {
			if err != nil {
				return err
			}
			n.Unchanged++ // its hearing was deleted here
			continue
		}
		added, err := w.mergeTranscript(ctx, t, i)
		switch {
		case err != nil:
			return err
		case added == len(t.Entries):
			n.New++
		case added > 0:
			n.Changed++
		default:
			n.Unchanged++
		}
	}
	return nil
}

func (w *writing) mergeTranscript(ctx context.Context, t hearing.Transcript, at int) (added int, err error) {
	if err := w.part(ctx, hearing.NounTranscript, t.Hearing); err != nil {
		return 0, err
	}
	sealed, err := w.q.Sealed(ctx, string(t.Hearing))
	if err != nil {
		return 0, err
	}
	for j, e := range t.Entries {
		has, err := w.q.HasTranscriptEntry(ctx, query.HasTranscriptEntryParams{Hearing: string(t.Hearing), ID: string(e.ID)})
		if err != nil {
			return 0, err
		}
		if has > 0 {
			continue
		}
		if sealed > 0 && !transcript.Corrects(e) {
			return 0, hearing.FieldErrors{{Path: fmt.Sprintf("transcripts[%d].entries[%d]", at, j), Code: "sealed", Value: string(t.Hearing)}}
		}
		if err := w.enter(ctx, t.Hearing, e); err != nil {
			return 0, err
		}
		added++
	}
	if added == 0 {
		return 0, nil
	}
	return added, w.standing(ctx, t.Hearing)
}

// standing projects a transcript anew: what two desks wrote is read in the order
// of its times, whichever came first.
func (w *writing) standing(ctx context.Context, id hearing.ID) error {
	t, err := transcriptOf(ctx, w.q, id)
	if err != nil {
		return err
	}
	if err := w.indexAll(ctx); err != nil {
		return err
	}
	if err := w.q.ForgetSaid(ctx, string(id)); err != nil {
		return err
	}
	if err := w.q.ForgetUtterances(ctx, string(id)); err != nil {
		return err
	}
	for _, l := range transcript.Of(t).Lines() {
		if err := w.utter(ctx, id, l.Utterance, l.Gone); err != nil {
			return err
		}
	}
	return nil
}

// transcripts adds the transcripts of chosen sessions to the package, or all.
func (g *gathering) transcripts(sessions []hearing.ID) error {
	if len(sessions) == 0 {
		all, err := g.q.TranscriptsOf(g.ctx)
		if err != nil {
			return err
		}
		for _, id := range all {
			if g.seen[hearing.Reference{Noun: hearing.NounHearing, ID: hearing.ID(id)}] { // one that was deleted stays here
				sessions = append(sessions, hearing.ID(id))
			}
		}
	}
	for _, id := range sessions {
		t, err := transcriptOf(g.ctx, g.q, id)
		if err != nil {
			return err
		}
		if len(t.Entries) > 0 {
			g.p.Transcripts = append(g.p.Transcripts, t)
		}
	}
	return nil
}
