package transcript

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/look"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
	"hearingdesk/ui/words"
)

// A view is the tab with its widgets.
type view struct {
	object fyne.CanvasObject
	sh     *shell.Shell
	s      *sitting.Sitting
	m      *Model
	reader *reader
	text   *keyed // the reader with the keyboard
	query  *widget.Entry
	hits   []int // rows in which the text stands that is looked for
	at     int   // the hit that is shown
	count  *widget.Label
	jump   *widget.Select
	heads  []int // rows with a step's head
	side   *fyne.Container
	left   *fyne.Container
	tools  fyne.CanvasObject // that seek in the text
	body   *fyne.Container   // the text, or what to do where there is none
	empty  fyne.CanvasObject
}

// New returns the tab 笔录 of the open hearing.
func New(sh *shell.Shell, s *sitting.Sitting, desk Desk, press func() (*press.Press, error)) fyne.CanvasObject {
	return newView(sh, s, desk, press).object
}

func newView(sh *shell.Shell, s *sitting.Sitting, desk Desk, press func() (*press.Press, error)) *view {
	v := &view{sh: sh, s: s, m: NewModel(sh, desk, press), side: container.NewVBox(), count: widget.NewLabel("")}
	v.reader = newReader(v.choose)
	v.text = newKeyed(v.reader.object, v.pressed)
	v.query = widget.NewEntry()
	v.query.SetPlaceHolder(words.T("在笔录中查找"))
	v.query.OnChanged = func(string) { v.look() }
	v.query.OnSubmitted = func(string) { v.next(1) }
	v.jump = widget.NewSelect(nil, func(string) {
		if i := v.jump.SelectedIndex(); i >= 0 && i < len(v.heads) {
			v.reader.reveal(v.heads[i])
		}
	})
	v.jump.PlaceHolder = words.T("转到环节")
	tools := container.NewHBox(v.count, look.Quiet("", theme.MoveUpIcon(), func() { v.next(-1) }), look.Quiet("", theme.MoveDownIcon(), func() { v.next(1) }),
		container.NewGridWrap(fyne.NewSize(200, v.query.MinSize().Height), v.jump))
	bar := container.NewBorder(nil, nil, nil, tools, v.query)
	v.tools = container.NewPadded(bar)
	cues := look.Quiet(words.T("导入识别稿…"), theme.UploadIcon(), v.browseCues)
	s.AllowFrom(hearing.NounTranscript, "", cues)
	v.empty = look.Empty(words.T("还没有发言记录。开庭时在听证台记录，或导入语音识别的文字稿；不用电子笔录的，可打印空白笔录手写。"),
		cues, look.Quiet(words.T("打印空白笔录"), theme.DocumentPrintIcon(), v.toPaper))
	v.body = container.NewStack(v.empty)
	v.tools.Hide()
	v.left = container.NewBorder(v.tools, nil, nil, nil, v.body)
	split := container.NewHSplit(v.left, look.Scroll(v.side))
	split.Offset = 0.68
	v.object = split
	v.m.OnChange, v.m.OnFiled = v.update, s.Read
	s.OnJudged(func() { v.m.Take(s.Dossier) })
	s.OnShow(v.sides)
	s.OnEnter("transcript", v.focus)
	if s.Dossier.Hearing != nil {
		v.m.Take(s.Dossier)
	}
	return v
}

// update shows the transcript as it is now.
func (v *view) update() {
	part := fyne.CanvasObject(v.text)
	if v.m.Text.Empty() {
		part = v.empty
	}
	if v.body.Objects[0] != part {
		v.body.Objects = []fyne.CanvasObject{part}
		if part == v.empty {
			v.tools.Hide()
		} else {
			v.tools.Show()
		}
		v.left.Refresh() // lays out what there is now
	}
	var names []string
	v.heads = v.heads[:0]
	for i, r := range v.m.Rows {
		if r.Head != "" {
			names, v.heads = append(names, strconv.Itoa(len(names)+1)+" "+r.Head), append(v.heads, i)
		}
	}
	v.jump.SetOptions(names)
	v.seek()
	v.reader.show(v.m.Rows, v.query.Text, v.m.Chosen)
	v.sides()
}

// look looks for what was typed, from the beginning.
func (v *view) look() {
	v.seek()
	v.at = 0
	v.reader.show(v.m.Rows, v.query.Text, v.m.Chosen)
	if len(v.hits) > 0 {
		v.pick(v.hits[0])
	}
}

// seek finds the rows with the text that is looked for.
func (v *view) seek() {
	v.hits = nil
	if find := strings.ToLower(v.query.Text); find != "" {
		for i, r := range v.m.Rows {
			if r.Line != nil && strings.Contains(strings.ToLower(r.Line.Text), find) {
				v.hits = append(v.hits, i)
			}
		}
	}
	text := ""
	if v.query.Text != "" {
		text = strconv.Itoa(min(v.at+1, len(v.hits))) + "/" + strconv.Itoa(len(v.hits))
	}
	v.count.SetText(text)
}

// next goes to another hit.
func (v *view) next(by int) {
	if n := len(v.hits); n > 0 {
		v.at = (v.at + by + n) % n
		v.seek()
		v.pick(v.hits[v.at])
	}
}

