package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// paperGoals are measured by the benchmarks of the typesetting, from a notice's
// facts to its finished PDF, with the fonts loaded once before.
var paperGoals = []goal{
	{"one notice to PDF", "≤ 60 ms", 60, benchmark("hearing/document/layout", "BenchmarkNotice")},
	{"1,000 notices to PDF", "≤ 1000 ms", 1000, benchmark("hearing/document/layout", "BenchmarkThousandNotices")},
}

// benchmark measures the milliseconds of a benchmark of a package. A part of
// one is named behind a stroke: BenchmarkOpenWork/150.
func benchmark(pkg, name string) func(*testing.T) (float64, string) {
	return func(t *testing.T) (float64, string) {
		t.Helper()
		only := "^" + strings.ReplaceAll(name, "/", "$/^") + "$"
		out, err := exec.Command("go", "test", "-run", "^$", "-bench", only, "hearingdesk/"+pkg).CombinedOutput()
		if err != nil {
			t.Fatalf("run %s: %v\n%s", name, err, out)
		}
		result := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + `(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`)
		found := result.FindSubmatch(out)
		if found == nil {
			t.Fatalf("%s did not run:\n%s", name, out)
		}
		ns, err := strconv.ParseFloat(string(found[1]), 64)
		if err != nil {
			t.Fatal(err)
		}
		return ns / 1e6, fmt.Sprintf("%.3g ms", ns/1e6)
	}
}
