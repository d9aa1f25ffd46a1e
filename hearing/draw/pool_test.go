package draw_test

import (
	"fmt"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
)

func sieve() draw.Sieve {
	h := hearing.Hearing{ID: "h", Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Person: "seated"}, {ID: "2", Role: hearing.Supervisor, Person: "supervisor"}}}
	old := hearing.Draw{ID: "d", Pool: []hearing.DrawCandidate{{Person: "no"}, {Person: "came"}, {Person: "spare"}, {Person: "unlucky"}}, Drawn: []int{1, 2}, Spare: []int{3},
		Answers: []hearing.DrawAnswer{{N: 1, Reply: hearing.ReplyBusy, Next: 3}}}
	void := old
	void.ID, void.Void, void.Pool = "v", &hearing.DrawVoid{}, []hearing.DrawCandidate{{Person: "voided"}, {Person: "fit"}}
	h.Draws = []hearing.Draw{old, void}
	s := draw.Sieve{Found: map[hearing.ID][]hearing.Finding{
		"young":   {{Rule: "R1", Variant: "under", Severity: hearing.Blocked}},
		"barred":  {{Rule: "R7", Severity: hearing.Warning}, {Rule: "R2", Severity: hearing.Blocked, Args: map[string]string{"bar": "被纳入失信被执行人名单"}}},
		"friend":  {{Rule: "R3", Variant: "party", Severity: hearing.Blocked}},
		"often":   {{Rule: "R7", Severity: hearing.Warning, Text: "已参加7场", Args: map[string]string{"n": "7"}}},
		"taken":   {{Rule: "CLASH", Severity: hearing.Blocked, Args: map[string]string{"time": "2023-07-18 09:00–11:00", "title": "另一场"}}},
		"house":   {{Rule: "OWN1", Severity: hearing.Blocked, Text: "本院规则"}},
		"unsure":  {{Rule: "R1", Variant: "unsure", Severity: hearing.Warning}},
		"checked": {{Rule: "R3", Severity: hearing.Info, Text: "已核实"}},
	}, Manual: map[hearing.ID]draw.Choice{"ill": {Reason: hearing.ExcludedHealth, Text: "住院"}, "barred": {Reason: hearing.ExcludedOther}}}
	s.Pool.Dossier = hearing.Dossier{Hearing: &h, People: map[hearing.ID]hearing.Person{}}
	for _, id := range []hearing.ID{"young", "barred", "friend", "often", "taken", "house", "unsure", "checked", "ill", "seated", "supervisor", "no", "came", "spare", "unlucky", "voided", "fit"} {
		s.Pool.Members = append(s.Pool.Members, id)
		s.Pool.Dossier.People[id] = hearing.Person{ID: id, Name: string(id), Pool: hearing.PoolActive}
	}
	return s
}

func TestWhoTakesPart(t *testing.T) {
	for _, c := range []struct {
		strict  bool
		in, out []string
	}{
		{false, []string{"checked", "fit", "often", "unlucky", "unsure", "voided"}, []string{
			"barred bar R2 被纳入失信被执行人名单", "came seated  ", "friend interest R3 当事人或者其代理人", "house rule OWN1 本院规则", "ill health  住院", "no refused  时间冲突",
			"seated seated  ", "spare seated  ", "supervisor role  人民监督员", "taken time CLASH 2023-07-18 09:00–11:00 另一场", "young age R1 "}},
		{true, []string{"checked", "fit", "unlucky", "voided"}, []string{"often often R7 十二个月内7场", "unsure age R1 出生日期不全"}},
	} {
		s := sieve()
		s.Strict = c.strict
		in, out := s.Parts()
		var names []string
		for _, x := range in {
			names = append(names, x.Name)
		}
		slices.Sort(names)
		if !slices.Equal(names, c.in) {
			t.Errorf("strict %v: take part %v, want %v", c.strict, names, c.in)
		}
		said := map[string]bool{}
		for _, x := range out {
			said[fmt.Sprintf("%s %s %s %s", x.Name, x.Reason, x.Rule, x.Text)] = true
		}
		for _, want := range c.out {
			if !said[want] {
				t.Errorf("strict %v: %q is not among %v", c.strict, want, out)
			}
		}
		if len(in)+len(out) != len(s.Pool.Members) {
			t.Error("somebody is lost")
		}
		if !slices.IsSortedFunc(in, func(a, b hearing.DrawCandidate) int {
			if a.Code < b.Code {
				return -1
			}
			return 1
		}) {
			t.Error("not in the canonical order")
		}
	}
}

func TestTheHintStaysWithWhoTakesPart(t *testing.T) {
	in, _ := sieve().Parts()
	i := slices.IndexFunc(in, func(c hearing.DrawCandidate) bool { return c.Name == "often" })
	if in[i].Hint != "已参加7场" {
		t.Errorf("hint %q", in[i].Hint)
	}
}

func TestARecordGoesOutAndComesBack(t *testing.T) {
	d := made(t, asked(9, "20230710"))
	d, ok := d.Answered(hearing.DrawAnswer{N: d.Drawn[0], On: calendar.NewDate(2023, 7, 11), Reply: hearing.ReplyUnreachable})
	if !ok {
		t.Fatal("no answer")
	}
	text, err := draw.Encode(draw.Record{Office: "云岭市澄河区人民检察院", Session: "h", Title: "听证会", Draw: d})
	if err != nil {
		t.Fatal(err)
	}
	r, err := draw.Decode(append([]byte("\xef\xbb\xbf"), text...))
	if err != nil || !draw.True(r.Draw) || r.Title != "听证会" || len(r.Draw.Answers) != 1 {
		t.Errorf("%+v, %v", r, err)
	}
	r.Draw.Answers[0].Next = r.Draw.Spare[1] // the second before the first
	if draw.True(r.Draw) {
		t.Error("a wrong turn is not noticed")
	}
	for _, bad := range []string{"", "{", `{"format":"hearingdesk-package","version":1}`, `{"format":"hearingdesk-draw","version":9}`, `{"format":"hearingdesk-draw"}`,
		`{"format":"hearingdesk-draw","version":1,"draw":{"pool":[{"id_number":"1"}]}}`} {
		if _, err := draw.Decode([]byte(bad)); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}
