package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
)

func yearTables(t *testing.T, file string) float64 {
	d := withDesk(t, file)
	id := hearing.Period{From: scaleDay.AddMonths(-14), To: scaleDay.AddMonths(-2)}.ID()
	return float64(timed(t, func() error { _, err := d.Dossier(t.Context(), id); return err }).Milliseconds())
}

// openWorks reads what is open, as it is read each time but the first of a month:
// then the closed cases that owe nothing are looked through once.
func openWorks(t *testing.T, file string) float64 {
	d := withDesk(t, file)
	book, err := newBook()
	if err != nil {
		t.Fatal(err)
	}
	all, err := d.OpenWork(t.Context(), scaleDay)
	if err != nil {
		t.Fatal(err)
	}
	last, err := d.Recent(t.Context(), 1)
	if err != nil || len(last) == 0 {
		t.Fatal(err)
	}
	if err := d.Judged(t.Context(), last[0].Seq, hearing.Judged{AtRest: agenda.Of(all, book, time.Now(), "zh").AtRest}); err != nil {
		t.Fatal(err)
	}
	return float64(timed(t, func() error {
		_, err := d.OpenParts(t.Context(), scaleDay, func(hearing.OpenWork) error { return nil })
		return err
	}).Milliseconds())
}

// started is what the window took until the page of today was filled: with what was owed
// when that was judged last, and, some seconds later on a large desk, with what is owed now.
type started struct {
	took, judged time.Duration
	memory       float64 // most resident at once until it was judged, MiB
}

var startedOf = map[string]started{}

// start opens the window on a desk that was open before, and waits for what has to
// be done today.
func start(t *testing.T, file string) started {
	t.Helper()
	if s, ok := startedOf[file]; ok {
		return s
	}
	d := newDisplay(t)
	program := build(t, ".")
	judged := func() {
		d.within(2*time.Minute, "what is owed to be judged", func() bool { return d.shows("已逾期") && !d.shows("正在核对") })
	}
	d.launch(program, "-db", file)
	judged()
	d.shown("听证台")
	d.quit()
	begin := time.Now()
	d.launch(program, "-db", file)
	d.until("the window", func() bool { return d.output("xdotool", "search", "--onlyvisible", "--name", "听证台") != "" })
	d.sees("已逾期") // not asked before: what is drawn would wait for the answer
	s := started{took: time.Since(begin)}
	judged()
	s.judged = time.Since(begin)
	d.shown("听证台")
	pid := d.output("xdotool", "search", "--onlyvisible", "--name", "听证台", "getwindowpid")
	status, err := os.ReadFile(filepath.Join("/proc", firstLine(pid), "status"))
	if err != nil {
		t.Fatal(err)
	}
	peak := regexp.MustCompile(`VmHWM:\s+(\d+)`).FindSubmatch(status)
	kib, err := strconv.Atoi(string(peak[1]))
	if err != nil {
		t.Fatal(err)
	}
	s.memory = float64(kib) / 1024
	d.picture(fmt.Sprintf("goal-start-%s", filepath.Base(file)))
	startedOf[file] = s
	return s
}

func firstLine(s string) string { return regexp.MustCompile(`\d+`).FindString(s) }

func starts(t *testing.T, file string) float64 { return float64(start(t, file).took.Milliseconds()) }

func judgedAnew(t *testing.T, file string) float64 {
	return float64(start(t, file).judged.Milliseconds())
}

func windowMemory(t *testing.T, file string) float64 { return start(t, file).memory }

// backups makes a backup while hearings are saved, and holds that they were.
func backups(t *testing.T, file string) float64 {
	d := withDesk(t, file)
	list := some(t, d, 40)
	ctx, stop := context.WithCancel(t.Context())
	saved := make(chan int)
	go func() {
		n := 0
		for i := 0; ctx.Err() == nil; i++ {
			h, err := d.Hearing(ctx, list[i%len(list)].ID)
			if err != nil {
				break
			}
			h.Note = fmt.Sprint(time.Now().UnixNano())
			if _, err := d.SaveHearing(ctx, h); err != nil {
				break
			}
			n++
		}
		saved <- n
	}()
	copied := filepath.Join(t.TempDir(), "copy.db")
	took := timed(t, func() error { return d.Backup(ctx, copied) })
	stop()
	defer func() { _ = os.Remove(copied) }() // the next one wants the room, and the cache
	if n := <-saved; n == 0 {
		t.Errorf("nobody could save during the %v of the backup", took)
	}
	return took.Seconds()
}

// plainCopies reads and writes the file as any program would, until the copy is on the
// disk. Another process does it, as the desk is open in this one.
func plainCopies(t *testing.T, file string) float64 {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy.db")
	defer func() { _ = os.Remove(copied) }()
	return timed(t, func() error {
		return exec.Command("dd", "if="+file, "of="+copied, "bs=1M", "conv=fsync", "status=none").Run() //nolint:gosec // a desk that was invented
	}).Seconds()
}
