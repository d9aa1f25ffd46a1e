package faults_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPowerCut records all that a program writes while it does each deed, and
// cuts the power again and again: what was not yet brought to the disk by then
// is there, or not, or by half. The desk opens, is sound and has all that was
// said to be kept.
func TestPowerCut(t *testing.T) {
	powerCut(t, rounds(60, 4000), "power cut, of the recorded writes")
}

func powerCut(t *testing.T, cuts int, what string) {
	t.Helper()
	before, trace := recorded(t)
	disk := newDisk(t, before)
	f := figures{}
	chance := rand.New(rand.NewPCG(8, 6)) //nolint:gosec // moments, not secrets
	calls := readTrace(t, trace, before)
	every := max(1, len(calls)/cuts)
	var kept []said
	for i, c := range calls {
		if s, ok := parse(strings.TrimSpace(string(c.data))); ok && c.name == "ack" {
			kept = append(kept, s)
		}
		disk.apply(c)
		if (i+f.rounds)%every != 0 || len(kept) == 0 {
			continue
		}
		f.rounds++
		f.faults++
		dir := filepath.Join(t.TempDir(), "cut")
		disk.cut(t, dir, chance)
		last := kept[len(kept)-1]
		names := named()
		f.losses += f.check(t, dir, last.deed, last.n, last.n)
		if next := names[(last.n+1)%len(names)]; !once[next] {
			f.losses += f.check(t, dir, next, last.n+1, last.n)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	if f.rounds < cuts/2 {
		t.Errorf("only %d cuts in %d calls", f.rounds, len(calls))
	}
	table.add(t, what, f, "nothing, or 未完成的录入: it opens as it was")
}

// recorded makes a desk, copies its folder, and records what another program
// does to it.
func recorded(t *testing.T) (before, trace string) {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not here: .ci/deps faults installs it")
	}
	dir := filepath.Join(t.TempDir(), "desk")
	w := start(t, dir)
	if err := w.d.Close(); err != nil {
		t.Fatal(err)
	}
	before, trace = filepath.Join(t.TempDir(), "before"), filepath.Join(t.TempDir(), "trace")
	if err := os.CopyFS(before, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	again := "1"
	if *full {
		again = "4"
	}
	args := []string{"-f", "-y", "-xx", "-s", "4194304", "-o", trace,
		"-e", "trace=open,openat,write,pwrite64,copy_file_range,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,rmdir",
		os.Args[0], dir, "0", again}
	cmd := exec.Command("strace", append(args, named()...)...) //nolint:gosec // this program
	cmd.Env = append(os.Environ(), "HEARINGDESK_CHILD=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		if strings.Contains(string(out), "ptrace") {
			t.Skipf("nobody may be watched here: %s", out)
		}
		t.Fatalf("%v: %s", err, out)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	return before, fmt.Sprint(trace, "\n", dir)
}
