package storage_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestMain lets a test start this program again as another one that uses the
// same file.
func TestMain(m *testing.M) {
	if file := os.Args[len(os.Args)-1]; os.Getenv("HEARINGDESK_CHILD") != "" && storage.Encrypted(file) {
		if err := storage.Unlock(file, os.Getenv(aCode)); err != nil {
			exitOn(err)
		}
	}
	switch os.Getenv("HEARINGDESK_CHILD") {
	case "hold":
		exitOn(hold(os.Args[len(os.Args)-1]))
	case "type":
		exitOn(typeOn(os.Args[len(os.Args)-1]))
	case "carry":
		exitOn(carryOn(os.Args[len(os.Args)-1]))
	case "alone":
		exitOn(takeAlone(os.Args[len(os.Args)-1]))
	case "turn":
		exitOn(turnOn(os.Args[len(os.Args)-1]))
	case "write":
		exitOn(writeOn(os.Args[len(os.Args)-1]))
	}
	os.Exit(m.Run())
}

func exitOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// hold keeps the file to itself until its input ends.
func hold(file string) error {
	db, err := storage.Raw(file)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	for _, q := range []string{"PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "DELETE FROM draft", "COMMIT"} {
		if _, err := db.ExecContext(context.Background(), q); err != nil {
			return err
		}
	}
	fmt.Println("held")
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// writeOn changes a person for ever and says each change that was kept.
func writeOn(file string) error {
	ctx := context.Background()
	d, err := begin(ctx, file, options("写"))
	if err != nil {
		return err
	}
	p, err := d.Person(ctx, "p-xu")
	for n := 1; err == nil; n++ {
		p.Note = fmt.Sprint(n)
		if p.Version, err = d.SavePerson(ctx, p); err == nil {
			fmt.Println(n)
		}
	}
	return err
}

// carryOn changes a person for ever, and brings a locked copy of each change into the
// folder usb beside the file; it says when it begins.
func carryOn(file string) error {
	ctx := context.Background()
	o := options("带")
	o.Now = time.Now // each copy is named by its time
	d, err := begin(ctx, file, o)
	if err != nil {
		return err
	}
	p, err := d.Person(ctx, "p-xu")
	for n := 1; err == nil; n++ {
		p.Note += "带"
		if p.Version, err = d.SavePerson(ctx, p); err == nil {
			fmt.Println(n)
			_, err = d.KeepLocked(ctx, filepath.Join(filepath.Dir(file), "usb"))
		}
	}
	return err
}

// takeAlone says whether it can have a file to itself, as who removes its log must.
func takeAlone(file string) error {
	db, err := storage.Raw(file)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	for _, q := range []string{"PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"} {
		if _, err := db.ExecContext(context.Background(), q); err != nil {
			fmt.Println("not alone")
			return db.Close()
		}
	}
	fmt.Println("alone")
	return db.Close()
}

// A child is such a program.
type child struct {
	t     *testing.T
	cmd   *exec.Cmd
	out   *bufio.Scanner
	input io.Closer
}

func start(t *testing.T, role, file string) *child {
	t.Helper()
	cmd := exec.Command(os.Args[0], file)
	cmd.Env = append(os.Environ(), "HEARINGDESK_CHILD="+role, aCode+"="+codeOfAll)
	cmd.Stderr = os.Stderr
	in := must[io.WriteCloser](t)(cmd.StdinPipe())
	out := must[io.ReadCloser](t)(cmd.StdoutPipe())
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &child{t, cmd, bufio.NewScanner(out), in}
}

// says waits for the next line.
func (c *child) says() (string, bool) {
	ok := c.out.Scan()
	return c.out.Text(), ok
}

// TestAKilledProgramLosesNothing kills a writer in the middle of its work,
// again and again: what it said to be kept is there.
func TestAKilledProgramLosesNothing(t *testing.T) {
	d := filled(t)
	for round := range 20 {
		c := start(t, "write", d.Path())
		last := ""
		for range 3 + round {
			if line, ok := c.says(); ok {
				last = line
			}
		}
		if err := c.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for line, ok := c.says(); ok; line, ok = c.says() { // what was still in the pipe
			last = line
		}
		_ = c.cmd.Wait() // it was killed
		var kept, said int
		if _, err := fmt.Sscan(last, &said); err != nil {
			t.Fatalf("round %d: it said %q", round, last)
		}
		p := must[hearing.Person](t)(d.Person(t.Context(), "p-xu"))
		if _, err := fmt.Sscan(p.Note, &kept); err != nil || kept < said || kept > said+1 {
			t.Fatalf("round %d: change %d was kept, the file has %d", round, said, kept)
		}
	}
	whole(t, d.Path())
	again := open(t, d.Path())
	if h := must[[]hearing.Change](t)(again.Recent(t.Context(), 1)); h[0].Actor != "写" || h[0].Kind != hearing.NounPerson {
		t.Errorf("the last change is %+v", h[0])
	}
}

// whole holds that SQLite finds the file without a fault.
func whole(t *testing.T, file string) {
	t.Helper()
	db := must[*sql.DB](t)(storage.Raw(file))
	defer func() { _ = db.Close() }() // it was only read
	for _, q := range []string{"PRAGMA integrity_check", "SELECT CASE count(*) WHEN 0 THEN 'ok' ELSE 'open references' END FROM pragma_foreign_key_check"} {
		var said string
		if err := db.QueryRowContext(t.Context(), q).Scan(&said); err != nil || said != "ok" {
			t.Errorf("%s: %s %v", file, said, err)
		}
	}
}
