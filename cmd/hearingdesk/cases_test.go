package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/exchange"
)

// eightCases is a package of E3 as a hearing of eight cases. Where they differ, each
// is decided by itself: three on the spot, the second one against the majority, the
// last one not yet.
func eightCases(t *testing.T, differ bool) []byte {
	t.Helper()
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	p.Hearings = slices.DeleteFunc(p.Hearings, func(h hearing.Hearing) bool { return h.ID != "h-e3" })
	h := &p.Hearings[0]
	first := p.Cases[slices.IndexFunc(p.Cases, func(c hearing.Case) bool { return c.ID == h.Cases[0] })]
	for i := 2; i <= 8; i++ {
		c := first
		c.ID, c.Cause, c.Number, c.Steps = hearing.ID(fmt.Sprintf("c-%d", i)), fmt.Sprintf("督促整治第%d处水箱行政公益诉讼案", i), "", nil
		c.Parties = nil
		p.Cases, h.Cases = append(p.Cases, c), append(h.Cases, c.ID)
	}
	h.State = hearing.Closed
	if differ {
		decideApart(h)
	}
	text, err := exchange.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func decideApart(h *hearing.Hearing) {
	h.Opinions, h.Outcome.Answers = nil, nil
	for _, b := range h.Ballots() {
		for i, o := range h.Officers() {
			s := hearing.Agree
			if b.Case == "c-3" && i > 1 {
				s = hearing.Disagree // a tie
			}
			h.Opinions = append(h.Opinions, hearing.Opinion{Officer: o.ID, Question: b.Question, Case: h.Named(b), Stance: s, Reason: "依据现场核查情况"})
		}
		own := hearing.Agree
		if b.Case == "c-2" {
			own = hearing.Disagree
		}
		h.Outcome.Answers = append(h.Outcome.Answers, hearing.Answer{Question: b.Question, Case: h.Named(b), Stance: own})
	}
	for i, c := range h.Cases[:7] {
		r := hearing.Ruling{Timing: hearing.Later, DecidedOn: calendar.NewDate(2023, 9, 12).AddDays(i / 3), Decision: fmt.Sprintf("对第%d处水箱制发检察建议", i+1), Reasons: "水箱超期未清洗消毒"}
		if i < 3 {
			r.Timing = hearing.OnTheSpot
		}
		h.Outcome.Cases = append(h.Outcome.Cases, hearing.CaseRuling{Case: c, Ruling: r})
	}
	h.Outcome.Ruling = hearing.Ruling{} // the eighth case waits
}

// A ran verb is a command of the command line, run as it is there.
type ran func(context.Context, terminal, *flag.FlagSet, []string) error

// says runs one and returns what it wrote. A refusal is no fault.
func (v ran) says(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	tty := terminal{out: &out, err: &out, env: func(string) string { return "" }}
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	if err := v(t.Context(), tty, set, args); err != nil && !errors.Is(err, errRefused) {
		t.Fatalf("%v: %v\n%s", args, err, &out)
	}
	return out.String()
}

// TestEightCasesGoThrough takes a package of eight cases through import, check, the
// papers and the figures: as they are decided each by itself, and as older packages
// have them, with one outcome for all.
func TestEightCasesGoThrough(t *testing.T) {
	for _, c := range []struct {
		name     string
		differ   bool
		papers   map[string]int
		spot     int
		adopted  int
		findings []string
	}{
		{"each by itself", true, map[string]int{"17": 4, "18": 8, "19": 1, "20": 4 * 7}, 3, 6 * 2,
			[]string{"“督促整治第8处水箱行政公益诉讼案”：听证已结束", "（督促整治第2处水箱行政公益诉讼案）”没有采纳多数意见", "（督促整治第3处水箱行政公益诉讼案）”未形成多数意见"}},
		{"one outcome for all", false, map[string]int{"17": 4, "18": 1, "19": 0, "20": 4}, 0, 1, []string{"未形成多数意见（同意2、不同意2、其他0）"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			file, in := filepath.Join(dir, "desk.db"), filepath.Join(dir, "eight.json")
			if err := os.WriteFile(in, eightCases(t, c.differ), 0o600); err != nil {
				t.Fatal(err)
			}
			ran(importFile).says(t, "-db", file, in)
			found := ran(check).says(t, "-db", file, "-session", "h-e3", "-at", "2023-09-20")
			for _, want := range c.findings {
				if !strings.Contains(found, want) {
					t.Errorf("%s is not found in\n%s", want, found)
				}
			}
			out := filepath.Join(dir, "out")
			ran(documents).says(t, "-db", file, "-session", "h-e3", "-kind", "16,17,18,19,20", "-o", out)
			for number, want := range c.papers {
				names, err := filepath.Glob(filepath.Join(out, number+"-*.pdf"))
				if err != nil || len(names) != want {
					t.Errorf("%d of paper %s, want %d: %v", len(names), number, want, names)
				}
			}
			addressed(t, file)
			var report struct {
				Spot    struct{ N int } `json:"on_the_spot"`
				Adopted struct{ N int } `json:"adopted"`
			}
			text := ran(stats).says(t, "-db", file, "-from", "2023-09-01", "-to", "2023-09-30", "-json")
			if err := json.Unmarshal([]byte(text), &report); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if report.Spot.N != c.spot || report.Adopted.N != c.adopted {
				t.Errorf("on the spot %d, adopted %d", report.Spot.N, report.Adopted.N)
			}
		})
	}
}

// addressed holds that a letter of the result calls the officer by name alone, also
// where the list of papers tells letters of several cases apart.
func addressed(t *testing.T, file string) {
	t.Helper()
	desk, err := open(t.Context(), file, false)
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Dossier(t.Context(), "h-e3")
	if err != nil {
		t.Fatal(err)
	}
	forms, err := catalogue()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, it := range forms.Plan(d) {
		if it.Number != "20" {
			continue
		}
		doc, err := forms.Compose(d, it, calendar.NewDate(2023, 9, 20))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range doc.Fields {
			if f.Key == "to.name" {
				names[f.Value] = true
			}
		}
	}
	for _, want := range []string{"何晓芸", "周慧敏", "赵建国", "马立群"} {
		if len(names) != 4 || !names[want] {
			t.Errorf("the letters are to %v", names)
		}
	}
	if err := desk.Close(); err != nil {
		t.Error(err)
	}
}
