package field

import (
	"context"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// An Option is one record that a [Pick] offers.
type Option struct {
	ID     hearing.ID
	Name   string // what it is called
	Detail string // what tells it from another of the same name: unit, post
}

// A Find looks records up by name, pinyin initials or telephone.
type Find func(ctx context.Context, query string) ([]Option, error)

// A runner runs the look-up off the window's thread.
type runner interface {
	Do(job work.Job, done func(error))
}

// offered is how many records a pick offers at once.
const offered = 7

// A Pick is a reference to a record, found by typing a part of its name or its
// pinyin initials. The offers stand below the field and push the form down, so
// that the cursor stays where it is: arrows choose, Enter takes.
type Pick struct {
	line
	entry   *entry
	runner  runner
	find    Find
	value   Option
	tell    func(Option)
	create  func(name string) // nil where nothing new may be made
	list    *fyne.Container
	row     *fyne.Container
	clear   *touch // shown while there is something to clear
	offers  []Option
	at      int  // the offer that Enter takes
	keep    bool // the field is emptied after each choice, for adding several
	asked   int  // counts the look-ups: a late answer is not shown
	changed bool // typed since the last choice
}

// NewPick returns a field for one record. Enter on a name that nobody has
// calls onNew, unless that is nil.
func NewPick(r runner, find Find, value Option, onChange func(Option), onNew func(name string)) *Pick {
	p := &Pick{runner: r, find: find, value: value, tell: onChange, create: onNew, list: container.NewVBox()}
	p.entry = newEntry(value.Name, p.typed)
	p.entry.SetPlaceHolder(words.T("姓名、名称或拼音首字母"))
	p.entry.keys = p.key
	p.entry.onFocus = p.focus
	p.entry.onTap = func() {
		if p.entry.Text == "" && len(p.offers) == 0 {
			p.look("") // who clicks into an empty field wants to see what there is
		}
	}
	p.list.Hide()
	p.clear = newTouch(theme.ContentClearIcon(), func() { p.take(Option{}) })
	p.row = container.NewBorder(nil, nil, nil, p.clear, p.entry)
	p.line = newLine(container.NewVBox(p.row, p.list), p.entry)
	p.showClear()
	return p
}

// NewAdder returns a pick that is emptied after each choice, for lists.
func NewAdder(r runner, find Find, onChange func(Option), onNew func(name string)) *Pick {
	p := NewPick(r, find, Option{}, onChange, onNew)
	p.keep = true
	return p
}

// Hint sets the grey text of the empty field and returns the field.
func (p *Pick) Hint(text string) *Pick {
	p.entry.SetPlaceHolder(text)
	return p
}

// Set shows a record without telling it as a change.
func (p *Pick) Set(value Option) {
	p.value = value
	if !p.changed {
		p.entry.set(value.Name)
	}
	p.showClear()
}

func (p *Pick) showClear() {
	show := p.value.ID != "" && !p.keep
	if show == p.clear.Visible() {
		return
	}
	if show {
		p.clear.Show()
	} else {
		p.clear.Hide()
	}
	p.row.Refresh() // the field gives way to it
}

// Reset shows a record of another form in place of what was typed for the one
// before, and takes the offers away.
func (p *Pick) Reset(value Option) {
	p.changed = false
	p.SetError("")
	p.Set(value)
	p.close()
}

func (p *Pick) typed(s string) {
	p.changed = true
	p.SetError("")
	if s == "" && !p.keep {
		p.take(Option{})
		return
	}
	p.look(s)
}

// focus takes what was typed whole when the cursor goes, and the offers with it.
func (p *Pick) focus(gained bool) {
	if gained {
		return
	}
	defer p.close()
	typed := p.entry.Text
	if !p.changed || typed == "" {
		return
	}
	for _, o := range p.offers {
		if o.ID != "" && o.Name == typed {
			p.take(o)
			return
		}
	}
	switch {
	case p.create != nil: // it stays to be seen, and says what it waits for
		p.SetError(words.T("还没有“{{.Name}}”这条记录。在这里按 Enter 就新建它，或从候选里选。", map[string]string{"Name": typed}))
	case !p.keep:
		p.entry.set(p.value.Name)
		p.changed = false
	}
}

func (p *Pick) look(query string) {
	p.asked++
	asked := p.asked
	var found []Option
	p.runner.Do(func(ctx context.Context) (err error) {
		found, err = p.find(ctx, query)
		return err
	}, func(err error) {
		if asked != p.asked {
			return
		}
		if err != nil {
			p.SetError(words.Error(err))
			return
		}
		p.offer(found, query)
	})
}

// offer lists what was found, and something new where the name is new.
func (p *Pick) offer(found []Option, query string) {
	if len(found) > offered {
		found = found[:offered]
	}
	p.offers, p.at = found, 0
	exact := false
	for _, o := range found {
		exact = exact || o.Name == query
	}
	if p.create != nil && query != "" && !exact {
		p.offers = append(p.offers, Option{Name: query, Detail: words.T("新建")})
	}
	p.draw()
}

func (p *Pick) draw() {
	p.list.RemoveAll()
	for i, o := range p.offers {
		p.list.Add(newOffer(o, i == p.at, func() { p.choose(o) }))
	}
	if len(p.offers) == 0 {
		p.list.Hide()
	} else {
		p.list.Show()
	}
	p.box.Refresh()
}

func (p *Pick) key(k *fyne.KeyEvent) bool {
	open := p.list.Visible() && len(p.offers) > 0
	switch {
	case k.Name == fyne.KeyDown && !open, p.changed && !open && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		p.look(p.entry.Text)
	case k.Name == fyne.KeyDown:
		p.at = min(p.at+1, len(p.offers)-1)
		p.draw()
	case k.Name == fyne.KeyUp && open:
		p.at = max(p.at-1, 0)
		p.draw()
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && open && (p.changed || p.keep):
		p.choose(p.offers[p.at])
	case k.Name == fyne.KeyEscape && open:
		p.close()
	default:
		return false
	}
	return true
}

func (p *Pick) choose(o Option) {
	if o.ID == "" && p.create != nil {
		p.close()
		p.changed = false
		if p.keep {
			p.entry.set("")
		}
		p.create(o.Name)
		return
	}
	p.take(o)
}

func (p *Pick) take(o Option) {
	p.close()
	p.changed = false
	p.value = o
	if p.keep {
		p.entry.set("")
	} else {
		p.entry.set(o.Name)
	}
	p.showClear()
	p.tell(o)
}

// close takes the offers away.
func (p *Pick) close() {
	p.asked++
	p.offers = nil
	p.list.RemoveAll()
	p.list.Hide()
	p.box.Refresh()
}

// An offer is one line of a pick's list.
type offer struct {
	widget.BaseWidget
	option Option
	marked bool
	onTap  func()
}

func newOffer(o Option, marked bool, onTap func()) *offer {
	w := &offer{option: o, marked: marked, onTap: onTap}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer draws the name and, grey, what tells it from others.
func (o *offer) CreateRenderer() fyne.WidgetRenderer {
	var fill color.Color = color.Transparent
	if o.marked {
		fill = theme.Color(theme.ColorNameSelection)
	}
	name := widget.NewLabel(o.option.Name)
	detail := widget.NewLabel(o.option.Detail)
	detail.Importance = widget.LowImportance
	detail.Truncation = fyne.TextTruncateEllipsis
	return widget.NewSimpleRenderer(container.NewStack(canvas.NewRectangle(fill), container.NewBorder(nil, nil, name, nil, detail)))
}

// MouseDown takes the offer, before the click takes the cursor out of the field
// and the offers with it.
func (o *offer) MouseDown(*desktop.MouseEvent) { o.onTap() }

// MouseUp ends the click.
func (o *offer) MouseUp(*desktop.MouseEvent) {}
