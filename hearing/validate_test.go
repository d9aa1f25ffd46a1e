package hearing_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
)

var cst = time.FixedZone("CST", 8*60*60)

func at(day, hour, minute int) time.Time { return time.Date(2023, 7, day, hour, minute, 0, 0, cst) }

// faults writes them as “path code”.
func faults(list hearing.FieldErrors) []string {
	var out []string
	for _, f := range list {
		out = append(out, f.Path+" "+f.Code)
	}
	return out
}

func TestValidate(t *testing.T) {
	long, longer := strings.Repeat("长", hearing.MaxName+1), strings.Repeat("长", hearing.MaxText+1)
	forty := strings.Repeat("阿", 40)
	for _, c := range []struct {
		name   string
		record hearing.Record
		want   []string
	}{
		{"a person", hearing.Person{ID: "p", Name: "王䶮"}, nil},
		{"a name of forty characters", hearing.Person{ID: "p", Name: forty}, nil},
		{"a name of a whole paste", hearing.Person{ID: "p", Name: long}, []string{"name long"}},
		{"no name but blanks", hearing.Person{ID: "p", Name: " 　"}, []string{"name required"}},
		{"no ID", hearing.Person{Name: "许晚"}, []string{"id required"}},
		{"an ID in Chinese", hearing.Person{ID: "许晚", Name: "许晚"}, []string{"id format"}},
		{"an ID of 65 letters", hearing.Person{ID: hearing.ID(strings.Repeat("a", 65)), Name: "许晚"}, []string{"id format"}},
		{"codes that nobody knows", hearing.Person{ID: "p", Name: "许晚", Gender: "x", Rank: "x", Class: "x", Pool: "x", Bars: []hearing.Bar{{}, {Kind: "x"}}},
			[]string{"gender unknown", "rank unknown", "class unknown", "pool unknown", "bars[0].kind required", "bars[1].kind unknown"}},
		{"terms that end before they begin", hearing.Person{ID: "p", Name: "许晚", TermBegins: date("2025-01-02"), TermEnds: date("2025-01-01"), Bars: []hearing.Bar{{Kind: hearing.BarOther, Since: date("2025-01-02"), Until: date("2025-01-01")}},
			Supervisor: hearing.Appointment{From: date("2025-01-02"), Until: date("2025-01-01")}, Press: hearing.Appointment{From: date("2025-01-01"), Until: date("2025-01-01")}},
			[]string{"term_ends order", "bars[0].until order", "supervisor.until order"}},
		{"what an officer brings, without the names", hearing.Person{ID: "p", Name: "许晚", PoolSource: "x", PoolChanges: []hearing.PoolChange{{}, {On: date("2025-01-01"), Status: "x"}}, Certificates: []hearing.Certificate{{Number: "7"}}},
			[]string{"pool_source unknown", "pool_changes[0].on required", "pool_changes[0].status required", "pool_changes[1].status unknown", "certificates[0].kind required"}},
		{"merged with itself, and twice with another", hearing.Person{ID: "p", Name: "许晚", Merged: []hearing.ID{"p", "q", "q"}}, []string{"merged[0] duplicate", "merged[2] duplicate"}},
		{"a remark beyond measure", hearing.Person{ID: "p", Name: "许晚", Note: longer}, []string{"note long"}},

		{"an agency", hearing.Organisation{ID: "o", Name: "某局", Kind: hearing.Agency}, nil},
		{"an organisation of no kind", hearing.Organisation{ID: "o", Name: "某局", Level: "x"}, []string{"kind required", "level unknown"}},
		{"its own superior", hearing.Organisation{ID: "o", Name: "某局", Kind: hearing.Agency, Parent: "o"}, []string{"parent ring"}},

		{"a room", hearing.Room{ID: "r", Name: "听证室一", Kind: hearing.HearingRoom, Seats: 30}, nil},
		{"less than no seats", hearing.Room{ID: "r", Name: "听证室一", Kind: "x", Seats: -1}, []string{"kind unknown", "seats range"}},

		{"a case", hearing.Case{ID: "c", Cause: "某案", Type: hearing.AdminPublicInterest}, nil},
		{"a case with nothing", hearing.Case{ID: "c"}, []string{"cause required", "type required"}},
		{"its codes and parties", hearing.Case{ID: "c", Cause: "某案", Type: "A11", Source: "x", Domain: "77", Secrets: []hearing.Secret{"x", ""},
			Parties: []hearing.Party{{ID: "1", Role: "x", Person: "p"}, {ID: "1", Role: hearing.Applicant}}},
			[]string{"type unknown", "source unknown", "secrets[0] unknown", "secrets[1] required", "domain unknown", "parties[1].id duplicate", "parties[0].role unknown", "parties[1].person required"}},

		{"an instrument", hearing.Instrument{ID: "i", Case: "c", Kind: hearing.Recommendation}, nil},
		{"of no case", hearing.Instrument{ID: "i", Kind: "x", Title: long}, []string{"case required", "kind unknown", "title long"}},

		{"the office", hearing.Office{Name: "云岭市澄河区人民检察院"}, nil},
		{"an office without a name", hearing.Office{Level: "x", Short: long}, []string{"name required", "short long", "level unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := faults(c.record.Validate()); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestValidateSessions(t *testing.T) {
	q := []hearing.Question{{ID: "q", Text: "是否"}}
	people := []hearing.Participant{{ID: "o", Role: hearing.Officer}, {ID: "b", Role: hearing.Observer}}
	for _, c := range []struct {
		name   string
		record hearing.Record
		want   []string
	}{
		{"a draft needs nothing", hearing.Hearing{ID: "h"}, nil},
		{"an end before the start", hearing.Hearing{ID: "h", Slot: hearing.Slot{Start: at(18, 9, 0), End: at(18, 8, 0)}}, []string{"end order"}},
		{"an end at the start", hearing.Hearing{ID: "h", Slot: hearing.Slot{Start: at(18, 9, 0), End: at(18, 9, 0)}}, []string{"end order"}},
		{"no end yet", hearing.Hearing{ID: "h", Slot: hearing.Slot{Start: at(18, 9, 0)}}, nil},
		{"an end in the wrong year", hearing.Hearing{ID: "h", Slot: hearing.Slot{Start: at(18, 9, 0), End: at(18, 11, 0).AddDate(1, 0, 0)}}, []string{"end range"}},
		{"two weeks", hearing.Hearing{ID: "h", Slot: hearing.Slot{Start: at(1, 9, 0), End: at(15, 9, 0)}}, nil},
		{"an unknown role", hearing.Hearing{ID: "h", Participants: []hearing.Participant{{ID: "1", Role: "judge"}, {ID: "2"}, {ID: "2", Role: hearing.Officer}}},
			[]string{"participants[2].id duplicate", "participants[0].role unknown", "participants[1].role required"}},
		{"presence and telling", hearing.Hearing{ID: "h", Participants: []hearing.Participant{{ID: "1", Role: hearing.Officer, Attendance: hearing.Attendance{Presence: "x"}, Told: []hearing.Told{{Method: "x"}}}}},
			[]string{"participants[0].attendance.presence unknown", "participants[0].told[0].method unknown"}},
		{"state, form, openness, purpose", hearing.Hearing{ID: "h", State: "x", Forms: []hearing.Form{"x"}, Openness: "x", Purposes: []hearing.Purpose{"x"}},
			[]string{"state unknown", "forms[0] unknown", "openness unknown", "purposes[0] unknown"}},
		{"approval, notary, move", hearing.Hearing{ID: "h", Approvals: []hearing.Approval{{}}, Notary: []hearing.NotaryMatter{{ID: "m"}}, Moves: []hearing.Move{{Kind: "x"}}},
			[]string{"approvals[0].kind required", "notary[0].kind required", "moves[0].kind unknown"}},
		{"opinions of nobody on nothing, and twice", hearing.Hearing{ID: "h", Questions: q, Participants: people, Opinions: []hearing.Opinion{
			{Officer: "o", Question: "q", Stance: "x"}, {Officer: "o", Question: "q"}, {Officer: "b", Question: "q"}, {Officer: "o", Question: "nothing"}}},
			[]string{"opinions[0].stance unknown", "opinions[1].question duplicate", "opinions[2].officer reference", "opinions[3].question reference"}},
		{"the outcome", hearing.Hearing{ID: "h", Questions: q, Outcome: hearing.Outcome{Ruling: hearing.Ruling{Timing: "x"}, Observers: -1, Answers: []hearing.Answer{{Question: "nothing", Stance: "x"}}}},
			[]string{"outcome.answers[0].question reference", "outcome.answers[0].stance unknown", "outcome.timing unknown", "outcome.observers range"}},
		{"an announcement", hearing.Announcement{ID: "a"}, nil},
		{"a delivery to nobody", hearing.Announcement{ID: "a", Deliveries: []hearing.Delivery{{ID: "1", Organisation: "o"}, {ID: "1", Mode: "x"}}},
			[]string{"deliveries[1].id duplicate", "deliveries[1].mode unknown", "deliveries[1].organisation required"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := faults(c.record.Validate()); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestFieldErrorsAreShort keeps a paste of a whole file out of a message.
func TestFieldErrorsAreShort(t *testing.T) {
	err := hearing.Person{ID: "p", Name: strings.Repeat("长", 5000)}.Validate()
	if n := len([]rune(fmt.Sprint(err))); n > 100 {
		t.Errorf("the message has %d characters", n)
	}
}

func TestValidID(t *testing.T) {
	for id, want := range map[hearing.ID]bool{"": false, "a": true, "A-1_b.c:d": true, "a b": false, "a/b": false, "听证": false, "a\n": false} {
		if got := hearing.ValidID(id); got != want {
			t.Errorf("%q is %v", id, got)
		}
	}
}
