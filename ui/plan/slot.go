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

func (t *tab) makeSlot() {
	t.day = field.NewDate(calendar.Date{}, t.s.Today(), func(typed string, d calendar.Date, err error) {
		if err != nil {
			t.s.Keep("date", typed)
			return
		}
		t.date = d
		if timesOf(t.s.Value().Slot, t.zone()).start < 0 && !d.IsZero() {
			t.s.Keep("date", typed) // a date is no time yet
		}
		t.slot("date", func(s hearing.Slot) hearing.Slot { return onDate(s, d, t.zone()) })
	})
	t.start = field.NewClock(-1, func(typed string, m int, err error) {
		if err != nil || t.date.IsZero() {
			t.s.Keep("start", typed)
			return
		}
		t.slot("start", func(s hearing.Slot) hearing.Slot { return from(s, t.date, m, t.zone()) })
		t.s.Change("date", func(*hearing.Hearing) {})
	})
	t.end = field.NewClock(-1, func(typed string, m int, err error) {
		if err != nil || t.date.IsZero() {
			t.s.Keep("end", typed)
			return
		}
		t.slot("end", func(s hearing.Slot) hearing.Slot { return until(s, t.date, m, t.zone()) })
	})
	t.room = field.NewPick(t.sh.Work, lookup.FindRooms(t.desk), field.Option{}, t.setRoom, t.newRoom).Hint(words.T("听证室、社区、当事人住所…"))
	t.roomHint = look.NewNote()
}

// slot changes the time; the fields that follow are shown anew.
func (t *tab) slot(name string, f func(hearing.Slot) hearing.Slot) {
	before := t.s.Value().Slot
	after := f(before)
	if after == before {
		return
	}
	t.change(name, func(h *hearing.Hearing) { h.Slot = after })
	t.showTimes()
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
	t.date = timesOf(t.s.Value().Slot, t.zone()).date
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
	t.room.Set(t.s.Option(t.s.Value().Room))
	t.showRoom()
}

func (t *tab) setRoom(o field.Option) {
	t.s.Remember(o)
	t.change("room", func(h *hearing.Hearing) { h.Room = o.ID })
	t.showRoom()
}

// newRoom makes a room of a name that nobody has.
func (t *tab) newRoom(name string) {
	r := hearing.Room{ID: t.sh.NewID(), Name: name, Kind: RoomKind(name)}
	t.sh.Work.Do(func(ctx context.Context) error {
		_, err := t.desk.SaveRoom(ctx, r)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
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

// person is a field for somebody of the office.
func (t *tab) person(rank hearing.Rank, set func(hearing.ID)) *field.Pick {
	var p *field.Pick
	choose := func(o field.Option) {
		t.s.Remember(o)
		set(o.ID)
	}
	p = field.NewPick(t.sh.Work, lookup.FindPeople(t.desk), field.Option{}, choose, func(name string) {
		t.newPerson(name, rank, func(o field.Option) {
			p.Set(o)
			set(o.ID)
		})
	})
	return p
}

// newPerson makes a person of the office of a name that nobody has.
func (t *tab) newPerson(name string, rank hearing.Rank, then func(field.Option)) {
	p := hearing.Person{ID: t.sh.NewID(), Name: name, Rank: rank}
	t.sh.Work.Do(func(ctx context.Context) error {
		_, err := t.desk.SavePerson(ctx, p)
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		o := field.Option{ID: p.ID, Name: p.Name}
		t.s.Remember(o)
		then(o)
		t.sh.Say(words.T("已新建人员“{{.Name}}”（{{.Rank}}）", map[string]string{"Name": name, "Rank": words.Of(rank)}))
	})
}

// dropAnswers drops opinions and answers to questions that are gone.
func dropAnswers(h *hearing.Hearing) {
	known := map[hearing.ID]bool{}
	for _, q := range h.Questions {
		known[q.ID] = true
	}
	var opinions []hearing.Opinion
	for _, o := range h.Opinions {
		if known[o.Question] {
			opinions = append(opinions, o)
		}
	}
	var answers []hearing.Answer
	for _, a := range h.Outcome.Answers {
		if known[a.Question] {
			answers = append(answers, a)
		}
	}
	h.Opinions, h.Outcome.Answers = opinions, answers
}
