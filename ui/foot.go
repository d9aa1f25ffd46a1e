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

// A foot is the line at the window's end: what happened last, and whether all
// is on disk.
type foot struct {
	object fyne.CanvasObject
	text   *widget.Label
	disk   *widget.Label
}

func newFoot(undo func()) *foot {
	f := &foot{text: widget.NewLabel(""), disk: widget.NewLabel("")}
	f.text.Truncation = fyne.TextTruncateEllipsis
	f.text.Selectable = true
	for _, l := range []*widget.Label{f.text, f.disk} {
		l.SizeName = theme.SizeNameCaptionText
	}
	f.disk.Importance = widget.LowImportance
	back := look.Quiet(words.T("撤销"), theme.ContentUndoIcon(), undo)
	f.object = container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, f.disk, back, f.text))
	f.saving(shell.AllSaved)
	return f
}

func (f *foot) say(text string) {
	f.text.Importance = widget.MediumImportance
	f.text.SetText(text)
}

func (f *foot) fail(text string) {
	f.text.Importance = widget.DangerImportance
	f.text.SetText(text)
}

func (f *foot) saving(s shell.Saving) {
	text, weight := words.T("已保存"), widget.LowImportance
	switch s {
	case shell.BeingSaved:
		text = words.T("正在保存…")
	case shell.NotSaved:
		text, weight = words.T("尚未保存，已存为草稿"), widget.WarningImportance
	}
	if f.disk.Text != text {
		f.disk.Importance = weight
		f.disk.SetText(text)
	}
}
