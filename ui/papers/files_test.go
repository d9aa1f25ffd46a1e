package papers

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// A filer notes what it is given.
type filer struct {
	session hearing.ID
	files   []string
	on      *document.Filing
}

func (f *filer) Put(session hearing.ID, files []string, on *document.Filing) {
	f.session, f.files, f.on = session, files, on
}

func (f *filer) Paste(session hearing.ID, text string, on *document.Filing) {
	f.Put(session, []string{text}, on)
}

func (f *filer) OnFiled(func()) {}

// TestAScanDroppedOnALine goes to the paper under the mouse, whatever height
// the lines above it have, and by its code where no paper lies there.
func TestAScanDroppedOnALine(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	edit(t, d, "h-e2", func(h *hearing.Hearing) { h.Room, h.Presider = "", "" }) // lines that say what they lack are higher
	p, _, _ := onScreen(t, d, c, newTray(), "h-e2")
	got := p.filer.(*filer)
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.list)
	p.list.ScrollToOffset(40)
	y := origin.Y - p.list.GetScrollOffset()
	papers := 0
	for _, r := range p.list.rows {
		middle := y + p.list.height(r)/2
		y += p.list.height(r) + theme.Padding()
		if middle < origin.Y || middle > origin.Y+p.list.Size().Height {
			continue
		}
		p.Drop(fyne.NewPos(origin.X+20, middle), []string{"a.pdf"})
		switch {
		case r.sheet == nil && got.on != nil:
			t.Errorf("a heading took %+v", got.on)
		case r.sheet == nil:
		case got.on == nil || got.on.Number != r.sheet.Number || got.on.Key != r.sheet.Key || got.session != "h-e2":
			t.Errorf("%s %s: it went to %+v", r.sheet.Number, r.sheet.For, got.on)
		default:
			papers++
		}
	}
	if papers < 5 {
		t.Errorf("only %d papers were in sight", papers)
	}
	p.Drop(origin.SubtractXY(50, 0), []string{"b.pdf"})
	if got.on != nil || !slices.Equal(got.files, []string{"b.pdf"}) {
		t.Errorf("beside the list it went to %+v", got.on)
	}
	p.Paste("c.pdf")
	if got.on == nil || got.on.Key != p.m.Chosen.Key || got.on.Number != p.m.Chosen.Number {
		t.Errorf("pasted, it went to %+v", got.on)
	}
}
