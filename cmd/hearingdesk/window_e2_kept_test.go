//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/printing/trial"
	"hearingdesk/hearing/exchange"
)

// checkE2File compares what the file holds with what was typed.
func checkE2File(t *testing.T, d *display, desk, file string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "e2.json")
	d.must(desk, "export", "-db", file, "-o", out)
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	p, err := exchange.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Hearings) != 1 || len(p.Cases) != 1 || p.Office == nil {
		t.Fatalf("%d hearings, %d cases", len(p.Hearings), len(p.Cases))
	}
	h := p.Hearings[0]
	names := map[hearing.ID]string{}
	for _, x := range p.People {
		names[x.ID] = x.Name
	}
	roles := map[hearing.Role][]string{}
	for _, g := range h.Participants {
		roles[g.Role] = append(roles[g.Role], names[g.Person])
		if len(g.Told) == 0 || g.Told[0].ReceivedOn.String() != "2023-06-19" || g.Attendance.Presence != hearing.Present {
			t.Errorf("%s was told %v and is %q", names[g.Person], g.Told, g.Attendance.Presence)
		}
	}
	for _, c := range []struct{ what, got, want string }{
		{"office", p.Office.Name, e2Office},
		{"cause", p.Cases[0].Cause, e2Cause},
		{"type", string(p.Cases[0].Type), string(hearing.CivilPublicInterest)},
		{"start", h.Start.Format("2006-01-02 15:04"), "2023-06-27 14:30"},
		{"end", h.End.Format("15:04"), "16:30"},
		{"openness by art. 5", string(h.Openness), string(hearing.Public)},
		{"presider", names[h.Presider], "林知远"},
		{"recorder", names[h.Recorder], "许晚"},
		{"officers", strings.Join(roles[hearing.Officer], " "), strings.Join(e2Officers, " ")},
		{"parties", strings.Join(roles[hearing.PartyRep], " "), strings.Join(e2Parties, " ")},
		{"notary", strings.Join(roles[hearing.NotaryRole], " "), "韩静"},
		{"questions", h.Questions[0].Text + h.Questions[1].Text, strings.Join(e2Questions, "")},
	} {
		if c.got != c.want {
			t.Errorf("%s: the file has %q, want %q", c.what, c.got, c.want)
		}
	}
	for i, q := range h.Questions {
		if tally := h.Tally(hearing.Ballot{Question: q.ID}); tally.Majority != hearing.Agree || tally.Agree != 3-i || h.MajorityAdopted(hearing.Ballot{Question: q.ID}) != hearing.Adopted {
			t.Errorf("question %d: %+v, adopted %q", i+1, tally, h.MajorityAdopted(hearing.Ballot{Question: q.ID}))
		}
	}
	if h.Outcome.Decision != e2Decision || h.Outcome.Timing != hearing.OnTheSpot {
		t.Errorf("decided %q %q", h.Outcome.Timing, h.Outcome.Decision)
	}
	if len(h.Approvals) != 2 {
		t.Errorf("approvals %v, want the hearing's and the venue's", h.Approvals)
	}
}

// checkE2Papers makes the same papers without a display, reads them, and finds
// each among what the printer printed.
func checkE2Papers(t *testing.T, d *display, printer *trial.Service, desk, file string) {
	t.Helper()
	folder := t.TempDir()
	d.must(desk, "documents", "-db", file, "-o", folder)
	saved, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	printed := printer.Printed()
	if len(printed) != len(saved)-len(e2Officers)-1 { // their opinion and the letters to them came later
		t.Fatalf("%d papers were printed, and %d saved", len(printed), len(saved))
	}
	var pictures [][]byte
	for _, f := range printed {
		pictures = append(pictures, picture(t, f))
	}
	var all strings.Builder
	for _, f := range saved {
		all.WriteString(strings.NewReplacer("\n", "", " ", "", "　", "").Replace(d.must("pdftotext", f, "-")))
		switch strings.SplitN(filepath.Base(f), "-", 2)[0] {
		case "11", "13", "14c":
			continue // of several pages or laid across, turned by the printer
		case "16", "18", "20", "32b", "32c":
			continue // other since the hearing was held, or not yet due when the others were printed
		}
		mine := picture(t, f)
		if !slices.ContainsFunc(pictures, func(p []byte) bool { return alike(mine, p) > 0.94 }) {
			t.Errorf("%s was not printed as it is saved", filepath.Base(f))
		}
	}
	for _, want := range slices.Concat([]string{"听证会公告", "听证会通知书", "听证员邀请函", "听证会签到表", "送达回证", e2Room, e2Cause,
		"2023年6月27日（星期二）下午2时30分", "韩静", e2Decision, "听证案件处理结果告知函"}, e2Parties, e2Officers, e2Questions) {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no paper says %s", want)
		}
	}
}
