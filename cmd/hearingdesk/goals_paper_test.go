package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
)

// paperGoals are measured by the benchmarks of the typesetting, from a notice's
// facts to its finished PDF, with the fonts loaded once before.
var paperGoals = []goal{
	{"one notice to PDF", "≤ 60 ms", 60, func(t *testing.T) (float64, string) { return benchmark(t, "BenchmarkNotice") }},
	{"1,000 notices to PDF", "≤ 1000 ms", 1000, func(t *testing.T) (float64, string) { return benchmark(t, "BenchmarkThousandNotices") }},
}

var result = regexp.MustCompile(`(?m)^(Benchmark\w+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`)

// benchmark runs a benchmark of the typesetting and returns its milliseconds.
func benchmark(t *testing.T, name string) (float64, string) {
	t.Helper()
	out, err := exec.Command("go", "test", "-run", "^$", "-bench", "^"+name+"$", "hearingdesk/hearing/document/layout").CombinedOutput()
	if err != nil {
		t.Fatalf("run %s: %v\n%s", name, err, out)
	}
	found := result.FindSubmatch(out)
	if found == nil || string(found[1]) != name {
		t.Fatalf("%s did not run:\n%s", name, out)
	}
	ns, err := strconv.ParseFloat(string(found[2]), 64)
	if err != nil {
		t.Fatal(err)
	}
	return ns / 1e6, fmt.Sprintf("%.1f ms", ns/1e6)
}
