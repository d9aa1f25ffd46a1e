package printing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
)

// System returns the print system of this machine.
func System() Printer { return spooler{} }

// spooler speaks to the Windows print spooler.
type spooler struct{}

var (
	winspool           = windows.NewLazySystemDLL("winspool.drv")
	enumPrinters       = winspool.NewProc("EnumPrintersW")
	getDefaultPrinter  = winspool.NewProc("GetDefaultPrinterW")
	openPrinter        = winspool.NewProc("OpenPrinterW")
	closePrinter       = winspool.NewProc("ClosePrinter")
	getJob             = winspool.NewProc("GetJobW")
	documentProperties = winspool.NewProc("DocumentPropertiesW")
)

// printerInfo is PRINTER_INFO_2W.
type printerInfo struct {
	server, name, share, port, driver, comment, location *uint16
	devMode                                              uintptr
	separator, processor, datatype, parameters           *uint16
	security                                             uintptr
	attributes, priority, defaultPriority                uint32
	start, until, status, jobs, pagesPerMinute           uint32
}

// jobInfo is the beginning of JOB_INFO_1W.
type jobInfo struct {
	id                                                  uint32
	printer, machine, user, document, datatype, message *uint16
	status, priority, position, pages, printed          uint32
	submitted                                           windows.Systemtime
}

// Queues lists the printers of this machine and those that its user is
// connected to.
func (spooler) Queues(context.Context) ([]Queue, error) {
	const localAndConnected, level = 2 | 4, 2
	var size, count uint32
	buf := make([]byte, 1)
	for {
		ok, _, err := enumPrinters.Call(localAndConnected, 0, level, uintptr(unsafe.Pointer(&buf[0])), uintptr(len(buf)),
			uintptr(unsafe.Pointer(&size)), uintptr(unsafe.Pointer(&count)))
		if ok != 0 {
			break
		}
		if !errors.Is(err, windows.ERROR_INSUFFICIENT_BUFFER) || int(size) <= len(buf) {
			return nil, fmt.Errorf("list printers: %w", trouble(err))
		}
		buf = make([]byte, size)
	}
	if count == 0 {
		return nil, nil
	}
	preferred := defaultPrinter()
	var queues []Queue
	for _, p := range unsafe.Slice((*printerInfo)(unsafe.Pointer(&buf[0])), count) {
		q := Queue{Name: windows.UTF16PtrToString(p.name), Message: ""}
		q.Description = cmp.Or(windows.UTF16PtrToString(p.comment), q.Name)
		q.Default = q.Name == preferred
		q.Phase, q.Reason = standing(p.status)
		q.Accepting = p.status&0x04 == 0 // PRINTER_STATUS_PENDING_DELETION
		queues = append(queues, q)
	}
	slices.SortFunc(queues, func(a, b Queue) int {
		switch {
		case a.Default == b.Default:
			return cmp.Compare(a.Name, b.Name)
		case a.Default:
			return -1
		default:
			return 1
		}
	})
	return queues, nil
}

// defaultPrinter names the user's default printer, or is empty.
func defaultPrinter() string {
	var size uint32
	_, _, _ = getDefaultPrinter.Call(0, uintptr(unsafe.Pointer(&size)))
	if size == 0 {
		return ""
	}
	name := make([]uint16, size)
	if ok, _, _ := getDefaultPrinter.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&size))); ok == 0 {
		return ""
	}
	return windows.UTF16ToString(name)
}

// opened opens a printer and returns how to close it.
func opened(queue string) (handle uintptr, done func(), err error) {
	name, err := windows.UTF16PtrFromString(queue)
	if err != nil {
		return 0, nil, fmt.Errorf("%w: %q", ErrUnknownQueue, queue)
	}
	if ok, _, err := openPrinter.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&handle)), 0); ok == 0 {
		return 0, nil, trouble(err)
	}
	return handle, func() { _, _, _ = closePrinter.Call(handle) }, nil
}

// Submit draws the job's pages on the printer: Windows prints no PDF by itself.
func (spooler) Submit(ctx context.Context, job Job) (JobID, error) {
	job, err := job.checked()
	if err != nil {
		return "", err
	}
	if job.Pages == 0 || job.Raster == nil {
		return "", fmt.Errorf("print %q: the paper is empty", job.Title)
	}
	if job.Queue == "" {
		if job.Queue = defaultPrinter(); job.Queue == "" {
			return "", fmt.Errorf("print %q: %w", job.Title, ErrNoQueue)
		}
	}
	n, err := draw(ctx, job)
	if err != nil {
		return "", fmt.Errorf("print %q on %q: %w", job.Title, job.Queue, err)
	}
	return JobID(job.Queue + "-" + strconv.Itoa(n)), nil
}

// State asks the spooler. It forgets a job once it is printed, or cancelled at
// the printer, so a job that it does not know any more is taken for done.
func (spooler) State(_ context.Context, id JobID) (State, error) {
	i := strings.LastIndexByte(string(id), '-')
	if i < 0 {
		return State{}, fmt.Errorf("ask for the state of job %q: %w", id, ErrUnknownJob)
	}
	n, err := strconv.ParseUint(string(id)[i+1:], 10, 32)
	if err != nil {
		return State{}, fmt.Errorf("ask for the state of job %q: %w", id, ErrUnknownJob)
	}
	h, done, err := opened(string(id)[:i])
	if err != nil {
		return State{}, fmt.Errorf("ask for the state of job %q: %w", id, err)
	}
	defer done()
	var size uint32
	_, _, err = getJob.Call(h, uintptr(n), 1, 0, 0, uintptr(unsafe.Pointer(&size)))
	if size == 0 && (errors.Is(err, windows.ERROR_INVALID_PARAMETER) || errors.Is(err, windows.ERROR_SUCCESS)) {
		return State{Phase: Done}, nil
	}
	if size == 0 {
		return State{}, fmt.Errorf("ask for the state of job %q: %w", id, trouble(err))
	}
	buf := make([]byte, size)
	ok, _, _ := getJob.Call(h, uintptr(n), 1, uintptr(unsafe.Pointer(&buf[0])), uintptr(size), uintptr(unsafe.Pointer(&size)))
	if ok == 0 {
		return State{Phase: Done}, nil // it was printed between the two calls
	}
	info := (*jobInfo)(unsafe.Pointer(&buf[0]))
	s := spooled(info.status)
	s.Message = windows.UTF16PtrToString(info.message)
	return s, nil
}

// trouble turns what Windows says into an error to test for.
func trouble(err error) error {
	const serverUnavailable, serviceNotActive = windows.Errno(1722), windows.Errno(1062)
	switch {
	case errors.Is(err, windows.ERROR_INVALID_PRINTER_NAME):
		return ErrUnknownQueue
	case errors.Is(err, serverUnavailable), errors.Is(err, serviceNotActive):
		return ErrNoScheduler
	}
	return err
}
