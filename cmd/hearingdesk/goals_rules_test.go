package main

// ruleGoals are measured by the benchmarks of the rules and of the desk's file,
// which holds the hearings of ten years.
var ruleGoals = []goal{
	{"findings of one hearing", "≤ 2 ms", 2, benchmark("hearing/rules", "BenchmarkCheck")},
	{"findings of all open work of a ten-year desk (150 of 2,000)", "≤ 50 ms", 50, benchmark("hearing/rules", "BenchmarkCheckOpenWork/150")},
	{"the same, were all 2,000 of them open", "≤ 100 ms", 100, benchmark("hearing/rules", "BenchmarkCheckOpenWork/2000")},
	{"the open work read from the file (150 of 2,000)", "≤ 300 ms", 300, benchmark("storage", "BenchmarkOpenWork/150")},
}
