package hearing_test

import (
	"slices"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

func clueDay(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func clue() hearing.Clue {
	return hearing.Clue{ID: "q1", Source: hearing.SourceHotline, Number: "YL2023051200417", CameOn: clueDay("2023-05-12"), State: hearing.ClueOpen,
		Text: "梧桐苑多户从窗户拉线给电动自行车充电。楼道里也停着车。", Places: []string{"梧桐苑"}, Domain: "20", Handler: "p-lin"}
}

func TestAClueIsRefusedBesideItsField(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*hearing.Clue)
		want   []string // path and code
	}{
		{"nothing", func(*hearing.Clue) {}, nil},
		{"empty", func(c *hearing.Clue) { *c = hearing.Clue{ID: "q"} }, []string{"source required", "state required", "came_on required", "text required"}},
		{"a source nobody knows", func(c *hearing.Clue) { c.Source = "rumour" }, []string{"source unknown"}},
		{"filed as nothing", func(c *hearing.Clue) { c.State, c.DecidedOn = hearing.ClueFiled, clueDay("2023-06-20") }, []string{"cases required"}},
		{"filed on no day", func(c *hearing.Clue) { c.State, c.Cases = hearing.ClueFiled, []hearing.ID{"c"} }, []string{"decided_on required"}},
		{"transferred to nobody", func(c *hearing.Clue) { c.State, c.DecidedOn = hearing.ClueTransferred, clueDay("2023-06-20") }, []string{"to required"}},
		{"dropped without a reason", func(c *hearing.Clue) {
			c.State, c.DecidedOn, c.Reason = hearing.ClueDropped, clueDay("2023-06-20"), " "
		}, []string{"reason required"}},
		{"decided before it came", func(c *hearing.Clue) {
			c.State, c.DecidedOn, c.Reason = hearing.ClueDropped, clueDay("2023-05-11"), "不属实"
		}, []string{"decided_on order"}},
		{"told before it came", func(c *hearing.Clue) { c.ToldOn = clueDay("2023-05-11") }, []string{"told_on order"}},
		{"one case twice", func(c *hearing.Clue) { c.Cases = []hearing.ID{"c", "c"} }, []string{"cases[1] duplicate"}},
	} {
		k := clue()
		c.change(&k)
		var got []string
		for _, f := range k.Validate() {
			got = append(got, f.Path+" "+f.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAClueIsCalledByItsFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"梧桐苑多户拉线充电。楼道也停着车。":    "梧桐苑多户拉线充电",
		"\n 户号 1001 欠缴\n金额 20": "户号 1001 欠缴",
		"。":                    "。",
		"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二": "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十…",
	} {
		if got := (hearing.Clue{Text: text}).Called(); got != want {
			t.Errorf("%q is called %q, want %q", text, got, want)
		}
	}
}

// TestACaseBeginsWithItsClue: what is known is not typed again, and the clue
// names the case.
func TestACaseBeginsWithItsClue(t *testing.T) {
	c := clue().FiledAs("c-1", clueDay("2023-06-20"))
	k := c.Begins("c-1")
	if k.Cause != "梧桐苑多户从窗户拉线给电动自行车充电" || k.Source != hearing.SourceHotline || k.SourceNote != c.Number || k.Domain != "20" ||
		!slices.Equal(k.Places, c.Places) || k.Facts != c.Text || k.Handler != "p-lin" || k.FiledOn != clueDay("2023-06-20") || len(k.Validate()) > 0 {
		t.Errorf("the case begins as %+v: %v", k, k.Validate())
	}
	if c.State != hearing.ClueFiled || !slices.Equal(c.Cases, []hearing.ID{"c-1"}) || len(c.Validate()) > 0 {
		t.Errorf("the clue is %+v: %v", c, c.Validate())
	}
	again := c.FiledAs("c-2", clueDay("2023-07-01"))
	if len(again.Cases) != 2 || again.DecidedOn != c.DecidedOn || len(c.Cases) != 1 {
		t.Errorf("a second case: %+v", again)
	}
}

func TestWhenAClueOwesNothing(t *testing.T) {
	on, told := clueDay("2023-06-20"), clueDay("2023-06-25")
	for _, c := range []struct {
		name string
		clue hearing.Clue
		want calendar.Date
	}{
		{"open", clue(), calendar.Date{}},
		{"decided, nobody told", clue().FiledAs("c", on), calendar.Date{}},
		{"decided and told", func() hearing.Clue { c := clue().FiledAs("c", on); c.ToldOn = told; return c }(), told},
		{"nobody gave it", func() hearing.Clue { c := clue().FiledAs("c", on); c.Source = hearing.SourceData; return c }(), on},
		{"told before it was decided", func() hearing.Clue { c := clue().FiledAs("c", on); c.ToldOn = clueDay("2023-06-01"); return c }(), on},
	} {
		if got := c.clue.ClosedOn(); got != c.want {
			t.Errorf("%s: closed on %s, want %s", c.name, got, c.want)
		}
	}
}
