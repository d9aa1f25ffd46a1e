package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// mostLacks is how many of the fields that a record lacks the foot names.
const mostLacks = 3

// A foot is the line at the window's end: what happened last, and whether all
// is on disk.
type foot struct {
	object fyne.CanvasObject
	text   *widget.Label
	disk   *widget.Label
	copies *widget.Label   // how old the last good copy of the file is
	lock   *widget.Button  // leads to the passphrase; hidden unless copies wait for it
	shut   *widget.Button  // who is logged in; locks the window; hidden where nobody is
	line   *fyne.Container // all of them
	bar    *fyne.Container // how far the index of words is; hidden when it is whole
	far    *widget.ProgressBar
	stop   func() // stops it
}

func newFoot(undo, passphrase func()) *foot {
	f := &foot{text: widget.NewLabel(""), disk: widget.NewLabel(""), copies: widget.NewLabel("")}
	f.text.Truncation = fyne.TextTruncateEllipsis
	f.text.Selectable = true
	for _, l := range []*widget.Label{f.text, f.disk, f.copies} {
		l.SizeName = theme.SizeNameCaptionText
	}
	f.disk.Importance = widget.LowImportance
	back := look.Quiet(words.T("撤销"), theme.ContentUndoIcon(), undo)
	f.far = widget.NewProgressBar()
	f.lock = look.Quiet(words.T("设置备份口令…"), theme.WarningIcon(), passphrase)
	f.lock.Hide()
	f.shut = look.Quiet("", theme.AccountIcon(), nil)
	f.shut.Hide()
	name := widget.NewLabel(words.T("正在整理查找索引"))
	name.SizeName = theme.SizeNameCaptionText
	f.bar = container.NewHBox(name, f.far, look.Quiet(words.T("停止"), theme.CancelIcon(), func() { f.stop() }))
	f.bar.Hide()
	f.line = container.NewBorder(nil, nil, container.NewHBox(f.disk, f.copies, f.lock), container.NewHBox(f.bar, f.shut, back), f.text)
	f.object = container.NewVBox(widget.NewSeparator(), f.line)
	f.saving(shell.AllSaved)
	return f
}

// who shows who is logged in, with the button that locks.
func (f *foot) who(name string, lock func()) {
	f.shut.OnTapped = lock
	f.shut.SetText(words.T("{{.Name}}（Ctrl+L 锁定）", map[string]string{"Name": name}))
	f.shut.Hidden = name == ""
	f.line.Refresh() // the button has another width
}

func (f *foot) say(text string) {
	f.text.Importance = widget.MediumImportance
	f.text.SetText(text)
}

func (f *foot) fail(text string) {
	f.text.Importance = widget.DangerImportance
	f.text.SetText(text)
}

// indexing shows how far the index is, from 0 to 1.
func (f *foot) indexing(far float64) {
	f.far.SetValue(far)
	f.bar.Show()
}

// copied shows how it stands with the copies of the file.
func (f *foot) copied(text string, bad bool) {
	f.copies.Importance = widget.LowImportance
	if bad {
		f.copies.Importance = widget.WarningImportance
	}
	f.copies.SetText(text)
}

// unlocked offers to set the passphrase that copies wait for.
func (f *foot) unlocked(needed bool) {
	if needed {
		f.lock.Show()
	} else {
		f.lock.Hide()
	}
}

// saving says how the open record is saved. What it lacks is named here too: its place
// may be out of sight.
func (f *foot) saving(s shell.Saving, lacks ...string) {
	text, weight := words.T("已保存"), widget.LowImportance
	switch s {
	case shell.BeingSaved:
		text = words.T("正在保存…")
	case shell.NotSaved:
		text, weight = words.T("尚未保存，已存为草稿"), widget.WarningImportance
		if len(lacks) > 0 {
			text = words.T("尚未保存，已存为草稿：还缺{{.Fields}}", map[string]string{"Fields": words.List(lacks[:min(len(lacks), mostLacks)])})
		}
	}
	if f.disk.Text != text {
		f.disk.Importance = weight
		f.disk.SetText(text)
	}
}
