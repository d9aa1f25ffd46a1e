package comparison_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/compare"
	"hearingdesk/ui/comparison"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-06-20 09:00"

func written(t testing.TB, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// dropper takes files that are dropped on the page.
type dropper interface{ Drop(fyne.Position, []string) }

// TestTwoTablesAreComparedAndBecomeClues with what a clerk does: both files, the
// start, what pays nothing, a click for the clues.
func TestTwoTablesAreComparedAndBecomeClues(t *testing.T) {
	sh, told := shown.Shell(t, now)
	d := shown.Empty(t, now)
	p := comparison.New(sh, d)
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.Compare})
	shown.Picture(t, sh.Window, "comparison-empty")
	a := written(t, "澄河区用水户.csv", "户号,户名,金额\n1001,澄河洗煤有限公司,20\n1002,望江路供水站,35.5\n1003,南关供水站,40\n")
	b := written(t, "缴费记录.csv", "户号,单位,金额\n1001,澄河洗煤,20.00\n1002,望江路供水站,3\n")
	p.(dropper).Drop(fyne.Position{}, []string{a})
	p.(dropper).Drop(fyne.Position{}, []string{b})
	if !shown.Reads(sh.Window, "澄河区用水户.csv（3 行）") || !shown.Reads(sh.Window, "键值列") {
		t.Error("the tables are not named, or no column is proposed")
	}
	shown.Picture(t, sh.Window, "comparison-columns")
	shown.Press(t, sh.Window, "开始比对")
	if !shown.Reads(sh.Window, "共 2 项，另有 1 行一致") {
		t.Error("what was found is not said")
	}
	shown.Picture(t, sh.Window, "comparison-found")
	shown.Press(t, sh.Window, "全选/不选")
	shown.Press(t, sh.Window, "登记 2 条为线索")
	found, err := d.Clues(t.Context(), hearing.SourceData, hearing.ClueOpen, "", 10)
	if err != nil || len(found) != 2 || !strings.Contains(found[0].Text+found[1].Text, "1003 只在甲表") {
		t.Fatalf("the clues are %+v, %v", found, err)
	}
	if to := told.Went[len(told.Went)-1]; to.Kind != shell.Clues {
		t.Errorf("went to %+v", to)
	}
	if w := p.Object().MinSize().Width; w > shown.Width {
		t.Errorf("the page is %v wide", w)
	}
	told.Clean(t)
}

// TestColumnsAreProposed: of one name, or else those that are not paired yet.
func TestColumnsAreProposed(t *testing.T) {
	m := comparison.NewModel()
	for side, text := range []string{"户号,户名,应缴\n1,甲,2\n", "编号,单位,实缴\n1,甲,2\n"} {
		s, err := comparison.Read(t.Context(), written(t, "t.csv", text))
		if err != nil {
			t.Fatal(err)
		}
		m.Take(side, s)
	}
	if len(m.Keys) != 1 || m.Keys[0] != (compare.Pair{}) || len(m.Diff) != 0 {
		t.Fatalf("proposed %v %v", m.Keys, m.Diff)
	}
	for _, want := range []compare.Pair{{A: 1, B: 1}, {A: 2, B: 2}, {}} {
		got := m.Next()
		if got != want {
			t.Errorf("next %v, want %v", got, want)
		}
		m.Diff = append(m.Diff, got)
	}
}

// TestAHundredThousandLinesAreShown without a widget each.
func TestAHundredThousandLinesAreShown(t *testing.T) {
	sh, told := shown.Shell(t, now)
	p := comparison.New(sh, shown.Empty(t, now))
	shown.Show(sh, p.Object())
	var text strings.Builder
	text.WriteString("户号,户名\n")
	for i := range 100_000 {
		fmt.Fprintf(&text, "%06d,用水户\n", i)
	}
	p.(dropper).Drop(fyne.Position{}, []string{written(t, "a.csv", text.String())})
	p.(dropper).Drop(fyne.Position{}, []string{written(t, "b.csv", "户号,户名\n000001,用水户\n")})
	shown.Press(t, sh.Window, "开始比对")
	if !shown.Reads(sh.Window, "共 99999 项，另有 1 行一致") {
		t.Error("the lines are not counted")
	}
	n := 0
	shown.Walk(sh.Window.Content(), func(fyne.CanvasObject) { n++ })
	if n > 3000 {
		t.Errorf("%d objects are drawn", n)
	}
	shown.Press(t, sh.Window, "全选/不选")
	shown.Press(t, sh.Window, "登记 1000 条为线索")
	told.Clean(t)
}

func TestATableThatCannotBeReadIsNamed(t *testing.T) {
	sh, told := shown.Shell(t, now)
	p := comparison.New(sh, shown.Empty(t, now))
	shown.Show(sh, p.Object())
	p.(dropper).Drop(fyne.Position{}, []string{written(t, "空.csv", "")})
	if len(told.Failed) != 1 {
		t.Errorf("told %v", told.Failed)
	}
}
