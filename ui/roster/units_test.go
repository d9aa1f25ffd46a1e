package roster_test

import (
	"os"
	"path/filepath"
	"testing"

	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"

	ui "hearingdesk/ui/roster"
)

// TestARosterOfOrganisationsIsImported goes the whole way: what is new, changed, to be
// chosen and refused is shown, it is stored at once, and one undo takes it back.
func TestARosterOfOrganisationsIsImported(t *testing.T) {
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	p := ui.New(sh, d)
	shown.Show(sh, p.Object())
	file := filepath.Join(t.TempDir(), "单位名册.csv")
	const text = "单位名称,上级机关,级别,统一社会信用代码,联系电话,地址\n" +
		"澄河区住房和城乡建设局,,区级,,0352-5550299,\n" +
		"云岭春晖律师事务所,,,31140000MD0000001X,0352-5550120,云岭市春晖路1号\n" +
		"澄河区档案局,云岭市档案局,很高,,,\n" +
		"望江街道春晖社区居民委员会,澄河区人民政府望江街道办事处,街道,,,\n" +
		",,,,,无名路3号\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Roster, File: file})
	for _, want := range []string{"B　上级机关", "云岭市档案局", "31140000MD0000001X"} {
		if !shown.Reads(sh.Window, want) {
			t.Errorf("the columns do not show %s", want)
		}
	}
	shown.Picture(t, sh.Window, "roster-units-columns")
	before, err := d.Organisations(t.Context(), "", 1000)
	if err != nil {
		t.Fatal(err)
	}
	shown.Press(t, sh.Window, "下一步：预览")
	for _, want := range []string{"不能导入 2", "更改 1", "新增 2", "不认识这个写法", "这一行没有姓名或单位名称", "将导入 3 个单位"} {
		if !shown.Reads(sh.Window, want) {
			t.Errorf("the preview does not show %s", want)
		}
	}
	shown.Picture(t, sh.Window, "roster-units-preview")
	shown.Press(t, sh.Window, "新增 2")
	shown.Picture(t, sh.Window, "roster-units-new")
	shown.Press(t, sh.Window, "导入 3 个单位，略过 2 行")
	shown.Picture(t, sh.Window, "roster-units-done")
	after, err := d.Organisations(t.Context(), "", 1000)
	if err != nil || len(after) != len(before)+2 {
		t.Fatalf("%d organisations after %d: %v", len(after), len(before), err)
	}
	shown.Press(t, sh.Window, "查看单位")
	if n := len(told.Went); n == 0 || told.Went[n-1].Tab != "organisations" {
		t.Errorf("went to %+v", told.Went)
	}
	told.Clean(t)
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if back, _ := d.Organisations(t.Context(), "", 1000); len(back) != len(before) {
		t.Errorf("after one undo there are %d", len(back))
	}
}
