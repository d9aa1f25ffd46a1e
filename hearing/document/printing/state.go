package printing

import "strings"

// A Phase is how far a job or a printer is.
type Phase string

// The phases. Done, Cancelled and Aborted are final.
const (
	Pending    Phase = "pending"    // 排队中
	Processing Phase = "processing" // 打印中
	Stopped    Phase = "stopped"    // 已停下，等人处理
	Done       Phase = "done"       // 已完成；打印机为空闲
	Cancelled  Phase = "cancelled"  // 已取消
	Aborted    Phase = "aborted"    // 因出错而中止
)

// Phases lists every phase.
var Phases = []Phase{Pending, Processing, Stopped, Done, Cancelled, Aborted}

// Final reports whether a job in the phase will not change any more.
func (p Phase) Final() bool { return p == Done || p == Cancelled || p == Aborted }

// A Reason is why a printer does not print, as far as it says so.
type Reason string

// The reasons that a person at the printer can do something about.
const (
	NoReason   Reason = ""            // 无
	OutOfPaper Reason = "paper-out"   // 缺纸
	PaperJam   Reason = "paper-jam"   // 卡纸
	OutOfToner Reason = "toner-empty" // 墨粉用尽
	DoorOpen   Reason = "door-open"   // 机盖未关
	Offline    Reason = "offline"     // 打印机未连接
	Paused     Reason = "paused"      // 打印机已暂停
	Faulty     Reason = "fault"       // 打印机报错
)

// Reasons lists every reason but none.
var Reasons = []Reason{OutOfPaper, PaperJam, OutOfToner, DoorOpen, Offline, Paused, Faulty}

// A State is how far a job is and what keeps it there.
type State struct {
	Phase   Phase
	Reason  Reason
	Message string // the printer's own words, in no fixed language; may be empty
}

// keywords maps the state reasons of RFC 8011 §5.4.12, less their suffix, to
// ours.
var keywords = map[string]Reason{
	"media-empty":               OutOfPaper,
	"media-needed":              OutOfPaper,
	"media-low":                 NoReason, // a warning; it prints all the same
	"media-jam":                 PaperJam,
	"toner-empty":               OutOfToner,
	"marker-supply-empty":       OutOfToner,
	"developer-empty":           OutOfToner,
	"toner-low":                 NoReason,
	"marker-supply-low":         NoReason,
	"door-open":                 DoorOpen,
	"cover-open":                DoorOpen,
	"interlock-open":            DoorOpen,
	"offline":                   Offline,
	"connecting-to-device":      NoReason, // every job begins so
	"shutdown":                  Offline,
	"timed-out":                 Offline,
	"paused":                    Paused,
	"moving-to-paused":          Paused,
	"stopped-partly":            Paused,
	"printer-stopped":           Paused,
	"job-completed-with-errors": Faulty,
	"other":                     Faulty,
}

// reason returns the first of the keywords that says why a printer does not
// print. "paused" yields to any other, which is then the cause of the pause.
func reason(words []string) Reason {
	found := NoReason
	for _, w := range words {
		w = strings.TrimSpace(w)
		if strings.HasSuffix(w, "-warning") {
			continue
		}
		w = strings.TrimSuffix(strings.TrimSuffix(w, "-error"), "-report")
		if r := keywords[w]; r != NoReason && (found == NoReason || found == Paused) {
			found = r
		}
	}
	return found
}
