package sitting

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/words"
)

// A Consequence is one thing that a change does.
type Consequence struct {
	Text   string
	Names  []string // whom it concerns
	Weight hearing.Severity
}

// Moving keeps the hearing as it is before it is moved, or led or heard by
// others, so that the page can say what that does. The first such change since
// the hearing was opened counts.
func (s *Sitting) Moving() {
	if s.before == nil && s.Dossier.Hearing != nil {
		d := s.Live()
		s.before = &d
	}
}

// Settled forgets what was changed: it has been read.
func (s *Sitting) Settled() { s.before = nil }

// Consequences says what the changes of the open hearing do, saved or not.
func (s *Sitting) Consequences() []Consequence {
	before, ok := s.earlier()
	if !ok {
		return nil
	}
	book, err := s.sh.Book()
	if err != nil {
		return nil // said when the findings were made
	}
	return compared(book, before, s.Live(), s.sh.Now())
}

// Moved says what it does to move a session to another slot.
func Moved(book *rules.Book, before hearing.Dossier, to hearing.Slot, now time.Time) []Consequence {
	after := before
	switch {
	case before.Hearing != nil:
		h := *before.Hearing
		h.Slot = to
		after.Hearing = &h
	case before.Announcement != nil:
		a := *before.Announcement
		a.Slot = to
		after.Announcement = &a
	}
	after.Clashes = nil // those of the new slot are said apart
	return compared(book, before, after, now)
}

// Changed says what it does that a session is another than before.
func Changed(book *rules.Book, before, after hearing.Dossier, now time.Time) []Consequence {
	return compared(book, before, after, now)
}

func compared(book *rules.Book, before, after hearing.Dossier, now time.Time) []Consequence {
	x := book.Shift(before, after, now, words.Language())
	if _, known := after.Rooms[after.Session().Slot.Room]; !known {
		x.Approvals = nil // the new room is not read yet
	}
	zone := after.Zone
	if zone == nil {
		zone = words.Zone()
	}
	return Consequences(x, calendar.DateOf(now.In(zone)))
}

// earlier is what the open hearing is compared with: how it was when it was
// opened, or else what people were told of it.
func (s *Sitting) earlier() (hearing.Dossier, bool) {
	if s.before != nil && s.before.Hearing.ID == s.ID() {
		return *s.before, true
	}
	h := s.Value()
	who, was := h.ToldBefore()
	if len(who) == 0 {
		return hearing.Dossier{}, false
	}
	if was.Room == "" {
		was.Room = h.Room
	}
	h.Slot = was
	h.Moves = slices.DeleteFunc(slices.Clone(h.Moves), func(m hearing.Move) bool {
		return m.From.Start.Equal(was.Start) && (m.Kind == hearing.MoveMoved || m.Kind == hearing.MovePostponed)
	})
	return s.with(h), true
}

// Consequences says what a change does, the gravest first.
func Consequences(x rules.Shift, today calendar.Date) []Consequence {
	out := retold(x, today)
	if a := x.Announcement; a != nil {
		text := words.T("{{.Day}}张贴的公告作废，须重新张贴", map[string]string{"Day": words.Day(a.PostedOn)})
		if cancelled(x) {
			text = words.T("{{.Day}}张贴的公告作废，须公告取消", map[string]string{"Day": words.Day(a.PostedOn)})
		}
		out = append(out, Consequence{Text: text, Weight: hearing.Warning})
	}
	for _, a := range x.Approvals {
		out = append(out, Consequence{Text: words.T("原来的批准不再适用，须重新报批：{{.What}}", map[string]string{"What": words.Of(a.Kind)}), Weight: hearing.Warning})
	}
	for _, f := range x.Appear {
		if at := []string{"start", "end", "room", "presider", "recorder", "prosecutors"}; slices.Contains(at, f.Field) && !f.Missing() && f.Rule != "MOVED" {
			out = append(out, Consequence{Text: f.Text, Weight: f.Severity})
		}
	}
	return append(out, dates(x)...)
}

// cancelled reports whether the change is that the session is not held at all.
func cancelled(x rules.Shift) bool {
	return slices.ContainsFunc(x.Retell, func(r rules.Retell) bool { return slices.Contains(r.Kinds, hearing.MoveCancelled) })
}

// retold says whose notices are void, and who must be told again by when.
func retold(x rules.Shift, today calendar.Date) []Consequence {
	var out []Consequence
	var void []string
	for _, v := range x.Void {
		if !slices.ContainsFunc(x.Retell, func(r rules.Retell) bool { return r.Participant == v.Participant }) {
			void = append(void, v.Who)
		}
	}
	type key struct {
		hard calendar.Date
		void bool
	}
	groups := map[key][]string{}
	var order []key
	for _, r := range x.Retell {
		k := key{r.Hard, slices.ContainsFunc(x.Void, func(v rules.Void) bool { return r.Participant == v.Participant })}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], r.Who)
	}
	for _, k := range order {
		v := map[string]string{"N": strconv.Itoa(len(groups[k])), "Day": words.Day(k.hard)}
		c := Consequence{Text: words.T("{{.N}} 人须重新告知，最迟{{.Day}}", v), Names: groups[k], Weight: hearing.Warning}
		switch {
		case cancelled(x):
			c.Text = words.T("{{.N}} 人须告知听证会已取消，最迟{{.Day}}", v)
		case k.void:
			c.Text = words.T("{{.N}} 人的通知失效，须重新告知，最迟{{.Day}}", v)
		}
		if k.hard.Before(today) {
			c.Weight = hearing.Blocked
			c.Text = words.T("{{.What}}（已过，须取得书面同意）", map[string]string{"What": c.Text})
		}
		out = append(out, c)
	}
	if len(void) > 0 {
		out = append(out, Consequence{Text: words.T("{{.N}} 人的通知失效", map[string]int{"N": len(void)}), Names: void, Weight: hearing.Warning})
	}
	return out
}

// dates says which last days move, those of one duty together.
func dates(x rules.Shift) []Consequence {
	type key struct {
		rule          string
		before, after calendar.Date
	}
	groups := map[key][]string{}
	var order []key
	for _, d := range x.Due {
		k := key{d.Rule, d.Before, d.After}
		if _, ok := groups[k]; !ok {
			order = append(order, k)
			groups[k] = nil
		}
		if d.Subject != "" {
			groups[k] = append(groups[k], d.Subject)
		}
	}
	var out []Consequence
	for _, k := range order {
		v := map[string]string{"What": duty(k.rule), "Before": words.Day(k.before), "After": words.Day(k.after)}
		out = append(out, Consequence{Text: words.T("{{.What}}：最迟日由{{.Before}}改为{{.After}}", v), Names: groups[k], Weight: hearing.Info})
	}
	return out
}

// duty names what a rule's date is for.
func duty(rule string) string {
	switch rule {
	case "DL01":
		return words.T("告知参加人")
	case "DL02":
		return words.T("张贴公告")
	case "DL07":
		return words.T("送达检察建议书")
	}
	return rule
}

// Sentence says in short what a change does, for the foot of the window; empty
// where nobody need act on it.
func Sentence(list []Consequence) string {
	var parts []string
	for _, c := range list {
		if c.Weight != hearing.Info {
			parts = append(parts, c.Text)
		}
	}
	if len(parts) > 3 {
		parts = append(parts[:2], words.T("另有 {{.N}} 项后果，见听证会页面", map[string]int{"N": len(parts) - 2}))
	}
	return strings.Join(parts, words.T("；"))
}
