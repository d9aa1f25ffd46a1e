package service

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// mostRows is how many receipts are listed at once.
const mostRows = 60

// A batch is the list of receipts that are entered one below the other.
type batch struct {
	p      *Page
	open   []Waiting
	rows   []*batchRow
	box    *fyne.Container
	find   *field.Text
	typed  string
	day    *field.Date
	clock  *field.Clock
	on     calendar.Date // of every row that says nothing else
	minute int
	hint   *widget.Label
	object *fyne.Container
}

// A batchRow is one receipt.
type batchRow struct {
	b        *batch
	way      Waiting
	on       calendar.Date
	minute   int
	receiver *field.Text
	name     string
	capacity hearing.Capacity
	mode     hearing.DeliveryMode
	day      *field.Date
	clock    *field.Clock
	said     *widget.Label
	object   fyne.CanvasObject
	stored   bool // it is being stored: Enter has been pressed
}

func newBatch(p *Page) *batch {
	b := &batch{p: p, box: container.NewVBox(), on: p.sh.Day(words.Zone()), minute: 10 * 60, hint: look.Hint("")}
	b.find = field.NewText("", b.typing).
		Hint(words.T("扫描回证上的二维码，或输入单位、文号后按 Enter")).OnEnter(b.seek)
	b.day = field.NewDate(b.on, b.on, func(_ string, d calendar.Date, err error) {
		if err == nil && !d.IsZero() {
			b.again(d, b.minute)
		}
	})
	b.clock = field.NewClock(b.minute, func(_ string, m int, err error) {
		if err == nil && m >= 0 {
			b.again(b.on, m)
		}
	})
	usual := field.RowOf(words.T("送达时间"), container.NewGridWithColumns(2, b.day.Object(), b.clock.Object()))
	head := container.New(cells, small(words.T("受送达人")), small(words.T("文书")), small(words.T("送达日期")), small(words.T("时间")), small(words.T("签收人")),
		small(words.T("签收人身份")), small(words.T("送达方式")))
	top := container.NewVBox(container.NewGridWithColumns(2, field.Row(words.T("查找"), b.find), usual), b.hint, head)
	b.object = container.NewBorder(container.NewPadded(top), nil, nil, nil, look.Scroll(b.box))
	return b
}

