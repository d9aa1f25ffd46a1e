package main

import (
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// TestA01ToldOnTheDayBefore: a hearing on 9 October 2026 of which everybody is
// told on the 8th is blocked; the last day is the 6th, in the holidays, the
// advised one 30 September.
func TestA01ToldOnTheDayBefore(t *testing.T) {
	for _, c := range []struct {
		name, told, at string
		want           []string
	}{
		{"told on the 8th", "2026-10-08", "2026-10-08 10:00", everybody("block DL01.late h", "2026-10-06 2026-09-30")},
		{"told on the last day", "2026-10-06", "2026-10-08 10:00", everybody("warn DL01.tight h", "2026-10-06 2026-09-30")},
		{"told on the advised day", "2026-09-30", "2026-10-08 10:00", nil},
		{"not told on the advised day", "", "2026-09-30 10:00", everybody("info DL01.due h", "2026-10-06 2026-09-30")},
		{"not told on the last day", "", "2026-10-06 10:00", everybody("warn DL01.soon h", "2026-10-06 2026-09-30")},
		{"not told a day later", "", "2026-10-07 10:00", everybody("block DL01.missing h", "2026-10-06 2026-09-30")},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t)
			o.told(o.hears("h", "2026-10-09 09:00", "2026-10-09 11:00", 3), c.told)
			found := o.checks(c.at)
			o.finds(found, c.want...)
			for _, f := range found {
				if !strings.Contains(strings.Join(f.Explain, "\n"), "往回数3日，最迟2026年10月6日（星期二）") {
					t.Errorf("%s came about by %q", f.Due, f.Explain)
				}
			}
		})
	}
	t.Run("all but one agree to a shorter time", func(t *testing.T) {
		o := newOffice(t)
		h := o.hears("h", "2026-10-09 09:00", "2026-10-09 11:00", 3)
		o.told(h, "2026-10-08")
		for i := range h.Participants[1:] {
			h.Participants[1+i].Waiver = &hearing.Waiver{On: o.day("2026-10-08")}
		}
		o.finds(o.checks("2026-10-08 10:00"), "block DL01.late h 王䶮 2026-10-06 2026-09-30")
	})
}

// TestA02OneRoomTwice: in 听证室一 from 09:00 to 11:30, and again from 11:00. What
// begins when the other ends does not clash.
func TestA02OneRoomTwice(t *testing.T) {
	for _, c := range []struct {
		name, start string
		want        []string
	}{
		{"half an hour before it ends", "2026-10-22 11:00", []string{"block CLASH one 听证室一", "block CLASH two 听证室一"}},
		{"when it ends", "2026-10-22 11:30", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t)
			o.hears("one", "2026-10-22 09:00", "2026-10-22 11:30", 3)
			two := o.hears("two", c.start, "2026-10-22 15:00", 3)
			two.Presider, two.Recorder, o.p.Cases[1].Handler = "shen", officer(9), "shen" // other people
			for i := range 3 {
				two.Participants[i].Person = officer(i + 3)
			}
			two.Title = "锦绣家园消防通道听证会"
			reminded := o.imports()
			if said := strings.Contains(reminded, "听证室一"); said != (c.want != nil) {
				t.Errorf("import reminds of %q", reminded)
			}
			found := o.checks("2026-10-20 09:00")
			o.finds(found, c.want...)
			for _, f := range found {
				if f.Field != "room" || f.Session == "two" && !strings.Contains(f.Text, "2026-10-22 09:00–11:30已安排“梧桐苑消防通道听证会”") {
					t.Errorf("beside %s: %s", f.Field, f.Text)
				}
			}
		})
	}
}

// TestA03AMinorIsNotStreamed: a minor party and a stream are forbidden, whoever
// approves it.
func TestA03AMinorIsNotStreamed(t *testing.T) {
	closed := []string{"block ART5.public h", "warn MINOR h", "warn STATE h"}
	for _, c := range []struct {
		name   string
		change func(*office, *hearing.Hearing)
		want   []string
	}{
		{"streamed", func(*office, *hearing.Hearing) {}, append(closed, "block STREAM.minor h")},
		{"an exception is of no use", func(o *office, h *hearing.Hearing) {
			h.Overrides = []hearing.Override{{Rule: "STREAM", Variant: "minor", By: "shen", On: o.day("2026-10-12"), Reason: "各方同意"}}
		}, append(closed, "block STREAM.minor h", "warn OVERRIDE.fixed h 沈秋白")},
		{"not streamed", func(_ *office, h *hearing.Hearing) { h.Forms = []hearing.Form{hearing.Ordinary} }, closed},
		{"no minor", func(o *office, _ *hearing.Hearing) { o.p.Cases[0].Parties[0].Minor = false }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t)
			h := o.hears("h", "2026-10-22 09:00", "2026-10-22 11:00", 3)
			o.p.People = append(o.p.People, hearing.Person{ID: "child", Name: "程小满"})
			o.p.Cases[0].Parties = []hearing.Party{{ID: "party", Role: hearing.Concerned, Person: "child", Minor: true}}
			h.Forms = []hearing.Form{hearing.Streamed}
			h.Approvals = append(h.Approvals, hearing.Approval{Kind: hearing.ApproveStream, By: "shen", On: o.day("2026-10-12")})
			c.change(o, h)
			o.finds(o.checks("2026-10-20 09:00"), c.want...)
		})
	}
}

