package sample

import (
	"fmt"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// What is told of follow-ups.
var mends = []hearing.Metric{
	{Name: "清除飞线充电", Quantity: hearing.Quantity{Unit: "处"}}, {Name: "修复窨井盖", Quantity: hearing.Quantity{Unit: "个"}},
	{Name: "复垦耕地", Quantity: hearing.Quantity{Unit: "亩"}}, {Name: "打通消防通道", Quantity: hearing.Quantity{Unit: "处"}}, {Name: "规范经营单位", Quantity: hearing.Quantity{Unit: "家"}},
}

// papers makes what is served after a hearing: a recommendation in public-interest
// cases, every other of them in a ceremony, and a decision in some others.
func (m *maker) papers(p *hearing.Package, k hearing.Case, at place, i int) {
	decided := m.days[at.day].AddDays(8)
	if !decided.Before(m.Today) {
		return
	}
	if !interest(k) {
		if k.Type == hearing.NonProsecution && m.roll.IntN(3) == 0 {
			p.Instruments = append(p.Instruments, hearing.Instrument{ID: id("i", i), Case: k.ID, Kind: hearing.NoProsecution, Number: fmt.Sprintf("澄检刑不诉决〔%d〕%d号", decided.Year(), i+1), DecidedOn: decided,
				Deliveries: []hearing.Delivery{{ID: "d1", Person: k.Parties[0].Person, Mode: hearing.Direct, ServedAt: decided.AddDays(2).In(m.Zone).Add(15 * time.Hour), Receiver: "本人", Capacity: hearing.Oneself, Servers: []hearing.ID{k.Handler, id("z", at.room)}}}})
		}
		return
	}
	unit := k.Parties[0].Organisation
	paper := hearing.Instrument{ID: id("i", i), Case: k.ID, Kind: hearing.Recommendation, Number: fmt.Sprintf("澄检行公建〔%d〕%d号", decided.Year(), i+1), DecidedOn: decided,
		Items: []string{"全面排查整治存在的问题", "健全日常监管和长效管理机制"}, FiledOn: decided.AddDays(5)}
	if !paper.FiledOn.Before(m.Today) {
		paper.FiledOn = calendar.Date{}
	}
	d := hearing.Delivery{ID: "d1", Organisation: unit, Mode: hearing.Direct, Servers: []hearing.ID{k.Handler, id("z", at.room)}}
	solemn := at.hour < len(ceremonies)
	day, hour := decided.AddDays(3), 15*time.Hour
	if solemn {
		day, hour = m.days[at.day+10], ceremonies[at.hour]
	}
	if day.Before(m.Today) {
		d.ServedAt, d.Receiver, d.Capacity = day.In(m.Zone).Add(hour+20*time.Minute), "办公室", hearing.MailRoom
		m.follow(&paper, &d, day, k, at)
	}
	if solemn {
		d.Mode, d.Instruments = hearing.Announced, []hearing.ID{paper.ID}
		p.Announcements = append(p.Announcements, m.announcement(k, d, at, i, day))
	} else {
		paper.Deliveries = []hearing.Delivery{d}
	}
	p.Instruments = append(p.Instruments, paper)
}

// follow says what came of a recommendation: nine of ten are answered in time, and
// what was advised is found done and struck off.
func (m *maker) follow(paper *hearing.Instrument, d *hearing.Delivery, day calendar.Date, k hearing.Case, at place) {
	luck := m.roll.IntN(100)
	replied := day.AddDays(30 + m.roll.IntN(26))
	switch {
	case luck == 0:
		return // never
	case luck < 8:
		replied = day.AddDays(75)
	}
	if !replied.Before(m.Today) {
		return
	}
	d.RepliedOn, d.Reply = replied, "已按照检察建议完成整改，并建立长效机制。"
	visit := replied.AddDays(10)
	if !visit.Before(m.Today) {
		return
	}
	found := pick(m, mends)
	found.Value = fmt.Sprint(1 + m.roll.IntN(60))
	paper.Visits = []hearing.Visit{{ID: "v1", On: visit, By: []hearing.ID{k.Handler, id("z", at.room)}, Method: hearing.OnSpot, Place: pick(m, streets), Result: "建议已经落实",
		Found: []hearing.Found{{Item: 1, State: hearing.Mended, Text: "问题已经整改", Metrics: []hearing.Metric{found}, Proof: "照片"}, {Item: 2, State: hearing.Mended, Text: "办法已经印发", Proof: "复印件"}}}}
	if on := visit.AddDays(7); on.Before(m.Today) {
		paper.Closures = []hearing.Closure{{ID: "k1", On: on, Proof: "核查记录和照片", Handler: k.Handler, Head: id("x", at.room)}}
	}
}

// announcement is the ceremony that serves a recommendation.
func (m *maker) announcement(k hearing.Case, d hearing.Delivery, at place, i int, day calendar.Date) hearing.Announcement {
	start := day.In(m.Zone).Add(ceremonies[at.hour])
	unit := d.Organisation
	a := hearing.Announcement{ID: id("b", i), Cases: []hearing.ID{k.ID}, State: hearing.Ready, Slot: hearing.Slot{Room: id("r", at.room), Start: start, End: start.Add(40 * time.Minute)}, Openness: hearing.Public,
		Presider: id("x", at.room), Reader: k.Handler, Recorder: id("z", at.room), Consents: []hearing.Consent{{Organisation: unit, AskedOn: day.AddDays(-5), AnsweredOn: day.AddDays(-4), Agreed: true}},
		Participants: []hearing.Participant{{ID: "g1", Role: hearing.Recipient, Organisation: unit, Person: hearing.ID("a" + strings.TrimPrefix(string(unit), "o"))}, {ID: "g2", Role: hearing.DeputyRole, Person: id("d", i%m.guests)}},
		Deliveries:   []hearing.Delivery{d}}
	a.Participants[0].Told = []hearing.Told{{SentOn: day.AddDays(-5), ReceivedOn: day.AddDays(-5), Method: hearing.ByPhone, By: a.Recorder}}
	if day.Before(m.Today) {
		a.State = hearing.Decided
		for n := range a.Participants {
			a.Participants[n].Attendance.Presence = hearing.Present
		}
	}
	if day.Before(m.old) {
		a.State = hearing.Archived
	}
	return a
}
