package storage

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// typed forgets the passage that was being typed, once it is in the log.
func (w *writing) typed(ctx context.Context, id hearing.ID, entries []hearing.TranscriptEntry) error {
	row, err := w.q.Typing(ctx, string(id))
	if errors.Is(grasp(err), hearing.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	var line hearing.Utterance
	if err := json.Unmarshal([]byte(row.Body), &line); err != nil {
		return hearing.ErrDamaged
	}
	for _, e := range entries {
		if e.Line() == line.ID {
			return w.q.ClearTyping(ctx, string(id))
		}
	}
	return nil
}

// KeepTyping keeps the passage that is being typed and where the cursor is. When
// it returns they are on the disk. A passage without ID forgets it.
func (d *Desk) KeepTyping(ctx context.Context, id hearing.ID, t hearing.Typing) error {
	return d.transact(ctx, func(w *writing) error {
		if err := w.part(ctx, hearing.NounTranscript, id); err != nil {
			return err
		}
		if t.Line.ID == "" {
			return w.q.ClearTyping(ctx, string(id))
		}
		body, err := json.Marshal(t.Line)
		if err != nil {
			return err
		}
		return w.q.SetTyping(ctx, query.SetTypingParams{Hearing: string(id), At: stamp(t.At), Cursor: int64(t.Cursor), Body: string(body)})
	})
}

// Typing reads the passage that was being typed when the desk went down; without
// ID there is none.
func (d *Desk) Typing(ctx context.Context, id hearing.ID) (hearing.Typing, error) {
	row, err := query.New(d.read).Typing(ctx, string(id))
	if errors.Is(grasp(err), hearing.ErrNotFound) {
		return hearing.Typing{}, nil
	}
	if err != nil {
		return hearing.Typing{}, grasp(err)
	}
	at, _ := time.Parse(time.RFC3339Nano, row.At) // written by stamp
	out := hearing.Typing{Cursor: int(row.Cursor), At: at}
	if err := json.Unmarshal([]byte(row.Body), &out.Line); err != nil {
		return hearing.Typing{}, hearing.ErrDamaged
	}
	return out, nil
}
