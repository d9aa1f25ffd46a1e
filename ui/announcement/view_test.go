package announcement_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/announcement"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/volume"
)

const now = "2023-07-29 09:00"

// A panel stands for the part with the papers.
type panel struct {
	*widget.Label
	shown  []hearing.ID
	wanted string
}

func (p *panel) Object() fyne.CanvasObject  { return p.Label }
func (p *panel) Want(number string)         { p.wanted = number }
func (p *panel) Show(id hearing.ID)         { p.shown = append(p.shown, id) }
func (*panel) Drop(fyne.Position, []string) {}
func (*panel) Paste(string)                 {}
func (*panel) OnFiled(func())               {}
func (p *panel) make() announcement.Panel   { return p }
func newPanel() *panel                      { return &panel{Label: widget.NewLabel("papers")} }
func place(id hearing.ID, tab string) shell.Place {
	return shell.Place{Kind: shell.Announcement, ID: id, Tab: tab}
}

func page(t *testing.T, d *storage.Desk) (shell.Page, *shell.Shell, *shown.Told, *panel) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	papers := newPanel()
	p := announcement.New(sh, d, shown.Check(t), papers.make, func() announcement.Volume { return volume.NewPanel(sh, d, shown.NewPress) })
	shown.Show(sh, p.Object())
	t.Cleanup(func() {
		if len(told.Failed) > 0 {
			t.Error(told.Failed)
		}
	})
	return p, sh, told, papers
}

func picture(t *testing.T, sh *shell.Shell, name string) {
	t.Helper()
	sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height+1)) // lays out what a driver would in its next frame
	sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
	shown.Picture(t, sh.Window, name)
	if m := sh.Window.Content().MinSize(); m.Width > shown.Width {
		t.Errorf("%s is %.0f wide", name, m.Width)
	}
}

