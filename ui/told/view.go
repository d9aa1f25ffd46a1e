package told

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A view is the tab with its widgets.
type view struct {
	sh      *shell.Shell
	s       *sitting.Sitting
	desk    Desk
	purpose Purpose
	state   hearing.State // when the tab was shown last
	limit   Limit
	rows    []Row
	ticked  map[hearing.ID]bool
	open    hearing.ID            // participant whose details are shown
	names   map[hearing.ID]string // of people chosen here, before the dossier knows them
	entries []*entry
	list    *fyne.Container
	head    *widget.Label
	batch   *batch
	found   *field.Findings // of all, each kind once
	many    bool            // were told late or not at all: the rows do not say it each
	scroll  *container.Scroll
	grown   bool // a row was opened or closed, so that those below it move
	object  fyne.CanvasObject
}

// New returns the tab 告知 of the open hearing.
func New(sh *shell.Shell, s *sitting.Sitting, desk Desk) fyne.CanvasObject {
	v := &view{sh: sh, s: s, desk: desk, ticked: map[hearing.ID]bool{}, names: map[hearing.ID]string{}, list: container.NewVBox()}
	v.head = widget.NewLabel("")
	v.head.Importance = widget.LowImportance
	v.head.Truncation = fyne.TextTruncateEllipsis
	v.scroll = look.Scroll(v.list)
	v.batch = newBatch(v)
	v.found = field.NewFindings(v.remedy()).Fold(1)
	v.object = container.NewBorder(container.NewPadded(container.NewVBox(v.batch.object, field.Bounded(v.found.Object))), nil, nil, nil, v.scroll)
	shown := hearing.ID("")
	s.OnSeek(v.seek)
	s.OnShow(func() {
		if s.ID() != shown {
			shown = s.ID()
			v.begin()
		}
		v.update()
	})
	s.OnJudged(v.update)
	s.OnState(func(st edit.State) { v.batch.wrong(st.Err) })
	if s.ID() != "" {
		shown = s.ID()
		v.begin()
		v.update()
	}
	return v.object
}

// begin forgets what was chosen for another hearing.
func (v *view) begin() {
	v.ticked, v.open = map[hearing.ID]bool{}, ""
	v.state = ""
	v.batch.begin()
}

// turn shows the telling of the result, or of the hearing.
func (v *view) turn(result bool) {
	v.purpose = OfHearing
	if result {
		v.purpose = OfResult
	}
	v.batch.mark()
}

// update shows the participants as they are now; rows are made anew only when
// there are others.
func (v *view) update() {
	h := v.s.Value()
	if now := h.StateNow(); now != v.state {
		v.state = now
		v.turn(now == hearing.Decided) // what is to be done next is to tell the result
	}
	v.limit = LimitOf(h, v.s.Dossier, v.sh.Days, v.purpose)
	v.rows = Rows(h, v.s.Dossier, v.limit, v.s.Today(), v.purpose)
	for i := range v.rows {
		v.rows[i].Again = v.rows[i].Again || v.retell(v.rows[i].ID)
	}
	v.many = len(v.untimely()) > few
	if !v.same() {
		v.build()
	}
	for i, e := range v.entries {
		v.show(e, v.rows[i])
	}
	v.found.Set(v.overall())
	v.head.SetText(v.summary())
	v.batch.update()
	if v.grown {
		v.grown = false
		v.relay()
	}
}

// few is how many rows say by themselves that they were not told in time.
const few = 4

// untimely are the findings that somebody was not told in time, or soon will
// not have been.
func (v *view) untimely() []hearing.Finding {
	var out []hearing.Finding
	for _, f := range v.s.Findings {
		if f.Rule == "DL01" && f.Severity != hearing.Info && v.here(f) {
			out = append(out, f)
		}
	}
	return out
}

// overall are the findings that stand above the rows: what many of them would
// say alike, and what is about nobody who is in them.
func (v *view) overall() []hearing.Finding {
	var out []hearing.Finding
	if v.many {
		out = v.untimely()
	}
	for _, f := range v.s.Findings {
		among := slices.ContainsFunc(v.rows, func(r Row) bool { return r.ID == f.Participant })
		if !among && sitting.TabOf(f) == "told" {
			out = append(out, f)
		}
	}
	return out
}

