package seats_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/seating"
	"hearingdesk/storage"
	"hearingdesk/ui/look"
	"hearingdesk/ui/seats"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

const now = "2023-06-20 09:00"

// grid is what the tests do with a board: it is a widget that is dragged and typed
// into.
type grid interface {
	fyne.CanvasObject
	fyne.Focusable
	fyne.Draggable
	desktop.Mouseable
}

// boardIn finds the board in a window.
func boardIn(t *testing.T, o fyne.CanvasObject) grid {
	t.Helper()
	var found grid
	shown.Walk(o, func(o fyne.CanvasObject) {
		if g, ok := o.(grid); ok && found == nil {
			found = g
		}
	})
	if found == nil {
		t.Fatal("no board")
	}
	return found
}

func opened(t *testing.T, desk *storage.Desk, id hearing.ID) (*shell.Shell, *sitting.Sitting, *shown.Told, grid) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	s := sitting.New(sh, desk)
	tab := seats.OfHearing(sh, s)
	shown.Show(sh, tab)
	s.Open(id)
	t.Cleanup(func() { told.Clean(t) })
	return sh, s, told, boardIn(t, tab)
}

// stored is who sits where, as the file has it.
func stored(t *testing.T, desk *storage.Desk, id hearing.ID) map[string]string {
	t.Helper()
	d, err := desk.Dossier(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	l, err := seating.Read(assets.Seats)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, s := range seating.Arrange(l, d).Seats {
		who := s.Who
		if p, ok := d.Hearing.Participant(hearing.ID(s.Who)); ok {
			who = d.Person(p.Person).Name
		}
		if s.Kept {
			who = "空"
		}
		out[s.Name] = who
	}
	return out
}

// drag pulls from one place of the window to another.
func drag(b grid, from, to fyne.Position) {
	b.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	for i := range 4 {
		at := fyne.NewPos(from.X+(to.X-from.X)*float32(i+1)/4, from.Y+(to.Y-from.Y)*float32(i+1)/4)
		b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta((to.X-from.X)/4, (to.Y-from.Y)/4)})
	}
	b.DragEnd()
}

// middle is the middle of a place of the grid, on a board of so many places with a
// front wall.
func middle(b grid, x, y, wide, deep int) fyne.Position {
	w, h := min(float32(150), b.Size().Width/float32(wide)), min(float32(64), (b.Size().Height-24)/float32(deep))
	left := (b.Size().Width - w*float32(wide)) / 2
	return fyne.NewPos(left+w*(float32(x)+0.5), 24+h*(float32(y)+0.5))
}

func TestDraggedToAnotherSeat(t *testing.T) {
	desk := shown.Examples(t, now)
	sh, _, _, b := opened(t, desk, "h-e1")
	shown.Picture(t, sh.Window, "seats")
	before := stored(t, desk, "h-e1")
	if before["听证员1"] != "王䶮" || before["听证员5"] != "马立群" {
		t.Fatalf("before: %v", before)
	}
	drag(b, middle(b, 9, 1, 11, 10), middle(b, 10, 1, 11, 10)) // 听证员1 → 听证员5
	after := stored(t, desk, "h-e1")
	if after["听证员1"] != "马立群" || after["听证员5"] != "王䶮" {
		t.Fatalf("after: %v", after)
	}
	drag(b, middle(b, 6, 0, 11, 10), middle(b, 3, 0, 11, 10)) // 书记员 → 承办检察官1, which is free
	if after = stored(t, desk, "h-e1"); after["承办检察官1"] != seating.Recorder || after["书记员1"] != "" {
		t.Fatalf("after: %v", after)
	}
	drag(b, middle(b, 1, 7, 11, 10), middle(b, 9, 2, 11, 10))  // an empty seat is not dragged
	drag(b, middle(b, 9, 2, 11, 10), middle(b, 6, 2, 11, 10))  // to where no seat is
	drag(b, middle(b, 9, 2, 11, 10), fyne.NewPos(-500, -5000)) // out of the window
	if now := stored(t, desk, "h-e1"); len(now) != len(after) || now["听证员2"] != after["听证员2"] {
		t.Errorf("moved: %v", now)
	}
	if _, err := desk.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if now := stored(t, desk, "h-e1"); now["书记员1"] != seating.Recorder || now["听证员1"] != "马立群" {
		t.Errorf("one undo takes back one dragging: %v", now)
	}
}

