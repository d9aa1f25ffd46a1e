package cases

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/form"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

// The rows of what follows a recommendation.
type (
	visitRow   = form.Element[hearing.Instrument, hearing.Visit]
	foundRow   = form.Element[hearing.Instrument, hearing.Found]
	closureRow = form.Element[hearing.Instrument, hearing.Closure]
)

// follow is what becomes of a recommendation: how each item stands, the visits that
// looked into it, and what was struck off.
func (c *card) follow() fyne.CanvasObject {
	p := c.papers
	count, matters := look.Hint(""), container.NewVBox()
	visits := form.NewList(c.Form, "visits", func(i *hearing.Instrument) *[]hearing.Visit { return &i.Visits },
		func(v hearing.Visit) string { return string(v.ID) }, c.visit)
	closures := form.NewList(c.Form, "closures", func(i *hearing.Instrument) *[]hearing.Closure { return &i.Closures },
		func(k hearing.Closure) string { return string(k.ID) }, c.closure)
	today := func() calendar.Date { return p.sh.Day(words.Zone()) }
	visit := widget.NewButtonWithIcon(words.T("记一次核查"), theme.ContentAddIcon(), func() {
		i := c.Editor.Value()
		visits.Add(nextVisit(p.file.Case, i, followedOf(p.file, i, today()), p.sh.NewID(), today()))
		p.revealLast(visits.Box)
	})
	c.Editor.Allow("visits", visit)
	strike := func(s hearing.Standing) {
		closures.Add(closureOf(p.file.Case, s, p.sh.NewID(), today()))
		p.revealLast(closures.Box)
	}
	box := container.NewVBox(directory.Part(words.T("跟进监督"), container.NewHBox(c.proof(), visit)), count, matters, c.subjects(), visits.Box, closures.Box)
	show := func(i hearing.Instrument) {
		box.Hidden = i.Kind != hearing.Recommendation
		list := followedOf(p.file, i, today())
		count.SetText(progressText(list))
		matters.RemoveAll()
		for _, x := range list {
			line := matterLine(x, strike)
			if c.Editor.Barred("closures") != nil {
				field.Still(line)
			}
			matters.Add(line)
		}
	}
	c.Follow(show)
	for _, name := range []string{"kind", "items", "visits", "closures", "subjects"} {
		c.OnChange(name, show)
	}
	c.shows = append(c.shows, func() { show(c.Editor.Value()) })
	return box
}

// revealLast scrolls to the row that was added.
func (p *papers) revealLast(box *fyne.Container) {
	p.Settle()
	if n := len(box.Objects); n > 0 {
		p.RevealIn(box, box.Objects[n-1])
	}
}

// matterLine is one matter: its name, how it stands, what was counted, and the
// button that strikes it off once it is done.
func matterLine(x followed, strike func(hearing.Standing)) fyne.CanvasObject {
	name, state, counted := widget.NewLabel(x.name), widget.NewLabel(x.state), widget.NewLabel(x.counted)
	for _, l := range []*widget.Label{name, state, counted} {
		l.Truncation = fyne.TextTruncateEllipsis
	}
	switch {
	case x.standing.Closed():
		state.Importance = widget.SuccessImportance
	case x.standing.State == hearing.Relapsed, x.standing.Reopened:
		state.Importance = widget.DangerImportance
	case x.ready:
		state.Importance = widget.HighImportance
	}
	off := look.Quiet(words.T("销号"), theme.ConfirmIcon(), func() { strike(x.standing) })
	off.Hidden = !x.ready
	return container.NewBorder(nil, nil, nil, off, container.NewGridWithColumns(3, name, state, counted))
}

// subjects is the field that makes a list of one item, such as thirteen
// enterprises: their names, typed or pasted.
func (c *card) subjects() fyne.CanvasObject {
	p, chosen := c.papers, 1
	item := widget.NewSelect(nil, nil)
	item.OnChanged = func(string) { chosen = item.SelectedIndex() + 1 }
	names := widget.NewEntry()
	names.PlaceHolder = words.T("企业、诊所等的名称，用顿号隔开或者整列粘贴：逐个跟进、逐个销号")
	add := func() {
		c.Editor.Change("subjects", func(i *hearing.Instrument) {
			i.Subjects = append(i.Subjects, subjectsFrom(names.Text, chosen, i.Subjects, p.sh.NewID)...)
		})
		names.SetText("")
		c.Show()
	}
	names.OnSubmitted = func(string) { add() }
	c.Follow(func(i hearing.Instrument) {
		item.Options = nil
		for n := range i.Items {
			item.Options = append(item.Options, words.T("第 {{.N}} 项", map[string]int{"N": n + 1}))
		}
		if chosen > len(i.Items) {
			chosen = 1
		}
		item.SetSelectedIndex(min(chosen, len(i.Items)) - 1)
	})
	take := look.Quiet(words.T("加入"), theme.ContentAddIcon(), add)
	c.Editor.Allow("subjects", take, names, item)
	return field.RowOf(words.T("名单"), container.NewBorder(nil, nil, item, take, names))
}

