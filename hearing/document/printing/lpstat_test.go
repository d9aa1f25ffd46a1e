package printing

import (
	"errors"
	"reflect"
	"testing"
)

// What CUPS 2.4.2 prints with LC_ALL=C, shortened to the lines that differ.
const (
	recordedNames    = "Hall3\nOld printer on the network\nPDF\nReception\n"
	recordedPrinters = `printer Hall3 disabled since Tue Nov 24 11:17:24 2026 -
	Out of paper
	Form mounted:
	Content types: any
	Printer types: unknown
	Description: 三楼听证室
	Alerts: media-empty-error paused
	Location: 三楼: 东侧
printer PDF is idle.  enabled since Tue Nov 24 11:17:24 2026
	Form mounted:
	Description: 
	Alerts: none
	Location: 
printer Reception now printing Reception-5.  enabled since Tue Nov 24 11:19:15 2026
	The printer may not exist or is unavailable at this time.
	Form mounted:
	Description: 接待窗口
	Alerts: offline-report
`
	recordedAccepting = `Hall3 accepting requests since Tue Nov 24 11:19:15 2026
PDF not accepting requests since Tue Nov 24 11:19:15 2026 -
	Rejecting Jobs
`
	recordedDefault = "system default destination: PDF\n"
)

func TestQueuesAreReadFromLpstat(t *testing.T) {
	got := listed(recordedNames)
	described(got, recordedPrinters)
	accepting(got, recordedAccepting)
	preferred(got, recordedDefault)
	want := []Queue{
		{Name: "PDF", Description: "PDF", Default: true, Phase: Done},
		{Name: "Hall3", Description: "三楼听证室", Accepting: true, Phase: Stopped, Reason: OutOfPaper, Message: "Out of paper"},
		{Name: "Old", Description: "Old", Accepting: true, Phase: Done},
		{
			Name: "Reception", Description: "接待窗口", Accepting: true, Phase: Processing, Reason: Offline,
			Message: "The printer may not exist or is unavailable at this time.",
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestAPausedPrinterSaysSo(t *testing.T) {
	q := []Queue{{Name: "Slow"}}
	described(q, "printer Slow disabled since Tue Nov 24 11:17:24 2026 -\n\tPaused\n\tForm mounted:\n\tAlerts: none\n")
	if q[0].Phase != Stopped || q[0].Reason != Paused || q[0].Message != "" {
		t.Errorf("got %+v", q[0])
	}
}

func TestNothingIsReadFromNothing(t *testing.T) {
	for _, out := range []string{"", "\n", "no system default destination\n", "\tDescription: of no printer\n", "printer"} {
		q := []Queue{{Name: "PDF"}}
		described(q, out)
		accepting(q, out)
		preferred(q, out)
		if q[0] != (Queue{Name: "PDF"}) {
			t.Errorf("%q: got %+v", out, q[0])
		}
	}
	if q := listed("\n\n"); len(q) != 0 {
		t.Errorf("got %+v", q)
	}
}

func TestTheJobIsReadFromLp(t *testing.T) {
	for _, c := range []struct {
		out  string
		want JobID
		ok   bool
	}{
		{"request id is PDF-17 (1 file(s))\n", "PDF-17", true},
		{"request id is Hall-3-208 (0 file(s))\n", "Hall-3-208", true},
		{"request id is \n", "", false},
		{"", "", false},
	} {
		if got, ok := taken(c.out); got != c.want || ok != c.ok {
			t.Errorf("%q: got %q %v", c.out, got, ok)
		}
	}
}

func TestComplaintsBecomeErrors(t *testing.T) {
	for said, want := range map[string]error{
		"lp: Error - The printer or class does not exist.\n":                                   ErrUnknownQueue,
		"lp: The printer or class does not exist.\n":                                           ErrUnknownQueue,
		"lpstat: Invalid destination name in list \"nope\".\n":                                 ErrUnknownQueue,
		"lpstat: No destinations added.\n":                                                     ErrNoQueue,
		"lp: Error - no default destination available.\n":                                      ErrNoQueue,
		"lp: Destination \"PDF\" is not accepting jobs.\n":                                     ErrRejecting,
		"lpstat: Scheduler is not running.\n":                                                  ErrNoScheduler,
		"lp: Error - scheduler not responding.\n":                                              ErrNoScheduler,
		"lp: No such file or directory\n":                                                      ErrNoScheduler,
		"lp: Error - LPDEST environment variable names non-existent destination \"Hall3\".\n":  ErrUnknownQueue,
		"lpadmin: Printer drivers are deprecated and will stop working in a future version.\n": nil,
		"lp: Error - copies must be 1 or more.\n":                                              nil,
		"": nil,
	} {
		if got := complaint(said); !errors.Is(got, want) {
			t.Errorf("%q: got %v, want %v", said, got, want)
		}
	}
}

func TestReasons(t *testing.T) {
	for _, c := range []struct {
		name  string
		words []string
		want  Reason
	}{
		{"nothing", []string{"none"}, NoReason},
		{"no words", nil, NoReason},
		{"paper is out", []string{"media-empty-error"}, OutOfPaper},
		{"a pause and its cause", []string{"paused", "media-jam-error"}, PaperJam},
		{"the cause and then the pause", []string{"door-open", "paused"}, DoorOpen},
		{"only a pause", []string{"paused"}, Paused},
		{"a warning stops nothing", []string{"media-empty-warning", "toner-low-report"}, NoReason},
		{"words of a maker", []string{"com.example.unknown"}, NoReason},
	} {
		if got := reason(c.words); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
