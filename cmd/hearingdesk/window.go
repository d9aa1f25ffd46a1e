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
	desk, err := openAs(ctx, who, *file, true)
	if err != nil {
		app.Sorry(err)
		return err
	}
	defer closing(desk, &err)
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		return fmt.Errorf("read holidays: %w", err)
	}
	app.Run(ctx, ui.Parts{Desk: desk, Press: sync.OnceValues(func() (*press.Press, error) {
		p, err := newPress()
		if err != nil {
			return nil, err
		}
		return withFiles(ctx, p, desk), nil
	}), Printer: printing.System(), Days: days, Now: time.Now, NewID: newID,
		Book: sync.OnceValues(newBook),
		File: *file, Exchange: exchanger{desk}, Examples: exchanger{desk}.examples})
	_, _ = desk.Sweep(context.WithoutCancel(ctx)) // best effort, when nobody waits: the next time finds the same
	return nil
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
