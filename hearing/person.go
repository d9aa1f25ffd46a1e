package hearing

import "hearingdesk/hearing/calendar"

// A Gender is 男 or 女; empty is not recorded.
type Gender string

// The genders.
const (
	Male   Gender = "male"
	Female Gender = "female"
)

// Genders lists both.
var Genders = []Gender{Female, Male}

// A Rank is a person's position in the procuratorate, which decides who must
// preside (听证工作规定, art. 13) and who may approve.
type Rank string

// The ranks.
const (
	Chief          Rank = "chief"           // 检察长
	DeputyChief    Rank = "deputy-chief"    // 副检察长
	CommitteeMbr   Rank = "committee"       // 检察委员会委员
	DepartmentHead Rank = "department-head" // 部门负责人
	Prosecutor     Rank = "prosecutor"      // 检察官
	Assistant      Rank = "assistant"       // 检察官助理
	Clerk          Rank = "clerk"           // 书记员
)

// Ranks lists every rank from the highest.
var Ranks = []Rank{Chief, DeputyChief, CommitteeMbr, DepartmentHead, Prosecutor, Assistant, Clerk}

// An OfficerClass is the class of a hearing officer in the pool (听证员类别).
type OfficerClass string

// The classes of hearing officer.
const (
	ClassLaw    OfficerClass = "law"    // 法律型
	ClassExpert OfficerClass = "expert" // 专家型
	ClassSocial OfficerClass = "social" // 社会型
)

// OfficerClasses lists every class.
var OfficerClasses = []OfficerClass{ClassLaw, ClassExpert, ClassSocial}

// A PoolStatus tells where a person stands in the pool of officers (听证员库).
type PoolStatus string

// The states of membership; empty is a person outside the pool.
const (
	PoolActive    PoolStatus = "active"    // 在库
	PoolSuspended PoolStatus = "suspended" // 暂停
	PoolEnded     PoolStatus = "ended"     // 退出
)

// PoolStatuses lists every state.
var PoolStatuses = []PoolStatus{PoolActive, PoolSuspended, PoolEnded}

// A BarKind is a ground that bars a person from serving as a hearing officer
// (听证工作规定, art. 7).
type BarKind string

// The grounds.
const (
	BarConvicted  BarKind = "convicted"  // 受过刑事处罚
	BarDismissed  BarKind = "dismissed"  // 被开除公职
	BarLicence    BarKind = "licence"    // 被吊销律师、公证员执业证书
	BarDishonest  BarKind = "dishonest"  // 被纳入失信被执行人名单
	BarProsecuted BarKind = "prosecuted" // 正在受到刑事追究
	BarOther      BarKind = "other"      // 其他严重违法违纪
)

// BarKinds lists every ground.
var BarKinds = []BarKind{BarConvicted, BarDismissed, BarLicence, BarDishonest, BarProsecuted, BarOther}

// A Bar is one such ground, as found or declared on a date.
type Bar struct {
	Kind  BarKind       `json:"kind"`
	Since calendar.Date `json:"since,omitzero"` // when it began; unset counts as always
	Until calendar.Date `json:"until,omitzero"` // when it was lifted; unset is still in force
	Note  string        `json:"note,omitempty"`
}

// A Relative (近亲属) is a near relative whom somebody declared.
type Relative struct {
	Name     string `json:"name"`
	Relation string `json:"relation,omitempty"` // to the person (关系): 配偶, 子女
	Unit     string `json:"unit,omitempty"`     // where the relative works, as it was declared (工作单位)
}

// A Person (人员) is anybody who presides, records, takes part or is served.
// What a person does in a hearing is said by a [Participant], not here, so one
// person can be an officer today and an observer tomorrow.
type Person struct {
	ID           ID               `json:"id"`
	Version      Version          `json:"-"`
	Name         string           `json:"name"`                   // full name (姓名)
	Gender       Gender           `json:"gender,omitempty"`       // 性别
	Born         calendar.Partial `json:"born,omitzero"`          // date of birth, as far as known: 1985, 1985-03 or 1985-03-12
	Title        string           `json:"title,omitempty"`        // occupation or standing as printed (身份), such as 律师
	Post         string           `json:"post,omitempty"`         // post in the organisation (职务)
	Organisation ID               `json:"organisation,omitempty"` // where the person works (单位)
	Rank         Rank             `json:"rank,omitempty"`         // position, for people of a procuratorate
	Phone        string           `json:"phone,omitempty"`        // telephone; masked in print
	Address      string           `json:"address,omitempty"`      // home or service address
	Postcode     string           `json:"postcode,omitempty"`     // postcode of the address
	IDKind       string           `json:"id_kind,omitempty"`      // kind of identity paper (证件类型); empty is 居民身份证
	IDNumber     string           `json:"id_number,omitempty"`    // number of it; masked on screen and in print
	Licence      string           `json:"licence,omitempty"`      // licence of a notary or lawyer (执业证号)
	Volunteer    string           `json:"volunteer,omitempty"`    // number of a 益心为公 volunteer (志愿者编号)
	Helps        string           `json:"helps,omitempty"`        // field in which a volunteer helps (志愿服务领域)
	Supervisor   Appointment      `json:"supervisor,omitzero"`    // as people's supervisor (人民监督员)
	Aide         Appointment      `json:"aide,omitzero"`          // as invited assistant of the procuratorate (特邀检察官助理)
	Press        Appointment      `json:"press,omitzero"`         // as journalist: press card (新闻记者证), and by whom accredited (采访备案)
	Deputy       string           `json:"deputy,omitempty"`       // as deputy or committee member (人大代表、政协委员): term and level
	Class        OfficerClass     `json:"class,omitempty"`        // class as hearing officer
	Pool         PoolStatus       `json:"pool,omitempty"`         // standing in the pool of officers, before the first of the changes
	PoolSource   PoolSource       `json:"pool_source,omitempty"`  // how the person came to the pool (来源)
	PoolChanges  []PoolChange     `json:"pool_changes,omitempty"` // later changes of the standing (库内变动), by day
	TermBegins   calendar.Date    `json:"term_begins,omitzero"`   // first day of the term as officer (聘期自)
	TermEnds     calendar.Date    `json:"term_ends,omitzero"`     // last day of the term as officer (聘期至)
	Specialties  []string         `json:"specialties,omitempty"`  // fields of knowledge (专长)
	Certificates []Certificate    `json:"certificates,omitempty"` // titles, licences, letters of appointment (证书)
	Bars         []Bar            `json:"bars,omitempty"`         // grounds that bar from serving as officer
	Relatives    []Relative       `json:"relatives,omitempty"`    // near relatives, as an officer declared them (近亲属), held against those of a case
	Account      string           `json:"account,omitempty"`      // bank and account for allowances (收款账号); masked on screen and in print
	Merged       []ID             `json:"merged,omitempty"`       // IDs of records of the same person that were merged into this one (合并自)
	Distinct     []ID             `json:"distinct,omitempty"`     // IDs of records of whom somebody said that they are somebody else (不是同一人)
	Note         string           `json:"note,omitempty"`         // remark (备注)
}

// BarredOn returns the grounds in force on d.
func (p Person) BarredOn(d calendar.Date) []Bar {
	var out []Bar
	for _, b := range p.Bars {
		if (b.Since.IsZero() || !b.Since.After(d)) && (b.Until.IsZero() || b.Until.After(d)) {
			out = append(out, b)
		}
	}
	return out
}
