package draw_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
)

// pool is a made-up pool: every third is of the law, every fifth knows fire
// safety.
func pool(n int) []hearing.DrawCandidate {
	out := make([]hearing.DrawCandidate, n)
	for i := range out {
		out[i] = hearing.DrawCandidate{Person: hearing.ID(fmt.Sprintf("p-%03d", i)), Name: fmt.Sprintf("人员%d", i), Class: hearing.OfficerClasses[i%3]}
		if i%5 == 0 {
			out[i].Specialties = []string{"消防", "电气"}
		}
	}
	return out
}

// asked is a draw that is still to be made.
func asked(n int, seed string) hearing.Draw {
	return hearing.Draw{ID: "d", At: time.Date(2023, 7, 10, 9, 0, 0, 0, time.UTC), Operator: "许晚", Witness: "吴敏", Day: calendar.NewDate(2023, 7, 18),
		Pool: pool(n), Officers: 3, Alternates: 2, Seed: seed, SeedSource: hearing.SeedPublic}
}

func made(t testing.TB, d hearing.Draw) hearing.Draw {
	t.Helper()
	out, err := draw.Make(d)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestAKnownDraw keeps the algorithm as it is: a record of today must be
// repeated by every later program.
func TestAKnownDraw(t *testing.T) {
	d := made(t, asked(7, "20230710"))
	got := fmt.Sprintln(d.Hash, d.Order, d.Drawn, d.Spare)
	const want = "0201dc904435373656e3db12d8efc09066361ece2554613fe6d5b0bc99b3acc9 [6 2 4 3 1 5 7] [6 2 4] [3 1]\n"
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestSeedsAreNormal(t *testing.T) {
	for typed, want := range map[string]string{
		"  20230710 ": "20230710", "２０２３０７１０": "20230710", "02 05\t11　19\n": "02 05 11 19", "3,247.35": "3,247.35", "３２４７．３５": "3247.35", "双色球 第2023080期": "双色球 第2023080期",
	} {
		if got := draw.Normal(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
	if a, b := made(t, asked(9, "２０２３")), made(t, asked(9, " 2023 ")); !slices.Equal(a.Order, b.Order) {
		t.Error("one value gives two orders")
	}
}

func TestTheRandomSeedIsThatOfTheMachine(t *testing.T) {
	seed, err := draw.Random(strings.NewReader(strings.Repeat("\x01\xfe", 16)))
	if err != nil || seed != strings.Repeat("01fe", 16) {
		t.Errorf("%q, %v", seed, err)
	}
	if _, err := draw.Random(strings.NewReader("short")); err == nil {
		t.Error("a short source is not noticed")
	}
}

// TestTheOrderOfEntryIsNothing: who enters the pool in which order changes
// nothing, who is in it changes everything.
func TestTheOrderOfEntryIsNothing(t *testing.T) {
	a := asked(12, "x")
	b := a
	b.Pool = slices.Clone(a.Pool)
	slices.Reverse(b.Pool)
	x, y := made(t, a), made(t, b)
	if x.Hash != y.Hash || !slices.Equal(x.Order, y.Order) {
		t.Error("the order of entry matters")
	}
	b.Pool = b.Pool[1:]
	if z := made(t, b); z.Hash == x.Hash {
		t.Error("another pool has the same hash")
	}
	b.Pool[0].Class = ""
	if z := made(t, b); z.Hash == x.Hash {
		t.Error("another class has the same hash")
	}
}

// names are the drawn by their numbers.
func classes(d hearing.Draw, list []int) map[hearing.OfficerClass]int {
	out := map[hearing.OfficerClass]int{}
	for _, n := range list {
		out[d.Candidate(n).Class]++
	}
	return out
}

func TestQuotasAreFilled(t *testing.T) {
	for i := range 200 {
		d := asked(30, fmt.Sprint(i))
		d.Officers, d.Alternates = 5, 3
		d.Quotas = []hearing.DrawQuota{{Class: hearing.ClassLaw, N: 2}, {Class: hearing.ClassSocial, N: 1}, {Specialty: "消防", N: 1}}
		d = made(t, d)
		fire := func(n int) bool { return slices.Contains(d.Candidate(n).Specialties, "消防") }
		if c := classes(d, d.Drawn); len(d.Drawn) != 5 || c[hearing.ClassLaw] < 2 || c[hearing.ClassSocial] < 1 || !slices.ContainsFunc(d.Drawn, fire) {
			t.Fatalf("seed %d: drawn %v, %v", i, d.Drawn, c)
		}
		if c := classes(d, d.Spare); len(d.Spare) != 3 || c[hearing.ClassLaw] < 1 || c[hearing.ClassSocial] < 1 || !slices.ContainsFunc(d.Spare, fire) {
			t.Fatalf("seed %d: alternates %v, %v", i, d.Spare, c)
		}
		inOrder := func(list []int) bool {
			return slices.IsSortedFunc(list, func(a, b int) int { return slices.Index(d.Order, a) - slices.Index(d.Order, b) })
		}
		if !inOrder(d.Drawn) || !inOrder(d.Spare) {
			t.Fatalf("seed %d: not in the order", i)
		}
		if !draw.True(d) {
			t.Fatalf("seed %d: %v", i, draw.Verify(d))
		}
	}
}

func TestAPoolThatIsTooSmall(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*hearing.Draw)
		want   string
	}{
		{"nobody", func(d *hearing.Draw) { d.Pool = nil }, "the pool has 0 of 3"},
		{"two of three", func(d *hearing.Draw) { d.Pool = d.Pool[:2] }, "the pool has 2 of 3"},
		{"no lawyer", func(d *hearing.Draw) {
			d.Quotas, d.Pool = []hearing.DrawQuota{{Class: hearing.ClassLaw, N: 1}}, slices.DeleteFunc(d.Pool, func(c hearing.DrawCandidate) bool { return c.Class == hearing.ClassLaw })
		}, "quota law has 0 of 1"},
		{"nobody knows it", func(d *hearing.Draw) { d.Quotas = []hearing.DrawQuota{{Specialty: "医学", N: 1}} }, "quota 医学 has 0 of 1"},
		{"quotas beyond the seats", func(d *hearing.Draw) {
			d.Quotas = []hearing.DrawQuota{{Class: hearing.ClassLaw, N: 2}, {Class: hearing.ClassSocial, N: 2}}
		}, `quotas: range "4" (want ≤ 3)`},
		{"no witness", func(d *hearing.Draw) { d.Witness = " " }, "witness: required"},
		{"no seed", func(d *hearing.Draw) { d.Seed = "　" }, "seed: required"},
		{"nobody operates", func(d *hearing.Draw) { d.Operator = "" }, "operator: required"},
		{"nothing is drawn", func(d *hearing.Draw) { d.Officers = 0 }, `officers: range "0" (want 1–50)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := asked(12, "x")
			c.change(&d)
			if _, err := draw.Make(d); err == nil || err.Error() != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
	var short *draw.ShortError
	if _, err := draw.Make(hearing.Draw{Officers: 1}); !errors.As(err, &short) {
		t.Errorf("%v is of another type", err)
	}
	few := asked(4, "x")
	if d := made(t, few); len(d.Spare) != 1 {
		t.Errorf("alternates %v", d.Spare)
	}
}

// TestAForgedRecordIsFound changes one thing of a record, and it is named.
func TestAForgedRecordIsFound(t *testing.T) {
	for _, c := range []struct {
		name   string
		forge  func(*hearing.Draw)
		first  draw.Step
		others int
	}{
		{"nothing", func(*hearing.Draw) {}, "", 0},
		{"the order", func(d *hearing.Draw) { d.Order[0], d.Order[1] = d.Order[1], d.Order[0] }, draw.StepOrder, 2},
		{"a friend is drawn", func(d *hearing.Draw) { d.Drawn[0], d.Spare[1] = d.Spare[1], d.Drawn[0] }, draw.StepDrawn, 1},
		{"the seed", func(d *hearing.Draw) { d.Seed = "20230711" }, draw.StepOrder, 0},
		{"the seed's form", func(d *hearing.Draw) { d.Seed = " 20230710" }, draw.StepSeed, 1},
		{"a name", func(d *hearing.Draw) { d.Pool[3].Name = "某某" }, draw.StepHash, 0},
		{"a person", func(d *hearing.Draw) { d.Pool[3].Person = "p-friend" }, draw.StepPool, 0},
		{"a quota", func(d *hearing.Draw) { d.Quotas = nil }, draw.StepDrawn, -1},
		{"another algorithm", func(d *hearing.Draw) { d.Algorithm = "dice" }, draw.StepAlgorithm, 0},
		{"no order", func(d *hearing.Draw) { d.Order = nil }, draw.StepOrder, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := asked(20, "20230710")
			d.Quotas = []hearing.DrawQuota{{Class: hearing.ClassLaw, N: 3}}
			d = made(t, d)
			c.forge(&d)
			var wrong []draw.Step
			for _, x := range draw.Verify(d) {
				if !x.Holds() {
					wrong = append(wrong, x.Step)
				}
			}
			if c.first == "" {
				if len(wrong) > 0 {
					t.Errorf("wrong: %v", wrong)
				}
				return
			}
			if len(wrong) == 0 || wrong[0] != c.first || c.others >= 0 && len(wrong) > c.others+1 || draw.True(d) {
				t.Errorf("wrong: %v, want %s first", wrong, c.first)
			}
		})
	}
}

// TestAnotherProgramRepeatsIt writes records of many kinds, and has a program in
// another language, written from the description alone, repeat them.
func TestAnotherProgramRepeatsIt(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3")
	}
	dir := t.TempDir()
	var files []string
	for i, n := range []int{1, 2, 3, 7, 33, 64, 400} {
		for j, seed := range []string{"20230710", "０２ 05　11", "上证指数 3,247.35", strings.Repeat("ab", 32)} {
			d := asked(n, seed)
			d.Officers, d.Alternates = min(n, 1+i), 3
			if n > 10 {
				d.Quotas = []hearing.DrawQuota{{Class: hearing.ClassSocial, N: 1}, {Class: hearing.ClassLaw, Specialty: "电气", N: 1}}
			}
			text, err := json.Marshal(draw.Record{Format: draw.Format, Version: draw.Version, Draw: made(t, d)})
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, fmt.Sprintf("%d-%d.json", n, j))
			if err := os.WriteFile(file, text, 0o600); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
	}
	out, err := exec.Command(python, append([]string{"testdata/repeat.py"}, files...)...).CombinedOutput()
	if want := fmt.Sprintf("%d records repeated\n", len(files)); err != nil || string(out) != want {
		t.Errorf("%v\n%s", err, out)
	}
}
