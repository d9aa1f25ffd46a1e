package main

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"hearingdesk/hearing/roster/sheetfile"
)

// compareGoals hold a comparison of two lists of a million rows each, from files
// to a file, to its time and its memory.
var compareGoals = []goal{
	{"1,000,000 rows against 1,000,000 as CSV, seconds", "< 60 s", 60, func(t *testing.T) (float64, string) { return compared(t, "csv").seconds() }},
	{"1,000,000 rows against 1,000,000 as CSV, memory", "< 2 GiB", 2048, func(t *testing.T) (float64, string) { return compared(t, "csv").mebibytes() }},
	{"1,000,000 rows against 1,000,000 as XLSX, seconds", "< 60 s", 60, func(t *testing.T) (float64, string) { return compared(t, "xlsx").seconds() }},
	{"1,000,000 rows against 1,000,000 as XLSX, memory", "< 2 GiB", 2048, func(t *testing.T) (float64, string) { return compared(t, "xlsx").mebibytes() }},
}

func (c toll) seconds() (float64, string) {
	return c.took.Seconds(), fmt.Sprintf("%.1f s", c.took.Seconds())
}

func (c toll) mebibytes() (float64, string) {
	return float64(c.memory) / 1024, fmt.Sprintf("%d MiB", c.memory/1024)
}

// comparedOnce is what was measured, by the kind of file.
var comparedOnce struct {
	sync.Mutex
	tolls map[string]toll
}

// compared runs the comparison once for both rows.
func compared(t *testing.T, kind string) toll {
	t.Helper()
	comparedOnce.Lock()
	defer comparedOnce.Unlock()
	if c, ok := comparedOnce.tolls[kind]; ok {
		return c
	}
	folder := t.TempDir()
	a, b := filepath.Join(folder, "a."+kind), filepath.Join(folder, "b."+kind)
	longList(t, a, longRows([]string{"户号", "户名", "应缴", "地址"}, 0))
	longList(t, b, longRows([]string{"编号", "单位", "实缴", "日期"}, 1))
	c := measure(t, exec.Command(built(t, "."), "compare", "-a", a, "-b", b, "-key", "户号=编号,户名=单位", "-match", "fuzzy", "-diff", "应缴=实缴", "-o", filepath.Join(folder, "out.csv")))
	if comparedOnce.tolls == nil {
		comparedOnce.tolls = map[string]toll{}
	}
	comparedOnce.tolls[kind] = c
	return c
}

func longList(t *testing.T, name string, rows iter.Seq[[]string]) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(sheetfile.WriteRows(name, f, rows), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// longRows is a list of a million rows below their heads: of a hundred, the other list
// does not have one, and has another amount in one, and another name in one.
func longRows(heads []string, other int) iter.Seq[[]string] {
	const rows = 1_000_000
	return func(yield func([]string) bool) {
		for i, more := 0, yield(heads); more && i < rows; i++ {
			id, unit, sum := i, fmt.Sprintf("澄河区望江街道第%d号用水户", i%1000), i%997
			switch i % 100 {
			case 3:
				id += other * 2 * rows
			case 7:
				sum += other
			case 11:
				unit += []string{"", "点"}[other]
			}
			more = yield([]string{fmt.Sprintf("%08d", id), unit, fmt.Sprintf("%d.50", sum), "澄河区望江街道梧桐苑小区"})
		}
	}
}
