package hearing

import "strings"

// An OrganisationKind tells what sort of body an [Organisation] is.
type OrganisationKind string

// The kinds of organisation.
const (
	Procuratorate OrganisationKind = "procuratorate" // 检察院
	Agency        OrganisationKind = "agency"        // 行政机关
	NotaryOffice  OrganisationKind = "notary-office" // 公证处
	LawFirm       OrganisationKind = "law-firm"      // 律师事务所
	Company       OrganisationKind = "company"       // 企业
	Community     OrganisationKind = "community"     // 社区、村(居)民委员会
	MediaHouse    OrganisationKind = "media"         // 新闻媒体
	OtherBody     OrganisationKind = "other"         // 其他单位
)

// OrganisationKinds lists every kind, in the order a form offers them.
var OrganisationKinds = []OrganisationKind{Agency, Procuratorate, NotaryOffice, LawFirm, Company, Community, MediaHouse, OtherBody}

// A Level is an authority's administrative level (级别). A recommendation goes
// to an authority of the procuratorate's own level (检察建议工作规定, art. 3).
type Level string

// The administrative levels.
const (
	LevelCentral  Level = "central"  // 中央
	LevelProvince Level = "province" // 省级
	LevelCity     Level = "city"     // 设区的市级
	LevelCounty   Level = "county"   // 县级
	LevelTownship Level = "township" // 乡镇、街道
)

// Levels lists every level from the highest.
var Levels = []Level{LevelCentral, LevelProvince, LevelCity, LevelCounty, LevelTownship}

// SameRegion reports whether two names can be of one region: one is written with
// the region above it, 云岭市澄河区, or one is not known.
func SameRegion(a, b string) bool {
	return a == "" || b == "" || strings.HasSuffix(a, b) || strings.HasSuffix(b, a)
}

// An Organisation (单位) is a body that takes part, is served, lends a room or
// employs a person: an agency, another procuratorate, a notary office.
type Organisation struct {
	ID       ID               `json:"id"`
	Version  Version          `json:"-"`
	Name     string           `json:"name"`               // full official name (单位全称)
	Short    string           `json:"short,omitempty"`    // short name (简称)
	Kind     OrganisationKind `json:"kind"`               // what sort of body
	Level    Level            `json:"level,omitempty"`    // administrative level (级别)
	Region   string           `json:"region,omitempty"`   // region (地区), such as 澄河区
	Parent   ID               `json:"parent,omitempty"`   // superior organisation (上级单位)
	Code     string           `json:"code,omitempty"`     // unified social credit code (统一社会信用代码)
	Licence  string           `json:"licence,omitempty"`  // practice licence of a notary office or law firm (执业许可证号)
	Head     string           `json:"head,omitempty"`     // name of the person in charge (负责人)
	Address  string           `json:"address,omitempty"`  // postal address (地址)
	Postcode string           `json:"postcode,omitempty"` // postcode (邮编)
	Phone    string           `json:"phone,omitempty"`    // telephone (电话)
	Merged   []ID             `json:"merged,omitempty"`   // IDs of records of the same organisation that were merged into this one (合并自)
	Distinct []ID             `json:"distinct,omitempty"` // IDs of records of which somebody said that they are another body (不是同一单位)
	Note     string           `json:"note,omitempty"`     // remark (备注)
}
