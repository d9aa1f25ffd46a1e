package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// folded is how many findings of a kind a verdict shows apart.
const folded = 3

// tallest is how high the unfolded list may be, so that the page stays in sight.
const tallest = float32(236)

// A Verdict is everything that the rules say of a session: a line that counts
// it, and the list that unfolds below.
type Verdict struct {
	Line  fyne.CanvasObject
	List  *fyne.Container
	text  *widget.Label
	found *Findings
}

// NewVerdict returns a verdict without findings; open leads to where one is
// mended.
func NewVerdict(open func(hearing.Finding)) *Verdict {
	return VerdictOf(&Remedy{Go: open})
}

// VerdictOf is a verdict on which findings can be mended.
func VerdictOf(by *Remedy) *Verdict {
	v := &Verdict{text: widget.NewLabel(""), found: NewFindings(by).Fold(folded)}
	v.List = Bounded(v.found.Object)
	v.Line = look.NewPress(v.text, func() {
		if v.List.Visible() {
			v.List.Hide()
		} else {
			v.List.Show()
		}
	})
	v.List.Hide()
	return v
}

// Set shows findings.
func (v *Verdict) Set(found []hearing.Finding) {
	text, worst := Summary(found)
	v.text.Importance = widget.LowImportance
	if worst == hearing.Blocked || worst == hearing.Warning {
		v.text.Importance = importance[worst]
	}
	v.text.SetText(text)
	v.found.Set(found)
	v.List.Refresh()
}

// Bounded lets a list be as high as it is, up to a third of the page; then it
// scrolls.
func Bounded(list fyne.CanvasObject) *fyne.Container {
	return container.New(&bounded{tallest}, container.NewVScroll(list))
}

// bounded gives a scroll the height of its content, up to a most.
type bounded struct{ most float32 }

// MinSize is that of the content, and not higher than the most.
func (b *bounded) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].(*container.Scroll).Content.MinSize()
	return fyne.NewSize(200, min(m.Height, b.most))
}

// Layout gives it all the room.
func (b *bounded) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }

// Summary counts findings by their weight: “2 项阻断，3 项提醒”.
func Summary(found []hearing.Finding) (string, hearing.Severity) {
	n := map[hearing.Severity]int{}
	missing := 0
	for _, f := range found {
		if f.Missing() {
			missing++
		} else {
			n[f.Severity]++
		}
	}
	var parts []string
	worst := hearing.Severity("")
	for _, s := range []hearing.Severity{hearing.Blocked, hearing.Warning, hearing.Info} {
		if n[s] > 0 {
			parts = append(parts, words.T("{{.N}} 项{{.What}}", map[string]any{"N": n[s], "What": words.Of(s)}))
			if worst == "" {
				worst = s
			}
		}
	}
	if missing > 0 {
		parts = append(parts, words.T("{{.N}} 项未填", map[string]int{"N": missing}))
	}
	if len(parts) == 0 {
		return words.T("没有发现问题"), ""
	}
	return strings.Join(parts, words.T("，")), worst
}
