//go:build !windows

package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/printing/trial"
)

// TestAPresiderFallsIll gives three hearings of a presider to another in one go,
// and prints all notices of the change on a real printer: to each who had
// been told who presides, and to nobody else.
func TestAPresiderFallsIll(t *testing.T) {
	printer := trial.New(t)
	printer.AddPDF("三楼打印室")
	d := newDisplay(t, "林知远", "沈秋白", "主持人因病不能到会")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "sweep.db")
	d.must(desk, "import", "-db", file, noneHeldYet(t))
	d.open("听证台", desk, "-db", file)
	d.key("ctrl+2")
	d.click("批量变更")
	d.sees("起因")
	d.fill("从", "2023-06-01")
	d.fill("到", "2023-09-30")
	d.take("主持人", "林知远")
	d.take("改由", "沈秋白")
	d.fill("事由", "主持人因病不能到会")
	d.sees("将变更 3 场。")
	d.picture("sweep-three")
	d.click("变更 3 场并打印通知")
	d.sees("已变更 3 场，可用 Ctrl+Z 一次撤销")
	d.sees("听证会变更通知书")
	d.sees("三楼打印室")
	d.until("the notices to be ticked", func() bool { return d.shows("打印所选 ") })
	n := d.reads("打印所选 ", " 件")
	d.picture("sweep-notices")
	d.send("ctrl+p")
	d.within(4*time.Minute, "all notices to be printed", func() bool { return d.shows("已打印 " + n + " 件。") })
	d.picture("sweep-printed")
	checkSweep(t, d, printer, desk, file)
}

// noneHeldYet names a package of the worked examples as they stood when all were
// told and none was held.
func noneHeldYet(t *testing.T) string {
	t.Helper()
	return examplesChanged(t, func(h *hearing.Hearing) {
		h.State, h.Outcome, h.Opinions = hearing.Notifying, hearing.Outcome{}, nil
		for k := range h.Participants {
			g := &h.Participants[k]
			g.Attendance, g.Signed = hearing.Attendance{}, nil
			if len(g.Told) > 1 {
				g.Told = g.Told[:1]
			}
		}
	})
}

// toldAnew are those who were told who presides, by hearing: a notice of change goes
// to each of them.
var toldAnew = map[string][]string{
	"2023年6月27日": {"程桂兰", "程建平", "程建军", "程晓梅"},
	"2023年7月18日": {"澄河区消防救援大队", "澄河区住房和城乡建设局", "澄河区人民政府望江街道办事处"},
	"2023年9月12日": {"澄河区卫生健康局", "澄河区住房和城乡建设局"},
}

// checkSweep makes the notices without a display, reads those that are for whom a
// notice was printed, and finds each among what the printer printed.
func checkSweep(t *testing.T, d *display, printer *trial.Service, desk, file string) {
	t.Helper()
	folder := t.TempDir()
	d.must(desk, "documents", "-db", file, "-kind", "21", "-o", folder)
	saved, err := filepath.Glob(filepath.Join(folder, "21-*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	printed := printer.Printed()
	var pictures [][]byte
	for _, f := range printed {
		pictures = append(pictures, picture(t, f))
	}
	wanted := 0
	for _, f := range saved {
		said := strings.NewReplacer("\n", "", " ", "", "　", "").Replace(d.must("pdftotext", f, "-"))
		for day, all := range toldAnew {
			if !strings.Contains(said, day) || !slices.ContainsFunc(all, func(who string) bool { return strings.Contains(said, who+"：") }) {
				continue
			}
			wanted++
			if !strings.Contains(said, "主持人由林知远变更为沈秋白") || !strings.Contains(said, "因主持人因病不能到会") {
				t.Errorf("%s says %s", filepath.Base(f), said)
			}
			mine := picture(t, f)
			if !slices.ContainsFunc(pictures, func(p []byte) bool { return alike(mine, p) > 0.94 }) {
				t.Errorf("%s was not printed as it is saved", filepath.Base(f))
			}
		}
	}
	if wanted != 9 || len(printed) != wanted {
		t.Errorf("%d notices were printed, and %d are for those who were told who presides", len(printed), wanted)
	}
}
