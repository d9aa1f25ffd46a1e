package main

import (
	"database/sql"
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
)

// What scaleGoals are told.
var (
	sizes    = flag.String("sizes", "3000,30000,300000", "of how many hearings invented desks are")
	keepDesk = flag.String("desks", "", "a folder in which invented desks are kept for the next time")
)

// scaleGoals hold a desk of ten years against its size: the figure is that of the
// largest desk, and the growth from one to the next shows what costs more than its
// work. The floor is the same done to one plain table in SQLite.
var scaleGoals = []goal{
	{"any search, p99", "≤ 50 ms", 50, atSizes("ms", searches)},
	{"the same, of a plain table looked through", "≤ 1 ×", 1, atSizes("×", perFloor(searches, floorSearches))},
	{"a month of the calendar", "≤ 100 ms", 100, atSizes("ms", months)},
	{"is a room or a person taken, p99", "≤ 5 ms", 5, atSizes("ms", clashChecks)},
	{"a hearing saved, p99", "≤ 20 ms", 20, atSizes("ms", saves)},
	{"the same, of a row in a plain table", "≤ 20 ×", 20, atSizes("×", perFloor(saves, floorSaves))},
	{"the table of a year (33)", "≤ 1000 ms", 1000, atSizes("ms", yearTables)},
	{"all that is open, read for 今日", "≤ 1000 ms", 1000, atSizes("ms", openWorks)},
	{"start to today's page, filled", "≤ 1500 ms", 1500, atSizes("ms", starts)},
	{"the same, judged anew", "≤ 10000 ms", 10000, atSizes("ms", judgedAnew)},
	{"memory of the window then", "≤ 400 MiB", 400, atSizes("MiB", windowMemory)},
	{"a backup while a clerk saves", "≤ 10 s", 10, atSizes("s", backups)},
	{"the same, of a plain copy of the file", "≤ 1.2 ×", 1.2, atSizes("×", perFloor(backups, plainCopies))},
}

// scaleDay is the day on which the desks stand: the window goes by the machine's.
var scaleDay = calendar.DateOf(time.Now())

// atSizes measures a desk of each size.
func atSizes(unit string, measure func(*testing.T, string) float64) func(*testing.T) (float64, string) {
	return func(t *testing.T) (float64, string) {
		t.Helper()
		var said []string
		last := math.NaN()
		for size := range strings.SplitSeq(*sizes, ",") {
			n, err := strconv.Atoi(size)
			if err != nil {
				t.Fatal(err)
			}
			now := measure(t, scaleDesk(t, n))
			text := fmt.Sprintf("%dk %.3g", n/1000, now)
			if !math.IsNaN(last) {
				text += fmt.Sprintf(" (×%.1f)", now/last)
			}
			said, last = append(said, text), now
		}
		return last, strings.Join(said, ", ") + " " + unit
	}
}

// desks are the invented desks of this run.
var desks = struct {
	sync.Mutex
	of map[int]string
}{of: map[int]string{}}

// scaleDesk is the file of an invented desk.
func scaleDesk(t *testing.T, n int) string {
	t.Helper()
	desks.Lock()
	defer desks.Unlock()
	if file := desks.of[n]; file != "" {
		return file
	}
	folder := *keepDesk
	if folder == "" {
		folder = scratch(t)
	}
	file := filepath.Join(folder, fmt.Sprintf("desk-%d.db", n))
	if _, err := os.Stat(file); err != nil {
		begin := time.Now()
		if out, err := exec.Command(built(t, "."), "demo", "-db", file, "-size", fmt.Sprint(n), "-at", scaleDay.String()).CombinedOutput(); err != nil {
			t.Fatalf("invent a desk: %v\n%s", err, out)
		}
		fmt.Printf("invented a desk of %d hearings in %v\n", n, time.Since(begin).Round(time.Second))
	}
	desks.of[n] = file
	return file
}

// scratch is a folder for all of the run's desks.
func scratch(t *testing.T) string {
	t.Helper()
	for _, f := range desks.of {
		return filepath.Dir(f)
	}
	return t.TempDir()
}

