package press_test

import (
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hearingdesk/hearing/document/press"
)

// TestASlip is one page with its code whole on one line, so that it can be typed from it.
func TestASlip(t *testing.T) {
	p, err := thePress().Slip("恢复码", "ABCD-EFGH-JKLM-NPQR-STUV", "账号：许晚　打印于 2023-07-18 09:00", "忘记口令时，用它换一个新口令，用过就作废。请锁进柜里。")
	if err != nil || len(p.Pages) != 1 {
		t.Fatalf("%d pages, %v", len(p.Pages), err)
	}
	pdf, err := p.File(press.PDF)
	file := filepath.Join(t.TempDir(), "slip.pdf")
	if err == nil {
		err = os.WriteFile(file, pdf, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", file, "-").Output() //nolint:gosec // what the test wrote
	if err != nil || !strings.Contains(string(text), "ABCD-EFGH-JKLM-NPQR-STUV") || !strings.Contains(string(text), "许晚") {
		t.Errorf("it says %s, %v", text, err)
	}
	shown, err := p.Raster(0, 60)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("SCREENS"); dir != "" {
		f, err := os.Create(filepath.Join(dir, "slip.png")) //nolint:gosec // the one who looks names it
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, shown); err != nil {
			t.Error(err)
		}
		_ = f.Close()
	}
}
