package schedule

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/exchange"
	"hearingdesk/hearing/rules"
	"hearingdesk/storage"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

var zone = words.Zone()

// at reads 2023-07-18 09:00 in the office's zone.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	v, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func day(t testing.TB, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func desk(t testing.TB, now string) *storage.Desk {
	t.Helper()
	n := 0
	d, err := storage.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"), storage.Options{Actor: "许晚", Now: func() time.Time { return at(t, now) },
		NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("id-%d", n)) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// filled opens a desk with the worked examples.
func filled(t testing.TB, now string) *storage.Desk {
	t.Helper()
	d := desk(t, now)
	p, err := exchange.Decode(assets.Examples)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return d
}

// A shownPage is the page in a window, with what it said and where it led.
type shownPage struct {
	*page
	w      fyne.Window
	went   shell.Place
	said   string
	failed error
}

func show(t testing.TB, d Desk, now string, on string) *shownPage {
	t.Helper()
	if err := words.Use(words.Chinese); err != nil {
		t.Fatal(err)
	}
	days, err := calendar.Load(assets.Holidays)
	if err != nil {
		t.Fatal(err)
	}
	s := &shownPage{w: shown.Window(t, nil)}
	sh := &shell.Shell{Window: s.w, Work: work.Now(t.Context()), Now: func() time.Time { return at(t, now) }, Days: days,
		Book: func() (*rules.Book, error) { return shown.Book(t), nil },
		Go:   func(p shell.Place) { s.went = p }, Say: func(text string) { s.said = text }, Fail: func(err error) { s.failed = err }}
	s.page = New(sh, d).(*page)
	s.w.SetContent(s.Object())
	place := shell.Place{Kind: shell.Schedule}
	if on != "" {
		place.Day = day(t, on)
	}
	s.Show(place)
	return s
}

// press types keys.
func (s *shownPage) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		if f, ok := s.w.Canvas().Focused().(interface{ TypedKey(*fyne.KeyEvent) }); ok {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

// crowded fills a desk with a month such as no office has: five rooms, forty
// sessions of all states, long names, clashes, and one that ends past midnight.
func crowded(t testing.TB, now string) *storage.Desk {
	t.Helper()
	d := filled(t, now)
	p := hearing.Package{}
	for i := range 4 {
		p.Rooms = append(p.Rooms, hearing.Room{ID: hearing.ID(fmt.Sprintf("r-x%d", i)), Kind: hearing.HearingRoom,
			Name: []string{"听证室二", "云岭市澄河区梧桐街道春晖社区党群服务中心二楼大会议室", "看守所听证室", "远程视频听证室"}[i]})
	}
	rooms := []hearing.ID{"r-1", "r-x0", "r-x1", "r-x2", "r-x3", "r-chunhui"}
	titles := []string{"督促整治梧桐苑消防通道堵塞行政公益诉讼案听证会", "周某某拟不起诉案听证会", "程建平申诉案听证会", "羁押必要性审查听证会", "关于未成年人文身治理的督促履职检察建议公开听证会暨社会治理联席会议"}
	for i := range 60 {
		start := at(t, "2023-09-01 08:30").AddDate(0, 0, i*7%37).Add(time.Duration(i%9) * time.Hour)
		h := hearing.Hearing{ID: hearing.ID(fmt.Sprintf("h-x%02d", i)), Title: titles[i%5], State: hearing.States[i%len(hearing.States)],
			Slot: hearing.Slot{Room: rooms[i%6], Start: start, End: start.Add(time.Duration(1+i%3) * 50 * time.Minute)}, Presider: []hearing.ID{"p-lin", "p-gu", ""}[i%3]}
		h.Openness = []hearing.Openness{hearing.Public, hearing.NotOpen}[i%2]
		if i%4 == 0 {
			h.Forms = []hearing.Form{hearing.Streamed}
		}
		if i >= 45 { // one day takes fifteen
			start = at(t, "2023-09-20 08:00").Add(time.Duration(i-45) * 40 * time.Minute)
			h.Start, h.End = start, start.Add(100*time.Minute)
		}
		p.Hearings = append(p.Hearings, h)
	}
	p.Hearings[59].Slot = hearing.Slot{Room: "r-1", Start: at(t, "2023-09-21 22:00"), End: at(t, "2023-09-22 01:30")}
	p.Hearings = append(p.Hearings, hearing.Hearing{ID: "h-open", Title: "时间待定的听证会"})
	p.Announcements = []hearing.Announcement{{ID: "a-x", Title: "公开宣告送达", Slot: hearing.Slot{Room: "r-x0", Start: at(t, "2023-09-19 10:00"), End: at(t, "2023-09-19 10:30")}}}
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return d
}
