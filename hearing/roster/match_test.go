package roster_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
)

// zhangs are four people of one name.
func zhangs() []hearing.Person {
	return []hearing.Person{
		{ID: "number", Version: 3, Name: "张伟", IDNumber: "140101198503120012", Gender: hearing.Male, Born: partial("1985-03-12"), Phone: "13905550111", Organisation: "a", Note: "旧的"},
		{ID: "phone", Name: "张 伟", Phone: "139-0555-0112", Organisation: "a"},
		{ID: "woman", Name: "张伟", Gender: hearing.Female, Organisation: "b"},
		{ID: "bare", Name: "张伟"},
	}
}

func TestNamesakesAreToldApart(t *testing.T) {
	units := []hearing.Organisation{{ID: "a", Name: "澄河区司法局", Short: "区司法局", Kind: hearing.Agency}, {ID: "b", Name: "春晖社区", Kind: hearing.Community}}
	const head = "姓名|性别|出生日期|身份证号|电话|单位|职务"
	for _, c := range []struct{ row, want, who string }{
		{"张伟|||140101198503120012|||主任", "2 changed 张伟 职务 →主任", "number"},
		{"张伟|||14010119850312001Ｘ|||", "2 refused 张伟 D2 身份证号 checksum “140101********001X”", ""},
		{"张伟||||13905550112||", "2 same 张伟", "phone"},
		{"张伟||||１３９０５５５０１１２|区司法局|", "2 same 张伟", "phone"},
		{"张伟||||13905550112|春晖社区|", "2 changed 张 伟 单位 澄河区司法局→春晖社区", "phone"},
		{"张伟|女||||春晖社区|", "2 same 张伟", "woman"},
		{"张伟||1985.3|||区司法局|", "2 choose 张伟 A2 姓名 choose “张伟”", ""}, // two work there
		{"张伟|||||区司法局|", "2 choose 张伟 A2 姓名 choose “张伟”", ""},
		{"张伟|男|1990||||", "2 choose 张伟 A2 姓名 choose “张伟”", ""},
		{"张伟|||140101199001010029|||", "2 choose 张伟 A2 姓名 choose “张伟”", ""},
		{"张伟丽||||13905550112||", "2 new 张伟丽", ""},
	} {
		p := book(t).Plan(job(t, sheet(head, c.row), "people", zhangs(), units...))
		want := strings.Replace(c.want, "changed 张 伟", "changed 张伟 姓名 张 伟→张伟", 1)
		if c.who == "phone" && strings.Contains(want, "same") {
			want = strings.Replace(want, "same 张伟", "changed 张伟 姓名 张 伟→张伟", 1)
		}
		if got := strings.TrimSpace(said(p)); got != want {
			t.Errorf("%s: got %s, want %s", c.row, got, want)
		}
		if c.who != "" && p.Lines[0].Person.ID != hearing.ID(c.who) {
			t.Errorf("%s: is %s, want %s", c.row, p.Lines[0].Person.ID, c.who)
		}
	}
}

func TestTheClerkChooses(t *testing.T) {
	s := sheet("姓名|电话", "张伟|13905550199", "张伟|13905550198", "张伟|13905550197")
	j := job(t, s, "people", []hearing.Person{{ID: "a", Name: "张伟", Phone: "13905550111"}, {ID: "b", Name: "张伟"}})
	b := book(t)
	p := b.Plan(j)
	if len(p.Stopped()) != 3 || len(p.Lines[0].Candidates) != 2 {
		t.Fatalf("got %s", said(p))
	}
	j.Choices = map[int]roster.Choice{2: {Is: "a"}, 3: {New: true}, 4: {Leave: true}}
	p = b.Plan(j)
	check(t, said(p), `2 changed 张伟 电话 13905550111→13905550199
		3 new 张伟
		4 left 张伟`)
	if len(p.Records()) != 2 || p.Records()[0].Key() != "a" {
		t.Errorf("stores %v", p.Records())
	}
}

func TestRowsOfTheSamePerson(t *testing.T) {
	s := sheet("姓名|电话|单位|职务",
		"张伟|13905550111|澄河区司法局|科长", "张　伟|13905550111|澄河区司法局|", "张伟|13905550111|澄河区司法局|主任",
		"李娜|13905550120|澄河区司法局|", "李娜|13905550121|春晖社区|", // two people
		"赵刚|||", "赵刚|||", // cannot be told
		"周慧敏|13905550130||", "周慧敏|13905550130||")
	p := book(t).Plan(job(t, s, "people", []hearing.Person{{ID: "z", Name: "周慧敏", Phone: "13905550130"}}))
	check(t, said(p), `2 new 张伟
		3 double 张伟 =2
		4 refused 张伟 A4 姓名 twice “张伟”
		5 new 李娜
		6 new 李娜
		7 new 赵刚
		8 refused 赵刚 A8 姓名 twice “赵刚”
		9 same 周慧敏
		10 double 周慧敏 =9
		unit 春晖社区 community
		unit 澄河区司法局 agency`)
	if f := p.Lines[2].Fault; f.Want != "A2" {
		t.Errorf("the earlier row is %s", f.Want)
	}
}
