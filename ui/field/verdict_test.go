package field_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
)

func TestSummary(t *testing.T) {
	block, warn, note := hearing.Finding{Severity: hearing.Blocked}, hearing.Finding{Severity: hearing.Warning}, hearing.Finding{Severity: hearing.Info}
	missing := hearing.Finding{Rule: "NEED", Severity: hearing.Blocked}
	for _, c := range []struct {
		found []hearing.Finding
		want  string
		worst hearing.Severity
	}{
		{nil, "没有发现问题", ""},
		{[]hearing.Finding{missing, missing}, "2 项未填", ""},
		{[]hearing.Finding{warn, block, block, missing}, "2 项阻断，1 项提醒，1 项未填", hearing.Blocked},
		{[]hearing.Finding{note, warn}, "1 项提醒，1 项提示", hearing.Warning},
	} {
		if text, worst := field.Summary(c.found); text != c.want || worst != c.worst {
			t.Errorf("%v: %q %q, want %q %q", c.found, text, worst, c.want, c.worst)
		}
	}
}
