package figures

import (
	"hearingdesk/hearing/figures"
	"hearingdesk/ui/words"
)

// followed is what became of the recommendations.
func followed(r figures.Report, s Style) Table {
	return Table{words.T("跟进监督"), []Row{
		s.of(plain("rectified", words.T("整改到位"), words.T("份"), r.Rectified, words.T("期间内送达的检察建议书里，每一项都核查为“已整改”的；占送达")), r.Recommendations.N),
		s.of(plain("relapsed", words.T("反弹"), words.T("份"), r.Relapsed, words.T("销号以后又发现反弹、还没有再次整改的；占送达")), r.Recommendations.N),
		plain("visits", words.T("跟进核查"), words.T("次"), r.Visits, words.T("核查日期在期间内，每份检察建议每次计一次")),
		plain("look_backs", words.T("其中“回头看”"), words.T("次"), r.LookBacks, words.T("记为“回头看”的核查")),
		plain("struck_off", words.T("销号事项"), words.T("项"), r.StruckOff, words.T("销号日期在期间内，每个事项或者名单里的每个对象计一项；期间内又反弹的不计")),
	}}
}

// clues are what came in, what became of it, and the patrols.
func clues(r figures.Report, s Style) Table {
	rows := []Row{plain("clues", words.T("线索"), words.T("条"), r.Clues, words.T("收到日期在期间内"))}
	rows = append(rows, parts(s, "clue_sources", words.T("条"), words.T("来源未填"), words.T("收到日期在期间内的线索，按来源"), r.ClueSources)...)
	return Table{words.T("线索和巡查"), append(rows,
		s.of(plain("clues_filed", words.T("已立案"), words.T("条"), r.CluesFiled, words.T("期间内收到的线索里已经立案的；占线索")), r.Clues.N),
		s.of(plain("clues_transferred", words.T("已移送"), words.T("条"), r.CluesTransferred, words.T("期间内收到的线索里已经移送的；占线索")), r.Clues.N),
		s.of(plain("clues_dropped", words.T("不立案"), words.T("条"), r.CluesDropped, words.T("期间内收到的线索里决定不立案的；占线索")), r.Clues.N),
		plain("patrols", words.T("巡查"), words.T("次"), r.Patrols, words.T("期间内开展的“河(湖)长+检察长”等巡查")),
		plain("patrol_findings", words.T("巡查发现的问题"), words.T("个"), r.PatrolFindings, words.T("期间内的巡查记下的问题")),
	)}
}
