package faults_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
)

var day, _ = calendar.ParseDate("2023-07-01")

var noon = time.Date(2023, 7, 1, 12, 0, 0, 0, time.FixedZone("CST", 8*60*60))

// A world is a folder with a desk in it, and what else the deeds need.
type world struct {
	ctx context.Context //nolint:containedctx // it lives for one test or one child
	dir string
	d   *storage.Desk
}

func (w *world) at(name string) string { return filepath.Join(w.dir, name) }

// options makes a clock that stands still and IDs that none of the others has.
func options(actor string, now func() time.Time) storage.Options {
	n := 0
	seed := time.Now().UnixNano()
	return storage.Options{Actor: actor, Now: now, NewID: func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("id-%d-%d", seed, n)) }}
}

func still() time.Time { return noon }

// A deed is one kind of write. Everything about the n-th follows from n, so that
// another program can say whether it is there.
type deed struct {
	name string
	do   func(w *world, n int) error
	// parts counts what is there of the n-th: none or all, whether or not it was
	// acknowledged, and all if it was.
	parts func(w *world, n int) (have, all int, err error)
}

// once are the deeds whose files are cleared away when they were looked at.
var once = map[string]bool{"backup": true, "restore": true, "migration": true}

// one makes of a reading whether the one part of a deed is there.
func one(err error) (int, int, error) {
	if errors.Is(err, hearing.ErrNotFound) {
		return 0, 1, nil
	}
	return 1, 1, err
}

// id names the n-th record of a deed.
func id(what string, n int) hearing.ID { return hearing.ID(fmt.Sprintf("%s-%06d", what, n)) }

// note is a text of the n-th, long enough to need a page of its own now and then.
func note(n int) string {
	return fmt.Sprintf("第%d次 ", n) + string(bytes.Repeat([]byte("记"), n%7*400))
}

// scanBytes are the n-th file, heavy enough to lie beside the desk, or not.
func scanBytes(n int, heavy bool) []byte {
	size := 9 << 10
	if heavy {
		size = 260 << 10
	}
	return append(fmt.Appendf(nil, "%%PDF %d ", n), bytes.Repeat([]byte{byte(n), byte(n >> 8), 'x'}, size/3)...)
}

// deeds is every kind of write that a desk has.
func deeds() []deed {
	return slices.Concat(recordDeeds, caseDeeds, officeDeeds, togetherDeeds, severalDeeds, fileDeeds, paperDeeds, copyDeeds)
}

// recordDeeds save one record of each kind.
var recordDeeds = []deed{
	{"organisation", func(w *world, n int) error {
		_, err := w.d.SaveOrganisation(w.ctx, hearing.Organisation{ID: id("o", n), Name: "澄河区图书馆", Kind: hearing.OtherBody})
		return err
	}, func(w *world, n int) (int, int, error) {
		_, err := w.d.Organisation(w.ctx, id("o", n))
		return one(err)
	}},
	{"person", func(w *world, n int) error {
		_, err := w.d.SavePerson(w.ctx, hearing.Person{ID: id("p", n), Name: "程桂兰", Note: note(n)})
		return err
	}, func(w *world, n int) (int, int, error) {
		p, err := w.d.Person(w.ctx, id("p", n))
		if err == nil && p.Note != note(n) {
			err = errors.New("another note")
		}
		return one(err)
	}},
	{"room", func(w *world, n int) error {
		_, err := w.d.SaveRoom(w.ctx, hearing.Room{ID: id("r", n), Name: "听证室", Kind: hearing.HearingRoom, Note: note(n)})
		return err
	}, func(w *world, n int) (int, int, error) { _, err := w.d.Room(w.ctx, id("r", n)); return one(err) }},
}

