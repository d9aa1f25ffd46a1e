package rules_test

import (
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// moveCases are changes of E1 before it is held, made on 2023-07-12.
var moveCases = []struct {
	name   string
	change func(*hearing.Package, *hearing.Hearing)
	now    string
	want   []string
	not    []string
}{
	{"put off: told anew by another day, the announcement void", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Notice.Number = "澄检听公〔2023〕5号"
		*h, _ = h.MovedTo(hearing.Slot{Room: h.Room, Start: at("2023-07-25 09:00"), End: at("2023-07-25 11:00")}, day("2023-07-14"), zone)
		h.Moves[0].Reason = "当事人有正当理由"
	}, "2023-07-14 12:00", []string{"info DL01 请在2023-07-21前告知王䶮，最迟2023-07-22。 [2023-07-22]", "info DL01 请在2023-07-21前告知澄河区消防救援大队", "warn MOVED 听证已变更（延期，2023-07-14），原公告澄检听公〔2023〕5号作废"}, []string{"事由", "另一地点"}},
	{"a new announcement was posted on the day of the change", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Notice.Number = "5号"
		*h, _ = h.MovedTo(hearing.Slot{Room: h.Room, Start: at("2023-07-25 09:00"), End: at("2023-07-25 11:00")}, day("2023-07-12"), zone)
		h.Notice.Number = "6号"
	}, "2023-07-14 12:00", nil, []string{"作废"}},
	{"nobody said why", func(_ *hearing.Package, h *hearing.Hearing) {
		*h, _ = h.MovedTo(hearing.Slot{Room: h.Room, Start: at("2023-07-25 09:00"), End: at("2023-07-25 11:00")}, day("2023-07-14"), zone)
	}, "2023-07-14 12:00", []string{"warn MOVED 2023-07-14的延期没有写明事由"}, nil},
	{"the presider was replaced, and it is not said who approved", func(_ *hearing.Package, h *hearing.Hearing) {
		*h = h.LedBy("p-gu", day("2023-07-17"))
		h.Moves[0].Reason = "公务"
	}, "2023-07-17 12:00", []string{"warn MOVED 2023-07-17的变更主持人没有写明批准人", "warn MOVED 2023-07-17变更主持人后，请重新告知澄河区消防救援大队主持人和听证员，并告知申请回避的权利。 [2023-07-18]"}, []string{"事由", "请重新告知王䶮"}},
	{"two officers were replaced on one day: each party is named once", func(_ *hearing.Package, h *hearing.Hearing) {
		list := slices.Clone(h.Participants)
		list[0].Person, list[1].Person = "p-he", "p-luo"
		*h = h.WithParticipants(list, day("2023-07-17"))
		*h = h.LedBy("p-gu", day("2023-07-17"))
	}, "2023-07-17 12:00", []string{"once 2023-07-17变更听证员、变更主持人后，请重新告知澄河区消防救援大队"}, nil},
	{"the new officer is judged", func(_ *hearing.Package, h *hearing.Hearing) {
		list := slices.Clone(h.Participants)
		list[0] = hearing.Participant{ID: "new", Role: hearing.Officer, Person: "p-deng"}
		*h = h.WithParticipants(list, day("2023-07-17"))
	}, "2023-07-17 12:00", []string{"block R1 听证员邓小满", "warn R10 听证员邓小满还没有签承诺书", "block DL01 没有邓小满收到本次通知的记录", "warn MOVED 2023-07-17变更听证员后"}, nil},
	{"a party that was told since", func(_ *hearing.Package, h *hearing.Hearing) {
		*h = h.LedBy("p-gu", day("2023-07-17"))
		p := participant(h, "h-e1-a1")
		p.Told = append(p.Told, hearing.Told{Document: "21", ReceivedOn: day("2023-07-17"), Method: hearing.ByPhone})
	}, "2023-07-17 12:00", nil, []string{"请重新告知澄河区消防救援大队"}},
	{"only the room, in time", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Start, h.End = at("2023-07-25 09:00"), at("2023-07-25 11:00")
		*h, _ = h.MovedTo(hearing.Slot{Room: "r-chunhui", Start: h.Start, End: h.End}, day("2023-07-18"), zone)
	}, "2023-07-18 12:00", []string{"warn MOVED 王䶮收到的通知写的是另一地点。请在2023-07-22前告知改在春晖社区活动室举行。 [2023-07-22]", "block ART12 春晖社区活动室", "作废"}, []string{"DL01 请在"}},
	{"only the room, and nobody was told in time", func(_ *hearing.Package, h *hearing.Hearing) {
		*h, _ = h.MovedTo(hearing.Slot{Room: "r-chunhui", Start: h.Start, End: h.End}, day("2023-07-17"), zone)
	}, "2023-07-17 12:00", []string{"block MOVED 王䶮收到的通知写的是另一地点，没有告知改在春晖社区活动室的记录，期限2023-07-15已过"}, []string{"望江街道办事处收到的通知写的是另一地点"}},
	{"only the room, told late", func(_ *hearing.Package, h *hearing.Hearing) {
		*h, _ = h.MovedTo(hearing.Slot{Room: "r-chunhui", Start: h.Start, End: h.End}, day("2023-07-16"), zone)
		h.Participants[0].Told = append(h.Participants[0].Told, hearing.Told{ReceivedOn: day("2023-07-16"), For: h.Start})
	}, "2023-07-17 12:00", []string{"warn MOVED 王䶮于2023-07-16才知道改在春晖社区活动室举行"}, []string{"王䶮收到的通知写的是另一地点"}},
	{"approved for another place", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Room, h.Approvals = "r-other", append(h.Approvals, hearing.Approval{Kind: hearing.ApproveVenue, By: "p-shen", On: day("2023-07-07")})
		*h, _ = h.MovedTo(hearing.Slot{Room: "r-chunhui", Start: h.Start, End: h.End}, day("2023-07-14"), zone)
	}, "2023-07-14 12:00", []string{"block ART12 场所批准是对另一社区活动室作出的，现改在春晖社区活动室"}, nil},
	{"put off without a new date", func(_ *hearing.Package, h *hearing.Hearing) {
		*h = h.InState(hearing.Postponed, day("2023-07-14"), hearing.Why{Reason: "设备故障", By: "p-shen"})
	}, "2023-07-14 12:00", []string{"warn POSTPONED 听证会已延期，还没有定新的日期", "warn POSTPONED 王䶮收到过原通知，还没有告知延期（2023-07-14）", "作废"}, []string{"DL01", "DL02", "事由"}},
	{"put off with a new date", func(_ *hearing.Package, h *hearing.Hearing) {
		*h = h.InState(hearing.Postponed, day("2023-07-14"), hearing.Why{Reason: "设备故障"})
		*h, _ = h.MovedTo(hearing.Slot{Room: h.Room, Start: at("2023-07-25 09:00"), End: at("2023-07-25 11:00")}, day("2023-07-15"), zone)
	}, "2023-07-15 12:00", nil, []string{"还没有定新的日期"}},
	{"called off without approval or notice", func(_ *hearing.Package, h *hearing.Hearing) { *h = h.InState(hearing.Cancelled, day("2023-07-14")) },
		"2023-07-14 12:00", []string{"block CANCEL 取消听证会还没有检察长的批准记录", "warn CANCEL 王䶮收到过听证通知，还没有告知取消（2023-07-14）", "2023-07-14的取消没有写明事由", "作废"}, []string{"DL01"}},
	{"called off with approval, one was told", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveCancellation, By: "p-shen", On: day("2023-07-14")})
		*h = h.InState(hearing.Cancelled, day("2023-07-14"), hearing.Why{Reason: "已经和解", By: "p-shen"})
		h.Participants[0].Told = append(h.Participants[0].Told, hearing.Told{Document: "21", ReceivedOn: day("2023-07-14")})
	}, "2023-07-14 12:00", []string{"warn CANCEL 陈𬭎"}, []string{"block", "王䶮", "事由"}},
}

