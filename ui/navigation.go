package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// order is the pages of the navigation; Ctrl and their number open them.
var order = []shell.Kind{shell.Today, shell.Schedule, shell.Cases, shell.People, shell.Papers, shell.Figures, shell.Settings, shell.Service}

// column is the same from the top of the column.
var column = []shell.Kind{shell.Today, shell.Schedule, shell.Cases, shell.Service, shell.People, shell.Papers, shell.Figures, shell.Settings}

// A navigation is the column of pages at the window's left.
type navigation struct {
	object  fyne.CanvasObject
	buttons map[shell.Kind]*widget.Button
	badge   *badge // how much is late and due today
}

func newNavigation(sh *shell.Shell, open func(shell.Kind), seek func()) *navigation {
	n := &navigation{buttons: map[shell.Kind]*widget.Button{}, badge: newBadge()}
	names := map[shell.Kind]string{
		shell.Today: words.T("今日"), shell.Schedule: words.T("日程"), shell.Cases: words.T("案件"), shell.People: words.T("人员"),
		shell.Papers: words.T("文书"), shell.Service: words.T("送达"), shell.Figures: words.T("统计"), shell.Settings: words.T("设置"),
	}
	icons := map[shell.Kind]fyne.Resource{
		shell.Today: theme.HomeIcon(), shell.Schedule: theme.CalendarIcon(), shell.Cases: theme.FolderIcon(), shell.People: theme.AccountIcon(),
		shell.Papers: theme.DocumentIcon(), shell.Service: theme.MailSendIcon(), shell.Figures: theme.GridIcon(), shell.Settings: theme.SettingsIcon(),
	}
	box := container.New(layout.NewCustomPaddedVBoxLayout(2))
	for _, k := range column {
		b := sh.To(shell.Place{Kind: k}, look.Quiet(names[k], icons[k], func() { open(k) }))
		b.Alignment = widget.ButtonAlignLeading
		n.buttons[k] = b
		if k == shell.Settings {
			box.Add(layout.NewSpacer())
		}
		if k == shell.Today {
			box.Add(container.NewStack(b, n.badge.object))
			continue
		}
		box.Add(b)
	}
	find := look.Quiet(words.T("查找"), theme.SearchIcon(), seek)
	find.Alignment = widget.ButtonAlignLeading
	box.Objects = append([]fyne.CanvasObject{find}, box.Objects...)
	ground := canvas.NewRectangle(theme.Color(look.ColourSidebar))
	ground.SetMinSize(fyne.NewSize(124, 0))
	n.object = container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(12, 8, 8, 8), box))
	return n
}

// mark shows which page is open; a session belongs to the schedule, a roster to
// the people, a clue to the cases.
func (n *navigation) mark(k shell.Kind) {
	switch k {
	case shell.Hearing, shell.Announcement, shell.Sweep, shell.Recorder:
		k = shell.Schedule
	case shell.Clues, shell.Patrols, shell.Compare:
		k = shell.Cases
	case shell.Roster:
		k = shell.People
	}
	for kind, b := range n.buttons {
		weight := widget.LowImportance
		if kind == k {
			weight = widget.MediumImportance
		}
		if b.Importance != weight {
			b.Importance = weight
			b.Refresh()
		}
	}
}
