package storage

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/mozillazg/go-pinyin"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage/query"
)

// Search lists what a query is a part of, of every kind: a name or its pinyin or
// initials, a number in any bracket or width, a telephone, and words that were
// spoken at a hearing. A unit is found with its people and its cases. Each kind gives at most that many, what fits best first.
// The code of a paper, read from a scan, gives the session that it belongs to.
func (d *Desk) Search(ctx context.Context, text string, most int) ([]hearing.Hit, error) {
	return d.SearchWithin(ctx, text, hearing.Sieve{}, most)
}

// search is SearchWithin for as many as are looked at.
func (d *Desk) search(ctx context.Context, text string, n hearing.Sieve, most int) ([]hearing.Hit, error) {
	out := []hearing.Hit{}
	part := fold(text)
	if part == "" {
		return out, nil
	}
	q := d.find
	if code, ok := hearing.ReadPaperCode(text); ok {
		if hits, err := coded(ctx, q, code); err != nil || len(hits) > 0 {
			return hits, grasp(err)
		}
	}
	f, err := d.finder(ctx)
	if err != nil {
		return nil, grasp(err)
	}
	for _, noun := range nouns {
		if !n.Of(noun) {
			continue
		}
		rows, err := f.records(ctx, wanted{noun: noun, part: part, most: most, units: noun == hearing.NounCase || noun == hearing.NounPerson, sieve: n})
		if err != nil {
			return nil, grasp(err)
		}
		begin := len(out)
		for _, row := range rows {
			h := hearing.Hit{Noun: noun, ID: hearing.ID(row.ID), Name: row.Name}
			fit(&h, part)
			glimpse(&h, []byte(row.Body))
			out = append(out, h)
		}
		slices.SortStableFunc(out[begin:], func(a, b hearing.Hit) int { return cmp.Or(a.Rank-b.Rank, b.On.Compare(a.On)) })
	}
	if !n.Of(hearing.NounTranscript) {
		return out, nil
	}
	said, err := f.spoken(ctx, text, n, most)
	return append(out, said...), grasp(err)
}

// fit says how well a name fits, and where.
func fit(h *hearing.Hit, part string) {
	h.Rank = hearing.FitsNumber
	runes := []rune(h.Name)
	shapes, initials := make([]string, len(runes)), make([]string, len(runes))
	for i, r := range runes {
		shapes[i] = fold(string(r))
	}
	if h.From, h.To = span(shapes, part); h.To > 0 {
		h.Rank = hearing.FitsWithin
		switch {
		case h.From == 0 && h.To == len(runes):
			h.Rank = hearing.FitsWhole
		case h.From == 0:
			h.Rank = hearing.FitsBegin
		}
		return
	}
	for i, r := range runes { // spelling is most of the work, and few are found by it
		initials[i] = fold(sounds(string(r), pinyin.FirstLetter))
	}
	if h.From, h.To = span(initials, part); h.To > 0 {
		h.Rank = hearing.FitsSound
	} else if strings.Contains(fold(sounds(h.Name, pinyin.Normal)), part) {
		h.Rank = hearing.FitsSound
	}
}

// span finds a part in pieces that are read as one: from which piece, and behind
// which, 0 where it is not there.
func span(pieces []string, part string) (from, to int) {
	at := strings.Index(strings.Join(pieces, ""), part)
	if at < 0 {
		return 0, 0
	}
	behind := 0
	for i, p := range pieces {
		if behind <= at && at < behind+len(p) {
			from = i
		}
		if behind += len(p); behind >= at+len(part) {
			return from, i + 1
		}
	}
	return 0, 0
}

// glimpse takes from a record what tells it from others of the name. Telephones
// and numbers of identity papers are not among it.
func glimpse(h *hearing.Hit, body []byte) {
	var r struct {
		Number    string        `json:"number"`
		Accept    string        `json:"accept_number"`
		Title     string        `json:"title"`
		Post      string        `json:"post"`
		Address   string        `json:"address"`
		Case      hearing.ID    `json:"case"`
		Start     time.Time     `json:"start"`
		FiledOn   calendar.Date `json:"filed_on"`
		DecidedOn calendar.Date `json:"decided_on"`
		CameOn    calendar.Date `json:"came_on"`
		attending
		Type    hearing.CaseType `json:"type"`
		Handler hearing.ID       `json:"handler"`
		Parties []named          `json:"parties"`
	}
	if json.Unmarshal(body, &r) != nil {
		return // a record of another kind can have other fields of the name
	}
	switch h.Noun {
	case hearing.NounPerson:
		h.Detail = cmp.Or(r.Title, r.Post)
	case hearing.NounCase:
		h.Detail, h.On, h.Type, h.People = cmp.Or(r.Number, r.Accept), r.FiledOn, r.Type, []hearing.ID{r.Handler}
		for _, p := range r.Parties {
			h.People = append(h.People, p.Person)
		}
	case hearing.NounInstrument:
		h.Detail, h.On, h.Of = r.Number, r.DecidedOn, r.Case
	case hearing.NounClue:
		h.Detail, h.On = r.Number, r.CameOn
	case hearing.NounRoom:
		h.Detail = r.Address
	case hearing.NounHearing, hearing.NounAnnouncement:
		h.On = sessionDay(r.Start)
		r.attend(h)
	}
}

// An attending is what a session is narrowed by.
type attending struct {
	State        hearing.State `json:"state"`
	Room         hearing.ID    `json:"room"`
	Presider     hearing.ID    `json:"presider"`
	Recorder     hearing.ID    `json:"recorder"`
	Participants []named       `json:"participants"`
}

// A named is who takes part. To read of each how they were told and what they signed takes
// longer than to find the session.
type named struct {
	Person hearing.ID `json:"person"`
}

func (a attending) attend(h *hearing.Hit) {
	h.State, h.Room, h.People = cmp.Or(a.State, hearing.Draft), a.Room, []hearing.ID{a.Presider, a.Recorder}
	for _, p := range a.Participants {
		h.People = append(h.People, p.Person)
	}
}

func sessionDay(t time.Time) calendar.Date {
	if t.IsZero() {
		return calendar.Date{}
	}
	return calendar.DateOf(t) // with the zone that it was written in
}

// coded is the hearing or announcement that a paper's code names; none where
// it is not on this desk.
func coded(ctx context.Context, q *query.Queries, code hearing.PaperCode) ([]hearing.Hit, error) {
	noun, err := q.KindOf(ctx, string(code.Session))
	if errors.Is(err, sql.ErrNoRows) || err == nil && noun != hearing.NounHearing && noun != hearing.NounAnnouncement {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	name, err := q.NameOf(ctx, query.NameOfParams{Kind: noun, ID: string(code.Session)})
	if errors.Is(err, sql.ErrNoRows) { // its team's alone
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return []hearing.Hit{{Noun: noun, ID: code.Session, Name: name}}, nil
}
