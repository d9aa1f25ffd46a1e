package main

import (
	"fmt"
	"testing"
)

// ruleGoals are measured by the benchmarks of the rules and of the desk's file,
// which holds the hearings of ten years. How fast all of them are judged depends
// on the machine, so it is held against reading them from the file in the same
// run.
var ruleGoals = []goal{
	{"findings of one hearing", "≤ 2 ms", 2, benchmark("hearing/rules", "BenchmarkCheck")},
	{"findings of all open work of a ten-year desk (150 of 2,000)", "≤ 50 ms", 50, benchmark("hearing/rules", "BenchmarkCheckOpenWork/150")},
	{"the same, were all 2,000 of them open, of the time to read them", "≤ 1/5", 0.2, against(benchmark("hearing/rules", "BenchmarkCheckOpenWork/2000"), benchmark("storage", "BenchmarkOpenWork/2000"))},
	{"the open work read from the file (150 of 2,000)", "≤ 300 ms", 300, benchmark("storage", "BenchmarkOpenWork/150")},
}

// against measures one figure as a part of another.
func against(one, floor func(*testing.T) (float64, string)) func(*testing.T) (float64, string) {
	return func(t *testing.T) (float64, string) {
		t.Helper()
		a, said := one(t)
		b, of := floor(t)
		return a / b, fmt.Sprintf("%.2f (%s of %s)", a/b, said, of)
	}
}