// seek opens the row that a finding is about.
func (v *view) seek(f hearing.Finding) {
	if sitting.TabOf(f) != "told" {
		return
	}
	v.turn(ofResult(f))
	v.open = f.Participant
	v.update()
	for i, r := range v.rows {
		if r.ID == f.Participant {
			v.focus(i)
		}
	}
}

// relay lays the rows out anew, from the inside.
func (v *view) relay() {
	for _, o := range v.list.Objects {
		o.Refresh()
	}
	v.list.Refresh()
	v.scroll.Refresh()
}

// retell reports whether the rules ask to tell a participant again, because the
// presider or an officer was replaced (art. 10(3)).
func (v *view) retell(id hearing.ID) bool {
	return v.purpose == OfHearing && slices.ContainsFunc(v.s.FindingsAbout(id), func(f hearing.Finding) bool { return f.Rule == "MOVED" })
}

func (v *view) same() bool {
	if len(v.rows) != len(v.entries) || len(v.rows) == 0 {
		return false
	}
	for i, r := range v.rows {
		if v.entries[i].id != r.ID {
			return false
		}
	}
	return true
}

func (v *view) build() {
	v.grown = true
	v.list.RemoveAll()
	v.entries = nil
	for i, r := range v.rows {
		e := &entry{id: r.ID, findings: field.NewFindings(v.remedy()), place: container.NewVBox()}
		e.row = newRow(func() { v.tick(r.ID) }, func() { v.expand(r.ID) }, func(by int) { v.focus(i + by) })
		e.place.Hide()
		v.entries = append(v.entries, e)
		v.list.Add(container.NewVBox(e.row, container.New(indent{}, e.findings.Object), e.place))
	}
	if len(v.rows) == 0 {
		v.list.Add(v.empty())
	}
}

func (v *view) empty() fyne.CanvasObject {
	if v.purpose == OfResult {
		return look.Empty(words.T("听证员到场后，在这里记录把处理结果告知了谁。"), nil)
	}
	return look.Empty(words.T("还没有参加人。添加参加人后，在这里记录告知了谁、什么时候、用什么方式。"),
		widget.NewButtonWithIcon(words.T("去添加参加人"), theme.AccountIcon(), func() {
			v.sh.Go(shell.Place{Kind: shell.Hearing, ID: v.s.ID(), Tab: "people"})
		}))
}

func (v *view) focus(i int) {
	if i < 0 || i >= len(v.entries) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.object); c != nil {
		c.Focus(v.entries[i].row)
		v.reveal(v.entries[i].row)
	}
}

// reveal scrolls a row into view.
func (v *view) reveal(o fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(v.scroll).Y
	switch bottom := top + o.Size().Height; {
	case top < 0:
		v.scroll.ScrollToOffset(v.scroll.Offset.AddXY(0, top))
	case bottom > v.scroll.Size().Height:
		v.scroll.ScrollToOffset(v.scroll.Offset.AddXY(0, bottom-v.scroll.Size().Height))
	}
}

func (v *view) tick(id hearing.ID) {
	v.ticked[id] = !v.ticked[id]
	v.update()
}

// expand opens the details of one participant and closes those of another.
func (v *view) expand(id hearing.ID) {
	if v.open == id {
		id = ""
	}
	v.open = id
	v.update()
}

func (v *view) change(name string, do func(*hearing.Hearing)) {
	v.s.Change(name, do)
	v.update()
}

// summary says how far the telling is.
func (v *view) summary() string {
	done, open := 0, 0
	for _, r := range v.rows {
		switch {
		case r.Status == Unneeded:
		case r.Status.Open() || r.Again:
			open++
		default:
			done++
		}
	}
	s := words.T("应告知 {{.All}} 人，已告知 {{.Done}}，待办 {{.Open}}", map[string]int{"All": done + open, "Done": done, "Open": open})
	if v.limit.Hard.IsZero() {
		if v.purpose == OfResult {
			return s + words.T("。还没有记录决定的日期。")
		}
		return s + words.T("。听证时间未定，期限还不能计算。")
	}
	day := func(d calendar.Date) string { return words.Date(d, v.sh.Now()) }
	if v.limit.Advise == v.limit.Hard {
		return s + words.T("。最迟 {{.Hard}}收到。", map[string]string{"Hard": day(v.limit.Hard)})
	}
	return s + words.T("。最迟 {{.Hard}}收到，宜在 {{.Advise}}前。", map[string]string{"Hard": day(v.limit.Hard), "Advise": day(v.limit.Advise)})
}
