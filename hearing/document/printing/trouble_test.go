//go:build !windows

package printing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hearingdesk/hearing/document/printing/trial"
)

func TestAPrinterInTrouble(t *testing.T) {
	s := trial.New(t)
	ctx := context.Background()
	p := System()
	s.Admin("lpadmin", "-p", "PDF", "-E", "-v", "cups-pdf:/", "-P", trial.Driver)
	s.Admin("cupsdisable", "-r", "tray 2 is empty", "PDF")
	id, err := p.Submit(ctx, Job{Queue: "PDF", Title: "trouble", PDF: sheet("x")})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := p.State(ctx, id); err != nil || got != (State{Stopped, Paused, "tray 2 is empty"}) {
		t.Errorf("before a printer that stands still: %+v, %v", got, err)
	}
	s.Admin("cancel", string(id))
	if got, err := p.State(ctx, id); err != nil || got.Phase != Cancelled {
		t.Errorf("after it was cancelled: %+v, %v", got, err)
	}
	s.Admin("cupsreject", "PDF")
	if _, err := p.Submit(ctx, Job{Queue: "PDF", PDF: sheet("x")}); !errors.Is(err, ErrRejecting) {
		t.Errorf("a queue that is shut: %v", err)
	}
	if q, err := p.Queues(ctx); err != nil || len(q) != 1 || q[0].Accepting || q[0].Phase != Stopped {
		t.Errorf("queues %+v, %v", q, err)
	}
	if _, err := p.Submit(ctx, Job{Queue: "Hall3", PDF: sheet("x")}); !errors.Is(err, ErrUnknownQueue) {
		t.Errorf("a queue that there is not: %v", err)
	}
	for _, id := range []JobID{"PDF-4711", "PDF-x", "nonsense", ""} {
		if _, err := p.State(ctx, id); !errors.Is(err, ErrUnknownJob) {
			t.Errorf("the job %q that there is not: %v", id, err)
		}
	}
}

func TestABrokenPaperIsNotDone(t *testing.T) {
	s := trial.New(t)
	ctx := context.Background()
	p := System()
	s.Admin("lpadmin", "-p", "PDF", "-E", "-v", "cups-pdf:/", "-P", trial.Driver, "-o", "printer-error-policy=abort-job")
	id, err := p.Submit(ctx, Job{Queue: "PDF", Title: "broken", PDF: []byte("%PDF-1.4\nnothing else")})
	if err != nil {
		t.Fatal(err)
	}
	var last State
	s.Until("the job to end", func() bool {
		if last, err = p.State(ctx, id); err != nil {
			t.Fatal(err)
		}
		return last.Phase.Final() || last.Phase == Stopped
	})
	if last.Phase == Done || last.Message == "" {
		t.Errorf("a broken paper ends as %+v", last)
	}
}

func TestAMachineWithoutPrinting(t *testing.T) {
	ctx := context.Background()
	t.Run("no service", func(t *testing.T) {
		t.Setenv("CUPS_SERVER", filepath.Join(t.TempDir(), "none"))
		if _, err := (cups{limit: time.Minute}).run(ctx, nil, "lpstat", "-r"); errors.Is(err, ErrNoSystem) {
			t.Skip("no lpstat on this machine")
		}
		if _, err := System().Queues(ctx); !errors.Is(err, ErrNoScheduler) {
			t.Errorf("queues: %v", err)
		}
		if _, err := System().Submit(ctx, Job{Queue: "PDF", PDF: sheet("x")}); !errors.Is(err, ErrNoScheduler) && !errors.Is(err, ErrUnknownQueue) {
			t.Errorf("submit: %v", err)
		}
		if _, err := System().State(ctx, "PDF-1"); !errors.Is(err, ErrNoScheduler) {
			t.Errorf("state: %v", err)
		}
	})
	t.Run("no commands", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		if _, err := System().Queues(ctx); !errors.Is(err, ErrNoSystem) {
			t.Errorf("queues: %v", err)
		}
	})
	t.Run("commands that hang", func(t *testing.T) {
		folder := t.TempDir()
		t.Setenv("PATH", folder+":"+os.Getenv("PATH"))
		if err := os.WriteFile(filepath.Join(folder, "lpstat"), []byte("#!/bin/sh\nexec tail -f /dev/null\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := (cups{limit: 50 * time.Millisecond}).Queues(ctx); !errors.Is(err, ErrTimeout) {
			t.Errorf("queues: %v", err)
		}
	})
}
