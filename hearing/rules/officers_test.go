package rules_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// who is somebody near the street office, whom a case changes.
var officerCases = []struct {
	name   string
	change func(*hearing.Package, *hearing.Hearing, *hearing.Person) // the person is officer h-e1-o1
	want   []string
	not    []string
}{
	{"fit", func(*hearing.Package, *hearing.Hearing, *hearing.Person) {}, nil, []string{"韦航"}},
	{"R1 on the day before the birthday", func(_ *hearing.Package, _ *hearing.Hearing, p *hearing.Person) { p.Born = born("2000-07-19") }, []string{"block R1 听证员韦航在听证日不满二十三周岁"}, nil},
	{"R1 on the birthday", func(_ *hearing.Package, _ *hearing.Hearing, p *hearing.Person) { p.Born = born("2000-07-18") }, nil, []string{"R1"}},
	{"R1 the year alone", func(_ *hearing.Package, _ *hearing.Hearing, p *hearing.Person) { p.Born = born("2000") }, []string{"warn R1 "}, []string{"block R1"}},
	{"R2 since when", func(_ *hearing.Package, _ *hearing.Hearing, p *hearing.Person) {
		p.Bars = []hearing.Bar{{Kind: hearing.BarDishonest, Since: day("2023-05-01")}}
	}, []string{"block R2 听证员韦航有禁止情形：被纳入失信被执行人名单（2023-05-01起）"}, nil},
	{"R2 after the day", func(_ *hearing.Package, _ *hearing.Hearing, p *hearing.Person) {
		p.Bars = []hearing.Bar{{Kind: hearing.BarDishonest, Since: day("2023-07-19")}}
	}, nil, []string{"R2"}},
	{"R2 lifted before", func(_ *hearing.Package, _ *hearing.Hearing, p *hearing.Person) {
		p.Bars = []hearing.Bar{{Kind: hearing.BarDishonest, Since: day("2020-01-01"), Until: day("2023-07-18")}}
	}, nil, []string{"R2"}},
	{"R3 the lawyer of a party is of the same firm", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{Organisation: "o-firm"})
		who.Organisation = "o-firm"
	}, []string{"warn R3 听证员韦航与戴律师同一单位（云岭明理律师事务所），请核实"}, nil},
	{"R3 one home, written with spaces", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{Address: "望江路 18号 3单元"})
		who.Address = "望江路18号3单元"
	}, []string{"warn R3 听证员韦航与戴律师同一住址"}, nil},
	{"R3 one telephone", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{Phone: "139 0000 0001"})
		who.Phone = "13900000001"
	}, []string{"warn R3 听证员韦航与戴律师电话相同"}, nil},
	{"R3 one surname in one neighbourhood", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{Name: "韦远", Address: "澄河区梧桐苑1幢"})
		who.Address = "澄河区梧桐苑7幢"
	}, []string{"warn R3 听证员韦航与韦远同姓且住在同一处（澄河区梧桐苑）"}, nil},
	{"R3 one surname in one district is nothing", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{Name: "韦远", Address: "云岭市澄河区"})
		who.Address = "云岭市澄河区"
		who.Address += "1号"
	}, nil, []string{"R3"}},
	{"R3 other surnames in one neighbourhood are nothing", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{Address: "梧桐苑1幢"})
		who.Address = "梧桐苑7幢"
	}, nil, []string{"R3"}},
	{"R3 with who comes for the agency", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		personOf(p, "p-zheng").Phone = "0351-5550101"
		who.Phone = "0351-5550101"
	}, []string{"warn R3 听证员韦航与郑立新电话相同"}, nil},
	{"R3 was looked into", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{Phone: "1"})
		who.Phone = "1"
		h.Overrides = []hearing.Override{{Rule: "R3", Participant: "h-e1-o1", By: "p-lin", On: day("2023-07-12"), Reason: "已核实无亲属关系"}}
	}, []string{"info R3 听证员韦航"}, []string{"warn R3", "OVERRIDE"}},
	{"R3 one home, the building called otherwise", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{Address: "云岭市澄河区梧桐苑３号楼2单元"})
		who.Address = "梧桐苑三幢2单元"
	}, []string{"warn R3 听证员韦航与戴律师同一住址"}, nil},
	{"R3 a declared relative has the lawyer's name", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{})
		who.Relatives = []hearing.Relative{{Name: "戴律师", Relation: "配偶"}}
	}, []string{"warn R3 听证员韦航与戴律师申报的近亲属（配偶戴律师）同名"}, nil},
	{"R3 a declared relative works for the agency", func(_ *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		who.Relatives = []hearing.Relative{{Name: "韦远", Relation: "子", Unit: "澄河区住房和城乡建设局"}}
	}, []string{"warn R3 听证员韦航与澄河区住房和城乡建设局有近亲属在该单位（子韦远）"}, []string{"R4"}},
	{"R3 of the firm for which somebody acts", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		lawyer(p, h, hearing.Person{})
		h.Participants[len(h.Participants)-1].Organisation = "o-firm"
		p.Organisations[len(p.Organisations)-1].Kind = hearing.LawFirm
		who.Organisation = "o-firm"
	}, []string{"warn R3 听证员韦航与云岭明理律师事务所同一单位（代理人所在律所）"}, nil},
	{"R3 the agency's telephone", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		unitOf(p, "o-zhujian").Phone = "0351-5550199"
		who.Phone = "0351-5550199"
	}, []string{"warn R3 听证员韦航与澄河区住房和城乡建设局电话相同"}, nil},
	{"R3 lives where the agency stands, and its head has the surname", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		*unitOf(p, "o-zhujian") = hearing.Organisation{ID: "o-zhujian", Name: "住建局", Kind: hearing.Agency, Head: "韦成", Address: "建设路21号"}
		who.Address = "澄河区建设路21号家属院"
	}, []string{"warn R3 听证员韦航与住建局在同一处，且与负责人韦成同姓"}, nil},
	{"R5 as somebody said", func(_ *hearing.Package, h *hearing.Hearing, _ *hearing.Person) { h.Participants[0].Lives = true }, []string{"warn R5 听证员韦航住在涉案小区"}, nil},
	{"R5 as the address says", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		p.Cases[0].Places = []string{"锦绣家园", "梧桐苑"}
		who.Address = "云岭市澄河区梧桐苑７号楼1单元"
	}, []string{"warn R5 听证员韦航的地址（云岭市澄河区梧桐苑７号楼1单元）在涉案地点“梧桐苑”，请核实有无利害关系"}, nil},
	{"R5 was looked into", func(p *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		p.Cases[0].Places, who.Address = []string{"梧桐苑"}, "梧桐苑7幢"
		h.Overrides = []hearing.Override{{Rule: "R5", Variant: "address", Participant: "h-e1-o1", By: "p-lin", On: day("2023-07-12"), Reason: "已核实，房屋已出售"}}
	}, []string{"info R5 听证员韦航的地址"}, []string{"warn R5", "OVERRIDE"}},
	{"R5 in another neighbourhood", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		p.Cases[0].Places, who.Address = []string{"梧桐苑"}, "望江路18号"
	}, nil, []string{"R5"}},
	{"R4 of a party agency", func(_ *hearing.Package, _ *hearing.Hearing, who *hearing.Person) { who.Organisation = "o-zhujian" }, []string{"block R4 听证员韦航所在单位（澄河区住房和城乡建设局）是本案机关或其上级"}, []string{"R3"}},
	{"R4 of the one above", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		under(p, "o-wangjiang", "o-top")
		who.Organisation = "o-top"
	}, []string{"block R4 听证员韦航所在单位（上级单位）"}, nil},
	{"R4 of the one two above", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		under(p, "o-wangjiang", "o-middle")
		under(p, "o-middle", "o-top")
		who.Organisation = "o-top"
	}, []string{"block R4"}, nil},
	{"R4 of one below", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		under(p, "o-station", "o-wangjiang")
		who.Organisation = "o-station"
	}, []string{"block R4 听证员韦航所在单位（上级单位）是本案机关（澄河区人民政府望江街道办事处）的下属"}, nil},
	{"R4 superiors in a ring", func(p *hearing.Package, _ *hearing.Hearing, who *hearing.Person) {
		under(p, "o-a", "o-b")
		under(p, "o-b", "o-a")
		who.Organisation = "o-a"
	}, nil, []string{"R4"}},
	{"R10 signed after the day", func(_ *hearing.Package, h *hearing.Hearing, _ *hearing.Person) {
		h.Participants[0].Declared.On = day("2023-07-19")
	}, []string{"warn R10 听证员韦航的承诺书签于2023-07-19"}, nil},
	{"who handles the case is no officer", func(_ *hearing.Package, h *hearing.Hearing, _ *hearing.Person) {
		h.Prosecutors = append(h.Prosecutors, "p-wei")
	}, []string{"block ROLES 韦航既是承办检察官又是听证员"}, nil},
	{"an expert who is officer too", func(_ *hearing.Package, h *hearing.Hearing, _ *hearing.Person) {
		h.Participants = append(h.Participants, hearing.Participant{ID: "x", Role: hearing.Expert, Person: "p-wei"})
	}, []string{"warn ROLES 韦航同时是听证员和有专门知识的人"}, []string{"block ROLES"}},
	{"an aide of a party agency", func(_ *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		h.Participants[0].Role, who.Organisation = hearing.InvitedAide, "o-zhujian"
	}, []string{"block AIDE 特邀检察官助理韦航的单位（澄河区住房和城乡建设局）是本案机关"}, []string{"R4"}},
	{"an aide of another agency", func(_ *hearing.Package, h *hearing.Hearing, who *hearing.Person) {
		h.Participants[0].Role, who.Organisation = hearing.InvitedAide, "o-weijian"
	}, nil, []string{"AIDE"}},
	{"R8 in two places at once", func(p *hearing.Package, h *hearing.Hearing, _ *hearing.Person) {
		other := hearing.Hearing{ID: "x", Title: "另一场", Slot: h.Slot, Participants: []hearing.Participant{{ID: "x", Role: hearing.Officer, Person: "p-wei"}}}
		other.Room = ""
		p.Hearings = append(p.Hearings, other)
	}, []string{"block CLASH 听证员韦航在2023-07-18 09:00–11:30已安排“另一场”（地点未定）。请换时间或换听证员"}, nil},
	{"a minor alone", func(p *hearing.Package, _ *hearing.Hearing, _ *hearing.Person) { p.Cases[0].Minor = true }, []string{"warn MINOR"}, nil},
	{"a minor with a suitable adult", func(p *hearing.Package, h *hearing.Hearing, _ *hearing.Person) {
		p.Cases[0].Minor = true
		h.Participants = append(h.Participants, hearing.Participant{ID: "x", Role: hearing.SuitableAdult})
	}, nil, []string{"MINOR"}},
	{"a notary sends somebody", func(_ *hearing.Package, h *hearing.Hearing, _ *hearing.Person) {
		h.Participants[0].Role, h.Participants[0].Proxy = hearing.NotaryRole, &hearing.Proxy{Person: "p-xu"}
	}, []string{"warn NOTARY 公证员韦航应当亲自办理"}, nil},
}

