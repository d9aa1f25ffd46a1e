package layout

import (
	"fmt"
	"math"
	"slices"

	"hearingdesk/hearing/document"
)

// A strip is a piece of a page that cannot be divided: a line of text, a row
// of a table.
type strip struct {
	height float64
	items  []item
	keep   bool    // stays on the page of the strip that follows
	pair   bool    // so does this, unless a page has no room for all that is kept together
	head   []strip // repeated above it when it begins a page: a table's header
	white  bool    // empty room, dropped at the top and at the foot of a page
	spare  bool    // left out where it would begin a page
	flows  bool    // of a paragraph of more lines than are kept together
	foot   bool    // stands below the text
	corner bool    // of those below the text, at the side that the page number leaves free
	last   bool    // stands at the foot of the text
	eject  bool    // ends the page
	begin  []item  // drawn at its upper edge where it begins a page
	end    []item  // drawn at its lower edge where it ends one
	entry  entry   // of the outline, that leads here; none has no title
}

// A setting sets one document.
type setting struct {
	t      *Typesetter
	doc    document.Document
	width  float64
	pitch  float64 // of the lines of body text
	strips []strip

	tableSize float64 // type in tables that are not small, points
	tall      float64 // rows taller than this go on on the next page

	named   []string  // lines of the office's name in the head
	namedIn float64   // its type, points
	record  []float64 // heights of the rows of the record at the foot of the last page, mm

	mark   *mark // of the block that is being set
	titled bool  // a title stands already
	codes  int   // set so far

	running document.Running // below every page
	plates  bool             // the pages are seat plates or labels, which have no number
	labels  int              // on the sheet of labels that is being filled
}

// add adds strips; their text belongs to the block that is being set.
func (s *setting) add(p ...strip) {
	for _, st := range p {
		st.marked(s.mark)
		s.strips = append(s.strips, st)
	}
}

// keepLast keeps the last n strips with what follows, and the white between them.
func (s *setting) keepLast(n int) {
	for i := len(s.strips) - 1; i >= 0 && n > 0; i-- {
		if s.strips[i].eject {
			return
		}
		s.strips[i].keep = true
		if !s.strips[i].white {
			n--
		}
	}
}

// block sets a block, and gives its place a line of the outline where it has
// one.
func (s *setting) block(b document.Block) error {
	s.mark = markOf(b)
	line, from := s.outlined(b), len(s.strips)
	if _, is := b.(document.Label); !is {
		s.labels = 0
	}
	err := s.strip(b)
	for i := from; i < len(s.strips) && line.title != ""; i++ {
		if !s.strips[i].eject {
			s.strips[i].entry = line
			break
		}
	}
	return err
}

func (s *setting) strip(b document.Block) error {
	switch v := b.(type) {
	case document.Title:
		return s.title(v.Text)
	case document.Subtitle:
		return s.paragraph(document.Paragraph{Runs: []document.Run{{Text: v.Text, Face: document.Kai}}, Align: document.Centre, Keep: true})
	case document.DocNumber:
		if s.doc.Head.Kind != "" { // it stands in the head
			return nil
		}
		align := document.Centre
		if s.doc.Style == document.Record {
			align = document.Right
		}
		return s.paragraph(document.Paragraph{Runs: []document.Run{{Text: v.Text}}, Align: align, Keep: true})
	case document.Heading:
		face := map[int]document.Face{1: document.Hei, 2: document.Kai}[v.Level]
		return s.paragraph(document.Paragraph{Runs: []document.Run{{Text: v.Text, Face: face}}, Indent: 2, Keep: true})
	case document.Paragraph:
		return s.paragraph(v)
	case document.Table:
		return s.table(v)
	case document.Signature:
		return s.signature(v)
	case document.SignLine:
		return s.signLine(v)
	case document.Tear:
		return s.tear(v)
	case document.Space:
		s.add(strip{height: v.Lines * s.pitch, white: true})
		return nil
	case document.PageBreak:
		s.add(strip{eject: true})
		return nil
	case document.Code:
		return s.code(v)
	case document.Issuer:
		if s.doc.Head.Kind != "" {
			return nil
		}
		return s.paragraph(document.Paragraph{Runs: issuedBy(v), Align: document.Right, Keep: true})
	case document.Imprint:
		return s.imprint(v)
	case document.Running:
		s.running = v
		return nil
	case document.Plate:
		return s.plate(v)
	case document.Picture:
		return s.picture(v)
	case document.Address:
		return s.address(v)
	case document.Label:
		return s.label(v)
	case document.SeatMap:
		return s.seatMap(v)
	}
	return fmt.Errorf("no layout for %T", b)
}

