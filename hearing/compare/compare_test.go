package compare_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing/compare"
)

// table makes a list of lines whose values are divided by |.
func table(t testing.TB, lines ...string) *compare.List {
	t.Helper()
	l := &compare.List{}
	for i, line := range lines {
		if err := l.Add(i+1, strings.Split(line, "|")); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Done(); err != nil {
		t.Fatal(err)
	}
	return l
}

// told says a result in words: the kind, and the rows in their files.
func told(r *compare.Result) []string {
	var out []string
	for _, l := range r.Lines {
		s := string(l.Kind())
		if l.A >= 0 {
			s += fmt.Sprintf(" a%d", r.A.Place(int(l.A)))
		}
		if l.B >= 0 {
			s += fmt.Sprintf(" b%d", r.B.Place(int(l.B)))
		}
		if l.Diff != 0 {
			s += fmt.Sprintf(" %b", l.Diff)
		}
		out = append(out, s)
	}
	return out
}

func plan(m compare.Match, diff ...compare.Pair) compare.Plan {
	return compare.Plan{Keys: []compare.Pair{{A: 0, B: 0}}, Match: m, Diff: diff}
}

func TestCompare(t *testing.T) {
	amount := compare.Pair{A: 1, B: 1}
	for _, c := range []struct {
		name string
		a, b []string
		plan compare.Plan
		same int
		want []string
	}{
		{"users and payments", []string{"户号|应缴", "1001|20", "1002|35.5", "1003|40"}, []string{"编号|实缴", "1002|35.50", "1003|4", "1009|10"}, plan(compare.Trim, amount), 1,
			[]string{"only-a a2", "only-b b4", "differs a4 b3 1"}},
		{"exactly", []string{"户号|应缴", "1002|35.5"}, []string{"编号|实缴", "1002|35.50"}, plan(compare.Exact, amount), 0, []string{"differs a2 b2 1"}},
		{"the form of a name", []string{"单位|n", "澄河 水务（集团）有限公司|1", "ＡＢ公司|1"}, []string{"名称|n", "澄河水务集团|1", "ab有限责任公司|1"}, plan(compare.Trim), 2, nil},
		{"the form counts", []string{"单位|n", "澄河水务公司|1"}, []string{"名称|n", "澄河水务|1"}, plan(compare.Exact), 0, []string{"only-a a2", "only-b b2"}},
		{"a company that is called so", []string{"单位|n", "公司|1"}, []string{"名称|n", "有限公司|1"}, plan(compare.Trim), 0, []string{"only-a a2", "only-b b2"}},
		{"twice in one list", []string{"户号|应缴", "1|5", "1|6", "2|7"}, []string{"编号|实缴", "1|6", "2|7"}, plan(compare.Trim, amount), 2, []string{"twice-a a2", "twice-a a3"}},
		{"twice and nowhere else", []string{"户号|应缴", "2|7"}, []string{"编号|实缴", "8|1", "8|1", "2|7"}, plan(compare.Trim, amount), 1,
			[]string{"only-b b2", "only-b b3", "twice-b b2", "twice-b b3"}},
		{"no key", []string{"户号|应缴", " |5", "1|6"}, []string{"编号|实缴", "1|6", "　|7"}, plan(compare.Trim, amount), 1, []string{"empty-a a2", "empty-b b3"}},
		{"near names", []string{"单位|n", "澄河区望江路二次供水站|1", "云岭热力厂|1"}, []string{"名称|n", "澄河区望江路二次供水站点|1", "云岭印刷厂|1"}, plan(compare.Fuzzy), 0,
			[]string{"only-a a3", "only-b b3", "near a2 b2"}},
		{"a number is not near another", []string{"户号|n", "1001001|1"}, []string{"编号|n", "1001002|1"}, plan(compare.Fuzzy), 0, []string{"only-a a2", "only-b b2"}},
		{"the nearest first", []string{"单位|n", "澄河区第一中学食堂|1"}, []string{"名称|n", "澄河区第二中学饭堂|1", "澄河区第一中学饭堂|1"}, plan(compare.Fuzzy), 0,
			[]string{"only-b b2", "near a2 b3"}},
		{"a title above", []string{"澄河区用水户一览表|", "户号|应缴", "1|2"}, []string{"编号|实缴", "1|2"}, plan(compare.Trim, amount), 1, nil},
		{"a single column", []string{"户号", "1", "2"}, []string{"编号", "2", "3"}, plan(compare.Trim), 1, []string{"only-a a2", "only-b b3"}},
		{"rows of another length", []string{"户号|应缴", "1", "2|7|x"}, []string{"编号|实缴", "1|", "2|7"}, plan(compare.Trim, amount), 2, nil},
		{"nothing", []string{"户号|应缴"}, []string{"编号|实缴"}, plan(compare.Fuzzy), 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := compare.Compare(t.Context(), table(t, c.a...), table(t, c.b...), c.plan, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := told(r); !slices.Equal(got, c.want) || r.Same != c.same {
				t.Errorf("got %q and %d the same\nwant %q and %d", got, r.Same, c.want, c.same)
			}
		})
	}
}

// TestTwoColumnsAreOneKey has 1|12 and 11|2, which are one text without a
// division.
func TestTwoColumnsAreOneKey(t *testing.T) {
	a, b := table(t, "楼|室|n", "1|12|x"), table(t, "楼|室|n", "11|2|x", "１|12|x")
	r, err := compare.Compare(t.Context(), a, b, compare.Plan{Keys: []compare.Pair{{A: 0, B: 0}, {A: 1, B: 1}}, Match: compare.Trim}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := told(r); !slices.Equal(got, []string{"only-b b2"}) || r.Same != 1 {
		t.Errorf("got %q", got)
	}
}

func TestAmountsAreNumbers(t *testing.T) {
	for text, same := range map[string]string{"1,200.50": "1200.5", "￥20": "20.00元", "０": "0.0", "-0": "0", "007": "7", "100": "１００", "-3.10": "-3.1", ".5": "0.50"} {
		r, err := compare.Compare(t.Context(), table(t, "户|额", "1|"+text), table(t, "户|额", "1|"+same), plan(compare.Trim, compare.Pair{A: 1, B: 1}), nil)
		if err != nil || r.Same != 1 {
			t.Errorf("%q is not %q: %v", text, same, err)
		}
	}
	for text, other := range map[string]string{"100": "10", "1.05": "1.5", "-3": "3", "12a": "12", "": "0", "1.2.3": "1.23"} {
		r, err := compare.Compare(t.Context(), table(t, "户|额", "1|"+text), table(t, "户|额", "1|"+other), plan(compare.Trim, compare.Pair{A: 1, B: 1}), nil)
		if err != nil || r.Same != 0 {
			t.Errorf("%q is %q: %v", text, other, err)
		}
	}
}

func TestAPlanThatCannotBeFollowed(t *testing.T) {
	l := table(t, "户号|应缴", "1|2")
	for _, c := range []struct {
		plan compare.Plan
		want error
	}{
		{compare.Plan{Match: compare.Trim}, compare.ErrNoKey},
		{compare.Plan{Keys: []compare.Pair{{A: 0, B: 2}}}, compare.ErrColumns},
		{compare.Plan{Keys: []compare.Pair{{A: -1, B: 0}}}, compare.ErrColumns},
	} {
		if _, err := compare.Compare(t.Context(), l, l, c.plan, nil); !errors.Is(err, c.want) {
			t.Errorf("%+v: got %v, want %v", c.plan, err, c.want)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := compare.Compare(ctx, l, l, plan(compare.Trim), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestEveryRowIsSomewhere compares twenty thousand rows with twenty thousand
// others by a rule that says beforehand what is found, each row once.
func TestEveryRowIsSomewhere(t *testing.T) {
	const n = 20_000
	a, b := lists(t, n)
	last := 0
	r, err := compare.Compare(t.Context(), a, b, plan(compare.Fuzzy, compare.Pair{A: 1, B: 1}), func(p int) {
		if p < last {
			t.Errorf("it goes back from %d to %d hundredths", last, p)
		}
		last = p
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[compare.Kind]int{compare.OnlyA: n / 20, compare.OnlyB: n / 20, compare.Differs: n / 20, compare.Near: n / 20, compare.TwiceA: 0, compare.TwiceB: 0}
	for k, w := range want {
		if got := r.Count(k); got != w {
			t.Errorf("%s: %d, want %d", k, got, w)
		}
	}
	if r.Same != n-3*n/20 || last != 100 {
		t.Errorf("%d the same, %d hundredths", r.Same, last)
	}
}

// lists are two lists of n rows: of twenty, one stands only in A, one only in B,
// one has another amount, and one another character in its name.
func lists(t testing.TB, n int) (a, b *compare.List) {
	t.Helper()
	a, b = &compare.List{}, &compare.List{}
	add := func(l *compare.List, place int, cells ...string) {
		if err := l.Add(place, cells); err != nil {
			t.Fatal(err)
		}
	}
	add(a, 1, "用水户", "应缴", "地址")
	add(b, 1, "缴费户", "实缴", "日期")
	for i := range n {
		name, sum := Name(i), fmt.Sprintf("%d.50", i%997)
		other, paid := name, sum
		switch i % 20 {
		case 3:
			paid = "0"
		case 7:
			other = name[:len(name)-len("户")] + "居"
		case 11:
			name, other = name+"甲甲甲甲", name+"乙乙乙乙"
		}
		add(a, i+2, name, sum, "澄河区望江街道")
		add(b, i+2, other, paid, "2023-06-20")
	}
	return a, b
}

// Name is a name that no other number has, of which every other differs in more
// than a fuzzy comparison forgives.
func Name(i int) string {
	const signs = "东西南北中春夏秋冬山水云风金木火土日月星"
	all := []rune(signs)
	out := []rune{}
	for range 5 {
		out = append(out, all[i%len(all)], all[(i/7+3)%len(all)])
		i = i/len(all) + i*31
	}
	return string(out) + "户"
}

func BenchmarkAMillion(b *testing.B) {
	left, right := lists(b, 1_000_000)
	for b.Loop() {
		if _, err := compare.Compare(b.Context(), left, right, plan(compare.Trim, compare.Pair{A: 1, B: 1}), nil); err != nil {
			b.Fatal(err)
		}
	}
}
