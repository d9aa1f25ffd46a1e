package faults_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"hearingdesk/hearing"
)

// togetherDeeds change several things at once: all of them, or none.
var togetherDeeds = []deed{
	{"delete", func(w *world, n int) error {
		v, err := w.d.SaveRoom(w.ctx, room("x", n))
		if err == nil {
			err = w.d.DeleteRoom(w.ctx, id("x", n), v)
		}
		return err
	}, func(w *world, n int) (int, int, error) { return cameAndWent(w, "x", n) }},
	{"undo", func(w *world, n int) error {
		_, err := w.d.SaveRoom(w.ctx, room("y", n))
		if err == nil {
			_, err = w.d.Undo(w.ctx)
		}
		return err
	}, func(w *world, n int) (int, int, error) { return cameAndWent(w, "y", n) }},
	{"import", func(w *world, n int) error {
		o := hearing.Organisation{ID: id("io", n), Name: "澄河区图书馆", Kind: hearing.OtherBody}
		_, err := w.d.Import(w.ctx, hearing.Package{Organisations: []hearing.Organisation{o}, People: people("ip", n, o.ID)})
		return err
	}, func(w *world, n int) (int, int, error) { return peopleThere(w, "ip", n) }},
	{"roster", func(w *world, n int) error {
		o := hearing.Organisation{ID: id("ro", n), Name: "澄河区图书馆", Kind: hearing.OtherBody}
		list := []hearing.Record{o}
		for _, p := range people("rp", n, o.ID) {
			list = append(list, p)
		}
		return w.d.SaveRoster(w.ctx, list)
	}, func(w *world, n int) (int, int, error) { return peopleThere(w, "rp", n) }},
	{"merge", merge, func(w *world, n int) (int, int, error) {
		kept, err := w.d.Person(w.ctx, id("mk", n))
		if errors.Is(err, hearing.ErrNotFound) {
			return 0, 1, nil
		}
		_, gone := w.d.Person(w.ctx, id("mo", n))
		if kept.Note != note(n) {
			return 0, 1, err
		}
		if !errors.Is(gone, hearing.ErrNotFound) {
			return 1, 2, err // half of it
		}
		return 1, 1, err
	}},
}

// severalDeeds change several records that are none of each other.
var severalDeeds = []deed{
	{"sessions", func(w *world, n int) error {
		h := hearing.Hearing{ID: id("sh", n), Title: "听证", Note: note(n)}
		a := hearing.Announcement{ID: id("sa", n), Title: "宣告", Note: note(n)}
		return w.d.SaveSessions(w.ctx, []hearing.Hearing{h}, []hearing.Announcement{a})
	}, func(w *world, n int) (int, int, error) {
		_, h := w.d.Hearing(w.ctx, id("sh", n))
		_, a := w.d.Announcement(w.ctx, id("sa", n))
		return count(h, a)
	}},
	{"clues", func(w *world, n int) error {
		return w.d.AddClues(w.ctx, []hearing.Clue{clue(id("ca", n), n), clue(id("cb", n), n)})
	}, func(w *world, n int) (int, int, error) {
		_, a := w.d.Clue(w.ctx, id("ca", n))
		_, b := w.d.Clue(w.ctx, id("cb", n))
		return count(a, b)
	}},
	{"numbers", func(w *world, n int) error {
		var papers []hearing.Numbered
		for i := range 3 {
			papers = append(papers, hearing.Numbered{Series: hearing.Series{Name: "听通", Pattern: "{院}{类}〔{年}〕{号}号"}, Document: "07a", Key: fmt.Sprintf("n-%d-%d", n, i), For: "程桂兰"})
		}
		_, err := w.d.TakeNumbers(w.ctx, "h-e2", 2023, papers)
		return err
	}, func(w *world, n int) (int, int, error) {
		list, err := w.d.Numbers(w.ctx, 2023)
		have, places := 0, map[int]bool{}
		for _, x := range list {
			if places[x.N] {
				return 0, 0, fmt.Errorf("number %d was given twice", x.N)
			}
			places[x.N] = true
			if strings.HasPrefix(x.Key, fmt.Sprintf("n-%d-", n)) {
				have++
			}
		}
		return have, 3, err
	}},
	{"transcript", func(w *world, n int) error {
		at := noon.Add(time.Duration(n) * time.Second)
		line := hearing.Utterance{ID: id("l", n), Kind: hearing.Speech, Text: note(n), At: at}
		return w.d.AddToTranscript(w.ctx, "h-e1", hearing.TranscriptEntry{ID: id("te", n), At: at, To: &line})
	}, func(w *world, n int) (int, int, error) {
		t, err := w.d.Transcript(w.ctx, "h-e1")
		for _, e := range t.Entries {
			if e.ID == id("te", n) {
				return 1, 1, err
			}
		}
		return 0, 1, err
	}},
	{"typing", func(w *world, n int) error {
		at := noon.Add(time.Duration(n) * time.Second)
		return w.d.KeepTyping(w.ctx, "h-e1", hearing.Typing{Line: hearing.Utterance{ID: id("l", n), Kind: hearing.Speech, Text: fmt.Sprint(n), At: at}, At: at})
	}, func(w *world, n int) (int, int, error) {
		t, err := w.d.Typing(w.ctx, "h-e1")
		return reached(t.Line.Text, n, err)
	}},
}

func room(what string, n int) hearing.Room {
	return hearing.Room{ID: id(what, n), Name: "听证室", Kind: hearing.HearingRoom, Note: note(n)}
}

func people(what string, n int, unit hearing.ID) []hearing.Person {
	var out []hearing.Person
	for i := range 5 {
		out = append(out, hearing.Person{ID: id(fmt.Sprint(what, i), n), Name: "程桂兰", Organisation: unit, Note: note(n)})
	}
	return out
}

func peopleThere(w *world, what string, n int) (int, int, error) {
	var errs []error
	for _, p := range people(what, n, "") {
		_, err := w.d.Person(w.ctx, p.ID)
		errs = append(errs, err)
	}
	return count(errs...)
}

// count says how many of several readings found what they looked for.
func count(errs ...error) (have, all int, err error) {
	for _, e := range errs {
		switch {
		case e == nil:
			have++
		case !errors.Is(e, hearing.ErrNotFound):
			err = e
		}
	}
	return have, len(errs), err
}

// cameAndWent holds that a room is gone whose record of changes says so.
func cameAndWent(w *world, what string, n int) (int, int, error) {
	list, err := w.d.History(w.ctx, hearing.NounRoom, id(what, n))
	if err != nil {
		return 0, 0, err
	}
	_, err = w.d.Room(w.ctx, id(what, n))
	gone := errors.Is(err, hearing.ErrNotFound)
	if gone {
		err = nil
	}
	if (len(list) == 1) == gone {
		return 0, 0, fmt.Errorf("%d changes, gone: %v", len(list), gone)
	}
	return len(list) / 2, 1, err
}

func merge(w *world, n int) error {
	keep, other := hearing.Person{ID: id("mk", n), Name: "程桂兰"}, hearing.Person{ID: id("mo", n), Name: "程桂兰"}
	var err error
	if keep.Version, err = w.d.SavePerson(w.ctx, keep); err != nil {
		return err
	}
	if other.Version, err = w.d.SavePerson(w.ctx, other); err != nil {
		return err
	}
	keep.Note = note(n)
	_, err = w.d.MergePeople(w.ctx, keep, other)
	return err
}
