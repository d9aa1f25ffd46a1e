package transcript

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/footage"
)

// ReadRecording reads a file of a recording beside the other work: its name, its
// size, its checksum, and where it tells them its length and when it began. said
// hears how far it is.
func (m *Model) ReadRecording(path string, said func(float64), done func(hearing.Recording, error)) (stop func()) {
	r := hearing.Recording{ID: m.id(), Name: filepath.Base(path)}
	var ended time.Time
	return m.run.Aside(func(ctx context.Context, say func(float64)) (err error) {
		f, err := os.Open(path) //nolint:gosec // the clerk chose the file
		if err != nil {
			return fmt.Errorf("read recording: %w", err)
		}
		defer func() { _ = f.Close() }() // nothing was written
		info, err := f.Stat()
		if err != nil {
			return fmt.Errorf("read recording: %w", err)
		}
		if info.IsDir() {
			return fmt.Errorf("read recording: %w", os.ErrInvalid)
		}
		r.Size, ended = info.Size(), info.ModTime()
		r.Length = int(footage.Length(f, r.Size).Round(time.Second) / time.Second)
		r.Hash, err = sum(ctx, f, r.Size, say)
		return err
	}, said, func(err error) {
		if err == nil && m.Dossier.Hearing != nil {
			r.Start = began(*m.Dossier.Hearing, ended, r.Length)
		}
		done(r, err)
	})
}

// sum is the SHA-256 of a file; it can be stopped.
func sum(ctx context.Context, f io.Reader, size int64, say func(float64)) (string, error) {
	h, read := sha256.New(), int64(0)
	part := make([]byte, 1<<20)
	for {
		n, err := f.Read(part)
		_, _ = h.Write(part[:n]) // a hash takes everything
		read += int64(n)
		switch {
		case ctx.Err() != nil:
			return "", ctx.Err() //nolint:wrapcheck // that it was stopped
		case err == io.EOF: //nolint:errorlint // readers give it as it is
			return hex.EncodeToString(h.Sum(nil)), nil
		case err != nil:
			return "", fmt.Errorf("read recording: %w", err)
		}
		say(float64(read) / float64(max(size, 1)))
	}
}

// began is when a recording began that was written to its end at a time: where
// that lies within the hearing. Else the file was copied since, and nothing is
// known.
func began(h hearing.Hearing, ended time.Time, length int) time.Time {
	start := ended.Add(-time.Duration(length) * time.Second).Truncate(time.Second)
	from, to := h.Outcome.OpenedAt, h.Outcome.ClosedAt
	if from.IsZero() {
		from = h.Start
	}
	if to.IsZero() {
		to = from.Add(12 * time.Hour)
	}
	if length == 0 || start.Before(from.Add(-2*time.Hour)) || start.After(to) {
		return time.Time{}
	}
	return start
}

// lengthText writes a length as players show it; empty: not known.
func lengthText(seconds int) string {
	if seconds <= 0 {
		return ""
	}
	return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}

// readLength reads 2:20:30, 20:30 (minutes and seconds) and, as keys give them,
// ２：２０：３０; false is none.
func readLength(typed string) (int, bool) {
	typed = strings.Map(hearing.Narrow, strings.TrimSpace(typed))
	if typed == "" {
		return 0, true
	}
	parts := strings.Split(typed, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, false
	}
	total := 0
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 || n > 999 || i > 0 && n > 59 {
			return 0, false
		}
		total = total*60 + n
	}
	return total, true
}

// readStart reads when a recording began: a time of the hearing's day, or a day
// with it; false is none.
func readStart(typed string, day time.Time) (time.Time, bool) {
	typed = strings.Map(hearing.Narrow, strings.TrimSpace(typed))
	if typed == "" {
		return time.Time{}, true
	}
	for _, form := range []string{"15:04:05", "15:04", time.DateTime, "2006-01-02 15:04"} {
		t, err := time.ParseInLocation(form, typed, day.Location())
		if err != nil {
			continue
		}
		if form[0] == '1' {
			t = time.Date(day.Year(), day.Month(), day.Day(), t.Hour(), t.Minute(), t.Second(), 0, day.Location())
		}
		return t, true
	}
	return time.Time{}, false
}

// sizeText writes a number of bytes: 3.9 GB.
func sizeText(n int64) string {
	for _, unit := range []struct {
		of   int64
		name string
	}{{1 << 30, "GB"}, {1 << 20, "MB"}, {1 << 10, "KB"}} {
		if n >= unit.of {
			return strconv.FormatFloat(float64(n)/float64(unit.of), 'f', 1, 64) + " " + unit.name
		}
	}
	return strconv.FormatInt(n, 10) + " B"
}
