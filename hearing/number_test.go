package hearing_test

import (
	"errors"
	"testing"

	"hearingdesk/assets"
	"hearingdesk/hearing"
)

func numbering(t *testing.T) hearing.Numbering {
	t.Helper()
	n, err := hearing.ReadNumbering(assets.Numbers)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestWhichPapersAreNumbered(t *testing.T) {
	n := numbering(t)
	o := hearing.Office{Short: "澄检"}
	for form, want := range map[string]string{"07a": "澄检听通〔2023〕7号", "07b": "澄检听通〔2023〕7号", "21": "澄检听变〔2023〕7号", "06": "", "16": ""} {
		s, on := n.Of(o, form)
		got := ""
		if on {
			got = hearing.Numbered{Series: s}.Give(o, "h", 2023, 7).Text
		}
		if got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
	own := o.WithSeries(hearing.Series{Name: "听通", Pattern: "{院}民{类}[{年}]{号}"}).WithSeries(hearing.Series{Name: "听告"}).WithSeries(hearing.Series{Name: "听变", Off: true})
	if s, on := n.Of(own, "07b"); !on || (hearing.Numbered{Series: s}).Give(own, "h", 2023, 7).Text != "澄检民听通[2023]7" {
		t.Errorf("an own pattern: %+v %v", s, on)
	}
	if _, on := n.Of(own, "06"); !on {
		t.Error("an office that numbers its public notices does not")
	}
	if _, on := n.Of(own, "21"); on {
		t.Error("a series that is off numbers")
	}
	if _, on := n.Of(hearing.Office{}, "07a"); on {
		t.Error("an office without a short name numbers")
	}
	if len(o.Numbers) != 0 {
		t.Error("the office that was given was changed")
	}
}

func TestPatterns(t *testing.T) {
	for pattern, code := range map[string]string{
		"{院}{类}〔{年}〕{号}号": "", "{类}{年}-{号}": "", "{院}{类}〔{年}〕号": "required", "{院}〔{年}〕{号}号": "required", "{类}{号}": "required",
		"{类}{年}{号}{号}": "required", "{类}{年}{号}{月}": "unknown", "{类}{年}{号}\n": "unknown", "{类}{年}{号}{": "unknown", "": "required",
	} {
		err := hearing.CheckPattern(pattern)
		var fault *hearing.FieldError
		switch {
		case code == "" && err != nil:
			t.Errorf("%q: %v", pattern, err)
		case code != "" && (!errors.As(err, &fault) || fault.Code != code):
			t.Errorf("%q: %v, want %s", pattern, err, code)
		}
		faults := hearing.Office{Name: "云岭市澄河区人民检察院", Numbers: []hearing.Series{{Name: "听通", Pattern: pattern}}}.Validate()
		if pattern != "" && (code == "") != (len(faults) == 0) {
			t.Errorf("office with %q: %v", pattern, faults)
		}
	}
}

func TestRanges(t *testing.T) {
	for _, c := range []struct {
		r          hearing.Range
		last, want int // 0: used up
	}{
		{hearing.Range{}, 0, 1}, {hearing.Range{}, 41, 42}, {hearing.Range{First: 201}, 0, 201}, {hearing.Range{First: 201, Last: 400}, 399, 400},
		{hearing.Range{First: 201, Last: 400}, 400, 0}, {hearing.Range{Last: 1}, 0, 1},
	} {
		got, err := c.r.Next(c.last)
		var spent *hearing.RangeError
		if got != c.want || (c.want == 0) != errors.As(err, &spent) {
			t.Errorf("%+v after %d: %d, %v", c.r, c.last, got, err)
		}
	}
	for _, r := range []hearing.Range{{First: -3}, {First: 9, Last: 8}, {Last: -1}, {First: 1_000_000}} {
		if len(r.Validate()) == 0 {
			t.Errorf("%+v is taken", r)
		}
	}
}

// TestNumbersFromOutside holds that a broken number of a package is named.
func TestNumbersFromOutside(t *testing.T) {
	good := hearing.Number{Series: "听通", Year: 2023, N: 1, Text: "澄检听通〔2023〕1号", Session: "h-e1", Document: "07a"}
	if f := good.Validate(); len(f) != 0 {
		t.Error(f)
	}
	for _, change := range []func(*hearing.Number){
		func(n *hearing.Number) { n.N = 0 }, func(n *hearing.Number) { n.Year = 202 }, func(n *hearing.Number) { n.Series = " " },
		func(n *hearing.Number) { n.Session = "../x" }, func(n *hearing.Number) { n.Document = "" }, func(n *hearing.Number) { n.VoidedAt = at(18, 9, 0) },
	} {
		n := good
		change(&n)
		if f := n.Validate(); len(f) != 1 {
			t.Errorf("%+v: %v", n, f)
		}
	}
}
