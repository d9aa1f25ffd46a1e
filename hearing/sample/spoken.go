package sample

import (
	"fmt"
	"strings"
	"time"

	"hearingdesk/hearing"
)

// said is what is spoken at a hearing: who speaks, and what, with % for what the
// case is about and ¶ for a place.
var said = [Spoken][]string{
	{"presider|现在开始听证。今天就%公开听证，请书记员核对参加人。", "presider|%听证会现在开始，请各位遵守听证纪律。"},
	{"recorder|参加人均已到场，可以开始。", "recorder|应到八人，实到八人，材料已经送达。"},
	{"agent|承办检察官介绍%的基本情况：事实清楚，证据确实充分。", "agent|本院受理后询问了各方，调取了¶的监控录像，事实已经查明。"},
	{"g5|我对认定的事实没有异议，今后一定改正。", "g5|我们已经采取措施，在¶安排了专人值守。", "g5|对处理意见我有不同看法，希望听听大家怎么说。"},
	{"g6|我方认为情节轻微，已经取得谅解，建议从宽处理。", "g6|我在¶走访时看到，问题反映强烈，应当尽快解决。"},
	{"g1|请问承办人，¶的证人证言能否相互印证？", "g1|请问整改期限是怎么确定的？", "g1|请问是否已经赔偿？金额是多少？"},
	{"g5|已经赔偿一万二千元，对方出具了谅解书。", "g5|三个月以内能够完成，费用由本单位承担。", "g5|能够印证，材料在卷宗第二册。"},
	{"g2|我是做群众工作的，¶的居民最关心的是以后会不会反复。", "g2|建议加强法治教育，做好跟踪回访。", "g2|同意拟处理意见，没有其他问题。"},
	{"g3|从专业角度看，¶的隐患整改标准应当写明。", "g3|社区愿意配合做好帮教工作。", "g3|我的意见已经写在评议意见里。"},
	{"presider|听证员评议意见一致，本院将依法作出决定。现在闭会。", "presider|感谢各位听证员。请核对笔录并签名，听证会到此结束。"},
}

// spoken is the transcript of a hearing.
func (m *maker) spoken(h hearing.Hearing, k hearing.Case, i int) hearing.Transcript {
	t := hearing.Transcript{Hearing: h.ID}
	var after hearing.ID
	fill := strings.NewReplacer("%", strings.TrimSuffix(k.Cause, "案")+"一案", "¶", pick(m, streets))
	for n := range Spoken {
		who, text, _ := strings.Cut(pick(m, said[n]), "|")
		speaker := hearing.ID(who)
		if who == "agent" {
			speaker = h.Prosecutors[0]
		}
		at := h.Start.Add(time.Duration(n*6) * time.Minute)
		u := hearing.Utterance{ID: id("u", i, n), Kind: hearing.Speech, After: after, Speaker: speaker, Text: fill.Replace(text), At: at}
		after = u.ID
		t.Entries = append(t.Entries, hearing.TranscriptEntry{ID: hearing.ID(fmt.Sprintf("t%d-%d", i, n)), At: at.Add(time.Minute), By: "书记员", To: &u})
	}
	return t
}
