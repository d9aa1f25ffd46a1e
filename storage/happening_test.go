package storage_test

import (
	"reflect"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/hearing/sample"
	"hearingdesk/storage"
)

// TestAPeriodIsCountedFromItsOwnRecords holds that what is read of a period gives
// every figure and every event that the whole desk gives: of the worked examples, of
// the article's year, and of ten invented years.
func TestAPeriodIsCountedFromItsOwnRecords(t *testing.T) {
	article := filled(t)
	p, err := sample.Article(noon.Location())
	if err != nil {
		t.Fatal(err)
	}
	p.Office = nil
	must[storage.ImportReport](t)(article.Import(t.Context(), p))
	date := func(y, m, d int) calendar.Date { return calendar.NewDate(y, time.Month(m), d) }
	for name, c := range map[string]struct {
		desk    *storage.Desk
		periods [][2]calendar.Date
	}{
		"article": {article, [][2]calendar.Date{{date(2023, 1, 1), date(2023, 12, 31)}, {date(2023, 7, 1), date(2023, 9, 30)}, {date(2024, 1, 1), date(2024, 12, 31)}}},
		"invented": {invented(t, 700), [][2]calendar.Date{{date(2022, 1, 1), date(2022, 12, 31)}, {date(2023, 5, 1), date(2023, 5, 31)},
			{date(2023, 7, 10), date(2023, 7, 10)}, {date(2012, 1, 1), date(2012, 12, 31)}, {date(2013, 1, 1), date(2023, 12, 31)}}},
	} {
		all := must[hearing.Package](t)(c.desk.Export(t.Context()))
		k := figures.Counter{Days: &calendar.Calendar{}, Zone: noon.Location(), At: noon}
		for _, x := range c.periods {
			own := must[hearing.Package](t)(c.desk.Happened(t.Context(), x[0], x[1]))
			if got, want := k.Count(own, x[0], x[1]), k.Count(all, x[0], x[1]); !reflect.DeepEqual(got, want) {
				t.Errorf("%s from %s to %s: %+v\nwant %+v", name, x[0], x[1], got, want)
			}
			if got, want := len(k.Events(own, x[0], x[1])), len(k.Events(all, x[0], x[1])); got != want {
				t.Errorf("%s from %s to %s: %d events, want %d", name, x[0], x[1], got, want)
			}
		}
	}
}
