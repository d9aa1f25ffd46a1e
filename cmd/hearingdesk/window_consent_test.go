//go:build !windows

package main

import (
	"path/filepath"
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// What is typed where a majority is not followed.
const (
	consentDecision = "向两家单位制发检察建议"
	consentReason   = "水箱超期未清洗危及居民健康"
)

// TestNotFollowingTheMajority decides otherwise than three of four officers think: the
// window holds the decision back until the chief procurator's consent is entered, given
// on the day or before (听证工作规定, art. 16).
func TestNotFollowingTheMajority(t *testing.T) {
	d := newDisplay(t, consentDecision, consentReason, "沈秋白")
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "consent.db")
	d.must(desk, "import", "-db", file, threeAgainst(t))
	d.open("听证台", desk, "-db", file)
	d.key("ctrl+3")
	d.click("督促整治二次供水") // the list leaves out the end of a long cause
	d.click("水箱听证会")
	d.sees("归档材料")
	d.click("结果")
	d.sees("本院意见与采纳情况")
	d.click("全部采纳多数意见")
	d.until("the first question to be answered otherwise", func() bool {
		d.click("同意")
		return d.shows("没有全部采纳多数意见：决定前须报请检察长同意")
	})
	d.fill("处理决定", consentDecision)
	d.fill("决定日期", "2023-09-13")
	d.tab()
	d.step("记为已决定")
	d.sees("检察长同意")
	d.until("the hearing to stay as it is", func() bool { i, _ := beside(d.outline(), "进度"); return i.Text == "已结束，待决定" })
	d.picture("consent-missing")
	d.click("收起")
	d.take("同意人", "沈秋白")
	d.fill("同意日期", "2023-09-14")
	d.tab()
	d.step("记为已决定")
	d.sees("现在还不能改为“已决定”")
	d.picture("consent-late")
	d.click("收起")
	d.fill("同意日期", "2023-09-13")
	d.tab()
	d.enter("不采纳的理由", hinting)
	d.write(consentReason)
	d.turn("记为已决定", "已决定")
	d.saved()
	d.picture("consent-given")
	checkConsent(t, file)
}

// threeAgainst is a package in which three of the four officers of E3 hold that nothing
// need be issued.
func threeAgainst(t *testing.T) string {
	t.Helper()
	return examplesWith(t, "h-e3", func(h *hearing.Hearing) {
		h.Title, h.State, h.Outcome.Answers = "水箱听证会", hearing.Closed, nil
		h.Outcome.Decision, h.Outcome.Reasons, h.Outcome.Timing, h.Outcome.DecidedOn = "", "", "", calendar.Date{}
		h.Approvals = slices.DeleteFunc(h.Approvals, func(a hearing.Approval) bool { return a.Kind == hearing.ApproveNonAdoption })
		first := h.Opinions[0].Officer
		for i := range h.Opinions {
			h.Opinions[i].Stance = hearing.Disagree
			if h.Opinions[i].Officer == first {
				h.Opinions[i].Stance = hearing.Agree
			}
		}
	})
}

// checkConsent reads from the file what was decided, and with whose consent.
func checkConsent(t *testing.T, file string) {
	t.Helper()
	desk := stored(t, file)
	h, err := desk.Hearing(t.Context(), "h-e3")
	if err != nil {
		t.Fatal(err)
	}
	first := hearing.Ballot{Question: h.Questions[0].ID}
	given, ok := h.Consent("")
	if h.StateNow() != hearing.Decided || h.MajorityAdopted(first) != hearing.NotAdopted || !ok || given.By != "p-shen" || given.On.String() != "2023-09-13" || given.Note != consentReason {
		t.Errorf("%s, %q, %v", h.StateNow(), h.MajorityAdopted(first), given)
	}
}
