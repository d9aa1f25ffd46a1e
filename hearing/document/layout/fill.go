package layout

// A filler fills pages with strips.
type filler struct {
	sheet  sheet
	pages  []Page
	y      float64 // how far the last page is filled
	before strip   // the last one on it
}

// paginate fills pages with strips. Strips that are kept together move to the
// next page together, unless they are longer than one.
func (sh sheet) paginate(strips []strip) []Page {
	f := filler{sheet: sh, pages: []Page{{Width: sh.width, Height: sh.height}}}
	for i := 0; i < len(strips); {
		if strips[i].eject {
			if f.y > 0 {
				f.turn()
			}
			i++
			continue
		}
		n, height := group(strips[i:], sh.text-heightOf(strips[i].head))
		if n == 1 && (strips[i].white || strips[i].spare) && f.y+height > f.limit() {
			i++
			continue
		}
		if f.y > 0 && f.y+height > f.limit()+0.01 {
			f.turn()
			f.begin(strips[i])
		}
		for _, st := range strips[i : i+n] {
			if !st.white || f.y > 0 {
				f.put(st)
			}
		}
		i += n
	}
	return f.pages
}

// heightOf is how high strips are one below the other: a table's header, which
// stands above those that begin a page.
func heightOf(strips []strip) float64 {
	h := 0.0
	for _, st := range strips {
		h += st.height
	}
	return h
}

func (f *filler) page() *Page { return &f.pages[len(f.pages)-1] }

// limit is how far the page can be filled.
func (f *filler) limit() float64 {
	if len(f.pages) == 1 && f.sheet.first > 0 {
		return f.sheet.first
	}
	return f.sheet.text
}

// draw draws items at the place that the page is filled to.
func (f *filler) draw(items []item) {
	p := f.page()
	for _, i := range items {
		p.items = append(p.items, i.moved(f.sheet.left, f.sheet.top+f.y))
	}
}

// turn ends the page.
func (f *filler) turn() {
	f.draw(f.before.end)
	f.before, f.y = strip{}, 0
	f.pages = append(f.pages, Page{Width: f.sheet.width, Height: f.sheet.height})
}

// begin draws what stands above a strip that begins a page.
func (f *filler) begin(st strip) {
	for _, h := range st.head {
		f.put(h.unmarked())
	}
	f.draw(st.begin)
}

func (f *filler) put(st strip) {
	p := f.page()
	if st.foot {
		p.foot = append(p.foot, st)
		return
	}
	if st.last {
		f.y = max(f.y, f.limit()-st.height)
	}
	f.draw(st.items)
	f.before = st
	if st.spare {
		p.Spare++
	}
	if st.entry.title != "" {
		st.entry.y = f.sheet.height - f.sheet.top - f.y
		p.lines = append(p.lines, st.entry)
	}
	f.y += st.height
}