// TestA04TheChiefPresidesOverHisOwnCase: the chief handles the case and another
// presides: art. 13 says no.
func TestA04TheChiefPresidesOverHisOwnCase(t *testing.T) {
	for _, c := range []struct {
		presider hearing.ID
		want     []string
	}{{"lin", []string{"block ART13.must h 沈秋白"}}, {"shen", nil}} {
		o := newOffice(t)
		h := o.hears("h", "2026-10-22 09:00", "2026-10-22 11:00", 3)
		h.Presider, o.p.Cases[0].Handler = c.presider, "shen"
		found := o.checks("2026-10-20 09:00")
		o.finds(found, c.want...)
		for _, f := range found {
			if f.Article != "《人民检察院审查案件听证工作规定》第十三条" || f.Field != "presider" || f.Overridable {
				t.Errorf("%s beside %s: %s", f.Article, f.Field, f.Text)
			}
		}
	}
}

// TestA05ThreeToSevenOfficers: with two a hearing cannot open, and eight are
// too many unless that is approved; what the rule said stays visible.
func TestA05ThreeToSevenOfficers(t *testing.T) {
	allowed := func(o *office, on string) []hearing.Override {
		return []hearing.Override{{Rule: "N37", Variant: "many", By: "shen", On: o.day(on), Reason: "案情重大"}}
	}
	for _, c := range []struct {
		name   string
		n      int
		change func(*office, *hearing.Hearing)
		want   []string
		opens  bool
	}{
		{"two", 2, nil, []string{"block N37.few h"}, false},
		{"three", 3, nil, nil, true},
		{"three, of whom two came", 3, func(_ *office, h *hearing.Hearing) { h.Participants[1].Attendance.Presence = hearing.Absent }, []string{"block QUORUM h"}, false},
		{"seven", 7, nil, nil, true},
		{"eight", 8, nil, []string{"block N37.many h"}, false},
		{"eight, approved", 8, func(o *office, h *hearing.Hearing) { h.Overrides = allowed(o, "2026-10-12") }, []string{"info N37.many h"}, true},
		{"eight, approved afterwards", 8, func(o *office, h *hearing.Hearing) { h.Overrides = allowed(o, "2026-10-23") }, []string{"block N37.many h", "warn OVERRIDE.late h 沈秋白"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t)
			h := o.hears("h", "2026-10-22 09:00", "2026-10-22 11:00", c.n)
			for i := range h.Participants {
				h.Participants[i].Attendance.Presence = hearing.Present
			}
			if c.change != nil {
				c.change(o, h)
			}
			found := o.checks("2026-10-22 08:50")
			o.finds(found, c.want...)
			if barred := o.opening("2026-10-22 08:50"); (len(barred) == 0) != c.opens {
				t.Errorf("barred by %q", barred)
			}
			for _, f := range found {
				if f.Override != nil && (f.Was != hearing.Blocked || f.Override.By != "shen" || f.Override.Reason != "案情重大" || !strings.Contains(f.Text, "听证员有8人，超过七人")) {
					t.Errorf("the original is %+v", f.Finding)
				}
				if (f.Override != nil) != (f.Severity == hearing.Info) {
					t.Errorf("overridden is %+v", f.Finding)
				}
			}
		})
	}
}

// TestA10APostponedHearingIsAnnouncedAnew: DL01 is counted from the new day,
// and the announcement that was posted is void, by its number.
func TestA10APostponedHearingIsAnnouncedAnew(t *testing.T) {
	o := newOffice(t)
	h := o.hears("h", "2026-10-22 09:00", "2026-10-22 11:00", 3)
	o.finds(o.checks("2026-10-20 09:00"))
	o.postponed(h, "2026-10-20", "2026-11-03 09:00", "2026-11-03 11:00")
	found := o.checks("2026-10-20 10:00")
	o.finds(found, append(everybody("info DL01.due h", "2026-10-31 2026-10-30"), "warn MOVED.notice h")...)
	for _, f := range found {
		if f.Rule == "MOVED" && f.Text != "听证已变更（延期，2026-10-20），原公告澄检听公〔2026〕3号作废，请重新公告。" {
			t.Errorf("said: %s", f.Text)
		}
	}
	for _, d := range o.dues("2026-10-20 10:00") {
		if d.Rule == "DL01" && d.Day != o.day("2026-10-31") {
			t.Errorf("%s is due on %s", d.Text, d.Day)
		}
	}
	h.Notice.Number, h.Notice.PostedOn = "澄检听公〔2026〕4号", o.day("2026-10-21")
	for i := range h.Participants {
		h.Participants[i].Told = append(h.Participants[i].Told, hearing.Told{ReceivedOn: o.day("2026-10-21")})
	}
	o.finds(o.checks("2026-10-22 09:00"))
}

