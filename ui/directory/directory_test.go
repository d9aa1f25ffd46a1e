package directory_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/people"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-06-20 09:00"

// rooms shows a page of rooms, whose form has a field of every kind that
// matters here. What it goes to is followed, as the window does.
func rooms(t *testing.T, d *storage.Desk) (shell.Page, *shell.Shell, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	p := people.New(sh, d)
	sh.NewID = d.NewID // no two starts of the program make the same
	went := sh.Go
	sh.Go = func(to shell.Place) {
		went(to)
		p.Show(to)
	}
	shown.Show(sh, p.Object())
	p.Show(shell.Place{Kind: shell.People, Tab: "rooms"})
	return p, sh, told
}

func stored(t *testing.T, d *storage.Desk) []hearing.Room {
	t.Helper()
	all, err := d.Rooms(t.Context(), "", 100)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestANewRecordIsSavedByItself(t *testing.T) {
	d := shown.Empty(t, now)
	_, sh, told := rooms(t, d)
	shown.Press(t, sh.Window, "新建场所")
	if !shown.Reads(sh.Window, "填写场所名称后自动保存") {
		t.Error("nothing says what is missing")
	}
	if told.Saving != shell.NotSaved {
		t.Error("an empty room is said to be saved")
	}
	shown.Type(t, sh.Window, "场所名称", "听证室三")
	shown.Type(t, sh.Window, "旁听席位", "１２")
	if all := stored(t, d); len(all) != 1 || all[0].Name != "听证室三" || all[0].Seats != 12 || all[0].Kind != hearing.HearingRoom {
		t.Errorf("stored %+v", all)
	}
	if told.Saving != shell.AllSaved || !shown.Reads(sh.Window, "检察听证室 本院") {
		t.Error("the list does not show it")
	}
	if shown.Reads(sh.Window, "须经检察长批准") {
		t.Error("a hearing room is said to need approval")
	}
}

// TestADraftIsFoundAgain: what is incomplete stays in the list when another
// record is opened, and after the program was closed.
func TestADraftIsFoundAgain(t *testing.T) {
	d := shown.Examples(t, now)
	p, sh, _ := rooms(t, d)
	shown.Press(t, sh.Window, "新建场所")
	if shown.Reads(sh.Window, "草稿") {
		t.Error("an untouched form is listed as a draft")
	}
	shown.Type(t, sh.Window, "地址", "梧桐苑二号楼")
	p.Show(shell.Place{Kind: shell.People, Tab: "rooms", ID: stored(t, d)[0].ID})
	if !shown.Reads(sh.Window, "草稿，填好后自动保存") {
		t.Fatal("the draft is not listed")
	}
	p, sh, _ = rooms(t, d) // another start of the program
	drafts, err := d.Drafts(t.Context(), "new:room")
	if err != nil || len(drafts) != 1 {
		t.Fatalf("drafts %v %v", drafts, err)
	}
	for id := range drafts {
		p.Show(shell.Place{Kind: shell.People, Tab: "rooms", ID: hearing.ID(id)})
	}
	shown.Type(t, sh.Window, "场所名称", "梧桐苑活动室")
	if shown.Reads(sh.Window, "草稿") {
		t.Error("a stored room is still a draft")
	}
	all := stored(t, d)
	if last := all[len(all)-1]; len(all) != 3 || last.Address != "梧桐苑二号楼" {
		t.Errorf("stored %+v", last)
	}
	shown.Press(t, sh.Window, "新建场所")
	shown.Type(t, sh.Window, "备注", "不要了")
	shown.Press(t, sh.Window, "删除")
	if shown.Reads(sh.Window, "草稿") || len(stored(t, d)) != 3 || !shown.Reads(sh.Window, "请从左边选择场所") {
		t.Error("a dropped draft is still there")
	}
	p.Show(shell.Place{Kind: shell.People, Tab: "rooms"})
	if !shown.Reads(sh.Window, "请从左边选择场所") {
		t.Error("a dropped draft comes back")
	}
}

func TestDeletingCanBeUndone(t *testing.T) {
	d := shown.Empty(t, now)
	p, sh, told := rooms(t, d)
	shown.Press(t, sh.Window, "新建场所")
	shown.Type(t, sh.Window, "场所名称", "听证室三")
	here := shell.Place{Kind: shell.People, Tab: "rooms", ID: stored(t, d)[0].ID}
	shown.Press(t, sh.Window, "删除")
	if len(stored(t, d)) != 0 || !shown.Reads(sh.Window, "“听证室三”已删除") || len(told.Said) == 0 {
		t.Error("not deleted, or not said")
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Show(here)
	if len(stored(t, d)) != 1 || shown.Reads(sh.Window, "已删除") || !shown.Reads(sh.Window, "听证室三") {
		t.Error("not shown again")
	}
}

func TestWhatIsUsedIsNotDeleted(t *testing.T) {
	d := shown.Examples(t, now)
	p, sh, told := rooms(t, d)
	p.Show(shell.Place{Kind: shell.People, Tab: "rooms", ID: stored(t, d)[0].ID})
	shown.Press(t, sh.Window, "删除")
	if !shown.Reads(sh.Window, "不能删除，还用在：程桂兰赡养纠纷民事公益诉讼案听证会") || len(stored(t, d)) != 2 {
		t.Error("who uses the room is not named")
	}
	shown.Picture(t, sh.Window, "directory-used")
	p.Show(shell.Place{Kind: shell.People, Tab: "rooms", ID: stored(t, d)[1].ID})
	if shown.Reads(sh.Window, "不能删除") {
		t.Error("the last room's warning stands over the next")
	}
	told.Clean(t)
}

func TestSearchNarrowsTheList(t *testing.T) {
	d := shown.Examples(t, now)
	_, sh, _ := rooms(t, d)
	search := sh.Window.Canvas()
	var entry fyne.Focusable
	shown.Walk(sh.Window.Content(), func(o fyne.CanvasObject) {
		if f, ok := o.(fyne.Focusable); ok && entry == nil {
			if _, typed := o.(fyne.Shortcutable); typed {
				entry = f
			}
		}
	})
	search.Focus(entry)
	for _, r := range "tzsy" {
		entry.TypedRune(r)
	}
	if shown.Reads(sh.Window, "春晖社区活动室") || !shown.Reads(sh.Window, "听证室一") {
		t.Error("initials do not narrow the list")
	}
	for _, r := range "zz" {
		entry.TypedRune(r)
	}
	if !shown.Reads(sh.Window, "没有找到“tzsyzz”") {
		t.Error("an empty search says nothing")
	}
}
