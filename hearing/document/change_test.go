package document_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// told is a sitting of which an officer, a party and an agency were told on 16
// June, and a witness was not.
func told() hearing.Dossier {
	d := sitting(hearing.Public, hearing.Officer, hearing.PartyRep, hearing.AgencyRep, hearing.Witness)
	d.People["gu"] = hearing.Person{ID: "gu", Name: "顾长河", Post: "副检察长"}
	d.Hearing.Notice = hearing.PublicNotice{Number: "澄检听告〔2023〕2号", PostedOn: today}
	for i := range d.Hearing.Participants[:3] {
		d.Hearing.Participants[i].Told = []hearing.Told{{SentOn: today, ReceivedOn: today}}
	}
	return d
}

// TestNoticeOfChange makes each change in the way the desk does, and reads what
// the agency is told of it.
func TestNoticeOfChange(t *testing.T) {
	c := catalogue(t)
	on := today.AddDays(2)
	later := hearing.Slot{Room: "r2", Start: start.AddDate(0, 0, 3), End: start.AddDate(0, 0, 3).Add(time.Hour)}
	sooner := hearing.Slot{Room: "r", Start: start.Add(-time.Hour), End: start}
	for _, k := range []struct {
		name   string
		change func(*hearing.Hearing)
		want   []string
		no     string
	}{
		{"postponed", func(h *hearing.Hearing) { *h, _ = h.MovedTo(later, on, zone) },
			[]string{"原定于2023年6月27日（星期二）下午2时30分在本院听证室一举行的", "因突发事件，本院决定", "延期至2023年6月30日（星期五）下午2时30分，在本院听证室二举行",
				"本院于2023年6月16日发布的听证会公告（澄检听告〔2023〕2号）作废", "你单位有权申请检察人员回避"}, "主持人"},
		{"postponed, and no day is known", func(h *hearing.Hearing) { *h = h.InState(hearing.Postponed, on) },
			[]string{"延期举行，时间和地点另行通知。", "作废", "有权申请"}, "请于"},
		{"moved on its day", func(h *hearing.Hearing) { *h, _ = h.MovedTo(sooner, on, zone) }, []string{"改于2023年6月27日（星期二）下午1时30分在本院听证室一举行。", "作废"}, "延期"},
		{"cancelled", func(h *hearing.Hearing) { *h = h.InState(hearing.Cancelled, on) }, []string{"本院决定取消，此前发出的通知不再执行。", "作废"}, "有权申请"},
		{"another presider", func(h *hearing.Hearing) { *h = h.LedBy("gu", on) }, []string{"，定于2023年6月27日", "主持人由林知远变更为顾长河（副检察长）。", "你单位有权申请检察人员回避"}, "作废"},
		{"another officer", func(h *hearing.Hearing) { *h = h.WithParticipants(h.Participants[1:], on) }, []string{"听证员不再担任本次听证会的听证员。"}, "作废"},
		{"an announcement posted anew holds", func(h *hearing.Hearing) {
			*h, _ = h.MovedTo(later, on, zone)
			h.Notice.PostedOn = on.AddDays(1)
		}, []string{"本院发布的听证会公告作废"}, "澄检听告"},
	} {
		d := told()
		d.Rooms["r2"] = hearing.Room{ID: "r2", Name: "听证室二", Kind: hearing.HearingRoom}
		k.change(d.Hearing)
		if _, err := c.Compose(d, document21, today); err == nil || !strings.Contains(err.Error(), "变更事由") {
			t.Errorf("%s without a reason: %v", k.name, err)
		}
		for i := range d.Hearing.Moves {
			d.Hearing.Moves[i].Reason = "突发事件。"
		}
		text := "，" + textOf(composed(t, c, d, document21))
		for _, w := range k.want {
			if !strings.Contains(strings.ReplaceAll(text, "\n", "，"), strings.ReplaceAll(w, "\n", "，")) {
				t.Errorf("%s: %q is not in\n%s", k.name, w, text)
			}
		}
		if strings.Contains(text, k.no) {
			t.Errorf("%s: %q is in\n%s", k.name, k.no, text)
		}
	}
}

