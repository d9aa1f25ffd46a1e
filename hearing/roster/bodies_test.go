package roster_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
)

// known are organisations of a desk.
func known() []hearing.Organisation {
	return []hearing.Organisation{
		{ID: "o-zj", Version: 3, Name: "澄河区住房和城乡建设局", Short: "区住建局", Kind: hearing.Agency, Region: "澄河区", Code: "11140105MB0000001A", Phone: "0352-5550101"},
		{ID: "o-gz", Version: 1, Name: "澄河公证处", Kind: hearing.NotaryOffice},
	}
}

// TestARosterOfOrganisations: what is new, what changes and what is refused, with row
// and column; the credit code goes before the name, and superiors that nobody knows
// are made before those under them.
func TestARosterOfOrganisations(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"found by name, short name and code", "单位名称|统一社会信用代码|电话\n澄河区住房和城乡建设局||0352-5550199\n澄河公证处||\n澄河区住建和城市管理局|11140105mb0000001a|",
			"2 changed 澄河区住房和城乡建设局 电话 0352-5550101→0352-5550199\n3 same 澄河公证处\n4 refused 澄河区住建和城市管理局 A4 单位名称 twice “澄河区住建和城市管理局”\n"},
		{"renamed by its code", "单位名称|统一社会信用代码\n澄河区城乡建设局|11140105MB0000001A", "2 changed 澄河区城乡建设局 单位全称 澄河区住房和城乡建设局→澄河区城乡建设局\n"},
		{"of one name, with another code", "单位名称|统一社会信用代码\n澄河区住房和城乡建设局|11140105MB0000002B", "2 choose 澄河区住房和城乡建设局 A2 单位名称 choose “澄河区住房和城乡建设局”\n"},
		{"of one name, in another region", "单位名称|地区\n澄河公证处|松陵区\n区住建局|松陵区", "2 changed 澄河公证处 地区 →松陵区\n3 new 区住建局\n"},
		{"its kind by its name, and by a word", "单位名称|类别|行政级别\n云岭市澄河区司法局||区级\n清平律师事务所||\n某某协会|社会团体|\n云岭晚报|新闻媒体|市级\n望江街道春晖社区||无",
			"2 new 云岭市澄河区司法局\n3 new 清平律师事务所\n4 new 某某协会\n5 new 云岭晚报\n6 new 望江街道春晖社区\n"},
		{"a value that is none", "单位名称|级别\n澄河区档案局|很高", "2 refused 澄河区档案局 B2 级别 unknown “很高”\n"},
		{"without a name", "单位名称|地址\n|春晖路1号", "2 refused  A2 单位名称 noname “”\n"},
		{"twice", "单位名称|地址\n澄河区档案局|春晖路1号\n澄河区档案局|春晖路1号", "2 new 澄河区档案局\n3 double 澄河区档案局 =2\n"},
		{"its superior stands below it, and another nowhere", "单位名称|上级单位\n澄河区消防救援大队|云岭市消防救援支队\n云岭市消防救援支队|云岭省消防救援总队",
			"2 new 澄河区消防救援大队\n3 new 云岭市消防救援支队\nunit 云岭省消防救援总队 other\n"},
		{"under itself", "单位名称|上级单位\n澄河区档案局|澄河区档案局", "2 refused 澄河区档案局 A2 parent ring “new-1”\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := sheet(strings.Split(c.rows, "\n")...)
			k, m := book(t).Guess("", s)
			if k.Key != "organisations" {
				t.Fatalf("it is taken for a roster of %s", k.Key)
			}
			j := job(t, s, k.Key, nil, known()...)
			j.Mapping = m
			check(t, said(book(t).Plan(j)), c.want)
		})
	}
}

// TestSuperiorsAreStoredFirst: each follows what it names.
func TestSuperiorsAreStoredFirst(t *testing.T) {
	s := sheet(strings.Split("单位全称|上级单位|级别\n澄河区消防救援大队|云岭市消防救援支队|县\n云岭市消防救援支队|云岭省消防救援总队|市", "\n")...)
	got := ""
	for _, r := range book(t).Plan(job(t, s, "organisations", nil, known()...)).Records() {
		o := r.(hearing.Organisation)
		got += o.Name + " " + string(o.Kind) + " " + string(o.Level) + "\n"
	}
	check(t, got, "云岭省消防救援总队 other \n云岭市消防救援支队 agency city\n澄河区消防救援大队 agency county\n")
}

// TestOrganisationsReadBack: a roster that was given out changes nothing when it is
// read, in both languages, and a changed name is a change of the same organisation.
func TestOrganisationsReadBack(t *testing.T) {
	units := append(known(), hearing.Organisation{ID: "o-1", Version: 1, Name: "=1+1", Kind: hearing.LawFirm, Level: hearing.LevelCity, Licence: "31400001", Head: "程 平", Postcode: "037000",
		Address: "'春晖路", Note: "第一行\n第二行", Parent: "o-zj"}, hearing.Organisation{ID: "o-2", Version: 1, Name: "澄河公证处", Kind: hearing.OtherBody, Region: "松陵区"})
	for _, say := range []func(hearing.Term) string{chinese, func(x hearing.Term) string { return x.En }} {
		s := roster.UnitTable(units, units, say)
		j := job(t, s, "organisations", nil, units...)
		j.Say = say
		p := book(t).Plan(j)
		if p.Count(roster.Same) != len(units) {
			t.Errorf("read back:\n%s", said(p))
		}
	}
	s := roster.UnitTable(units, units, chinese)
	s.Rows[1].Cells[0].Text = "澄河区住房城乡建设和交通局"
	p := book(t).Plan(job(t, s, "organisations", nil, units...))
	if l := p.Lines[0]; l.State != roster.Changed || l.Unit.ID != "o-zj" || len(l.Changes) != 1 || len(p.Records()) != 1 {
		t.Errorf("renamed:\n%s", said(p))
	}
}
