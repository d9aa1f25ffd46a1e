package sealed

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"reflect"
	"testing"

	"hearingdesk/hearing"
)

func init() { work = 10 } // a passphrase that is tried quickly

func letter(t *testing.T, passphrase string) ([]byte, hearing.Bundle, ed25519.PrivateKey) {
	t.Helper()
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	b := hearing.Bundle{From: "澄河区人民检察院 许晚", Histories: []hearing.History{{Kind: "person", ID: "p", Last: "v1", Hashes: []string{"v1"}}},
		Package: hearing.Package{Format: hearing.PackageFormat, Version: 1, People: []hearing.Person{{ID: "p", Name: "许晚"}}}}
	data, err := Write(b, key, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	return data, b, key
}

func TestASealedBundleComesBack(t *testing.T) {
	for _, passphrase := range []string{"", "冬天的河"} {
		data, b, key := letter(t, passphrase)
		if is, encrypted := Is(data); !is || encrypted != (passphrase != "") {
			t.Errorf("recognised %v, encrypted %v", is, encrypted)
		}
		got, err := Read(data, passphrase)
		if err != nil || !reflect.DeepEqual(got.Bundle, b) || !got.Key.Equal(key.Public()) {
			t.Errorf("got %+v, %v", got, err)
		}
		if readable := bytes.Contains(data, []byte(`"key"`)); readable == (passphrase != "") {
			t.Errorf("with passphrase %q its head can be read: %v", passphrase, readable)
		}
	}
}

// TestAnAlteredBundleIsRefused turns every byte of a sealed bundle.
func TestAnAlteredBundleIsRefused(t *testing.T) {
	data, b, _ := letter(t, "")
	for at := range data {
		bad := bytes.Clone(data)
		bad[at] ^= 0x01
		if got, err := Read(bad, ""); err == nil && !reflect.DeepEqual(got.Bundle, b) {
			t.Fatalf("byte %d went through", at)
		} else if err == nil && bytes.IndexByte(data, '\n') < at {
			t.Fatalf("byte %d of what is signed went through", at)
		}
		if got, err := Read(data[:at], ""); err == nil {
			t.Fatalf("cut off at %d: %+v", at, got)
		}
	}
}

func TestAPassphraseIsAskedFor(t *testing.T) {
	data, _, _ := letter(t, "冬天的河")
	for _, c := range []struct {
		data       []byte
		passphrase string
		want       error
	}{
		{data, "", hearing.ErrPassphrase}, {data, "夏天的河", hearing.ErrPassphrase}, {data[:len(data)-1], "冬天的河", hearing.ErrSignature},
		{[]byte("{}\n"), "", hearing.ErrForeign}, {nil, "", hearing.ErrForeign},
	} {
		if _, err := Read(c.data, c.passphrase); !errors.Is(err, c.want) {
			t.Errorf("%q: got %v, want %v", c.passphrase, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"format":"hearingdesk-bundle","version":1,"key":"","signature":""}` + "\n"))
	f.Add([]byte(ageHead + "-> scrypt AAAA 10\n\n--- \n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if l, err := Read(data, "x"); err == nil && l.Key == nil {
			t.Error("a bundle without a key was read")
		}
	})
}
