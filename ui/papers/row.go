package papers

import "hearingdesk/hearing"

// A row is one line of the list: a session, the papers of a form together, or
// one paper.
type row struct {
	part  *part  // of a session's heading
	group *Group // of a form's heading
	sheet *Sheet // of a paper
	of    *Group // that a paper stands below
	alone bool   // the form's only paper: it needs no heading
	deep  bool   // below a session's heading
}

// A part is the papers of one of several sessions.
type part struct {
	name   string
	sheets []*Sheet
}

// rows lists the groups with their papers; name names a session where there are
// several.
func rows(groups []Group, name func(hearing.ID) string) []row {
	several := len(groups) > 0 && groups[0].Session != groups[len(groups)-1].Session
	var out []row
	var p *part
	for i := range groups {
		g := &groups[i]
		if several && (i == 0 || groups[i-1].Session != g.Session) {
			p = &part{name: name(g.Session)}
			out = append(out, row{part: p})
		}
		if p != nil {
			p.sheets = append(p.sheets, g.Sheets...)
		}
		if len(g.Sheets) == 1 {
			out = append(out, row{sheet: g.Sheets[0], alone: true, deep: several})
			continue
		}
		out = append(out, row{group: g, deep: several})
		for _, s := range g.Sheets {
			out = append(out, row{sheet: s, of: g, deep: several})
		}
	}
	return out
}

// sheets are the papers of the row.
func (r row) sheets() []*Sheet {
	switch {
	case r.part != nil:
		return r.part.sheets
	case r.group != nil:
		return r.group.Sheets
	}
	return []*Sheet{r.sheet}
}

// state says of the row's papers whether all that can be printed are ticked,
// whether some are, and whether any can be.
func (r row) state() (all, some, ready bool) {
	for _, s := range r.sheets() {
		some, ready = some || s.Ticked, ready || s.Ready()
	}
	return ready && allTicked(r.sheets()), some, ready
}

// name is what a paper's line is called: for whom it is, or its form where that
// has no line of its own.
func (r row) name() string {
	switch s := r.sheet; {
	case r.of != nil && r.of.To != "":
		return Kind(s.Number, s.Title)
	case r.alone && s.For != "":
		return Kind(s.Number, s.Title) + "　" + s.For
	case r.alone:
		return Kind(s.Number, s.Title)
	}
	return r.sheet.For
}