// withDesk opens a desk, as on its day.
func withDesk(t *testing.T, file string) *storage.Desk {
	t.Helper()
	d, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// p99 is the time in milliseconds that one call of a hundred takes longer than.
func p99(times []time.Duration) float64 {
	slices.Sort(times)
	return float64(times[(len(times)*99+99)/100-1].Microseconds()) / 1000
}

// timed measures a call.
func timed(t *testing.T, do func() error) time.Duration {
	t.Helper()
	begin := time.Now()
	if err := do(); err != nil {
		t.Fatal(err)
	}
	return time.Since(begin)
}

// lookedFor are what people type: two characters that everything has and that little
// has, initials, syllables, numbers in several brackets, ends of telephones, words
// that were spoken, and what nobody has.
var lookedFor = strings.Fields("听证 盗窃 消防 谅解 飞线 整改 窨井盖 张伟 王 单 程建 澄河区 公证 监督员 律师 dts wjwh dj zxw zhang wangjianping xingzheng " +
	"〔2024〕 [2024]12号 （2025）300号 2025 澄检刑不诉〔2023〕 13900 5551234 0350 8888 现在开始听证 谅解书 三个月以内 不会反复 监控录像 梧桐苑 青石村 " +
	"没有这个人 qqxz 99999999 一万二千元 劳动争议 梧桐苑窨井盖 拟不起诉案听证会 锦绣家园医疗废物")

func searches(t *testing.T, file string) float64 {
	d := withDesk(t, file)
	var took []time.Duration
	for range 3 {
		for _, q := range lookedFor {
			took = append(took, timed(t, func() error { _, err := d.Search(t.Context(), q, 30); return err }))
		}
	}
	return p99(took)
}

// floor is a plain table of everything that is searched, one row a text.
func floor(t *testing.T, file string) *sql.DB {
	t.Helper()
	name := file + ".floor"
	_, err := os.Stat(name)
	db, oerr := sql.Open("sqlite", name+"?_pragma=journal_mode(wal)&_pragma=synchronous(full)")
	if oerr != nil {
		t.Fatal(oerr)
	}
	t.Cleanup(func() { _ = db.Close() })
	if err != nil {
		db.SetMaxOpenConns(1)
		for _, q := range []string{"ATTACH '" + file + "' AS d", "CREATE TABLE item (n INTEGER PRIMARY KEY, text TEXT, body TEXT)",
			"INSERT INTO item (text, body) SELECT search, body FROM d.record", "INSERT INTO item (text, body) SELECT text, body FROM d.utterance", "DETACH d"} {
			if _, err := db.ExecContext(t.Context(), q); err != nil {
				t.Fatal(err)
			}
		}
	}
	return db
}

func floorSearches(t *testing.T, file string) float64 {
	db := floor(t, file)
	var took []time.Duration
	for _, q := range lookedFor {
		took = append(took, timed(t, func() error {
			rows, err := db.QueryContext(t.Context(), "SELECT n, text FROM item WHERE text LIKE ? LIMIT 300", "%"+q+"%")
			if err != nil {
				return err
			}
			for rows.Next() {
				var n int
				var text string
				if err := rows.Scan(&n, &text); err != nil {
					return err
				}
			}
			return rows.Close()
		}))
	}
	return p99(took)
}

func floorSaves(t *testing.T, file string) float64 {
	db := floor(t, file)
	var took []time.Duration
	for i := range 200 {
		took = append(took, timed(t, func() error {
			_, err := db.ExecContext(t.Context(), "UPDATE item SET body = body || ' ' WHERE n = ?", 1+i*7)
			return err
		}))
	}
	return p99(took)
}

// perFloor is a measure as a part of its floor.
func perFloor(ours, floor func(*testing.T, string) float64) func(*testing.T, string) float64 {
	return func(t *testing.T, file string) float64 { return ours(t, file) / floor(t, file) }
}

func months(t *testing.T, file string) float64 {
	d := withDesk(t, file)
	worst := 0.0
	for i := range 12 {
		from := scaleDay.AddMonths(-i).In(time.Local)
		took := timed(t, func() error { _, err := d.Entries(t.Context(), from, from.AddDate(0, 1, 0)); return err })
		worst = max(worst, float64(took.Microseconds())/1000)
	}
	return worst
}

// some are hearings of the last half year.
func some(t *testing.T, d *storage.Desk, n int) []hearing.Hearing {
	t.Helper()
	from := scaleDay.AddMonths(-6).In(time.Local)
	all, err := d.Entries(t.Context(), from, from.AddDate(0, 6, 0))
	if err != nil {
		t.Fatal(err)
	}
	var out []hearing.Hearing
	for i := range n {
		e := all[(i*37)%len(all)]
		if e.Announcement {
			continue
		}
		h, err := d.Hearing(t.Context(), e.Session)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, h)
	}
	return out
}

func clashChecks(t *testing.T, file string) float64 {
	d := withDesk(t, file)
	var took []time.Duration
	for _, h := range some(t, d, 300) {
		took = append(took, timed(t, func() error { _, err := d.Clashes(t.Context(), h.Session(nil)); return err }))
	}
	return p99(took)
}

func saves(t *testing.T, file string) float64 {
	d := withDesk(t, file)
	var took []time.Duration
	for i, h := range some(t, d, 200) {
		var err error
		if h, err = d.Hearing(t.Context(), h.ID); err != nil {
			t.Fatal(err)
		}
		h.Note = fmt.Sprintf("第%d次修改 %d", i, time.Now().UnixNano())
		took = append(took, timed(t, func() error { _, err := d.SaveHearing(t.Context(), h); return err }))
	}
	return p99(took)
}
