package document

import (
	"fmt"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/seating"
)

// A pass is an observer's (旁听证), with the number that no other pass of the
// session has. One without a name is filled in at the door.
type pass struct{ number, seat, name string }

// The passes of a sheet: they are cut along the lines, and their backs are printed
// on the sheet's other side, mirrored.
const (
	passesAcross = 2
	passesAPage  = 6
	mostPasses   = 500
)

// passes are numbered, one for each observer's seat: first those of the observers
// who are listed, then those to be filled in. Where nobody said how many will come,
// they fill one sheet and are numbered by hand.
func (x teller) passes(facts record, h hearing.Hearing, plan hearing.SeatPlan) {
	listed := h.InRole(hearing.Observer)
	n := h.Notice.Seats
	room := x.d.Rooms[h.Room]
	if n == 0 {
		n = room.Seats
	}
	if n == 0 {
		n = seating.Layout{Blocks: room.Layout}.Seats(hearing.ZoneObserver)
	}
	n = min(max(n, len(listed)), mostPasses)
	var free []string // seats that nobody has
	for _, s := range plan.Seats {
		if s.Zone == hearing.ZoneObserver && s.Who == "" && !s.Kept {
			free = append(free, s.Label)
		}
	}
	var all []pass
	for i := range max(n, map[bool]int{true: passesAPage}[n == 0]) {
		p := pass{number: fmt.Sprintf("%03d", i+1)}
		switch {
		case n == 0:
			p.number = "　　　"
		case i < len(listed):
			p.name = x.mask.person(x.d.Person(listed[i].Person))
			if s, ok := plan.Of(string(listed[i].ID)); ok {
				p.seat = s.Label
			}
		case len(free) > 0:
			p.seat, free = free[0], free[1:]
		}
		all = append(all, p)
	}
	rows := passRows(all)
	facts["passes"] = rows
	var sheets []record
	tight := x.tight()
	for sheet := range slices.Chunk(rows, passesAPage/passesAcross) {
		sheets = append(sheets, record{"rows": sheet, "tight": tight})
	}
	facts["sheets"] = sheets
}

// The room of a pass's front, in characters of a line and in lines for the office
// and the cause; the others stand in lines of their own.
const (
	frontLine  = 15
	frontLines = 3
)

// tight reports whether the front has too much text for the larger type.
func (x teller) tight() bool {
	lines := func(s Text) int { return (len([]rune(string(s))) + frontLine - 1) / frontLine }
	return lines(Text(x.d.Office.Name))+lines(field(x.cases(), "public")+"听证会") > frontLines
}

// passRows sets the passes side by side.
func passRows(all []pass) []record {
	var out []record
	for two := range slices.Chunk(all, passesAcross) {
		r := record{}
		for i, p := range two {
			side := []string{"left", "right"}[i]
			r[side], r[side+"_seat"], r[side+"_name"] = Text(p.number), Text(p.seat), Text(p.name)
		}
		out = append(out, r)
	}
	return out
}

// The room of the discipline on a pass's back, in lines and characters.
const (
	backLines = 12
	backLine  = 20
)

// discipline is what form 12 says, the office's own where it has one, as far as the
// back of a pass has room for it.
func (c *Catalogue) discipline(d hearing.Dossier, today calendar.Date) []record {
	all, lines := c.rules(d, today), 0
	for i, r := range all {
		lines += (len([]rune(string(field(r, "text")))) + backLine - 1) / backLine
		if lines > backLines {
			return append(all[:max(i-1, 0)], record{"text": Text("其余见会场张贴的听证会纪律。")})
		}
	}
	return all
}

// rules are all items of form 12.
func (c *Catalogue) rules(d hearing.Dossier, today calendar.Date) []record {
	f := c.form("12")
	if f == nil || f.err != nil || f.root["discipline"] {
		return nil
	}
	doc, err := c.compose(d, f, target{}, today)
	if err != nil {
		return nil
	}
	var out []record
	for _, b := range doc.Blocks {
		p, ok := b.(Paragraph)
		if !ok || p.Indent == 0 {
			continue
		}
		text := ""
		for _, r := range p.Runs {
			text += r.Text
		}
		out = append(out, record{"text": Text(strings.ReplaceAll(text, "．", "."))})
	}
	return out
}
