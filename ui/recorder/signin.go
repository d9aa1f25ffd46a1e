package recorder

import (
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/script"
	"hearingdesk/ui/words"
)

// Arrival is how somebody who comes now is marked (到场、迟到): late after the
// hearing began, or was to begin, with the time.
func Arrival(h hearing.Hearing, remote bool, now time.Time) hearing.Attendance {
	begin := h.Outcome.OpenedAt
	if begin.IsZero() {
		begin = h.Start
	}
	a := hearing.Attendance{Presence: hearing.Present}
	switch {
	case !begin.IsZero() && now.After(begin.Add(time.Minute)):
		a.Presence, a.Arrived = hearing.Late, now.Truncate(time.Minute)
	case remote:
		a.Presence = hearing.ByVideo
	}
	return a
}

// Coded is the participant whose paper a scanner read: a pass, a plate, a notice.
func Coded(h hearing.Hearing, text string) (hearing.ID, bool) {
	code, ok := hearing.ReadPaperCode(text)
	if !ok || code.Session != h.ID {
		return "", false
	}
	x, ok := h.Participant(hearing.ID(code.Key))
	return x.ID, ok
}

// signIn marks who comes, one after another: by a part of the name, the pinyin,
// the seat, or the code that a scanner reads.
func (p *page) signIn() {
	p.strip.pick(words.T("签到"), words.T("姓名、拼音、座位，或扫二维码"), true, func(text string) []option {
		h := p.s.Value()
		people := p.m.Script().People
		if id, ok := Coded(h, text); ok {
			people = personWith(people, string(id))
		} else {
			people = Find(people, text)
		}
		var open, done []option
		for _, x := range people {
			v, ok := h.Participant(hearing.ID(x.Key))
			if !ok {
				continue
			}
			detail := strings.TrimSpace(seatOf(x) + "　" + attended(v.Attendance))
			o := option{x.Name, detail, func() { p.arrive(v.ID, x) }}
			if v.Attendance.Presence.Here() {
				done = append(done, o)
			} else {
				open = append(open, o)
			}
		}
		return append(open, done...)
	})
}

func personWith(people []script.Person, key string) []script.Person {
	for _, x := range people {
		if x.Key == key {
			return []script.Person{x}
		}
	}
	return nil
}

// attended says whether somebody came, and when.
func attended(a hearing.Attendance) string {
	switch {
	case a.Presence == "":
		return words.T("未签到")
	case a.Arrived.IsZero():
		return words.Of(a.Presence)
	}
	return words.Of(a.Presence) + " " + words.Clock(a.Arrived)
}

// arrive marks that somebody came.
func (p *page) arrive(id hearing.ID, x script.Person) {
	a := Arrival(p.s.Value(), x.Remote, p.sh.Now())
	p.s.Change("attendance."+string(id)+".presence", func(h *hearing.Hearing) {
		for i := range h.Participants {
			if h.Participants[i].ID == id {
				h.Participants[i].Attendance = a
			}
		}
	})
	p.seats.show()
	p.sh.Say(words.T("{{.Name}}：{{.State}}", map[string]string{"Name": x.Name, "State": attended(a)}))
}
