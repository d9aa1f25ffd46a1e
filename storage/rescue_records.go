package storage

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/storage/query"
)

// latest reads from the record of changes how each record was saved last.
func (r *rescuing) latest() error {
	return r.logged(r.nouns(), func(ref hearing.Reference, name, body string) {
		r.log[ref] = savedRow{r.log[ref].version + 1, name, body}
	})
}

// logged gives what each change of some kinds left, in their order. What cannot be read
// says nothing of the record.
func (r *rescuing) logged(nouns []string, do func(ref hearing.Reference, name, body string)) error {
	kinds, err := listing(nouns)
	if err != nil {
		return err
	}
	rows, err := r.tx.QueryContext(r.ctx, say("Latest"), kinds)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // it was only read
	for rows.Next() {
		var ref hearing.Reference
		var name, was, is string
		var value []byte
		if err := rows.Scan(&ref.Noun, &ref.ID, &name, &was, &is, &value); err != nil {
			return err
		}
		_, body, _ := states(was, is, value)
		do(ref, name, body)
	}
	return rows.Err()
}

// nouns are the kinds of records, in the order in which they are stored: titles
// of sessions are made of cases.
func (r *rescuing) nouns() []string { return append(slices.Clone(nouns), hearing.NounScan) }

// records stores every record that can be read in one place or the other.
func (r *rescuing) records() error {
	refs := map[hearing.Reference]bool{}
	for ref := range r.rows {
		refs[ref] = true
	}
	for ref, row := range r.log {
		refs[ref] = refs[ref] || row.body != ""
	}
	for _, noun := range r.nouns() {
		var ids []string
		for ref, there := range refs {
			if ref.Noun == noun && there {
				ids = append(ids, string(ref.ID))
			}
		}
		slices.Sort(ids)
		for _, id := range ids {
			if err := r.record(hearing.Reference{Noun: noun, ID: hearing.ID(id)}); err != nil {
				return fmt.Errorf("rescue %s %s: %w", noun, id, err)
			}
		}
	}
	for ref := range r.rows { // of a kind that there is not
		if !slices.Contains(r.nouns(), ref.Noun) {
			r.lose(Damage{Kind: BadRecord, Record: ref, Name: r.rows[ref].name})
		}
	}
	return nil
}

