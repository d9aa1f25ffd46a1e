package exchange_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
)

const head = `{"format":"hearingdesk-package","version":1,` + "\n"

func TestDecodeNamesEveryFault(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // each must be part of the message
	}{
		{"a date that is none", head + `"cases":[{"id":"c1","cause":"某案","type":"A8",` + "\n" + `"filed_on":"2023-02-30"}]}`,
			[]string{`line 3: cases[0].filed_on: format "2023-02-30"`, "2023-07-18"}},
		{"a time without a zone", head + `"hearings":[{"id":"h1",` + "\n\n" + `"start":"2023-07-18 09:00"}]}`,
			[]string{`line 4: hearings[0].start: format`}},
		{"an unknown role", head + `"hearings":[{"id":"h1","participants":[` + "\n" + `{"id":"p1",` + "\n" + `"role":"judge"}]}]}`,
			[]string{`line 4: hearings[0].participants[0].role`, `"judge"`, "officer"}},
		{"a field nobody knows", head + `"people":[{"id":"p","name":"许晚",` + "\n" + `"nname":"许晚"}]}`,
			[]string{`line 3: people[0].nname: unknown`, "name"}},
		{"a field given twice", head + `"people":[{"id":"p","name":"许晚","name":"林知远"}]}`,
			[]string{`people[0].name: duplicate`}},
		{"an id given twice", head + `"people":[{"id":"p","name":"许晚"},` + "\n" + `{"id":"p","name":"林知远"}]}`,
			[]string{`line 3: people[1].id: duplicate "p"`}},
		{"an end before the start", head + `"hearings":[{"id":"h1","start":"2023-07-18T09:00:00+08:00",` + "\n" + `"end":"2023-07-18T08:00:00+08:00"}]}`,
			[]string{`line 3: hearings[0].end: order`}},
		{"a name too long", head + `"people":[{"id":"p","name":"` + strings.Repeat("长", 500) + `"}]}`,
			[]string{`people[0].name: long`}},
		{"a number for a text", head + `"people":[{"id":"p","name":7}]}`, []string{`people[0].name: format "7"`}},
		{"an object for a list", head + `"people":{}}`, []string{`people: format`}},
		{"a broken text", head + `"people":[{"id":"p",]}`, []string{`line 2`, "syntax"}},
		{"two faults", head + `"people":[{"id":"p","born":"85"},` + "\n" + `{"id":"q","name":1}]}`,
			[]string{`line 2: people[0].born`, `line 3: people[1].name`}},
		{"two faults that are found the other way round", head + `"hearings":[{"id":"h1","participants":[{"id":"x","role":"judge"}],` + "\n" + `"start":"2023-07-18T09:00:00+08:00","end":"2023-07-18T08:00:00+08:00"}]}`,
			[]string{"role: unknown \"judge\"", "officer, supervisor", "\nline 3: hearings[0].end: order"}},
		{"text after the end", head + `"people":[]} {}`, []string{"syntax"}},
		{"garbage after the end", head + `"people":[]}` + "\n\x00\x01", []string{"line 3", "syntax"}},
		{"cut off", head + `"people":[{"id":"p",`, []string{"line 2", "syntax"}},
		{"a huge number", head + `"rooms":[{"id":"r","name":"听证室一","kind":"hearing-room","seats":99999999999999999999}]}`, []string{`rooms[0].seats: format "99999999999999999999"`}},
		{"a number beyond all numbers", head + `"rooms":[{"id":"r","name":"听证室一","kind":"hearing-room","seats":1e999}]}`, []string{`rooms[0].seats: format "1e999"`}},
		{"a fraction of a seat", head + `"rooms":[{"id":"r","name":"听证室一","kind":"hearing-room","seats":1.5}]}`, []string{`rooms[0].seats: format "1.5"`}},
		{"a huge version", `{"format":"hearingdesk-package","version":1e999}`, []string{`version: format "1e999"`}},
		{"no version", `{"format":"hearingdesk-package"}`, []string{`line 1: version: range "0" (want 1)`}},
		{"nothing in a list", head + `"people":[null]}`, []string{`people[0].id: required`}},
		{"an announcement and a hearing of one id", head + `"hearings":[{"id":"x"}],` + "\n" + `"announcements":[{"id":"x"}]}`, []string{`line 3: announcements[0].id: duplicate "x"`}},
		{"nested beyond all measure", head + `"people":` + strings.Repeat("[", 5_000_000), []string{"syntax", "nested too deeply"}},
		{"UTF-16", "\xff\xfe{\x00\"\x00", []string{"line 1", "encoding", "UTF-8"}},
		{"UTF-16 the other way round", "\xfe\xff\x00{\x00\"", []string{"encoding"}},
		{"UTF-16 without a mark", "{\x00\"\x00", []string{"encoding"}},
		{"a time in the wrong year", head + `"hearings":[{"id":"h1","start":"2023-07-18T09:00:00+08:00",` + "\n" + `"end":"2024-07-18T11:00:00+08:00"}]}`, []string{`line 3: hearings[0].end: range`}},
		{"bytes of another encoding", head + `"people":[` + "\n" + "{\"id\":\"p\",\"name\":\"\xd0\xed\xcd\xed\"}]}", []string{"line 3", "encoding", "UTF-8"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := exchange.Decode([]byte(c.text))
			var faults hearing.FieldErrors
			if !errors.As(err, &faults) {
				t.Fatalf("got %v, want the faults", err)
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q is not in\n%s", w, err)
				}
			}
		})
	}
}

