package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// officers gives a hearing n officers who came.
func officers(h *hearing.Hearing, n int) {
	var others []hearing.Participant
	for _, p := range h.Participants {
		if p.Role != hearing.Officer {
			others = append(others, p)
		}
	}
	h.Opinions, h.Participants = nil, nil
	for i := range n {
		h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("o%d", i)), Role: hearing.Officer})
	}
	h.Participants = append(h.Participants, others...)
}

// acceptance are the acceptance cases that need more than one changed fact.
var acceptance = []struct {
	name   string
	change func(*hearing.Package, *hearing.Hearing) // of E2
	now    string
	want   []string
	not    []string
}{
	{"A-01 told on the day before, over National Day", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Start, h.End = at("2026-10-09 09:00"), at("2026-10-09 11:00")
		for i := range h.Participants {
			h.Participants[i].Told = []hearing.Told{{ReceivedOn: day("2026-10-08")}}
		}
	}, "2026-10-08 10:00", []string{"block DL01 程桂兰于2026-10-08收到通知，晚于最后期限2026-10-06。请取得其书面同意，或者改期。 [2026-10-06]"}, nil},
	{"A-01 not told yet: by the last working day before the holiday", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Start, h.End = at("2026-10-09 09:00"), at("2026-10-09 11:00")
		for i := range h.Participants {
			h.Participants[i].Told = nil
		}
	}, "2026-09-20 10:00", []string{"info DL01 请在2026-09-30前告知程桂兰，最迟2026-10-06"}, nil},
	{"A-02 from evening to morning, and nowhere yet", func(p *hearing.Package, h *hearing.Hearing) {
		p.Hearings = append(p.Hearings, hearing.Hearing{ID: "night", Title: "夜间听证会", Presider: h.Presider, Slot: hearing.Slot{Start: at("2023-06-26 22:00"), End: at("2023-06-27 15:00")}})
	}, "2023-06-20 09:00", []string{"block CLASH 主持人林知远在2023-06-26 22:00–2023-06-27 15:00已安排“夜间听证会”（地点未定）"}, nil},
	{"A-02 one after the other", func(p *hearing.Package, h *hearing.Hearing) {
		p.Hearings = append(p.Hearings, hearing.Hearing{ID: "next", Presider: h.Presider, Slot: hearing.Slot{Room: h.Room, Start: h.End, End: h.End.Add(time.Hour)}})
	}, "2023-06-20 09:00", nil, []string{"CLASH"}},
	{"A-03 a minor party and a stream", func(p *hearing.Package, h *hearing.Hearing) {
		for i := range p.Cases {
			p.Cases[i].Parties = append(p.Cases[i].Parties, hearing.Party{ID: "m", Minor: true})
		}
		h.Forms = append(h.Forms, hearing.Streamed)
	}, "2023-06-20 09:00", []string{"block STREAM 案件涉及未成年人", "block ART5 这类案件一般不公开听证（涉及未成年人）"}, nil},
	{"A-04 the chief handles the case, the hearing names another", func(p *hearing.Package, h *hearing.Hearing) {
		for i := range p.Cases {
			p.Cases[i].Handler = "p-shen"
		}
		h.Prosecutors, h.Presider = []hearing.ID{"p-lin"}, "p-lin"
	}, "2023-06-20 09:00", []string{"block ART13 承办检察官沈秋白是检察长，应当由其主持"}, nil},
	{"A-04 the chief presides beside another handler", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Prosecutors, h.Presider = []hearing.ID{"p-lin", "p-shen"}, "p-shen"
	}, "2023-06-20 09:00", nil, []string{"ART13"}},
	{"A-05 seven", func(_ *hearing.Package, h *hearing.Hearing) { officers(h, 7) }, "2023-06-20 09:00", nil, []string{"N37"}},
	{"A-05 eight", func(_ *hearing.Package, h *hearing.Hearing) { officers(h, 8) }, "2023-06-20 09:00", []string{"block N37 听证员有8人，超过七人"}, nil},
	{"A-05 eight, allowed", func(_ *hearing.Package, h *hearing.Hearing) {
		officers(h, 8)
		h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveNumber, By: "p-shen", On: day("2023-06-19")})
	}, "2023-06-20 09:00", []string{"warn N37 听证员为8人（双数）"}, []string{"block N37"}},
	{"A-05 three named, two came", func(_ *hearing.Package, h *hearing.Hearing) {
		officers(h, 3)
		h.Participants[0].Attendance.Presence, h.Participants[1].Attendance.Presence = hearing.Present, hearing.Late
	}, "2023-06-27 14:40", []string{"block QUORUM 到场听证员只有2人，不足三人，不能开始"}, nil},
	{"A-11 the hearing is before, the deadline after the table's end", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Outcome.DecidedOn = day("2026-12-30")
	}, "2026-12-30 16:00", []string{"warn YEAR 缺少2027年节假日表"}, nil},
	{"A-12 all parties are told again after an officer was replaced", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Moves = []hearing.Move{{On: day("2023-06-26"), Kind: hearing.MoveOfficer, Was: "p-zhao"}}
		for i := range h.Participants {
			if h.Participants[i].ID == "h-e2-p3" {
				h.Participants[i].Told = append(h.Participants[i].Told, hearing.Told{ReceivedOn: day("2023-06-26")})
			}
		}
	}, "2023-06-26 15:00", []string{"warn MOVED 2023-06-26变更听证员后，请重新告知程桂兰"}, []string{"请重新告知程建军"}},
	{"R9 the term as officer has ended", func(p *hearing.Package, _ *hearing.Hearing) {
		for i := range p.People {
			p.People[i].TermEnds = day("2023-06-26")
		}
	}, "2023-06-20 09:00", []string{"block R9 听证员周慧敏不在听证员库（聘期已于2023-06-26届满）"}, nil},
	{"R9 the term ends on the day", func(p *hearing.Package, _ *hearing.Hearing) {
		for i := range p.People {
			p.People[i].TermEnds = day("2023-06-27")
		}
	}, "2023-06-20 09:00", nil, []string{"R9"}},
	{"a secret is the ground", func(p *hearing.Package, _ *hearing.Hearing) {
		for i := range p.Cases {
			p.Cases[i].Secrets = []hearing.Secret{hearing.StateSecret}
		}
	}, "2023-06-20 09:00", []string{"block ART5 这类案件一般不公开听证（国家秘密）"}, nil},
}