// TestWhoMayNotSeat sees who sits where, and moves nobody, by hand or by keys.
func TestWhoMayNotSeat(t *testing.T) {
	d, err := shown.Examples(t, now).Dossier(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	tab := seats.New(seats.Source{
		Dossier: func() hearing.Dossier { return d },
		Change:  func(func([]hearing.Participant) ([]hearing.Participant, []hearing.Placing)) { changed++ },
		Barred:  func(string) error { return hearing.ErrSnapshot },
	}, func() {})
	sh, _ := shown.Shell(t, now)
	shown.Show(sh, tab.Object)
	b := boardIn(t, tab.Object)
	shown.Picture(t, sh.Window, "seats-still")
	drag(b, middle(b, 9, 1, 11, 10), middle(b, 10, 1, 11, 10))
	b.FocusGained()
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyRight, fyne.KeySpace, fyne.KeyDelete} {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if changed > 0 {
		t.Errorf("it was changed %d times", changed)
	}
}

func TestSeatedByKeys(t *testing.T) {
	desk := shown.Examples(t, now)
	sh, _, told, b := opened(t, desk, "h-e2")
	before := stored(t, desk, "h-e2")
	keys := func(names ...fyne.KeyName) {
		for _, n := range names {
			b.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	b.FocusGained() // 主持人
	keys(fyne.KeySpace, fyne.KeyRight)
	shown.Picture(t, sh.Window, "seats-lifted")
	if !shown.Reads(sh.Window, "正在移动") {
		t.Error("nothing says that somebody is lifted")
	}
	keys(fyne.KeyEscape)
	if now := stored(t, desk, "h-e2"); now["主持人1"] != before["主持人1"] {
		t.Errorf("Esc puts back: %v", now)
	}
	keys(fyne.KeySpace, fyne.KeyRight, fyne.KeySpace) // with the recorder
	if now := stored(t, desk, "h-e2"); now["主持人1"] != seating.Recorder || now["书记员1"] != seating.Presider {
		t.Errorf("swapped: %v", now)
	}
	keys(fyne.KeyDelete) // the recorder's seat, where the presider sits now, is left empty
	if now := stored(t, desk, "h-e2"); now["书记员1"] != "空" {
		t.Errorf("left empty: %v", now)
	}
	shown.Press(t, sh.Window, "恢复自动排座")
	if now := stored(t, desk, "h-e2"); now["主持人1"] != seating.Presider || now["书记员1"] != seating.Recorder {
		t.Errorf("reset: %v", now)
	}
	shown.Press(t, sh.Window, "打印座位图")
	if w := told.Went; len(w) != 1 || w[0].Paper != "14c" || w[0].Tab != "papers" {
		t.Errorf("went %+v", w)
	}
}

// TestAFullRoom has more officers than seats, names of every length, and reads in
// English and in the dark.
func TestAFullRoom(t *testing.T) {
	desk := shown.Examples(t, now)
	h, err := desk.Hearing(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"阿卜杜热合曼·买买提艾山江", "Alexander Montgomery", "欧阳明月", "𬱖㛃", "次仁多吉旺", "孔令一", "孔令二"} {
		id := hearing.ID("x-" + string(rune('a'+i)))
		if _, err := desk.SavePerson(t.Context(), hearing.Person{ID: id, Name: name}); err != nil {
			t.Fatal(err)
		}
		h.Participants = append(h.Participants, hearing.Participant{ID: id, Role: hearing.Officer, Person: id})
	}
	if _, err := desk.SaveHearing(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	sh, _, _, _ := opened(t, desk, "h-e1")
	if !shown.Reads(sh.Window, "加座 5 个") {
		t.Error("nothing says that chairs are wanted")
	}
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark))
	sh.Window.Content().Refresh()
	shown.Picture(t, sh.Window, "seats-full-dark")
	if err := words.Use("en"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = words.Use("zh") }) // the program's own
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Light))
	en, _, _, _ := opened(t, desk, "h-e1")
	shown.Picture(t, en.Window, "seats-english")
	if w := en.Window.Content().MinSize().Width; w > shown.Width {
		t.Errorf("the tab is %v wide", w)
	}
}

func TestNobodyYet(t *testing.T) {
	desk := shown.Empty(t, now)
	if _, err := desk.SaveHearing(t.Context(), hearing.Hearing{ID: "h"}); err != nil {
		t.Fatal(err)
	}
	sh, _, _, b := opened(t, desk, "h")
	b.FocusGained()
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyLeft, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown} {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if !shown.Reads(sh.Window, "共 0 人就座") {
		t.Error("an empty room")
	}
}

func TestTheLayoutOfARoom(t *testing.T) {
	sh, _ := shown.Shell(t, now)
	room := hearing.Room{ID: "r", Name: "听证室一", Kind: hearing.HearingRoom, Seats: 24}
	changes := 0
	var l *seats.Layout
	l = seats.NewLayout(func(r hearing.Room) { room = r; changes++; l.Show(r) })
	shown.Show(sh, l.Object)
	l.Show(room)
	b := boardIn(t, l.Object)
	shown.Picture(t, sh.Window, "room-layout")
	last := func() hearing.SeatBlock { return room.Layout[len(room.Layout)-1] }
	shown.Press(t, sh.Window, "添加席区")
	if changes != 1 || last().Zone != hearing.ZoneGuest || last().Seats != 2 {
		t.Fatalf("added %+v", room.Layout)
	}
	shown.Press(t, sh.Window, "+")
	if last().Seats != 3 {
		t.Errorf("one more: %+v", last())
	}
	at := last()
	b.FocusGained()
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyRight, fyne.KeySpace} {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if last().X != at.X+1 || last().Y != at.Y {
		t.Errorf("moved by keys: %+v", last())
	}
	before := changes
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyUp, fyne.KeyUp, fyne.KeySpace} { // onto the observers
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if changes != before || !shown.Reads(sh.Window, "放不下") {
		t.Errorf("stands on others: %+v", last())
	}
	shown.Picture(t, sh.Window, "room-layout-own")
	shown.Press(t, sh.Window, "删除席区")
	shown.Press(t, sh.Window, "恢复默认布置")
	if len(room.Layout) != 0 || room.Seats != 24 {
		t.Errorf("reset: %+v", room)
	}
	l.Ceremony()
	shown.Press(t, sh.Window, "添加席区")
	if len(room.Ceremony) == 0 || len(room.Layout) != 0 || !strings.Contains(string(last0(room.Ceremony).Zone), "guest") {
		t.Errorf("a ceremony of its own: %+v", room)
	}
}

func last0(list []hearing.SeatBlock) hearing.SeatBlock { return list[len(list)-1] }