func TestWhoIsFit(t *testing.T) {
	for _, c := range officerCases {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			p := d.examples()
			h := planned(&p)
			h.Participants[0].Person = "p-wei"
			p.Organisations = append(p.Organisations, hearing.Organisation{ID: "o-firm", Name: "云岭明理律师事务所"})
			who := hearing.Person{ID: "p-wei", Name: "韦航", Pool: hearing.PoolActive, Born: born("1980-01-01")}
			c.change(&p, h, &who)
			p.People = append(p.People, who)
			compare(t, d.check(p, e1, "2023-07-17 09:00"), c.want, c.not)
		})
	}
}

// TestRotation is R7, whose number the table says, and R6.
func TestRotation(t *testing.T) {
	d := newDesk(t)
	p := d.examples()
	planned(&p)
	dossier, _ := p.Dossier(e1, zone)
	dossier.Earlier, dossier.EarlierStage = map[hearing.ID]int{"p-zhou": 7, "p-zhao": 6}, map[hearing.ID]bool{"p-ma": true}
	var b strings.Builder
	for _, f := range d.table.Check(dossier, d.days, at("2023-07-17 09:00"), "zh") {
		b.WriteString(string(f.Severity) + " " + f.Rule + " " + f.Text + "\n")
	}
	compare(t, b.String(), []string{"warn R7 听证员周慧敏十二个月内已参加7场，超过6场", "warn R6 听证员马立群"}, []string{"R7 听证员赵建国"})
}

