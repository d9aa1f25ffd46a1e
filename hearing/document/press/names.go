package press

import (
	"fmt"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// Mark tells a session's files from those of others in the same folder: its
// date, and enough of its ID; those of a day or a period by their dates.
func Mark(d hearing.Dossier) string {
	switch {
	case d.Day != nil:
		return d.Day.Date.String()
	case d.Period != nil:
		return d.Period.From.String() + "-" + d.Period.To.String()
	}
	id := string(d.Session().ID)
	if len(id) == len("00000000-0000-0000-0000-000000000000") {
		id, _, _ = strings.Cut(id, "-")
	}
	start := d.Session().Slot.Start
	if start.IsZero() {
		return id
	}
	if d.Zone != nil {
		start = start.In(d.Zone)
	}
	return start.Format(time.DateOnly) + "-" + id
}

// Names gives each paper a file name that is its own: number, title,
// addressee, and the mark of its session. A name begins with the document's
// number, and is short enough for every file system. The copies of an enclosure
// are one file.
func Names(items []document.Item, mark string, f Format) []string {
	taken, same := map[string]bool{}, map[string]string{}
	out := make([]string, len(items))
	for i, it := range items {
		name := strings.TrimPrefix(hearing.CleanName(it.Number, 20)+"-"+hearing.CleanName(it.Title, 60), "-")
		if one := same[it.Same]; one != "" {
			out[i] = one
			continue
		}
		if who := hearing.CleanName(it.For, 100); who != "" && it.Same == "" {
			name += "-" + who
		}
		if mark = hearing.CleanName(mark, 50); mark != "" {
			name += "-" + mark
		}
		name = hearing.FileName(name + "." + string(f))
		name = strings.TrimSuffix(name, "."+string(f))
		one := name
		for n := 2; taken[strings.ToLower(one)]; n++ {
			one = fmt.Sprintf("%s-%d", name, n)
		}
		taken[strings.ToLower(one)] = true
		out[i] = one + "." + string(f)
		if it.File {
			out[i] = one + "." + string(PDF)
		}
		if it.Same != "" {
			same[it.Same] = out[i]
		}
	}
	return out
}
