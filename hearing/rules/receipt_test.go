package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
)

// receipts are services of a recommendation without a ceremony, each with what the
// rules of service say of it.
var receipts = []struct {
	name   string
	change func(*hearing.Delivery)
	want   string
}{
	{"served directly on the head", nil, ""},
	{"one server only", func(d *hearing.Delivery) { d.Servers = d.Servers[:1] }, "warn SERVERS"},
	{"posted: nobody of ours serves", func(d *hearing.Delivery) { d.Mode, d.Servers, d.SentOn = hearing.Posted, nil, day("2023-07-29") }, ""},
	{"signed by the office that receives mail", func(d *hearing.Delivery) { d.Capacity = hearing.MailRoom }, ""},
	{"signed by somebody who may not", func(d *hearing.Delivery) { d.Capacity = hearing.UnitOther }, "warn RECEIVER.unit"},
	{"a relative signs for a unit", func(d *hearing.Delivery) { d.Capacity, d.Relation = hearing.Family, "母子" }, "warn RECEIVER.unit"},
	{"named to receive, no relation", func(d *hearing.Delivery) { d.Capacity = hearing.Designated }, "warn RECEIVER.relation"},
	{"by post, named to receive, no number", func(d *hearing.Delivery) {
		d.Mode, d.Capacity, d.Relation = hearing.Posted, hearing.Designated, "法律顾问"
	}, "warn RECEIVER.number"},
	{"left, the reason not noted", func(d *hearing.Delivery) { d.Mode, d.Place = hearing.Left, "安民街6号" }, "warn REFUSED.reason, info REFUSED.advice"},
	{"left, no witness: a recommendation needs none", func(d *hearing.Delivery) {
		d.Mode, d.Place, d.Refusal = hearing.Left, "安民街6号", "对内容有异议"
	}, "info REFUSED.advice"},
	{"left, where is not noted", func(d *hearing.Delivery) {
		d.Mode, d.Refusal, d.Pictures = hearing.Left, "对内容有异议", "照片1号"
	}, "warn REFUSED.place"},
	{"refused by post", func(d *hearing.Delivery) { letter(d); d.Refusal = "拒收" }, "warn POST.refused"},
	{"refused by post, and left", func(d *hearing.Delivery) {
		letter(d)
		d.Mode, d.Refusal, d.Place, d.Pictures = hearing.Left, "拒收", "安民街6号", "照片1号"
	}, "warn POST.left"},
	{"refused by post, came back", func(d *hearing.Delivery) {
		letter(d)
		d.Refusal, d.ReturnedOn = "拒收", day("2023-08-02")
		d.ServedAt = time.Time{}
	}, "warn POST.returned"},
	{"came back, the reason not noted", func(d *hearing.Delivery) { letter(d); d.ReturnedOn = day("2023-08-02") }, "warn POST.reason, warn POST.returned"},
	{"came back after two tries", func(d *hearing.Delivery) {
		letter(d)
		d.ReturnedOn, d.ReturnReason = day("2023-08-02"), "单位无人"
		d.Tries = append(d.Tries, hearing.Attempt{On: day("2023-08-01")})
	}, "info POST.tries, warn POST.returned"},
	{"electronic, no consent", func(d *hearing.Delivery) { d.Mode = hearing.Electronic }, "warn ELECTRONIC.consent"},
	{"electronic, consent after it was sent", func(d *hearing.Delivery) {
		d.Mode, d.SentOn, d.ConsentOn = hearing.Electronic, day("2023-07-30"), day("2023-07-31")
	}, "warn ELECTRONIC.late"},
	{"entrusted, to whom is not said", func(d *hearing.Delivery) { d.Mode = hearing.Entrusted }, "warn THROUGH"},
	{"entrusted", func(d *hearing.Delivery) { d.Mode, d.Through = hearing.Entrusted, "o-b" }, ""},
	{"by public notice, why is not said", func(d *hearing.Delivery) { d.Mode, d.SentOn = hearing.PublicCall, day("2023-06-20") }, "warn CALL.reason"},
	{"one of the two notaries", func(d *hearing.Delivery) { d.Notaries = []string{"韩静"} }, "warn NOTARY.staff"},
	{"answered in part", func(d *hearing.Delivery) {
		d.Replies = []hearing.WrittenReply{{On: day("2023-08-20"), Text: "已清除10处"}}
	}, "info REPLY.part"},
	{"answered before the service is recorded", func(d *hearing.Delivery) {
		d.ServedAt = time.Time{}
		d.RepliedOn = day("2023-08-20")
	}, "warn REPLY.unserved"},
}

// letter makes a delivery one that went by post and was tried once.
func letter(d *hearing.Delivery) {
	d.Mode, d.Servers, d.SentOn = hearing.Posted, nil, day("2023-07-28")
	d.Tries = []hearing.Attempt{{On: day("2023-07-31"), Why: "单位无人"}}
	d.ServedAt = time.Time{}
}

// ofService are the rules about receipts.
var ofService = []string{"SERVERS", "RECEIVER", "REFUSED", "POST", "ELECTRONIC", "THROUGH", "CALL", "NOTARY", "REPLY", "ART3"}

func (d desk) service(f hearing.CaseFile) string {
	found := slices.DeleteFunc(d.table.CheckCase(f, d.days, at("2023-08-21 09:00"), "zh"), func(x hearing.Finding) bool { return !slices.Contains(ofService, x.Rule) })
	return codes(found)
}

