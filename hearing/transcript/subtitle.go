package transcript

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"hearingdesk/hearing"
)

// MostCues is how many passages one file of a recogniser may have: a day of
// speech has some thousands.
const MostCues = 20_000

// A Cue is one passage as a speech recogniser wrote it.
type Cue struct {
	From, To time.Duration // since the recording's beginning; zero where the file has no times
	Name     string        // as the recogniser called the speaker; may be empty
	Text     string
}

// ReadCues reads what a speech recogniser wrote: subtitles (SRT), or plain text
// with lines such as “张三：文字”, each with a time before it or without. The
// first line that cannot be read is a [hearing.FieldErrors] with its number.
func ReadCues(text string) ([]Cue, error) {
	if !utf8.ValidString(text) {
		return nil, lineFault(1+strings.Count(text[:firstInvalid(text)], "\n"), "format", "", "UTF-8")
	}
	text = strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n").Replace(text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.ContainsRune(l, 0) {
			return nil, lineFault(i+1, "format", "\\0", "")
		}
	}
	read := readPlain
	if slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "-->") }) {
		read = readSubtitles
	}
	out, err := read(lines)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b Cue) int { return int((a.From - b.From) / time.Millisecond) })
	return out, nil
}

func firstInvalid(text string) int {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				return i
			}
		}
	}
	return 0
}

func lineFault(line int, code, value, expect string) error {
	return hearing.FieldErrors{{Line: line, Code: code, Value: value, Expect: expect}}
}

var (
	clock = `(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[,.](\d{1,3}))?`
	span  = regexp.MustCompile(`^\s*` + clock + `\s*-->\s*` + clock + `(?:\s.*)?$`)
	begin = regexp.MustCompile(`^\s*[\[【(（]?` + clock + `[\]】)）]?(?:\s+|$)`)
	index = regexp.MustCompile(`^\s*\d+\s*$`)
	tags  = regexp.MustCompile(`<[^<>]{1,80}>|\{\\[^{}]{1,40}\}`)
)

// duration reads the parts of a time; false where minutes or seconds are none.
func duration(part []string) (time.Duration, bool) {
	n := make([]int, 3)
	for i := range n {
		n[i], _ = strconv.Atoi(part[i]) // digits only; hours may be missing
	}
	milli, _ := strconv.Atoi((part[3] + "000")[:3])
	return time.Duration(n[0])*time.Hour + time.Duration(n[1])*time.Minute + time.Duration(n[2])*time.Second + time.Duration(milli)*time.Millisecond,
		(n[1] < 60 || part[0] == "") && n[2] < 60
}

// readSubtitles reads SRT. Numbers may be missing, and so may the empty line
// between two passages; passages may overlap.
func readSubtitles(lines []string) ([]Cue, error) {
	const want = "00:01:02,000 --> 00:01:05,000"
	var out []Cue
	open := false
	for i := 0; i < len(lines); i++ {
		l := strings.TrimSpace(lines[i])
		switch m := span.FindStringSubmatch(l); {
		case m != nil:
			from, ok := duration(m[1:5])
			to, ok2 := duration(m[5:9])
			if !ok || !ok2 || to < from {
				return nil, lineFault(i+1, "format", l, want)
			}
			out, open = append(out, Cue{From: from, To: to}), true
			if len(out) > MostCues {
				return nil, lineFault(i+1, "long", strconv.Itoa(len(out)), strconv.Itoa(MostCues))
			}
		case strings.Contains(l, "-->"):
			return nil, lineFault(i+1, "format", l, want)
		case l == "":
			open = false
		case index.MatchString(l) && i+1 < len(lines) && strings.Contains(lines[i+1], "-->"):
		case !open && len(out) == 0 && l == "WEBVTT":
		case !open:
			return nil, lineFault(i+1, "format", l, want)
		default:
			c := &out[len(out)-1]
			c.Text = strings.TrimSpace(c.Text + "\n" + tags.ReplaceAllString(l, ""))
			if n := utf8.RuneCountInString(c.Text); n > hearing.LongestUtterance {
				return nil, lineFault(i+1, "long", strconv.Itoa(n), strconv.Itoa(hearing.LongestUtterance))
			}
		}
	}
	for i := range out {
		out[i].Name, out[i].Text = Named(out[i].Text)
	}
	return slices.DeleteFunc(out, func(c Cue) bool { return c.Text == "" }), nil
}

