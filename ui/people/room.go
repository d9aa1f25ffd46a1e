package people

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/seats"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// newRooms returns the tab of rooms.
func newRooms(sh *shell.Shell, desk Desk) tab {
	d := directory.New(sh, directory.Records[hearing.Room]{
		Drafts: desk,
		Source: edit.Source[hearing.Room]{Load: desk.Room, Save: desk.SaveRoom, Version: func(r *hearing.Room) *hearing.Version { return &r.Version }},
		Noun:   hearing.NounRoom,
		New:    func(id hearing.ID) hearing.Room { return hearing.Room{ID: id, Kind: hearing.HearingRoom} },
		List:   func(ctx context.Context, part string) ([]directory.Item, error) { return listRooms(ctx, desk, part) },
		Delete: desk.DeleteRoom,
		Place:  func(id hearing.ID) shell.Place { return shell.Place{Kind: shell.People, Tab: tabRooms, ID: id} },
		Words: directory.Words{Title: words.T("场所"), New: words.T("新建场所"), Search: words.T("场所名称或拼音首字母"),
			Empty: words.T("听证室、社区活动室等开会的地方列在这里，也可以是别的检察院的。"), Choose: words.T("请从左边选择场所，或新建场所。"), Draft: words.T("未命名场所")},
	})
	f := d.Form
	approval := field.RowOf("", look.Hint(words.T("在这类场所开听证会，须经检察长批准（听证工作规定第十二条）。")))
	name := field.Section("",
		f.Text("name", words.T("场所名称"), words.T("印在通知书上，如：听证室一"), func(r *hearing.Room) *string { return &r.Name }),
		form.Choice(f, "kind", words.T("场所类别"), hearing.RoomKinds, func(r *hearing.Room) *hearing.RoomKind { return &r.Kind }),
		approval)
	place := field.Section("",
		f.Pick("owner", words.T("所属单位"), words.T("不填即本院"), form.ToOrganisation(desk, sh.NewID, hearing.Procuratorate), sh.Fail, func(r *hearing.Room) *hearing.ID { return &r.Owner }),
		f.Text("address", words.T("地址"), words.T("参加人按此找到会场"), func(r *hearing.Room) *string { return &r.Address }),
		f.Number("seats", words.T("旁听席位"), "", func(r *hearing.Room) *int { return &r.Seats }))
	note := f.Note("note", words.T("备注"), "", 2, func(r *hearing.Room) *string { return &r.Note })
	layout := seats.NewLayout(func(r hearing.Room) {
		f.Editor.Change("layout", func(v *hearing.Room) { v.Layout, v.Ceremony, v.Seats = r.Layout, r.Ceremony, r.Seats })
		f.Show()
	})
	f.OnChange("seats", layout.Show)
	hint := func(r hearing.Room) {
		if r.NeedsVenueApproval() && r.Kind != "" {
			approval.Show()
		} else {
			approval.Hide()
		}
		layout.Show(r)
	}
	f.Editor.Allow("layout", layout)
	f.OnChange("kind", hint)
	sessions := directory.NewSessions(sh, hearing.NounRoom, words.T("还没有在这里安排过听证会或宣告送达。"), desk.EntriesOf)
	part := container.NewVBox(directory.Part(words.T("在这里安排的听证会与宣告送达")), sessions.Box)
	chairs := container.NewVBox(directory.Part(words.T("席位布置")), layout.Object)
	d.SetTabs(switcher(sh, tabRooms))
	d.SetForm(f.Bar(), f.Control("name"), field.Columns(name, place), note, chairs, part)
	d.Later(part, sessions.Show)
	trail.Under(d, sh, hearing.NounRoom, desk)
	return d
}

func listRooms(ctx context.Context, desk Desk, part string) ([]directory.Item, error) {
	found, err := desk.Rooms(ctx, part, directory.Most)
	if err != nil {
		return nil, err
	}
	units := organisations{read: desk.Organisation, known: map[hearing.ID]hearing.Organisation{}}
	out := make([]directory.Item, len(found))
	for i, r := range found {
		o, err := units.of(ctx, r.Owner)
		if err != nil {
			return nil, err
		}
		owner := o.Name
		if r.Owner == "" {
			owner = words.T("本院")
		}
		out[i] = directory.Item{ID: r.ID, Row: look.Row{Title: r.Name, Detail: strings.TrimSpace(words.Of(r.Kind) + " " + owner)}}
	}
	return out, nil
}

// organisations remembers those that were read: many people share one.
type organisations struct {
	read  func(context.Context, hearing.ID) (hearing.Organisation, error)
	known map[hearing.ID]hearing.Organisation
}

func (o organisations) of(ctx context.Context, id hearing.ID) (hearing.Organisation, error) {
	if found, ok := o.known[id]; ok || id == "" {
		return found, nil
	}
	found, err := o.read(ctx, id)
	o.known[id] = found
	return found, err
}