func unitOf(p *hearing.Package, id hearing.ID) *hearing.Organisation {
	for i := range p.Organisations {
		if p.Organisations[i].ID == id {
			return &p.Organisations[i]
		}
	}
	return nil
}

func personOf(p *hearing.Package, id hearing.ID) *hearing.Person {
	for i := range p.People {
		if p.People[i].ID == id {
			return &p.People[i]
		}
	}
	return nil
}

// lawyer adds somebody who stands for a party.
func lawyer(p *hearing.Package, h *hearing.Hearing, who hearing.Person) {
	who.ID = "p-dai"
	if who.Name == "" {
		who.Name = "戴律师"
	}
	p.People = append(p.People, who)
	h.Participants = append(h.Participants, hearing.Participant{ID: "x", Role: hearing.Agent, Person: who.ID})
}

// under puts a unit under another one; who is new is added.
func under(p *hearing.Package, unit, top hearing.ID) {
	for _, id := range []hearing.ID{unit, top} {
		known := false
		for i := range p.Organisations {
			known = known || p.Organisations[i].ID == id
		}
		if !known {
			p.Organisations = append(p.Organisations, hearing.Organisation{ID: id, Name: "上级单位"})
		}
	}
	for i := range p.Organisations {
		if p.Organisations[i].ID == unit {
			p.Organisations[i].Parent = top
		}
	}
}

func born(s string) calendar.Partial {
	p, err := calendar.ParsePartial(s)
	if err != nil {
		panic(err)
	}
	return p
}
