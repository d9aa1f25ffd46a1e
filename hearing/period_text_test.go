package hearing_test

import (
	"testing"

	"hearingdesk/hearing"
)

func TestPeriodsAreReadAsClerksWriteThem(t *testing.T) {
	for typed, want := range map[string]string{"15日": "15日", "１５天": "15日", "5个工作日": "5个工作日", "1个月": "1个月", "10": "10日", "": ""} {
		p, err := hearing.ParsePeriod(typed)
		if got := hearing.PeriodText(p); err != nil || got != want {
			t.Errorf("%q is %q, %v; want %q", typed, got, err, want)
		}
	}
	for _, bad := range []string{"尽快", "0日", "-1日"} {
		if p, err := hearing.ParsePeriod(bad); err == nil {
			t.Errorf("%q is taken as %v", bad, p)
		}
	}
}
