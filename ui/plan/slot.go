package plan

import (
	"context"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

func (t *tab) zone() *time.Location {
	if t.s.Dossier.Zone != nil {
		return t.s.Dossier.Zone
	}
	return words.Zone()
}

// A remembered time comes back when only the date or only the time was taken
// away to type another one.
type remembered struct {
	start  int // in minutes, -1 for none
	length time.Duration
}

func (t *tab) makeSlot() {
	t.last = remembered{-1, usual}
	t.day = field.NewDate(calendar.Date{}, t.s.Today(), t.typedDay)
	t.start = field.NewClock(-1, t.typedStart)
	t.end = field.NewClock(-1, t.typedEnd)
	t.room = field.NewPick(t.sh.Work, lookup.FindRooms(t.desk), field.Option{}, t.setRoom, t.newRoom).Hint(words.T("听证室、社区、当事人住所…"))
	t.roomHint = look.NewNote()
}

func (t *tab) typedDay(typed string, d calendar.Date, err error) {
	if err != nil {
		t.s.Keep("date", typed)
		return
	}
	t.date = d
	start := t.startNow()
	t.slot(func(s hearing.Slot) hearing.Slot { return from(s, d, start, t.last.length, t.zone()) })
	switch {
	case d.IsZero():
		t.last.start = start
		t.forget("date")
	case start < 0:
		t.s.Keep("date", typed) // a date is no time yet
	default:
		t.forget("date")
		t.forget("start")
	}
}

// startNow is the time of day at which it begins: that of the slot, or what was
// typed while there was no date.
func (t *tab) startNow() int {
	if w := timesOf(t.s.Value().Slot, t.zone()); w.start >= 0 {
		return w.start
	}
	if typed, ok := t.s.Typed("start"); ok {
		if m, err := field.ReadTime(typed); err == nil {
			return m
		}
	}
	return t.last.start
}

func (t *tab) typedStart(typed string, m int, err error) {
	if err != nil || t.date.IsZero() {
		t.s.Keep("start", typed)
		return
	}
	t.last.start = m
	t.slot(func(s hearing.Slot) hearing.Slot { return from(s, t.date, m, t.last.length, t.zone()) })
	t.forget("start")
	if m < 0 {
		t.s.Keep("date", t.date.String()) // it is still the date, without a time
	} else {
		t.forget("date")
	}
}

func (t *tab) typedEnd(typed string, m int, err error) {
	if err != nil || t.date.IsZero() {
		t.s.Keep("end", typed)
		return
	}
	t.slot(func(s hearing.Slot) hearing.Slot { return until(s, t.date, m, t.zone()) })
	t.forget("end")
}

// forget drops what was typed into a field and became a value.
func (t *tab) forget(name string) {
	if _, typed := t.s.Typed(name); typed {
		t.change(name, func(*hearing.Hearing) {})
	}
}

// slot changes the place or the time; the fields that follow are shown anew.
func (t *tab) slot(f func(hearing.Slot) hearing.Slot) {
	before := t.s.Value().Slot
	after := f(before)
	if after.Room == before.Room && after.Start.Equal(before.Start) && after.End.Equal(before.End) {
		return
	}
	t.s.Moving()
	t.change("", func(h *hearing.Hearing) { *h, _ = h.MovedTo(after, t.s.Today(), t.zone()) })
	if after.Set() && after.End.After(after.Start) {
		t.last.length = after.End.Sub(after.Start)
	}
	t.showTimes()
	t.moves.show()
}

func (t *tab) showTimes() {
	w := timesOf(t.s.Value().Slot, t.zone())
	if _, typed := t.s.Typed("start"); !typed {
		t.start.Set(w.start)
	}
	if _, typed := t.s.Typed("end"); !typed {
		t.end.Set(w.end)
	}
}

// showSlot shows the slot, and on top what was typed and is no time yet.
func (t *tab) showSlot() {
	slot := t.s.Value().Slot
	if slot.Set() && slot.End.After(slot.Start) {
		t.last.length = slot.End.Sub(slot.Start)
	}
	t.date = timesOf(slot, t.zone()).date
	t.day.Set(t.date)
	t.showTimes()
	if typed, ok := t.s.Typed("date"); ok {
		t.day.SetText(typed)
		if d, err := field.ReadDate(typed, t.s.Today()); err == nil {
			t.date = d
		}
	}
	for name, c := range map[string]*field.Clock{"start": t.start, "end": t.end} {
		if typed, ok := t.s.Typed(name); ok {
			c.SetText(typed)
		}
	}
	t.room.Set(t.s.Option(slot.Room))
	t.showRoom()
}

func (t *tab) setRoom(o field.Option) {
	t.s.Remember(o)
	t.slot(func(s hearing.Slot) hearing.Slot {
		s.Room = o.ID
		return s
	})
	t.showRoom()
	t.approvals.show()
}

// newRoom makes a room of a name that nobody has.
func (t *tab) newRoom(name string) {
	r, record := hearing.Room{ID: t.sh.NewID(), Name: name, Kind: RoomKind(name)}, t.s.ID()
	t.sh.Work.Do(func(ctx context.Context) error {
		_, err := t.desk.SaveRoom(ctx, r)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		if record != t.s.ID() {
			return // another hearing is open by now
		}
		o := field.Option{ID: r.ID, Name: r.Name}
		t.room.Set(o)
		t.setRoom(o)
		t.sh.Say(words.T("已新建场所“{{.Name}}”（{{.Kind}}）；类别和所属单位可在“人员—场所”里改", map[string]string{"Name": name, "Kind": words.Of(r.Kind)}))
	})
}

// showRoom says of the room what the plan must heed.
func (t *tab) showRoom() {
	r, ok := t.s.Dossier.Rooms[t.s.Value().Room]
	if !ok {
		t.roomHint.Set("")
		return
	}
	text := words.Of(r.Kind)
	if owner := t.s.Dossier.Organisation(r.Owner).Name; owner != "" {
		text = owner + " · " + text
	}
	if r.NeedsVenueApproval() {
		text += " · " + words.T("场所须检察长批准")
	}
	t.roomHint.Set(text)
}
