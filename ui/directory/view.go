package directory

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// width of the list, so that two columns of a form stand beside it.
const width = 300

// actions is what the view asks of its directory.
type actions struct {
	begin, remove func()
	open          func(hearing.ID)
	search        func(string)
}

// A view is the widgets of a directory.
type view struct {
	words   Words
	do      actions
	object  fyne.CanvasObject
	top     *fyne.Container // above the heading: tabs
	filter  *fyne.Container // above the search
	search  *field.Text
	asked   string // what stands in the search field
	list    *look.List[Item]
	more    *widget.Label
	left    *fyne.Container // the list with what stands above and below it
	stage   *fyne.Container
	head    *widget.Label
	side    *fyne.Container // beside the heading, before the delete button
	begin   *widget.Button
	remove  *widget.Button
	notice  *widget.Label
	page    fyne.CanvasObject
	above   *fyne.Container // the heading, and what is said of the record
	heights [2]float32      // of above and of the form, when they were laid out
	body    *fyne.Container
	first   field.Control // of the form: the cursor of a new record
	scroll  *container.Scroll
}

func newView(w Words, do actions) *view {
	v := &view{words: w, do: do, top: container.NewVBox(), filter: container.NewVBox(), stage: container.NewStack(), body: container.NewVBox(), side: container.NewHBox()}
	v.list = look.NewList(func(i Item) look.Row { return i.Row }, func(i Item) { do.open(i.ID) })
	v.search = field.NewText("", func(s string) {
		v.asked = s
		do.search(s)
	}).Hint(w.Search).OnEnter(func() { v.list.Focus() })
	v.more = look.Hint(words.T("还有更多，请输入名称缩小范围。"))
	for _, o := range []fyne.CanvasObject{v.more, v.top, v.filter} {
		o.Hide()
	}
	v.begin = look.Primary(w.New, theme.ContentAddIcon(), do.begin)
	v.remove = look.Quiet(words.T("删除"), theme.DeleteIcon(), do.remove)
	head := container.NewVBox(v.top, container.NewBorder(nil, nil, nil, container.NewCenter(v.begin), look.Heading(w.Title)), v.filter, v.search.Object())
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(width, 0))
	v.left = container.NewBorder(head, v.more, nil, nil, v.list)
	left := container.NewStack(least, container.New(layout.NewCustomPaddedLayout(10, 0, 10, 8), v.left))
	v.object = container.NewBorder(nil, nil, container.NewBorder(nil, nil, nil, widget.NewSeparator(), left), nil, v.stage)
	v.showNothing(w.Choose)
	return v
}

// Object returns what is drawn.
func (v *view) Object() fyne.CanvasObject { return v.object }

// SetTabs puts the page's tabs above the heading.
func (v *view) SetTabs(tabs fyne.CanvasObject) {
	v.top.Add(tabs)
	v.top.Show()
}

// SetFilter puts a choice of what is listed above the search field.
func (v *view) SetFilter(filter fyne.CanvasObject) {
	v.filter.Add(filter)
	v.filter.Show()
}

// SetForm puts the form into the page: its bar, and below it what scrolls.
// first takes the cursor of a new record.
func (v *view) SetForm(bar fyne.CanvasObject, first field.Control, sections ...fyne.CanvasObject) {
	v.first = first
	v.head = look.Heading("")
	v.notice = widget.NewLabel("")
	v.notice.Importance = widget.WarningImportance
	v.notice.Wrapping = words.Wrap()
	v.notice.Hide()
	for _, s := range sections {
		v.body.Add(s)
	}
	v.scroll = look.Scroll(v.body)
	v.above = container.NewVBox(look.Header(v.head, v.side, v.remove), container.New(layout.NewCustomPaddedLayout(0, 0, 8, 20), container.NewVBox(bar, v.notice)))
	v.page = container.NewBorder(v.above, nil, nil, nil, v.scroll)
}

// MakeRoom lays the list out again, when what stands above it came or went.
func (v *view) MakeRoom() { v.left.Refresh() }

// Add puts a part below the form.
func (v *view) Add(part fyne.CanvasObject) { v.body.Add(part) }

// SetSide puts buttons beside the heading.
func (v *view) SetSide(buttons ...fyne.CanvasObject) { v.side.Objects = buttons }

// Query is what is looked for in the list.
func (v *view) Query() string { return strings.TrimSpace(v.asked) }

// showForm brings the form to the front, under a heading.
func (v *view) showForm(title string) {
	if v.head.Text != title {
		v.head.SetText(title)
	}
	if len(v.stage.Objects) == 1 && v.stage.Objects[0] == v.page {
		return
	}
	v.stage.Objects = []fyne.CanvasObject{v.page}
	v.stage.Refresh()
}

// Settle makes room for what came into the page, or takes it back.
func (v *view) Settle() {
	above, body := v.above.MinSize().Height, v.body.MinSize().Height
	if above != v.heights[0] {
		v.page.Refresh()
	} else if body != v.heights[1] {
		v.scroll.Refresh()
	}
	v.heights = [2]float32{above, body}
}

// Reveal scrolls to a part of the form.
func (v *view) Reveal(part fyne.CanvasObject) { v.reveal(part, 0, part.Size().Height) }

// RevealIn scrolls to a row that was just put into a box of the form: it is not drawn
// yet, and only the box knows where it is.
func (v *view) RevealIn(box, row fyne.CanvasObject) {
	v.reveal(box, row.Position().Y, row.Size().Height)
}

func (v *view) reveal(part fyne.CanvasObject, below, height float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	y := at(part).Y - at(v.body).Y + below
	if top := v.scroll.Offset.Y; y < top || y+height > top+v.scroll.Size().Height {
		v.scroll.ScrollToOffset(fyne.NewPos(0, max(y-v.scroll.Size().Height/3, 0)))
	}
}

// fresh scrolls up for another record, and takes back what was said of the last.
func (v *view) fresh() {
	v.notice.Hide()
	v.scroll.ScrollToTop()
}

// focusForm puts the cursor into the form's first field.
func (v *view) focusForm() { v.first.Focus() }

// warn says above the form what could not be done.
func (v *view) warn(text string) {
	v.notice.SetText(text)
	v.notice.Show()
	v.Settle()
	v.scroll.ScrollToTop()
}

// showNothing takes the form away.
func (v *view) showNothing(text string) {
	v.stage.Objects = []fyne.CanvasObject{look.Empty(text, nil)}
	v.stage.Refresh()
}

// setItems fills the list.
func (v *view) setItems(items []Item, searched bool, open hearing.ID) {
	var empty fyne.CanvasObject
	switch {
	case searched:
		empty = look.Empty(words.T("没有找到“{{.Text}}”。可以输入名称的一部分、拼音首字母或号码。", map[string]string{"Text": v.Query()}), nil)
	default:
		empty = look.Empty(v.words.Empty, nil)
	}
	v.list.Set(items, empty)
	v.list.Mark(func(i Item) bool { return i.ID == open })
	if many := len(items) >= Most; many != v.more.Visible() {
		if many {
			v.more.Show()
		} else {
			v.more.Hide()
		}
		v.left.Refresh()
	}
}

func draftRow(name string) look.Row {
	return look.Row{Title: name, Detail: words.T("草稿，填好后自动保存"), Weight: widget.WarningImportance}
}

// some names a few of many.
func some(names []string) string {
	const few = 5
	if len(names) > few {
		return words.List(names[:few]) + words.T("等 {{.N}} 处", map[string]int{"N": len(names)})
	}
	return words.List(names)
}
