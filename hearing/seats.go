package hearing

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// A Zone (席区) is the part of a room where people of one kind sit. No public
// norm says where it lies, so each room has its own layout.
type Zone string

// The zones, in the order in which seats are numbered.
const (
	ZonePresider   Zone = "presider"   // 主持人
	ZoneReader     Zone = "reader"     // 宣告人
	ZoneHandler    Zone = "handler"    // 承办检察官
	ZoneRecorder   Zone = "recorder"   // 书记员
	ZoneOfficer    Zone = "officer"    // 听证员
	ZoneLeft       Zone = "left"       // 申请人一方
	ZoneRight      Zone = "right"      // 被申请人、行政机关一方
	ZoneThird      Zone = "third"      // 第三人
	ZoneWitness    Zone = "witness"    // 证人、鉴定人
	ZoneUnit       Zone = "unit"       // 受送达单位
	ZoneSupervisor Zone = "supervisor" // 人民监督员
	ZoneNotary     Zone = "notary"     // 公证员
	ZoneGuest      Zone = "guest"      // 受邀人员
	ZoneMedia      Zone = "media"      // 媒体
	ZoneStaff      Zone = "staff"      // 司法警察、技术人员
	ZoneObserver   Zone = "observer"   // 旁听人员
)

// Zones lists every zone.
var Zones = []Zone{ZonePresider, ZoneReader, ZoneHandler, ZoneRecorder, ZoneOfficer, ZoneLeft, ZoneRight, ZoneThird, ZoneWitness, ZoneUnit,
	ZoneSupervisor, ZoneNotary, ZoneGuest, ZoneMedia, ZoneStaff, ZoneObserver}

// Term names the value.
func (v Zone) Term() Term { return term(v, zoneTerms) }

var zoneTerms = map[Zone]Term{
	ZonePresider:   {"主持人", "Presider"},
	ZoneReader:     {"宣告人", "Reader"},
	ZoneHandler:    {"承办检察官", "Prosecutor"},
	ZoneRecorder:   {"书记员", "Recorder"},
	ZoneOfficer:    {"听证员", "Hearing officer"},
	ZoneLeft:       {"申请人一方", "Applicant's side"},
	ZoneRight:      {"被申请人一方", "Respondent's side"},
	ZoneThird:      {"第三人", "Third party"},
	ZoneWitness:    {"证人、鉴定人", "Witness, appraiser"},
	ZoneUnit:       {"受送达单位", "Recipient unit"},
	ZoneSupervisor: {"人民监督员", "People's supervisor"},
	ZoneNotary:     {"公证员", "Notary"},
	ZoneGuest:      {"受邀人员", "Guest"},
	ZoneMedia:      {"媒体", "Media"},
	ZoneStaff:      {"司法警察、工作人员", "Police, staff"},
	ZoneObserver:   {"旁听", "Observer"},
}

// SeatName is the name of a zone's n-th seat, counted from 1: 听证员2. It stays
// when seats of other zones come or go.
func SeatName(z Zone, n int) string { return z.Term().Zh + strconv.Itoa(n) }

// A SeatBlock (席位块) is a group of seats of one zone in a room. Its place is
// counted in seats from the front left corner of the room, as seen by those who
// face the presider's table.
type SeatBlock struct {
	Zone  Zone `json:"zone"`           // who sits there
	Seats int  `json:"seats"`          // how many seats
	Rows  int  `json:"rows,omitempty"` // rows that they stand in; 0 is one
	X     int  `json:"x"`              // seats from the left wall
	Y     int  `json:"y"`              // seats from the front wall
	Down  bool `json:"down,omitempty"` // along the side of the room: the rows run from the front to the back
}

// The bounds of a layout: far more than any room has.
const (
	MaxBlocks = 60
	MaxSeats  = 500 // of a room
	MaxWide   = 40  // seats side by side
	MaxDeep   = 60  // seats one behind the other
)

// Place is where the block's i-th seat stands, counted from 0.
func (b SeatBlock) Place(i int) (x, y int) {
	per := b.PerRow()
	if b.Down {
		return b.X + i/per, b.Y + i%per
	}
	return b.X + i%per, b.Y + i/per
}

// PerRow is how many seats a row has; the last one may have fewer.
func (b SeatBlock) PerRow() int {
	rows := max(b.Rows, 1)
	return max((b.Seats+rows-1)/rows, 1)
}

