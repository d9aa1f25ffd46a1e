package hearing

import "hearingdesk/hearing/calendar"

// An ItemState is how far what was advised has come (整改状态).
type ItemState string

// The states; what no visit found yet has not begun.
const (
	NotBegun   ItemState = "not-begun"  // 未启动
	Mending    ItemState = "mending"    // 整改中
	Mended     ItemState = "mended"     // 已整改
	Impossible ItemState = "impossible" // 客观不能 (公益诉讼办案规则, art. 78)
	Relapsed   ItemState = "relapsed"   // 反弹
)

// ItemStates lists every state.
var ItemStates = []ItemState{NotBegun, Mending, Mended, Impossible, Relapsed}

// A VisitMethod is how it was looked into whether the advice is followed
// (核查方式; 检察建议工作规定 art. 24: 询问、走访、会商、联席会议).
type VisitMethod string

// The methods; empty is not said.
const (
	OnSpot     VisitMethod = "on-site" // 现场核查、走访
	InWriting  VisitMethod = "writing" // 书面审查
	InFiles    VisitMethod = "files"   // 查阅卷宗、台账
	ByDrone    VisitMethod = "drone"   // 无人机航拍
	BySample   VisitMethod = "sample"  // 抽样检测
	ByAsking   VisitMethod = "asking"  // 询问
	InMeeting  VisitMethod = "meeting" // 会商、联席会议
	OtherVisit VisitMethod = "other"   // 其他
)

// VisitMethods lists every method.
var VisitMethods = []VisitMethod{OnSpot, InWriting, InFiles, ByDrone, BySample, ByAsking, InMeeting, OtherVisit}

// A Subject is one of a list that an item of advice is about, and that is followed
// and struck off by itself (督促对象): one of thirteen enterprises, one of thirty
// clinics that shall sign an agreement.
type Subject struct {
	ID           ID     `json:"id"`
	Item         int    `json:"item"`                   // item of advice, counted from 1
	Name         string `json:"name"`                   // what it is called
	Organisation ID     `json:"organisation,omitempty"` // its record, where there is one
	Place        string `json:"place,omitempty"`        // where it is
	Note         string `json:"note,omitempty"`
}

// A Visit looks into whether a recommendation is followed (跟进调查; 公益诉讼办案规则,
// art. 77; 检察建议工作规定, art. 24). It is made by two or more (公益诉讼办案规则,
// art. 36).
type Visit struct {
	ID       ID            `json:"id"`
	On       calendar.Date `json:"on"`
	By       []ID          `json:"by,omitempty"`        // the prosecutors (检察人员)
	Units    []ID          `json:"units,omitempty"`     // of the units served; none: all
	Method   VisitMethod   `json:"method,omitempty"`    // 核查方式
	Place    string        `json:"place,omitempty"`     // where
	LookBack bool          `json:"look_back,omitempty"` // after it was struck off (回头看)
	Found    []Found       `json:"found,omitempty"`     // item by item
	Pictures string        `json:"pictures,omitempty"`  // numbers of photos and recordings (照片、录像编号)
	Result   string        `json:"result,omitempty"`    // conclusion (结论)
	Note     string        `json:"note,omitempty"`
}

// A Found is how a visit found one item, or one subject of it (核查发现).
type Found struct {
	Item    int       `json:"item"`              // item of advice, counted from 1
	Subject ID        `json:"subject,omitempty"` // empty: the whole item
	State   ItemState `json:"state"`             // how far it has come
	Text    string    `json:"text,omitempty"`    // what was seen (发现的情况)
	Metrics []Metric  `json:"metrics,omitempty"` // what was counted (指标值)
	Proof   string    `json:"proof,omitempty"`   // evidence (证据): photos, reports
}

// A Closure strikes an item or a subject of it off (销号), once it was found done:
// with proof, by the handling prosecutor and the head of the department.
type Closure struct {
	ID      ID            `json:"id"`
	On      calendar.Date `json:"on"`
	Item    int           `json:"item,omitempty"`    // item of advice, counted from 1; 0: all of the paper
	Subject ID            `json:"subject,omitempty"` // empty: the whole item
	Unit    ID            `json:"unit,omitempty"`    // of the units served; empty: all
	Proof   string        `json:"proof"`             // on which it rests
	Handler ID            `json:"handler"`           // handling prosecutor (承办检察官)
	Head    ID            `json:"head"`              // head of the department (部门负责人)
	Note    string        `json:"note,omitempty"`
}

// Of reports whether a closure strikes a matter off.
func (c Closure) Of(m Matter) bool {
	return (c.Item == 0 || c.Item == m.Item) && (c.Subject == "" || c.Subject == m.Subject) && (c.Unit == "" || m.Unit == "" || c.Unit == m.Unit)
}

// finds reports whether a finding of a visit is about a matter.
func (v Visit) finds(f Found, m Matter) bool {
	return f.Item == m.Item && (f.Subject == "" || f.Subject == m.Subject) && v.To(m.Unit)
}

// To reports whether a visit was to a unit; one that names none was to all.
func (v Visit) To(unit ID) bool {
	if unit == "" || len(v.Units) == 0 {
		return true
	}
	for _, u := range v.Units {
		if u == unit {
			return true
		}
	}
	return false
}
