package printing

import (
	"bytes"
	"image"
	"image/color"
	"testing"
)

func TestSpoolerBits(t *testing.T) {
	for _, c := range []struct {
		name string
		bits uint32
		want State
	}{
		{"waiting", 0, State{Phase: Pending}},
		{"being written to the spool", 0x08, State{Phase: Pending}},
		{"printing", 0x10, State{Phase: Processing}},
		{"printing without paper", 0x10 | 0x40, State{Phase: Stopped, Reason: OutOfPaper}},
		{"an error that is a lack of paper", 0x02 | 0x40, State{Phase: Stopped, Reason: OutOfPaper}},
		{"paused", 0x01, State{Phase: Stopped, Reason: Paused}},
		{"printed", 0x80, State{Phase: Done}},
		{"sent to the printer", 0x1000, State{Phase: Done}},
		{"being deleted while printing", 0x04 | 0x10, State{Phase: Cancelled}},
	} {
		if got := spooled(c.bits); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestPrinterBits(t *testing.T) {
	for _, c := range []struct {
		name   string
		bits   uint32
		phase  Phase
		reason Reason
	}{
		{"idle", 0, Done, NoReason},
		{"printing", 0x400, Processing, NoReason},
		{"warming up", 0x10000, Done, NoReason},
		{"door open and in error", 0x400000 | 0x02, Stopped, DoorOpen},
		{"offline while paused", 0x80 | 0x01, Stopped, Offline},
		{"toner low is no stop", 0x20000, Done, NoReason},
	} {
		if phase, why := standing(c.bits); phase != c.phase || why != c.reason {
			t.Errorf("%s: got %s %q", c.name, phase, why)
		}
	}
}

func TestBitmap(t *testing.T) {
	m := image.NewRGBA(image.Rect(5, 5, 8, 7)) // three dots wide, two high, not at the origin
	m.SetRGBA(5, 5, color.RGBA{R: 1, G: 2, B: 3, A: 255})
	m.SetRGBA(7, 6, color.RGBA{A: 255})
	want := []byte{
		3, 2, 1, 255, 255, 255, 255, 255, 255, 0, 0, 0,
		255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0,
	}
	header := []byte{40, 0, 0, 0, 3, 0, 0, 0, 254, 255, 255, 255, 1, 0, 24, 0}
	for name, picture := range map[string]image.Image{"as it is": m, "of another kind": struct{ image.Image }{m}} {
		b := bitmapOf(picture)
		if b.width != 3 || b.height != 2 || !bytes.Equal(b.rows, want) {
			t.Errorf("%s: %d × %d, % x", name, b.width, b.height, b.rows)
		}
		if len(b.header) != 40 || !bytes.HasPrefix(b.header, header) {
			t.Errorf("%s: header % x", name, b.header)
		}
	}
}
