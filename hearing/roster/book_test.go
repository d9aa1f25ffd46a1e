package roster_test

import (
	"strings"
	"testing"

	"hearingdesk/hearing/roster"
)

func TestTheHeadingsAreFound(t *testing.T) {
	for _, c := range []struct {
		name   string
		sheet  roster.Sheet
		header int
		fields string
		left   string
	}{
		{"plain", sheet("姓名|性别|单位"), 0, "name,gender,unit", ""},
		{"titles above", sheet("云岭市澄河区人民检察院听证员名册|||", "", "填报单位：澄检|||2026年1月", "序号|姓 名|出生\n年月|联系电话（必填）"), 2, ",name,born,phone", ""},
		{"two rows, merged", sheet("序号|姓名|联系方式|", "序号|姓名|手机|住址"), 1, ",name,phone,address", ""},
		{"English", sheet("Name|Date of birth|ID number|Employer|Mobile"), 0, "name,born,id_number,unit,phone", ""},
		{"what the desk gives out", sheet("姓名|性别|出生日期|单位|职务|身份|电话|听证员类别|听证员库|专长|聘期至|系统编号"), 0, "name,gender,born,unit,post,title,phone,class,pool,specialties,term_ends,id", ""},
		{"unknown", sheet("姓名|政治面貌|电话|血型"), 0, "name,,phone,", "政治面貌 血型"},
		{"two telephones", sheet("姓名|办公电话|手机|单位|工作单位"), 0, "name,phone,phone,unit,", "工作单位"},
		{"none", sheet("张三|男|律师", "李四|女|教师"), -1, ",,", ""},
		{"no name", sheet("单位|电话"), -1, ",", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := book(t)
			m := b.Propose(roster.Kind{}, c.sheet)
			if m.Header != c.header || strings.Join(m.Fields, ",") != c.fields {
				t.Errorf("got row %d: %s", m.Header, strings.Join(m.Fields, ","))
			}
			if got := strings.Join(b.Unmapped(c.sheet, m), " "); got != c.left {
				t.Errorf("left out: got %q, want %q", got, c.left)
			}
		})
	}
}

func TestATitleTellsWhomARosterIsOf(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		file, want string
		sheet      roster.Sheet
	}{
		{"a.xlsx", "officers", sheet("澄河区人民检察院听证员名册|", "姓名|电话")},
		{"a.xlsx", "supervisors", sheet("云岭市人民监督员（听证员）名单|", "姓名|电话")},
		{"特邀检察官助理.csv", "assistants", sheet("姓名|电话")},
		{"名单.csv", "people", sheet("姓名|听证员类别")},
		{"听证员.xlsx", "people", sheet("姓名|听证员类别|系统编号")},
	} {
		if got, _ := b.Guess(c.file, c.sheet); got.Key != c.want {
			t.Errorf("%s: got %s, want %s", c.file, got.Key, c.want)
		}
	}
	if got := b.Choose([]roster.Sheet{sheet("说明", "a", "b", "c", "d"), sheet("姓名|电话", "张三|"), sheet("姓名|电话", "张三|", "李四|")}); got != 2 {
		t.Errorf("chose sheet %d", got)
	}
}
