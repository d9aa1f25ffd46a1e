package hearing_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// TestWhoIsServedInTheCeremony: a unit that declined is served elsewhere, whatever
// its receipt still says; one that refuses to sign there was served there.
func TestWhoIsServedInTheCeremony(t *testing.T) {
	day := calendar.NewDate(2023, 7, 28)
	yes, no := hearing.Consent{Organisation: "o", AnsweredOn: day, Agreed: true}, hearing.Consent{Organisation: "o", AnsweredOn: day}
	for _, c := range []struct {
		name string
		said hearing.Consent
		mode hearing.DeliveryMode
		want bool
	}{
		{"agreed", yes, hearing.Announced, true},
		{"agreed, no way chosen", yes, "", true},
		{"agreed, and would not sign", yes, hearing.Left, true},
		{"agreed, and is served directly", yes, hearing.Direct, false},
		{"asked", hearing.Consent{Organisation: "o", AskedOn: day}, hearing.Announced, true},
		{"declined", no, hearing.Announced, false},
		{"declined, served directly and left there", no, hearing.Left, false},
		{"declined, by post", no, hearing.Posted, false},
	} {
		a := hearing.Announcement{Consents: []hearing.Consent{c.said}, Deliveries: []hearing.Delivery{{Organisation: "o", Mode: c.mode}}}
		if got := a.Announces(a.Deliveries[0]); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if got, want := a.AllDeclined(), c.said.Declined(); got != want {
			t.Errorf("%s: all declined %v, want %v", c.name, got, want)
		}
		a.Deliveries = append(a.Deliveries, hearing.Delivery{Organisation: "other", Mode: hearing.Announced})
		if a.AllDeclined() {
			t.Errorf("%s: another unit agreed", c.name)
		}
	}
}