func TestDecodeKnowsItsOwn(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       error
	}{
		{"empty file", "", hearing.ErrForeign},
		{"picture", "\x89PNG\r\n", hearing.ErrForeign},
		{"another program's JSON", `{"name":"x","version":"2"}`, hearing.ErrForeign},
		{"a list", `[]`, hearing.ErrForeign},
		{"a later format", `{"format":"hearingdesk-package","version":2,"rooms2":[]}`, hearing.ErrNewer},
		{"an empty package", head + `"people":[]}`, nil},
		{"an older one, of a hearing with one disc", head + `"hearings":[{"id":"h","outcome":{"recording":"光盘1","recording_hash":"","recording_kept":"B-3"}}]}`, nil},
		{"with a byte order mark", "\xef\xbb\xbf" + head + `"people":[]}`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := exchange.Decode([]byte(c.text)); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// TestExamplesComeBackAsTheyAre reads and writes the worked examples.
func TestExamplesComeBackAsTheyAre(t *testing.T) {
	text, err := os.ReadFile("../../assets/examples/worked.json")
	if err != nil {
		t.Fatal(err)
	}
	p, err := exchange.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	once, err := exchange.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	q, err := exchange.Decode(once)
	if err != nil {
		t.Fatal(err)
	}
	twice, err := exchange.Encode(q)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(once, twice) {
		t.Error("a package changes when it is read and written")
	}
	if len(q.Hearings) != 3 || q.Hearings[1].Participants[1].Person != "p-chenhong" {
		t.Errorf("hearings were lost: %d", len(q.Hearings))
	}
}

// FuzzDecode holds that no text, however broken, does more than return an
// error, and that what is accepted can be written and read again.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(head + `"people":[{"id":"p","name":"王䶮","born":"1985"}]}`))
	f.Add([]byte(head + `"hearings":[{"id":"h","start":"2023-07-18T09:00:00+08:00"}]}`))
	f.Add([]byte(`{"format":"hearingdesk-package","version":1,"cases":null}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := exchange.Decode(text)
		if err != nil {
			return
		}
		again, err := exchange.Encode(p)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := exchange.Decode(again); err != nil {
			t.Fatalf("accepted text does not come back: %v", err)
		}
	})
}
