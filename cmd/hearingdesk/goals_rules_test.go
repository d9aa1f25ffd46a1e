package main

// ruleGoals are measured by the benchmarks of the rules and of the desk's file,
// which holds the hearings of ten years.
var ruleGoals = []goal{
	{"findings of one hearing", "≤ 2 ms", 2, benchmark("hearing/rules", "BenchmarkCheck")},
	{"findings of 2,000 hearings, all of them open", "≤ 50 ms", 50, benchmark("hearing/rules", "BenchmarkCheckOpenWork")},
	{"open work of 2,000 hearings read, 150 open", "≤ 150 ms", 150, benchmark("storage", "BenchmarkOpenWork/150")},
}