// A Placing (座位安排) says who sits on a seat, where that was not left to the
// program. Where a participant sits, says the participant's own record.
type Placing struct {
	Seat string `json:"seat"`          // name of the seat: 主持人1
	Who  string `json:"who,omitempty"` // @presider, @reader, @recorder, @handler:PERSON, or PARTICIPANT/proxy; empty: the seat is left empty
}

// A Seat is a place of a [SeatPlan].
type Seat struct {
	Name  string // 听证员2; see [SeatName]
	Label string // as printed: 7; of observers 旁7
	Zone  Zone
	X, Y  int    // as in a [SeatBlock]
	Who   string // who sits there: a participant's ID, or as in a [Placing]; empty is nobody
	Kept  bool   // left empty on purpose
	Extra bool   // the room has no such seat: somebody has to fetch a chair
}

// A SeatPlan (座位图) is the seats of a room with who sits there in one session.
type SeatPlan struct {
	Seats      []Seat // in the order of their labels
	Wide, Deep int    // of the room, in seats
	Front      string // what hangs at the front wall: 国徽
}

// At returns the place in Seats of a seat's name, or -1.
func (p SeatPlan) At(name string) int {
	return slices.IndexFunc(p.Seats, func(s Seat) bool { return s.Name == name })
}

// Of returns the seat of somebody, and whether there is one.
func (p SeatPlan) Of(who string) (Seat, bool) {
	i := slices.IndexFunc(p.Seats, func(s Seat) bool { return s.Who == who })
	if i < 0 || who == "" {
		return Seat{}, false
	}
	return p.Seats[i], true
}

// Extra is how many people sit where the room has no seat.
func (p SeatPlan) Extra() int {
	n := 0
	for _, s := range p.Seats {
		if s.Extra {
			n++
		}
	}
	return n
}

// Label returns the label that is printed on a zone's n-th seat, where the others
// are counted by number: observers have a count of their own, so that a pass stays
// right when somebody is added.
func Label(z Zone, n, number int) string {
	if z == ZoneObserver {
		return "旁" + strconv.Itoa(n)
	}
	return strconv.Itoa(number)
}

// blocks checks a layout: seats of two blocks never stand on one place.
func (v *validator) blocks(path string, list []SeatBlock) {
	if len(list) > MaxBlocks {
		v.add(path, "range", strconv.Itoa(len(list)), "≤ "+strconv.Itoa(MaxBlocks))
		return
	}
	taken := map[[2]int]bool{}
	for i, b := range list {
		at := fmt.Sprintf("%s[%d]", path, i)
		coded(v, at+".zone", b.Zone, Zones, true)
		for _, f := range []struct {
			name        string
			n           int
			least, most int
		}{{"seats", b.Seats, 1, MaxSeats}, {"rows", b.Rows, 0, MaxDeep}, {"x", b.X, 0, MaxWide - 1}, {"y", b.Y, 0, MaxDeep - 1}} {
			if f.n < f.least || f.n > f.most {
				v.add(at+"."+f.name, "range", strconv.Itoa(f.n), strconv.Itoa(f.least)+"–"+strconv.Itoa(f.most))
			}
		}
		for n := range min(max(b.Seats, 0), MaxSeats) {
			x, y := b.Place(n)
			if taken[[2]int{x, y}] {
				v.add(at, "overlap", b.Zone.Term().Zh, "")
				break
			}
			taken[[2]int{x, y}] = true
			if x >= MaxWide || y >= MaxDeep {
				v.add(at+".seats", "range", strconv.Itoa(b.Seats), strconv.Itoa(MaxWide)+" × "+strconv.Itoa(MaxDeep))
				break
			}
		}
	}
	if len(taken) > MaxSeats {
		v.add(path, "range", strconv.Itoa(len(taken)), "≤ "+strconv.Itoa(MaxSeats))
	}
}

// placings checks who was put where: nobody on two seats, no two on one.
func (v *validator) placings(list []Placing) {
	seats, people := map[string]bool{}, map[string]bool{}
	for i, p := range list {
		at := fmt.Sprintf("seating[%d]", i)
		v.name(at+".seat", p.Seat)
		v.short(at+".who", p.Who)
		if seats[p.Seat] || p.Who != "" && people[p.Who] {
			v.add(at, "duplicate", cmp.Or(p.Who, p.Seat), "")
		}
		seats[p.Seat], people[p.Who] = true, true
	}
}
