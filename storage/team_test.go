package storage_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/figures"
	"hearingdesk/storage"
)

// TestWhatIsItsTeamsAlone: a closed hearing and a minor's case are asked for through
// every method of a desk. A stranger never reads the word that is planted there, nor
// that there is one; a member and the chief procurator find it.
func TestWhatIsItsTeamsAlone(t *testing.T) {
	methods := reflect.TypeOf(&storage.Desk{})
	for i := range methods.NumMethod() {
		name := methods.Method(i).Name
		if _, is := asked[name]; !is && !slices.Contains(silent, name) {
			t.Errorf("%s: nobody has judged what it tells a stranger; put it into asked or silent", name)
		}
	}
	for _, way := range []string{"accounts first", "accounts later"} {
		t.Run(way, func(t *testing.T) {
			d := filled(t)
			if way == "accounts first" {
				guarded(t, d)
			}
			if err := d.Backup(t.Context(), filepath.Join(filepath.Dir(d.Path()), "before.db")); err != nil {
				t.Fatal(err)
			}
			plant(t, d)
			if way != "accounts first" {
				guarded(t, d)
			}
			for _, a := range []hearing.Account{{ID: "a-xu", Name: "许晚", Role: hearing.DeskClerk, Person: "p-xu"}, {ID: "a-lu", Name: "陆生", Role: hearing.DeskClerk}, {ID: "a-dang", Name: "档案", Role: hearing.DeskArchivist},
				{ID: "a-ke", Name: "访客", Role: hearing.DeskGuest, Person: "p-xu"}} {
				must[string](t)(d.AddAccount(t.Context(), a, secret))
			}
			member, head := as(t, d, "许晚"), as(t, d, "沈秋白")
			for _, name := range []string{"陆生", "档案", "访客"} {
				stranger := as(t, d, name)
				for what, q := range asked {
					if text := told(q.ask(t.Context(), stranger)); strings.Contains(text, rare) || strings.Contains(text, "xct") {
						t.Errorf("%s tells %s what is its team's alone:\n%s", what, name, around(text))
					}
				}
			}
			for what, q := range asked {
				if !q.finds {
					continue
				}
				if text := told(q.ask(t.Context(), member)); !strings.Contains(text, rare) && what != "Prints" {
					t.Errorf("%s does not tell a member: %.300s", what, text)
				}
				if text := told(q.ask(t.Context(), head)); !strings.Contains(text, rare) {
					t.Errorf("%s does not tell the chief procurator: %.300s", what, text)
				}
			}
		})
	}
}

func around(text string) string {
	at := strings.Index(text, rare)
	return text[max(0, at-200):min(len(text), max(at, 0)+200)]
}

func slot(t testing.TB, from, to string) hearing.Slot {
	t.Helper()
	zone := noon.Location()
	return hearing.Slot{Start: must[time.Time](t)(time.ParseInLocation("2006-01-02 15:04", from, zone)), End: must[time.Time](t)(time.ParseInLocation("2006-01-02 15:04", to, zone))}
}

// TestFiguresStayWhole: what a stranger does not see is counted for them all the same.
func TestFiguresStayWhole(t *testing.T) {
	d := filled(t)
	plant(t, d)
	guarded(t, d)
	must[string](t)(d.AddAccount(t.Context(), hearing.Account{ID: "a-lu", Name: "陆生", Role: hearing.DeskClerk}, secret))
	count := func(d *storage.Desk) string {
		p := must[hearing.Package](t)(d.Happened(t.Context(), julyDay(1), calendar.DateOf(noon.AddDate(1, 0, 0))))
		r := figures.Counter{Days: must[*calendar.Calendar](t)(calendar.Load(assets.Holidays)), Zone: noon.Location(), At: noon.AddDate(1, 0, 0)}.Count(p, julyDay(1), calendar.DateOf(noon.AddDate(1, 0, 0)))
		return string(must[[]byte](t)(json.Marshal(r)))
	}
	mine, theirs := count(d), count(as(t, d, "陆生"))
	if mine != theirs {
		t.Errorf("a stranger counts otherwise:\n%s\n%s", mine, theirs)
	}
	if !strings.Contains(mine, `"closed":{"n":1`) {
		t.Errorf("nothing closed is counted: %s", mine)
	}
}

