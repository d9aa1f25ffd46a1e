package service_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
	"hearingdesk/ui/service"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

const now = "2023-08-01 09:00"

// waiting is a desk on which E1's ceremony was held and two receipts are not
// entered yet, one of them for two papers, and E3 was decided.
func waiting(t *testing.T) *storage.Desk {
	d := shown.Examples(t, now)
	a, err := d.Announcement(t.Context(), "a-e1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Deliveries {
		x := &a.Deliveries[i]
		x.RepliedOn, x.Reply = calendar.Date{}, ""
		if i < 2 {
			*x = hearing.Delivery{ID: x.ID, Organisation: x.Organisation, Instruments: x.Instruments, Mode: hearing.Announced, Servers: x.Servers}
		}
	}
	a.Deliveries[1].Instruments = append(a.Deliveries[1].Instruments, "i-e1-1")
	if _, err := d.SaveAnnouncement(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return d
}

func read(t *testing.T, d *storage.Desk) service.Model {
	t.Helper()
	m, err := service.Read(t.Context(), d, shown.Book(t), shown.At(t, now))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestEveryPaperHasItsStageAndItsNextClock(t *testing.T) {
	m := read(t, waiting(t))
	got := map[string]string{}
	for _, w := range m.Ways {
		got[w.To+" "+w.Instrument.Number] = string(w.Stage) + " " + w.Next.Rule + " " + w.Day().String()
	}
	for way, want := range map[string]string{
		"澄河区消防救援大队 澄检行公建〔2023〕11号":      "unserved DL07 2023-07-31",
		"澄河区住房和城乡建设局 澄检行公建〔2023〕12号":    "unserved DL07 2023-07-31",
		"澄河区人民政府望江街道办事处 澄检行公建〔2023〕13号": "unreplied DL09 2023-10-07",
	} {
		if got[way] != want {
			t.Errorf("%s: %q, want %q; all: %v", way, got[way], want, got)
		}
	}
}

func TestOneReceiptForSeveralPapers(t *testing.T) {
	d := waiting(t)
	m := read(t, d)
	open := m.Open()
	var lines []string
	for _, w := range open {
		lines = append(lines, w.To+" "+strings.Join(w.Papers, "+"))
	}
	if got := strings.Join(lines, "; "); len(open) != 2 || !strings.Contains(got, "建设局 澄检行公建〔2023〕11号+澄检行公建〔2023〕12号") {
		t.Fatalf("open: %s", got)
	}
	f := m.Find(open, "a-e1/27/a-e1-d2")
	if f.Row < 0 || open[f.Row].Delivery.ID != "a-e1-d2" {
		t.Fatalf("found %+v", f)
	}
	for text, want := range map[string]service.Found{
		"a-e1/27/a-e1-d3":  {Row: -1, Code: hearing.PaperCode{Session: "a-e1", Document: "27", Key: "a-e1-d3"}, Done: true, Ceremony: true},
		"h-e2/07c/h-e2-o1": {Row: -1, Code: hearing.PaperCode{Session: "h-e2", Document: "07c", Key: "h-e2-o1"}},
		"没有这个单位":           {Row: -1},
	} {
		if got := m.Find(open, text); got != want {
			t.Errorf("%s leads to %+v, want %+v", text, got, want)
		}
	}
	err := service.Receive(t.Context(), d, open[f.Row].Way, service.Receipt{At: shown.At(t, "2023-07-01 10:00"), Receiver: "郑立新", Mode: hearing.Announced})
	var faults hearing.FieldErrors
	if !errors.As(err, &faults) || faults[0].Code != "early-service" {
		t.Errorf("served before the decision: %v", err)
	}
	if err := service.Receive(t.Context(), d, open[f.Row].Way, service.Receipt{At: shown.At(t, "2023-07-31 16:00"), Receiver: "郑立新（副局长）", Capacity: hearing.UnitHead, Mode: hearing.Announced}); err != nil {
		t.Fatal(err)
	}
	if left := read(t, d).Open(); len(left) != 1 {
		t.Errorf("%d still open", len(left))
	}
}

func page(t *testing.T, d *storage.Desk) (*shell.Shell, *shown.Told, shell.Page) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	p := service.New(sh, d)
	shown.Show(sh, p.Object())
	return sh, told, p
}

func TestThePage(t *testing.T) {
	d := waiting(t)
	sh, told, p := page(t, d)
	p.Show(shell.Place{Kind: shell.Service})
	shown.Picture(t, sh.Window, "service-board")
	p.Show(shell.Place{Kind: shell.Service, Tab: "receipts"})
	shown.Picture(t, sh.Window, "service-receipts")
	shown.Type(t, sh.Window, "查找", "a-e1/27/a-e1-d2")
	shown.Enter(t, sh.Window, "查找")
	shown.Picture(t, sh.Window, "service-scanned")
	shown.Type(t, sh.Window, "查找", "某某局")
	shown.Enter(t, sh.Window, "查找")
	if !shown.Reads(sh.Window, "“某某局”不在待送达的名单里，不能录回证（《民事诉讼法》第八十七条）。请先在案件或者宣告送达里登记受送达人和文书。") {
		t.Error("a unit that is not in the grid is not refused beside the field")
	}
	shown.Picture(t, sh.Window, "service-refused")
	told.Clean(t)
}

func TestThePageOfAnEmptyDesk(t *testing.T) {
	sh, told, p := page(t, shown.Empty(t, now))
	p.Show(shell.Place{Kind: shell.Service})
	shown.Picture(t, sh.Window, "service-empty")
	told.Clean(t)
}

func TestThePageInEnglishWithUglyData(t *testing.T) {
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = words.Use(words.Chinese) })
	d := waiting(t)
	long := string([]rune(strings.Repeat("云岭市澄河区住房和城乡建设综合管理服务", 3))[:40])
	p := hearing.Package{}
	i := hearing.Instrument{ID: "i-ugly", Case: "c-e1", Kind: hearing.Recommendation, DecidedOn: calendar.NewDate(2023, 7, 31)}
	for n := range 8 {
		id := hearing.ID(fmt.Sprintf("u%d", n))
		p.Organisations = append(p.Organisations, hearing.Organisation{ID: id, Name: long, Kind: hearing.Agency})
		i.Deliveries = append(i.Deliveries, hearing.Delivery{ID: id, Organisation: id, Mode: hearing.Direct})
	}
	p.Instruments = append(p.Instruments, i)
	if _, err := d.Import(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	sh, told, page := page(t, d)
	page.Show(shell.Place{Kind: shell.Service})
	shown.Picture(t, sh.Window, "service-board-en")
	page.Show(shell.Place{Kind: shell.Service, Tab: "receipts"})
	shown.Picture(t, sh.Window, "service-receipts-en")
	if m := sh.Window.Content().MinSize(); m.Width > shown.Width {
		t.Errorf("it is %.0f wide", m.Width)
	}
	told.Clean(t)
}

func TestGroups(t *testing.T) {
	m := read(t, waiting(t))
	for _, c := range []struct {
		name string
		f    service.Filter
		want string
	}{
		{"late", service.Filter{Part: service.PartLate, Text: "11号"}, "已逾期 2"},
		{"one stage of a unit", service.Filter{Stage: agenda.Unreplied, ByUnit: true}, "澄河区人民政府望江街道办事处 1"},
	} {
		var heads []string
		for _, l := range m.Lines(c.f) {
			if l.Head != "" {
				heads = append(heads, fmt.Sprint(l.Head, " ", l.N))
			}
		}
		if got := strings.Join(heads, "; "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
