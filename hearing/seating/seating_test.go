package seating_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/seating"
)

func layouts(t testing.TB) seating.Layouts {
	t.Helper()
	l, err := seating.Read(assets.Seats)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// heard is a hearing in a room, with so many officers, two parties and their
// people, guests and observers.
func heard(kind hearing.RoomKind, officers int) hearing.Dossier {
	d := hearing.Dossier{
		Rooms: map[hearing.ID]hearing.Room{"r": {ID: "r", Kind: kind, Seats: 12}},
		Cases: []hearing.Case{{ID: "c", Handler: "lin", Parties: []hearing.Party{{ID: "pa", Role: hearing.Applicant, Person: "cheng"},
			{ID: "pr", Role: hearing.Respondent, Person: "jian"}, {ID: "pt", Role: hearing.ThirdParty, Person: "xiao"}}}},
		Hearing: &hearing.Hearing{ID: "h", Slot: hearing.Slot{Room: "r"}, Presider: "gu", Recorder: "xu"},
	}
	add := func(id string, r hearing.Role, party hearing.ID) {
		d.Hearing.Participants = append(d.Hearing.Participants, hearing.Participant{ID: hearing.ID(id), Role: r, Person: hearing.ID("p-" + id), Party: party})
	}
	for i := range officers {
		add(fmt.Sprintf("o%d", i+1), hearing.Officer, "")
	}
	add("a", hearing.PartyRep, "pa")
	add("al", hearing.Agent, "pa")
	add("b", hearing.PartyRep, "pr")
	add("t", hearing.PartyRep, "pt")
	add("agency", hearing.AgencyRep, "")
	d.Hearing.Participants[len(d.Hearing.Participants)-1].Proxy = &hearing.Proxy{Person: "deputy"}
	add("w", hearing.Witness, "")
	add("s", hearing.Supervisor, "")
	add("n", hearing.NotaryRole, "")
	add("m", hearing.Media, "")
	add("police", hearing.Police, "")
	add("ob", hearing.Observer, "")
	return d
}

// said lists who sits on which seat: 主持人1=@presider.
func said(p hearing.SeatPlan) string {
	var out []string
	for _, s := range p.Seats {
		if s.Who != "" {
			out = append(out, s.Name+"="+s.Who+map[bool]string{true: "+"}[s.Extra])
		} else if s.Kept {
			out = append(out, s.Name+"=空")
		}
	}
	return strings.Join(out, " ")
}

const usual = "主持人1=@presider 承办检察官1=@handler:lin 书记员1=@recorder 听证员1=o1 听证员2=o2 听证员3=o3 申请人一方1=a 申请人一方2=al " +
	"被申请人一方1=b 被申请人一方2=agency 被申请人一方3=agency/proxy 第三人1=t 证人、鉴定人1=w 人民监督员1=s 公证员1=n 媒体1=m 司法警察、工作人员1=police 旁听1=ob"

func TestArrange(t *testing.T) {
	l := layouts(t)
	for _, c := range []struct {
		name string
		with func(*hearing.Dossier)
		want string
	}{
		{"by role and order", func(*hearing.Dossier) {}, usual},
		{"alternates and who takes part by video need none", func(d *hearing.Dossier) {
			d.Hearing.Participants[0].Alternate, d.Hearing.Participants[1].Remote = true, true
		}, strings.Replace(usual, "听证员1=o1 听证员2=o2 听证员3=o3", "听证员1=o3", 1)},
		{"a presider who handles the case has one seat", func(d *hearing.Dossier) { d.Hearing.Presider = "lin" }, strings.Replace(usual, " 承办检察官1=@handler:lin", "", 1)},
		{"a seat that was chosen", func(d *hearing.Dossier) { d.Hearing.Participants[2].Seat = "听证员1" }, strings.Replace(usual, "听证员1=o1 听证员2=o2 听证员3=o3", "听证员1=o3 听证员2=o1 听证员3=o2", 1)},
		{"in another zone", func(d *hearing.Dossier) { d.Hearing.Participants[0].Seat = "证人、鉴定人1" },
			strings.Replace(strings.Replace(usual, "听证员1=o1 听证员2=o2 听证员3=o3", "听证员1=o2 听证员2=o3", 1), "证人、鉴定人1=w", "证人、鉴定人1=o1 证人、鉴定人2=w", 1)},
		{"two chose the same one", func(d *hearing.Dossier) {
			d.Hearing.Participants[1].Seat, d.Hearing.Participants[2].Seat = "听证员1", "听证员1"
		}, strings.Replace(usual, "听证员1=o1 听证员2=o2 听证员3=o3", "听证员1=o2 听证员2=o1 听证员3=o3", 1)},
		{"one that the room has not", func(d *hearing.Dossier) { d.Hearing.Participants[0].Seat = "听证员99" }, usual},
		{"left empty", func(d *hearing.Dossier) { d.Hearing.Seating = []hearing.Placing{{Seat: "听证员1"}} },
			strings.Replace(usual, "听证员1=o1 听证员2=o2 听证员3=o3", "听证员1=空 听证员2=o1 听证员3=o2 听证员4=o3", 1)},
		{"the recorder elsewhere", func(d *hearing.Dossier) {
			d.Hearing.Seating = []hearing.Placing{{Seat: "承办检察官1", Who: seating.Recorder}}
		}, strings.Replace(strings.Replace(usual, "承办检察官1=@handler:lin", "承办检察官1=@recorder 承办检察官2=@handler:lin", 1), " 书记员1=@recorder", "", 1)},
		{"a room that is not chosen", func(d *hearing.Dossier) { d.Hearing.Room = "" }, usual},
	} {
		d := heard(hearing.HearingRoom, 3)
		c.with(&d)
		if got := said(seating.Arrange(l, d)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestNobodyIsDropped holds that everybody sits, once, and no two on one place, in
// every kind of room and without any layout.
func TestNobodyIsDropped(t *testing.T) {
	for _, l := range []seating.Layouts{layouts(t), {}} {
		for _, kind := range hearing.RoomKinds {
			for _, officers := range []int{0, 3, 7, 40, 120} {
				d := heard(kind, officers)
				plan := seating.Arrange(l, d)
				places, names, labels := map[[2]int]bool{}, map[string]bool{}, map[string]bool{}
				for _, s := range plan.Seats {
					if places[[2]int{s.X, s.Y}] || names[s.Name] || labels[s.Label] || s.X >= plan.Wide || s.Y >= plan.Deep {
						t.Fatalf("%s with %d officers: %+v stands twice, or outside", kind, officers, s)
					}
					places[[2]int{s.X, s.Y}], names[s.Name], labels[s.Label] = true, true, true
				}
				for _, s := range seating.Sitters(d) {
					if seat, ok := plan.Of(s.Key); !ok || seat.Label == "" {
						t.Errorf("%s with %d officers: %s has no seat", kind, officers, s.Key)
					}
				}
				if n := strings.Count(said(plan), "="); n != len(seating.Sitters(d)) {
					t.Errorf("%s with %d officers: %d sit", kind, officers, n)
				}
			}
		}
	}
}

// TestTheCeremony holds that units sit opposite, the first nearest to the front.
func TestTheCeremony(t *testing.T) {
	d := hearing.Dossier{Cases: []hearing.Case{{ID: "c", Handler: "lin"}}, Announcement: &hearing.Announcement{ID: "a", Presider: "gu", Reader: "lin", Recorder: "xu",
		Participants: []hearing.Participant{{ID: "u1", Role: hearing.Recipient, Organisation: "o1"}, {ID: "u2", Role: hearing.Recipient, Organisation: "o2"},
			{ID: "dep", Role: hearing.DeputyRole}, {ID: "sup", Role: hearing.Supervisor}, {ID: "pol", Role: hearing.Police}}}}
	plan := seating.Arrange(layouts(t), d)
	const want = "主持人1=@presider 宣告人1=@reader 书记员1=@recorder 受送达单位1=u1 受送达单位2=u2 人民监督员1=sup 受邀人员1=dep 司法警察、工作人员1=pol"
	if got := said(plan); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	first, _ := plan.Of("u1")
	for _, s := range plan.Seats {
		if s.Zone == hearing.ZoneUnit && s.Y < first.Y || s.Zone == hearing.ZonePresider && s.Y >= first.Y {
			t.Errorf("%s stands before the first unit", s.Name)
		}
	}
}

// TestChangedByHand walks through what a clerk does with a plan, storing it and
// laying it out anew each time.
func TestChangedByHand(t *testing.T) {
	l, d := layouts(t), heard(hearing.HearingRoom, 3)
	again := func(p hearing.SeatPlan) hearing.SeatPlan {
		t.Helper()
		d.Hearing.Participants, d.Hearing.Seating = seating.Store(p, d.Hearing.Participants)
		if faults := d.Hearing.Validate(); len(faults) > 0 {
			t.Fatal(faults)
		}
		next := seating.Arrange(l, d)
		if said(next) != said(p) {
			t.Fatalf("stored\n%s\nread\n%s", said(p), said(next))
		}
		return next
	}
	plan := again(seating.Swap(seating.Arrange(l, d), "听证员1", "听证员3"))
	if !strings.Contains(said(plan), "听证员1=o3 听证员2=o2 听证员3=o1") {
		t.Errorf("swapped: %s", said(plan))
	}
	plan = again(seating.Swap(plan, "书记员1", "承办检察官2"))
	plan = again(seating.Swap(plan, "被申请人一方3", "被申请人一方6"))
	plan, ok := seating.Keep(plan, "听证员2")
	plan = again(plan)
	if !ok || !strings.Contains(said(plan), "听证员1=o3 听证员2=空 听证员3=o1 听证员4=o2") {
		t.Errorf("left empty: %s", said(plan))
	}
	d.Hearing.Participants = slices.Insert(d.Hearing.Participants, 0, hearing.Participant{ID: "late", Role: hearing.Officer, Person: "p-late"})
	plan = seating.Arrange(l, d)
	if !strings.Contains(said(plan), "听证员1=o3 听证员2=空 听证员3=o1 听证员4=o2 听证员5=late") {
		t.Errorf("who comes later moves nobody: %s", said(plan))
	}
	if plan, ok = seating.Keep(plan, "听证员2"); !ok || strings.Contains(said(plan), "空") {
		t.Errorf("given back: %s", said(plan))
	}
	for _, wrong := range [][2]string{{"听证员1", "听证员1"}, {"", "听证员1"}, {"听证员1", "nowhere"}} {
		if said(seating.Swap(plan, wrong[0], wrong[1])) != said(plan) {
			t.Errorf("%v changed something", wrong)
		}
	}
	if !seating.Changed(d.Session()) {
		t.Error("nothing was changed by hand")
	}
	d.Hearing.Participants, d.Hearing.Seating = seating.Reset(d.Hearing.Participants[1:]), nil
	if got := said(seating.Arrange(l, d)); got != usual || seating.Changed(d.Session()) {
		t.Errorf("reset: %s", got)
	}
}

// TestAFullRoomKeepsItsExtraChairs holds that who has an extra chair keeps it, and
// can change with somebody who has a seat.
func TestAFullRoomKeepsItsExtraChairs(t *testing.T) {
	l, d := layouts(t), heard(hearing.HearingRoom, 10)
	plan := seating.Arrange(l, d)
	if plan.Extra() != 3 || !strings.Contains(said(plan), "听证员7=o7 听证员8=o8+ 听证员9=o9+ 听证员10=o10+") {
		t.Fatalf("%s", said(plan))
	}
	plan = seating.Swap(plan, "听证员1", "听证员10")
	d.Hearing.Participants, d.Hearing.Seating = seating.Store(plan, d.Hearing.Participants)
	if got := said(seating.Arrange(l, d)); got != said(plan) {
		t.Errorf("got\n%s\nwant\n%s", got, said(plan))
	}
	full := seating.Arrange(seating.Layouts{}, d)
	if _, ok := seating.Keep(full, full.Seats[0].Name); ok {
		t.Error("a seat is left empty though there is no other")
	}
}

// TestOwnLayout holds that a room's own layout stands, and that of its kind has as
// many seats for observers as its record says.
func TestOwnLayout(t *testing.T) {
	l := layouts(t)
	for _, c := range []struct {
		name     string
		room     hearing.Room
		ceremony bool
		observer int
		front    string
	}{
		{"a hearing room", hearing.Room{Kind: hearing.HearingRoom}, false, 24, "国徽"},
		{"with so many seats", hearing.Room{Kind: hearing.HearingRoom, Seats: 30}, false, 30, "国徽"},
		{"with few", hearing.Room{Kind: hearing.HearingRoom, Seats: 3}, false, 3, "国徽"},
		{"a home has no emblem", hearing.Room{Kind: hearing.Home}, false, 4, ""},
		{"a kind without one", hearing.Room{Kind: hearing.ServiceHall}, false, 24, "国徽"},
		{"its own", hearing.Room{Kind: hearing.HearingRoom, Seats: 30, Layout: []hearing.SeatBlock{{Zone: hearing.ZoneObserver, Seats: 7, Rows: 2}}}, false, 7, "国徽"},
		{"a ceremony", hearing.Room{Kind: hearing.Home}, true, 16, "国徽"},
	} {
		got := l.OfRoom(c.room, c.ceremony)
		if got.Seats(hearing.ZoneObserver) != c.observer || got.Front != c.front {
			t.Errorf("%s: %d seats for observers, %q", c.name, got.Seats(hearing.ZoneObserver), got.Front)
		}
		if faults := (hearing.Room{ID: "r", Name: "r", Kind: hearing.Home, Layout: got.Blocks}).Validate(); len(faults) > 0 {
			t.Errorf("%s: %v", c.name, faults)
		}
	}
}

// TestLayoutsThatCannotBe holds what a room's layout is refused for.
func TestLayoutsThatCannotBe(t *testing.T) {
	block := hearing.SeatBlock{Zone: hearing.ZoneLeft, Seats: 4, Rows: 2, X: 1, Y: 1}
	for _, c := range []struct {
		name string
		with func(*hearing.SeatBlock)
		want string
	}{
		{"sound", func(*hearing.SeatBlock) {}, ""},
		{"no such zone", func(b *hearing.SeatBlock) { b.Zone = "roof" }, "layout[1].zone unknown"},
		{"no seats", func(b *hearing.SeatBlock) { b.Seats = 0 }, "layout[1].seats range"},
		{"endless", func(b *hearing.SeatBlock) { b.Seats = 1 << 40 }, "layout[1].seats range"},
		{"before the wall", func(b *hearing.SeatBlock) { b.X = -1 }, "layout[1].x range"},
		{"on another one", func(b *hearing.SeatBlock) { b.X = 2 }, "layout[1] overlap"},
		{"out of the room", func(b *hearing.SeatBlock) { b.X, b.Seats, b.Rows = 38, 4, 1 }, "layout[1].seats range"},
	} {
		other := block
		other.X = 5
		c.with(&other)
		got := ""
		for _, f := range (hearing.Room{ID: "r", Name: "r", Kind: hearing.Home, Layout: []hearing.SeatBlock{block, other}}).Validate() {
			got = f.Path + " " + f.Code
		}
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	h := hearing.Hearing{ID: "h", Seating: []hearing.Placing{{Seat: "a", Who: "x"}, {Seat: "b", Who: "x"}, {Seat: "a"}, {Seat: ""}}}
	if faults := h.Validate(); len(faults) != 3 {
		t.Errorf("placings: %v", faults)
	}
	if _, err := seating.Read([]byte(`{"hearing":{"home":{"blocks":[{"zone":"roof","seats":1}]}}}`)); err == nil {
		t.Error("a bad file is read")
	}
}

func BenchmarkArrange(b *testing.B) {
	l, d := layouts(b), heard(hearing.HearingRoom, 40)
	for b.Loop() {
		seating.Arrange(l, d)
	}
}