// TestStrangersChangeNothing of what they do not see, and whoever closes a hearing goes
// on seeing it.
func TestStrangersChangeNothing(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	plant(t, d)
	closed, of := must[hearing.Hearing](t)(d.Hearing(ctx, "h-closed")), must[hearing.Case](t)(d.Case(ctx, "c-closed"))
	guarded(t, d)
	must[string](t)(d.AddAccount(ctx, hearing.Account{ID: "a-lu", Name: "陆生", Role: hearing.DeskClerk}, secret))
	stranger := as(t, d, "陆生")
	closed.Note, of.Note = "改", "改"
	_, first := stranger.SaveHearing(ctx, closed)
	_, second := stranger.SaveCase(ctx, of)
	for what, err := range map[string]error{"save": first, "save case": second, "delete": stranger.DeleteHearing(ctx, "h-closed", closed.Version),
		"transcript": stranger.AddToTranscript(ctx, "h-closed", said(100, "u-x", "", "我说")), "print": stranger.RecordPrint(ctx, hearing.Print{Session: "h-closed", Document: "07a"}, nil)} {
		if !denied(err) {
			t.Errorf("%s: %v", what, err)
		}
	}
	mine := hearing.Hearing{ID: "h-mine", Title: "一场听证会", Cases: []hearing.ID{"c-e1"}, Openness: hearing.Public, Slot: slot(t, "2023-10-20 09:00", "2023-10-20 11:00")}
	mine.Version = must[hearing.Version](t)(stranger.SaveHearing(ctx, mine))
	mine.Openness = hearing.NotOpen
	must[hearing.Version](t)(stranger.SaveHearing(ctx, mine))
	must[hearing.Hearing](t)(stranger.Hearing(ctx, "h-mine"))
	must[string](t)(d.AddAccount(ctx, hearing.Account{ID: "a-wu", Name: "吴生", Role: hearing.DeskClerk}, secret))
	if _, err := as(t, d, "吴生").Hearing(ctx, "h-mine"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("another stranger opens it: %v", err)
	}
	if e := must[hearing.Entry](t)(as(t, d, "吴生").Entry(ctx, "h-mine")); !e.Veiled || e.Title != hearing.Veiled || e.Presider != "" || e.Start.IsZero() {
		t.Errorf("on the calendar it is %+v", e)
	}
}

// TestOpeningIsNoted once a day and record, of what is its team's alone.
func TestOpeningIsNoted(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	plant(t, d)
	guarded(t, d)
	must[string](t)(d.AddAccount(ctx, hearing.Account{ID: "a-xu", Name: "许晚", Role: hearing.DeskRecorder, Person: "p-xu"}, secret))
	for range 2 {
		member := as(t, d, "许晚")
		for range 3 {
			must[hearing.Dossier](t)(member.Dossier(ctx, "h-closed"))
			must[hearing.Hearing](t)(member.Hearing(ctx, "h-closed"))
			must[hearing.Dossier](t)(member.Dossier(ctx, "h-e1"))
		}
	}
	n := 0
	for _, c := range must[[]hearing.Change](t)(d.Recent(ctx, 100)) {
		if c.Action == hearing.OpenRecord {
			n++
			if c.Actor != "许晚" || c.Record != "h-closed" {
				t.Errorf("noted: %+v", c)
			}
		}
	}
	if n != 1 {
		t.Errorf("it was noted %d times", n)
	}
}

// TestTeamsAreAsWorkedOutAnew: after any run of changes the tables are what they are
// when the whole desk is worked out once more.
func TestTeamsAreAsWorkedOutAnew(t *testing.T) {
	ctx, d := t.Context(), filled(t)
	plant(t, d)
	guarded(t, d)
	people := []hearing.ID{"p-lin", "p-xu", "p-gu", "p-rare", "p-child", ""}
	cases := [][]hearing.ID{{"c-e1"}, {"c-closed"}, {"c-minor", "c-e2"}, {"c-e1", "c-closed"}, nil}
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same every time
	for range 60 {
		switch r.IntN(3) {
		case 0:
			id := []hearing.ID{"h-closed", "h-minor", "h-e1", "h-e2", "h-more"}[r.IntN(5)]
			h, err := d.Hearing(ctx, id)
			if errors.Is(err, hearing.ErrNotFound) {
				h = hearing.Hearing{ID: id}
			}
			h.Openness, h.Cases, h.Recorder = []hearing.Openness{hearing.Public, hearing.NotOpen, ""}[r.IntN(3)], cases[r.IntN(len(cases))], people[r.IntN(len(people))]
			h.Questions, h.Opinions, h.Outcome, h.Participants, h.State, h.Slot = nil, nil, hearing.Outcome{}, nil, hearing.Draft, hearing.Slot{}
			_, _ = d.SaveHearing(ctx, h) // some are refused: they change nothing
		case 1:
			c := must[hearing.Case](t)(d.Case(ctx, []hearing.ID{"c-closed", "c-minor", "c-e1", "c-e2"}[r.IntN(4)]))
			c.Minor, c.Handler = r.IntN(2) == 0, people[r.IntN(len(people))]
			if r.IntN(3) == 0 {
				c.Parties = nil
			}
			_, _ = d.SaveCase(ctx, c)
		case 2:
			_, _ = d.Undo(ctx)
		}
		was, again := must[[]string](t)(storage.Teams(ctx, d)), must[[]string](t)(storage.TeamsAnew(ctx, d))
		if !slices.Equal(was, again) {
			t.Fatalf("worked out step by step:\n%s\nanew:\n%s", strings.Join(was, "\n"), strings.Join(again, "\n"))
		}
	}
}