// caseDeeds save one record of a case: it, its papers and its sessions.
var caseDeeds = []deed{
	{"case", func(w *world, n int) error {
		_, err := w.d.SaveCase(w.ctx, hearing.Case{ID: id("c", n), Cause: "梧桐苑消防通道案", Type: hearing.AdminSupervision, Facts: note(n)})
		return err
	}, func(w *world, n int) (int, int, error) { _, err := w.d.Case(w.ctx, id("c", n)); return one(err) }},
	{"instrument", func(w *world, n int) error {
		_, err := w.d.SaveInstrument(w.ctx, hearing.Instrument{ID: id("i", n), Case: "c-e2", Kind: hearing.Recommendation, Note: note(n)})
		return err
	}, func(w *world, n int) (int, int, error) { _, err := w.d.Instrument(w.ctx, id("i", n)); return one(err) }},
	{"hearing", func(w *world, n int) error {
		_, err := w.d.SaveHearing(w.ctx, hearing.Hearing{ID: id("h", n), Title: "听证", Cases: []hearing.ID{"c-e2"}, Note: note(n)})
		return err
	}, func(w *world, n int) (int, int, error) { _, err := w.d.Hearing(w.ctx, id("h", n)); return one(err) }},
	{"announcement", func(w *world, n int) error {
		_, err := w.d.SaveAnnouncement(w.ctx, hearing.Announcement{ID: id("a", n), Title: "宣告", Cases: []hearing.ID{"c-e2"}, Note: note(n)})
		return err
	}, func(w *world, n int) (int, int, error) {
		_, err := w.d.Announcement(w.ctx, id("a", n))
		return one(err)
	}},
}

// officeDeeds save one record of what an office has beside its cases.
var officeDeeds = []deed{
	{"office", func(w *world, n int) error {
		o, err := w.d.Office(w.ctx)
		if err == nil {
			o.Address = fmt.Sprint(n)
			_, err = w.d.SaveOffice(w.ctx, o)
		}
		return err
	}, func(w *world, n int) (int, int, error) {
		o, err := w.d.Office(w.ctx)
		return reached(o.Address, n, err)
	}},
	{"clue", func(w *world, n int) error {
		_, err := w.d.SaveClue(w.ctx, clue(id("u", n), n))
		return err
	}, func(w *world, n int) (int, int, error) { _, err := w.d.Clue(w.ctx, id("u", n)); return one(err) }},
	{"patrol", func(w *world, n int) error {
		_, err := w.d.SavePatrol(w.ctx, hearing.Patrol{ID: id("t", n), Title: "澄河巡查", Rhythm: hearing.Monthly, From: day, Note: note(n)})
		return err
	}, func(w *world, n int) (int, int, error) { _, err := w.d.Patrol(w.ctx, id("t", n)); return one(err) }},
	{"form", func(w *world, n int) error {
		f, err := w.d.Form(w.ctx, "12")
		if err == nil {
			f.ID, f.Text = "12", fmt.Sprint(n)
			_, err = w.d.SaveForm(w.ctx, f)
		}
		return err
	}, func(w *world, n int) (int, int, error) {
		f, err := w.d.Form(w.ctx, "12")
		return reached(f.Text, n, err)
	}},
	{"enclosure", func(w *world, n int) error {
		data := scanBytes(n, n%2 == 0)
		hash, err := w.d.KeepFile(w.ctx, "application/pdf", data)
		if err == nil {
			_, err = w.d.SaveEnclosure(w.ctx, hearing.Enclosure{ID: id("e", n), Name: "指南", With: []string{"07a"},
				File: hearing.EnclosedFile{ScanFile: hearing.ScanFile{Name: "指南.pdf", Hash: hash, Media: "application/pdf", Size: int64(len(data)), Pages: 1}}})
		}
		return err
	}, func(w *world, n int) (int, int, error) {
		e, err := w.d.Enclosure(w.ctx, id("e", n))
		if err == nil {
			_, err = w.d.Content(w.ctx, e.File.Hash)
		}
		return one(err)
	}},
	{"draft", func(w *world, n int) error { return w.d.SaveDraft(w.ctx, string(id("d", n)), "born", note(n)) },
		func(w *world, n int) (int, int, error) {
			got, err := w.d.Drafts(w.ctx, string(id("d", n)))
			if err == nil && got["born"] != note(n) {
				err = hearing.ErrNotFound
			}
			return one(err)
		}},
}

// reached says whether what is overwritten again and again has come to the n-th.
func reached(text string, n int, err error) (int, int, error) {
	if err != nil && !errors.Is(err, hearing.ErrNotFound) {
		return 0, 1, err
	}
	var at int
	if _, err := fmt.Sscan(text, &at); err != nil || at < n { // nothing, or an earlier one
		return 0, 1, nil
	}
	return 1, 1, nil
}

func clue(id hearing.ID, n int) hearing.Clue {
	return hearing.Clue{ID: id, Source: hearing.SourceHotline, Text: "电动自行车停在楼道。" + note(n), State: hearing.ClueOpen, CameOn: day}
}
