package storage

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// terms are the further texts that a record is found by.
func terms(r hearing.Record) []string {
	switch v := r.(type) {
	case hearing.Person:
		out := []string{v.Phone, v.Title, v.Post, v.Licence, v.Volunteer, v.Helps, v.Supervisor.Number, v.Aide.Number, v.Aide.Field, v.Press.Number}
		for _, c := range v.Certificates {
			out = append(out, c.Number)
		}
		return append(out, v.Specialties...)
	case hearing.Organisation:
		return []string{v.Short, v.Phone, v.Region, v.Code, v.Licence}
	case hearing.Room:
		return []string{v.Address}
	case hearing.Case:
		return []string{v.Number, v.AcceptNumber, v.PublicCause}
	case hearing.Clue:
		return append([]string{v.Number, v.Giver, v.Notice, first(v.Text)}, v.Places...)
	case hearing.Instrument:
		return []string{v.Title}
	}
	return nil
}

// first is as much of a long text as it is found by.
func first(text string) string {
	const most = 200
	if r := []rune(text); len(r) > most {
		return string(r[:most])
	}
	return text
}

// searchText holds the words as they are, their pinyin and its initials, in
// lower case, each on a line of its own so that no query spans two.
func searchText(words []string) string {
	var b strings.Builder
	for _, s := range words {
		if s == "" {
			continue
		}
		for _, first := range readings(s) {
			rest := string([]rune(s)[1:])
			b.WriteString("\n" + first[:1] + fold(sounds(rest, pinyin.FirstLetter)) + "\n" + first + fold(sounds(rest, pinyin.Normal)))
		}
		b.WriteString("\n" + fold(s) + "\n" + fold(sounds(s, pinyin.FirstLetter)) + "\n" + fold(sounds(s, pinyin.Normal)))
	}
	return b.String()
}

// readings are the other ways in which a word's first character is read: 单 is
// dān, but Mr 单 is shàn.
func readings(word string) []string {
	runes := []rune(word)
	if len(runes) == 0 {
		return nil
	}
	a := pinyin.NewArgs()
	a.Heteronym = true
	var out []string
	for _, ways := range pinyin.Pinyin(string(runes[:1]), a) {
		out = append(out, ways[min(1, len(ways)):]...)
	}
	return out
}

// fold makes widths, cases and brackets alike and leaves out spaces, in what is
// stored and in what is looked for: “Ｈａｎ Ｊｉｎｇ” finds 韩静, and a telephone is
// found however its digits are grouped.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		r = hearing.Narrow(r)
		switch r {
		case '〔', '[', '【', '〈', '《':
			return '('
		case '〕', ']', '】', '〉', '》':
			return ')'
		}
		return unicode.ToLower(r)
	}, s)
}

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

// A Found is a record that a query found.
type Found struct {
	Noun string     `json:"kind"` // what it is
	ID   hearing.ID `json:"id"`
	Name string     `json:"name"` // what it is called
}

// Search lists the records of every kind that a query is a part of: a name or
// its pinyin or initials, a number in any bracket or width, a telephone. Each
// kind gives at most that many, those whose name begins with the query first.
// The code of a paper, read from a scan, gives the session that it belongs to.
func (d *Desk) Search(ctx context.Context, text string, most int) ([]Found, error) {
	out := []Found{}
	part := fold(text)
	if part == "" {
		return out, nil
	}
	q := query.New(d.read)
	if code, ok := hearing.ReadPaperCode(text); ok {
		if found, err := coded(ctx, q, code); err != nil || len(found) > 0 {
			return found, grasp(err)
		}
	}
	for _, noun := range nouns {
		rows, err := q.Find(ctx, query.FindParams{Kind: noun, Part: part, Most: int64(most)})
		if err != nil {
			return nil, grasp(err)
		}
		begin := len(out)
		for _, row := range rows {
			name, err := q.NameOf(ctx, query.NameOfParams{Kind: noun, ID: row.ID})
			if err != nil {
				return nil, grasp(err)
			}
			out = append(out, Found{noun, hearing.ID(row.ID), name})
		}
		slices.SortStableFunc(out[begin:], func(a, b Found) int { return rank(a, part) - rank(b, part) })
	}
	return out, nil
}

// coded is the hearing or announcement that a paper's code names; none where
// it is not on this desk.
func coded(ctx context.Context, q *query.Queries, code hearing.PaperCode) ([]Found, error) {
	noun, err := q.KindOf(ctx, string(code.Session))
	if errors.Is(err, sql.ErrNoRows) || err == nil && noun != hearing.NounHearing && noun != hearing.NounAnnouncement {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	name, err := q.NameOf(ctx, query.NameOfParams{Kind: noun, ID: string(code.Session)})
	if err != nil {
		return nil, err
	}
	return []Found{{noun, code.Session, name}}, nil
}

// rank puts names that begin with the query before those that hold it.
func rank(f Found, part string) int {
	if strings.HasPrefix(fold(f.Name), part) {
		return 0
	}
	return 1
}