func load(t *testing.T, d *storage.Desk, id hearing.ID) hearing.Announcement {
	t.Helper()
	a, err := d.Announcement(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// press presses the button of a text.
func press(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.Content()) {
		if b, ok := o.(*widget.Button); ok && b.Text == text && b.Visible() {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %s", text)
}

// typeInto types into the entry with a grey text, and takes the first offer.
func typeInto(t *testing.T, w fyne.Window, hint, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.Content()) {
		e, ok := o.(fyne.Focusable)
		if v := reflect.Indirect(reflect.ValueOf(o)); !ok || !v.FieldByName("PlaceHolder").IsValid() || v.FieldByName("PlaceHolder").String() != hint {
			continue
		}
		w.Canvas().Focus(e)
		test.Type(e, text)
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	t.Fatalf("no field %s", hint)
}

func TestTabsOfTheWorkedExample(t *testing.T) {
	p, sh, _, papers := page(t, shown.Examples(t, now))
	for _, tab := range []string{"plan", "people", "served", "papers", "history"} {
		p.Show(place("a-e1", tab))
		picture(t, sh, "announcement-"+tab)
	}
	if len(papers.shown) != 1 || papers.shown[0] != "a-e1" {
		t.Errorf("papers of %v", papers.shown)
	}
}

func TestNewOneOfACaseIsStoredAndServed(t *testing.T) {
	d := shown.Examples(t, now)
	p, sh, _, _ := page(t, d)
	p.Show(shell.Place{Kind: shell.Announcement, New: true, ID: "fresh", Case: "c-e1", Day: calendar.NewDate(2023, 8, 1)})
	a := load(t, d, "fresh")
	if len(a.Deliveries) != 3 || a.Room != "r-1" || !a.Start.Equal(shown.At(t, "2023-08-01 15:00")) || a.Reader != "p-lin" {
		t.Fatalf("begun as %+v", a)
	}
	picture(t, sh, "announcement-new")
	p.Show(place("fresh", "people"))
	picture(t, sh, "announcement-new-people")
	n := 0
	for _, o := range test.LaidOutObjects(sh.Window.Content()) {
		if c, ok := o.(*widget.Check); ok && c.Text == "" {
			if n == 0 || n == 8 { // the first paper of the first unit, the third of the third
				test.Tap(c)
			}
			n++
		}
	}
	p.Show(place("fresh", "served"))
	press(t, sh.Window, "全部当场送达")
	a = load(t, d, "fresh")
	if len(a.Deliveries[0].Instruments) != 1 || !a.Deliveries[1].ServedAt.IsZero() || !a.Deliveries[2].ServedAt.Equal(shown.At(t, "2023-08-01 16:00")) {
		t.Errorf("ticked and served: %+v", a.Deliveries)
	}
}

func TestClashIsSaidBesideTheRoom(t *testing.T) {
	d := shown.Examples(t, now)
	start := shown.At(t, "2023-07-31 15:00")
	if _, err := d.SaveAnnouncement(t.Context(), hearing.Announcement{ID: "other", Slot: hearing.Slot{Start: start, End: start.Add(time.Hour)}}); err != nil {
		t.Fatal(err)
	}
	p, sh, told, _ := page(t, d)
	p.Show(place("other", "plan"))
	typeInto(t, sh.Window, "听证室、单位会议室、社区…", "听证室一")
	if a := load(t, d, "other"); a.Room != "" {
		t.Errorf("saved with the room %s", a.Room)
	}
	if told.Saving != shell.NotSaved {
		t.Errorf("saving is %v", told.Saving)
	}
	picture(t, sh, "announcement-clash")
	if !p.TakeBack() {
		t.Error("nothing to take back")
	}
}

func TestPageWithUglyData(t *testing.T) {
	d := shown.Examples(t, now)
	long := string([]rune(strings.Repeat("云岭市澄河区住房和城乡建设综合管理服务", 3))[:40])
	p := hearing.Package{}
	a := hearing.Announcement{ID: "ugly", Title: long, Cases: []hearing.ID{"c-e1"}, Slot: hearing.Slot{Start: shown.At(t, "2023-08-02 15:00")}}
	for i := range 8 {
		id := hearing.ID(fmt.Sprintf("u%d", i))
		p.Organisations = append(p.Organisations, hearing.Organisation{ID: id, Name: long, Kind: hearing.Agency})
		p.Instruments = append(p.Instruments, hearing.Instrument{ID: id, Case: "c-e1", Kind: hearing.Recommendation, Number: fmt.Sprintf("澄检行公建〔2023〕%d号", 100+i)})
		a.Deliveries = append(a.Deliveries, hearing.Delivery{ID: id, Organisation: id, Mode: hearing.Announced, Instruments: []hearing.ID{id}})
		a.Consents = append(a.Consents, hearing.Consent{Organisation: id, AnsweredOn: calendar.NewDate(2023, 7, 28)})
	}
	for i := range 40 {
		a.Participants = append(a.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("g%d", i)), Role: hearing.DeputyRole, Organisation: "u1", Label: long})
	}
	p.Announcements = append(p.Announcements, a)
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	page, sh, _, _ := page(t, d)
	for _, tab := range []string{"plan", "people", "served"} {
		page.Show(place("ugly", tab))
		picture(t, sh, "announcement-ugly-"+tab)
		sh.Window.Resize(fyne.NewSize(shown.Width, 1900))
		shown.Picture(t, sh.Window, "announcement-tall-"+tab)
		sh.Window.Resize(fyne.NewSize(shown.Width, shown.Height))
	}
}

func TestDeletedAndUndone(t *testing.T) {
	d := shown.Examples(t, now)
	p, sh, told, _ := page(t, d)
	p.Show(place("a-e1", ""))
	press(t, sh.Window, "删除")
	if _, err := d.Announcement(t.Context(), "a-e1"); err == nil {
		t.Error("still there")
	}
	if len(told.Said) == 0 || !strings.Contains(told.Said[0], "Ctrl+Z") {
		t.Errorf("said %v", told.Said)
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Show(place("a-e1", ""))
	picture(t, sh, "announcement-undone")
}