// visit is one visit: when, how and by whom, and what it found of each item.
func (c *card) visit(e *visitRow) fyne.CanvasObject {
	at := func(i *hearing.Instrument) *hearing.Visit { return e.At(i) }
	found := form.NewList(e.Form, "found", func(i *hearing.Instrument) *[]hearing.Found { return &at(i).Found }, nil, c.found)
	left := field.Section("",
		e.Date("on", words.T("核查日期"), func(i *hearing.Instrument) *calendar.Date { return &at(i).On }),
		form.Choice(e.Form, "method", words.T("核查方式"), hearing.VisitMethods, func(i *hearing.Instrument) *hearing.VisitMethod { return &at(i).Method }),
		field.Row(words.T("检察人员"), c.several(e.Form, "visits", func(i *hearing.Instrument) *[]hearing.ID { return &at(i).By })))
	right := field.Section("",
		e.Text("place", words.T("核查地点"), "", func(i *hearing.Instrument) *string { return &at(i).Place }),
		e.Text("pictures", words.T("照片录像"), words.T("编号"), func(i *hearing.Instrument) *string { return &at(i).Pictures }),
		e.Text("result", words.T("结论"), words.T("一句话概括"), func(i *hearing.Instrument) *string { return &at(i).Result }))
	again := e.Tick("look_back", words.T("“回头看”"), func(i *hearing.Instrument) *bool { return &at(i).LookBack })
	return container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, again, e.Remove()), container.NewGridWithColumns(2, left, right), found.Box)
}

// found is what a visit found of one item, in one line.
func (c *card) found(e *foundRow) fyne.CanvasObject {
	at := func(i *hearing.Instrument) *hearing.Found { return e.At(i) }
	name := widget.NewLabel("")
	name.Truncation = fyne.TextTruncateEllipsis
	e.Follow(func(i hearing.Instrument) {
		name.SetText(i.Name(hearing.Matter{Item: at(&i).Item, Subject: at(&i).Subject}))
	})
	state := form.Choice(e.Form, "state", "", hearing.ItemStates, func(i *hearing.Instrument) *hearing.ItemState { return &at(i).State })
	text := e.Text("text", "", words.T("发现的情况"), func(i *hearing.Instrument) *string { return &at(i).Text })
	counted := c.counted(e)
	proof := e.Text("proof", "", words.T("证据，如：照片1至6号"), func(i *hearing.Instrument) *string { return &at(i).Proof })
	return container.NewVBox(container.NewBorder(nil, nil, nil, e.Remove(), container.NewGridWithColumns(2, name, state)), container.NewGridWithColumns(3, text, counted, proof))
}

// closure is one striking off: on what it rests, and who did it.
func (c *card) closure(e *closureRow) fyne.CanvasObject {
	p := c.papers
	at := func(i *hearing.Instrument) *hearing.Closure { return e.At(i) }
	name := widget.NewLabel("")
	name.Truncation, name.TextStyle.Bold = fyne.TextTruncateEllipsis, true
	e.Follow(func(i hearing.Instrument) {
		k := at(&i)
		what := words.T("全部建议")
		if k.Item > 0 {
			what = i.Name(hearing.Matter{Item: k.Item, Subject: k.Subject})
		}
		name.SetText(words.T("销号：{{.What}}", map[string]string{"What": what}))
	})
	people := form.ToPerson(p.desk, p.sh.NewID, hearing.Person{})
	left := field.Section("",
		e.Date("on", words.T("销号日期"), func(i *hearing.Instrument) *calendar.Date { return &at(i).On }),
		e.Text("proof", words.T("销号依据"), words.T("核查记录、照片、检测报告等"), func(i *hearing.Instrument) *string { return &at(i).Proof }))
	right := field.Section("",
		e.Pick("handler", words.T("承办检察官"), "", people, p.sh.Fail, func(i *hearing.Instrument) *hearing.ID { return &at(i).Handler }),
		e.Pick("head", words.T("部门负责人"), words.T("谁同意销号"), people, p.sh.Fail, func(i *hearing.Instrument) *hearing.ID { return &at(i).Head }))
	return container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, nil, e.Remove(), name), container.NewGridWithColumns(2, left, right))
}

// several is a field of people, such as the two who made a visit.
func (c *card) several(f *form.Form[hearing.Instrument], change string, at func(*hearing.Instrument) *[]hearing.ID) field.Control {
	p, chosen := c.papers, map[hearing.ID]string{}
	picks := field.NewPicks(p.sh.Work, lookup.FindPeople(p.desk), nil, func(all []field.Option) {
		var ids []hearing.ID
		for _, o := range all {
			chosen[o.ID] = o.Name
			ids = append(ids, o.ID)
		}
		c.Editor.Change(change, func(i *hearing.Instrument) { *at(i) = ids })
	}, nil)
	edit.Bar(c.Editor.Barred("visits"), picks)
	show := func(i hearing.Instrument) {
		var all []field.Option
		for _, id := range *at(&i) {
			all = append(all, field.Option{ID: id, Name: cmp.Or(p.file.People[id].Name, chosen[id])})
		}
		picks.Set(all)
	}
	f.Follow(show)
	c.shows = append(c.shows, func() { show(c.Editor.Value()) })
	return picks
}
