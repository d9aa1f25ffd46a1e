package search_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/search"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

const now = "2023-12-20 09:00"

func line(h hearing.Hit) string {
	before, match, after, detail, kind := search.Line(h)
	return kind + " " + before + "[" + match + "]" + after + " " + detail
}

func TestLine(t *testing.T) {
	for want, h := range map[string]hearing.Hit{
		"人员 [韩静] 公证员":                 {Noun: hearing.NounPerson, Name: "韩静", Detail: "公证员", To: 2},
		"单位 澄河[公证]处 ":                 {Noun: hearing.NounOrganisation, Name: "澄河公证处", From: 2, To: 4},
		"听证笔录 我们[同意]。 水箱案听证会":         {Noun: hearing.NounTranscript, Name: "水箱案听证会", Detail: "我们同意。", From: 2, To: 4},
		"听证笔录 （不公开，内容在笔录里看）[] 水箱案听证会": {Noun: hearing.NounTranscript, Name: "水箱案听证会"},
	} {
		if got := line(h); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestOrder(t *testing.T) {
	hits := []hearing.Hit{{Noun: hearing.NounPerson, ID: "p", Rank: hearing.FitsSound}, {Noun: hearing.NounHearing, ID: "h", Rank: hearing.FitsBegin},
		{Noun: hearing.NounCase, ID: "c", Rank: hearing.FitsBegin}, {Noun: hearing.NounTranscript, ID: "t", Rank: hearing.FitsWords}}
	for want, f := range map[string]search.Filter{"c h p t": {}, "p": {Noun: hearing.NounPerson}, "": {From: calendar.NewDate(2023, 1, 1)}} {
		var got []string
		for _, h := range search.Order(hits, f) {
			got = append(got, string(h.ID))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%+v: %v, want %s", f, got, want)
		}
	}
}

// TestTheBox looks for several things by the keyboard alone, and opens one.
func TestTheBox(t *testing.T) {
	d := shown.Examples(t, now)
	at := shown.At(t, "2023-07-18 09:20")
	if err := d.AddToTranscript(t.Context(), "h-e1", hearing.TranscriptEntry{ID: "e1", At: at, To: &hearing.Utterance{ID: "u1", Kind: hearing.Speech, Speaker: hearing.SpeakerPresider, At: at.Add(time.Second), Text: "梧桐苑的飞线充电，居民反映过三次，街道办事处说已经清理。"}}); err != nil {
		t.Fatal(err)
	}
	sh, told := shown.Shell(t, now)
	shown.Show(sh, widget.NewLabel(""))
	search.Open(sh, d)
	press := func(k fyne.KeyName) { sh.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	test.Type(sh.Window.Canvas().Focused(), "飞线充电")
	shown.Picture(t, sh.Window, "search-words")
	press(fyne.KeyReturn)
	search.Open(sh, d)
	test.Type(sh.Window.Canvas().Focused(), "dd")
	shown.Picture(t, sh.Window, "search")
	press(fyne.KeyDown)
	press(fyne.KeyUp)
	press(fyne.KeyReturn)
	search.Open(sh, d)
	test.Type(sh.Window.Canvas().Focused(), "没有这个")
	shown.Picture(t, sh.Window, "search-nothing")
	press(fyne.KeyReturn)
	press(fyne.KeyEscape)
	if len(told.Went) != 2 {
		t.Fatalf("went to %+v", told.Went)
	}
	if w := told.Went[0]; w.Kind != shell.Hearing && w.Kind != shell.Cases {
		t.Errorf("飞线充电 opens %+v", w)
	}
	told.Clean(t)
}
