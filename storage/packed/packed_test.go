package packed_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage/packed"
)

// TestTheDictionaryStays: without the very dictionary that they were packed with, logs
// cannot be read any more.
func TestTheDictionaryStays(t *testing.T) {
	data, err := os.ReadFile("dictionary1.txt")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != "133dcf75ae1bedc4ea1200ddf5904f70f3323cab9b7ea3df16cff4d085c180e6" {
		t.Errorf("dictionary1.txt was altered: %s. Make a second one", got)
	}
}

// kept was packed when the form was made.
const kept = "0132b032368035cd8b905788406c5fb744a916100000ffff"

func TestWhatWasPackedIsRead(t *testing.T) {
	value, err := hex.DecodeString(kept)
	if err != nil {
		t.Fatal(err)
	}
	var before, after string
	if err := packed.Unpack(value, &before, &after); err != nil {
		t.Fatal(err)
	}
	if before != "" || after != `{"id":"r1","name":"听证室"}` {
		t.Errorf("got %q, %q", before, after)
	}
}

func TestAnEditIsSmall(t *testing.T) {
	before := `{"id":"h1","cases":["c1"],"state":"approved","room":"r1","participants":[` +
		strings.Repeat(`{"id":"g1","role":"officer","person":"e43","told":[{"sent_on":"2020-04-07","received_on":"2020-04-08","method":"phone","by":"z1"}]},`, 20) + `{}]}`
	after := strings.Replace(before, `"r1"`, `"r2"`, 1)
	value, err := packed.Pack(before, after)
	if err != nil {
		t.Fatal(err)
	}
	if most := (len(before) + len(after)) / 20; len(value) > most {
		t.Errorf("%d bytes, at most %d of %d", len(value), most, len(before)+len(after))
	}
}

// FuzzPack: what is packed is read as it was, and nothing else is read as a value.
func FuzzPack(f *testing.F) {
	f.Add("", "", []byte{})
	f.Add(`{"id":"h1"}`, "3:abc", []byte{1, 3, 0})
	f.Add("听证", "\x00\xff", []byte{2})
	f.Fuzz(func(t *testing.T, a, b string, raw []byte) {
		value, err := packed.Pack(a, b)
		if err != nil {
			t.Fatal(err)
		}
		var x, y string
		if err := packed.Unpack(value, &x, &y); err != nil || x != a || y != b {
			t.Fatalf("%q %q became %q %q, %v", a, b, x, y, err)
		}
		if err := packed.Unpack(value, &x); !errors.Is(err, hearing.ErrDamaged) {
			t.Errorf("two texts were read as one: %v", err)
		}
		if err := packed.Unpack(raw, &x, &y); err != nil && !errors.Is(err, hearing.ErrDamaged) {
			t.Errorf("%x: %v", raw, err)
		}
	})
}
