package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"hearingdesk/hearing"
)

// eightDecision is what is decided in the first of eight cases.
const eightDecision = "限期清洗消毒"

// TestEightCasesInTheWindow enters what seven officers think of two questions in each
// of eight cases, answers as the majority did, and decides the first case by itself.
func TestEightCasesInTheWindow(t *testing.T) {
	d := newDisplay(t, eightDecision)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "eight.db")
	d.must(desk, "import", "-db", file, heardTogether(t))
	d.open("听证台", desk, "-db", file)
	d.key("ctrl+3")
	d.click("督促整治二次供水") // the list leaves out the end of a long cause
	d.click("八案听证会")
	d.sees("归档材料")
	d.click("结果")
	d.eightOpinions()
	d.eightDecisions()
	checkEight(t, file)
}

// heardTogether is a package in which E3 is a hearing of eight cases and seven officers
// who deliberate.
func heardTogether(t *testing.T) string {
	t.Helper()
	return examplesAs(t, func(p *hearing.Package) {
		first := p.Cases[slices.IndexFunc(p.Cases, func(c hearing.Case) bool { return c.ID == "c-e3" })]
		ids := []hearing.ID{first.ID}
		for i := range 7 {
			c := hearing.Case{ID: hearing.ID(fmt.Sprintf("c-8-%d", i+2)), Type: first.Type, Domain: first.Domain, Handler: first.Handler,
				Cause: fmt.Sprintf("督促整治%s小区二次供水水箱清洗消毒案", []string{"锦绣", "梧桐", "春晖", "望江", "清平", "松陵", "云水"}[i])}
			p.Cases, ids = append(p.Cases, c), append(ids, c.ID)
		}
		h := &p.Hearings[slices.IndexFunc(p.Hearings, func(h hearing.Hearing) bool { return h.ID == "h-e3" })]
		h.Title, h.State, h.Cases, h.Outcome, h.Opinions = "八案听证会", hearing.Recess, ids, hearing.Outcome{}, nil
		h.Approvals = slices.DeleteFunc(h.Approvals, func(a hearing.Approval) bool { return a.Kind == hearing.ApproveNonAdoption })
		for i := range h.Questions {
			h.Questions[i].Case = ""
		}
		for i, who := range []hearing.ID{"p-wangyan", "p-chenhong", "p-fang"} {
			h.Participants = append(h.Participants, hearing.Participant{ID: hearing.ID(fmt.Sprintf("more-%d", i)), Role: hearing.Officer, Person: who, Attendance: hearing.Attendance{Presence: hearing.Present}})
		}
	})
}

// eightOpinions enters six officers' opinions in the first case, and with = the same in
// the others; the seventh thinks otherwise of the fifth case.
func (d *display) eightOpinions() {
	d.sees("评议意见 0/112")
	d.picture("eight-begin")
	d.key("ctrl+Prior", "ctrl+Next") // the keyboard goes into the tab
	d.until("the keyboard to be at the opinions", func() bool { return d.focused().Kind == "board" })
	for range 6 {
		d.key("1", "1", "equal")
	}
	d.sees("评议意见 96/112")
	d.key("1", "2", "equal")
	d.sees("评议意见 112/112")
	d.click("5 ✓")
	d.key("2")
	d.sees("同意 6  不同意 1 — 多数意见：同意")
	d.saved()
	d.picture("eight-opinions")
}

// eightDecisions answers as the majority did, and decides the cases each by itself, the
// first of them.
func (d *display) eightDecisions() {
	d.key("Next")
	d.sees("本院意见与采纳情况")
	d.click("全部采纳多数意见")
	d.sees("已按多数意见回答 16 个问题")
	d.tick("各案分别决定")
	d.sees("本案决定：")
	d.fill("处理决定", eightDecision)
	d.fill("决定日期", "2023-09-13")
	d.sees("决定 1/8")
	d.saved()
	d.picture("eight-decisions")
}

// checkEight reads from the file what was entered.
func checkEight(t *testing.T, file string) {
	t.Helper()
	desk := stored(t, file)
	h, err := desk.Hearing(t.Context(), "h-e3")
	if err != nil {
		t.Fatal(err)
	}
	if len(h.Opinions) != 112 || len(h.Rulings()) != 8 || !h.Differ() {
		t.Errorf("%d opinions, %d rulings", len(h.Opinions), len(h.Rulings()))
	}
	fifth := h.Cases[4]
	if tally := h.Tally(hearing.Ballot{Question: h.Questions[0].ID, Case: fifth}); tally.Agree != 6 || tally.Disagree != 1 {
		t.Errorf("the fifth case: %+v", tally)
	}
	if r := h.Rulings()[0]; r.DecidedOn.String() != "2023-09-13" || r.Decision != eightDecision || len(h.Outcome.Answers) != 16 {
		t.Errorf("the first case: %+v, %d answers", r, len(h.Outcome.Answers))
	}
}
