package roster_test

import (
	"fmt"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/roster"
)

func book(t testing.TB) *roster.Book {
	t.Helper()
	b, err := roster.Load(assets.Roster)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sheet makes a sheet of lines whose cells are divided by bars.
func sheet(lines ...string) roster.Sheet {
	var s roster.Sheet
	for i, l := range lines {
		r := roster.Row{N: i + 1}
		for _, c := range strings.Split(l, "|") {
			r.Cells = append(r.Cells, roster.Cell{Text: c})
		}
		if strings.Trim(l, "|") != "" {
			s.Rows = append(s.Rows, r)
		}
	}
	return s
}

func chinese(t hearing.Term) string { return t.Zh }

// job is an import of a sheet whose columns mean what is proposed.
func job(t testing.TB, s roster.Sheet, kind string, people []hearing.Person, units ...hearing.Organisation) roster.Job {
	t.Helper()
	k, ok := roster.KindOf(kind)
	if !ok {
		t.Fatal(kind)
	}
	n := 0
	return roster.Job{Sheet: s, Mapping: book(t).Propose(k, s), Kind: k, People: people, Units: units, Say: chinese,
		NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("new-%d", n)) }}
}

// said is a plan, a line a row: 7 changed 张三 电话 1→2.
func said(p roster.Plan) string {
	var b strings.Builder
	for _, l := range p.Lines {
		fmt.Fprintf(&b, "%d %s %s", l.Row, l.State, l.Name)
		for _, c := range l.Changes {
			if l.Fault == nil {
				fmt.Fprintf(&b, " %s %s→%s", c.Field.Term.Zh, c.Before, c.After)
			}
		}
		if f := l.Fault; f != nil {
			fmt.Fprintf(&b, " %s %s %s “%s”", f.Cell, f.Heading, f.Code, f.Value)
		}
		if l.State == roster.Double {
			fmt.Fprintf(&b, " =%d", l.Same)
		}
		b.WriteByte('\n')
	}
	for _, o := range p.Units {
		fmt.Fprintf(&b, "unit %s %s\n", o.Name, o.Kind)
	}
	if len(p.Passed) > 0 {
		fmt.Fprintf(&b, "passed %v\n", p.Passed)
	}
	return b.String()
}

