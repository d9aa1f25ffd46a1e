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
	var got []string
	for _, h := range search.Order(hits) {
		got = append(got, string(h.ID))
	}
	if strings.Join(got, " ") != "c h p t" {
		t.Errorf("the order is %v", got)
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
	box := search.Open(sh, d)
	test.Type(sh.Window.Canvas().Focused(), "没有这个")
	shown.Picture(t, sh.Window, "search-nothing")
	if s := search.Nothing(box); s.Width < 400 || s.Height > 100 {
		t.Errorf("that nothing was found is said on %v", s)
	}
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

// TestFilters holds what each filter leaves in, by state, room, type and who takes
// part, also by initials.
func TestFilters(t *testing.T) {
	d := shown.Examples(t, now)
	for _, c := range []struct {
		f    search.Filter
		text string
		want string
	}{
		{search.Filter{}, "电动自行车", "c-e1 h-e1 a-e1 l-1"},
		{search.Filter{Room: "r-1", Noun: hearing.NounHearing}, "电动自行车", "h-e1"},
		{search.Filter{Room: "r-chunhui"}, "电动自行车", ""},
		{search.Filter{Person: "沈秋白"}, "电动自行车", ""},
		{search.Filter{Person: "wy"}, "电动自行车", "h-e1"},
		{search.Filter{Type: hearing.AdminPublicInterest}, "电动自行车", "c-e1"},
		{search.Filter{State: hearing.FedBack}, "赡养", "h-e2"},
		{search.Filter{State: hearing.Draft}, "赡养", ""},
		{search.Filter{Span: 1}, "电动自行车", ""},
	} {
		hits, err := search.Find(t.Context(), d, c.text, c.f, calendar.NewDate(2023, 12, 20))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range hits {
			got = append(got, string(h.ID))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s with %+v: %v, want %s", c.text, c.f, got, c.want)
		}
	}
}

// TestAFilterIsKeptUnderItsName saves a filter in the box, and takes it the next
// time that the box opens.
func TestAFilterIsKeptUnderItsName(t *testing.T) {
	list := search.Keep(nil, "我的", search.Filter{State: hearing.Archived})
	list = search.Keep(list, "我的", search.Filter{State: hearing.Ready})
	if len(list) != 1 || list[0].Filter.State != hearing.Ready || len(search.Keep(list, "我的", search.Filter{})) != 0 {
		t.Errorf("kept %+v", list)
	}
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	shown.Show(sh, widget.NewLabel(""))
	open := func() (person, name *widget.Entry, keep *widget.Button) {
		return search.Fields(search.Open(sh, d))
	}
	person, name, keep := open()
	person.SetText("王䶮")
	name.SetText("王律师的")
	test.Tap(keep)
	sh.Window.Canvas().Overlays().Top().Hide()
	person, name, _ = open()
	if person.Text != "" {
		t.Error("a filter that was not chosen is there")
	}
	name.SetText("王律师的")
	if person.Text != "王䶮" {
		t.Errorf("the filter of the name has %q", person.Text)
	}
	test.Type(sh.Window.Canvas().Focused(), "电动")
	shown.Picture(t, sh.Window, "search-filter")
	told.Clean(t)
}

// TestEscClosesTheBoxFromEveryField gives each field the keyboard in turn.
func TestEscClosesTheBoxFromEveryField(t *testing.T) {
	d := shown.Examples(t, now)
	sh, told := shown.Shell(t, now)
	shown.Show(sh, widget.NewLabel(""))
	seen := 0
	for n := range 8 {
		search.Open(sh, d)
		for range n {
			sh.Window.Canvas().FocusNext()
		}
		on := sh.Window.Canvas().Focused()
		if _, button := on.(*widget.Button); on == nil || button {
			sh.Window.Canvas().Overlays().Top().Hide()
			continue
		}
		on.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if top := sh.Window.Canvas().Overlays().Top(); top != nil {
			t.Fatalf("from field %d, a %T, Esc leaves the box open", n, on)
		}
		seen++
	}
	if seen < 6 {
		t.Errorf("only %d fields had the keyboard", seen)
	}
	told.Clean(t)
}
