package script_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/script"
)

func TestScriptsAreAsKept(t *testing.T) {
	for name, d := range map[string]hearing.Dossier{
		"e1": worked(t, "h-e1"), "e2": worked(t, "h-e2"), "e3": worked(t, "h-e3"), "ceremony": worked(t, "a-e1"),
		"custody": custody(t), "civil": ofType(t, hearing.CivilSupervision, hearing.Public), "administrative": ofType(t, hearing.AdminSupervision, hearing.NotOpen),
		"simplified": ofType(t, hearing.CriminalPetition, hearing.Public, hearing.Simplified), "three": many(t, 3),
	} {
		got, file := written(newDesk().of(t, d)), filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is now\n%s", name, got)
		}
	}
}

// TestEachTypeHasItsCourse holds the order of each type of case, public and
// closed (听证工作规定, art. 15; 行政诉讼监督规则, art. 74; 羁押听证办法).
func TestEachTypeHasItsCourse(t *testing.T) {
	const general = "ready open recusal rights case statements questions deliberation opinions last close sign"
	const custody = "ready open identity rights discipline case custody defence danger questions victim opinions sign"
	const administrative = "ready open recusal rights case claim parties evidence own-evidence comments questions last close sign"
	for k, want := range map[hearing.CaseType]string{
		hearing.Arrest: custody, hearing.CustodyNecessity: custody, hearing.NonProsecution: general, hearing.CriminalPetition: general,
		hearing.CivilSupervision: general, hearing.AdminSupervision: administrative, hearing.CivilPublicInterest: general,
		hearing.AdminPublicInterest: general, hearing.JudicialRelief: general, hearing.OtherCase: general,
	} {
		for _, o := range []hearing.Openness{hearing.Public, hearing.NotOpen} {
			s := newDesk().of(t, ofType(t, k, o))
			var got []string
			secret := false
			for _, x := range s.Steps {
				got = append(got, x.Key)
				if x.Name.Zh == "" || x.Name.En == "" || len(x.Presider)+len(x.Recorder) == 0 || len(x.Speakers) == 0 && !slices.Contains([]string{"custody", "defence", "danger", "victim", "identity", "claim", "last"}, x.Key) {
					t.Errorf("%s %s: step %+v", k, o, x)
				}
				secret = secret || strings.Contains(strings.Join(x.Presider, ""), "不公开听证，不安排旁听")
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s %s: %s", k, o, got)
			}
			if secret != (o == hearing.NotOpen) {
				t.Errorf("%s %s: the secrecy is told: %v", k, o, secret)
			}
			if s.Minutes != 150 {
				t.Errorf("%s %s: %d minutes of 150", k, o, s.Minutes)
			}
		}
	}
}

// TestTheClockFitsTheSlot plans in slots of many lengths: the steps end with it,
// none ends before it begins, and each has a minute where there are enough.
func TestTheClockFitsTheSlot(t *testing.T) {
	for _, n := range []int{1, 2, 8} {
		for _, minutes := range []int{0, 5, 12, 30, 44, 90, 145, 150, 240, 600} {
			d := many(t, n)
			d.Hearing.End = d.Hearing.Start.Add(time.Duration(minutes) * time.Minute)
			s := newDesk().of(t, d)
			at, least := 0, minutes
			for _, x := range s.Steps {
				if x.From != time.Duration(at)*time.Minute || x.Minutes < 0 {
					t.Errorf("%d cases in %d minutes: %s from %v for %d", n, minutes, x.Key, x.From, x.Minutes)
				}
				at, least = at+x.Minutes, min(least, x.Minutes)
			}
			if want := minutes; want > 0 && (at != want || s.Minutes != want) {
				t.Errorf("%d cases in %d minutes end after %d", n, minutes, at)
			}
			if minutes >= len(s.Steps) && least < 1 {
				t.Errorf("%d cases in %d minutes: a step has no minute", n, minutes)
			}
		}
	}
	d := worked(t, "h-e1")
	d.Hearing.Slot = hearing.Slot{}
	if s := newDesk().of(t, d); s.Minutes != 145 || !s.Start.IsZero() {
		t.Errorf("without a time: %d minutes", s.Minutes)
	}
}