func small(text string) fyne.CanvasObject {
	l := look.Hint(text)
	l.Wrapping = fyne.TextWrapOff
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// show lists what waits for its receipt; rows that stay keep what was typed.
func (b *batch) show() {
	b.open = b.p.m.Open()
	old := map[string]*batchRow{}
	for _, r := range b.rows {
		old[r.way.receipt()] = r
	}
	b.rows, b.box.Objects = nil, nil
	for i, w := range b.open {
		if i == mostRows {
			break
		}
		r := old[w.receipt()]
		if r == nil {
			r = b.row(w)
		}
		r.way = w
		b.rows = append(b.rows, r)
		b.box.Add(r.object)
	}
	switch n := len(b.open); {
	case n == 0:
		b.hint.SetText(words.T("没有等待回证的文书。"))
	case n > mostRows:
		b.hint.SetText(words.T("还有 {{.N}} 份没有列出；录入后依次补上，或者用查找。", map[string]int{"N": n - mostRows}))
	default:
		b.hint.SetText(words.T("填签收人后按 Enter：记为送达，并到下一份。每份录入后即保存，可用 Ctrl+Z 撤销。"))
	}
	b.box.Refresh()
}

func (b *batch) row(w Waiting) *batchRow {
	r := &batchRow{b: b, way: w, on: b.on, minute: b.minute, mode: cmp.Or(w.Delivery.Mode, hearing.Direct), capacity: w.Delivery.Capacity, name: w.Delivery.Receiver}
	unit := w.Delivery.Organisation != ""
	to, what := widget.NewLabel(recipient(w.Way)), widget.NewLabel(words.List(w.Papers))
	to.Truncation, what.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	r.day = field.NewDate(r.on, b.p.sh.Day(words.Zone()), func(_ string, d calendar.Date, err error) {
		if err == nil {
			r.on = d
		}
	})
	r.clock = field.NewClock(r.minute, func(_ string, m int, err error) {
		if err == nil && m >= 0 {
			r.minute = m
		}
	})
	r.said = widget.NewLabel("")
	r.said.Importance, r.said.Wrapping, r.said.Hidden = widget.DangerImportance, words.Wrap(), true
	r.receiver = field.NewText(r.name, func(s string) { r.name = s }).Hint(words.T("姓名（职务）")).OnEnter(r.receive)
	capacity := field.NewChoice(append([]hearing.Capacity{""}, hearing.CapacitiesOf(unit)...), r.capacity, func(c hearing.Capacity) { r.capacity = c })
	mode := field.NewChoice(hearing.DeliveryModes, r.mode, func(m hearing.DeliveryMode) { r.mode = m })
	r.object = container.NewVBox(container.New(cells, to, what, r.day.Object(), r.clock.Object(), r.receiver.Object(), capacity.Object(), mode.Object()), r.said)
	return r
}

// again gives another usual time to the rows that have the one before.
func (b *batch) again(on calendar.Date, minute int) {
	for _, r := range b.rows {
		if r.on == b.on && r.minute == b.minute {
			r.on, r.minute = on, minute
			r.day.Set(on)
			r.clock.Set(minute)
			r.say("")
		}
	}
	b.on, b.minute = on, minute
}

// say says below the row why it was refused.
func (r *batchRow) say(text string) {
	r.said.SetText(text)
	r.said.Hidden = text == ""
	r.b.box.Refresh()
}

// receive stores the receipt. The cursor goes to the next one at once: whoever types on
// does not wait for the disk.
func (r *batchRow) receive() {
	b := r.b
	switch {
	case r.stored:
		return
	case r.on.IsZero():
		r.say(words.T("请填写送达日期。"))
		r.day.Focus()
		return
	}
	r.stored = true
	one := Receipt{At: r.on.In(words.Zone()).Add(time.Duration(r.minute) * time.Minute), Receiver: strings.TrimSpace(r.name), Capacity: r.capacity, Mode: r.mode}
	at := slices.Index(b.rows, r)
	next, was := b.after(at), b.typed
	if next != nil {
		was = next.name
		next.receiver.Focus()
	} else {
		b.find.Focus()
	}
	b.p.sh.Work.Do(func(ctx context.Context) error { return Receive(ctx, b.p.desk, r.way.Way, one) }, func(err error) {
		r.stored = false
		if err != nil {
			typing := next == nil && b.typed != was || next != nil && next.name != was
			r.wrong(err, !typing)
			return
		}
		b.p.sh.Say(words.T("已记 {{.Name}} 的回证，可用 Ctrl+Z 撤销", map[string]string{"Name": recipient(r.way.Way)}))
		b.p.read(func() {
			if next == nil && b.typed == was && at < len(b.rows) { // more are listed now
				b.rows[at].receiver.Focus()
			}
		})
	})
}

// after is the row below one; nil: that is the last.
func (b *batch) after(at int) *batchRow {
	if at+1 < len(b.rows) {
		return b.rows[at+1]
	}
	return nil
}

// wrong says below the row, or at the foot, why a receipt was refused, and takes the
// cursor to the field, unless it is typed elsewhere meanwhile.
func (r *batchRow) wrong(err error, back bool) {
	var faults hearing.FieldErrors
	if !errors.As(err, &faults) {
		r.b.p.sh.Fail(err)
		return
	}
	at := r.day.Focus
	lines := make([]string, len(faults))
	for i, f := range faults {
		named := *f
		named.Path = words.T("送达日期")
		if strings.HasSuffix(f.Path, "capacity") || strings.HasSuffix(f.Path, "receiver") {
			named.Path, at = words.T("签收人"), r.receiver.Focus
		}
		lines[i] = words.Fault(&named)
	}
	r.say(words.Sentences(lines...))
	if back {
		at()
	}
}

// typing takes what is typed, and takes back what was said of it before.
func (b *batch) typing(s string) {
	b.typed = s
	b.find.SetError("")
	b.object.Refresh()
}

// refuse says beside the field why a text leads nowhere.
func (b *batch) refuse(text string) {
	b.find.SetError(text)
	b.object.Refresh() // what stands below moves down
}

// seek goes to the receipt that was scanned or typed.
func (b *batch) seek() {
	f := b.p.m.Find(b.open, b.typed)
	switch {
	case f.Row >= 0:
		b.first(f.Row)
	case f.Done:
		b.refuse(words.T("这份回证已经录入。"))
	case f.Ceremony:
		b.p.sh.Go(shell.Place{Kind: shell.Announcement, ID: f.Code.Session, Tab: "served"})
	case f.Code.Session != "":
		b.p.sh.Go(shell.Place{Kind: shell.Hearing, ID: f.Code.Session, Tab: "told"})
	default:
		b.refuse(words.T("“{{.Text}}”不在待送达的名单里，不能录回证（《民事诉讼法》第八十七条）。请先在案件或者宣告送达里登记受送达人和文书。", map[string]string{"Text": b.typed}))
	}
}

// first brings a receipt to the top, and puts the cursor into its signer.
func (b *batch) first(i int) {
	w := b.open[i]
	row := b.row(w)
	for k, r := range b.rows {
		if r.way.receipt() == w.receipt() {
			row = r
			b.rows = append(b.rows[:k:k], b.rows[k+1:]...)
			break
		}
	}
	b.rows = append([]*batchRow{row}, b.rows...)
	b.box.Objects = nil
	for _, r := range b.rows {
		b.box.Add(r.object)
	}
	b.box.Refresh()
	b.typed = ""
	b.find.Set("")
	row.receiver.Focus()
}

// cells sets the cells of a row side by side.
var cells = field.Shares{2.2, 1.9, 1.5, 0.9, 1.6, 1.7, 1.3}