// TestA11AYearWithoutCalendar: a date of 2027, whose holidays are not known
// yet, is given and doubted; with the notice there is no doubt.
func TestA11AYearWithoutCalendar(t *testing.T) {
	o := newOffice(t)
	o.told(o.hears("h", "2027-03-02 09:00", "2027-03-02 11:00", 3), "")
	o.p.Cases = append(o.p.Cases, hearing.Case{ID: "answer", Cause: "督促整治河道垃圾行政公益诉讼案", Type: hearing.AdminPublicInterest})
	o.p.Instruments = []hearing.Instrument{{ID: "paper", Case: "answer", Kind: hearing.Recommendation, DecidedOn: o.day("2026-12-30"), FiledOn: o.day("2026-12-31"),
		Deliveries: []hearing.Delivery{{ID: "d", Organisation: "housing", Mode: hearing.Direct, ServedAt: o.at("2026-12-31 10:00")}}}}
	doubted := func() int {
		n := 0
		for _, f := range o.checks("2027-01-20 09:00") {
			switch {
			case f.Rule == "YEAR" && f.Severity == hearing.Warning && strings.Contains(f.Text, "缺少2027年节假日表"):
				n++
			case f.Rule == "DL01" && (f.Due != o.day("2027-02-27") || f.Advise != o.day("2027-02-26")), f.Rule == "DL09" && f.Due != o.day("2027-03-01"):
				t.Errorf("%s is due on %s, better on %s", f.Rule, f.Due, f.Advise)
			}
		}
		return n
	}
	if n := doubted(); n != 2 { // the hearing's dates, and the answer's
		t.Errorf("%d warnings", n)
	}
	notice := "year,2027,国务院办公厅关于2027年部分节假日安排的通知\n2027-01-01,休,元旦\n2027-02-05,休,春节\n2027-02-20,班,春节\n2027-04-05,休,清明节\n" +
		"2027-05-01,休,劳动节\n2027-05-02,休,劳动节\n2027-06-09,休,端午节\n2027-09-15,休,中秋节\n2027-10-01,休,国庆节\n2027-10-02,休,国庆节\n2027-10-03,休,国庆节\n"
	if out, trouble, code := o.run("import", "-db", o.file, o.write("2027.csv", []byte(notice))); code != exitDone {
		t.Fatalf("exit %d\n%s%s", code, out, trouble)
	}
	o.p.Office = nil // else the package would take the notice away again
	if n := doubted(); n != 0 {
		t.Errorf("%d warnings with the notice", n)
	}
}

// TestA12AReplacedOfficerIsTold: an officer is replaced on the day before: the
// party is told again, by the hearing's day.
func TestA12AReplacedOfficerIsTold(t *testing.T) {
	o := newOffice(t)
	h := o.hears("h", "2026-10-22 09:00", "2026-10-22 11:00", 3)
	others := slices.Clone(h.Participants)
	others[2].Person, others[2].Told = officer(5), []hearing.Told{{ReceivedOn: o.day("2026-10-21")}}
	others[2].Waiver = &hearing.Waiver{On: o.day("2026-10-21")}
	*h = h.WithParticipants(others, o.day("2026-10-21"))
	h.Moves[0].Reason, h.Moves[0].By = "因病不能参加", "shen"
	found := o.checks("2026-10-21 15:00")
	o.finds(found, "warn MOVED.retell h 澄河区住房和城乡建设局 2026-10-22")
	for _, f := range found {
		if f.Participant != "agency" || f.Text != "2026-10-21变更听证员后，请重新告知澄河区住房和城乡建设局主持人和听证员，并告知申请回避的权利。" {
			t.Errorf("%s: %s", f.Participant, f.Text)
		}
	}
	if items := o.dues("2026-10-21 15:00"); !slices.ContainsFunc(items, func(d dueItem) bool { return d.Rule == "MOVED" && d.Part == "day" && d.Day == o.day("2026-10-22") }) {
		t.Errorf("due are %+v", items)
	}
	agency := &h.Participants[3]
	agency.Told = append(agency.Told, hearing.Told{ReceivedOn: calendar.DateOf(o.at("2026-10-21 16:00"))})
	o.finds(o.checks("2026-10-21 16:30"))
}
