package rules_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// E1 is heard on Tuesday 18 July 2023: five working days before is Tuesday the 11th.
var supervisorCases = []struct {
	name, now string
	change    func(*hearing.Package, *hearing.Hearing)
	want, not []string
}{
	{"DL30 not asked yet, in time", "2023-07-11 09:00", func(_ *hearing.Package, h *hearing.Hearing) { h.Supervision = hearing.Supervision{} },
		[]string{"info DL30 请在2023-07-11前商请司法行政机关抽选人民监督员（最迟2023-07-11）。 [2023-07-11]"}, nil},
	{"DL30 a day too late", "2023-07-12 09:00", func(_ *hearing.Package, h *hearing.Hearing) { h.Supervision = hearing.Supervision{} },
		[]string{"warn DL30 还没有商请司法行政机关抽选人民监督员，应在2023-07-11前提出"}, nil},
	{"DL30 asked on the last day", "2023-07-12 09:00", letterOf("2023-07-11"), nil, []string{"DL30"}},
	{"DL30 asked a day too late", "2023-07-13 09:00", letterOf("2023-07-12"), []string{"warn DL30 2023-07-12才商请抽选人民监督员，应在2023-07-11前提出"}, nil},
	{"DL30 nobody is wanted", "2023-07-13 09:00", func(_ *hearing.Package, h *hearing.Hearing) {
		h.Supervision = hearing.Supervision{}
		participant(h, "h-e1-s1").Role = hearing.Observer
	}, nil, []string{"DL30"}},
	{"DL30 one must be invited", "2023-07-13 09:00", func(p *hearing.Package, h *hearing.Hearing) {
		h.Supervision = hearing.Supervision{}
		participant(h, "h-e1-s1").Role = hearing.Observer
		p.Cases[caseAt(p, "c-e1")].Type = hearing.AdminSupervision
	}, []string{"warn DL30", "block SUPERVISOR"}, nil},
	{"an opinion without an answer", "2023-08-02 09:00", func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Supervision.Opinions[0].RepliedOn = hearing.Decided, calendar.Date{}
	}, []string{"warn SUPERVISOR 人民监督员吴敏的意见“建议把整改情况在小区公示，请居民监督。”还没有答复"}, nil},
	{"an answered opinion", "2023-08-02 09:00", func(_ *hearing.Package, h *hearing.Hearing) { h.State = hearing.Decided }, nil, []string{"还没有答复"}},
	{"DL29 to be claimed", "2023-08-02 09:00", func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Supervision.ClaimedOn = hearing.Decided, calendar.Date{}
	}, []string{"info DL29 请在2023-08-29前向司法行政机关申报人民监督员补助（2023-07-18起算）。 [2023-08-29]"}, nil},
	{"DL29 a day too late", "2023-08-30 09:00", func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Supervision.ClaimedOn = hearing.Decided, calendar.Date{}
	}, []string{"warn DL29 应在2023-08-29前向司法行政机关申报人民监督员补助，已逾期1日"}, nil},
	{"DL29 claimed on the last day", "2023-08-30 09:00", func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Supervision.ClaimedOn = hearing.Decided, day("2023-08-29")
	}, nil, []string{"DL29"}},
	{"DL29 the supervisor did not come", "2023-08-02 09:00", func(_ *hearing.Package, h *hearing.Hearing) {
		h.State, h.Supervision.ClaimedOn = hearing.Decided, calendar.Date{}
		participant(h, "h-e1-s1").Attendance.Presence = hearing.Absent
	}, nil, []string{"DL29"}},
	{"an allowance of one who did not come", "2023-08-02 09:00", func(_ *hearing.Package, h *hearing.Hearing) {
		participant(h, "h-e1-o1").Attendance.Presence = hearing.Absent
	}, []string{"warn PAY 王䶮没有到场，却填了履职保障费用250元"}, nil},
	{"as much as may be", "2023-08-02 09:00", func(_ *hearing.Package, h *hearing.Hearing) { h.Allowances.Lines[0].Labour = 5000_00 }, nil, []string{"PAY"}},
	{"a fen more", "2023-08-02 09:00", func(_ *hearing.Package, h *hearing.Hearing) { h.Allowances.Lines[0].Labour = 5000_01 },
		[]string{"warn PAY 王䶮的劳务费填了5000.01元，超过5000元"}, nil},
}

func letterOf(on string) func(*hearing.Package, *hearing.Hearing) {
	return func(_ *hearing.Package, h *hearing.Hearing) { h.Supervision.AskedOn = day(on) }
}

