package rules_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// own is an office's file: a term from one of its own kinds of step to another,
// and a request to the justice bureau five working days before a hearing.
const own = `{"format":"hearingdesk-rules","version":1,"steps":[{"code":"letter-came","zh":"收到群众来信","en":"Letter received"},{"code":"letter-answered","zh":"答复群众来信","en":"Letter answered"},
 {"code":"supervisor-asked","zh":"商请抽选人民监督员","en":"Supervisor asked for"}],"rules":[
 {"id":"OWN1","variant":"due","severity":"info","title":"本院规定","house":true,"basis":"群众来信七日内答复。","zh":"请在{due}前答复{who}。","en":"Answer {who} by {due}."},
 {"id":"OWN1","variant":"late","severity":"warn","title":"本院规定","house":true,"basis":"群众来信七日内答复。","zh":"{who}的来信已逾期{n}日{done}。|请答复。","en":"{n} days late{done}.| Answer."},
 {"id":"OWN2","variant":"due","severity":"info","title":"本院规定","house":true,"basis":"五个工作日前商请抽选人民监督员。","zh":"请在{due}前商请抽选人民监督员。","en":"Ask for a supervisor by {due}."},
 {"id":"OWN2","variant":"late","severity":"warn","title":"本院规定","house":true,"basis":"五个工作日前商请抽选人民监督员。","zh":"应在{due}前商请抽选人民监督员。","en":"A supervisor was to be asked for by {due}."},
 {"id":"OWN3","variant":"due","severity":"info","title":"本院规定","house":true,"basis":"答复期满三日内报告。","zh":"请在{due}前报告。","en":"Report by {due}."}],
 "periods":[
 {"id":"OWN1","starts":"letter-came","ends":["letter-answered"],"period":{"n":7,"unit":"day"},"house":true,"whom":{"zh":"来信人","en":"the writer"}},
 {"id":"OWN2","starts":"hearing.start","ends":["supervisor-asked"],"period":{"n":5,"unit":"working-day"},"back":true,"house":true},
 {"id":"OWN3","starts":"OWN1","period":{"n":3,"unit":"day"},"house":true}]}`

func ownDesk(t *testing.T) desk {
	t.Helper()
	d := newDesk(t)
	table, err := d.table.With([]byte(own))
	if err != nil {
		t.Fatal(err)
	}
	d.table = table
	return d
}

func TestAnOfficesOwnPeriods(t *testing.T) {
	d := ownDesk(t)
	came, answered := step("letter-came", "2023-09-22"), step("letter-answered", "2023-10-07")
	equal(t, "the last day", d.of(kase(hearing.OtherCase, came), "OWN1", day("2023-10-07")), []string{"info due 2023-10-07"})
	equal(t, "the day after", d.of(kase(hearing.OtherCase, came), "OWN1", day("2023-10-08")), []string{"warn late 2023-10-07"})
	equal(t, "answered", d.of(kase(hearing.OtherCase, came, answered), "OWN1", day("2023-10-08")), nil)
	ten := calendar.Days(10)
	came.Period = &ten
	equal(t, "the letter sets ten days", d.of(kase(hearing.OtherCase, came), "OWN1", day("2023-09-25")), []string{"info due 2023-10-07"})

	for lang, names := range map[string]string{"zh": "收到群众来信 期限OWN1届满", "en": "Letter received Period OWN1 ends"} {
		var got []string
		for _, f := range d.table.CheckCase(kase(hearing.OtherCase, came), d.days, at("2023-09-25 09:00"), lang) {
			if f.Count != nil {
				got = append(got, f.Count.Name)
			}
		}
		if strings.Join(got, " ") != names {
			t.Errorf("they are counted from %q, want %q", got, names)
		}
	}

	p := d.examples() // E1 is heard on 2023-07-18: five working days before is the 11th
	for _, c := range []struct{ now, want string }{
		{"2023-07-11 09:00", "info OWN2 请在2023-07-11前商请抽选人民监督员。 [2023-07-11]"},
		{"2023-07-12 09:00", "warn OWN2 应在2023-07-11前商请抽选人民监督员。 [2023-07-11]"},
	} {
		compare(t, d.check(p, e1, c.now), []string{c.want}, nil)
	}
	p.Cases[0].Steps = []hearing.Step{{ID: "s", Kind: "supervisor-asked", On: day("2023-07-05"), Session: e1}}
	compare(t, d.check(p, e1, "2023-07-12 09:00"), nil, []string{"OWN2"})
	p.Cases[0].Steps[0].Session = "h-other" // for another hearing
	compare(t, d.check(p, e1, "2023-07-12 09:00"), []string{"warn OWN2"}, nil)
}

// TestHowADateCameAbout holds what the window and the command line explain.
func TestHowADateCameAbout(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	for _, c := range []struct {
		session            hearing.ID
		now, rule, variant string
		event, due, advise string
		zh, en             string
	}{
		{e1, "2023-07-10 09:00", "DL01", "tight", "hearing.start", "2023-07-15", "2023-07-14", "听证会", "Hearing"},
		{e2, "2023-06-28 09:00", "DL14", "due", "notary.accepted", "2023-07-18", "2023-07-18", "公证受理", "Accepted by the notary"},
		{"a-e1", "2023-10-10 09:00", "DL09", "late", "delivery.served", "2023-10-07", "2023-10-07", "送达检察建议书", "Recommendation served"},
		{"a-e1", "2023-10-10 09:00", "DL11", "due", "DL09", "2023-11-07", "2023-11-07", "整改、回复期限届满", "Time to answer ends"},
	} {
		for lang, name := range map[string]string{"zh": c.zh, "en": c.en} {
			dossier, _ := p.Dossier(c.session, zone)
			found := false
			for _, f := range d.table.Check(dossier, d.days, at(c.now), lang) {
				if f.Rule != c.rule || f.Variant != c.variant {
					continue
				}
				found = true
				switch {
				case f.Count == nil || f.Count.Event != c.event || f.Count.Name != name:
					t.Errorf("%s: %+v, want %q", c.rule, f.Count, name)
				case f.Due != day(c.due) || f.Advise != day(c.advise) || strings.ContainsAny(f.Text, "{|}"):
					t.Errorf("%s: %s, %s: %s", c.rule, f.Due, f.Advise, f.Text)
				case f.Count.Due != nil && f.Count.Due.On != f.Due, f.Count.Limit != nil && f.Count.Limit.Hard != f.Due:
					t.Errorf("%s: the count ends on another day", c.rule)
				}
			}
			if !found {
				t.Errorf("%s %s is not said", c.rule, c.variant)
			}
		}
	}
}

// BenchmarkCheckCase checks a case with steps and a paper of its own.
func BenchmarkCheckCase(b *testing.B) {
	d := newDesk(b)
	f := with(kase(hearing.AdminPublicInterest, asked("a", "2023-06-05", "p-a"), decided("2023-06-07", "", "p-a"), step(hearing.PauseBegan, "2023-09-01"), step(hearing.PauseEnded, "2023-09-21")),
		served(advice("2023-07-28"), "2023-07-31"))
	now := at("2023-09-25 09:00")
	b.ReportAllocs()
	for b.Loop() {
		d.table.CheckCase(f, d.days, now, "zh")
	}
}
