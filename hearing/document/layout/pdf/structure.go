package pdf

import "strconv"

// An Element is a node of the tree that says what the text is: Document, Sect,
// H1, P, Table, TR, TH, TD, Figure (ISO 32000-1, 14.8.4).
type Element struct {
	tag  string
	alt  string
	span int
	kids []kid
	ref  ref
}

// A kid is an element, or a marked piece of a page.
type kid struct {
	element    *Element
	page, mark int
}

// Add adds an element below e, after those it has. alt says in words what a
// figure shows, span is how many columns a cell takes; others have neither.
func (e *Element) Add(tag, alt string, span int) *Element {
	out := &Element{tag: tag, alt: alt, span: span}
	e.kids = append(e.kids, kid{element: out})
	return out
}

// structure writes the tree, and for each page which elements its pieces
// belong to.
func (w *Writer) structure() {
	w.number(w.root)
	w.element(w.root, treeRef)
	w.object(treeRef, "<</Type/StructTreeRoot/K "+w.root.ref.String()+"/ParentTree "+parentsRef.String()+"/ParentTreeNextKey "+strconv.Itoa(len(w.pages))+">>")
	nums := []byte("<</Nums[")
	for i, marks := range w.marks {
		nums = append(strconv.AppendInt(nums, int64(i), 10), '[')
		for _, e := range marks {
			nums = append(append(nums, e.ref.String()...), ' ')
		}
		nums = append(nums, "]\n"...)
	}
	w.object(parentsRef, string(append(nums, "]>>"...)))
}

func (w *Writer) number(e *Element) {
	e.ref = w.reserve()
	for _, k := range e.kids {
		if k.element != nil {
			w.number(k.element)
		}
	}
}

func (w *Writer) element(e *Element, parent ref) {
	b := []byte("<</Type/StructElem/S/" + e.tag + "/P " + parent.String())
	if e.alt != "" {
		b = append(b, "/Alt"+textString(e.alt)...)
	}
	if e.span > 1 {
		b = append(b, "/A<</O/Table/ColSpan "+strconv.Itoa(e.span)+">>"...)
	}
	page := -1
	for _, k := range e.kids {
		if k.element == nil {
			page = k.page
			b = append(b, "/Pg "+w.pages[page].String()...)
			break
		}
	}
	b = append(b, "/K["...)
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			b = append(b, k.element.ref.String()...)
		case k.page == page:
			b = strconv.AppendInt(b, int64(k.mark), 10)
		default:
			b = append(b, "<</Type/MCR/Pg "+w.pages[k.page].String()+"/MCID "+strconv.Itoa(k.mark)+">>"...)
		}
		b = append(b, ' ')
	}
	w.object(e.ref, string(append(b, "]>>"...)))
	for _, k := range e.kids {
		if k.element != nil {
			w.element(k.element, e.ref)
		}
	}
}