// TestWhoIsToldOfAChange holds that those are who had been told before it, and
// nobody twice.
func TestWhoIsToldOfAChange(t *testing.T) {
	c := catalogue(t)
	d := told()
	of := func() string {
		var out []string
		for _, it := range c.Plan(d) {
			if it.Number == "21" {
				out = append(out, it.For)
			}
		}
		return strings.Join(out, " ")
	}
	if got := of(); got != "" {
		t.Errorf("nothing changed, and %s are told", got)
	}
	on := today.AddDays(2)
	*d.Hearing = d.Hearing.LedBy("gu", on)
	if got := of(); got != "听证员 当事人 澄河区卫生健康局" {
		t.Errorf("told are %s", got)
	}
	// Who is told stays in the plan, so that the copy for the file can be made.
	party := &d.Hearing.Participants[1]
	party.Told = append(party.Told, hearing.Told{Document: "21", SentOn: on, ReceivedOn: on})
	if got := of(); got != "听证员 当事人 澄河区卫生健康局" {
		t.Errorf("after the notice %s", got)
	}
	// The next change is told by itself; the officer who left is told it too.
	d.Hearing.Moves[0].Reason = "原主持人回避"
	*d.Hearing = d.Hearing.WithParticipants(d.Hearing.Participants[1:], on.AddDays(1))
	d.Hearing.Moves[1].Reason = "听证员因故不能参加"
	if got := of(); got != "当事人 澄河区卫生健康局 听证员" {
		t.Errorf("after the second change %s", got)
	}
	for _, it := range c.Plan(d) {
		if it.Number != "21" {
			continue
		}
		first := strings.Contains(textOf(composed(t, c, d, it)), "顾长河")
		if want := it.For == "澄河区卫生健康局"; first != want {
			t.Errorf("%s is told of the first change: %v", it.For, first)
		}
	}
}

// TestNoticeOfChangeOfACeremony makes each change of an announcement in the way
// the desk does: a unit that was asked and an aide who was invited are told, one
// who never heard of it is not.
func TestNoticeOfChangeOfACeremony(t *testing.T) {
	c := catalogue(t)
	on := today.AddDays(2)
	for _, k := range []struct {
		name   string
		change func(*hearing.Announcement)
		want   []string
	}{
		{"put off", func(a *hearing.Announcement) {
			*a, _ = a.MovedTo(hearing.Slot{Room: "r", Start: start.AddDate(0, 0, 3), End: start.AddDate(0, 0, 3).Add(time.Hour)}, on, zone)
		}, []string{"原定于2023年6月27日（星期二）下午2时30分在本院听证室一进行的", "延期至2023年6月30日（星期五）下午2时30分，在本院听证室一进行", "你单位不同意变更后的时间"}},
		{"moved on its day", func(a *hearing.Announcement) {
			*a, _ = a.MovedTo(hearing.Slot{Room: "r", Start: start.Add(time.Hour), End: start.Add(2 * time.Hour)}, on, zone)
		}, []string{"改于2023年6月27日（星期二）下午3时30分在本院听证室一进行"}},
		{"no day is known", func(a *hearing.Announcement) { *a = a.InState(hearing.Postponed, on) }, []string{"延期进行，时间和地点另行通知。"}},
		{"cancelled", func(a *hearing.Announcement) { *a = a.InState(hearing.Cancelled, on) }, []string{"决定取消，此前发出的函件不再执行。"}},
	} {
		d := sitting(hearing.Public)
		d.Organisations["o"] = hearing.Organisation{ID: "o", Name: "澄河区城市管理局"}
		d.People["aide"], d.People["late"] = hearing.Person{ID: "aide", Name: "吴敏"}, hearing.Person{ID: "late", Name: "罗斌"}
		a := hearing.Announcement{ID: "a", Cases: d.Hearing.Cases, Slot: d.Hearing.Slot, State: hearing.Notifying, Consents: []hearing.Consent{{Organisation: "o", AskedOn: today}},
			Participants: []hearing.Participant{{ID: "p1", Role: hearing.Supervisor, Person: "aide", Told: []hearing.Told{{SentOn: today, ReceivedOn: today}}}, {ID: "p2", Role: hearing.Volunteer, Person: "late"}}}
		d.Hearing, d.Announcement = nil, &a
		if got := papersOf(c, d, "21b"); len(got) != 0 {
			t.Errorf("%s: before it, papers for %v", k.name, got)
		}
		k.change(&a)
		for i := range a.Moves {
			a.Moves[i].Reason = "听证室设备检修。"
		}
		if got := papersOf(c, d, "21b"); !slices.Equal(got, []string{"澄河区城市管理局", "吴敏"}) {
			t.Errorf("%s: told are %v", k.name, got)
			continue
		}
		text := textOf(composed(t, c, d, document.Item{Number: "21b", Key: "o"}))
		for _, w := range append(k.want, "因听证室设备检修，") {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not in\n%s", k.name, w, text)
			}
		}
	}
}

// papersOf names for whom a session has a paper.
func papersOf(c *document.Catalogue, d hearing.Dossier, number string) []string {
	var out []string
	for _, it := range c.Plan(d) {
		if it.Number == number {
			out = append(out, it.For)
		}
	}
	return out
}
