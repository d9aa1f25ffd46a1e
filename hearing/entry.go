package hearing

import (
	"time"

	"hearingdesk/hearing/calendar"
)

// An Entry is one session on the calendar (日程), as lists and the schedule show it.
type Entry struct {
	Session      ID
	Announcement bool // an announcement, not a hearing
	Title        string
	State        State
	Openness     Openness
	Streamed     bool
	Start, End   time.Time // zero while not scheduled
	Room         ID
	RoomName     string
	Presider     string // name
	Recorder     string // name
	People       int    // participants listed
	Veiled       bool   // only its team sees more of it than that the room is taken
	Clashes      bool   // shares its room or somebody with another session at the same time
}

// A Change (修改记录) is one transaction on one record: who, when, and the record
// before and after.
type Change struct {
	Seq    int64
	At     time.Time
	Actor  string // who was at the desk
	Action string // verb phrase: save hearing, delete person, undo, import
	Kind   string // hearing, case, person, organisation, room, announcement, instrument, office, form, enclosure
	Record ID
	Name   string // what the record is called, for the eye
	Before []byte // JSON of the record before; nil when it is new
	After  []byte // JSON of the record after; nil when it was deleted
	Undoes int64  // Seq of the change that this one takes back; 0 otherwise

	Together int // of what undo and redo return: how many changes were made with this one, itself too; 0 where nobody counted
}

// A Logged is one row of the record of changes or of prints, with its link in the
// chain of all of them (修改记录的校验链).
type Logged struct {
	Link   int64  // which link, from 1 without a gap
	Hash   string // SM3 of the link before it and of the row, hex
	Change *Change
	Print  *Print // one of the two
}

// The actions of the record of changes that change no record. Who sees what is
// confidential, and what leaves the desk, is noted beside what is altered.
const (
	ViewScan      = "view"       // a scan of a confidential session was looked at
	TakeScan      = "take"       // a copy of it was taken out, or a list of people
	TakePackage   = "export"     // a package was written
	SetLock       = "lock"       // a passphrase was set for what leaves the machine
	EncryptFile   = "encrypt"    // the desk's file is to be encrypted
	DecryptFile   = "decrypt"    // it is to be in clear again
	NewPassphrase = "passphrase" // another passphrase opens it
	TrustDesk     = "trust"      // bundles of another desk are taken from now on
	AdoptRecord   = "adopt"      // a record was there before there was a chain of changes
)

// A Count says what an import did to the records of one kind.
type Count struct {
	Kind                    string
	New, Changed, Unchanged int
	Gone                    int // that another desk had deleted
}

// Weekday returns the Chinese weekday of a date, such as 星期五.
func Weekday(d calendar.Date) string {
	return "星期" + string([]rune("日一二三四五六")[d.Weekday()])
}
