package hearing_test

import (
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// TestWhatNoReceiptCanSay is what is refused beside its field.
func TestWhatNoReceiptCanSay(t *testing.T) {
	day := func(d int) calendar.Date { return calendar.NewDate(2023, 7, d) }
	served := time.Date(2023, 7, 31, 0, 30, 0, 0, time.FixedZone("", 8*3600)) // still the 30th in London
	for _, c := range []struct {
		name string
		d    hearing.Delivery
		want string // path and code
	}{
		{"as it should be", hearing.Delivery{ServedAt: served, RepliedOn: day(31), SentOn: day(30)}, ""},
		{"answered before it was served", hearing.Delivery{ServedAt: served, RepliedOn: day(30)}, "deliveries[0].replied_on early-reply"},
		{"answered in part before it was served", hearing.Delivery{ServedAt: served, Replies: []hearing.WrittenReply{{On: day(30)}}}, "deliveries[0].replies[0].on early-reply"},
		{"served before the decision", hearing.Delivery{ServedAt: served.AddDate(0, 0, -4)}, "deliveries[0].served_at early-service"},
		{"served before it was sent", hearing.Delivery{Mode: hearing.Posted, SentOn: day(31), ServedAt: served.AddDate(0, 0, -1)}, "deliveries[0].served_at early-arrival"},
		{"came back, and was served", hearing.Delivery{Mode: hearing.Posted, SentOn: day(29), ServedAt: served, ReturnedOn: day(31)}, "deliveries[0].returned_on returned"},
		{"tried before it was sent", hearing.Delivery{Mode: hearing.Posted, SentOn: day(29), Tries: []hearing.Attempt{{On: day(28)}}}, "deliveries[0].tries[0].on early-arrival"},
		{"signed as nobody can", hearing.Delivery{Capacity: "cousin"}, "deliveries[0].capacity unknown"},
	} {
		c.d.ID, c.d.Organisation = "d", "o"
		i := hearing.Instrument{ID: "i", Case: "c", Kind: hearing.Recommendation, DecidedOn: day(28), Deliveries: []hearing.Delivery{c.d}}
		if got := first(i.Validate()); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func first(list hearing.FieldErrors) string {
	if len(list) == 0 {
		return ""
	}
	return list[0].Path + " " + list[0].Code
}

// TestGridOfACeremony: a receipt is for a recipient of the grid, for papers of its
// cases, and not before their decision.
func TestGridOfACeremony(t *testing.T) {
	on := time.Date(2023, 7, 31, 16, 0, 0, 0, time.FixedZone("", 8*3600))
	papers := []hearing.Instrument{{ID: "i", Case: "c", DecidedOn: calendar.NewDate(2023, 7, 28)}, {ID: "j", Case: "other"}}
	for _, c := range []struct {
		name string
		d    hearing.Delivery
		want string
	}{
		{"as it should be", hearing.Delivery{Instruments: []hearing.ID{"i"}, ServedAt: on}, ""},
		{"a receipt for one who gets no paper", hearing.Delivery{ServedAt: on}, "deliveries[0].served_at no-paper"},
		{"a paper of another case", hearing.Delivery{Instruments: []hearing.ID{"j"}}, "deliveries[0].instruments[0] not-in-grid"},
		{"before the decision", hearing.Delivery{Instruments: []hearing.ID{"i"}, ServedAt: on.AddDate(0, 0, -5)}, "deliveries[0].served_at early-service"},
	} {
		c.d.ID, c.d.Organisation = "d", "o"
		a := hearing.Announcement{ID: "a", Cases: []hearing.ID{"c"}, Deliveries: []hearing.Delivery{c.d}}
		if got := first(append(a.Validate(), a.Grid(papers)...)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
