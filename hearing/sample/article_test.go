package sample_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/hearing/sample"
)

var zone = time.FixedZone("CST", 8*60*60)

// TestTheArticleIsCounted holds that the desk gives the numbers that the article
// printed: the shares, of which a whole of 614 to 616 follows, and what was
// reached, each in its unit and as exact as it was said.
func TestTheArticleIsCounted(t *testing.T) {
	p, err := sample.Article(zone)
	if err != nil {
		t.Fatal(err)
	}
	r := figures.Counter{Days: &calendar.Calendar{}, Zone: zone}.Count(p, calendar.NewDate(sample.ArticleYear, 1, 1), calendar.NewDate(sample.ArticleYear, 12, 31))
	for domain, want := range map[hearing.Domain][2]int{"01": {231, 38}, "08": {181, 29}} {
		i := slices.IndexFunc(r.Domains, func(d figures.Part[hearing.Domain]) bool { return d.Of == domain })
		if d := r.Domains[i]; d.Figure.N != want[0] || int(d.PercentRounded) != want[1] || int(d.Percent) != want[1] {
			t.Errorf("%s: %d, %d %% or %d %%; want %v", domain, d.Figure.N, d.PercentRounded, d.Percent, want)
		}
	}
	var got []string
	for _, m := range r.Metrics {
		got = append(got, m.Quantity.String())
	}
	slices.Sort(got)
	want := strings.Fields("1.03万元 21.56亩 1327.83平方米 3层 20余处 20余处 170余辆 30余个 30余个 3500余名 30家 13家 24人 15名 上万名居民")
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("reached: %v\nwant %v", got, want)
	}
}

func TestTheSameArticleEachTime(t *testing.T) {
	a, _ := sample.Article(zone)
	b, _ := sample.Article(zone)
	if !reflect.DeepEqual(a, b) {
		t.Error("the desk differs")
	}
}