// TestEightCasesAreHeardOneByOne holds that a case is presented, stated and asked
// about before the next, with its own agency and its own question.
func TestEightCasesAreHeardOneByOne(t *testing.T) {
	s := newDesk().of(t, many(t, 8))
	var got []string
	for _, x := range s.Steps {
		if x.Case == "" {
			continue
		}
		got = append(got, x.Key+" "+string(x.Case))
		no, words := strings.TrimPrefix(string(x.Case), "c"), strings.Join(x.Presider, "")
		if !strings.Contains(words, "第"+no+"号水箱") {
			t.Errorf("%s of %s says %s", x.Key, x.Case, words)
		}
		if x.Key == "case" && (!strings.Contains(words, "一、第"+no+"供水所是否") || strings.Contains(words, "二、")) {
			t.Errorf("%s has the questions %s", x.Case, words)
		}
		if x.Key == "statements" && !slices.Equal(x.Speakers, []string{"a" + no, "h-e3-v1"}) {
			t.Errorf("of %s speak %s", x.Case, x.Speakers)
		}
	}
	var want []string
	for i := range 8 {
		for _, k := range []string{"case", "statements", "questions"} {
			want = append(want, fmt.Sprintf("%s c%d", k, i+1))
		}
	}
	for i := range 8 {
		want = append(want, fmt.Sprintf("opinions c%d", i+1))
	}
	if !slices.Equal(got, want) {
		t.Errorf("the order is %s", got)
	}
}

func TestWhoSpeaks(t *testing.T) {
	for _, k := range []struct {
		name, step, want string
		d                hearing.Dossier
	}{
		{"agencies and the volunteer", "statements", "h-e1-a1 h-e1-a2 h-e1-a3 h-e1-v1", worked(t, "h-e1")},
		{"the applicant first", "statements", "h-e2-p1 h-e2-p2 h-e2-p3 h-e2-p4", worked(t, "h-e2")},
		{"officers by their seats", "deliberation", "h-e1-o1 h-e1-o2 h-e1-o3 h-e1-o4 h-e1-o5", worked(t, "h-e1")},
		{"who presides and presents is one person", "case", "@presider", worked(t, "h-e1")},
		{"the suspect by video, with the defender", "defence", "sus def", custody(t)},
		{"the victim", "victim", "vic", custody(t)},
		{"the police", "custody", "inv", custody(t)},
		{"the adult", "danger", "adult", custody(t)},
	} {
		s := newDesk().of(t, k.d)
		i := slices.IndexFunc(s.Steps, func(x script.Step) bool { return x.Key == k.step })
		if i < 0 || strings.Join(s.Steps[i].Speakers, " ") != k.want {
			t.Errorf("%s: %v", k.name, s.Steps[max(i, 0)].Speakers)
		}
	}
	d := worked(t, "h-e1")
	d.Hearing.Participants[5].Attendance.Presence = hearing.Absent
	d.Hearing.Participants[6].Attendance.Presence = hearing.Absent // the fire brigade
	s := newDesk().of(t, d)
	if got := written(s); !strings.Contains(got, "除吴敏、孙伟未到场外，其他参加人均已到场") {
		t.Errorf("who is absent is not reported:\n%s", got)
	}
	for _, x := range s.Steps {
		if slices.Contains(x.Speakers, "h-e1-a1") {
			t.Errorf("who is absent speaks in %s", x.Key)
		}
	}
}

// TestOnlyWhoIsThereIsInserted offers the notary, the supervisor and the deputies
// only where they take part; order is kept in every hearing.
func TestOnlyWhoIsThereIsInserted(t *testing.T) {
	order := "exhibit recess recusal-asked persuade admonish remove absent"
	for id, want := range map[hearing.ID]string{"h-e1": "supervisor " + order, "h-e2": "notary " + order, "h-e3": order} {
		var got []string
		for _, x := range newDesk().of(t, worked(t, id)).Inserts {
			got = append(got, x.Key)
			if hold := map[string]rules.Hold{"recess": rules.Recess, "recusal-asked": rules.Suspended}[x.Key]; x.Holds != hold {
				t.Errorf("%s holds %q", x.Key, x.Holds)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s has %s", id, got)
		}
	}
}
