package rules_test

import (
	"testing"

	"hearingdesk/hearing"
)

// asked and decided are steps of a recusal about somebody.
func asked(id, on, person string) hearing.Step {
	return hearing.Step{ID: hearing.ID(id), Kind: hearing.RecusalAsked, On: day(on), Person: hearing.ID(person)}
}

func decided(on, of, person string) hearing.Step {
	return hearing.Step{ID: "d" + hearing.ID(on), Kind: hearing.RecusalDecided, On: day(on), Of: hearing.ID(of), Person: hearing.ID(person)}
}

// TestWhichStepAnswers decides one of two requests.
func TestWhichStepAnswers(t *testing.T) {
	d := newDesk(t)
	const first, second = "block late 2023-06-08", "block late 2023-06-09" // asked on the 5th and on the 6th
	for _, c := range []struct {
		name  string
		steps []hearing.Step
		want  []string
	}{
		{"none", nil, []string{first, second}},
		{"the first open one", []hearing.Step{decided("2023-06-07", "", "")}, []string{second}},
		{"both, in order", []hearing.Step{decided("2023-06-07", "", ""), decided("2023-06-08", "", "")}, nil},
		{"the one that it names", []hearing.Step{decided("2023-06-07", "b", "")}, []string{first}},
		{"the one about the same person", []hearing.Step{decided("2023-06-07", "", "p-b")}, []string{first}},
		{"one of nobody here", []hearing.Step{decided("2023-06-07", "", "p-c")}, []string{first, second}},
		{"both decisions name the second", []hearing.Step{decided("2023-06-07", "b", ""), decided("2023-06-08", "b", "")}, []string{first}},
		{"a named one leaves the other to the next", []hearing.Step{decided("2023-06-07", "", ""), decided("2023-06-08", "a", "")}, nil},
		{"before it was asked", []hearing.Step{decided("2023-06-04", "", "")}, []string{first, second}},
		{"on the same day", []hearing.Step{decided("2023-06-05", "", "")}, []string{second}},
		{"without a day", []hearing.Step{{ID: "x", Kind: hearing.RecusalDecided}}, []string{first, second}},
		{"of another kind", []hearing.Step{{ID: "x", Kind: hearing.ReviewDecided, On: day("2023-06-07")}}, []string{first, second}},
	} {
		t.Run(c.name, func(t *testing.T) {
			steps := append([]hearing.Step{asked("a", "2023-06-05", "p-a"), asked("b", "2023-06-06", "p-b")}, c.steps...)
			equal(t, "DL04", d.of(kase(hearing.AdminPublicInterest, steps...), "DL04", day("2023-06-20")), c.want)
			back := []hearing.Step{} // the order in which they were entered does not matter
			for i := range steps {
				back = append(back, steps[len(steps)-1-i])
			}
			got := d.of(kase(hearing.AdminPublicInterest, back...), "DL04", day("2023-06-20"))
			if len(got) != len(c.want) {
				t.Errorf("entered the other way round: %q", got)
			}
		})
	}
}

// TestTwoUnnamedRequests decides one of two requests that name nobody, and one
// that names more than the other.
func TestTwoUnnamedRequests(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		name   string
		second hearing.Step
		answer hearing.Step
		want   []string
	}{
		{"the earlier", asked("b", "2023-06-06", ""), decided("2023-06-07", "", ""), []string{"block late 2023-06-09"}},
		{"the one that shares more", asked("b", "2023-06-06", "p-b"), decided("2023-06-07", "", "p-b"), []string{"block late 2023-06-08"}},
	} {
		steps := []hearing.Step{asked("a", "2023-06-05", ""), c.second, c.answer}
		equal(t, c.name, d.of(kase(hearing.AdminPublicInterest, steps...), "DL04", day("2023-06-20")), c.want)
	}
}

// TestSuspension is DL27: the clocks of the reply and of the review stand still.
func TestSuspension(t *testing.T) {
	d := newDesk(t)
	began, ended := step(hearing.PauseBegan, "2023-09-01"), step(hearing.PauseEnded, "2023-09-21") // twenty days
	other := began
	other.Instrument = "another"
	named := began
	named.Instrument = "i"
	for _, c := range []struct {
		name          string
		steps         []hearing.Step
		now           string
		reply, review []string
		open          int // suspensions that are said
	}{
		{"not suspended", nil, "2023-09-10", []string{"info due 2023-10-07"}, []string{"info due 2023-11-07"}, 0},
		{"suspended: no day is known", []hearing.Step{began}, "2023-09-10", []string{"info paused "}, nil, 1},
		{"long past the first end", []hearing.Step{began}, "2024-03-01", []string{"info paused "}, nil, 1},
		{"resumed", []hearing.Step{began, ended}, "2023-10-10", []string{"info due 2023-10-20"}, []string{"info due 2023-11-20"}, 0},
		{"late after it resumed", []hearing.Step{began, ended}, "2023-10-21", []string{"block late 2023-10-20"}, []string{"info due 2023-11-20"}, 0},
		{"suspended for another paper", []hearing.Step{other}, "2023-09-10", []string{"info due 2023-10-07"}, []string{"info due 2023-11-07"}, 1},
		{"suspended for this paper", []hearing.Step{named, ended}, "2023-10-10", []string{"info due 2023-10-20"}, []string{"info due 2023-11-20"}, 0},
		{"suspended while it is reviewed", []hearing.Step{step(hearing.PauseBegan, "2023-10-17"), step(hearing.PauseEnded, "2023-10-27")}, "2023-10-20", []string{"block late 2023-10-07"}, []string{"info due 2023-11-17"}, 0},
		{"suspended again", []hearing.Step{began, ended, step(hearing.PauseBegan, "2023-10-10"), step(hearing.PauseEnded, "2023-10-15")}, "2023-10-20", []string{"info due 2023-10-25"}, []string{"info due 2023-11-27"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := with(kase(hearing.AdminPublicInterest, c.steps...), served(advice("2023-07-28"), "2023-07-31"))
			equal(t, "DL09", d.of(f, "DL09", day(c.now)), c.reply)
			equal(t, "DL11", d.of(f, "DL11", day(c.now)), c.review)
			if got := len(d.of(f, "DL27", day(c.now))); got != c.open {
				t.Errorf("DL27 is said %d times, want %d", got, c.open)
			}
		})
	}
}

// TestRepliedWhileSuspended answers before the suspension, and in it.
func TestRepliedWhileSuspended(t *testing.T) {
	d := newDesk(t)
	for _, on := range []string{"2023-08-20", "2023-09-10"} {
		i := served(advice("2023-07-28"), "2023-07-31")
		i.Deliveries[0].RepliedOn = day(on)
		equal(t, on, d.of(with(kase(hearing.AdminPublicInterest, step(hearing.PauseBegan, "2023-09-01")), i), "DL09", day("2023-09-15")), nil)
	}
}
