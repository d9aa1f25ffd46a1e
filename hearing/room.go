package hearing

// A RoomKind is the sort of place where a session is held.
type RoomKind string

// The kinds of place. Any but a hearing room needs the chief procurator's
// approval for a hearing (听证工作规定, art. 12).
const (
	HearingRoom     RoomKind = "hearing-room"     // 检察听证室
	ServiceHall     RoomKind = "service-hall"     // 12309检察服务中心接访大厅
	DetentionCentre RoomKind = "detention-centre" // 看守所
	CommunityRoom   RoomKind = "community"        // 社区、村居活动室
	AgencyRoom      RoomKind = "agency"           // 行政机关会议室
	Home            RoomKind = "home"             // 当事人住所
	OtherPlace      RoomKind = "other"            // 其他场所
)

// RoomKinds lists every kind.
var RoomKinds = []RoomKind{HearingRoom, ServiceHall, DetentionCentre, CommunityRoom, AgencyRoom, Home, OtherPlace}

// A Room (场所) is a place where sessions are held. It may belong to another
// procuratorate or to a community.
type Room struct {
	ID      ID       `json:"id"`
	Version Version  `json:"-"`
	Name    string   `json:"name"`              // as printed, such as 听证室一
	Kind    RoomKind `json:"kind"`              // sort of place
	Owner   ID       `json:"owner,omitempty"`   // organisation it belongs to; empty is this office
	Address string   `json:"address,omitempty"` // where people find it
	Seats   int      `json:"seats,omitempty"`   // seats for observers (旁听席位)
	Note    string   `json:"note,omitempty"`    // remark (备注)

	Layout   []SeatBlock `json:"layout,omitempty"`   // seats of a hearing (席位布置); empty: the program's for the kind of room
	Ceremony []SeatBlock `json:"ceremony,omitempty"` // seats of an announcement (宣告送达的席位布置); empty: the program's
}

// NeedsVenueApproval reports whether a hearing in the room needs the chief
// procurator's approval (听证工作规定, art. 12). A hearing room of another
// procuratorate does not.
func (r Room) NeedsVenueApproval() bool { return r.Kind != HearingRoom }
