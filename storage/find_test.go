package storage_test

import (
	"database/sql"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

func TestFind(t *testing.T) {
	d := filled(t)
	for part, want := range map[string]string{"韩静": "韩静", "hj": "韩静", "hanjing": "韩静", "HJ": "韩静", "0106": "许晚", "䶮": "王䶮", "": "程桂兰", "没有": "",
		"ＨＪ": "韩静", "ｈａｎｊｉｎｇ": "韩静", "Han Jing": "韩静", "韩　静": "韩静", "０１ 06": "许晚"} {
		people := must[[]hearing.Person](t)(d.People(t.Context(), part, 50))
		got := ""
		if len(people) > 0 {
			got = people[0].Name
		}
		if got != want {
			t.Errorf("%q finds %q, want %q", part, got, want)
		}
	}
	must[hearing.Version](t)(d.SavePerson(t.Context(), hearing.Person{ID: "p-shan", Name: "单无双"}))
	for _, part := range []string{"danwushuang", "shanwu", "dws", "sws"} {
		if got := must[[]hearing.Person](t)(d.People(t.Context(), part, 5)); len(got) == 0 || got[0].ID != "p-shan" {
			t.Errorf("%q finds %d people", part, len(got))
		}
	}
	for _, number := range []string{"[2023]3号", "〔2023〕3号", "（２０２３）３号", "【2023】 3 号"} {
		if cases := must[[]hearing.Case](t)(d.Cases(t.Context(), number, 5)); len(cases) != 1 || cases[0].ID != "c-e2" {
			t.Errorf("%s finds %d cases", number, len(cases))
		}
	}
	if of := must[[]hearing.Entry](t)(d.EntriesOf(t.Context(), hearing.NounPerson, "p-han")); len(of) != 1 || of[0].Session != "h-e2" {
		t.Errorf("the notary's sessions are %+v", of)
	}
}

func TestSearchLooksEverywhere(t *testing.T) {
	d := filled(t)
	for text, want := range map[string][]hearing.ID{
		"电动自行车": {"c-e1", "h-e1", "a-e1", "l-1"}, "ddzxc": {"c-e1", "h-e1", "a-e1", "l-1"}, "[2023]3号": {"c-e2"}, "hj": {"p-han"}, "0106": {"p-xu"},
		"h-e2/07c/h-e2-o1": {"h-e2"}, " a-e1/27/d1\n": {"a-e1"}, "h-e9/07c/p": nil, "p-han/07c/p": nil, // codes of papers
		"": nil, "　": nil, "没有这个": nil, "'; DROP TABLE record": nil, "%": nil} {
		var got []hearing.ID
		for _, f := range must[[]hearing.Hit](t)(d.Search(t.Context(), text, 20)) {
			got = append(got, f.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", text, got, want)
		}
	}
	must[hearing.Version](t)(d.SavePerson(t.Context(), hearing.Person{ID: "p-a", Name: "阿程"})) // before 程 in the alphabet
	if got := must[[]hearing.Hit](t)(d.Search(t.Context(), "程", 20)); got[0].Name == "阿程" {
		t.Errorf("a name that begins with it does not come first: %+v", got)
	}
}

func TestEntries(t *testing.T) {
	d := filled(t)
	july := must[[]hearing.Entry](t)(d.Entries(t.Context(), time.Date(2023, 7, 1, 0, 0, 0, 0, noon.Location()), time.Date(2023, 8, 1, 0, 0, 0, 0, noon.Location())))
	if len(july) != 2 || july[0].Session != "h-e1" || !july[1].Announcement || july[0].RoomName != "听证室一" || july[0].Presider != "林知远" || !july[0].Streamed {
		t.Errorf("July is %+v", july)
	}
	if got := july[0].Start.Format("2006-01-02T15:04:05-07:00"); got != "2023-07-18T09:00:00+08:00" {
		t.Errorf("the time comes back as %s", got)
	}
	must[hearing.Version](t)(d.SaveHearing(t.Context(), hearing.Hearing{ID: "h-draft"}))
	if open := must[[]hearing.Entry](t)(d.Unscheduled(t.Context())); len(open) != 1 || open[0].Title != "听证会" {
		t.Errorf("without time: %+v", open)
	}
}

func TestRotationAndEarlierStage(t *testing.T) {
	d := filled(t)
	ctx := t.Context()
	h := must[hearing.Hearing](t)(d.Hearing(ctx, "h-e3"))
	h.Cases = []hearing.ID{"c-e1"}
	must[hearing.Version](t)(d.SaveHearing(ctx, h))
	dossier := must[hearing.Dossier](t)(d.Dossier(ctx, "h-e3"))
	if dossier.Earlier["p-zhou"] != 2 || !dossier.EarlierStage["p-zhou"] || dossier.EarlierStage["p-he"] {
		t.Errorf("earlier %v, stage %v", dossier.Earlier, dossier.EarlierStage)
	}
}

// TestEntriesNameClashes holds that both of two sessions that clash say so, and
// no other.
func TestEntriesNameClashes(t *testing.T) {
	ctx := t.Context()
	d := filled(t)
	p := must[hearing.Package](t)(d.Export(ctx, "h-e1"))
	p.Hearings[0].ID = "h-twin"
	must[storage.ImportReport](t)(d.Import(ctx, p))
	for _, e := range must[[]hearing.Entry](t)(d.Entries(ctx, time.Time{}, noon.AddDate(1, 0, 0))) {
		if want := e.Session == "h-e1" || e.Session == "h-twin"; e.Clashes != want {
			t.Errorf("%s clashes: %v, want %v", e.Session, e.Clashes, want)
		}
	}
	if e := must[hearing.Entry](t)(d.Entry(ctx, "h-twin")); !e.Clashes {
		t.Error("read by itself it does not clash")
	}
	if _, err := d.Entry(ctx, "nobody"); !errors.Is(err, hearing.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

// TestTheCalendarReadsByIndex holds that a month is found among 300,000
// sessions without looking at all of them.
func TestTheCalendarReadsByIndex(t *testing.T) {
	d := filled(t)
	db := must[*sql.DB](t)(storage.Raw(d.Path()))
	defer func() { _ = db.Close() }() // it was only read
	text := string(must[[]byte](t)(os.ReadFile("queries/session.sql")))
	argument := regexp.MustCompile(`sqlc\.arg\(\w+\)`)
	for _, name := range []string{"Entries", "Takings", "Taken", "EntryOf", "SessionsNaming"} {
		_, q, ok := strings.Cut(text, "-- name: "+name+" :")
		if !ok {
			t.Fatalf("there is no query %s", name)
		}
		_, q, _ = strings.Cut(q, "\n")
		q, _, _ = strings.Cut(q, ";")
		q = argument.ReplaceAllString(q, "?")
		args := make([]any, strings.Count(q, "?"))
		for i := range args {
			args[i] = ""
		}
		rows, err := db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+q, args...)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var a, b, c int
			var step string
			if err := rows.Scan(&a, &b, &c, &step); err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "CONSTANT ROW") {
				t.Errorf("%s: %s", name, step)
			}
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSearchRanksAndMarks holds which part of a name matches and how well, by
// initials and in any brackets too.
func TestSearchRanksAndMarks(t *testing.T) {
	d := filled(t)
	must[hearing.Version](t)(d.SaveOrganisation(t.Context(), hearing.Organisation{ID: "o-dts", Name: "云岭省大同市检察院", Kind: hearing.Procuratorate}))
	for _, c := range []struct {
		text string
		id   hearing.ID
		mark string
		rank int
	}{
		{"韩静", "p-han", "韩静", hearing.FitsWhole}, {"大同市", "o-dts", "大同市", hearing.FitsWithin}, {"dts", "o-dts", "大同市", hearing.FitsSound},
		{"云岭省", "o-dts", "云岭省", hearing.FitsBegin}, {"0106", "p-xu", "", hearing.FitsNumber}, {"datong", "o-dts", "", hearing.FitsSound},
	} {
		hits := must[[]hearing.Hit](t)(d.Search(t.Context(), c.text, 20))
		i := slices.IndexFunc(hits, func(h hearing.Hit) bool { return h.ID == c.id })
		if i < 0 {
			t.Errorf("%s is not found: %+v", c.text, hits)
			continue
		}
		if h := hits[i]; string([]rune(h.Name)[h.From:h.To]) != c.mark || h.Rank != c.rank {
			t.Errorf("%s: %+v, want %s with rank %d", c.text, h, c.mark, c.rank)
		}
	}
}

// TestSpokenWordsAreFound holds that words of a closed hearing are found and not
// shown.
func TestSpokenWordsAreFound(t *testing.T) {
	d := filled(t)
	if err := d.AddToTranscript(t.Context(), "h-e1", said(1, "u1", "", "我们单位愿意安装充电桩。")); err != nil {
		t.Fatal(err)
	}
	find := func() hearing.Hit {
		hits := must[[]hearing.Hit](t)(d.Search(t.Context(), "愿意安装", 20))
		if len(hits) != 1 || hits[0].Noun != hearing.NounTranscript || hits[0].ID != "h-e1" || hits[0].Of != "u1" {
			t.Fatalf("found %+v", hits)
		}
		return hits[0]
	}
	if h := find(); h.Detail != "我们单位愿意安装充电桩。" || string([]rune(h.Detail)[h.From:h.To]) != "愿意安装" {
		t.Errorf("%+v", h)
	}
	h := must[hearing.Hearing](t)(d.Hearing(t.Context(), "h-e1"))
	h.Openness = hearing.NotOpen
	must[hearing.Version](t)(d.SaveHearing(t.Context(), h))
	if h := find(); h.Detail != "" {
		t.Errorf("of a closed hearing it is shown: %+v", h)
	}
}
