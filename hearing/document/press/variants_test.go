package press_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// variants are hearings that the worked examples have not: one of them changed,
// under a name of its own.
var variants = []struct {
	name  string
	of    hearing.ID
	kinds []string // whose papers are kept
	with  func(*hearing.Dossier)
}{
	{"changed", "h-e1", []string{"21"}, func(d *hearing.Dossier) { // postponed with another presider and officer, four days before
		h, on := d.Hearing, calendar.NewDate(2023, time.July, 14)
		h.State, h.Outcome, h.Opinions = hearing.Notifying, hearing.Outcome{}, nil
		was := h.Slot
		h.Notice.Number = "澄检听告〔2023〕2号"
		*h, _ = h.MovedTo(hearing.Slot{Room: was.Room, Start: was.Start.AddDate(0, 0, 7), End: was.End.AddDate(0, 0, 7)}, on, d.Zone)
		*h = h.LedBy("p-gu", on)
		*h = h.WithParticipants(h.Participants[1:], on)
		for i := range h.Moves {
			h.Moves[i].Reason, h.Moves[i].By = "原主持人因病不能主持", "p-shen"
		}
	}},
	{"cancelled", "h-e2", []string{"21"}, func(d *hearing.Dossier) {
		h, on := d.Hearing, calendar.NewDate(2023, time.June, 26)
		h.State, h.Outcome, h.Opinions, h.Notary = hearing.Ready, hearing.Outcome{}, nil, nil
		*h = h.InState(hearing.Cancelled, on)
		h.Moves[0].Reason = "当事人已经达成赡养协议"
	}},
	{"asked", "h-e2", []string{"01", "02", "22a", "22b", "22c", "35"}, func(d *hearing.Dossier) {
		d.Hearing.Openness = hearing.NotOpen
		on := calendar.NewDate(2023, time.June, 8)
		d.Cases[0].Steps = []hearing.Step{
			{ID: "s1", Kind: hearing.HearingAsked, On: on, Person: "p-cheng", Note: "三名子女对赡养方式分歧较大，希望听取社区和律师的意见"},
			{ID: "s2", Kind: hearing.HearingAnswered, On: on.AddDays(5), Of: "s1"},
			{ID: "s3", Kind: hearing.RecusalAsked, On: on.AddDays(10), Person: "p-chengjj", Note: "承办检察官与程晓梅是同学"},
			{ID: "s4", Kind: hearing.RecusalDecided, On: on.AddDays(12), Of: "s3", Note: "二人不相识，不影响公正办理案件"},
			{ID: "s5", Kind: hearing.ReviewAsked, On: on.AddDays(13), Person: "p-chengjj"},
		}
	}},
	{"paid", "h-e1", []string{"36"}, func(d *hearing.Dossier) { // one did not come, one has an account and a long name, an expert is paid apart
		h := d.Hearing
		who := d.People["p-wangyan"]
		who.Name, who.IDNumber, who.Account = "阿卜杜热合曼·艾合买提江", "140105198503120012", "工商银行云岭支行6222020502001234567"
		d.People["p-wangyan"] = who
		d.People["p-x"] = hearing.Person{ID: "p-x", Name: "骆衡", Title: "注册消防工程师", IDNumber: "140105197001010019"}
		h.Participants = append(h.Participants, hearing.Participant{ID: "x", Role: hearing.Expert, Person: "p-x", Attendance: hearing.Attendance{Presence: hearing.ByVideo}})
		h.Allowances.Lines = append(h.Allowances.Lines, hearing.Allowance{Participant: "x", Board: 8_05, Labour: 100_000_00, Basis: "办案经费管理办法（虚构）"})
		for i := range h.Participants {
			if p := &h.Participants[i]; p.ID == "h-e1-o5" {
				p.Attendance.Presence = hearing.Absent
			}
		}
	}},
	{"administrative", "h-e2", []string{"04", "11", "16", "17b"}, func(d *hearing.Dossier) { d.Cases[0].Type = hearing.AdminSupervision }},
	{"civil", "h-e2", []string{"16"}, func(d *hearing.Dossier) { d.Cases[0].Type = hearing.CivilSupervision }},
	{"custody", "h-e2", []string{"11", "16"}, func(d *hearing.Dossier) { d.Cases[0].Type = hearing.Arrest }},
	{"against", "h-e1", []string{"19"}, func(d *hearing.Dossier) {
		d.Hearing.Outcome.Answers = []hearing.Answer{{Question: "h-e1-q2", Stance: hearing.Disagree, Reason: "机关已经开始整改，先行磋商"}}
	}},
	{"called", "h-e2", []string{"27", "28", "28b"}, func(d *hearing.Dossier) { // a child whom nobody finds, and the call for others who may sue
		on := calendar.NewDate(2023, time.July, 3)
		d.Cases[0].Steps = []hearing.Step{{ID: "s1", Kind: hearing.CallIssued, On: on}}
		d.Instruments = []hearing.Instrument{{ID: "i-e2-1", Case: "c-e2", Kind: hearing.ClosingDecision, Number: "澄检民公终〔2023〕1号", DecidedOn: on,
			Deliveries: []hearing.Delivery{{ID: "i-e2-d1", Person: "p-chengjj", Mode: hearing.PublicCall, SentOn: on.AddDays(1)}}}}
	}},
	{"before", "h-e3", []string{"04", "06", "07b", "11", "13", "16", "17"}, func(d *hearing.Dossier) { // the day before the hearing
		h := d.Hearing
		h.State, h.Outcome, h.Opinions = hearing.Ready, hearing.Outcome{}, nil
		for i := range h.Participants {
			h.Participants[i].Attendance, h.Participants[i].Signed = hearing.Attendance{}, nil
		}
	}},
	{"moved", "h-e3", []string{"07b", "21"}, func(d *hearing.Dossier) { // to another room at the same time
		h, on := d.Hearing, calendar.NewDate(2023, time.September, 11)
		h.State, h.Outcome, h.Opinions = hearing.Notifying, hearing.Outcome{}, nil
		*h, _ = h.MovedTo(hearing.Slot{Room: "r-chunhui", Start: h.Start, End: h.End}, on, d.Zone)
		for i := range h.Moves {
			h.Moves[i].Reason, h.Moves[i].By = "听证室设备检修", "p-shen"
		}
	}},
	{"declined", "a-e1", []string{"25", "26", "31"}, func(d *hearing.Dossier) { // one unit is served directly; the others sign before they speak
		a := d.Announcement
		a.State, a.Signing, a.Words = hearing.Notifying, hearing.SigningFirst, ""
		a.Consents[1].Agreed, a.Deliveries[1].Mode = false, hearing.Direct
		a.Participants = slices.Delete(a.Participants, 1, 2)
		for i := range a.Deliveries {
			a.Deliveries[i] = hearing.Delivery{ID: a.Deliveries[i].ID, Organisation: a.Deliveries[i].Organisation, Instruments: a.Deliveries[i].Instruments, Mode: a.Deliveries[i].Mode}
		}
		a.Deliveries[1].ServedAt = a.Start.AddDate(0, 0, -2)
	}},
	{"returned", "a-e1", []string{"27"}, func(d *hearing.Dossier) { // the post came back after three tries; another agreed to electronic service
		a, sent := d.Announcement, calendar.NewDate(2023, time.July, 31)
		post := &a.Deliveries[1]
		post.Mode, post.ServedAt, post.Receiver, post.SentOn = hearing.Posted, time.Time{}, "", sent
		post.Tries = []hearing.Attempt{{On: sent.AddDays(1), Why: "无人收件"}, {On: sent.AddDays(2), Why: "无人收件"}, {On: sent.AddDays(4), Why: "拒收"}}
		post.ReturnedOn, post.ReturnReason = sent.AddDays(7), "三次投递未果"
		a.Deliveries[0].Mode, a.Deliveries[0].ConsentOn, a.Deliveries[0].Address = hearing.Electronic, sent, "xf@example.cn"
	}},
	{"put-off", "a-e1", []string{"21b"}, func(d *hearing.Dossier) { // two units were asked, and a supervisor invited
		a, on := d.Announcement, calendar.NewDate(2023, time.July, 28)
		a.State = hearing.Notifying
		for i := range a.Participants {
			if a.Participants[i].Role != hearing.Recipient {
				a.Participants[i].Told = []hearing.Told{{SentOn: on.AddDays(-2), ReceivedOn: on.AddDays(-1)}}
			}
		}
		*a, _ = a.MovedTo(hearing.Slot{Room: a.Room, Start: a.Start.AddDate(0, 0, 2), End: a.End.AddDate(0, 0, 2)}, on, d.Zone)
		for i := range a.Moves {
			a.Moves[i].Reason, a.Moves[i].By = "听证室设备检修", "p-shen"
		}
	}},
	{"unheeded", "h-e3", []string{"18", "19", "20"}, func(d *hearing.Dossier) { // three of four see no need for a recommendation
		h := d.Hearing
		for i := range h.Opinions {
			h.Opinions[i].Stance, h.Opinions[i].Reason = hearing.Disagree, "水箱已经开始清洗，不必制发检察建议。"
		}
		h.Opinions[0].Stance = hearing.Agree
		h.Outcome.Answers = []hearing.Answer{{Question: h.Opinions[0].Question, Stance: hearing.Agree, Reason: "水质检测结果尚未公示，公共利益仍受侵害"}}
		h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveNonAdoption, By: "p-shen", On: calendar.NewDate(2023, time.September, 13)})
	}},
	{"long-names", "h-e2", []string{"14"}, func(d *hearing.Dossier) {
		for id, name := range map[hearing.ID]string{"p-cheng": "阿卜杜热合曼·买买提艾山江", "p-chengjp": "䶮㛃", "p-chengjj": "欧阳明月", "p-chengxm": "次仁多吉旺", "p-zhou": "Anna Li"} {
			who := d.People[id]
			who.Name = name
			d.People[id] = who
		}
	}},
	{"refused", "h-e2", []string{"16"}, func(d *hearing.Dossier) {
		d.Hearing.Participants[4].Signed = &hearing.Signature{Refused: "对第三页记录的陈述有异议。", Page: 3}
		d.Hearing.Participants[5].Signed = &hearing.Signature{Refused: "未说明理由"}
		d.Hearing.Participants[6].Attendance.Presence = hearing.Absent
	}},
	{"spoken", "h-e1", []string{"16"}, func(d *hearing.Dossier) { spoken(d) }},
	{"sealed", "h-e1", []string{"16"}, func(d *hearing.Dossier) { spoken(d).sealed() }},
	{"spoken-closed", "h-e2", []string{"16"}, func(d *hearing.Dossier) { // names a minor, who is hidden
		d.Hearing.Openness = hearing.NotOpen
		d.Cases[0].Parties[0].Minor = true
		spoken(d)
	}},
	{"enclosed", "h-e1", []string{"39"}, func(d *hearing.Dossier) {
		d.Enclosures = []hearing.Enclosure{{ID: "n1", Name: "来院须知", With: []string{"07a", "07b", "07c"}, Picture: route(),
			Text: "请从清源路正门进入，出示身份证件，经安检后到二层听证室一。\n可以在大厅寄存手机和随身物品。"},
			{ID: "n2", Name: "别处的路线图", With: []string{"07b"}, Room: "elsewhere"}}
	}},
	{"posted", "h-e1", []string{"38a", "38b"}, func(d *hearing.Dossier) {
		h := d.Hearing
		for i := range h.Participants {
			for k := range h.Participants[i].Told {
				h.Participants[i].Told[k].Method = hearing.ByPost
			}
			if who := d.People[h.Participants[i].Person]; who.Address == "" {
				who.Address, who.Postcode = "云岭市澄河区望江街道春晖社区居民委员会转", "030000"
				d.People[who.ID] = who
			}
		}
		d.Numbers = append(d.Numbers, hearing.Number{Text: "澄检听通〔2023〕5号", Session: h.ID, Document: "07b", Key: string(h.InRole(hearing.AgencyRep)[0].ID)})
	}},
	{"day", "h-e1", nil, func(d *hearing.Dossier) { // with one that is closed, and one that was cancelled
		open, closed, off := *d, *d, *d
		a, b, start := *d.Hearing, *d.Hearing, d.Hearing.Start
		a.Openness, a.Slot = hearing.NotOpen, hearing.Slot{Room: a.Room, Start: start.Add(5 * time.Hour), End: start.Add(7 * time.Hour)}
		b.State, b.Slot = hearing.Cancelled, hearing.Slot{Start: start.Add(8 * time.Hour), End: start.Add(9 * time.Hour)}
		closed.Hearing, off.Hearing = &a, &b
		day := hearing.Day{Date: calendar.NewDate(2023, time.July, 18), By: hearing.ByRoom, Moved: map[hearing.ID]hearing.Slot{}}
		gone := *d.Hearing // and one that was moved to another day
		gone.ID, gone.State, gone.Slot = "h-gone", hearing.Notifying, hearing.Slot{Room: a.Room, Start: start.Add(2 * time.Hour), End: start.Add(4 * time.Hour)}
		for i := range gone.Participants {
			gone.Participants[i].Told = []hearing.Told{{SentOn: day.Date.AddDays(-5), ReceivedOn: day.Date.AddDays(-5)}}
		}
		gone, _ = gone.MovedTo(hearing.Slot{Room: a.Room, Start: start.AddDate(0, 0, 2), End: start.AddDate(0, 0, 2).Add(time.Hour)}, day.Date.AddDays(-1), d.Zone)
		moved := *d
		moved.Hearing = &gone
		for _, s := range []hearing.Dossier{open, closed, off, moved} {
			day.Add(s, d.Zone)
		}
		*d = day.Dossier(d.Office, nil, d.Zone)
	}},
	{"filed", "h-e2", []string{"32a", "32b", "32c"}, func(d *hearing.Dossier) { // most papers are back, some printed only, one not to come
		d.Hearing.State = hearing.FedBack
		d.Hearing.Outcome.Recordings = []hearing.Recording{{ID: "r", Disc: "澄检听光盘2023-006", Hash: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", Kept: "案管办光盘柜 B-3"}}
		d.Numbers = []hearing.Number{{Series: "听通", Year: 2023, N: 5, Text: "澄检听通〔2023〕5号", Session: "h-e2", Document: "07a", Key: "h-e2-p2"}}
		for _, it := range thePress().Plan(*d) {
			i := 0 // the same whatever other papers there are
			for _, b := range []byte(it.Number + it.Key) {
				i += int(b)
			}
			switch {
			case it.Number == "29":
				d.Scans = append(d.Scans, hearing.Scan{Of: hearing.NounHearing, Session: "h-e2", Document: it.Number, For: hearing.ID(it.Key), Title: it.Title, Waived: "公证机构另行立卷"})
			case i%4 != 0:
				d.Scans = append(d.Scans, hearing.Scan{ID: hearing.ID(it.Number + it.Key), Of: hearing.NounHearing, Session: "h-e2", Document: it.Number, For: hearing.ID(it.Key), Title: it.Title,
					Files: []hearing.ScanFile{{Name: "扫描.pdf", Media: "application/pdf", Pages: 1 + i%3}}})
			default:
				d.Prints = append(d.Prints, hearing.Print{Session: "h-e2", Document: it.Number, Key: it.Key, Pages: 2, At: d.Hearing.Start.AddDate(0, 0, -5)})
			}
		}
		d.Scans = append(d.Scans, hearing.Scan{Of: hearing.NounHearing, Session: "h-e2", Document: "evidence", Title: "证据材料", Files: []hearing.ScanFile{{Name: "证据.pdf", Media: "application/pdf", Pages: 46}}})
	}},
	{"period", "h-e1", nil, func(d *hearing.Dossier) {
		p := hearing.Period{From: calendar.NewDate(2023, time.January, 1), To: calendar.NewDate(2023, time.December, 31), Maker: "许晚",
			All: hearing.PeriodRow{Cases: 428, Sessions: 402, Public: 360, Officers: 1608}}
		for i, t := range hearing.CaseTypes {
			p.Types = append(p.Types, hearing.PeriodRow{Type: t, Cases: i * 7, Sessions: i * 6, Officers: i * 30})
		}
		*d = p.Dossier(d.Office, nil, d.Zone)
	}},
}

// route is a map of the way: some streets.
func route() []byte {
	img := image.NewGray(image.Rect(0, 0, 640, 400))
	for y := range 400 {
		for x := range 640 {
			if street := x/8%20 == 3 || y/8%16 == 5; street {
				img.SetGray(x, y, color.Gray{Y: 90})
			} else {
				img.SetGray(x, y, color.Gray{Y: 235})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// variant returns a dossier by the name of a variant or of a worked example.
func variant(t testing.TB, name string) hearing.Dossier {
	t.Helper()
	for _, v := range variants {
		if v.name == name {
			d := dossier(t, worked(t), v.of)
			v.with(&d)
			return d
		}
	}
	return dossier(t, worked(t), hearing.ID(name))
}

// kinds are the numbers of the papers of an example that are kept; none is all.
func kinds(name string) []string {
	for _, v := range variants {
		if v.name == name {
			return v.kinds
		}
	}
	return nil
}
