package outcome

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/words"
)

// payColumns are the widths of a row: who, three amounts, the sum, signed for, and
// the rest for the standard.
var payColumns = []float32{250, 104, 104, 104, 104, 184}

// payLayout sets a row in its columns.
type payLayout struct{}

// MinSize is the height of the tallest.
func (payLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = fyne.Max(h, x.MinSize().Height)
	}
	w := float32(120)
	for _, c := range payColumns {
		w += c
	}
	return fyne.NewSize(w, h)
}

// Layout gives the last column what is left.
func (payLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for i, c := range o {
		w := s.Width - x
		if i < len(payColumns) {
			w = payColumns[i]
		}
		h := c.MinSize().Height
		c.Resize(fyne.NewSize(fyne.Max(0, w-8), h))
		c.Move(fyne.NewPos(x, (s.Height-h)/2))
		x += w
	}
}

// payHead is the row of headings.
func payHead(role hearing.Role) fyne.CanvasObject {
	who := words.Of(role)
	if role == hearing.Expert {
		who = words.T("有专门知识的人（办案经费）")
	}
	heads := []fyne.CanvasObject{strong(who)}
	for _, k := range hearing.Pays {
		heads = append(heads, right(words.Of(k)))
	}
	return container.New(payLayout{}, append(heads, right(words.T("合计（元）")), grey(words.T("签领日期")), grey(words.T("依据、标准")))...)
}

// whatFor is what somebody is, and in which class of officers.
func whatFor(p hearing.Person) string {
	out := p.Title
	if p.Class != "" {
		out = strings.TrimPrefix(out+" · "+words.Of(p.Class), " · ")
	}
	return out
}

func right(text string) *widget.Label {
	l := grey(text)
	l.Alignment = fyne.TextAlignTrailing
	return l
}

// A payRow is what one participant is paid.
type payRow struct {
	form
	a      *allowances
	id     hearing.ID
	cells  []*field.Text
	last   [3]string      // what stands in each cell
	before [3]hearing.Fen // what was stored when somebody began to type there
	wrong  [3]string      // and what is wrong with it
	sum    *widget.Label
	says   *widget.Label
	object *fyne.Container
}

func newPayRow(a *allowances, at int, p hearing.Participant) *payRow {
	r := &payRow{form: form{v: a.v, comes: true}, a: a, id: p.ID, sum: right(""), says: widget.NewLabel("")}
	name, _ := Called(a.v.s.Dossier, p)
	who := container.New(namesLayout{}, strong(name), caption(whatFor(a.v.s.Dossier.Person(p.Person))))
	parts := []fyne.CanvasObject{who}
	for i, k := range hearing.Pays {
		cell := r.cell(k, i)
		cell.OnEnter(func() {
			now := r.a.v.s.Value().Allowance(r.id)
			r.before[i] = *now.Of(k)
			a.next(at, i)
		})
		r.cells = append(r.cells, cell)
		parts = append(parts, cell.Object())
	}
	r.sum.TextStyle.Bold, r.sum.Importance = true, widget.MediumImportance
	r.says.SizeName, r.says.Importance = theme.SizeNameCaptionText, widget.DangerImportance
	r.says.Wrapping = words.Wrap()
	r.says.Hide()
	key := "allowances." + string(p.ID)
	signed := r.date(key+".signed_on", func(h hearing.Hearing) calendar.Date { return h.Allowance(p.ID).SignedOn }, r.set(func(x *hearing.Allowance, d calendar.Date) { x.SignedOn = d }))
	basis := r.text(key+".basis", 1, func(h hearing.Hearing) string { return h.Allowance(p.ID).Basis }, func(h *hearing.Hearing, s string) {
		h.EditAllowance(p.ID, func(x *hearing.Allowance) { x.Basis = s })
	})
	parts = append(parts, r.sum, signed.Object(), basis.Object())
	r.object = container.New(layout.NewCustomPaddedVBoxLayout(-6), container.New(payLayout{}, parts...), r.says)
	return r
}

