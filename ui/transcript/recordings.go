package transcript

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// recordings lists the files and discs of the recording, and takes others.
func (v *view) recordings() fyne.CanvasObject {
	list := v.s.Value().Outcome.Recordings
	box := container.NewVBox(look.Subheading(words.T("录音录像 {{.N}} 份", map[string]int{"N": len(list)})))
	for _, r := range list {
		box.Add(v.recording(r))
	}
	file := look.Quiet(words.T("添加录像文件…"), theme.MediaVideoIcon(), v.browseRecording)
	disc := look.Quiet(words.T("只登记光盘…"), theme.ContentAddIcon(), func() { v.record(hearing.Recording{ID: v.sh.NewID()}) })
	edit.Bar(v.s.Barred("outcome.recordings"), file, disc)
	box.Add(container.NewHBox(file, disc))
	if len(list) > 0 && !v.m.Text.Empty() {
		box.Add(container.NewHBox(look.Quiet(words.T("导出书签表…"), theme.DownloadIcon(), v.giveBookmarks)))
	}
	return box
}

// recording is one of them.
func (v *view) recording(r hearing.Recording) fyne.CanvasObject {
	name := widget.NewLabel(r.Called())
	name.Truncation = fyne.TextTruncateEllipsis
	if name.Text == "" {
		name.SetText(words.T("（没有编号）"))
	}
	give := look.Quiet("SRT", theme.DownloadIcon(), func() { v.giveTrack(r) })
	if v.m.Text.Empty() {
		give.Hide()
	}
	change, drop := look.Quiet("", theme.DocumentCreateIcon(), func() { v.record(r) }), look.Quiet("", theme.DeleteIcon(), func() { v.dropRecording(r) })
	edit.Bar(v.s.Barred("outcome.recordings"), change, drop)
	acts := container.NewHBox(give, change, drop)
	parts := []string{lengthText(r.Length)}
	if r.Name != "" && r.Name != name.Text {
		parts = append(parts, r.Name)
	}
	if r.Size > 0 {
		parts = append(parts, sizeText(r.Size))
	}
	if from := v.startOf(r); from != "" {
		parts = append(parts, words.T("{{.At}} 起", map[string]string{"At": from}))
	}
	parts = append(parts, r.Kept)
	if len(r.Hash) > 16 {
		parts = append(parts, "SHA-256 "+r.Hash[:16]+"…")
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	box := container.NewVBox(container.NewBorder(nil, nil, nil, acts, name))
	if len(parts) > 0 {
		box.Add(look.Hint(strings.Join(parts, " · ")))
	}
	return box
}

// startOf is the time of day at which a recording began, as it was entered.
func (v *view) startOf(r hearing.Recording) string {
	if r.Start.IsZero() {
		return ""
	}
	return r.Start.In(v.s.Zone()).Format("15:04:05")
}

func (v *view) dropRecording(r hearing.Recording) {
	v.s.Change("outcome.recordings", func(h *hearing.Hearing) {
		h.Outcome.Recordings = slices.DeleteFunc(slices.Clone(h.Outcome.Recordings), func(o hearing.Recording) bool { return o.ID == r.ID })
	})
	v.sides()
	v.sh.Say(words.T("已移出这份录音录像的登记，可用 Ctrl+Z 撤销；文件本身没有动。"))
}

// browseRecording asks for a file, and reads it.
func (v *view) browseRecording() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			v.sh.Fail(err)
		} else if r != nil {
			v.sh.Fail(r.Close())
			v.takeRecording(r.URI().Path())
		}
	}, v.sh.Window)
	d.Resize(v.sh.Window.Canvas().Size().Subtract(fyne.NewSquareSize(80)))
	d.Show()
}

// takeRecording reads a file, which may take minutes, and then asks for the rest.
func (v *view) takeRecording(path string) {
	bar := widget.NewProgressBar()
	what := look.Hint(words.T("正在计算校验值。可以关掉这个窗口，登记不会继续；其他工作照常保存。"))
	wait := dialog.NewCustom(words.T("读取录像文件"), words.T("停止"), container.NewVBox(bar, what), v.sh.Window)
	stop, over := func() {}, false
	wait.SetOnClosed(func() {
		if !over {
			stop()
		}
	})
	wait.Resize(fyne.NewSize(520, 0))
	wait.Show()
	stop = v.m.ReadRecording(path, bar.SetValue, func(r hearing.Recording, err error) {
		over = true
		wait.Hide()
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			v.sh.Fail(err)
		default:
			v.record(v.known(r))
		}
	})
}

