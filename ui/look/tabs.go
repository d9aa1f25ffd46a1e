package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A Tab is one part of a page. Its content is made when it is first shown.
type Tab struct {
	Key  string
	Name string
	Make func() fyne.CanvasObject
}

// Tabs are the parts of a page, one shown at a time.
type Tabs struct {
	Object  fyne.CanvasObject
	tabs    []Tab
	buttons []*widget.Button
	badges  []*badge
	made    map[string]fyne.CanvasObject
	stage   *fyne.Container
	open    string
	OnOpen  func(key string)
}

// NewTabs returns tabs with none open.
func NewTabs(tabs ...Tab) *Tabs {
	t := &Tabs{tabs: tabs, made: map[string]fyne.CanvasObject{}, stage: container.NewStack()}
	row := container.NewHBox()
	for _, tab := range tabs {
		b := Quiet(tab.Name, nil, func() { t.Open(tab.Key) })
		t.buttons = append(t.buttons, b)
		n := newBadge()
		t.badges = append(t.badges, n)
		row.Add(container.New(badgeLayout{}, b, n.object))
	}
	t.Object = container.NewBorder(container.NewVBox(row, widget.NewSeparator()), nil, nil, nil, t.stage)
	return t
}

// Open shows the tab of a key; an unknown key shows the first.
func (t *Tabs) Open(key string) {
	at := 0
	for i, tab := range t.tabs {
		if tab.Key == key {
			at = i
		}
	}
	tab := t.tabs[at]
	if t.made[tab.Key] == nil {
		t.made[tab.Key] = tab.Make()
	}
	if t.open != tab.Key {
		t.stage.Objects = []fyne.CanvasObject{t.made[tab.Key]}
		t.stage.Refresh()
	}
	t.open = tab.Key
	for i, b := range t.buttons {
		weight := widget.LowImportance
		if i == at {
			weight = widget.HighImportance
		}
		if b.Importance != weight {
			b.Importance = weight
			b.Refresh()
		}
	}
	if t.OnOpen != nil {
		t.OnOpen(tab.Key)
	}
}

// Next shows the tab after the open one, or before it.
func (t *Tabs) Next(by int) {
	for i, tab := range t.tabs {
		if tab.Key == t.open {
			t.Open(t.tabs[(i+by+len(t.tabs))%len(t.tabs)].Key)
			return
		}
	}
}

// Key returns the key of the open tab.
func (t *Tabs) Key() string { return t.open }

// Badge shows a number at a tab, such as what is still to be done there; 0 is
// none.
func (t *Tabs) Badge(key string, n int, tint fyne.ThemeColorName) {
	for i, tab := range t.tabs {
		if tab.Key == key {
			t.badges[i].set(n, tint)
		}
	}
}