func caseAt(p *hearing.Package, id hearing.ID) int {
	for i := range p.Cases {
		if p.Cases[i].ID == id {
			return i
		}
	}
	return -1
}

func TestSupervisorsAndAllowances(t *testing.T) {
	for _, c := range supervisorCases {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := hearingOf(&p, e1)
			if at(c.now).Before(at("2023-07-18 09:00")) {
				h = planned(&p)
			}
			c.change(&p, h)
			compare(t, d.check(p, e1, c.now), c.want, c.not)
		})
	}
}

// TestAnAnnouncementAsksToo: the ceremony of E1 is on Monday 31 July 2023.
func TestAnAnnouncementAsksToo(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	a := &p.Announcements[0]
	a.State, a.Supervision = hearing.Draft, hearing.Supervision{}
	compare(t, d.check(p, a.ID, "2023-07-24 09:00"), []string{"info DL30 请在2023-07-24前"}, nil)
	compare(t, d.check(p, a.ID, "2023-07-25 09:00"), []string{"warn DL30 还没有商请"}, nil)
}

const standardsOf = `"standards": [
 {"role":"officer","labour_fen":20000,"travel_fen":5000,"title":"本院规定","from":"2023-01-01","to":"2023-12-31"},
 {"role":"officer","class":"expert","labour_fen":40000,"most_fen":50000,"title":"本院规定","article":"第三条","from":"2023-01-01"},
 {"role":"expert","labour_fen":60000,"title":"本院规定","from":"2023-01-01"}]`

// TestAnOfficesStandards: the program has none; the class's own goes before that of
// all, by the hearing's day; an office changes the days of DL30 too.
func TestAnOfficesStandards(t *testing.T) {
	d := newDesk(t)
	if len(d.table.Standards()) > 0 {
		t.Error("the program has an amount of its own")
	}
	own, err := d.table.With(officeFile(standardsOf + `, "periods": [{"id":"DL30","starts":"hearing.start","ends":["supervisor.asked"],"period":{"n":3,"unit":"working-day"},"back":true,"house":true}]`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		role  hearing.Role
		class hearing.OfficerClass
		on    string
		want  hearing.Fen
	}{
		{hearing.Officer, hearing.ClassSocial, "2023-01-01", 25000},
		{hearing.Officer, "", "2023-12-31", 25000},
		{hearing.Officer, "", "2024-01-01", 0},
		{hearing.Officer, "", "2022-12-31", 0},
		{hearing.Officer, hearing.ClassExpert, "2024-01-01", 40000},
		{hearing.Expert, "", "2023-07-18", 60000},
		{hearing.Supervisor, "", "2023-07-18", 0},
	} {
		s, ok := own.Standard(c.role, c.class, day(c.on))
		if got := s.Travel + s.Board + s.Labour; got != c.want || ok != (c.want > 0) {
			t.Errorf("%s %s on %s: %s %v", c.role, c.class, c.on, got, ok)
		}
	}
	if got := own.MostPay(hearing.Officer, hearing.ClassExpert, day("2023-07-18")); got != 50000 {
		t.Errorf("the most of an expert is %s", got)
	}
	d.table = own
	p := d.examples()
	planned(&p).Supervision.AskedOn = day("2023-07-13")
	compare(t, d.check(p, e1, "2023-07-14 09:00"), nil, []string{"DL30"})
}

func TestFaultsOfStandards(t *testing.T) {
	for text, want := range map[string]string{
		`{"role":"supervisor","title":"x","from":"2023-01-01"}`:                                                 "standards[0].role",
		`{"role":"officer","labour_fen":-1,"title":"x","from":"2023-01-01"}`:                                    "standards[0].labour_fen",
		`{"role":"officer","labour_fen":12.5,"title":"x","from":"2023-01-01"}`:                                  "standards[0].labour_fen",
		`{"role":"officer","labour_fen":1,"title":"x"}`:                                                         "standards[0].from",
		`{"role":"officer","labour_fen":1,"from":"2023-01-01"}`:                                                 "standards[0].title",
		`{"role":"officer","title":"x","from":"2023-01-01","to":"2022-01-01"}`:                                  "standards[0].to",
		`{"role":"expert","class":"law","title":"x","from":"2023-01-01"}`:                                       "standards[0].class",
		`{"role":"officer","title":"x","from":"2023-01-01"},{"role":"officer","title":"y","from":"2024-01-01"}`: "standards[1].role",
	} {
		_, err := newDesk(t).table.With(officeFile(`"standards": [` + text + `]`))
		if err == nil {
			t.Errorf("%s is taken", text)
			continue
		}
		compare(t, err.Error(), []string{want}, nil)
	}
}
