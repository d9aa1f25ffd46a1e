package words

import (
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2/lang"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
)

func use(t *testing.T, language string) {
	t.Helper()
	t.Cleanup(func() { english.Store(nil) })
	if err := Use(language); err != nil {
		t.Fatal(err)
	}
}

func TestT(t *testing.T) {
	for _, c := range []struct {
		name, language, key string
		values              []any
		want                string
	}{
		{"Chinese stands for itself", Chinese, "保存", nil, "保存"},
		{"a text", English, "已保存", nil, "Saved"},
		{"a text without English stays", English, "没有这句话", nil, "没有这句话"},
		{"another language is Chinese", "fr", "已保存", nil, "已保存"},
		{"strings", English, "主持人 {{.Name}}", []any{map[string]string{"Name": "方晓岚"}}, "Presider 方晓岚"},
		{"numbers, without a plural", English, "还有 {{.N}} 场", []any{map[string]int{"N": 1}}, "1 more"},
		{"any", Chinese, "第 {{.Line}} 行 {{.Field}}", []any{map[string]any{"Line": 4, "Field": "role"}}, "第 4 行 role"},
		{"a struct", Chinese, "第 {{.Line}} 行 {{.Field}}", []any{struct {
			Line  int
			Field string
		}{4, "role"}}, "第 4 行 role"},
		{"a map of other values", Chinese, "{{.N}} 页", []any{map[string]float64{"N": 1.5}}, "1.5 页"},
		{"a named value", Chinese, "{{.N}} 页", []any{map[string]hearing.ID{"N": "x"}}, "x 页"},
		{"a value twice", Chinese, "{{.A}}和{{.A}}", []any{map[string]string{"A": "甲"}}, "甲和甲"},
		{"a value that looks like a place", Chinese, "“{{.Name}}”", []any{map[string]string{"Name": "{{.Name}}"}}, "“{{.Name}}”"},
		{"a value that is not given", Chinese, "{{.N}} 页", []any{map[string]string{}}, "{{.N}} 页"},
		{"no values", Chinese, "{{.N}} 页", nil, "{{.N}} 页"},
		{"values that are none", Chinese, "{{.N}} 页", []any{nil}, "{{.N}} 页"},
		{"an open place", Chinese, "{{.N", []any{map[string]string{"N": "1"}}, "{{.N"},
	} {
		use(t, c.language)
		if got := T(c.key, c.values...); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPutTogether(t *testing.T) {
	for _, c := range []struct{ language, list, sentences, change, off string }{
		{Chinese, "甲、乙", "已保存没有冲突", "修改听证会“甲”", "国庆节"},
		{English, "甲, 乙", "Saved No clash", `changed hearing "甲"`, "National Day"},
	} {
		use(t, c.language)
		change := hearing.Change{Kind: "hearing", Name: "甲", Before: []byte("{}"), After: []byte("{}")}
		for _, got := range [][2]string{
			{List([]string{"甲", "乙"}), c.list},
			{Sentences(T("已保存"), "", T("没有冲突")), c.sentences},
			{Change(change), c.change},
			{Holiday("国庆节"), c.off},
		} {
			if got[0] != got[1] {
				t.Errorf("%s: got %q, want %q", c.language, got[0], got[1])
			}
		}
	}
}

// TestFyneSpeaksTheChosenLanguage is about the texts of Fyne's own widgets,
// whatever the language of the system.
func TestFyneSpeaksTheChosenLanguage(t *testing.T) {
	for _, system := range []string{"C", "C.UTF-8", "zh_CN.UTF-8", "zh_TW.UTF-8", "en_US.UTF-8", "fr_FR.UTF-8", ""} {
		t.Setenv("LC_ALL", system)
		t.Setenv("LANG", system)
		for _, c := range []struct{ language, paste, monday string }{
			{Chinese, "粘贴", "周一"},
			{English, "Paste", "Mo"},
		} {
			use(t, c.language)
			if err := Register(); err != nil {
				t.Fatal(err)
			}
			for _, got := range [][2]string{{lang.L("Paste"), c.paste}, {lang.X("monday.short", "Mon"), c.monday}} {
				if got[0] != got[1] {
					t.Errorf("system %q, desk %s: Fyne says %q, want %q", system, c.language, got[0], got[1])
				}
			}
			if c.language == English && lang.L("已保存") != "Saved" {
				t.Errorf("system %q: Fyne has not the desk's catalogue", system)
			}
		}
	}
}

func BenchmarkUse(b *testing.B) {
	for b.Loop() {
		_ = Use(English)
		if err := Register(); err != nil {
			b.Fatal(err)
		}
	}
	english.Store(nil)
}

// TestAContradictionIsSaidInTheUsersLanguage: of a rule file, why one of its
// periods cannot be.
func TestAContradictionIsSaidInTheUsersLanguage(t *testing.T) {
	f := &rules.FileError{Line: 4, Column: 14, Path: "periods[0]", Code: rules.BadContradiction, Value: "urged", Why: rules.StartsAndEnds}
	if got, want := RuleFault(f), "第 4 行第 14 列 periods[0]：期限自相矛盾（urged）：同一事件既起算又了结它。"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, why := range []string{rules.StartsAndEnds, rules.BackAndMore, rules.WaitsForNothing, rules.EndsNever, rules.TwoLengths, rules.NoLength,
		rules.EndsOwnOnly, rules.BackFromElse, rules.StartsItself, rules.NoSentence, rules.NoEvent, rules.EndsFirst} {
		f.Why = why
		if got := RuleFault(f); strings.Contains(got, why) || strings.Contains(got, "规则不能成立") {
			t.Errorf("%q is said as %q", why, got)
		}
	}
}

// TestAFullDiskIsTold: whoever met it, and whether it is full or has no room for a copy alone.
func TestAFullDiskIsTold(t *testing.T) {
	for want, err := range map[string]error{
		"“/盘/名册.xlsx”：磁盘已满，": &fs.PathError{Op: "write", Path: "/盘/名册.xlsx", Err: syscall.ENOSPC},
		"“/盘/desk.db”：磁盘已满，": fmt.Errorf("write /盘/desk.db: %w", hearing.ErrFull),
		"“/盘/备份”：磁盘快满了，":     fmt.Errorf("write /盘/备份: %w", hearing.ErrRoom),
	} {
		if got := Error(err); !strings.HasPrefix(got, want) {
			t.Errorf("of %v it says %q, want %q", err, got, want)
		}
	}
}
