package storage

import (
	"context"
	"encoding/json"
	"fmt"
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
// what it is called.
func (w *writing) project(ctx context.Context, r hearing.Record, body string, version int64) (string, error) {
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
	err := w.q.PutRecord(ctx, query.PutRecordParams{Kind: kind, ID: id, Version: version, Name: name,
		Sort: sounds(name, pinyin.Normal), Search: searchText(words), Body: body})
	if err != nil {
		return "", err
	}
	if err := w.q.DropReferences(ctx, query.DropReferencesParams{ByKind: kind, ByID: id}); err != nil {
		return "", err
	}
	for _, ref := range r.References() {
		if _, err := w.q.Record(ctx, query.RecordParams{Kind: ref.Noun, ID: string(ref.ID)}); err != nil {
			return "", w.unknown(r, ref, err)
		}
		if err := w.q.AddReference(ctx, query.AddReferenceParams{Kind: ref.Noun, ID: string(ref.ID), ByKind: kind, ByID: id}); err != nil {
			return "", err
		}
	}
	if isSession {
		return name, w.calendar(ctx, r, s)
	}
	return name, nil
}

// unknown names the field that refers to nothing.
func (w *writing) unknown(_ hearing.Record, ref hearing.Reference, err error) error {
	if grasp(err) == err {
		return err
	}
	return hearing.FieldErrors{{Path: ref.Path, Code: "reference", Value: string(ref.ID)}}
}

func sessionOf(r hearing.Record) (hearing.Session, bool) {
	switch v := r.(type) {
	case hearing.Hearing:
		return v.Session(nil), true
	case hearing.Announcement:
		return v.Session(nil), true
	}
	return hearing.Session{}, false
}

// cases reads the cases that a session names, for its title.
func (w *writing) cases(ctx context.Context, r hearing.Record) ([]hearing.Case, error) {
	var out []hearing.Case
	for _, ref := range r.References() {
		if ref.Noun != hearing.NounCase || !strings.HasPrefix(ref.Path, "cases[") {
			continue
		}
		row, err := w.q.Record(ctx, query.RecordParams{Kind: ref.Noun, ID: string(ref.ID)})
		if err != nil {
			return nil, w.unknown(r, ref, err)
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

// calendar projects a session on the calendar.
func (w *writing) calendar(ctx context.Context, r hearing.Record, s hearing.Session) error {
	id := string(s.ID)
	p := query.PutSessionParams{ID: id, Kind: r.Noun(), Title: s.Title, State: string(s.State), Starts: instant(s.Slot.Start), Ends: instant(s.Slot.End),
		Zone: s.Slot.Start.Format("-07:00"), Room: string(s.Slot.Room), Presider: string(s.Presider), Recorder: string(s.Recorder), People: int64(len(s.Participants))}
	switch v := r.(type) {
	case hearing.Hearing:
		p.Openness, p.Streamed, p.Rehearsal = string(v.Openness), truth(v.Has(hearing.Streamed)), truth(v.Rehearsal)
	case hearing.Announcement:
		p.Openness, p.Rehearsal = string(v.Openness), truth(v.Rehearsal)
	}
	if err := w.q.PutSession(ctx, p); err != nil {
		return err
	}
	if err := w.q.DropTakings(ctx, id); err != nil {
		return err
	}
	if err := w.q.DropServices(ctx, id); err != nil {
		return err
	}
	if !s.Slot.Set() || !s.State.Holds() {
		return nil
	}
	for _, t := range s.Takes() {
		if err := w.q.AddTaking(ctx, query.AddTakingParams{Who: string(t.Who), Starts: p.Starts, Ends: p.Ends, Session: id, What: t.What}); err != nil {
			return err
		}
	}
	if r.Noun() != hearing.NounHearing || p.Rehearsal != 0 {
		return nil
	}
	day := calendar.DateOf(s.Slot.Start).String()
	for _, m := range s.Participants {
		if m.Role == hearing.Officer && !m.Alternate && m.Person != "" {
			if err := w.q.AddService(ctx, query.AddServiceParams{Person: string(m.Person), Day: day, Session: id}); err != nil {
				return err
			}
		}
	}
	return nil
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// terms are the further texts that a record is found by.
func terms(r hearing.Record) []string {
	switch v := r.(type) {
	case hearing.Person:
		return []string{v.Phone, v.Title, v.Post, v.Licence, v.Volunteer}
	case hearing.Organisation:
		return []string{v.Short, v.Phone, v.Region}
	case hearing.Room:
		return []string{v.Address}
	case hearing.Case:
		return []string{v.Number, v.AcceptNumber, v.PublicCause}
	case hearing.Instrument:
		return []string{v.Title}
	}
	return nil
}

// searchText holds the words as they are, their pinyin and its initials, in
// lower case, each on a line of its own so that no query spans two.
func searchText(words []string) string {
	var b strings.Builder
	for _, s := range words {
		if s == "" {
			continue
		}
		b.WriteString("\n" + fold(s) + "\n" + sounds(s, pinyin.FirstLetter) + "\n" + sounds(s, pinyin.Normal))
	}
	return b.String()
}

// fold makes widths, cases and brackets alike, in what is stored and in what
// is looked for.
func fold(s string) string {
	return strings.ToLower(folder.Replace(s))
}

var folder = strings.NewReplacer("〔", "(", "〕", ")", "[", "(", "]", ")", "（", "(", "）", ")", "【", "(", "】", ")", "　", " ")

// sounds spells the Chinese characters of a text, and keeps the others.
func sounds(s string, style int) string {
	a := pinyin.NewArgs()
	a.Style = style
	a.Fallback = func(r rune, _ pinyin.Args) []string { return []string{string(r)} }
	var b strings.Builder
	for _, p := range pinyin.Pinyin(s, a) {
		b.WriteString(p[0])
	}
	return strings.ToLower(b.String())
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
