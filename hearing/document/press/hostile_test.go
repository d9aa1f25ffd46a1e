package press_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
)

// What a text may take before it is refused, or before its paper is made.
const (
	mostTime   = 6 * time.Second // of the processors, for one paper as PDF and for Word: three times what the worst takes where little else runs
	mostMemory = 256             // MB
	mostPages  = 5000
)

// nest is a text within repeats of so many turns.
func nest(deep, turns int, text string) string {
	return strings.Repeat(fmt.Sprintf("{{range blanks %d}}", turns), deep) + text + strings.Repeat("{{end}}", deep) + "\n"
}

// hostile are texts that ask for more than a paper is, or for much work.
var hostile = []struct{ name, text string }{
	{"1000x1000", nest(2, 1000, "字\n")},
	{"60x60", nest(2, 60, "字\n")},
	{"lines", nest(2, 60, "\n#lines 200\n")},
	{"lines60", nest(1, 60, "\n#lines 200\n")},
	{"pages", nest(2, 60, "\n#page\n甲\n")},
	{"plates", nest(2, 60, "\n#plate 甲 | 乙\n")},
	{"qr", nest(2, 60, "\n#qr 甲 | 乙\n")},
	{"tables", nest(2, 60, "\n#table 1 1 1\n#row 200\n| a | b | c\n#end\n")},
	{"headers", "#table 1\n" + nest(2, 60, "\n|! a | b | c\n") + nest(2, 60, "\n| a | b | c\n") + "#end\n"},
	{"headers10", "#table 1\n" + nest(1, 10, "\n|! a | b | c\n") + nest(2, 60, "\n| a | b | c\n") + "#end\n"},
	{"space", nest(2, 60, "\n#space 22\n")},
	{"eachfoot", nest(2, 60, "\n#eachfoot 甲\n")},
	{"foot", nest(2, 60, "\n#foot 甲\n")},
	{"blank", "{{blank 999999999}}\n"},
	{"blank2", nest(2, 60, "{{blank 60}}")},
	{"blanks", "{{range blanks 999999999}}{{end}}\n"},
	{"keep", "#table 1\n" + nest(2, 60, "\n#row 10 | keep\n| a\n") + "#end\n"},
	{"cells", "#table 1\n" + nest(2, 60, " | a") + "\n#end\n"},
	{"breaks", "#table 1\n| " + nest(2, 60, "//a") + "\n#end\n"},
	{"ifs", strings.Repeat("{{if case.cause}}", 800) + "x" + strings.Repeat("{{end}}", 800) + "\n"},
	{"parens", "{{" + strings.Repeat("(", 9000) + "case.cause" + strings.Repeat(")", 9000) + "}}\n"},
	{"syntax", strings.Repeat("{{.}}", 3000) + "{{if case.cause x y ]}}{{end}}\n"},
	{"braces", strings.Repeat("{{", 9000)},
	{"opens", strings.Repeat("{{if x}}", 2000)},
	{"pipes", "{{case.cause" + strings.Repeat(" | bare", 2500) + "}}\n"},
	{"long line", strings.Repeat("a", 15000) + "\n"},
	{"variables", "{{$x := case.facts}}" + strings.Repeat("{{$x}}", 2000) + "\n"},
	{"with facts", nest(2, 60, "{{case.facts}}\n")},
	{"names", nest(2, 60, "{{names officers}}{{roster officers}}\n")},
	{"title", "#title " + strings.Repeat("长", 15000) + "\n"},
	{"sign", nest(2, 60, "\n#sign 甲 | 乙 | seal\n")},
	{"h1", nest(2, 60, "\n#h1 甲\n")},
	{"labels", nest(2, 60, "\n#label 20 20 | 甲\n")},
	{"addresses", nest(2, 60, "\n#address 5 5 5 5 | 甲\n")},
}

// TestHostileTextsTakeLittle makes a paper of each: it is made, or refused with
// the reason, in bounded time and memory.
func TestHostileTextsTakeLittle(t *testing.T) {
	const head = "number: 12\ntitle: 纪律\nper: hearing\nstyle: record\n---\n#title 纪律\n"
	paper(t, variant(t, "h-e1"), "12", "") // the fonts are read
	for _, x := range hostile {
		t.Run(x.name, func(t *testing.T) {
			d := variant(t, "h-e1")
			d.Forms = []hearing.FormText{{ID: "12", Edition: 1, Text: head + x.text}}
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			begin := processors()
			pages, err := made(d)
			took := processors() - begin
			runtime.ReadMemStats(&after)
			var fault *document.FormError
			if err != nil && !errors.As(err, &fault) && !errors.Is(err, document.ErrEndless) {
				t.Errorf("refused without a reason: %v", err)
			}
			// What is live at the end stands for the most that it took.
			if grown := (int64(after.HeapSys) - int64(before.HeapSys)) >> 20; took > mostTime || grown > mostMemory || pages > mostPages {
				t.Errorf("%d pages took %v and %d MB: %v", pages, took, grown, err)
			}
		})
	}
}

// made makes the paper 12 of a session, in both formats.
func made(d hearing.Dossier) (pages int, err error) {
	for _, it := range thePress().Plan(d, "12") {
		p, err := thePress().Make(d, it, today)
		if err != nil {
			return 0, err
		}
		for _, f := range []press.Format{press.PDF, press.DOCX} {
			if _, err := p.File(f); err != nil {
				return 0, err
			}
		}
		pages += len(p.Pages)
	}
	return pages, nil
}

// processors is the time that this program used of them.
func processors() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // it cannot fail for oneself
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
