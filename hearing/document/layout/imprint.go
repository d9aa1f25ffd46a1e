package layout

import "hearingdesk/hearing/document"

// The record at the foot of the last page (GB/T 9704-2012, 7.4), in mm.
const (
	outerRule   = 0.35
	innerRule   = 0.25
	imprintLine = 7.0 // pitch of its lines
	overImprint = 3.0 // least room above it
)

// An imprinting sets the record at the foot of the last page.
type imprinting struct {
	s     *setting
	ruled bool // a letter's has no rules (10.1)
	st    strip
}

// imprint sets who gets copies, each line after the first under the first name,
// and who issued the paper and when. The last rule lies on the foot of the text
// area. What stands before stays with it, so that no page bears it alone.
func (s *setting) imprint(v document.Imprint) error {
	if v.Empty(s.doc.Head) {
		return nil
	}
	m := imprinting{s: s, ruled: s.doc.Head.Kind != document.HeadLetter, st: strip{height: overImprint, last: true}}
	issued := v.Office != "" && m.ruled
	m.rule(outerRule)
	if v.Copies != "" {
		if err := m.copies(v); err != nil {
			return err
		}
	}
	if v.Copies != "" && issued {
		m.rule(innerRule)
	}
	if issued {
		if err := m.issued(v); err != nil {
			return err
		}
	}
	m.rule(outerRule)
	s.keepLast(2)
	s.add(m.st)
	return nil
}

func (m *imprinting) rule(width float64) {
	if m.ruled {
		m.st.items = append(m.st.items, rule(0, m.st.height+width/2, m.s.width, m.st.height+width/2, width))
		m.st.height += width
	}
}

// lines breaks a text of the record into lines of a width.
func (m *imprinting) lines(text string, width float64) ([]line, error) {
	return m.s.lines(document.Paragraph{Runs: []document.Run{{Text: text}}, Align: document.Left}, smallSize, width)
}

// draw draws a line at the record's foot, so many mm from the left.
func (m *imprinting) draw(l line, x float64) {
	for _, i := range m.s.lineStrip(l, smallSize, imprintLine).items {
		m.st.items = append(m.st.items, i.moved(x, m.st.height))
	}
}

func (m *imprinting) copies(v document.Imprint) error {
	const em = smallSize * mmPerPt
	label, err := m.lines(document.CopiesLabel, m.s.width)
	if err != nil {
		return err
	}
	names, err := m.lines(v.Copies+"。", m.s.width-2*em-label[0].width)
	if err != nil {
		return err
	}
	m.draw(label[0], em)
	for _, l := range names {
		m.draw(l, em+label[0].width)
		m.st.height += imprintLine
	}
	m.s.record = append(m.s.record, float64(len(names))*imprintLine)
	return nil
}

func (m *imprinting) issued(v document.Imprint) error {
	const em = smallSize * mmPerPt
	date, err := m.lines(v.DateText(), m.s.width)
	if err != nil {
		return err
	}
	office, err := m.lines(v.Office, m.s.width-3*em-date[0].width)
	if err != nil {
		return err
	}
	for n, l := range office {
		m.draw(l, em)
		if n == len(office)-1 {
			m.draw(date[0], m.s.width-em-date[0].width)
		}
		m.st.height += imprintLine
	}
	m.s.record = append(m.s.record, float64(len(office))*imprintLine)
	return nil
}
