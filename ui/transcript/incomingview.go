package transcript

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// browseCues asks for a recogniser's file, and shows what it would bring.
func (v *view) browseCues() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			v.sh.Fail(err)
		} else if r != nil {
			v.sh.Fail(r.Close())
			v.lookAt(r.URI().Path())
		}
	}, v.sh.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".srt", ".txt", ".vtt", ".SRT", ".TXT", ".VTT"}))
	d.Resize(v.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}

func (v *view) lookAt(path string) {
	v.m.Look(path, func(in Incoming, err error) {
		if err != nil {
			v.sh.Fail(err)
			return
		}
		v.preview(in)
	})
}

// preview shows the passages of a file, and takes them when told to.
func (v *view) preview(in Incoming) {
	h := v.s.Value()
	var first hearing.Recording
	if list := h.Outcome.Recordings; len(list) > 0 {
		first = list[0]
	}
	from := h.RecordingStart(first).In(v.s.Zone())
	start := widget.NewEntry()
	start.SetText(from.Format("15:04:05"))
	start.Validator = func(s string) error {
		if at, ok := readStart(s, from); !ok || at.IsZero() {
			return errors.New(words.T("请写成 09:00:05。"))
		}
		return nil
	}
	var said []string
	said = append(said, words.T("“{{.File}}”有 {{.N}} 段，导入后都标为待核对，接在现有文字之后。", map[string]any{"File": in.File, "N": len(in.Cues)}))
	switch {
	case len(in.Unknown) > 0:
		said = append(said, words.T("{{.N}} 段不知是谁说的（{{.Names}}），导入后可一次指明。", map[string]any{"N": in.Nobody, "Names": strings.Join(in.Unknown, words.T("、"))}))
	case in.Nobody > 0:
		said = append(said, words.T("{{.N}} 段没有写是谁说的。", map[string]any{"N": in.Nobody}))
	}
	if !in.Timed {
		said = append(said, words.T("文件里没有时间，各段都记在录音开始的时间。"))
	}
	text := look.Hint(strings.Join(said, "\n"))
	list := widget.NewList(func() int { return len(in.Cues) }, newCue, func(i widget.ListItemID, o fyne.CanvasObject) { v.showCue(in, in.Cues[i], o) })
	body := container.NewBorder(container.NewVBox(text, widget.NewForm(widget.NewFormItem(words.T("录音开始"), start))), nil, nil, nil, list)
	d := dialog.NewCustomConfirm(words.T("导入识别稿"), words.T("导入"), words.T("取消"), body, func(ok bool) {
		at, good := readStart(start.Text, from)
		switch {
		case !ok:
		case !good || at.IsZero():
			v.sh.Say(words.T("录音开始的时间不对，没有导入。"))
		default:
			v.m.TakeIn(in, at)
			v.sh.Say(words.T("已导入 {{.N}} 段，请逐段核对。", map[string]int{"N": len(in.Cues)}))
		}
	}, v.sh.Window)
	d.Resize(v.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(160)))
	d.Show()
}

// newCue is a line of the preview: when, who, and what was said.
func newCue() fyne.CanvasObject {
	at, who, text := widget.NewLabel("00:00:00"), widget.NewLabel(""), widget.NewLabel("")
	who.TextStyle.Bold = true
	who.Truncation, text.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	return container.NewBorder(nil, nil, container.NewHBox(at, container.NewGridWrap(fyne.NewSize(220, at.MinSize().Height), who)), nil, text)
}

func (v *view) showCue(in Incoming, c transcript.Cue, o fyne.CanvasObject) {
	line, _ := o.(*fyne.Container)
	text, _ := line.Objects[0].(*widget.Label)
	left, _ := line.Objects[1].(*fyne.Container)
	at, _ := left.Objects[0].(*widget.Label)
	wrap, _ := left.Objects[1].(*fyne.Container)
	who, _ := wrap.Objects[0].(*widget.Label)
	at.SetText("")
	if in.Timed {
		at.SetText(transcript.Stamp(c.From))
	}
	who.SetText(v.m.Speaks(c))
	text.SetText(strings.ReplaceAll(c.Text, "\n", " "))
}
