package storage

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"hearingdesk/hearing"
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
	case hearing.Patrol:
		return append([]string{v.Agreement}, v.Waters...)
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