func check(t *testing.T, got, want string) {
	t.Helper()
	if g, w := strings.TrimSpace(got), strings.ReplaceAll(strings.TrimSpace(want), "\n\t\t", "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

func TestARosterOfOfficers(t *testing.T) {
	s := sheet("听证员名册", "序号|姓名|性别|出生年月|身份证号|工作单位及职务|身份|类别|专长|聘期|手机|备注",
		"1|张　三||1985.3|140101198503120012|澄河区住房和城乡建设局科长|公务员|专家类|建筑、消防|2024.1-2026.12|13905550111|无",
		"2|王䶮|女|1990年1月||云岭春晖律师事务所 律师|律师|法律型|民事；行政|2024-01-15至2027-01-14|1.3905550112E+10|/",
		"3|𬱖强|男||||退休教师|社会型||||",
		"合计|3 人||||||||||",
		"序号|姓名|性别|出生年月|身份证号|工作单位及职务|身份|类别|专长|聘期|手机|备注",
		"4|艾力•买买提|男|1978-06-30|140101197806301238|春晖社区|网格员|社会类|调解|至2026年12月||")
	p := book(t).Plan(job(t, s, "officers", nil))
	check(t, said(p), `3 new 张三
		4 new 王䶮
		5 new 𬱖强
		8 new 艾力·买买提
		unit 云岭春晖律师事务所 law-firm
		unit 春晖社区 community
		unit 澄河区住房和城乡建设局 agency
		passed [6 7]`)
	one := p.Lines[0].Person
	if one.Born.String() != "1985-03-12" || one.Gender != hearing.Male || one.Post != "科长" || one.Class != hearing.ClassExpert || one.Pool != hearing.PoolActive ||
		len(one.Specialties) != 2 || one.TermEnds.String() != "2026-12-31" || one.Note != "" {
		t.Errorf("got %+v", one)
	}
	if two := p.Lines[1].Person; two.Post != "律师" || two.Phone != "13905550112" || two.Note != "" || strings.Join(two.Specialties, " ") != "民事 行政" {
		t.Errorf("got %+v", two)
	}
}

func TestWhatIsWrongIsNamedByRowAndColumn(t *testing.T) {
	const head = "姓名|性别|出生日期|身份证号|电话|类别|聘期|聘期自|聘期至|单位"
	for _, c := range []struct{ row, want string }{
		{"|男|1985||13905550111|||||", "2 refused  A2 姓名 noname “”"},
		{"张3|男||||||||", "2 refused 张3 A2 姓名 name “张3”"},
		{"张三|男的||||||||", "2 refused 张三 B2 性别 unknown “男的”"},
		{"张三||1985-02-30|||||||", "2 refused 张三 C2 出生日期 date “1985-02-30”"},
		{"张三|||140101198503120013||||||", "2 refused 张三 D2 身份证号 checksum “140101********0013”"},
		{"张三|女||140101198503120012||||||", "2 refused 张三 D2 身份证号 contradicts “140101********0012”"},
		{"张三||1986|140101198503120012||||||", "2 refused 张三 D2 身份证号 contradicts “140101********0012”"},
		{"张三|||1.4010119850312E+17||||||", "2 refused 张三 D2 身份证号 lost “1.4010*********E+17”"},
		{"张三||||同上|||||", "2 refused 张三 E2 电话 phone “同上”"},
		{"张三|||||法官||||", "2 refused 张三 F2 类别 unknown “法官”"},
		{"张三||||||三年|||", "2 refused 张三 G2 聘期 term “三年”"},
		{"张三||||||2026-2024|||", "2 refused 张三 G2 聘期 order “2026-2024”"},
		{"张三|||||||2026.1|2024.1|", "2 refused 张三 I2 聘期至 order “2024.1”"},
		{"张三|||||||||#REF!", "2 refused 张三 J2 单位 error “#REF!”"},
		{"张三|||||||||" + strings.Repeat("长", 201), "2 refused 张三 J2 单位 long “" + strings.Repeat("长", 201) + "”"},
		{"张三|||||||||两个单位", "2 refused 张三 J2 单位 units “两个单位”"},
		{"李四|||140101198503120012||||||", "2 new 李四"},
		{"李四|||140101197806301238||||||", "2 refused 李四 D2 身份证号 taken “140101********1238”"},
	} {
		known := []hearing.Person{{ID: "k", Name: "周慧敏", IDNumber: "140101197806301238"}}
		p := book(t).Plan(job(t, sheet(head, c.row), "people", known, hearing.Organisation{ID: "a", Name: "两个单位"}, hearing.Organisation{ID: "b", Name: "两个单位"}))
		if got := strings.TrimSpace(said(p)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.row, got, c.want)
		}
		if refused := strings.Contains(c.want, "refused"); refused != (len(p.Records()) == 0) || refused && len(p.Units) > 0 {
			t.Errorf("%s: stores %d records, %d of them units", c.row, len(p.Records()), len(p.Units))
		}
	}
}

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func partial(s string) calendar.Partial {
	p, err := calendar.ParsePartial(s)
	if err != nil {
		panic(err)
	}
	return p
}

func TestEmptyCellsEraseNothing(t *testing.T) {
	was := hearing.Person{ID: "a", Version: 7, Name: "程桂兰", Gender: hearing.Female, Born: partial("1955-06"), Phone: "13905550111", Title: "退休教师", Address: "梧桐苑", Note: "备注",
		Specialties: []string{"调解"}, TermEnds: day("2026-12-31"), Bars: []hearing.Bar{{Kind: hearing.BarOther}}, IDNumber: "140101195506150024"}
	s := sheet("姓名|性别|出生日期|电话|身份|地址|备注|专长|聘期|证件号码", "程桂兰|||13905550111||-|无|||140101********0024", "程桂兰||1955||||||||")
	p := book(t).Plan(job(t, s, "people", []hearing.Person{was}))
	check(t, said(p), "2 same 程桂兰\n3 refused 程桂兰 A3 姓名 twice “程桂兰”")
	s = sheet("姓名|电话|职务", "程桂兰|13905550111|调解员")
	p = book(t).Plan(job(t, s, "people", []hearing.Person{was}))
	got := p.Lines[0].Person
	if got.Post != "调解员" || got.Version != 7 || len(got.Bars) != 1 || got.Note != "备注" || got.TermEnds != was.TermEnds {
		t.Errorf("got %+v", got)
	}
}

func TestKindsTakeThingsForGranted(t *testing.T) {
	for kind, want := range map[string]string{
		"officers": "在库||other", "supervisors": "|人民监督员|other", "volunteers": "|“益心为公”志愿者|other", "assistants": "|特邀检察官助理|agency",
		"notaries": "|公证员|notary-office", "agencies": "||agency", "media": "|记者|media", "people": "||other",
	} {
		p := book(t).Plan(job(t, sheet("姓名|单位", "张三|春晖"), kind, nil))
		got := p.Lines[0].Person
		if s := got.Pool.Term().Zh + "|" + got.Title + "|" + string(p.Units[0].Kind); s != want {
			t.Errorf("%s: got %s, want %s", kind, s, want)
		}
	}
	p := book(t).Plan(job(t, sheet("姓名|身份|听证员库", "张三|律师|暂停"), "officers", nil))
	if got := p.Lines[0].Person; got.Pool != hearing.PoolSuspended || got.Title != "律师" {
		t.Errorf("what the row says is replaced: %+v", got)
	}
}

func TestUnitsAndPostsInOneColumn(t *testing.T) {
	for text, want := range map[string]string{
		"澄河区住建局科长": "澄河区住建局|科长", "春晖社区": "春晖社区|", "云岭大学法学院教授": "云岭大学法学院|教授", "云岭市人民医院 主任医师": "云岭市人民医院|主任医师",
		"澄河区司法局局长": "澄河区司法局|局长", "春晖社区居委会主任": "春晖社区居委会|主任", "春晖合作社理事长": "春晖合作社|理事长",
		"退休教师": "||退休教师", "自由职业": "||自由职业", "退休干部管理局": "退休干部管理局|",
	} {
		p := book(t).Plan(job(t, sheet("姓名|工作单位及职务", "张三|"+text), "people", nil))
		got := "|" + p.Lines[0].Person.Post
		if len(p.Units) > 0 {
			got = p.Units[0].Name + got
		}
		if title := p.Lines[0].Person.Title; title != "" {
			got += "|" + title
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestADeputyOfATermAndALevel(t *testing.T) {
	p := book(t).Plan(job(t, sheet("姓名|人大代表|届别|级别", "张三|是|第五届|澄河区", "李四|云岭市第六届人大代表|第六届|云岭市", "王五|否|第二届|"), "people", nil))
	for i, want := range []string{"澄河区第五届人大代表|", "云岭市第六届人大代表|", "|届别：第二届"} {
		if got := p.Lines[i].Person; got.Deputy+"|"+got.Note != want {
			t.Errorf("got %s|%s, want %s", got.Deputy, got.Note, want)
		}
	}
}
