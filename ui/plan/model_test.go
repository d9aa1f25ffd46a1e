package plan

import (
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

var zone = time.FixedZone("CST", 8*60*60)

func span(s hearing.Slot) string {
	const layout = "2006-01-02 15:04"
	text := func(t time.Time) string {
		if t.IsZero() {
			return "-"
		}
		return t.In(zone).Format(layout)
	}
	return text(s.Start) + " " + text(s.End)
}

// TestTimesFollowOneAnother: a start brings its end along, a date both.
func TestTimesFollowOneAnother(t *testing.T) {
	day, next := calendar.NewDate(2023, 6, 27), calendar.NewDate(2023, 6, 28)
	var s hearing.Slot
	for _, step := range []struct {
		what string
		do   func(hearing.Slot) hearing.Slot
		want string
	}{
		{"a date alone is no time", func(s hearing.Slot) hearing.Slot { return from(s, day, -1, usual, zone) }, "- -"},
		{"a time without a date neither", func(s hearing.Slot) hearing.Slot { return from(s, calendar.Date{}, 870, usual, zone) }, "- -"},
		{"an end alone waits", func(s hearing.Slot) hearing.Slot { return until(s, day, 1020, zone) }, "- 2023-06-27 17:00"},
		{"and stays when there is a start", func(s hearing.Slot) hearing.Slot { return from(s, day, 870, usual, zone) }, "2023-06-27 14:30 2023-06-27 17:00"},
		{"no start, no end", func(s hearing.Slot) hearing.Slot { return from(s, day, -1, usual, zone) }, "- -"},
		{"a start is planned for the usual time", func(s hearing.Slot) hearing.Slot { return from(s, day, 870, usual, zone) }, "2023-06-27 14:30 2023-06-27 16:30"},
		{"an end of its own", func(s hearing.Slot) hearing.Slot { return until(s, day, 1020, zone) }, "2023-06-27 14:30 2023-06-27 17:00"},
		{"another start keeps the length", func(s hearing.Slot) hearing.Slot { return from(s, day, 540, usual, zone) }, "2023-06-27 09:00 2023-06-27 11:30"},
		{"another date keeps both", func(s hearing.Slot) hearing.Slot { return from(s, next, 540, usual, zone) }, "2023-06-28 09:00 2023-06-28 11:30"},
		{"no end", func(s hearing.Slot) hearing.Slot { return until(s, next, -1, zone) }, "2023-06-28 09:00 -"},
	} {
		if s = step.do(s); span(s) != step.want {
			t.Errorf("%s: %s, want %s", step.what, span(s), step.want)
		}
	}
}

func TestTimesOf(t *testing.T) {
	got := timesOf(hearing.Slot{Start: time.Date(2023, 6, 27, 6, 30, 0, 0, time.UTC)}, zone)
	if want := (when{calendar.NewDate(2023, 6, 27), 870, -1}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestCasesBringTheirDefaults: what the clerk chose stays.
func TestCasesBringTheirDefaults(t *testing.T) {
	pil := hearing.Case{ID: "c1", Type: hearing.AdminPublicInterest, Handler: "lin"}
	arrest := hearing.Case{ID: "c2", Type: hearing.Arrest, Handler: "gu"}
	relief := hearing.Case{ID: "c3", Type: hearing.JudicialRelief}
	for _, c := range []struct {
		what     string
		h        hearing.Hearing
		was      []hearing.Case
		cases    []hearing.Case
		openness hearing.Openness
		presider hearing.ID
		handlers int
	}{
		{"public interest is public", hearing.Hearing{}, nil, []hearing.Case{pil}, hearing.Public, "lin", 1},
		{"arrest closes", hearing.Hearing{}, nil, []hearing.Case{pil, arrest}, hearing.NotOpen, "lin", 2},
		{"relief asks", hearing.Hearing{}, nil, []hearing.Case{relief}, hearing.AskFirst, "", 0},
		{"a choice stays", hearing.Hearing{Openness: hearing.NotOpen, Presider: "shen", Prosecutors: []hearing.ID{"lin"}}, nil, []hearing.Case{pil}, hearing.NotOpen, "shen", 1},
		{"what followed follows on", hearing.Hearing{Openness: hearing.Public, Presider: "lin", Prosecutors: []hearing.ID{"lin"}}, []hearing.Case{pil}, []hearing.Case{arrest}, hearing.NotOpen, "lin", 1},
		{"and with both", hearing.Hearing{Openness: hearing.Public, Presider: "lin", Prosecutors: []hearing.ID{"lin", "xu"}}, []hearing.Case{pil}, []hearing.Case{pil, arrest}, hearing.NotOpen, "lin", 3},
	} {
		h := WithCases(c.h, c.was, c.cases)
		if h.Openness != c.openness || h.Presider != c.presider || len(h.Prosecutors) != c.handlers || len(h.Cases) != len(c.cases) {
			t.Errorf("%s: got %q %q %v", c.what, h.Openness, h.Presider, h.Prosecutors)
		}
	}
}

// TestQuestionsOfACase: a question of a case that is not heard is one of all.
func TestQuestionsOfACase(t *testing.T) {
	h := hearing.Hearing{Questions: []hearing.Question{{ID: "q1", Case: "c1"}, {ID: "q2", Case: "c2"}, {ID: "q3"}}}
	got := WithCases(h, nil, []hearing.Case{{ID: "c2"}, {ID: "c3"}}).Questions
	if got[0].Case != "" || got[1].Case != "c2" || got[2].Case != "" || h.Questions[0].Case != "c1" {
		t.Errorf("got %v", got)
	}
}

func TestDeparts(t *testing.T) {
	arrest, pil := []hearing.Case{{Type: hearing.Arrest}}, []hearing.Case{{Type: hearing.AdminPublicInterest}}
	for _, c := range []struct {
		what  string
		h     hearing.Hearing
		cases []hearing.Case
		want  bool
	}{
		{"nothing chosen", hearing.Hearing{}, arrest, false},
		{"as the rule says", hearing.Hearing{Openness: hearing.NotOpen}, arrest, false},
		{"public though closed by rule", hearing.Hearing{Openness: hearing.Public}, arrest, true},
		{"closed though public by rule", hearing.Hearing{Openness: hearing.NotOpen}, pil, true},
		{"the rule leaves it", hearing.Hearing{Openness: hearing.NotOpen}, []hearing.Case{{Type: hearing.JudicialRelief}}, false},
		{"a reason that was entered", hearing.Hearing{Openness: hearing.NotOpen, OpennessReason: "涉及隐私"}, arrest, true},
	} {
		if got := departs(c.h, c.cases); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

func TestRoomKind(t *testing.T) {
	for name, want := range map[string]hearing.RoomKind{
		"听证室一": hearing.HearingRoom, "春晖社区活动室": hearing.CommunityRoom, "云岭市看守所": hearing.DetentionCentre,
		"12309检察服务中心": hearing.ServiceHall, "区住建局三楼": hearing.AgencyRoom, "程桂兰家中": hearing.Home, "河边": hearing.OtherPlace,
	} {
		if got := RoomKind(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestApprovalsAsked(t *testing.T) {
	community := hearing.Room{ID: "r", Kind: hearing.CommunityRoom}
	for _, c := range []struct {
		what string
		h    hearing.Hearing
		room hearing.Room
		c    []hearing.Case
		want string
	}{
		{"always the hearing itself", hearing.Hearing{}, hearing.Room{}, nil, "hearing"},
		{"another venue", hearing.Hearing{}, community, nil, "hearing venue"},
		{"a stream", hearing.Hearing{Forms: []hearing.Form{hearing.Streamed}}, hearing.Room{}, nil, "hearing stream"},
		{"public though closed by rule", hearing.Hearing{Openness: hearing.Public}, hearing.Room{}, []hearing.Case{{Type: hearing.Arrest}}, "hearing public"},
		{"two officers", hearing.Hearing{Participants: []hearing.Participant{{ID: "a", Role: hearing.Officer}, {ID: "b", Role: hearing.Officer}}}, hearing.Room{}, nil, "hearing officer-number"},
		{"one that was entered", hearing.Hearing{Approvals: []hearing.Approval{{Kind: hearing.ApproveOutsider}}}, hearing.Room{}, nil, "hearing outside-officer"},
	} {
		got := ""
		for i, k := range asked(c.h, c.room, c.c) {
			if i > 0 {
				got += " "
			}
			got += string(k)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
	var h hearing.Hearing
	approve(&h, hearing.ApproveVenue, func(a *hearing.Approval) { a.By = "shen" })
	approve(&h, hearing.ApproveVenue, func(a *hearing.Approval) { a.On = calendar.NewDate(2023, 6, 20) })
	if len(h.Approvals) != 1 || !h.Approvals[0].Granted(calendar.NewDate(2023, 6, 27)) {
		t.Errorf("got %v", h.Approvals)
	}
}
