package wordform

import "slices"

// place finds where each block begins and ends: within a paragraph where all
// its marks stand in one, around whole rows where they stand in several cells
// or rows, else around whole paragraphs.
func place(marks []*mark, all []*group) error {
	for _, g := range all {
		g.top = g.marks[0].node()
		for _, m := range g.marks[1:] {
			g.top = common(g.top, m.node())
		}
		if err := g.within(); err != nil {
			return err
		}
	}
	h := &hoist{extents: map[*node]extent{}}
	for _, m := range marks {
		if m.hoisted {
			if err := h.lift(m); err != nil {
				return err
			}
		}
	}
	return nil
}

// within parts the runs of a block within a paragraph, and notes of all others
// that they stand around paragraphs or rows.
func (g *group) within() error {
	own := g.marks[0].par.node
	for _, m := range g.marks {
		switch {
		case common(g.top, own) != own:
			m.hoisted = true
			for i := m.from; i < m.to; i++ {
				m.par.runes[i].around = true
			}
		case m.par.node != own: // in a box inside the paragraph
			return m.par.fault(Crossed, m.from, g.marks[0].text)
		default:
			if err := m.part(g.top); err != nil {
				return err
			}
		}
	}
	return nil
}

// part notes what has to be closed before a mark so that the pieces on both
// sides of it are whole below top.
func (m *mark) part(top *node) error {
	for n := m.node(); n != top; n = n.parent {
		if !slices.Contains([]string{"t", "r", "ins", "hyperlink"}, n.name) {
			return m.par.fault(Parted, m.from, m.text)
		}
		m.split = append(m.split, n)
	}
	return nil
}

// A hoist lifts blocks out of paragraphs.
type hoist struct{ extents map[*node]extent }

// An extent is the first and the last letter that a paragraph, or a row, has
// beside the marks of blocks around it.
type extent struct {
	any                 bool
	firstPar, firstRune int
	lastPar, lastRune   int
}

// of measures a paragraph, or all those of a row.
func (h *hoist) of(unit *node, p *part) extent {
	if e, ok := h.extents[unit]; ok {
		return e
	}
	var e extent
	pars := p.pars[unit.firstPar:unit.behindPar]
	if unit.name == "p" {
		pars = []*paragraph{unit.par}
	}
	for _, par := range pars {
		par.read()
		for i, l := range par.runes {
			if l.r == ' ' || l.around {
				continue
			}
			if !e.any {
				e.any, e.firstPar, e.firstRune = true, par.number, i
			}
			e.lastPar, e.lastRune = par.number, i
		}
	}
	h.extents[unit] = e
	return e
}

// where says whether a mark stands before, and whether it stands behind all
// that a unit has.
func (e extent) where(m *mark) (leads, trails bool) {
	leads = !e.any || m.par.number < e.firstPar || m.par.number == e.firstPar && m.from < e.firstRune
	trails = !e.any || m.par.number > e.lastPar || m.par.number == e.lastPar && m.from > e.lastRune
	return leads, trails
}

// lift puts one mark before or behind the paragraph or the row that it is in.
func (h *hoist) lift(m *mark) error {
	top := m.group.top
	if top.name == "tr" {
		return h.row(m, top)
	}
	unit := below(top, m.node())
	switch {
	case unit.name == "tr" && m.node().up("tr") == unit:
		h.rows(m, unit)
		return nil
	case unit.name == "p" && unit == m.par.node:
		return h.paragraph(m, unit)
	}
	return m.par.fault(Crossed, m.from, m.group.marks[0].text)
}

// row lifts a mark of a block that stands in the cells of one row.
func (h *hoist) row(m *mark, row *node) error {
	row.touch()
	switch {
	case m.node().up("tr") != row:
		return m.par.fault(Crossed, m.from, m.group.marks[0].text)
	case m.word == "else":
		return m.par.fault(ElseRow, m.from, m.text)
	case m.word == "end":
		row.after = append(row.after, m)
	default:
		row.before = append(row.before, m)
	}
	return nil
}

// rows lifts a mark of a block around several rows. A row that has nothing
// else is not printed.
func (h *hoist) rows(m *mark, row *node) {
	e := h.of(row, m.par.part)
	row.removed = !e.any
	row.touch()
	leads, trails := e.where(m)
	if row.removed || leads || m.word != "end" && !trails {
		row.before = append(row.before, m)
		return
	}
	row.after = append(row.after, m)
}

// paragraph lifts a mark of a block around paragraphs. One that stands alone
// leaves its paragraph outside of the block; it is not printed, but where Word
// needs one.
func (h *hoist) paragraph(m *mark, par *node) error {
	leads, trails := h.of(par, m.par.part).where(m)
	switch {
	case leads && trails && m.word == "end" && len(par.after) == 0, leads && !trails:
		par.before = append(par.before, m)
	case trails:
		par.after = append(par.after, m)
	default:
		return m.par.fault(Amidst, m.from, m.text)
	}
	return nil
}
