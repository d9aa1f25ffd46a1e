// Package drawing is the part of a hearing's page where its officers are drawn
// at random out of the pool: who takes part and who does not, the draw, and what
// those who were drawn answer.
package drawing

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
	"hearingdesk/ui/words"
)

// Desk is what the draw needs of the file beside the hearing itself.
type Desk interface {
	Pool(ctx context.Context, session hearing.ID) (hearing.OfficerPool, error)
}

// A Model is a draw that is prepared.
type Model struct {
	In  []hearing.DrawCandidate // who takes part
	Out []hearing.DrawExclusion // who does not, and why

	Said map[hearing.ID][]hearing.Finding // what the rules say of each, in the user's language

	Officers, Alternates             int
	Quotas                           map[hearing.OfficerClass]int // how many at least of each class
	Specialty                        string                       // that some must have
	Experts                          int                          // how many
	Place, Operator, Witness, Notary string
	Seed, SeedNote                   string
	sieve                            draw.Sieve
	day                              calendar.Date
}

// NewModel is a draw of five officers and two alternates, with nothing else
// chosen.
func NewModel() *Model {
	return &Model{Officers: 5, Alternates: 2, Quotas: map[hearing.OfficerClass]int{}, sieve: draw.Sieve{Manual: map[hearing.ID]draw.Choice{}}}
}

// Read takes a pool, with what the rules say of its members. Whom the user left
// out stays out. For a hearing without a day, everybody is judged for today.
func (m *Model) Read(pool hearing.OfficerPool, found map[hearing.ID][]hearing.Finding, today calendar.Date, zone *time.Location) {
	m.sieve.Pool, m.sieve.Found, m.day = pool, found, today
	if h := pool.Dossier.Hearing; h != nil && !h.Start.IsZero() {
		m.day = calendar.DateOf(h.Start.In(zone))
	}
	m.sift()
}

func (m *Model) sift() { m.In, m.Out = m.sieve.Parts() }

// Strict leaves those out too of whom the rules only warn.
func (m *Model) Strict(yes bool) {
	m.sieve.Strict = yes
	m.sift()
}

// Exclude leaves somebody out, for a reason of the operator's.
func (m *Model) Exclude(person hearing.ID, reason hearing.ExclusionReason, text string) {
	m.sieve.Manual[person] = draw.Choice{Reason: reason, Text: text}
	m.sift()
}

// Include lets somebody take part again whom the operator left out.
func (m *Model) Include(person hearing.ID) {
	delete(m.sieve.Manual, person)
	m.sift()
}

// Manual reports whether somebody is out because the operator says so.
func (m *Model) Manual(e hearing.DrawExclusion) bool {
	_, yes := m.sieve.Manual[e.Person]
	return yes && e.Rule == ""
}

// Hash is the hash of those who take part, in two lines of groups of eight. The
// witness can note it down before the value is known.
func (m *Model) Hash() string {
	if len(m.In) == 0 {
		return "—"
	}
	var b strings.Builder
	for i, r := range draw.Hash(m.In) {
		switch {
		case i == 32:
			b.WriteString("\n")
		case i%8 == 0 && i > 0:
			b.WriteString(" ")
		}
		b.WriteRune(r)
	}
	return b.String()
}

// About says of somebody who takes part what the rules ask to be looked at, in
// the user's language, or else who it is; and whether it is the first.
func (m *Model) About(c hearing.DrawCandidate) (string, bool) {
	var out []string
	for _, f := range m.Said[c.Person] {
		out = append(out, f.Text)
	}
	if len(out) > 0 {
		return strings.Join(out, " "), true
	}
	d := m.sieve.Pool.Dossier
	who := d.Person(c.Person)
	for _, s := range append([]string{d.Organisation(who.Organisation).Name, who.Title}, c.Specialties...) {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " · "), false
}

