package search

import (
	"context"
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// prefFilters keeps what was saved, on this computer.
const prefFilters = "search.filters"

// filters are the choices below the box, and those that were saved.
type filters struct {
	Filter
	changed func()
	leave   func() // closes the box
	saved   []Saved
	rooms   []hearing.Room

	kind, span, of, state, room *choice
	person                      *query
	name                        *name
}

// choices are two lines: what is looked for, and with whom, where, under which name.
func (f *filters) choices(sh *shell.Shell, desk Desk) fyne.CanvasObject {
	f.kind = f.choice(named(Kinds, words.T("全部种类"), words.Kind), func(i int) { f.Noun = Kinds[i] })
	var spans []string
	for _, s := range Spans() {
		spans = append(spans, s.Name)
	}
	f.span = f.choice(spans, func(i int) { f.Span = i })
	types := append([]hearing.CaseType{""}, hearing.CaseTypes...)
	f.of = f.choice(named(types, words.T("全部案件类型"), func(t hearing.CaseType) string { return words.Of(t) }), func(i int) { f.Type = types[i] })
	states := append([]hearing.State{""}, hearing.States...)
	f.state = f.choice(named(states, words.T("全部状态"), func(s hearing.State) string { return words.Of(s) }), func(i int) { f.State = states[i] })
	f.room = f.choice([]string{words.T("全部场所")}, func(i int) {
		if f.Room = ""; i > 0 {
			f.Room = f.rooms[i-1].ID
		}
	})
	f.person = newQuery(func(k fyne.KeyName) bool {
		if k == fyne.KeyEscape {
			f.leave()
		}
		return k == fyne.KeyEscape
	}, func(text string) { f.Person = text; f.changed() })
	f.person.SetPlaceHolder(words.T("参加人"))
	text := fyne.CurrentApp().Preferences().String(prefFilters)
	_ = json.Unmarshal([]byte(text), &f.saved) // what cannot be read is nothing that was saved
	f.name = newName(func() { f.leave() })
	f.name.SetPlaceHolder(words.T("筛选名称"))
	f.name.OnChanged = f.take
	f.offer()
	keep := look.Quiet(words.T("保存筛选"), theme.DocumentSaveIcon(), f.keep)
	f.fill(sh, desk)
	return container.NewVBox(container.NewGridWithColumns(4, f.kind, f.span, f.of, f.state),
		container.NewBorder(nil, nil, nil, keep, container.NewGridWithColumns(3, f.room, f.person, f.name)))
}

// named are the names of a choice, whose first leaves nothing out.
func named[T ~string](list []T, all string, name func(T) string) []string {
	out := []string{all}
	for _, x := range list[1:] {
		out = append(out, name(x))
	}
	return out
}

func (f *filters) choice(names []string, chosen func(int)) *choice {
	c := newChoice(names, func() { f.leave() })
	c.SetSelectedIndex(0)
	c.OnChanged = func(string) {
		chosen(max(0, c.SelectedIndex()))
		f.changed()
	}
	return c
}

// fill offers the rooms.
func (f *filters) fill(sh *shell.Shell, desk Desk) {
	var rooms []hearing.Room
	sh.Work.Do(func(ctx context.Context) (err error) {
		rooms, err = desk.Rooms(ctx, "", called)
		return err
	}, func(err error) {
		if err != nil {
			sh.Fail(err)
			return
		}
		f.rooms = rooms
		names := []string{words.T("全部场所")}
		for _, r := range rooms {
			names = append(names, r.Name)
		}
		f.room.Options = names
		f.room.Refresh()
	})
}

func (f *filters) offer() {
	var names []string
	for _, s := range f.saved {
		names = append(names, s.Name)
	}
	f.name.SetOptions(names)
}

// take sets the choices as they were saved under a name.
func (f *filters) take(name string) {
	for _, s := range f.saved {
		if s.Name != name {
			continue
		}
		was := s.Filter
		changed := f.changed
		f.changed = func() {} // once, when all are set
		f.kind.SetSelected(words.Kind(was.Noun))
		if was.Noun == "" {
			f.kind.SetSelectedIndex(0)
		}
		f.span.SetSelectedIndex(was.Span)
		f.pick(f.of, words.Of(was.Type), was.Type == "")
		f.pick(f.state, words.Of(was.State), was.State == "")
		room := ""
		for _, r := range f.rooms {
			if r.ID == was.Room {
				room = r.Name
			}
		}
		f.pick(f.room, room, room == "")
		f.person.SetText(was.Person)
		f.changed = changed
		f.changed()
		return
	}
}

func (f *filters) pick(c *choice, name string, none bool) {
	if none {
		c.SetSelectedIndex(0)
		return
	}
	c.SetSelected(name)
}

// keep saves the choices under the name that is typed; without any choice it takes
// the name out.
func (f *filters) keep() {
	f.saved = Keep(f.saved, f.name.Text, f.Filter)
	text, err := json.Marshal(f.saved)
	if err != nil {
		return // it is made of texts and numbers
	}
	fyne.CurrentApp().Preferences().SetString(prefFilters, string(text))
	f.offer()
}
