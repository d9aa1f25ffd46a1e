package people

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// mostTwins is how many pairs are shown at once; the next ones come when these
// are done.
const mostTwins = 50

// twins is the page of records that seem to be recorded twice.
type twins struct {
	sh    *shell.Shell
	desk  Desk
	stage *fyne.Container
	units map[hearing.ID]string
	asked int
}

func newTwins(sh *shell.Shell, desk Desk) *twins {
	return &twins{sh: sh, desk: desk, stage: container.NewStack(), units: map[hearing.ID]string{}}
}

// Object returns what is drawn.
func (t *twins) Object() fyne.CanvasObject { return t.stage }

// TakeBack has nothing to take back: what is chosen here is no record yet.
func (t *twins) TakeBack() bool { return false }

// Show reads the pairs anew.
func (t *twins) Show(shell.Place) {
	t.asked++
	asked := t.asked
	var people []hearing.Twin[person]
	var units []hearing.Twin[organisation]
	t.sh.Work.Do(func(ctx context.Context) (err error) {
		if people, err = t.desk.TwinPeople(ctx); err != nil {
			return err
		}
		if units, err = t.desk.TwinOrganisations(ctx); err != nil {
			return err
		}
		return t.name(ctx, people, units)
	}, func(err error) {
		switch {
		case asked != t.asked:
		case err != nil:
			t.sh.Fail(err)
		default:
			t.list(people, units)
		}
	})
}

// name reads what the units are called that the pairs name.
func (t *twins) name(ctx context.Context, people []hearing.Twin[person], units []hearing.Twin[organisation]) error {
	var ids []hearing.ID
	for _, p := range people {
		ids = append(ids, p.A.Organisation, p.B.Organisation)
	}
	for _, u := range units {
		ids = append(ids, u.A.Parent, u.B.Parent)
	}
	for _, id := range ids {
		if _, known := t.units[id]; known || id == "" {
			continue
		}
		o, err := t.desk.Organisation(ctx, id)
		if err != nil {
			return err
		}
		t.units[id] = o.Name
	}
	return nil
}

func (t *twins) unit(id hearing.ID) string { return t.units[id] }

// list shows every pair with what can be done.
func (t *twins) list(people []hearing.Twin[person], units []hearing.Twin[organisation]) {
	box := container.NewVBox()
	if len(people)+len(units) == 0 {
		box.Add(look.Empty(words.T("没有看起来重复的人员或单位。"), nil))
	}
	for _, p := range people[:min(len(people), mostTwins)] {
		detail := func(v person) string {
			return listed{Person: v, Unit: hearing.Organisation{Name: t.unit(v.Organisation)}}.what()
		}
		box.Add(t.pair(p.Why, p.A.Name, detail(p.A), p.B.Name, detail(p.B),
			func() { show(t, compare(p.A, p.B, ofPeople(t.unit)), t.desk.MergePeople, tabPeople) },
			func(ctx context.Context) error {
				p.A.Distinct = append(p.A.Distinct, p.B.ID)
				_, err := t.desk.SavePerson(ctx, p.A)
				return err
			}))
	}
	for _, u := range units[:min(len(units), mostTwins)] {
		box.Add(t.pair(u.Why, u.A.Name, words.Of(u.A.Kind)+" "+u.A.Region, u.B.Name, words.Of(u.B.Kind)+" "+u.B.Region,
			func() { show(t, compare(u.A, u.B, ofUnits(t.unit)), t.desk.MergeOrganisations, tabOrganisations) },
			func(ctx context.Context) error {
				u.A.Distinct = append(u.A.Distinct, u.B.ID)
				_, err := t.desk.SaveOrganisation(ctx, u.A)
				return err
			}))
	}
	if len(people) > mostTwins || len(units) > mostTwins {
		box.Add(look.Hint(words.T("共 {{.N}} 对，先列出前面的；处理以后接着列出其余的。", map[string]int{"N": len(people) + len(units)})))
	}
	back := look.Quiet(words.T("返回人员"), theme.NavigateBackIcon(), func() { t.sh.Go(shell.Place{Kind: shell.People, Tab: tabPeople}) })
	t.put(words.T("可能重复 {{.N}}", map[string]int{"N": len(people) + len(units)}), look.Hint(words.T("同一个人或同一单位记了两次的，可以合并：两边的听证会、案件都归到一条，变动记录保留。")), box, back)
}

// pair is one card: both records, why they seem to be one, and the two answers.
func (t *twins) pair(why hearing.Alike, a, aDetail, b, bDetail string, open func(), apart func(context.Context) error) fyne.CanvasObject {
	differ := look.Quiet(words.T("不是同一个"), nil, func() {
		t.sh.Work.Do(apart, func(err error) {
			if err != nil {
				t.sh.Fail(err)
			}
			t.Show(shell.Place{})
		})
	})
	both := container.NewGridWithColumns(2, twinOf(a, aDetail), twinOf(b, bDetail))
	return look.Card(container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(widget.NewButton(words.T("比较、合并"), open), differ)),
		container.NewVBox(look.Hint(words.Of(why)), both)))
}

