package hearing

import (
	"time"

	"hearingdesk/hearing/calendar"
)

// A Print (打印记录) remembers one paper that went to a printer or a file.
type Print struct {
	N        int64 // number on the desk, from 1, in the order of time
	Session  ID
	Title    string // the session's title; only in lists of several sessions
	Document string // number: 07a
	For      string // recipient, in words
	Key      string // participant, delivery or officer it was made for; empty for the session's one copy
	At       time.Time
	Actor    string
	Hash     string // SHA-256 of the facts and text printed, in hex
	Edition  int    // which of the office's own texts it was made with; 0: the program's
	Pages    int
	Copies   int
	To       string        // queue or file name
	Day      calendar.Date // date that it bears where the paper has none of its own; zero: the day of At
	Content  string        // SHA-256 of the paper as it is kept, in hex; empty: it is not kept
	Again    int64         // print that was printed again as it was; 0: it was made of the facts
}

// A Batch (打印批次) is papers that are sent to a printer together. It is kept
// until every sheet came out, so that it can be gone on with after a crash or
// without the printer that vanished.
type Batch struct {
	ID     int64
	At     time.Time // when it was begun
	Actor  string
	Queue  string // printer
	Sides  string // on which sides of the sheet
	Day    calendar.Date
	Sheets []BatchSheet
}

// A BatchSheet is one paper of a batch.
type BatchSheet struct {
	N        int // place in the batch, from 1
	Session  ID
	Document string // number: 07a
	For      string // recipient, in words
	Key      string // participant, delivery or officer it is made for
	Title    string // of the paper
	Copies   int
	Again    int64 // print that is printed again as it was; 0: made of the facts
	State    SheetState
	Job      string // name that the print system gave it
	Hash     string // what was sent says, as in a [Print]; empty before
	Edition  int
	Pages    int
	Content  string // SHA-256 of what was sent, as it is kept
}

// A SheetState is how far a paper of a batch is (批次中一件的状态).
type SheetState string

// The states of a sheet. After Sending it is Sent, or Failed where the print
// system did not take it; a sheet that is found Sending was cut off between the
// two, and nobody can say whether it was taken.
const (
	SheetWaiting SheetState = "waiting" // 等待
	SheetSending SheetState = "sending" // 正在送出
	SheetSent    SheetState = "sent"    // 已交打印系统
	SheetDone    SheetState = "done"    // 已打出
	SheetFailed  SheetState = "failed"  // 没有打出
	SheetDropped SheetState = "dropped" // 不打了
)

// Over reports whether nothing is left to do for the sheet.
func (s SheetState) Over() bool { return s == SheetDone || s == SheetDropped }

// Left counts the sheets that did not come out yet.
func (b Batch) Left() int {
	n := 0
	for _, s := range b.Sheets {
		if !s.State.Over() {
			n++
		}
	}
	return n
}
