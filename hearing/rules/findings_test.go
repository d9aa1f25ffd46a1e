package rules_test

import (
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

const e1, e2, e3 = hearing.ID("h-e1"), hearing.ID("h-e2"), hearing.ID("h-e3")

func never(*hearing.Package) {}

// findings are worked examples of which one fact is changed.
var findings = []struct {
	name    string
	session hearing.ID
	change  func(*hearing.Package)
	now     string
	want    []string // parts of lines that must be there
	not     []string // parts that must not
}{
	{"E1 as it was: the fire brigade in time, the housing bureau on the last day", e1, never, "2023-08-10 09:00",
		[]string{"warn DL01 澄河区住房和城乡建设局于2023-07-15"}, []string{"消防救援大队", "block", "望江街道"}},
	{"E1 strictly counted, the housing bureau is too late", e1, func(p *hearing.Package) { p.Office.Strict = true }, "2023-08-10 09:00",
		[]string{"block DL01 澄河区住房和城乡建设局"}, nil},
	{"E1 the street office without its waiver", e1, func(p *hearing.Package) { participant(hearingOf(p, e1), "h-e1-a3").Waiver = nil }, "2023-07-17 09:00",
		[]string{"block DL01 澄河区人民政府望江街道办事处于2023-07-16"}, nil},
	{"E1 the fire brigade's own man as officer", e1, func(p *hearing.Package) { participant(hearingOf(p, e1), "h-e1-o2").Person = "p-sun" }, "2023-07-17 09:00",
		[]string{"block R4 听证员孙伟"}, nil},
	{"R1 twenty-two years old", e1, func(p *hearing.Package) { participant(hearingOf(p, e1), "h-e1-o2").Person = "p-deng" }, "2023-07-17 09:00",
		[]string{"block R1 听证员邓小满"}, nil},
	{"R2 a dishonest debtor", e1, func(p *hearing.Package) { participant(hearingOf(p, e1), "h-e1-o2").Person = "p-qian" }, "2023-07-17 09:00",
		[]string{"block R2 听证员钱某有禁止情形：被纳入失信被执行人名单"}, nil},
	{"R5 R9 R10", e1, func(p *hearing.Package) {
		o := participant(hearingOf(p, e1), "h-e1-o1")
		o.Person, o.Lives, o.Declared = "p-tian", true, nil
	}, "2023-07-17 09:00", []string{"warn R5", "block R9 听证员田雨", "warn R10", "warn R1 "}, nil},
	{"E1 without approvals", e1, func(p *hearing.Package) { hearingOf(p, e1).Approvals = nil }, "2023-07-17 09:00",
		[]string{"block ART4", "block ART19"}, []string{"ART12"}},
	{"E1 with the supervisor as officer too", e1, func(p *hearing.Package) { participant(hearingOf(p, e1), "h-e1-o1").Person = "p-wu" }, "2023-07-17 09:00",
		[]string{"warn ROLES 吴敏同时是听证员和人民监督员"}, nil},
	{"E1 the officers were told of the result too late", e1, func(p *hearing.Package) {
		participant(hearingOf(p, e1), "h-e1-o1").Told[1].ReceivedOn = day("2023-08-05")
	}, "2023-08-10 09:00", []string{"warn DL16 听证员王䶮应在2023-08-02前"}, []string{"听证员陈𬭎应在"}},
	{"E2 as it was", e2, never, "2023-06-28 09:00", []string{"info DL14 赡养协议应在2023-07-18前出具公证书。 [2023-07-18]"}, []string{"block", "ART12"}},
	{"E2 without the venue's approval", e2, func(p *hearing.Package) { hearingOf(p, e2).Approvals = hearingOf(p, e2).Approvals[:1] }, "2023-06-20 09:00",
		[]string{"block ART12 春晖社区活动室"}, nil},
	{"E2 while the family disputes", e2, func(p *hearing.Package) {
		m := &hearingOf(p, e2).Notary[0]
		m.Disputed, m.AcceptedOn, m.SettledAt = true, calendar.Date{}, time.Time{}
	}, "2023-06-27 15:00", []string{"warn NOTARY 赡养协议尚有争议，公证不予办理"}, []string{"DL14"}},
	{"E2 accepted while disputed", e2, func(p *hearing.Package) { hearingOf(p, e2).Notary[0].Disputed = true }, "2023-06-27 15:00", []string{"block NOTARY"}, nil},
	{"E2 nobody told yet, before the advised day", e2, func(p *hearing.Package) { participant(hearingOf(p, e2), "h-e2-p3").Told = nil }, "2023-06-20 09:00",
		[]string{"info DL01 请在2023-06-21前告知程建军，最迟2023-06-24"}, nil},
	{"E2 nobody told yet, in the holiday", e2, func(p *hearing.Package) { participant(hearingOf(p, e2), "h-e2-p3").Told = nil }, "2023-06-22 09:00",
		[]string{"warn DL01"}, nil},
	{"E2 nobody told yet, too late", e2, func(p *hearing.Package) { participant(hearingOf(p, e2), "h-e2-p3").Told = nil }, "2023-06-25 09:00",
		[]string{"block DL01 没有程建军收到"}, nil},
	{"E3 as it was: even, and a tie", e3, never, "2023-09-20 09:00", []string{"warn N37 听证员为4人", "info TIE 问题“是否属于应当十五日内回复的紧急情形？”未形成多数意见（同意2、不同意2、其他0）"}, []string{"block"}},
	{"E3 a majority not adopted, without consent", e3, func(p *hearing.Package) {
		for i := range hearingOf(p, e3).Opinions {
			if o := &hearingOf(p, e3).Opinions[i]; o.Question == "h-e3-q1" && o.Officer != "h-e3-o1" {
				o.Stance = hearing.Disagree
			}
		}
	}, "2023-09-20 09:00", []string{"block ART16"}, nil},
	{"E3 a majority not adopted, with consent on the day", e3, func(p *hearing.Package) {
		h := hearingOf(p, e3)
		for i := range h.Opinions {
			if h.Opinions[i].Question == "h-e3-q1" {
				h.Opinions[i].Stance = hearing.Disagree
			}
		}
		h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveNonAdoption, By: "p-shen", On: day("2023-09-13")})
	}, "2023-09-20 09:00", nil, []string{"ART16"}},
	{"A-02 the same room", e3, func(p *hearing.Package) {
		hearingOf(p, e3).Start, hearingOf(p, e3).End = at("2023-07-18 11:00"), at("2023-07-18 12:00")
	}, "2023-07-10 09:00",
		[]string{"block CLASH 听证室一在2023-07-18 09:00–11:30已安排“督促整治电动自行车消防安全隐患行政公益诉讼案听证会”", "block CLASH 主持人林知远", "block CLASH 听证员周慧敏"}, nil},
	{"A-03 a minor and a stream", e1, func(p *hearing.Package) { p.Cases[0].Minor = true }, "2023-07-10 09:00", []string{"block STREAM 案件涉及未成年人，不得直播", "block ART5"}, nil},
	{"A-04 the chief handles the case", e1, func(p *hearing.Package) { hearingOf(p, e1).Prosecutors = []hearing.ID{"p-shen"} }, "2023-07-10 09:00",
		[]string{"block ART13 承办检察官沈秋白是检察长"}, nil},
	{"A-05 two officers", e2, func(p *hearing.Package) { hearingOf(p, e2).Participants[0].Role = hearing.Resident }, "2023-06-20 09:00", []string{"block N37 听证员只有2人"}, nil},
	{"A-05 only two came", e2, func(p *hearing.Package) { hearingOf(p, e2).Participants[0].Attendance.Presence = hearing.Absent }, "2023-06-27 15:00", []string{"block QUORUM 到场听证员只有2人"}, nil},
	{"A-10 postponed: told of another day, the notice void", e2, func(p *hearing.Package) {
		h := hearingOf(p, e2)
		for i := range h.Participants {
			for j := range h.Participants[i].Told {
				h.Participants[i].Told[j].For = h.Start
			}
		}
		h.Moves = []hearing.Move{{On: day("2023-06-26"), Kind: hearing.MovePostponed, From: h.Slot}}
		h.Start, h.End = h.Start.AddDate(0, 0, 14), h.End.AddDate(0, 0, 14)
	}, "2023-06-26 09:00", []string{"info DL01 请在2023-07-07前告知程桂兰，最迟2023-07-08", "warn MOVED 听证已变更（延期，2023-06-26）"}, nil},
	{"A-11 a year without a table", e2, func(p *hearing.Package) {
		h := hearingOf(p, e2)
		h.Start, h.End = at("2027-03-01 09:00"), at("2027-03-01 10:00")
	}, "2026-12-01 09:00",
		[]string{"warn YEAR 缺少2027年节假日表"}, nil},
	{"A-12 an officer replaced on the day before", e1, func(p *hearing.Package) {
		hearingOf(p, e1).Moves = []hearing.Move{{On: day("2023-07-17"), Kind: hearing.MoveOfficer, Was: "p-he"}}
	}, "2023-07-17 15:00", []string{"warn MOVED 2023-07-17变更听证员后，请重新告知澄河区消防救援大队"}, nil},
	{"closed without reason, with observers", e2, func(p *hearing.Package) { hearingOf(p, e2).Openness = hearing.NotOpen }, "2023-06-20 09:00",
		[]string{"warn ART5 这类案件一般公开听证", "block CLOSED 不公开听证不得有旁听人员或媒体：方正"}, nil},
	{"supervision of an administrative suit without supervisor", e2, func(p *hearing.Package) { p.Cases[1].Type = hearing.AdminSupervision }, "2023-06-20 09:00", []string{"block SUPERVISOR"}, nil},
	{"a custody hearing has no three days", e1, func(p *hearing.Package) {
		p.Cases[0].Type = hearing.Arrest
		participant(hearingOf(p, e1), "h-e1-a3").Waiver = nil
	}, "2023-07-17 09:00", []string{"warn DL01 没有在三日前告知澄河区人民政府望江街道办事处", "block ART5"}, []string{"block DL01"}},
	{"a custody case heard together with another has its three days", e1, func(p *hearing.Package) {
		h := hearingOf(p, e1)
		other := p.Cases[0]
		other.ID, other.Number, other.Type = "c-custody", "", hearing.Arrest
		p.Cases = append(p.Cases, other)
		h.Cases = append([]hearing.ID{other.ID}, h.Cases...)
		participant(h, "h-e1-a3").Waiver = nil
	}, "2023-07-17 09:00", []string{"block DL01 澄河区人民政府望江街道办事处于2023-07-16"}, []string{"没有在三日前告知"}},
	{"a draft with nothing in it", "h-new", func(p *hearing.Package) { p.Hearings = append(p.Hearings, hearing.Hearing{ID: "h-new"}) }, "2023-06-20 09:00",
		[]string{"block NEED 还没有选案件", "block NEED 还没有定时间", "block NEED 还没有定地点", "block NEED 还没有写听证问题", "block N37 听证员只有0人"}, nil},
	{"a cancelled hearing is left alone", e2, func(p *hearing.Package) { *hearingOf(p, e2) = hearing.Hearing{ID: e2, State: hearing.Cancelled} }, "2023-06-20 09:00", nil, []string{" "}},
}

func TestFindings(t *testing.T) {
	for _, c := range findings {

		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			c.change(&p)
			compare(t, d.check(p, c.session, c.now), c.want, c.not)
		})
	}
}
