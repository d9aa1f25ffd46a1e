package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// compareGoals hold a comparison of two lists of a million rows each, from files
// to a file, to its time and its memory.
var compareGoals = []goal{
	{"1,000,000 rows against 1,000,000, seconds", "< 60 s", 60, func(t *testing.T) (float64, string) {
		t.Helper()
		c := compared(t)
		return c.took.Seconds(), fmt.Sprintf("%.1f s", c.took.Seconds())
	}},
	{"1,000,000 rows against 1,000,000, memory", "< 2 GiB", 2048, func(t *testing.T) (float64, string) {
		t.Helper()
		c := compared(t)
		return float64(c.memory) / 1024, fmt.Sprintf("%d MiB", c.memory/1024)
	}},
}

var comparedOnce struct {
	sync.Once
	toll
}

// compared runs the comparison once for both rows.
func compared(t *testing.T) toll {
	t.Helper()
	comparedOnce.Do(func() {
		folder := t.TempDir()
		a, b := filepath.Join(folder, "a.csv"), filepath.Join(folder, "b.csv")
		longList(t, a, "户号,户名,应缴,地址", 0)
		longList(t, b, "编号,单位,实缴,日期", 1)
		comparedOnce.toll = measure(t, exec.Command(built(t, "."), "compare", "-a", a, "-b", b, "-key", "户号=编号,户名=单位", "-match", "fuzzy", "-diff", "应缴=实缴", "-o", filepath.Join(folder, "out.csv")))
	})
	return comparedOnce.toll
}

// longList writes a list of a million rows: of a hundred, the other list does not
// have one, and has another amount in one, and another name in one.
func longList(t *testing.T, name, heads string, other int) {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, heads)
	const rows = 1_000_000
	for i := range rows {
		id, unit, sum := i, "澄河区望江街道第"+fmt.Sprint(i%1000)+"号用水户", i%997
		switch i % 100 {
		case 3:
			id += other * 2 * rows
		case 7:
			sum += other
		case 11:
			unit += []string{"", "点"}[other]
		}
		fmt.Fprintf(w, "%08d,%s,%d.50,澄河区望江街道梧桐苑小区\n", id, unit, sum)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
