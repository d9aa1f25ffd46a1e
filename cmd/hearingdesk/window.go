package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
	"hearingdesk/ui"
	"hearingdesk/ui/words"
)

// window opens the desk's window. Where there is no display it says so and
// names what works without one.
func window(ctx context.Context, t terminal, args []string) (err error) {
	flags := flag.NewFlagSet("hearingdesk", flag.ContinueOnError)
	flags.SetOutput(t.err)
	flags.Usage = func() {}
	file := dbFlag(flags)
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if !hasDisplay(t.env) {
		fmt.Fprintln(t.err, words.T("这里没有显示器（DISPLAY 没有设置），不能打开窗口。下面这些命令不需要窗口："))
		usage(t.err)
		return errRefused
	}
	app := ui.Start()
	if l := app.Language(); l != "" && t.env("HEARINGDESK_LANG") == "" {
		if err := words.Use(l); err != nil {
			return err
		}
	}
	if err := words.Register(); err != nil {
		return err
	}
	who := actor()
	if a := app.Actor(); a != "" {
		who = a
	}
	v := &view{file: *file, who: who, said: t.env(saidBefore)}
	if older, size := storage.Behind(ctx, *file); older && size > atOnce {
		return bringUpToDate(ctx, app, who, *file)
	}
	parts, err := v.open(ctx)
	if errors.Is(err, hearing.ErrShut) {
		parts, err = ui.Parts{File: *file, Now: time.Now, Unlock: v.unlock}, nil
	}
	if err != nil {
		app.Sorry(err)
		return err
	}
	app.Run(ctx, parts)
	return v.closed(ctx)
}

// A view is what the window shows, and what is to be done once it is closed.
type view struct {
	file, who, said string
	desk            *storage.Desk // nil: it was not opened
	backup, secret  string        // that is to be brought back, and what opens it
	again           bool          // it is opened anew
	turned          func() error  // opens anew a file that was encrypted, or is in clear again
}

// open opens the desk and puts together what its window shows.
func (v *view) open(ctx context.Context) (ui.Parts, error) {
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		return ui.Parts{}, fmt.Errorf("read holidays: %w", err)
	}
	desk, mark, err := openOrRead(ctx, v.who, v.file, true)
	if err != nil {
		return ui.Parts{}, err
	}
	v.desk = desk
	return ui.Parts{Restore: func(backup, by string) { v.backup, v.secret = backup, by }, Turn: v.turn, Again: func() { v.again = true },
		Said: mark + v.said, ReadOnly: mark != "",
		Desk: desk, Press: sync.OnceValues(func() (*press.Press, error) {
			p, err := newPress()
			if err != nil {
				return nil, err
			}
			return withFiles(ctx, p, desk), nil
		}), Printer: printing.System(), Days: days, Now: time.Now, NewID: newID,
		Book: sync.OnceValues(newBook),
		File: v.file, Exchange: exchanger{desk}, Examples: exchanger{desk}.examples}, nil
}

// unlock opens a desk that is encrypted.
func (v *view) unlock(ctx context.Context, secret string) (ui.Parts, error) {
	if err := storage.Unlock(v.file, secret); err != nil {
		return ui.Parts{}, err
	}
	return v.open(ctx)
}

// closed does what is to be done once the window is closed, and closes the desk.
func (v *view) closed(ctx context.Context) (err error) {
	if v.desk == nil {
		return nil
	}
	defer closing(v.desk, &err)
	ctx = context.WithoutCancel(ctx)
	switch {
	case v.backup != "":
		return bringBack(ctx, v.desk, v.backup, v.secret)
	case v.turned != nil:
		return v.turned()
	case v.again:
		return reopen(v.desk, v.file)
	}
	_, _ = v.desk.Sweep(ctx) // best effort, when nobody waits: the next time finds the same
	return nil
}

// turn encrypts the file, or has it in clear again; the new window says what was done, or
// why it was not.
func (v *view) turn(ctx context.Context, say func(far float64)) {
	was := v.desk.Encrypted()
	left, err := v.desk.Turn(ctx, say)
	said := words.Turned(!was, left)
	if err != nil {
		said = words.Error(err)
	}
	v.turned = func() error { return errors.Join(err, startAgain(v.file, said)) }
}

// atOnce is how large a file of an older version is brought up to date before there
// is a window: more takes so long that somebody wonders.
const atOnce = 128 << 20

// bringUpToDate brings a file up to date in sight, and starts the program anew with it.
func bringUpToDate(ctx context.Context, app ui.App, who, file string) error {
	err := app.Updating(ctx, file, func(ctx context.Context, say func(far float64)) error {
		d, err := storage.Open(ctx, file, storage.Options{Actor: who, Now: time.Now, NewID: newID, Upgrading: say})
		if err != nil {
			return err
		}
		return d.Close()
	})
	if errors.Is(err, context.Canceled) {
		return nil // it was stopped: nothing is open
	}
	if err != nil {
		return err
	}
	return startAgain(file, "")
}

// hasDisplay reports whether a window can be shown. Only systems with X or
// Wayland can be without.
func hasDisplay(env func(string) string) bool {
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin" || env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != ""
}

// An exchanger reads and writes packages for the window.
type exchanger struct{ desk *storage.Desk }

// Import merges a package into the desk and says what it did.
func (x exchanger) Import(ctx context.Context, path string) (string, error) {
	text, err := os.ReadFile(path) //nolint:gosec // the user chooses the file
	if err != nil {
		return "", fmt.Errorf("read %s: %w", path, err)
	}
	if err := x.desk.KeepBefore(ctx); err != nil {
		return "", err
	}
	var said strings.Builder
	err = take(ctx, terminal{out: &said, err: &said}, x.desk, path, text)
	if errors.Is(err, errRefused) {
		return "", saidError{said.String()}
	}
	return said.String(), err
}

// A saidError has already been put into words.
type saidError struct{ text string }

// Error is what was said.
func (e saidError) Error() string { return e.text }

// Said is what the user is told.
func (e saidError) Said() string { return strings.TrimSpace(e.text) }

// Export writes everything as a package.
func (x exchanger) Export(ctx context.Context, path string) error {
	p, err := x.desk.Export(ctx)
	if err != nil {
		return fmt.Errorf("export %s: %w", path, err)
	}
	text, err := exchange.Encode(p)
	if err != nil {
		return err
	}
	return writeWhole(path, text)
}

func (x exchanger) examples(ctx context.Context) error {
	return take(ctx, terminal{out: io.Discard, err: io.Discard}, x.desk, "worked.json", assets.Examples)
}
