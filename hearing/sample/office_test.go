package sample_test

import (
	"reflect"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/sample"
)

// TestAnOfficeOfAnySize holds that a request makes the same desk each time, without
// a fault in any record, with everybody in their seats and what is over archived.
func TestAnOfficeOfAnySize(t *testing.T) {
	today := calendar.NewDate(2026, 3, 2)
	for _, n := range []int{1, 7, 1200} {
		var twice [2][]hearing.Package
		for i := range twice {
			for p := range (sample.Office{Hearings: n, Today: today, Zone: zone}).Packages() {
				twice[i] = append(twice[i], p)
			}
		}
		if !reflect.DeepEqual(twice[0], twice[1]) {
			t.Errorf("%d hearings are others the second time", n)
		}
		held, states := 0, map[hearing.State]int{}
		for _, p := range twice[0] {
			for _, r := range p.Records() {
				if faults := r.Validate(); len(faults) > 0 {
					t.Errorf("%s %s: %v", r.Noun(), r.Key(), faults)
				}
			}
			for _, h := range p.Hearings {
				held++
				states[h.State]++
				if len(h.Participants) != sample.Seats {
					t.Errorf("%s has %d seats", h.ID, len(h.Participants))
				}
			}
			for _, x := range p.Transcripts {
				if len(x.Entries) != sample.Spoken {
					t.Errorf("%s has %d passages", x.Hearing, len(x.Entries))
				}
			}
		}
		if held != n || n > 1000 && (states[hearing.Archived] < n*9/10 || states[hearing.Ready] == 0 || states[hearing.Approved] == 0) {
			t.Errorf("%d hearings for %d: %v", held, n, states)
		}
	}
}
