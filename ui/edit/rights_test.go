package edit_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/edit"
)

// as is a desk with one hearing, of 林溪 who presides, opened by somebody with a role.
func as(t *testing.T, role hearing.AccountRole, who hearing.ID) *storage.Desk {
	t.Helper()
	const secret = "梧桐听证2023" //nolint:gosec // of invented people
	access, err := hearing.ReadAccess(assets.Access)
	if err != nil {
		t.Fatal(err)
	}
	access.Password.MemoryKiB, access.Password.Passes, access.Password.Lanes = 64, 1, 1
	n := 0
	o := storage.Options{Access: access, Now: func() time.Time { return at(9) }, NewID: func() hearing.ID { n++; return hearing.ID(string(rune('a' + n))) }}
	file := filepath.Join(t.TempDir(), "desk.db")
	open := func() *storage.Desk {
		d, err := storage.Open(t.Context(), file, o)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = d.Close() })
		return d
	}
	d := open()
	_, first := d.SavePerson(t.Context(), hearing.Person{ID: "p-lin", Name: "林溪"})
	_, second := d.SavePerson(t.Context(), hearing.Person{ID: "p-gu", Name: "顾岩"})
	_, third := d.SaveHearing(t.Context(), hearing.Hearing{ID: "h1", Title: "梧桐苑听证会", Presider: "p-lin", Openness: hearing.Public})
	_, fourth := d.AddAccount(t.Context(), hearing.Account{ID: "boss", Name: "沈秋白", Role: hearing.DeskChief}, secret)
	_, fifth := d.AddAccount(t.Context(), hearing.Account{ID: "one", Name: "某人", Role: role, Person: who}, secret)
	mine := open()
	if err := errors.Join(first, second, third, fourth, fifth, mine.Login(t.Context(), "某人", secret)); err != nil {
		t.Fatal(err)
	}
	return mine
}

// A part knows whether it was disabled.
type part struct{ off bool }

func (p *part) Enable()  { p.off = false }
func (p *part) Disable() { p.off = true }

// TestWhatIsBarredIsNotKept: what a role may not change is refused as it is typed, with the
// reason; the form shows what the file holds, and no draft is left behind. The parts that
// change it are disabled before.
func TestWhatIsBarredIsNotKept(t *testing.T) {
	for _, c := range []struct {
		role        hearing.AccountRole
		who         hearing.ID
		title, note bool // may be changed
		still       bool // nothing of it may
	}{
		{role: hearing.DeskGuest, still: true}, {role: hearing.DeskArchivist, still: true},
		{role: hearing.DeskPresider, who: "p-gu", still: true}, {role: hearing.DeskPresider, who: "p-lin", note: true},
		{role: hearing.DeskRecorder, note: true}, {role: hearing.DeskClerk, title: true, note: true},
	} {
		t.Run(string(c.role)+string(c.who), func(t *testing.T) {
			d := as(t, c.role, c.who)
			var states []edit.State
			e := editor(t, d, &states)
			title, note := &part{}, &part{}
			e.Allow("title", title)
			e.Allow("note", note)
			e.Open(hearing.NounHearing, "h1")
			if last := states[len(states)-1]; last.Phase != edit.Saved || (last.Err != nil) != c.still {
				t.Errorf("opened as %+v", last)
			}
			if title.off == c.title || note.off == c.note {
				t.Errorf("the title is disabled: %v, the remark: %v", title.off, note.off)
			}
			e.Change("title", func(h *hearing.Hearing) { h.Title = "改了" })
			last := states[len(states)-1]
			var no *hearing.NotAllowedError
			if stands := e.Value().Title == "改了"; stands != c.title || c.title == errors.As(last.Err, &no) || !c.title && last.Phase != edit.Barred {
				t.Errorf("the title is changed: %v, told %+v", stands, last)
			}
			e.Change("note", func(h *hearing.Hearing) { h.Note = "上门" })
			if stands := e.Value().Note == "上门"; stands != c.note {
				t.Errorf("the remark is changed: %v", stands)
			}
			if owners, err := d.DraftOwners(t.Context()); err != nil || len(owners) > 0 {
				t.Errorf("drafts are left: %v, %v", owners, err)
			}
		})
	}
}
