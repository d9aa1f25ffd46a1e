// Package printing hands papers to the printers of the machine: CUPS where the
// program runs on Linux, the print spooler on Windows.
//
// A [Printer] lists its queues, takes a [Job] and tells its [State] until the
// state is final. Nothing here knows what is printed: a job is a finished PDF,
// and for printers that take no PDF the same pages as pictures.
package printing

import (
	"context"
	"errors"
	"fmt"
	"image"
	"unicode/utf8"
)

// The errors that callers test for; they are wrapped with the queue's name.
var (
	ErrNoSystem     = errors.New("no print system is installed")     // Debian: the package cups-client
	ErrNoScheduler  = errors.New("the print service is not running") // cupsd, or the Windows spooler
	ErrNoQueue      = errors.New("no printer is set up")             // the machine has no queue at all
	ErrUnknownQueue = errors.New("there is no such printer")         // it was renamed or removed
	ErrRejecting    = errors.New("the printer takes no jobs")        // its administrator shut the queue
	ErrUnknownJob   = errors.New("the print system no longer knows the job")
	ErrTimeout      = errors.New("the print system does not answer")
)

// A Queue is a printer that jobs can be sent to.
type Queue struct {
	Name        string // what Job.Queue takes
	Description string // what its administrator wrote: 三楼听证室; else the name
	Default     bool   // the one that is taken when none is named
	Accepting   bool   // takes new jobs
	Phase       Phase  // Done idle, Processing printing, Stopped
	Reason      Reason // what keeps it from printing
	Message     string // the printer's own words, in no fixed language
}

// Sides says on which sides of the sheet to print.
type Sides string

// The ways to use a sheet.
const (
	OneSided  Sides = "one-sided"            // 单面
	LongEdge  Sides = "two-sided-long-edge"  // 双面，沿长边翻转
	ShortEdge Sides = "two-sided-short-edge" // 双面，沿短边翻转
)

// AllSides lists every way to use a sheet.
var AllSides = []Sides{OneSided, LongEdge, ShortEdge}

// A Job is one paper, or several in one file, to be printed.
type Job struct {
	Queue  string // a Queue's name; empty is the default queue
	Title  string // shown in the printer's list: 听证通知书 程桂兰; 255 bytes at most are kept
	PDF    []byte // the whole file
	Copies int    // 1 to 999; 0 is 1
	Sides  Sides  // empty is OneSided

	// Pages and Raster are the same paper as pictures, for a system that does
	// not print PDF (Windows). Raster returns page n, counted from 0, with so
	// many dots an inch.
	Pages  int
	Raster func(n int, dpi float64) (image.Image, error)
}

// A JobID names a job that the print system has taken: PDF-17.
type JobID string

// A Printer is the print system of a machine.
type Printer interface {
	// Queues lists the printers, the default one first, the others by name.
	// The list is empty where none is set up.
	Queues(ctx context.Context) ([]Queue, error)
	// Submit hands the job over and returns when the system has taken it,
	// which is long before it is printed.
	Submit(ctx context.Context, job Job) (JobID, error)
	// State says how far the job is. It returns ErrUnknownJob for a job that
	// the system has forgotten.
	State(ctx context.Context, id JobID) (State, error)
}

// maxCopies is what the dialogs of printers can show.
const maxCopies = 999

// checked returns the job with its defaults filled in, or says what is wrong
// with it.
func (j Job) checked() (Job, error) {
	if j.Copies == 0 {
		j.Copies = 1
	}
	if j.Copies < 1 || j.Copies > maxCopies {
		return j, fmt.Errorf("print %q: %d copies, want 1 to %d", j.Title, j.Copies, maxCopies)
	}
	if j.Sides == "" {
		j.Sides = OneSided
	}
	if j.Sides != OneSided && j.Sides != LongEdge && j.Sides != ShortEdge {
		return j, fmt.Errorf("print %q: unknown sides %q", j.Title, j.Sides)
	}
	j.Title = shorten(j.Title, 255)
	return j, nil
}

// shorten cuts a text to so many bytes without splitting a character.
func shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}