// set changes the allowance of the row.
func (r *payRow) set(do func(*hearing.Allowance, calendar.Date)) func(*hearing.Hearing, calendar.Date) {
	return func(h *hearing.Hearing, d calendar.Date) {
		h.EditAllowance(r.id, func(x *hearing.Allowance) { do(x, d) })
	}
}

// cell is the field of one kind of money; what is no amount is kept as it was typed,
// and not stored.
func (r *payRow) cell(k hearing.Pay, i int) *field.Text {
	name := "allowances." + string(r.id) + "." + string(k)
	t := field.NewText("", func(typed string) {
		f, err := hearing.ParseFen(typed)
		r.last[i], r.wrong[i] = typed, wrongFen(err)
		if err != nil { // the digits before the slip are no amount either
			f = r.before[i]
		}
		r.a.v.s.Change(name, func(h *hearing.Hearing) { h.EditAllowance(r.id, func(x *hearing.Allowance) { *x.Of(k) = f }) })
		if err != nil {
			r.a.v.s.Keep(name, typed)
		}
		r.a.v.update()
	})
	r.sets = append(r.sets, func(h hearing.Hearing) {
		typed, kept := r.a.v.s.Typed(name)
		a := h.Allowance(r.id)
		f := *a.Of(k)
		r.wrong[i] = ""
		switch now, err := hearing.ParseFen(r.last[i]); {
		case kept:
			_, err := hearing.ParseFen(typed)
			r.wrong[i] = wrongFen(err)
		case err == nil && now == f:
			return // the same amount in the user's own writing
		case f != 0:
			typed = f.String()
		}
		if !kept {
			r.before[i] = f
		}
		r.last[i] = typed
		t.Set(typed)
	})
	r.allow("allowances", t)
	return t
}

// show brings the row up to date.
func (r *payRow) show(h hearing.Hearing) {
	r.form.show(h)
	text := ""
	if sum := h.Allowance(r.id).Sum(); sum != 0 {
		text = sum.Fixed()
	}
	say(r.sum, text)
	r.said()
}

// said shows below the row what is wrong with a cell, and what the rules ask.
func (r *payRow) said() {
	var out []string
	weight := widget.WarningImportance
	for i, k := range hearing.Pays {
		if r.wrong[i] != "" {
			out = append(out, words.Of(k)+words.T("：")+r.wrong[i])
			weight = widget.DangerImportance
		}
	}
	for _, f := range r.a.v.s.FindingsAbout(r.id) {
		if f.Field == "allowances" {
			out = append(out, f.Text)
		}
	}
	text := strings.Join(out, "　")
	if text == r.says.Text && weight == r.says.Importance {
		return
	}
	r.says.Importance = weight
	r.says.SetText(text)
	r.says.Hidden = text == ""
	r.object.Refresh()
	r.a.list.Refresh()
}

// A sumRow is the sum of a role, by kind of money and in capitals.
type sumRow struct {
	role     hearing.Role
	parts    []*widget.Label
	all      *widget.Label
	capitals *widget.Label
	object   fyne.CanvasObject
}

func newSumRow(role hearing.Role) *sumRow {
	s := &sumRow{role: role, all: right(""), capitals: grey("")}
	s.all.TextStyle.Bold, s.all.Importance = true, widget.MediumImportance
	cells := []fyne.CanvasObject{strong(words.T("合计"))}
	for range hearing.Pays {
		l := right("")
		s.parts = append(s.parts, l)
		cells = append(cells, l)
	}
	s.object = container.NewVBox(container.New(payLayout{}, append(cells, s.all)...), s.capitals)
	return s
}

func (s *sumRow) show(h hearing.Hearing) {
	all := h.Sums(s.role)
	for i, k := range hearing.Pays {
		say(s.parts[i], all.Of(k).Fixed())
	}
	say(s.all, all.Sum().Fixed())
	capitals := ""
	if all.Sum() > 0 {
		capitals = words.T("大写：{{.Sum}}", map[string]string{"Sum": all.Sum().Capitals()})
	}
	say(s.capitals, capitals)
}
