package storage

import (
	"context"
	"encoding/json"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/storage/packed"
	"hearingdesk/storage/query"
)

// What the logs hold of a record, or of a passage, is packed. Rows from before that
// have their texts in the columns as they are; readers see no difference.

// packStates is what a change's row holds of the texts before and after it.
func packStates(before, after string) (was, is string, value []byte, err error) {
	was, is = signs(before, after)
	if was != "" || is != "" {
		value, err = packed.Pack(before, after)
	}
	return was, is, value, err
}

// signs stand for the texts in the columns of a packed change: whether there was
// something, and whether it is another.
func signs(before, after string) (was, is string) {
	if before != "" {
		was = "1"
	}
	switch after {
	case "":
	case before:
		is = "1"
	default:
		is = "2"
	}
	return was, is
}

// states reads the texts before and after a change. What does not fit together is
// [hearing.ErrDamaged].
func states(was, is string, value []byte) (before, after string, err error) {
	if value == nil {
		return was, is, nil
	}
	if err := packed.Unpack(value, &before, &after); err != nil {
		return "", "", err
	}
	if w, i := signs(before, after); w != was || i != is {
		return "", "", fmt.Errorf("read a change: %w", hearing.ErrDamaged)
	}
	return before, after, nil
}

// bodyOf reads the text of a row that holds one.
func bodyOf(body string, value []byte) (string, error) {
	if value == nil {
		return body, nil
	}
	if body != "" {
		return "", fmt.Errorf("read a row: %w", hearing.ErrDamaged)
	}
	err := packed.Unpack(value, &body)
	return body, err
}

// packBody packs what is written as JSON.
func packBody(v any) (string, []byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return "", nil, err
	}
	value, err := packed.Pack(string(body))
	return string(body), value, err
}

// unlogged gives each record that is not as its last change left it.
func unlogged(ctx context.Context, q *query.Queries, do func(query.LastLoggedRow) error) error {
	for last := (query.LastLoggedRow{}); ; {
		rows, err := q.LastLogged(ctx, query.LastLoggedParams{Kind: last.Kind, ID: last.ID, Most: linkedAtOnce})
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, last = range rows {
			_, logged, err := states(last.Was, last.Logged, last.Packed)
			if err == nil && logged == last.Body {
				continue
			}
			if err := do(last); err != nil {
				return err
			}
		}
	}
}

// lastEdition is the highest edition that a form of the office's own ever had.
func (w *writing) lastEdition(ctx context.Context, noun string, id hearing.ID) (int, error) {
	rows, err := w.q.StatesOf(ctx, query.StatesOfParams{Kind: noun, Record: string(id)})
	if err != nil {
		return 0, err
	}
	last := 0
	for _, r := range rows {
		var f struct{ Edition int }
		_, body, err := states(r.Before, r.After, r.Packed)
		if err != nil {
			return 0, err
		}
		if err := json.Unmarshal([]byte(body), &f); err != nil {
			return 0, fmt.Errorf("read an edition of %s: %w", id, hearing.ErrDamaged)
		}
		last = max(last, f.Edition)
	}
	return last, nil
}
