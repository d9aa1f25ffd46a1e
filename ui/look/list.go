package look

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Row is one line of a [List].
type Row struct {
	Title  string
	Detail string // smaller and grey, under the title
	Right  string // smaller and grey, at the end of the title's line
	Weight widget.Importance
}

// A List is a long list of records, with the keyboard too: arrows go, Enter
// and Space open.
type List[T any] struct {
	widget.BaseWidget
	list   *keyed
	items  []T
	empty  *fyne.Container
	row    func(T) Row
	open   func(T)
	marked int  // the item that is shown as open, -1 for none
	quiet  bool // set while the program itself selects
}

// NewList returns an empty list; open is told which item was chosen.
func NewList[T any](row func(T) Row, open func(T)) *List[T] {
	l := &List[T]{row: row, open: open, empty: container.NewStack(), marked: -1}
	l.list = &keyed{}
	l.list.Length = func() int { return len(l.items) }
	l.list.CreateItem = newRow
	l.list.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.items) {
			showRow(o, l.row(l.items[i]))
		}
	}
	l.list.OnSelected = func(i widget.ListItemID) {
		l.marked = i
		if !l.quiet && i < len(l.items) {
			l.open(l.items[i])
		}
	}
	l.list.ExtendBaseWidget(l.list)
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer draws the list, or what stands for an empty one.
func (l *List[T]) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(l.list, l.empty))
}

// Set shows items; empty is shown where there is none.
func (l *List[T]) Set(items []T, empty fyne.CanvasObject) {
	l.items = items
	l.empty.RemoveAll()
	if len(items) == 0 && empty != nil {
		l.empty.Add(empty)
	}
	l.list.Refresh()
}

// At returns the item under a place of the window, where one is.
func (l *List[T]) At(pos fyne.Position) (item T, ok bool) {
	at := pos.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(l.list))
	size := l.list.Size()
	if at.X < 0 || at.Y < 0 || at.X > size.Width || at.Y > size.Height {
		return item, false
	}
	i := int((at.Y + l.list.GetScrollOffset()) / (newRow().MinSize().Height + theme.Padding()))
	if i < 0 || i >= len(l.items) {
		return item, false
	}
	return l.items[i], true
}

// Mark shows which item is open, without opening it. The list moves to it only
// where it was another one before.
func (l *List[T]) Mark(is func(T) bool) {
	l.quiet = true
	defer func() { l.quiet = false }()
	at := slices.IndexFunc(l.items, is)
	switch {
	case at == l.marked:
	case at < 0:
		l.marked = -1
		l.list.UnselectAll()
	default:
		l.list.Select(at)
	}
}

// Focus puts the keyboard into the list.
func (l *List[T]) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.list); c != nil {
		c.Focus(l.list)
	}
}

// keyed is a list that Enter opens too.
type keyed struct{ widget.List }

// TypedKey takes Enter for Space.
func (k *keyed) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		e = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	k.List.TypedKey(e)
}

func newRow() fyne.CanvasObject {
	title := widget.NewLabel("")
	title.Truncation = fyne.TextTruncateEllipsis
	right := widget.NewLabel("")
	right.Importance = widget.LowImportance
	right.SizeName = theme.SizeNameCaptionText
	detail := widget.NewLabel("")
	detail.Importance = widget.LowImportance
	detail.SizeName = theme.SizeNameCaptionText
	detail.Truncation = fyne.TextTruncateEllipsis
	return container.New(layout.NewCustomPaddedVBoxLayout(-12), container.NewBorder(nil, nil, nil, right, title), detail)
}

func showRow(o fyne.CanvasObject, r Row) {
	lines := o.(*fyne.Container).Objects
	first := lines[0].(*fyne.Container).Objects
	title, right, detail := first[0].(*widget.Label), first[1].(*widget.Label), lines[1].(*widget.Label)
	title.Importance = r.Weight
	title.SetText(r.Title)
	right.SetText(r.Right)
	detail.SetText(r.Detail)
	lines[0].Refresh() // the words at the end may be longer than the last ones
}
