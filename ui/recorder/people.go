package recorder

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mozillazg/go-pinyin"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/seating"
)

// SpeakerOf is how a transcript names somebody as a speaker.
func SpeakerOf(p script.Person) hearing.ID {
	switch {
	case p.Key == seating.Presider:
		return hearing.SpeakerPresider
	case p.Key == seating.Recorder:
		return hearing.SpeakerRecorder
	case hearing.ValidID(hearing.ID(p.Key)):
		return hearing.ID(p.Key)
	}
	return p.Person // a handling prosecutor, or who was sent along with a participant
}

// Person is who speaks in a passage.
func (m *Model) Person(speaker hearing.ID) (script.Person, bool) {
	p, ok := m.people[speaker]
	return p, ok
}

// hotKeys is how many people have a key of their own: F1 to F12, Alt+1 to Alt+0.
const hotKeys = 22

// HotKey names the key of the n-th person, from 0; empty where there is none.
func HotKey(n int) string {
	switch {
	case n < 0 || n >= hotKeys:
		return ""
	case n < 12:
		return "F" + strconv.Itoa(n+1)
	}
	return "Alt+" + strconv.Itoa((n-11)%10)
}

// Seated are the people in the order of their keys: who holds the hearing, then
// the participants; behind them those who only watch.
func (m *Model) Seated() []script.Person {
	out := slices.Clone(m.script.People)
	slices.SortStableFunc(out, func(a, b script.Person) int { return watches(a) - watches(b) })
	return out
}

func watches(p script.Person) int {
	switch p.Role {
	case hearing.Observer.Term().Zh, hearing.Media.Term().Zh, hearing.Police.Term().Zh, hearing.Technician.Term().Zh:
		return 1
	}
	return 0
}

// Call lets the n-th person speak, from 0.
func (m *Model) Call(n int) bool {
	people := m.Seated()
	return n >= 0 && n < len(people) && m.Speak(SpeakerOf(people[n]))
}

// Find lists the people whose name, pinyin, initials, role or seat has a text;
// those whose name or seat begins with it come first.
func Find(people []script.Person, text string) []script.Person {
	text = strings.ToLower(strings.TrimSpace(strings.Map(hearing.Narrow, text)))
	var first, then []script.Person
	for _, p := range people {
		names := spellings(p.Name)
		begins := text == "" || strings.EqualFold(p.Seat, text) || slices.ContainsFunc(names, func(s string) bool { return strings.HasPrefix(s, text) })
		switch {
		case begins:
			first = append(first, p)
		case strings.Contains(p.Role, text), slices.ContainsFunc(names, func(s string) bool { return strings.Contains(s, text) }):
			then = append(then, p)
		}
	}
	return append(first, then...)
}

// spellings are a name as it is, its pinyin, and the initials: a surname that is
// read in several ways, such as 单, in each of them.
func spellings(name string) []string {
	a := pinyin.NewArgs()
	a.Heteronym = true
	a.Fallback = func(r rune, _ pinyin.Args) []string { return []string{strings.ToLower(string(r))} }
	out := []string{strings.ToLower(name)}
	ways := pinyin.Pinyin(name, a)
	if len(ways) == 0 {
		return out
	}
	rest, initials := "", ""
	for _, w := range ways[1:] {
		rest += w[0]
		initials += string([]rune(w[0])[:1])
	}
	for _, w := range ways[0] {
		out = append(out, w+rest, string([]rune(w)[:1])+initials)
	}
	return out
}
