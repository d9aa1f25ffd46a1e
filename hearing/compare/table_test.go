package compare_test

import (
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/compare"
)

func zh(t hearing.Term) string { return t.Zh }

func TestAResultIsATableAndItsLinesAreClues(t *testing.T) {
	r, err := compare.Compare(t.Context(), table(t, "户号|应缴", "1001|20", "1002|35.5"), table(t, "编号|实缴|备注", "1002|4|欠"), plan(compare.Trim, compare.Pair{A: 1, B: 1}), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for row := range r.Table(zh) {
		got = append(got, strings.Join(row, "|"))
	}
	want := []string{"结果|不同的列|甲表 行号|乙表 行号|甲表 户号|甲表 应缴|乙表 编号|乙表 实缴|乙表 备注",
		"只在甲表||2||1001|20|||", "内容不同|应缴|3|2|1002|35.5|1002|4|欠"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	n := 0
	for range r.Table(zh, compare.Differs) {
		n++
	}
	if n != 2 {
		t.Errorf("the heading and %d lines of one kind", n-1)
	}
	text := r.Clue(r.Lines[1], zh, "用水户.csv", "缴费.csv")
	if text != "1002 内容不同：应缴\n甲表“用水户.csv” 行号 3：户号 1002；应缴 35.5\n乙表“缴费.csv” 行号 2：编号 1002；实缴 4；备注 欠" {
		t.Errorf("the clue says %q", text)
	}
	if c := (hearing.Clue{Text: text}).Called(); c != "1002 内容不同：应缴" {
		t.Errorf("it is called %q", c)
	}
}
