package storage

import (
	"context"
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// An occasion is the hearing at which something was said.
type occasion struct {
	attending
	Start    time.Time        `json:"start"`
	Openness hearing.Openness `json:"openness"`
	Cases    []hearing.ID     `json:"cases"`
	closed   bool             // outsiders are not to learn what it is about
}

// spoken lists what was said. Of a hearing that is not public, or of a case with a
// minor or a secret, it is not shown what.
func (f finding) spoken(ctx context.Context, text string, n hearing.Sieve, most int) ([]hearing.Hit, error) {
	part := strings.ToLower(strings.TrimSpace(text))
	if utf8.RuneCountInString(part) < 2 {
		return nil, nil
	}
	rows, err := f.words(ctx, part, n, most)
	if err != nil {
		return nil, err
	}
	var out []hearing.Hit
	at := map[string]occasion{} // the same is said several times at one hearing
	for _, row := range rows {
		of, known := at[row.Hearing]
		if !known {
			if of, err = f.occasion(ctx, row.Body); err != nil {
				return nil, err
			}
			at[row.Hearing] = of
		}
		h := hearing.Hit{Noun: hearing.NounTranscript, ID: hearing.ID(row.Hearing), Name: row.Name, Of: hearing.ID(row.ID), Rank: hearing.FitsWords, On: sessionDay(of.Start)}
		of.attend(&h)
		if !of.closed {
			h.Detail, h.From, h.To = around(row.Text, part)
		}
		out = append(out, h)
	}
	return out, nil
}

// occasion reads of a hearing what is told beside its words.
func (f finding) occasion(ctx context.Context, body string) (occasion, error) {
	var of occasion
	err := json.Unmarshal([]byte(body), &of)
	if err == nil {
		of.closed, err = confidential(ctx, f.q, of)
	}
	return of, err
}

// around is the text about a part of it, and where in it the part stands.
func around(text, part string) (excerpt string, from, to int) {
	const before, after = 12, 48
	text = strings.Join(strings.Fields(text), " ")
	at := strings.Index(strings.ToLower(text), part)
	if at < 0 {
		return text, 0, 0
	}
	at = utf8.RuneCountInString(strings.ToLower(text)[:at])
	runes, n := []rune(text), utf8.RuneCountInString(part)
	first, last := max(0, at-before), min(len(runes), at+n+after)
	excerpt = string(runes[first:last])
	if first > 0 {
		excerpt, first = "…"+excerpt, first-1
	}
	if last < len(runes) {
		excerpt += "…"
	}
	return excerpt, at - first, at - first + n
}

// confidential reports whether outsiders are not to learn what a hearing is about.
func confidential(ctx context.Context, q *query.Queries, h occasion) (bool, error) {
	if h.Openness == hearing.NotOpen {
		return true, nil
	}
	for _, id := range h.Cases {
		row, err := q.Record(ctx, query.RecordParams{Kind: hearing.NounCase, ID: string(id)})
		if err != nil {
			return false, err
		}
		var c hearing.Case
		if err := json.Unmarshal([]byte(row.Body), &c); err != nil {
			return false, err
		}
		if c.HasMinor() || len(c.Secrets) > 0 {
			return true, nil
		}
	}
	return false, nil
}