func (s *setting) paragraph(p document.Paragraph) error {
	size, pitch := bodySize, s.pitch
	if p.Foot {
		return s.footNote(p)
	}
	if p.Small {
		size, pitch = smallSize, s.pitch*smallPitch
	}
	lines, err := s.lines(p, size, s.width)
	if err != nil {
		return err
	}
	for i, l := range lines {
		st := s.lineStrip(l, size, pitch)
		st.flows = len(lines) > lastLines
		st.keep = p.Keep || i == 0 && len(lines) > 1 && !st.flows
		s.add(st)
	}
	return nil
}

// lines breaks and aligns a paragraph.
func (s *setting) lines(p document.Paragraph, size, width float64) ([]line, error) {
	atoms, err := s.atoms(p.Runs, size)
	if err != nil {
		return nil, err
	}
	em := size * mmPerPt
	if size == bodySize {
		em = cell
	}
	lines := breakLines(atoms, width, float64(p.Indent)*em)
	for i := range lines {
		switch p.Align {
		case document.Justify:
			lines[i].stretch(width)
		case document.Centre:
			lines[i].move((width - lines[i].width) / 2)
		case document.Right:
			lines[i].move(width - lines[i].width)
		}
	}
	return lines, nil
}

// lineStrip stands a line in the middle of its pitch: the em square of the
// characters is centred, its baseline 12 % above its foot.
func (s *setting) lineStrip(l line, size, pitch float64) strip {
	em := size * mmPerPt
	return strip{height: pitch, items: s.t.lineItems(l, (pitch-em)/2+0.88*em)}
}

// title breaks a long title into lines of falling length (a trapezoid).
func (s *setting) title(text string) error {
	const linePitch = 13.0
	atoms, err := s.atoms([]document.Run{{Text: text, Face: document.Biao}}, titleSize)
	if err != nil {
		return err
	}
	total := 0.0
	for _, a := range atoms {
		total += a.width
	}
	n := math.Ceil(total / s.width)
	width := s.width
	if n > 1 {
		width = min(s.width, total/n+titleSize*mmPerPt) // the first lines take the odd character
	}
	for _, l := range breakLines(atoms, width, 0) {
		l.move((s.width - l.width) / 2)
		st := s.lineStrip(l, titleSize, linePitch)
		st.keep = true
		s.add(st)
	}
	s.add(strip{height: s.pitch / 2, white: true, keep: true})
	return nil
}

// besideCode is the room that a code takes of the lower margin's width.
func (s *setting) besideCode() float64 {
	if slices.ContainsFunc(s.doc.Blocks, func(b document.Block) bool { _, is := b.(document.Code); return is }) {
		return document.CodeSize + 4
	}
	return 0
}

// footNote is a note in the page's lower margin, left of the code. A sheet across
// has no room there: the note stands below the text.
func (s *setting) footNote(p document.Paragraph) error {
	if s.doc.Wide {
		lines, err := s.lines(p, tableSize, s.width)
		for _, l := range lines {
			s.add(s.lineStrip(l, tableSize, tableSize*mmPerPt*1.3))
		}
		return err
	}
	return s.onFoot(p, tableSize, s.width-document.CodeSize-6)
}

// onFoot sets text in the page's lower margin, below the page number.
func (s *setting) onFoot(p document.Paragraph, size, width float64) error {
	lines, err := s.lines(p, size, width)
	if err != nil {
		return err
	}
	st := strip{foot: true}
	for i, l := range lines {
		st.items = append(st.items, s.t.lineItems(l, 12+float64(i)*size*mmPerPt*1.3)...)
	}
	s.keepLast(1)
	s.add(st)
	return nil
}

// tear is the dashed line of a reply slip with its caption in the middle.
func (s *setting) tear(v document.Tear) error {
	const tableSize, pitch = 12.0, 9.0
	lines, err := s.lines(document.Paragraph{Runs: []document.Run{{Text: v.Text, Face: document.Kai}}, Align: document.Centre}, tableSize, s.width)
	if err != nil {
		return err
	}
	st := s.lineStrip(lines[0], tableSize, pitch)
	half := lines[0].width/2 + 3
	for _, r := range []item{rule(-8, pitch/2, s.width/2-half, pitch/2, 0.2), rule(s.width/2+half, pitch/2, s.width+8, pitch/2, 0.2)} {
		r.dash = true
		st.items = append(st.items, r)
	}
	st.keep = true
	s.add(st)
	return nil
}
