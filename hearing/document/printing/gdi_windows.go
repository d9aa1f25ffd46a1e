package printing

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	gdi32         = windows.NewLazySystemDLL("gdi32.dll")
	createDC      = gdi32.NewProc("CreateDCW")
	deleteDC      = gdi32.NewProc("DeleteDC")
	getDeviceCaps = gdi32.NewProc("GetDeviceCaps")
	startDoc      = gdi32.NewProc("StartDocW")
	endDoc        = gdi32.NewProc("EndDoc")
	abortDoc      = gdi32.NewProc("AbortDoc")
	startPage     = gdi32.NewProc("StartPage")
	endPage       = gdi32.NewProc("EndPage")
	stretchDIBits = gdi32.NewProc("StretchDIBits")
)

// dpi is what pages are drawn with: sharp for the smallest print on the
// papers, and 26 MB a page.
const dpi = 300

// docInfo is DOCINFOW.
type docInfo struct {
	size                   int32
	name, output, datatype *uint16
	kind                   uint32
}

// draw prints the job's pages and returns the spooler's number for it. All
// calls of one document must come from one thread.
func draw(ctx context.Context, job Job) (int, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	first, err := job.Raster(0, dpi)
	if err != nil {
		return 0, fmt.Errorf("draw page 1: %w", err)
	}
	size := first.Bounds().Size()
	mode, err := settings(job, size.X > size.Y)
	if err != nil {
		return 0, err
	}
	system, queue := windows.StringToUTF16Ptr("WINSPOOL"), windows.StringToUTF16Ptr(job.Queue)
	dc, _, err := createDC.Call(uintptr(unsafe.Pointer(system)), uintptr(unsafe.Pointer(queue)), 0, uintptr(unsafe.Pointer(&mode[0])))
	if dc == 0 {
		return 0, fmt.Errorf("open the printer for drawing: %w", trouble(err))
	}
	defer deleteDC.Call(dc) //nolint:errcheck // nothing is left to lose
	title, err := windows.UTF16PtrFromString(job.Title)
	if err != nil {
		return 0, fmt.Errorf("name the document: %w", err)
	}
	doc := docInfo{name: title}
	doc.size = int32(unsafe.Sizeof(doc))
	n, _, err := startDoc.Call(dc, uintptr(unsafe.Pointer(&doc)))
	if int32(n) <= 0 {
		return 0, fmt.Errorf("begin the document: %w", trouble(err))
	}
	if err := drawPages(ctx, dc, job); err != nil {
		_, _, _ = abortDoc.Call(dc)
		return 0, err
	}
	if ok, _, err := endDoc.Call(dc); int32(ok) <= 0 {
		return 0, fmt.Errorf("end the document: %w", trouble(err))
	}
	return int(int32(n)), nil
}

// drawPages draws every page, one in memory at a time.
func drawPages(ctx context.Context, dc uintptr, job Job) error {
	for i := range job.Pages {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("draw page %d: %w", i+1, err)
		}
		picture, err := job.Raster(i, dpi)
		if err != nil {
			return fmt.Errorf("draw page %d: %w", i+1, err)
		}
		if err := drawPage(dc, bitmapOf(picture)); err != nil {
			return fmt.Errorf("draw page %d: %w", i+1, err)
		}
	}
	return nil
}

// drawPage lays a picture over the whole sheet, the margins that the printer
// cannot reach included, so that every measure on paper is true.
func drawPage(dc uintptr, m bitmap) error {
	const physicalWidth, physicalHeight, offsetX, offsetY = 110, 111, 112, 113
	caps := func(index uintptr) int32 {
		v, _, _ := getDeviceCaps.Call(dc, index)
		return int32(v)
	}
	if ok, _, err := startPage.Call(dc); int32(ok) <= 0 {
		return trouble(err)
	}
	const rgbColours, copyBits = 0, 0x00CC0020
	ok, _, err := stretchDIBits.Call(dc,
		uintptr(-caps(offsetX)), uintptr(-caps(offsetY)), uintptr(caps(physicalWidth)), uintptr(caps(physicalHeight)),
		0, 0, uintptr(m.width), uintptr(m.height),
		uintptr(unsafe.Pointer(&m.rows[0])), uintptr(unsafe.Pointer(&m.header[0])), rgbColours, copyBits)
	if int32(ok) <= 0 {
		return trouble(err)
	}
	if ok, _, err := endPage.Call(dc); int32(ok) <= 0 {
		return trouble(err)
	}
	return nil
}

// settings returns the printer's DEVMODEW with the job's copies, sides, A4 and
// the direction of its first page.
func settings(job Job, across bool) ([]byte, error) {
	h, done, err := opened(job.Queue)
	if err != nil {
		return nil, err
	}
	defer done()
	queue := windows.StringToUTF16Ptr(job.Queue)
	const set, get = 8, 2
	call := func(out, in *byte, what uintptr) int32 {
		n, _, _ := documentProperties.Call(0, h, uintptr(unsafe.Pointer(queue)),
			uintptr(unsafe.Pointer(out)), uintptr(unsafe.Pointer(in)), what)
		return int32(n)
	}
	const end = 96 // what is set below lies before it
	n := call(nil, nil, 0)
	if n < end {
		return nil, errors.New("the printer has no settings")
	}
	mode := make([]byte, n)
	if call(&mode[0], nil, get) < 0 {
		return nil, errors.New("the printer's settings cannot be read")
	}
	short := func(offset int, v uint16) { binary.LittleEndian.PutUint16(mode[offset:], v) }
	const orientation, paper, copies, duplex = 0x1, 0x2, 0x100, 0x1000
	fields := binary.LittleEndian.Uint32(mode[72:])
	binary.LittleEndian.PutUint32(mode[72:], fields|orientation|paper|copies|duplex)
	short(76, 1)
	if across {
		short(76, 2)
	}
	short(78, 9) // A4
	short(86, uint16(job.Copies))
	short(94, map[Sides]uint16{OneSided: 1, LongEdge: 2, ShortEdge: 3}[job.Sides])
	if call(&mode[0], &mode[0], set|get) < 0 {
		return nil, errors.New("the printer does not take these settings")
	}
	return mode, nil
}
