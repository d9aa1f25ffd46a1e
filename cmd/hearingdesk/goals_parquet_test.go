package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// parquetGoals have a real DuckDB sum up what a province's 104 offices wrote: five
// million rows, and the same sums as our own of one office, 104 times.
var parquetGoals = []goal{
	{"DuckDB sums 5,000,000 rows of 104 offices", "≤ 10 s", 10, summedByDuckDB},
}

// offices is how many write their rows.
const offices = 104

func summedByDuckDB(t *testing.T) (float64, string) {
	t.Helper()
	duck, folder := filepath.Join(t.TempDir(), "duckdb"), t.TempDir()
	build := exec.Command("go", "build", "-o", duck, ".")
	build.Dir = "testdata/duckdb"
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build DuckDB: %v\n%s", err, out)
	}
	one := filepath.Join(folder, "000")
	if out, err := exec.Command(built(t, "."), "export", "-db", scaleDesk(t, 3600), "-parquet", one).CombinedOutput(); err != nil {
		t.Fatalf("export: %v\n%s", err, out)
	}
	for i := 1; i < offices; i++ {
		if err := os.Symlink(one, filepath.Join(folder, fmt.Sprintf("%03d", i))); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(q string) []string {
		t.Helper()
		out, err := exec.Command(duck, strings.ReplaceAll(q, "province", folder)).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", q, err, out)
		}
		return strings.Fields(string(out))
	}
	const sums = "SELECT count(*), sum(hearings), sum(served), count(DISTINCT \"case\") FILTER (WHERE case_sessions > 0) FROM "
	own := ask(sums + "'province/000/events.parquet'")
	begin := time.Now()
	all := ask(sums + "'province/*/events.parquet'")
	seats := ask("SELECT count(*), count(DISTINCT person) FROM 'province/*/participations.parquet'")
	stances := ask("SELECT sum(n) FROM (SELECT stance, count(*) AS n FROM 'province/*/opinions.parquet' GROUP BY stance)")
	took := time.Since(begin).Seconds()
	number := func(text string) (n int) {
		if _, err := fmt.Sscan(text, &n); err != nil {
			t.Fatalf("%q is no number", text)
		}
		return n
	}
	for i, s := range own[:3] {
		if number(all[i]) != offices*number(s) {
			t.Errorf("sum %d: %s of all, %s of one of %d", i, all[i], s, offices)
		}
	}
	rows := number(all[0]) + number(seats[0]) + number(stances[0])
	if rows < 5_000_000 {
		t.Errorf("only %d rows", rows)
	}
	return took, fmt.Sprintf("%.1f s (%d rows, %s hearings, %s cases)", took, rows, all[1], all[3])
}
