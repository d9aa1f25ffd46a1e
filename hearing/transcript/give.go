package transcript

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
)

// Subtitles gives the passages as SRT, each at its place in a recording that began
// at a time, so that the recording can be followed. called names a speaker.
func (t *Text) Subtitles(start time.Time, called func(hearing.ID) string) string {
	return subtitles(t.standing(), start, called)
}

// SubtitlesOf gives the passages that one recording of a hearing holds as SRT, each
// at its place in it.
func (t *Text) SubtitlesOf(h hearing.Hearing, r hearing.Recording, called func(hearing.ID) string) string {
	lines := slices.DeleteFunc(t.standing(), func(l Line) bool { return !h.Holds(r, l.At) })
	return subtitles(lines, h.RecordingStart(r), called)
}

// A Bookmark is where a passage is found in the recordings of its hearing.
type Bookmark struct {
	Line      Line
	Recording hearing.Recording // none: it was not recorded
	At        time.Duration     // from the recording's beginning
}

// Bookmarks lists the passages that stand with their places in the recordings.
func (t *Text) Bookmarks(h hearing.Hearing) []Bookmark {
	var out []Bookmark
	for _, l := range t.standing() {
		r, at, ok := h.Bookmark(l.At)
		if !ok {
			at = 0
		}
		out = append(out, Bookmark{l, r, at})
	}
	return out
}

// Stamp writes a place in a recording as players show it: 00:01:02.
func Stamp(d time.Duration) string { return stamp(d, ".")[:8] }

func subtitles(lines []Line, start time.Time, called func(hearing.ID) string) string {
	var b strings.Builder
	for i, l := range lines {
		from := max(l.At.Sub(start), 0)
		to := from + 5*time.Second
		if i+1 < len(lines) {
			to = max(min(lines[i+1].At.Sub(start), from+time.Minute), from+time.Second)
		}
		fmt.Fprintf(&b, "%d\n%s --> %s\n%s\n\n", i+1, stamp(from, ","), stamp(to, ","), spoken(l, called))
	}
	return b.String()
}

// Plain gives the passages as text, a passage a paragraph, with their times in the
// recording.
func (t *Text) Plain(start time.Time, called func(hearing.ID) string) string {
	var b strings.Builder
	for _, l := range t.standing() {
		fmt.Fprintf(&b, "[%s] %s\n\n", stamp(max(l.At.Sub(start), 0), "."), spoken(l, called))
	}
	return b.String()
}

// standing are the passages that were not taken out.
func (t *Text) standing() []Line {
	var out []Line
	for _, l := range t.Lines() {
		if !l.Gone && strings.TrimSpace(l.Text) != "" {
			out = append(out, l)
		}
	}
	return out
}

// spoken is a passage with its speaker; an empty line in it would end it.
func spoken(l Line, called func(hearing.ID) string) string {
	var kept []string
	for s := range strings.SplitSeq(l.Text, "\n") {
		if s = strings.TrimSpace(s); s != "" {
			kept = append(kept, s)
		}
	}
	said := strings.Join(kept, "\n")
	if who := called(l.Speaker); who != "" {
		said = who + "：" + said
	}
	return said
}

// stamp writes a time in a recording: 00:01:02,000.
func stamp(d time.Duration, point string) string {
	return fmt.Sprintf("%02d:%02d:%02d%s%03d", int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60, point, d.Milliseconds()%1000)
}
