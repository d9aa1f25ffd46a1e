package document

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// doors make the sheet of a day once for each room, whatever the guard's are
// made by: what has no room yet has no door.
func doors(d hearing.Dossier) []target {
	if d.Day == nil {
		return nil
	}
	by := *d.Day
	by.By = hearing.ByRoom
	return slices.DeleteFunc(sheets(d, by), func(t target) bool { return t.key == "" })
}

// guards make it once for each room or each presider, as it is wanted.
func guards(d hearing.Dossier) []target {
	if d.Day == nil {
		return nil
	}
	return sheets(d, *d.Day)
}

func sheets(d hearing.Dossier, day hearing.Day) []target {
	var out []target
	for _, k := range day.Keys() {
		t := target{key: string(k), day: &day}
		if day.By == hearing.ByPresider {
			t.name = d.Person(k).Name
		} else {
			t.name = d.Rooms[k].Name
		}
		if t.name == "" {
			t.name = "未定"
		}
		out = append(out, t)
	}
	return out
}

// agenda is what one room or one presider has on a day. The sheet at a door says
// of a case what an announcement may say, and of one that is not public nothing.
func (x teller) agenda() record {
	d := x.t.day
	if d == nil {
		return nil
	}
	r := record{"date": day(d.Date), "by": Text(x.t.name), "presider": d.By == hearing.ByPresider}
	rows := []record{} // a list that may be empty
	for _, s := range d.Sessions {
		if d.Of(s.Session()) == hearing.ID(x.t.key) {
			row := x.meeting(s, x.form.Per == "door")
			row["number"] = Text(strconv.Itoa(len(rows) + 1))
			rows = append(rows, row)
		}
	}
	r["rows"] = rows
	return r
}

// meeting is one session as a row of a day's sheet.
func (x teller) meeting(d hearing.Dossier, public bool) record {
	d.Zone = x.d.Zone
	s := d.Session()
	y := teller{d: d, form: x.form, today: x.today, law: x.law, mask: newMask(d, cmp.Or(x.form.Mask, MaskMinors), nil)}
	what := "宣告送达"
	openness := hearing.Public
	if d.Hearing != nil {
		what, openness = "听证会", d.Hearing.Openness
	} else if d.Announcement != nil && d.Announcement.Openness != "" {
		openness = d.Announcement.Openness
	}
	of := y.cases()
	cause := of["cause"]
	if public {
		if cause = of["public"]; openness != hearing.Public || Confidential(d) {
			cause = Text("")
		}
	}
	row := record{"start": moment(s.Slot.Start, y.zone()), "span": clocks(moment(s.Slot.Start, y.zone()), moment(s.Slot.End, y.zone())), "what": Text(what), "cause": cause,
		"open": openness == hearing.Public, "openness": Text(openness.Term().Zh), "streamed": d.Hearing != nil && d.Hearing.Has(hearing.Streamed),
		"place": Text(d.Rooms[s.Slot.Room].Name), "host": Text(d.Person(s.Presider).Name), "recorder": Text(d.Person(s.Recorder).Name),
		"people": Text(strconv.Itoa(y.expected(s))), "who": Text(strings.Join(y.coming(s), "、")), "state": Text(s.State.Term().Zh), "off": !s.State.Holds()}
	if to, ok := x.t.day.Moved[s.ID]; ok && s.State.Holds() && (to.Room != s.Slot.Room || !to.Start.Equal(s.Slot.Start)) {
		row["off"], row["state"] = true, x.movedTo(d, s.Slot, to)
	}
	y.mask.cover("", row) // the day's own mask knows nobody of its sessions
	return row
}

// movedTo says where a session went that stood on the day: to another day, or to
// another place on the same.
func (x teller) movedTo(d hearing.Dossier, from, to hearing.Slot) Text {
	if to.Start.IsZero() {
		return "改期，时间待定"
	}
	a, b := calendar.DateOf(from.Start.In(x.zone())), calendar.DateOf(to.Start.In(x.zone()))
	if a == b {
		return Text("改在" + d.Rooms[to.Room].Name)
	}
	return Text(fmt.Sprintf("改至%d月%d日", int(b.Month()), b.Day()))
}

// clocks is a time range without its date: 上午9时00分至11时00分.
func clocks(start, end Moment) Text {
	whole := string(span(start, end))
	if _, clock, ok := strings.Cut(whole, "）"); ok {
		return Text(clock)
	}
	return Text(whole)
}

// expected is how many people are to come: everybody who is listed, the
// presider and the recorder.
func (x teller) expected(s hearing.Session) int {
	n := len(x.people())
	for _, id := range []hearing.ID{s.Presider, s.Recorder} {
		if id != "" {
			n++
		}
	}
	return n
}

// coming names who is listed by roles: 听证员3人、行政机关：云岭市城管局. The
// guard lets them in by the list at the desk; parties are not named here.
func (x teller) coming(s hearing.Session) []string {
	var out []string
	for _, role := range hearing.Roles {
		var units []string
		n := 0
		for _, p := range s.Participants {
			if p.Role != role || p.Alternate {
				continue
			}
			n++
			if o := x.d.Organisation(p.Organisation); o.ID != "" && !slices.Contains(units, x.mask.body(o)) {
				units = append(units, x.mask.body(o))
			}
		}
		switch {
		case n == 0:
		case (role == hearing.AgencyRep || role == hearing.Recipient) && len(units) > 0:
			out = append(out, role.Term().Zh+"（"+strings.Join(units, "、")+"）")
		default:
			out = append(out, role.Term().Zh+strconv.Itoa(n)+"人")
		}
	}
	return out
}