func TestAcceptance(t *testing.T) {
	for _, c := range acceptance {

		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			c.change(&p, hearingOf(&p, "h-e2"))
			compare(t, d.check(p, "h-e2", c.now), c.want, c.not)
		})
	}
}

// TestAPartyIsNoOfficer seats a party of the case, and somebody of the same
// home, among the officers.
func TestAPartyIsNoOfficer(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	h := hearingOf(&p, "h-e2")
	party, neighbour := hearing.Person{ID: "p-new", Name: "程某", Address: "春晖小区1号"}, hearing.Person{ID: "p-near", Name: "邻某", Address: "春晖小区1号"}
	p.People = append(p.People, party, neighbour)
	p.Cases[1].Parties = append(p.Cases[1].Parties, hearing.Party{ID: "new", Role: hearing.Concerned, Person: "p-new"})
	h.Participants[0].Person, h.Participants[1].Person = "p-new", "p-near"
	compare(t, d.check(p, "h-e2", "2023-06-20 09:00"), []string{"block R3 听证员程某是本案当事人", "warn R3 听证员邻某与程某同一住址"}, nil)
}

// TestNonAdoption is art. 16 before and after the decision.
func TestNonAdoption(t *testing.T) {
	for _, c := range []struct {
		name, decided, consent string
		want                   bool // a finding
	}{
		{"not decided, not asked", "", "", true},
		{"not decided, consent given", "", "2023-09-13", false},
		{"decided on the day of the consent", "2023-09-13", "2023-09-13", false},
		{"decided before the consent", "2023-09-13", "2023-09-14", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := hearingOf(&p, "h-e3")
			for i := range h.Opinions {
				if h.Opinions[i].Question == "h-e3-q1" {
					h.Opinions[i].Stance = hearing.Disagree
				}
			}
			h.Outcome.DecidedOn = calendar.Date{}
			if c.decided != "" {
				h.Outcome.DecidedOn = day(c.decided)
			}
			if c.consent != "" {
				h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveNonAdoption, By: "p-shen", On: day(c.consent)})
			}
			if got := strings.Contains(d.check(p, "h-e3", "2023-09-20 09:00"), "block ART16"); got != c.want {
				t.Errorf("a finding: %v, want %v", got, c.want)
			}
		})
	}
}

