package recorder

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
)

// What a new passage leaves as it is, is not drawn again; of thousands only those in
// sight are drawn at all.
func TestOnlyWhatChangedIsDrawn(t *testing.T) {
	test.NewTempApp(t)
	var all []Row
	for i := range 5000 {
		all = append(all, Row{Line: transcript.Line{Utterance: hearing.Utterance{ID: hearing.ID(fmt.Sprint(i)), Text: "电动自行车"}}})
	}
	open := hearing.ID("")
	l := newList(func(Row) {}, func(id hearing.ID) (bool, bool) { return false, id == open })
	l.Set(Rows{Edition: 1, All: all[:4999]})
	l.Resize(fyne.NewSize(600, 400))
	if n := len(l.shown) + len(l.spare); n > 20 {
		t.Fatalf("%d rows are drawn of 400 dots", n)
	}
	pictures := func() map[int]fyne.CanvasObject {
		out := map[int]fyne.CanvasObject{}
		for i, v := range l.shown {
			out[i] = v.parts[0]
		}
		return out
	}
	redrawn := func(what string, do func(), want ...int) {
		t.Helper()
		before := pictures()
		do()
		var got []int
		for i, p := range pictures() {
			if before[i] != p {
				got = append(got, i)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v were drawn, want %v", what, got, want)
		}
	}
	redrawn("a new passage", func() { l.Set(Rows{Edition: 1, All: all}) }, 4999)
	redrawn("nothing", func() { l.Set(Rows{Edition: 1, All: all}) })
	redrawn("a passage that is opened", func() { open = "4998"; l.draw() }, 4998)
	if !l.atEnd() {
		t.Error("it did not follow its end")
	}
	l.scroll.Offset.Y = 0
	l.scroll.OnScrolled(fyne.Position{})
	if v := l.shown[0]; v == nil || v.row.Line.ID != "0" || l.last {
		t.Error("the beginning is not drawn when it is scrolled to")
	}
	redrawn("another passage, far below", func() { l.Set(Rows{Edition: 1, All: append(all, all[0])}) })
}
