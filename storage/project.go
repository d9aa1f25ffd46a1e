package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/mozillazg/go-pinyin"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// decode reads a stored record.
func decode(kind, body string, version int64) (hearing.Record, error) {
	v := hearing.Version(version)
	switch kind {
	case hearing.NounOrganisation:
		return read(body, func(o *hearing.Organisation) { o.Version = v })
	case hearing.NounPerson:
		return read(body, func(o *hearing.Person) { o.Version = v })
	case hearing.NounRoom:
		return read(body, func(o *hearing.Room) { o.Version = v })
	case hearing.NounCase:
		return read(body, func(o *hearing.Case) { o.Version = v })
	case hearing.NounInstrument:
		return read(body, func(o *hearing.Instrument) { o.Version = v })
	case hearing.NounHearing:
		return read(body, func(o *hearing.Hearing) { o.Version = v })
	case hearing.NounAnnouncement:
		return read(body, func(o *hearing.Announcement) { o.Version = v })
	case hearing.NounOffice:
		return read(body, func(o *hearing.Office) { o.Version = v })
	case hearing.NounEnclosure:
		return read(body, func(o *hearing.Enclosure) { o.Version = v })
	case hearing.NounForm:
		return read(body, func(o *hearing.FormText) { o.Version = v })
	case hearing.NounClue:
		return read(body, func(o *hearing.Clue) { o.Version = v })
	case hearing.NounPatrol:
		return read(body, func(o *hearing.Patrol) { o.Version = v })
	case hearing.NounScan:
		return read(body, func(o *hearing.Scan) { o.Version = v })
	case hearing.NounWordForm:
		return read(body, func(o *hearing.WordForm) { o.Version = v })
	}
	return nil, fmt.Errorf("read record of kind %q: %w", kind, hearing.ErrNewer)
}

func read[T hearing.Record](body string, at func(*T)) (hearing.Record, error) {
	var out T
	if err := json.Unmarshal([]byte(body), &out); err != nil {
		return nil, fmt.Errorf("read record: %w (%w)", hearing.ErrDamaged, err)
	}
	at(&out)
	return out, nil
}

// project writes a record with everything that it is looked up by, and returns
// what it is called. was is the record as it is stored, by which what stays as it is
// need not be written; nil writes all of it.
func (w *writing) project(ctx context.Context, r, was hearing.Record, body string, version int64) (string, error) {
	id, kind := string(r.Key()), r.Noun()
	name := r.Called()
	s, isSession := sessionOf(r)
	if isSession {
		cases, err := w.cases(ctx, r)
		if err != nil {
			return "", err
		}
		s.Title = hearing.Title(r.Called(), cases, kind == hearing.NounHearing)
		name = s.Title
	}
	words := append([]string{name}, terms(r)...)
	search := searchText(words)
	found, err := w.q.SearchOf(ctx, query.SearchOfParams{Kind: kind, ID: id})
	if err != nil && !errors.Is(grasp(err), hearing.ErrNotFound) {
		return "", err
	}
	err = w.q.PutRecord(ctx, query.PutRecordParams{Kind: kind, ID: id, Version: version, Name: name,
		Sort: sounds(name, pinyin.Normal), Search: search, Body: body})
	if err == nil && (search != found || search == "") {
		err = w.index(ctx, kind, id, search)
	}
	if err != nil {
		return "", err
	}
	if err := w.use(ctx, r); err != nil {
		return "", err
	}
	if err := w.refer(ctx, r, was); err != nil {
		return "", err
	}
	if err := w.directory(ctx, r, was); err != nil {
		return "", err
	}
	if err := w.happening(ctx, r, was); err != nil {
		return "", err
	}
	if kind == hearing.NounAnnouncement || kind == hearing.NounInstrument {
		w.served = append(w.served, r)
	}
	if isSession {
		if err := w.calendar(ctx, r, was, s); err != nil {
			return "", err
		}
		return name, w.counted(ctx, r)
	}
	if err := w.closing(ctx, r); err != nil {
		return "", err
	}
	if kind == hearing.NounCase {
		if err := w.counted(ctx, r); err != nil {
			return "", err
		}
		return name, w.retitle(ctx, r.Key())
	}
	return name, nil
}

