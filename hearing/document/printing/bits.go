package printing

import (
	"encoding/binary"
	"image"
	"image/color"
)

// What the Windows spooler says in bits, and the bitmaps it takes. Nothing
// here calls Windows, so that it is tested everywhere.

// The bits of PRINTER_INFO_2.Status that stop a printer, most telling first.
var printerBits = []struct {
	bit    uint32
	reason Reason
}{
	{0x10, OutOfPaper},    // PRINTER_STATUS_PAPER_OUT
	{0x08, PaperJam},      // PRINTER_STATUS_PAPER_JAM
	{0x40, OutOfPaper},    // PRINTER_STATUS_PAPER_PROBLEM
	{0x40000, OutOfToner}, // PRINTER_STATUS_NO_TONER
	{0x400000, DoorOpen},  // PRINTER_STATUS_DOOR_OPEN
	{0x80, Offline},       // PRINTER_STATUS_OFFLINE
	{0x1000, Offline},     // PRINTER_STATUS_NOT_AVAILABLE
	{0x100000, Faulty},    // PRINTER_STATUS_USER_INTERVENTION
	{0x02, Faulty},        // PRINTER_STATUS_ERROR
	{0x01, Paused},        // PRINTER_STATUS_PAUSED
}

// The bits of a job's status, in the order in which they count.
var jobBits = []struct {
	bit   uint32
	state State
}{
	{0x104, State{Phase: Cancelled}},                  // JOB_STATUS_DELETING, DELETED
	{0x1080, State{Phase: Done}},                      // JOB_STATUS_COMPLETE, PRINTED
	{0x40, State{Phase: Stopped, Reason: OutOfPaper}}, // JOB_STATUS_PAPEROUT
	{0x20, State{Phase: Stopped, Reason: Offline}},    // JOB_STATUS_OFFLINE
	{0x602, State{Phase: Stopped, Reason: Faulty}},    // JOB_STATUS_USER_INTERVENTION, BLOCKED_DEVQ, ERROR
	{0x01, State{Phase: Stopped, Reason: Paused}},     // JOB_STATUS_PAUSED
	{0x10, State{Phase: Processing}},                  // JOB_STATUS_PRINTING
}

// spooled reads a job's state from its bits; a job without any is waiting.
func spooled(bits uint32) State {
	for _, b := range jobBits {
		if bits&b.bit != 0 {
			return b.state
		}
	}
	return State{Phase: Pending}
}

// standing reads a printer's phase and trouble from its bits.
func standing(bits uint32) (Phase, Reason) {
	for _, b := range printerBits {
		if bits&b.bit != 0 {
			return Stopped, b.reason
		}
	}
	if bits&0x4400 != 0 { // PRINTER_STATUS_PRINTING, PROCESSING
		return Processing, NoReason
	}
	return Done, NoReason
}

// A bitmap is a picture as GDI takes it: a BITMAPINFOHEADER and rows of blue,
// green and red bytes, top row first, each row padded to four bytes.
type bitmap struct {
	header        []byte
	rows          []byte
	width, height int
}

// bitmapOf converts a picture; what is transparent becomes white paper.
func bitmapOf(picture image.Image) bitmap {
	r := picture.Bounds()
	m := bitmap{width: r.Dx(), height: r.Dy()}
	stride := (m.width*3 + 3) &^ 3
	m.rows = make([]byte, stride*m.height)
	rgba, direct := picture.(*image.RGBA)
	for y := range m.height {
		row := m.rows[y*stride:]
		for x := range m.width {
			var c color.RGBA
			if direct {
				c = rgba.RGBAAt(r.Min.X+x, r.Min.Y+y)
			} else {
				c, _ = color.RGBAModel.Convert(picture.At(r.Min.X+x, r.Min.Y+y)).(color.RGBA)
			}
			paper := 255 - c.A // what shines through
			row[3*x], row[3*x+1], row[3*x+2] = c.B+paper, c.G+paper, c.R+paper
		}
	}
	m.header = binary.LittleEndian.AppendUint32(nil, 40)
	m.header = binary.LittleEndian.AppendUint32(m.header, uint32(m.width))   //nolint:gosec // a page's dots
	m.header = binary.LittleEndian.AppendUint32(m.header, uint32(-m.height)) //nolint:gosec // negative: top row first
	m.header = append(m.header, 1, 0, 24, 0)                                 // one plane, 24 bits a dot
	m.header = append(m.header, make([]byte, 24)...)                         // uncompressed
	return m
}
