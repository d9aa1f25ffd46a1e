package drawing

import (
	"crypto/rand"
	"io"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// setup is the page before the draw: the pool at the left, what is wanted at the
// right.
type setup struct {
	p      *Page
	object fyne.CanvasObject
	pool   *poolList

	officers, alternates, experts    *field.Text
	quotas                           map[hearing.OfficerClass]*field.Text
	labels                           map[hearing.OfficerClass]*widget.Label
	specialty                        *field.One
	ofSpecialty                      fyne.CanvasObject
	place, operator, witness, notary *field.Text
	seed, note                       *field.Text
	hash, wrong                      *widget.Label
	rows                             *fyne.Container
}

func newSetup(p *Page) *setup {
	x := &setup{p: p, quotas: map[hearing.OfficerClass]*field.Text{}, labels: map[hearing.OfficerClass]*widget.Label{}}
	x.pool = newPoolList(x)
	x.officers = x.number(func(n int) { p.m.Officers = n })
	x.alternates = x.number(func(n int) { p.m.Alternates = n })
	x.experts = x.number(func(n int) { p.m.Experts = n })
	x.specialty = field.NewOne(words.T("不限专长"), func(o field.Option) { p.m.Specialty = string(o.ID) })
	x.place = x.text(func(s string) { p.m.Place = s })
	x.operator = x.text(func(s string) { p.m.Operator = s })
	x.witness = x.text(func(s string) { p.m.Witness = s }).Hint(words.T("在场见证并提供公开数值的人"))
	x.notary = x.text(func(s string) { p.m.Notary = s }).Hint(words.T("没有现场监督公证的，不填"))
	x.seed = x.text(func(s string) { p.m.Seed = s }).Hint(words.T("如当日彩票开奖号码、收盘指数；由见证人说出")).OnEnter(func() { x.draw(nil) })
	x.note = x.text(func(s string) { p.m.SeedNote = s }).Hint(words.T("是什么数值，哪一期"))
	x.hash, x.wrong = widget.NewLabel(""), widget.NewLabel("")
	x.hash.SizeName = theme.SizeNameCaptionText
	x.wrong.Importance, x.wrong.Wrapping = widget.DangerImportance, words.Wrap()
	x.wrong.Hide()
	x.ofSpecialty = field.RowOf(words.T("专长至少"), container.NewBorder(nil, nil, nil, container.NewGridWrap(fyne.NewSize(60, 36), x.experts.Object()), x.specialty.Object()))
	split := container.NewHSplit(x.pool.object, look.Scroll(x.form()))
	split.SetOffset(0.55)
	x.object = split
	return x
}

func (x *setup) form() fyne.CanvasObject {
	least := container.NewGridWithColumns(3)
	for _, c := range hearing.OfficerClasses {
		x.quotas[c] = x.number(func(n int) { x.p.m.Quotas[c] = n })
		x.labels[c] = widget.NewLabel("")
		x.labels[c].SizeName = theme.SizeNameCaptionText
		least.Add(container.New(layout.NewCustomPaddedVBoxLayout(-6), x.labels[c], x.quotas[c].Object()))
	}
	go2 := look.Primary(words.T("抽选"), theme.MediaPlayIcon(), func() { x.draw(nil) })
	random := look.Quiet(words.T("没有公开数值，用系统随机数抽选"), theme.ViewRefreshIcon(), func() { x.draw(rand.Reader) })
	x.rows = container.NewVBox(
		field.RowOf(words.T("正选"), container.NewGridWithColumns(2, x.officers.Object(),
			container.NewBorder(nil, nil, widget.NewLabel(words.T("候补")), nil, x.alternates.Object()))),
		field.RowOf(words.T("其中至少"), least),
		x.ofSpecialty,
		field.Row(words.T("地点"), x.place),
		field.Row(words.T("操作人"), x.operator),
		field.Row(words.T("见证人"), x.witness),
		field.Row(words.T("公证员"), x.notary),
		field.RowOf(words.T("名单摘要"), x.hash),
		field.Row(words.T("公开数值"), x.seed),
		field.Row(words.T("数值说明"), x.note),
		x.wrong,
		container.NewHBox(layout.NewSpacer(), random, go2),
		look.Hint(words.T("名单摘要先于公开数值确定，两者决定抽选次序；记录（05）印有名单、种子和次序，任何人都能重算。")),
	)
	return x.rows
}

func (x *setup) text(set func(string)) *field.Text { return field.NewText("", set) }

// number is a field for how many.
func (x *setup) number(set func(int)) *field.Text {
	var t *field.Text
	t = field.NewText("", func(s string) {
		n, ok := count(s, hearing.MostDrawn)
		t.SetError("")
		if !ok {
			t.SetError(words.T("请写人数，例如 3。"))
			return
		}
		set(n)
	})
	return t
}

func (x *setup) show() {
	m := x.p.m
	x.officers.Set(strconv.Itoa(m.Officers))
	x.alternates.Set(strconv.Itoa(m.Alternates))
	for _, c := range hearing.OfficerClasses {
		x.quotas[c].Set(plainly(m.Quotas[c]))
	}
	x.experts.Set(plainly(m.Experts))
	for f, v := range map[*field.Text]string{x.place: m.Place, x.operator: m.Operator, x.witness: m.Witness, x.notary: m.Notary, x.seed: m.Seed, x.note: m.SeedNote} {
		f.Set(v)
	}
	x.sifted()
}

// plainly leaves nothing empty.
func plainly(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// sifted shows what follows from who takes part.
func (x *setup) sifted() {
	m := x.p.m
	x.pool.show()
	for _, c := range hearing.OfficerClasses {
		x.labels[c].SetText(words.T("{{.Class}}（{{.N}} 人）", map[string]any{"Class": words.Of(c), "N": m.Count(c)}))
	}
	x.hash.SetText(m.Hash())
	var known []field.Option
	for _, s := range m.Specialties() {
		known = append(known, field.Option{ID: hearing.ID(s), Name: s})
	}
	x.specialty.Set(known, field.Option{ID: hearing.ID(m.Specialty)})
	if len(known) == 0 {
		x.ofSpecialty.Hide()
	} else {
		x.ofSpecialty.Show()
	}
	x.rows.Refresh()
}

// draw draws, by the public value or by a number of the machine, and keeps the
// record.
func (x *setup) draw(random io.Reader) {
	m := x.p.m
	ask := func(f *field.Text, value, text string) bool {
		f.SetError("")
		if value == "" {
			f.SetError(text)
			x.rows.Refresh() // the row is higher now
			f.Focus()
			return false
		}
		return true
	}
	if !ask(x.operator, m.Operator, words.T("请写操作人。")) ||
		random == nil && (!ask(x.witness, m.Witness, words.T("请写见证人。")) || !ask(x.seed, m.Seed, words.T("请写公开数值，或者用系统随机数。"))) {
		return
	}
	made, err := m.Draw(x.p.sh.NewID(), x.p.sh.Now(), random)
	if err != nil {
		x.wrong.SetText(words.Error(err))
		x.wrong.Show()
		x.rows.Refresh()
		return
	}
	x.wrong.Hide()
	m.Seed, m.SeedNote = "", "" // each draw has its own
	x.p.s.Change("draws", func(h *hearing.Hearing) { h.Draws = append(h.Draws, made) })
	x.p.showResult(len(x.p.s.Value().Draws) - 1)
}
