package faults_test

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
)

// TestMain lets a test start this program again as another one that does deeds.
func TestMain(m *testing.M) {
	if os.Getenv("HEARINGDESK_CHILD") == "" {
		code := m.Run()
		table.print()
		os.Exit(code)
	}
	args := os.Args[1:]
	if err := child(args[0], args[1], args[2], args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child does the n-th and later deeds of a folder's desk, by turns, and says each
// that it was told to be kept. rounds 0 goes on for ever.
func child(dir, from, rounds string, names []string) error {
	n, err := strconv.Atoi(from)
	if err != nil {
		return err
	}
	most, err := strconv.Atoi(rounds)
	if err != nil {
		return err
	}
	w, err := enter(context.Background(), dir)
	if err != nil {
		return err
	}
	for end := n + most*len(names); most == 0 || n < end; n++ {
		d := called(names[n%len(names)])
		if err := d.do(w, n); err != nil {
			return fmt.Errorf("%s %d: %w", d.name, n, err)
		}
		fmt.Printf("kept %d %s\n", n, d.name)
	}
	return w.d.Close()
}

func called(name string) deed {
	for _, d := range deeds() {
		if d.name == name {
			return d
		}
	}
	panic("no deed is called " + name)
}

// enter opens the desk of a folder.
func enter(ctx context.Context, dir string) (*world, error) {
	file := filepath.Join(dir, "desk.db")
	if storage.Shut(file) { // in another program than the test's
		if err := storage.Unlock(file, os.Getenv(codeOf)); err != nil {
			return nil, err
		}
	}
	d, err := storage.Open(ctx, file, options("写", still))
	return &world{ctx: ctx, dir: dir, d: d}, err
}

// start makes a folder with everything that deeds need.
func start(t testing.TB, dir string) *world {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	w, err := enter(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	p, err := exchange.Decode(assets.Examples)
	if err == nil {
		_, err = w.d.Import(w.ctx, p)
	}
	for _, name := range []string{"base.db", "other.db"} {
		if err == nil {
			err = w.d.Backup(w.ctx, w.at(name))
		}
	}
	if err := errors.Join(err, unpack(w.at("v1.db"))); err != nil {
		t.Fatal(err)
	}
	if key == nil {
		return w
	}
	if err := w.d.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := storage.Encrypt(t.Context(), w.at("desk.db"), key, func(float64) {}); err != nil || len(left) > 0 {
		t.Fatalf("left %v, %v", left, err)
	}
	if w, err = enter(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	return w
}

// unpack writes the file of the first version.
func unpack(to string) error {
	packed, err := os.Open("../testdata/v1.db.gz")
	if err != nil {
		return err
	}
	defer func() { _ = packed.Close() }() // it was only read
	z, err := gzip.NewReader(packed)
	if err != nil {
		return err
	}
	data, err := io.ReadAll(z)
	return errors.Join(err, os.WriteFile(to, data, 0o600))
}

// A said is a deed that another program said to be kept.
type said struct {
	n    int
	deed string
}

// A program does deeds somewhere else.
type program struct {
	cmd *exec.Cmd
	out *bufio.Scanner
}

// run starts another program on a folder's desk.
func run(t testing.TB, dir string, from int, names ...string) *program {
	t.Helper()
	cmd := exec.Command(os.Args[0], append([]string{dir, strconv.Itoa(from), "0"}, names...)...)
	cmd.Env = append(os.Environ(), "HEARINGDESK_CHILD=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return &program{cmd, bufio.NewScanner(out)}
}

// says waits for the next deed that it says to be kept.
func (p *program) says() (said, bool) {
	if !p.out.Scan() {
		return said{}, false
	}
	return parse(p.out.Text())
}

func parse(line string) (s said, ok bool) {
	var rest int
	if _, err := fmt.Sscanf(line, "kept %d", &s.n); err != nil {
		return s, false
	}
	rest = len(fmt.Sprintf("kept %d ", s.n))
	s.deed = line[min(rest, len(line)):]
	return s, true
}
