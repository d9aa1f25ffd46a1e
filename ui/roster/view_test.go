package roster_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster/sheetfile"
	ui "hearingdesk/ui/roster"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

const now = "2023-06-20 09:00"

// officers is a roster as an office keeps one: a title, merged units, and rows
// with every fate.
func officers(t testing.TB, more int) string {
	t.Helper()
	f := excelize.NewFile()
	rows := [][]any{
		{"云岭市澄河区人民检察院听证员名册"},
		{"序号", "姓名", "性别", "出生年月", "身份证号", "工作单位及职务", "身份", "类别", "专长", "聘期", "手机", "政治面貌"},
		{1, "张　三", "", "1985.3", "140101198503120012", "澄河区住房和城乡建设局工程质量安全监督管理站高级工程师", "公务员", "专家类", "建筑、消防", "2024.1-2026.12", 13905550111, "群众"},
		{2, "𬱖㛃", "女", "1990年1月", "", "云岭春晖律师事务所 律师", "律师", "法律型", "民事；行政", "2024-01-15至2027-01-14", "13905550112", "党员"},
		{3, "阿依努尔·买买提艾力江", "女", "1978-06-30", "", "春晖社区", "网格员", "社会类", "调解", "", "同上", ""},
		{4, "李四", "男", "", "140101198503120013", "", "", "法律型", "", "", "", ""},
		{5, "", "男", "1970", "", "", "", "", "", "", "13905550115", ""},
		{6, "周慧敏", "女", "", "", "春晖社区党委副书记", "", "", "矛盾调解、社区治理", "", "", ""},
		{7, "张　三", "", "1985.3", "140101198503120012", "澄河区住房和城乡建设局工程质量安全监督管理站高级工程师", "公务员", "专家类", "建筑、消防", "2024.1-2026.12", 13905550111, "群众"},
		{8, "赵建国", "", "", "", "", "", "社会型", "", "", "13905550999", ""},
	}
	for i := range more {
		rows = append(rows, []any{9 + i, "新人" + string(rune('一'+i)), "男", "1985.3", "", "单位" + fmt.Sprint(i%7), "居民", "社会型", "", "", fmt.Sprintf("1390556%04d", i), ""})
	}
	for i, r := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.MergeCell("Sheet1", "A1", "L1"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "听证员名册.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestARosterIsImported goes the whole way as a clerk does.
func TestARosterIsImported(t *testing.T) {
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	p := ui.New(sh, d)
	shown.Show(sh, p.Object())
	shown.Picture(t, sh.Window, "roster-open")
	p.Show(shell.Place{Kind: shell.Roster, File: officers(t, 30)})
	for _, want := range []string{"身份证号", "140101********0012", "听证员", "政治面貌", "1985.3　1990年1月", "2024.1-2026.12　2024-01-15至2027-01-14"} {
		if !shown.Reads(sh.Window, want) {
			t.Errorf("the columns do not show %s", want)
		}
	}
	shown.Picture(t, sh.Window, "roster-columns")
	shown.Press(t, sh.Window, "下一步：预览")
	for _, want := range []string{"待选定 1", "不能导入 3", "更改", "新增 32", "重复 1", "不像电话号码", "第 6 行"} {
		if !shown.Reads(sh.Window, want) {
			t.Errorf("the preview does not show %s", want)
		}
	}
	shown.Picture(t, sh.Window, "roster-preview")
	shown.Press(t, sh.Window, "就是此人")
	shown.Press(t, sh.Window, "更改 2")
	shown.Picture(t, sh.Window, "roster-changed")
	shown.Press(t, sh.Window, "新增 32")
	shown.Picture(t, sh.Window, "roster-new")
	before, err := d.People(t.Context(), "", 1000)
	if err != nil {
		t.Fatal(err)
	}
	shown.Press(t, sh.Window, "导入 34 人，略过 3 行")
	shown.Picture(t, sh.Window, "roster-done")
	after, err := d.People(t.Context(), "", 1000)
	if err != nil || len(after) != len(before)+32 {
		t.Fatalf("%d people after %d: %v", len(after), len(before), err)
	}
	told.Clean(t)
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if back, _ := d.People(t.Context(), "", 1000); len(back) != len(before) {
		t.Errorf("after one undo there are %d", len(back))
	}
	p.Show(shell.Place{Kind: shell.Roster}) // as the window does after an undo
	if !shown.Reads(sh.Window, "新增 32") {
		t.Error("after an undo the preview is not read again")
	}
}

// TestTheMappingIsRemembered: a column that a clerk leaves out stays out with the
// next roster of these headings.
func TestTheMappingIsRemembered(t *testing.T) {
	d := shown.Empty(t, now)
	sh, told := shown.Shell(t, now)
	p := ui.New(sh, d)
	shown.Show(sh, p.Object())
	file := filepath.Join(t.TempDir(), "a.csv")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("人名,电话\n张三,13905550111\n")
	p.Show(shell.Place{Kind: shell.Roster, File: file})
	if !shown.Reads(sh.Window, "请指明哪一列是姓名") {
		t.Error("no name is asked for")
	}
	shown.ChooseFirst(t, sh.Window, "第 1 行：人名、电话")
	m := ui.NewModel(sh.Work, d, sh.NewID, sh.Now, sh.Fail)
	m.Open(file)
	m.UseHeader(0)
	m.UseField(0, "name")
	m.UseField(1, "")
	m.Look()
	m.Apply()
	if m.Step != ui.Done {
		t.Fatalf("stands at step %d", m.Step)
	}
	write("人名,电话\n李四,13905550112\n")
	m.Open(file)
	m.UseHeader(0)
	if !m.Kept || m.Mapping.Fields[0] != "name" || m.Mapping.Fields[1] != "" {
		t.Errorf("remembered %v %v", m.Kept, m.Mapping.Fields)
	}
	told.Clean(t)
}

// TestSomebodyWasChangedMeanwhile: nothing is stored, and the preview shows what
// is so now.
func TestSomebodyWasChangedMeanwhile(t *testing.T) {
	d := shown.Empty(t, now)
	if _, err := d.SavePerson(t.Context(), hearing.Person{ID: "a", Name: "张三", Phone: "13905550111"}); err != nil {
		t.Fatal(err)
	}
	sh, _ := shown.Shell(t, now)
	var failed error
	m := ui.NewModel(sh.Work, d, sh.NewID, sh.Now, func(err error) { failed = err })
	file := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(file, []byte("姓名,电话,职务\n张三,13905550111,主任\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	m.Open(file)
	m.Look()
	other, err := d.Person(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	other.Post = "主任"
	if _, err := d.SavePerson(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	m.Apply()
	if !strings.Contains(words.Error(failed), "已被别处修改") || m.Step != ui.Preview || m.Plan.Count("same") != 1 {
		t.Errorf("got %v, step %d, %+v", failed, m.Step, m.Plan.Lines)
	}
}

func TestAFileThatIsNoRosterIsRefused(t *testing.T) {
	d := shown.Empty(t, now)
	sh, _ := shown.Shell(t, now)
	var failed error
	m := ui.NewModel(sh.Work, d, sh.NewID, sh.Now, func(err error) { failed = err })
	file := filepath.Join(t.TempDir(), "a.xlsx")
	if err := os.WriteFile(file, []byte("PK\x03\x04 and nothing more"), 0o600); err != nil {
		t.Fatal(err)
	}
	m.Open(file)
	if got := words.Error(failed); got != "“a.xlsx”：不是 XLSX 或 CSV 表格，或者已损坏。请重新另存。没有改动任何内容。" || m.Step != ui.Opening {
		t.Errorf("got %s at step %d", got, m.Step)
	}
	m.Open(filepath.Join(t.TempDir(), "nowhere.csv"))
	if got := words.Error(failed); !strings.Contains(got, "没有这个文件") {
		t.Errorf("got %s", got)
	}
}

// TestAListIsGivenOut writes both formats; it is noted who did so, and undo does
// not meet it.
func TestAListIsGivenOut(t *testing.T) {
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	found, err := d.Listing(t.Context(), hearing.FacetOfficer, "", 100)
	if err != nil || len(found) == 0 {
		t.Fatal(found, err)
	}
	found[0].Person.IDNumber = "140101198503120012"
	for _, o := range []ui.Outgoing{{Name: "听证员库", People: found, CSV: true}, {Name: "听证员库", People: found, Full: true}} {
		data, err := o.Write(t.Context(), sh, d)
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := sheetfile.Read(o.File("2023-06-20"), data)
		if err != nil || len(sheets[0].Rows) != len(found)+1 {
			t.Errorf("%s: %v", o.File(""), err)
		}
		last, err := d.Recent(t.Context(), 1)
		if err != nil || !strings.HasPrefix(words.Change(last[0]), fmt.Sprintf("导出人员“听证员库名册 %d 人", len(found))) || o.Full != strings.Contains(last[0].Name, "完整证件号码") {
			t.Errorf("noted %s, %v", words.Change(last[0]), err)
		}
		if o.CSV && strings.Contains(string(data), "140101198503120012") {
			t.Error("an identity number is given out")
		}
	}
	told.Clean(t)
}

// TestThePreviewSpeaksEnglish draws the page for an office that reads English.
func TestThePreviewSpeaksEnglish(t *testing.T) {
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = words.Use(words.Chinese) }() // it does not fail
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	p := ui.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Roster, File: officers(t, 3)})
	shown.Picture(t, sh.Window, "roster-columns-english")
	shown.Press(t, sh.Window, "Next: preview")
	if !shown.Reads(sh.Window, "Refused 3") || !shown.Reads(sh.Window, "does not look like a telephone number") {
		t.Error("it does not speak English")
	}
	shown.Picture(t, sh.Window, "roster-preview-english")
	told.Clean(t)
}