func (r *rescuing) record(ref hearing.Reference) error {
	row, logged := r.rows[ref], r.log[ref]
	_, key := r.rows[ref]
	good, other := sound(ref, row.body), sound(ref, logged.body)
	switch {
	case row.body == logged.body && r.readsAs(ref, row.body), good && !other && (logged.body != "" || logged.version == 0):
	case !key && logged.body == "": // it was deleted
		return nil
	case good: // both can be read, and say something else: the row is what was shown
		r.lose(Damage{Kind: BadRecord, Record: ref, Name: row.name, Detail: "not as it was saved last"})
	case other:
		r.out.FromLog = append(r.out.FromLog, ref)
		row = savedRow{max(row.version, logged.version), logged.name, logged.body}
	default:
		r.lose(Damage{Kind: BadRecord, Record: ref, Name: either(row.name, logged.name), Detail: "neither its row nor its last change can be read"})
		if logged.body == "" && !r.readsAs(ref, row.body) {
			return nil
		}
		if !r.readsAs(ref, row.body) {
			row = savedRow{max(row.version, 1), either(row.name, logged.name), stub(ref, either(row.name, logged.name))}
		}
	}
	return r.store(ref, row)
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// readsAs reports whether a text is a record of that ID, however odd.
func (r *rescuing) readsAs(ref hearing.Reference, body string) bool {
	rec, err := decode(ref.Noun, body, 1)
	return err == nil && rec.Key() == ref.ID
}

// sound reports whether a text is a record exactly as the desk writes one.
func sound(ref hearing.Reference, body string) bool {
	rec, err := decode(ref.Noun, body, 1)
	if err != nil || rec.Key() != ref.ID || !utf8.ValidString(body) {
		return false
	}
	again, err := json.Marshal(rec)
	return err == nil && string(again) == body
}

func readable(body string) bool { return json.Valid([]byte(body)) && utf8.ValidString(body) }

// store writes a record with all that it is looked up by.
func (r *rescuing) store(ref hearing.Reference, row savedRow) error {
	rec, err := decode(ref.Noun, row.body, row.version)
	if err != nil {
		return err
	}
	if h, ok := rec.(interface{ Contents() []string }); ok {
		for _, hash := range h.Contents() {
			if err := r.named(hash); err != nil {
				return err
			}
		}
	}
	name, err := r.w.project(r.ctx, rec, nil, row.body, max(row.version, 1))
	if err != nil {
		return err
	}
	if was := r.log[ref].body; was != row.body { // from now on the log says so too
		if err := r.w.log(r.ctx, "rescue", ref.Noun, ref.ID, name, was, row.body); err != nil {
			return err
		}
	}
	r.out.Records++
	return nil
}

// named sees that a content that a record names has a row: without its bytes
// verify says that it is missing, and it can be put in again.
func (r *rescuing) named(hash string) error {
	has, err := r.w.q.HasContent(r.ctx, hash)
	if err != nil || has > 0 {
		return err
	}
	if err := r.bring(hash); err != nil {
		return err
	}
	return r.w.q.AddContent(r.ctx, query.AddContentParams{Hash: hash, Size: 1})
}

// stub is a record that stands for a lost one, so that what names it can be read.
func stub(ref hearing.Reference, name string) string {
	if name == "" {
		name = string(ref.ID)
	}
	text, _ := json.Marshal(map[string]string{"id": string(ref.ID), "name": name, "cause": name, "title": name, "text": name}) // texts always can be
	rec, err := decode(ref.Noun, string(text), 1)
	if err != nil {
		return string(text)
	}
	body, _ := json.Marshal(rec) // it was read just now
	return string(body)
}

// stubs stores one for each record that is named and nowhere to be found.
func (r *rescuing) stubs() error {
	for _, ref := range slices.Clone(r.w.named) {
		has, err := r.w.q.Has(r.ctx, query.HasParams{Kind: ref.Noun, ID: string(ref.ID)})
		if err != nil {
			return err
		}
		if has > 0 {
			continue
		}
		ref.Path = ""
		r.lose(Damage{Kind: BadRecord, Record: ref, Name: r.log[ref].name, Detail: "it is named, and nowhere to be found"})
		if err := r.store(ref, savedRow{1, r.log[ref].name, stub(ref, r.log[ref].name)}); err != nil {
			return err
		}
		r.out.Records--
	}
	return nil
}

// said notes a passage as the damaged file shows it.
func (r *rescuing) said(in hearing.ID, gone any, body string) {
	var u hearing.Utterance
	if n, _ := gone.(int64); n == 0 && readable(body) && json.Unmarshal([]byte(body), &u) == nil {
		r.in, r.spoke = append(r.in, in), append(r.spoke, u)
	}
}

// transcripts makes the passages anew of their logs. One that the log has lost
// is entered into it as it stood.
func (r *rescuing) transcripts() error {
	texts := map[hearing.ID]*transcript.Text{}
	for i, u := range r.spoke {
		in := r.in[i]
		if texts[in] == nil {
			t, err := transcriptOf(r.ctx, r.w.q, in)
			if err != nil {
				return err
			}
			texts[in] = transcript.Of(t)
		}
		if slices.ContainsFunc(texts[in].Lines(), func(l transcript.Line) bool { return l.ID == u.ID }) {
			continue
		}
		e := hearing.TranscriptEntry{ID: u.ID + "-rescued", At: u.At, By: r.d.Actor(), To: &u}
		if err := r.w.enter(r.ctx, in, e); err != nil {
			return err
		}
	}
	all, err := r.w.q.TranscriptsOf(r.ctx)
	if err != nil {
		return err
	}
	for _, id := range all {
		if err := r.w.standing(r.ctx, hearing.ID(id)); err != nil {
			return err
		}
	}
	return nil
}

// settle drops what belongs to what is lost, and notes the rescue.
func (r *rescuing) settle() error {
	if _, err := r.tx.ExecContext(r.ctx, say("Settle")); err != nil {
		return err
	}
	if err := r.w.log(r.ctx, "rescue", "file", "", filepath.Base(r.from), "", ""); err != nil {
		return err
	}
	return r.w.chain(r.ctx) // anew: of the old one a link may be lost
}