// refer projects whom a record names; settle holds that these are there.
func (w *writing) refer(ctx context.Context, r, was hearing.Record) error {
	kind, id, refs := r.Noun(), string(r.Key()), r.References()
	if was != nil && slices.Equal(whom(refs), whom(was.References())) {
		return nil
	}
	if err := w.q.DropReferences(ctx, query.DropReferencesParams{ByKind: kind, ByID: id}); err != nil {
		return err
	}
	for _, ref := range refs {
		if err := w.q.AddReference(ctx, query.AddReferenceParams{Kind: ref.Noun, ID: string(ref.ID), ByKind: kind, ByID: id}); err != nil {
			return err
		}
		w.named = append(w.named, ref)
	}
	return nil
}

// whom are those whom references name, wherever they do.
func whom(refs []hearing.Reference) []hearing.Reference {
	out := slices.Clone(refs)
	for i := range out {
		out[i].Path = ""
	}
	return out
}

// closing projects whether a case, or whatever else can be, is closed, and since
// when.
func (w *writing) closing(ctx context.Context, r hearing.Record) error {
	c, can := r.(interface{ ClosedOn() calendar.Date })
	if !can {
		return nil
	}
	day := ""
	if on := c.ClosedOn(); !on.IsZero() {
		day = on.String()
	}
	return w.q.PutClosing(ctx, query.PutClosingParams{Kind: r.Noun(), ID: string(r.Key()), Day: day})
}

// retitle gives the sessions of a case, whose titles are made of its cause,
// the title that they have now.
func (w *writing) retitle(ctx context.Context, of hearing.ID) error {
	for _, kind := range []string{hearing.NounHearing, hearing.NounAnnouncement} {
		rows, err := w.q.Naming(ctx, query.NamingParams{Kind: hearing.NounCase, ID: string(of), ByKind: kind})
		if err != nil {
			return err
		}
		for _, row := range rows {
			r, err := decode(kind, row.Body, row.Version)
			if err != nil {
				return err
			}
			if r.Called() != "" {
				continue
			}
			cases, err := w.cases(ctx, r)
			if err != nil {
				return err
			}
			title := hearing.Title("", cases, kind == hearing.NounHearing)
			search := searchText([]string{title})
			if err := w.q.Rename(ctx, query.RenameParams{Name: title, Sort: sounds(title, pinyin.Normal), Search: search, Kind: kind, ID: row.ID}); err != nil {
				return err
			}
			if err := w.index(ctx, kind, row.ID, search); err != nil {
				return err
			}
			if err := w.q.Retitle(ctx, query.RetitleParams{Title: title, ID: row.ID}); err != nil {
				return err
			}
		}
	}
	return nil
}

// cases reads the cases that a session names, for its title.
func (w *writing) cases(ctx context.Context, r hearing.Record) ([]hearing.Case, error) {
	var out []hearing.Case
	for _, ref := range r.References() {
		if ref.Noun != hearing.NounCase || !strings.HasPrefix(ref.Path, "cases[") {
			continue
		}
		row, err := w.q.Record(ctx, query.RecordParams{Kind: ref.Noun, ID: string(ref.ID)})
		if errors.Is(grasp(err), hearing.ErrNotFound) {
			continue // settle names it
		}
		if err != nil {
			return nil, err
		}
		c, err := decode(ref.Noun, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		if k, ok := c.(hearing.Case); ok {
			out = append(out, k)
		}
	}
	return out, nil
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// zoned reads a stored instant back into the zone in which it was entered.
func zoned(s, zone string) time.Time {
	t, err := time.Parse("2006-01-02T15:04:05Z", s)
	if err != nil {
		return time.Time{}
	}
	if z, err := time.Parse("-07:00", zone); err == nil {
		return t.In(z.Location())
	}
	return t
}