// Specialties lists the fields that somebody who takes part knows.
func (m *Model) Specialties() []string {
	var out []string
	for _, c := range m.In {
		for _, s := range c.Specialties {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	slices.Sort(out)
	return out
}

// Count says how many of a class take part.
func (m *Model) Count(class hearing.OfficerClass) int {
	n := 0
	for _, c := range m.In {
		if c.Class == class {
			n++
		}
	}
	return n
}

func (m *Model) quotas() []hearing.DrawQuota {
	var out []hearing.DrawQuota
	for _, c := range hearing.OfficerClasses {
		if n := m.Quotas[c]; n > 0 {
			out = append(out, hearing.DrawQuota{Class: c, N: n})
		}
	}
	if m.Specialty != "" && m.Experts > 0 {
		out = append(out, hearing.DrawQuota{Specialty: m.Specialty, N: m.Experts})
	}
	return out
}

// Draw draws at an instant. By a public value, or, where random is given, by a
// number of the machine.
func (m *Model) Draw(id hearing.ID, at time.Time, random io.Reader) (hearing.Draw, error) {
	d := hearing.Draw{ID: id, At: at, Place: m.Place, Operator: m.Operator, Witness: m.Witness, Notary: m.Notary, Day: m.day, Pool: m.In, Excluded: m.Out,
		Officers: m.Officers, Alternates: m.Alternates, Quotas: m.quotas(), Seed: m.Seed, SeedNote: m.SeedNote, SeedSource: hearing.SeedPublic}
	if random != nil {
		d.SeedSource, d.SeedNote = hearing.SeedRandom, ""
		var err error
		if d.Seed, err = draw.Random(random); err != nil {
			return hearing.Draw{}, err
		}
	}
	return draw.Make(d)
}

// count reads how many; what is no number is not taken.
func count(typed string, most int) (int, bool) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return 0, true
	}
	n, err := strconv.Atoi(typed)
	return n, err == nil && n >= 0 && n <= most
}

// A Line is one of those who were drawn, as the result lists it.
type Line struct {
	N      int
	Name   string
	Class  hearing.OfficerClass
	Place  string            // 听证员1, 候补2
	Reply  hearing.DrawReply // last answer
	Note   string            // what follows from it: who moved up, who is replaced
	Asked  bool              // can still answer
	Listed bool              // is among the hearing's officers
}

// Lines lists those who were drawn, in the order of the draw: officers, then
// alternates.
func Lines(h hearing.Hearing, d hearing.Draw) []Line {
	var out []Line
	add := func(n int, place string) {
		c := d.Candidate(n)
		l := Line{N: n, Name: c.Name, Class: c.Class, Place: place, Reply: d.Reply(n), Asked: d.Void == nil && d.Asked(n)}
		l.Listed = slices.ContainsFunc(h.Participants, func(p hearing.Participant) bool { return p.Role == hearing.Officer && p.Person == c.Person })
		for _, a := range d.Answers {
			switch {
			case a.Next == n:
				l.Note = words.T("递补{{.Name}}", map[string]string{"Name": d.Candidate(a.N).Name})
			case a.N == n && a.Next > 0:
				l.Note = words.T("由{{.Name}}递补", map[string]string{"Name": d.Candidate(a.Next).Name})
			case a.N == n && a.Reply != hearing.ReplyAccepted && held(d, n):
				l.Note = words.T("没有合适的候补，请补抽")
			}
		}
		out = append(out, l)
	}
	for i, n := range d.Drawn {
		add(n, words.T("听证员 {{.N}}", map[string]int{"N": i + 1}))
	}
	for i, n := range d.Spare {
		add(n, words.T("候补 {{.N}}", map[string]int{"N": i + 1}))
	}
	return out
}

// held reports whether somebody had a seat, drawn or moved up into.
func held(d hearing.Draw, n int) bool {
	return slices.Contains(d.Drawn, n) || slices.ContainsFunc(d.Answers, func(a hearing.DrawAnswer) bool { return a.Next == n })
}

// Unlisted reports whether somebody who is asked to come is not among the
// hearing's officers yet.
func Unlisted(h hearing.Hearing, d hearing.Draw) bool {
	return d.Void == nil && slices.ContainsFunc(Lines(h, d), func(l Line) bool { return l.Asked && !l.Listed })
}