// readPlain reads text. A line without a name goes on with the passage before it,
// unless an empty line stands between.
func readPlain(lines []string) ([]Cue, error) {
	var out []Cue
	open, at := false, time.Duration(0)
	for i, l := range lines {
		l = strings.TrimSpace(l)
		if l == "" {
			open = false
			continue
		}
		timed := false
		if m := begin.FindStringSubmatch(l); m != nil {
			from, ok := duration(m[1:5])
			if !ok {
				return nil, lineFault(i+1, "format", m[0], "00:01:02")
			}
			at, timed, l = from, true, strings.TrimSpace(l[len(m[0]):])
		}
		name, said := Named(tags.ReplaceAllString(l, ""))
		if open && !timed && name == "" {
			said = out[len(out)-1].Text + "\n" + said
			out[len(out)-1].Text = strings.TrimSpace(said)
		} else {
			out, open = append(out, Cue{From: at, To: at, Name: name, Text: said}), true
		}
		if n := utf8.RuneCountInString(said); n > hearing.LongestUtterance {
			return nil, lineFault(i+1, "long", strconv.Itoa(n), strconv.Itoa(hearing.LongestUtterance))
		}
		if len(out) > MostCues {
			return nil, lineFault(i+1, "long", strconv.Itoa(len(out)), strconv.Itoa(MostCues))
		}
	}
	return slices.DeleteFunc(out, func(c Cue) bool { return c.Text == "" }), nil
}

// SpeakerOf is who in a hearing is meant by a name or a role, where it can only
// be one; else nobody.
func SpeakerOf(d hearing.Dossier, name string) hearing.ID {
	h := d.Hearing
	if name == "" || h == nil {
		return ""
	}
	handlers := d.Handlers()
	switch name {
	case "主持人", d.Person(h.Presider).Name:
		return hearing.SpeakerPresider
	case "书记员", "记录人", d.Person(h.Recorder).Name:
		return hearing.SpeakerRecorder
	case "承办检察官", "检察官":
		if len(handlers) == 1 {
			return handlers[0]
		}
	}
	var found []hearing.ID
	for _, id := range handlers {
		if d.Person(id).Name == name {
			found = append(found, id)
		}
	}
	for _, p := range h.Participants {
		if !p.Alternate && slices.Contains([]string{d.Person(p.Person).Name, p.Label, p.Role.Term().Zh, d.Organisation(p.Organisation).Name, d.Organisation(p.Organisation).Short}, name) {
			found = append(found, p.ID)
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// Drafts are the entries that put cues at the end of a transcript, as drafts to be
// gone over. start is when the recording began, now the time of the first entry. A
// speaker who is not known stays before the text by the recogniser's name.
func Drafts(d hearing.Dossier, cues []Cue, start, now time.Time, id func() hearing.ID) []hearing.TranscriptEntry {
	text := Of(d.Transcript)
	after, at := text.End(), text.After(now)
	last, _ := text.Last()
	var out []hearing.TranscriptEntry
	for i, c := range cues {
		u := hearing.Utterance{ID: id(), Kind: hearing.Speech, After: after, Step: last.Step, Case: last.Case, Speaker: SpeakerOf(d, c.Name), Text: c.Text, At: start.Add(c.From), Draft: true}
		if u.Speaker == "" && c.Name != "" {
			u.Text = c.Name + "：" + c.Text
		}
		after = u.ID
		out = append(out, hearing.TranscriptEntry{ID: id(), At: at.Add(time.Duration(i) * time.Millisecond), To: &u})
	}
	return out
}