// known is a recording that the same file was entered as before, with what it says
// now; else the new one.
func (v *view) known(r hearing.Recording) hearing.Recording {
	for _, o := range v.s.Value().Outcome.Recordings {
		same, _ := hearing.Digest(o.Hash)
		if same == r.Hash || o.Name == "" && o.Hash == "" && o.Disc != "" && len(v.s.Value().Outcome.Recordings) == 1 {
			o.Name, o.Size, o.Hash = r.Name, r.Size, r.Hash
			if o.Length == 0 {
				o.Length = r.Length
			}
			if o.Start.IsZero() {
				o.Start = r.Start
			}
			return o
		}
	}
	return r
}

// record is the dialog of one recording.
func (v *view) record(r hearing.Recording) {
	day := v.s.Value().RecordingStart(hearing.Recording{}).In(v.s.Zone())
	entry := func(text, hint string, wrong func(string) bool, say string) *widget.Entry {
		e := widget.NewEntry()
		e.SetText(text)
		e.SetPlaceHolder(hint)
		if wrong != nil {
			e.Validator = func(s string) error {
				if wrong(s) {
					return errors.New(say)
				}
				return nil
			}
		}
		return e
	}
	disc, kept := entry(r.Disc, words.T("光盘或设备编号"), nil, ""), entry(r.Kept, words.T("如：案管办光盘柜 B-3"), nil, "")
	start := entry(v.startOf(r), words.T("空白：与听证会同时开始"), func(s string) bool { _, ok := readStart(s, day); return !ok }, words.T("请写成 09:00:05。"))
	length := entry(lengthText(r.Length), words.T("如 2:20:30"), func(s string) bool { _, ok := readLength(s); return !ok }, words.T("请写成 2:20:30。"))
	hash := entry(r.Hash, words.T("SHA-256 或 SM3，64 位"), func(s string) bool { _, ok := hearing.Digest(s); return !ok }, words.T("校验值是 64 位十六进制数。"))
	name := entry(r.Name, words.T("没有文件的可不填"), nil, "")
	d := dialog.NewForm(words.T("登记录音录像"), words.T("登记"), words.T("取消"), []*widget.FormItem{
		widget.NewFormItem(words.T("文件名"), name), widget.NewFormItem(words.T("光盘编号"), disc), widget.NewFormItem(words.T("存放位置"), kept),
		widget.NewFormItem(words.T("开始录制"), start), widget.NewFormItem(words.T("时长"), length), widget.NewFormItem(words.T("校验值"), hash),
	}, func(ok bool) {
		if !ok {
			return
		}
		r.Name, r.Disc, r.Kept = strings.TrimSpace(name.Text), strings.TrimSpace(disc.Text), strings.TrimSpace(kept.Text)
		r.Length, _ = readLength(length.Text) // the dialog takes nothing that is none
		r.Hash, _ = hearing.Digest(hash.Text)
		from, _ := readStart(start.Text, dayOf(r.Start, day))
		if from.IsZero() || v.startOf(r) != start.Text { // parts of a second stay where nothing was typed
			r.Start = from
		}
		v.s.Change("outcome.recordings", func(h *hearing.Hearing) { *h = h.WithRecording(r) })
		v.sides()
	}, v.sh.Window)
	for _, e := range []*widget.Entry{name, disc, kept, start, length, hash} {
		e.OnSubmitted = func(string) { d.Submit() }
	}
	d.Resize(fyne.NewSize(640, 420))
	d.Show()
	v.sh.Window.Canvas().Focus(disc)
}

// dayOf is the day of a recording's beginning, else of the hearing.
func dayOf(start, day time.Time) time.Time {
	if start.IsZero() {
		return day
	}
	return start.In(day.Location())
}

// giveTrack writes the subtitles of one recording.
func (v *view) giveTrack(r hearing.Recording) {
	h, text, d := v.s.Value(), v.m.Text, v.m.Dossier
	name := r.Name
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i] // players look for subtitles by the film's name
	}
	if name == "" {
		name = r.Called()
	}
	v.give(name+".srt", func() ([]byte, error) {
		return []byte(text.SubtitlesOf(h, r, func(id hearing.ID) string { return Called(d, id) })), nil
	})
}

func (v *view) giveBookmarks() {
	d, text := v.m.Dossier, v.m.Text
	h := v.s.Value()
	d.Hearing = &h
	v.give(words.T("书签表")+".csv", func() ([]byte, error) { return sheetfile.WriteCSV(Bookmarks(d, text)) })
}

// give keeps a file where the clerk wants it.
func (v *view) give(name string, data func() ([]byte, error)) {
	v.sh.Give(name, func(context.Context, string) ([]byte, error) { return data() }, nil)
}
