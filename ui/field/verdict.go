package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A Verdict is everything that the rules say of a session: a line that counts
// it, and the list that unfolds below.
type Verdict struct {
	Line fyne.CanvasObject
	List *fyne.Container
	text *widget.Label
	open func(hearing.Finding)
}

// NewVerdict returns a verdict without findings; open leads to where one is
// mended.
func NewVerdict(open func(hearing.Finding)) *Verdict {
	v := &Verdict{List: container.NewVBox(), text: widget.NewLabel(""), open: open}
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
	v.List.RemoveAll()
	for _, f := range found {
		open := widget.NewButtonWithIcon("", theme.NavigateNextIcon(), func() { v.open(f) })
		open.Importance = widget.LowImportance
		v.List.Add(container.NewBorder(nil, nil, nil, open, FindingLine(f)))
	}
}

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