// TestUrgentService follows the urgent recommendation of E3, and the decision to
// file of E1, through their terms.
func TestUrgentService(t *testing.T) {
	served := func(p *hearing.Package, on string) {
		a := &p.Announcements[0]
		p.Instruments[0].DecidedOn, p.Instruments[0].Urgent, p.Instruments[0].FiledOn = day("2023-09-13"), true, calendar.Date{}
		a.Deliveries = a.Deliveries[:1]
		x := &a.Deliveries[0]
		x.Instruments, x.Mode, x.ServedAt, x.RepliedOn = []hearing.ID{p.Instruments[0].ID}, hearing.Direct, time.Time{}, calendar.Date{}
		if on != "" {
			x.ServedAt = at(on)
		}
	}
	for _, c := range []struct {
		name, served, now string
		change            func(*hearing.Package)
		want, not         []string
	}{
		{"decided", "", "2023-09-14 09:00", nil, []string{"info DL07", "[2023-09-18]"}, []string{"CONSENT"}},
		{"over its term", "", "2023-09-19 09:00", nil, []string{"block DL07"}, nil},
		{"served", "2023-09-15 10:00", "2023-09-15 16:00", nil, []string{"info DL08 请在2023-09-20前", "info DL10", "[2023-10-07]", "info DL11"}, []string{"DL07", "DL09"}},
		{"to be filed above", "2023-09-15 10:00", "2023-09-21 09:00", nil, []string{"block DL08"}, nil},
		{"answered on the last day", "2023-09-15 10:00", "2023-10-08 09:00", func(p *hearing.Package) { p.Announcements[0].Deliveries[0].RepliedOn = day("2023-10-07") }, nil, []string{"DL10"}},
		{"answered a day later", "2023-09-15 10:00", "2023-10-09 09:00", func(p *hearing.Package) { p.Announcements[0].Deliveries[0].RepliedOn = day("2023-10-08") }, []string{"block DL10", "已逾期1日"}, nil},
		{"a later date was set in the paper", "2023-09-15 10:00", "2023-10-09 09:00", func(p *hearing.Package) { p.Instruments[0].ReplyBy = day("2023-10-31") }, []string{"info DL10", "[2023-10-31]"}, nil},
		{"E1 the decision to file, due", "", "2023-06-27 09:00", func(p *hearing.Package) {
			p.Instruments[0].Kind, p.Instruments[0].DecidedOn = hearing.FilingDecision, day("2023-06-20")
		}, []string{"info DL06", "[2023-06-27]"}, nil},
		{"E1 the decision to file, late", "", "2023-06-28 09:00", func(p *hearing.Package) {
			p.Instruments[0].Kind, p.Instruments[0].DecidedOn = hearing.FilingDecision, day("2023-06-20")
		}, []string{"warn DL06"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			served(&p, c.served)
			if c.change != nil {
				c.change(&p)
			}
			compare(t, d.check(p, "a-e1", c.now), c.want, c.not)
		})
	}
}

// TestAnEmptyCeremony names everything that is missing, by the act that
// ceremonies rest on.
func TestAnEmptyCeremony(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	p.Announcements = append(p.Announcements, hearing.Announcement{ID: "a-new"})
	got := d.check(p, "a-new", "2023-06-20 09:00")
	compare(t, got, []string{"还没有选案件。请加上所送文书的案件", "还没有定时间", "还没有定地点。请选择宣告的场所", "还没有定主持人", "还没有定记录人", "还没有定宣告人", "还没有写送达什么"}, []string{"听证"})
	dossier, _ := p.Dossier("a-new", zone)
	for _, f := range d.table.Check(dossier, d.days, at("2023-06-20 09:00"), "en") {
		if f.Article != "《人民检察院检察建议工作规定》第十八条" || f.Field == "" || f.Session != "a-new" {
			t.Errorf("a finding is %+v", f)
		}
	}
}