// choose chooses a passage; chosen again it is let go.
func (v *view) choose(r Row) {
	switch {
	case r.Line == nil || r.Line.ID == v.m.Chosen:
		v.m.Chosen = ""
	default:
		v.m.Chosen = r.Line.ID
	}
	v.reader.show(v.m.Rows, v.query.Text, v.m.Chosen)
	v.sides()
	v.focus()
}

// sides shows what can be done, beside the text.
func (v *view) sides() {
	v.side.RemoveAll()
	if !v.m.Text.Empty() {
		v.side.Add(look.Card(v.standing()))
		if p := v.passage(); p != nil {
			v.side.Add(look.Card(p))
		}
		if d := v.drafts(); d != nil {
			v.side.Add(look.Card(d))
		}
		v.side.Add(look.Card(v.signatures()))
	}
	v.side.Add(look.Card(v.recordings()))
	v.side.Refresh()
}

// standing says how far the sign-off is, and what comes next.
func (v *view) standing() fyne.CanvasObject {
	box := container.NewVBox(look.Subheading(words.T("校阅与封存")), state(v.m))
	actions := container.NewVBox()
	if !v.m.Sealed() {
		bars := v.m.Bars()
		for _, b := range bars {
			box.Add(look.Hint("· " + barText(b, len(v.m.Drafts()))))
		}
		actions.Add(v.only(look.Quiet(words.T("导入识别稿…"), theme.UploadIcon(), v.browseCues)))
		actions.Add(v.only(look.Quiet(words.T("交付校阅…"), theme.VisibilityIcon(), v.read)))
		seal := v.only(look.Primary(words.T("封存…"), theme.ConfirmIcon(), v.seal))
		if len(bars) > 0 {
			seal.Disable()
		}
		actions.Add(seal)
	}
	actions.Add(look.Quiet(words.T("查看、打印笔录"), theme.DocumentPrintIcon(), v.toPaper))
	actions.Add(look.Quiet(words.T("归入签名扫描件"), theme.ContentAddIcon(), func() {
		v.sh.Go(shell.Place{Kind: shell.Hearing, ID: v.s.ID(), Tab: "volume"})
	}))
	box.Add(actions)
	return box
}

func (v *view) toPaper() {
	v.sh.Go(shell.Place{Kind: shell.Hearing, ID: v.s.ID(), Tab: "papers", Paper: "16"})
}

// state says in one or two lines how the transcript stands.
func state(m *Model) fyne.CanvasObject {
	l := widget.NewLabel("")
	l.Wrapping = words.Wrap()
	seal, sealed := m.Text.Seal()
	switch {
	case sealed && (m.Text.Broken() || m.Pages == NotSealed):
		l.Importance = widget.DangerImportance
		what := words.T("文字")
		if !m.Text.Broken() {
			what = words.T("页面")
		}
		l.SetText(words.T("已封存（{{.At}}） · 校验不一致：{{.What}}与封存时不同，请从备份核对。", map[string]string{"At": words.Moment(seal.At), "What": what}))
	case sealed && m.Pages == AsSealed:
		l.Importance = widget.SuccessImportance
		l.SetText(words.T("已封存（{{.At}}） · 校验一致", map[string]string{"At": words.Moment(seal.At)}))
	case sealed:
		l.Importance = widget.SuccessImportance
		l.SetText(words.T("已封存（{{.At}}） · 文字校验一致，封存的页面不在本机", map[string]string{"At": words.Moment(seal.At)}))
	case !m.Text.ReadAt().IsZero():
		l.SetText(words.T("{{.At}} 已交付校阅，此后的改动都留痕。", map[string]string{"At": words.Moment(m.Text.ReadAt())}))
	default:
		l.SetText(words.T("还没有交付校阅，改动不留痕。"))
	}
	if !sealed {
		return l
	}
	hash := widget.NewLabel("SHA-256 " + seal.Hash)
	hash.SizeName, hash.Wrapping, hash.Importance = theme.SizeNameCaptionText, fyne.TextWrapBreak, widget.LowImportance
	return container.NewVBox(l, hash, look.Hint(words.T("{{.N}} 页，{{.By}}封存", map[string]any{"N": seal.Pages, "By": seal.By})))
}

func barText(b Bar, drafts int) string {
	switch b {
	case StillOpen:
		return words.T("听证会结束后才能封存")
	case NotRead:
		return words.T("先交付校阅，再封存")
	case SignAgain:
		return words.T("有人手写签名后文字有改动，先撤销或重新签名")
	case DraftsLeft:
		return words.T("还有 {{.N}} 段识别稿没有核对", map[string]int{"N": drafts})
	}
	return words.T("还没有发言记录")
}

// speakers lists who may have spoken, with their names; nobody first where none
// may be.
func (v *view) speakers(none bool) ([]hearing.ID, []string) {
	ids := v.m.Speakers()
	var names []string
	if none {
		ids = append([]hearing.ID{""}, ids...)
	}
	for _, id := range ids {
		name := v.m.Called(id)
		if id == "" {
			name = words.T("（无）")
		}
		names = append(names, name)
	}
	return ids, names
}
