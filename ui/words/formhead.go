package words

// pers say for whom a paper is made, by what stands behind per: in its head.
var pers = map[string]string{
	"hearing":    "每场听证会一份",
	"sitting":    "每场听证会、每次宣告各一份",
	"party":      "每名当事人等参加人一份",
	"agency":     "每个行政机关、被建议单位一份",
	"officer":    "每名听证员一份",
	"invitee":    "每名受邀人员一份",
	"chosen":     "每名听证员和候补听证员一份",
	"everyone":   "每名有席位的人一份",
	"told":       "变更前已告知的每人一份",
	"receipt":    "每件送达一份",
	"call":       "每件公告送达一份",
	"asked":      "每件听证申请一份",
	"asked-once": "变更前已商请、邀请的每个单位和个人一份",
	"recusal":    "每件回避申请一份",
	"review":     "每件复议申请一份",
	"notice":     "每次发出征询公告一份",
	"matter":     "每个公证事项一份",
	"case":       "每个案件一份",
	"opinions":   "每场听证会一份，各案意见、决定不同时每案一份",
	"result":     "每名听证员一份，各案决定不同时每案一份",
	"ceremony":   "每次宣告一份",
	"unit":       "宣告的每个单位一份",
	"advice":     "每份检察建议一份",
	"visit":      "每次核查一份，还没有核查过的检察建议一份空表",
	"closure":    "每次销号一份",
	"day":        "每天一份",
	"door":       "每天每个听证室一份",
	"period":     "每个统计期间一份",
	"enclosure":  "每个要附的收件人一份",
	"draw":       "每次抽取听证员一份",
	"post":       "每个邮寄的收件人一份",
	"mailing":    "有邮寄时一份",
}

// whens say in which case a paper is made, by what stands behind when:.
var whens = map[string]string{ //nolint:gosec // secret is a case, not a password
	"public":      "公开听证时",
	"decided":     "作出决定以后",
	"changed":     "告知后有变更时",
	"closed":      "不公开听证时",
	"voted":       "听证员发表意见以后",
	"against":     "决定没有采纳多数意见时",
	"paid":        "有听证员或者有专门知识的人时",
	"supervisors": "邀请人民监督员时",
	"minutes":     "评议另作记录的案件",
	"secret":      "不公开或涉密时",
}

var seals = map[string]string{"court": "院章", "department": "部门章", "none": "不盖章"}

var formHeads = map[string]string{"red": "红头（版头）", "letter": "红头（信函格式）", "none": "没有红头"}

// FormHead says what stands above a paper's title: 红头（信函格式）.
func FormHead(head string) string { return coded(formHeads, head) }

// FormPer says for whom a paper is made: 每名听证员一份.
func FormPer(per string) string { return coded(pers, per) }

// FormWhen says in which case a paper is made: 公开听证时; empty is always.
func FormWhen(when string) string { return coded(whens, when) }

// FormSeal names the seal on a paper: 院章.
func FormSeal(seal string) string { return coded(seals, seal) }

// coded says what a value of a form's head means; one that nobody has named
// stands for itself.
func coded(names map[string]string, value string) string {
	if key, ok := names[value]; ok {
		return T(key)
	}
	return value
}
