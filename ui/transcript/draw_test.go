package transcript

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
)

// scrawl draws something like a name on a pad.
func scrawl(p *pad) {
	s := p.Size()
	at := func(x, y float32) fyne.Position { return fyne.NewPos(s.Width*x, s.Height*y) }
	for k := range 3 {
		from := 0.2 + 0.2*float32(k)
		p.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(from, 0.2)}})
		for i := range 20 {
			f := float32(i) / 20
			p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(from+0.15*f, 0.5+0.3*float32(math.Sin(float64(f)*9)))}})
		}
		p.DragEnd()
		p.MouseUp(nil)
	}
}

// TestSomebodySignsOnATablet: once the transcript was read he draws, the text is
// changed, he draws again, and it is sealed with what was drawn.
func TestSomebodySignsOnATablet(t *testing.T) {
	r := newRoom(t)
	r.heard()
	r.put(func(h *hearing.Hearing) { SetSigned(h, "h-e1-a1", nil) })
	v := r.view()
	who := Signer{ID: "h-e1-a1", Name: "孙伟"}
	set := func(s *hearing.Signature) {
		v.s.Change("signed", func(h *hearing.Hearing) { SetSigned(h, who.ID, s) })
	}
	v.draw(who, set)
	if r.sh.Window.Canvas().Overlays().Top() != nil {
		t.Fatal("it can be signed before it was read")
	}
	v.m.Confirm(v.m.Drafts()...)
	v.m.Read("宣读")
	sign := func(picture string) {
		t.Helper()
		v.draw(who, set)
		var p *pad
		shown.Walk(r.sh.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
			if found, ok := o.(*pad); ok {
				p = found
			}
			if b, ok := o.(*widget.Button); ok && b.Text == "签名" && !b.Disabled() && p == nil {
				t.Error("an empty pad can be signed")
			}
		})
		scrawl(p)
		shown.Picture(t, r.sh.Window, picture)
		r.press("签名")
	}
	sign("transcript-pad")
	e, ok := v.m.Text.Drawn(who.ID)
	if !ok || len(e.Strokes) != 3 || len(e.Validate()) > 0 || !v.m.Text.Stands(e) {
		t.Fatalf("drawn: %+v", e)
	}
	h, err := r.desk.Hearing(t.Context(), "h-e1")
	if p, _ := h.Participant(who.ID); err != nil || p.Signed == nil || p.Signed.On.IsZero() {
		t.Errorf("who signed by hand has not signed: %+v, %v", p.Signed, err)
	}
	v.m.Correct(v.m.Text.Lines()[3].ID, "八月十五日前完成。", who.ID)
	if !shown.Reads(r.sh.Window, "签名后文字有改动，须重新签名") || len(v.m.Bars()) != 1 || v.m.Bars()[0] != SignAgain {
		t.Errorf("after a change: %v", v.m.Bars())
	}
	v.m.Unsign(who.ID, func() { set(nil) })
	sign("transcript-pad-again")
	shown.Picture(t, r.sh.Window, "transcript-drawn")
	v.m.Seal()
	if e, ok := v.m.Text.Drawn(who.ID); !ok || !v.m.Text.Stands(e) || !v.m.Sealed() {
		t.Errorf("sealed: %+v", v.m.Bars())
	}
	v.m.Unsign(who.ID, func() { t.Error("what was sealed is taken back") })
	if v.m.MayUnsign(who.ID) || !v.m.MayUnsign("h-e1-a2") {
		t.Error("only what was drawn is sealed: on paper one signs afterwards")
	}
}

// TestAPadTakesNoMoreThanItMay: neither points without end nor places that are none.
func TestAPadTakesNoMoreThanItMay(t *testing.T) {
	p := newPad(func() {})
	p.Resize(fyne.NewSize(800, 200))
	nan := float32(math.NaN())
	for _, at := range []fyne.Position{fyne.NewPos(nan, 5), fyne.NewPos(5, float32(math.Inf(1)))} {
		p.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	if len(p.strokes) != 0 {
		t.Errorf("drawn: %v", p.strokes)
	}
	p.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(-50, 900)}})
	for i := range hearing.MostPoints + 50 {
		x, y, ok := p.point(fyne.NewPos(float32(i%800), 5))
		if ok {
			p.strokes[0] = append(p.strokes[0], x, y)
		}
	}
	for range hearing.MostStrokes + 5 {
		p.begin(fyne.NewPos(1, 1))
	}
	e := hearing.TranscriptEntry{ID: "s", At: shown.At(t, now), Act: hearing.ActSign, Signer: "p", Hash: strings.Repeat("a", 64), Strokes: p.strokes}
	if faults := e.Validate(); len(faults) > 0 || p.strokes[0][0] != 0 || p.strokes[0][1] != hearing.PadHigh {
		t.Errorf("%v, begun at %v", faults, p.strokes[0][:2])
	}
}
