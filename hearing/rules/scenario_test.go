package rules_test

import (
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// served1 are E1's findings of some rules on a day, of one unit or of all: the rule,
// the variant and the last day.
func (d desk) served1(p hearing.Package, on string, unit string, rule ...string) string {
	dossier, _ := p.Dossier("a-e1", zone)
	var out []string
	for _, f := range d.table.Check(dossier, d.days, at(on+" 09:00"), "zh") {
		if !strings.Contains(f.Text, unit) {
			continue
		}
		for _, r := range rule {
			if f.Rule == r {
				out = append(out, f.Rule+" "+f.Variant+" "+f.Due.String())
			}
		}
	}
	return strings.Join(out, "; ")
}

// announced is E1 as the ceremony was held and left off, before any reply.
func (d desk) announced() hearing.Package {
	p := d.examples()
	for i := range p.Announcements[0].Deliveries {
		p.Announcements[0].Deliveries[i].RepliedOn, p.Announcements[0].Deliveries[i].Reply = calendar.Date{}, ""
	}
	for i := range p.Instruments {
		p.Instruments[i].FiledOn = calendar.Date{}
	}
	return p
}

// TestScenarioE1LeftService: three recommendations of 28 July are announced on the
// 31st; the street office does not sign, and the paper is left before a witness,
// with pictures.
func TestScenarioE1LeftService(t *testing.T) {
	d := newDesk(t)
	p := d.announced()
	for i := range p.Announcements[0].Deliveries {
		p.Announcements[0].Deliveries[i].ServedAt = time.Time{}
	}
	for _, c := range []struct{ name, got, want string }{
		{"decided on a Friday: three days end on Monday", d.served1(p, "2023-07-29", "望江", "DL07"), "DL07 due 2023-07-31"},
		{"not served on Monday", d.served1(p, "2023-08-01", "望江", "DL07"), "DL07 late 2023-07-31"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
	p = d.announced()
	left := p.Announcements[0].Deliveries[2]
	if left.Mode != hearing.Left || left.Refusal == "" || left.Pictures == "" || len(left.Witnesses) != 1 || len(left.Servers) != 2 {
		t.Fatalf("the street office's receipt: %+v", left)
	}
	if got := d.served1(p, "2023-08-01", "望江", "DL07", "REFUSED", "SERVERS", "RECEIVER"); got != "" {
		t.Errorf("left as it should be: %s", got)
	}
	for _, c := range []struct{ name, got, want string }{
		{"to be filed with both departments: 5 August is a Saturday", d.served1(p, "2023-08-01", "13号", "DL08"), "DL08 due 2023-08-07"},
		{"two months end on a holiday, the reply is due after it", d.served1(p, "2023-08-01", "望江", "DL09"), "DL09 due 2023-10-07"},
		{"and the review a month after that", d.served1(p, "2023-08-01", "望江", "DL11"), "DL11 due 2023-11-07"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
}

// TestScenarioE1ThreeReplies: one early, one on the last day, one after it; and one
// that answers a part first.
func TestScenarioE1ThreeReplies(t *testing.T) {
	d := newDesk(t)
	p := d.announced()
	all := p.Announcements[0].Deliveries
	all[0].RepliedOn, all[1].RepliedOn = day("2023-09-20"), day("2023-10-07")
	all[2].Replies = []hearing.WrittenReply{{On: day("2023-10-06"), Text: "已清理120余辆"}}
	for _, c := range []struct{ unit, on, want string }{
		{"消防", "2023-10-08", ""},
		{"住房", "2023-10-08", ""},
		{"望江", "2023-10-07", "DL09 due 2023-10-07; REPLY part "},
		{"望江", "2023-10-08", "DL09 late 2023-10-07; REPLY part "},
	} {
		if got := d.served1(p, c.on, c.unit, "DL09", "REPLY"); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.unit, c.on, got, c.want)
		}
	}
}

// TestScenarioE1LateReply: the street office answers on 9 October, two days late;
// the finding stays, and says when it was done.
func TestScenarioE1LateReply(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	dossier, _ := p.Dossier("a-e1", zone)
	for _, f := range d.table.Check(dossier, d.days, at("2023-10-10 09:00"), "zh") {
		if f.Rule != "DL09" {
			continue
		}
		if f.Done != day("2023-10-09") || f.Due != day("2023-10-07") || f.Severity != hearing.Blocked || !strings.Contains(f.Text, "逾期2日") {
			t.Errorf("%+v", f)
		}
		return
	}
	t.Error("nothing is said of the late reply")
}

// TestScenarioE3UrgentPath: decided urgent on 13 September 2023, served on the 15th,
// filed by the 20th, answered on the last of fifteen days, 7 October.
func TestScenarioE3UrgentPath(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	f := kase(hearing.AdminPublicInterest)
	for _, i := range p.Instruments {
		if i.ID == "i-e3-1" {
			i.Case = f.Case.ID
			f = with(f, i)
		}
	}
	paper := &f.Instruments[0]
	answered, filed := paper.Deliveries[0].RepliedOn, paper.FiledOn
	equal(t, "as it was: all in time", d.of(f, "DL10", day("2023-10-08")), nil)
	equal(t, "and filed in time", d.of(f, "DL08", day("2023-10-08")), nil)
	paper.Deliveries[0].RepliedOn, paper.FiledOn = calendar.Date{}, calendar.Date{}
	equal(t, "to be filed", d.of(f, "DL08", day("2023-09-18")), []string{"info due 2023-09-20"})
	equal(t, "fifteen days end on a holiday", d.of(f, "DL10", day("2023-09-18")), []string{"info due 2023-10-07"})
	equal(t, "the day after", d.of(f, "DL10", day("2023-10-08")), []string{"block late 2023-10-07"})
	paper.Deliveries[0].ServedAt = time.Time{}
	equal(t, "three days end on a Saturday: served by Monday", d.of(f, "DL07", day("2023-09-14")), []string{"info due 2023-09-18"})
	if answered != day("2023-10-07") || filed != day("2023-09-20") {
		t.Errorf("answered %s, filed %s", answered, filed)
	}
}