func TestReceipts(t *testing.T) {
	d := newDesk(t)
	for _, c := range receipts {
		t.Run(c.name, func(t *testing.T) {
			i := served(advice("2023-07-28"), "")
			one := hearing.Delivery{ID: "d", Organisation: "o-a", Mode: hearing.Direct, ServedAt: at("2023-07-31 10:00"), Receiver: "孙伟", Capacity: hearing.UnitHead,
				Servers: []hearing.ID{"p-1", "p-2"}}
			if c.change != nil {
				c.change(&one)
			}
			i.Deliveries = []hearing.Delivery{one}
			got, want := strings.Split(d.service(with(kase(hearing.AdminPublicInterest), i)), ", "), strings.Split(c.want, ", ")
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s, want %s", got, want)
			}
		})
	}
}

// TestReceiptOfAPerson: who may sign for a person, and that the other side may not.
func TestReceiptOfAPerson(t *testing.T) {
	d := newDesk(t)
	f := kase(hearing.NonProsecution)
	f.People = map[hearing.ID]hearing.Person{"p-v": {ID: "p-v", Name: "程小满"}, "p-s": {ID: "p-s", Name: "程建平"}}
	f.Case.Parties = []hearing.Party{{ID: "1", Role: hearing.Victim, Person: "p-v"}, {ID: "2", Role: hearing.Suspect, Person: "p-s"}}
	for _, c := range []struct {
		name string
		by   hearing.Delivery
		want string
	}{
		{"the recipient", hearing.Delivery{Receiver: "程小满", Capacity: hearing.Oneself}, ""},
		{"a relative of the same home", hearing.Delivery{Receiver: "程大妈", Capacity: hearing.Family, Relation: "母女，本人外出"}, ""},
		{"a relative who is the other side", hearing.Delivery{Receiver: "程建平", Capacity: hearing.Family, Relation: "兄妹"}, "warn RECEIVER.opposite"},
		{"the head of a unit", hearing.Delivery{Receiver: "孙伟", Capacity: hearing.UnitHead}, "warn RECEIVER.person"},
	} {
		i := hearing.Instrument{ID: "i", Case: "c", Kind: hearing.NoProsecution, DecidedOn: day("2023-07-28")}
		c.by.ID, c.by.Person, c.by.Mode, c.by.ServedAt, c.by.Servers = "d", "p-v", hearing.Direct, at("2023-07-31 10:00"), []hearing.ID{"p-1", "p-2"}
		i.Deliveries = []hearing.Delivery{c.by}
		if got := d.service(with(f, i)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestWhomARecommendationMayAddress is art. 3 of the rules on recommendations.
func TestWhomARecommendationMayAddress(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		name string
		ours hearing.Office
		unit hearing.Organisation
		want string
	}{
		{"our own level and region", county, agency(hearing.LevelCounty, "澄河区"), ""},
		{"the region with the city above it", county, agency(hearing.LevelCounty, "云岭市澄河区"), ""},
		{"a street office: no procuratorate is below", county, agency(hearing.LevelTownship, "澄河区"), ""},
		{"a city's authority", county, agency(hearing.LevelCity, "云岭市"), "warn ART3.higher"},
		{"a district's, from the city", hearing.Office{Level: hearing.LevelCity, Region: "云岭市"}, agency(hearing.LevelCounty, "澄河区"), "warn ART3.lower"},
		{"another district's", county, agency(hearing.LevelCounty, "望江区"), "warn ART3.region"},
		{"nothing is known of it", county, hearing.Organisation{Kind: hearing.Agency}, ""},
		{"a company elsewhere", county, hearing.Organisation{Kind: hearing.Company, Region: "望江区"}, "warn ART3.region"},
	} {
		f := kase(hearing.AdminPublicInterest)
		c.unit.ID, c.unit.Name = "o-a", "某单位"
		f.Office, f.Organisations = c.ours, map[hearing.ID]hearing.Organisation{"o-a": c.unit}
		i := served(advice("2023-07-28"), "")
		if got := d.service(with(f, i)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

var county = hearing.Office{Level: hearing.LevelCounty, Region: "澄河区"}

func agency(l hearing.Level, region string) hearing.Organisation {
	return hearing.Organisation{Kind: hearing.Agency, Level: l, Region: region}
}

// TestALetterThatCameBack is not served: the time to serve runs on, until another
// service; with one, nobody asks about the letter any more.
func TestALetterThatCameBack(t *testing.T) {
	d := newDesk(t)
	i := served(advice("2023-07-28"), "")
	back := hearing.Delivery{ID: "d", Organisation: "o-a"}
	letter(&back)
	i.Deliveries = []hearing.Delivery{back}
	equal(t, "on its way", d.of(with(kase(hearing.AdminPublicInterest), i), "DL07", day("2023-08-03")), nil)
	i.Deliveries[0].ReturnedOn, i.Deliveries[0].ReturnReason = day("2023-08-02"), "单位无人"
	f := with(kase(hearing.AdminPublicInterest), i)
	equal(t, "came back", d.of(f, "DL07", day("2023-08-03")), []string{"block late 2023-07-31"})
	equal(t, "its tries are over", d.of(f, "DL28", day("2023-08-09")), nil)
	i.Deliveries = append(i.Deliveries, hearing.Delivery{ID: "e", Organisation: "o-a", Mode: hearing.Direct, ServedAt: at("2023-08-03 10:00"), Servers: []hearing.ID{"p-1", "p-2"}})
	f = with(f, i)
	if got := d.service(f); got != "" {
		t.Errorf("served by hand after that: %s", got)
	}
	equal(t, "the reply counts from there", d.of(f, "DL09", day("2023-08-21")), []string{"info due 2023-10-07"})
}