func TestWhatAChangeReopens(t *testing.T) {
	for _, c := range moveCases {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			other := p.Rooms[slices.IndexFunc(p.Rooms, func(r hearing.Room) bool { return r.ID == "r-chunhui" })]
			other.ID, other.Name = "r-other", "另一社区活动室"
			p.Rooms = append(p.Rooms, other)
			h := planned(&p)
			c.change(&p, h)
			got := d.check(p, e1, c.now)
			for i, w := range c.want {
				if w, once := strings.CutPrefix(w, "once "); once {
					c.want[i] = w
					if n := strings.Count(got, w); n != 1 {
						t.Errorf("%q is said %d times in\n%s", w, n, got)
					}
				}
			}
			compare(t, got, c.want, c.not)
		})
	}
}

// TestACeremonyThatMoves is told to whom it was told; it has no three days.
func TestACeremonyThatMoves(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	a := &p.Announcements[0]
	a.State = hearing.Notifying
	*a, _ = a.MovedTo(hearing.Slot{Room: a.Room, Start: at("2023-08-01 15:00"), End: at("2023-08-01 16:00")}, day("2023-07-29"), zone)
	compare(t, d.check(p, "a-e1", "2023-07-29 09:00"), []string{"warn MOVED 澄河区消防救援大队收到的通知写的是另一时间或者地点。请告知新的安排。 [2023-08-01]", "的延期没有写明事由"}, nil)
	a.Participants[0].Told = append(a.Participants[0].Told, hearing.Told{ReceivedOn: day("2023-07-29")})
	compare(t, d.check(p, "a-e1", "2023-07-29 09:00"), nil, []string{"澄河区消防救援大队收到的通知写的是"})
	*a = a.InState(hearing.Cancelled, day("2023-07-30"), hearing.Why{Reason: "改为直接送达"})
	compare(t, d.check(p, "a-e1", "2023-07-30 09:00"), []string{"warn CANCEL 澄河区消防救援大队"}, []string{"NEED", "DL07"})
	if m := a.Moves[len(a.Moves)-1]; m.On != (calendar.NewDate(2023, 7, 30)) || m.Reason == "" {
		t.Errorf("recorded %+v", m)
	}
}
