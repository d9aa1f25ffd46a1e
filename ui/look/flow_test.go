package look_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/ui/look"
)

// TestNoLineBeginsWithAComma sets a task in windows of many widths: every line fits, none
// begins with a sign that ends one, all of the text is there, and its place is as high as
// its lines.
func TestNoLineBeginsWithAComma(t *testing.T) {
	test.NewTempApp(t)
	const task = "澄检行公建〔2023〕17号（澄河区住房和城乡建设局）应在2023-11-07前审查终结，已逾期1119日。请审查终结，或者报请延长并记录。"
	l := widget.NewLabel(task)
	o := look.Flow(l)
	for width := float32(160); width < 1200; width += 7 {
		o.Resize(fyne.NewSize(width, 400))
		lines := strings.Split(l.Text, "\n")
		if strings.Join(lines, "") != task {
			t.Fatalf("at %v it says %q", width, l.Text)
		}
		for _, line := range lines {
			if strings.ContainsRune("，。）", []rune(line)[0]) {
				t.Errorf("at %v a line is %q", width, line)
			}
			if w := fyne.MeasureText(line, theme.TextSize(), fyne.TextStyle{}).Width; w > width-2*theme.InnerPadding() {
				t.Errorf("at %v %q is %v wide", width, line, w)
			}
		}
		if least := float32(len(lines)) * theme.TextSize(); o.MinSize().Height < least || o.MinSize().Width > 160 {
			t.Errorf("at %v its %d lines take %v", width, len(lines), o.MinSize())
		}
	}
}
