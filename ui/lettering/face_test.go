package lettering_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"

	"hearingdesk/ui/lettering"
	"hearingdesk/ui/shown"
)

// TestLongTextsStayInTheirBox holds that no name runs over the edge.
func TestLongTextsStayInTheirBox(t *testing.T) {
	shown.Window(t, container.NewStack())
	f := lettering.NewFace(true)
	for _, text := range []string{"", "䶮", strings.Repeat("澄河区望江街道办事处", 12), strings.Repeat("Bureau of Housing ", 20), strings.Repeat("W", 300), "（（（" + strings.Repeat("甲，", 80)} {
		for _, b := range []struct{ w, h float32 }{{600, 200}, {90, 40}, {1500, 60}} {
			size, lines := f.Fit(text, 80, b.w, b.h, 3)
			if len(lines) > 3 || f.Widest(lines, size) > b.w || float32(len(lines))*f.Line*size > max(b.h, f.Line*lettering.Smallest/0.96) {
				t.Errorf("%.10s… in %v: %d lines of %.0f at %.1f", text, b, len(lines), f.Widest(lines, size), size)
			}
		}
	}
	if size, lines := f.Fit("王䶮", 80, 600, 200, 3); size != 80 || len(lines) != 1 {
		t.Errorf("a short name in %d lines of %.0f", len(lines), size)
	}
	for _, l := range f.Wrap("一二三四五，六七八九十。", 10, 52) {
		if strings.HasPrefix(l, "，") || strings.HasPrefix(l, "。") {
			t.Errorf("a line begins with %q", l)
		}
	}
}