func twinOf(name, detail string) fyne.CanvasObject {
	top, below := widget.NewLabel(name), look.Hint(detail)
	top.Truncation, below.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	below.Wrapping = fyne.TextWrapOff
	return container.New(layout.NewCustomPaddedVBoxLayout(-6), top, below)
}

// put shows a page under a heading.
func (t *twins) put(title string, hint, body fyne.CanvasObject, buttons ...fyne.CanvasObject) {
	head := container.NewVBox(look.Header(look.Heading(title), buttons...), hint)
	t.stage.Objects = []fyne.CanvasObject{container.New(layout.NewCustomPaddedLayout(0, 0, 10, 10), container.NewBorder(head, nil, nil, nil, look.Scroll(body)))}
	t.stage.Refresh()
}

// show puts two records side by side: each value that differs is chosen.
func show[R hearing.Record](t *twins, c *comparison[R], merge func(ctx context.Context, keep, other R) (hearing.Version, error), tab string) {
	differ, same := c.differ()
	box := container.NewVBox()
	plain := false
	var fill func()
	fill = func() {
		box.RemoveAll()
		for _, p := range differ {
			box.Add(choice(c, p, plain, fill))
		}
		if len(differ) == 0 {
			box.Add(look.Hint(words.T("两条记录的内容完全相同。")))
		}
		if len(same) > 0 {
			box.Add(look.Hint(words.T("相同：{{.Names}}", map[string]string{"Names": words.List(same)})))
		}
	}
	fill()
	numbers := widget.NewCheck(words.T("显示号码"), func(on bool) { plain = on; fill() })
	do := look.Primary(words.T("合并"), theme.ConfirmIcon(), func() { join(t, c, merge, tab) })
	t.sh.For(c.a.Noun(), do)
	back := look.Quiet(words.T("返回"), theme.NavigateBackIcon(), func() { t.Show(shell.Place{}) })
	t.put(words.T("合并“{{.Name}}”的两条记录", map[string]string{"Name": c.a.Called()}),
		look.Hint(words.T("点一下要留下的内容。合并以后，原来写着另一条的听证会、案件都改为这一条，可用 Ctrl+Z 撤销。")), box, numbers, back, do)
}

// choice is the row of a property: what each record says, and for lists both.
func choice[R hearing.Record](c *comparison[R], p property[R], plain bool, changed func()) fyne.CanvasObject {
	cell := func(s side, text string) fyne.CanvasObject {
		if p.masked && !plain && s != both {
			text = veiled(text)
		}
		if text == "" {
			text = words.T("（没有写）")
		}
		l := widget.NewLabel(text)
		l.Wrapping = fyne.TextWrapBreak
		icon := theme.RadioButtonIcon()
		if c.chosen[p.name] == s {
			icon = theme.RadioButtonCheckedIcon()
		}
		return look.NewPress(container.NewBorder(nil, nil, container.NewVBox(container.NewPadded(widget.NewIcon(icon))), nil, l), func() {
			c.chosen[p.name] = s
			changed()
		})
	}
	row := container.NewGridWithColumns(2, cell(left, p.text(c.a)), cell(right, p.text(c.b)))
	box := container.NewVBox(look.Subheading(p.name), row)
	if p.list && p.text(c.a) != "" && p.text(c.b) != "" {
		box.Add(cell(both, words.T("两边的都留下")))
	}
	return look.Card(box)
}

// join merges. Where a draw that is not done with names the one that would go,
// the other one goes.
func join[R hearing.Record](t *twins, c *comparison[R], merge func(ctx context.Context, keep, other R) (hearing.Version, error), tab string) {
	var kept R
	t.sh.Work.Do(func(ctx context.Context) error {
		var other R
		kept, other = c.result(left)
		_, err := merge(ctx, kept, other)
		var against *hearing.MergeError
		if errors.As(err, &against) && against.In[0].Chairs == [2]string{} {
			kept, other = c.result(right)
			_, err = merge(ctx, kept, other)
		}
		return err
	}, func(err error) {
		if err != nil {
			t.sh.Fail(err)
			return
		}
		t.sh.Say(words.T("已合并为“{{.Name}}”，可用 Ctrl+Z 撤销", map[string]string{"Name": kept.Called()}))
		t.sh.Go(shell.Place{Kind: shell.People, Tab: tab, ID: kept.Key()})
	})
}

// twinLink is the line below the choice of people that leads to the page of
// those who seem to be recorded twice; it takes no room while there are none.
func twinLink(sh *shell.Shell) (box *fyne.Container, set func(int)) {
	box = container.NewVBox()
	return box, func(n int) {
		box.RemoveAll()
		if n > 0 {
			box.Add(directory.Link(words.T("可能重复 {{.N}}", map[string]int{"N": n}), words.T("比较、合并"), func() { sh.Go(shell.Place{Kind: shell.People, Tab: tabTwins}) }))
		}
	}
}
