package locked_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"filippo.io/age"

	"hearingdesk/hearing"
	"hearingdesk/storage/locked"
)

const winter = "冬天的河面结了冰"

// secret is what a copy holds: more than one chunk of age.
var secret = strings.Repeat("程桂兰 13800000000 ", 8000)

func copyOf(t *testing.T) (file, code string) {
	t.Helper()
	l, code, err := locked.New(winter)
	if err != nil {
		t.Fatal(err)
	}
	proof, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := locked.Write(&out, locked.Head{Lock: l, Contents: []string{"ab"}}, strings.NewReader(secret), proof.Recipient()); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "desk.locked")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file, code
}

func with(secret string) func(locked.Lock) (age.Identity, error) {
	return func(l locked.Lock) (age.Identity, error) { return l.Open(secret) }
}

// TestACopyOpens opens a copy with the passphrase and with the code in every way
// that somebody types it, and with nothing else.
func TestACopyOpens(t *testing.T) {
	file, code := copyOf(t)
	if !regexp.MustCompile(`^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$`).MatchString(code) {
		t.Errorf("the code is %q", code)
	}
	for _, c := range []struct {
		secret string
		want   error
	}{
		{winter, nil}, {code, nil}, {strings.ToLower(strings.ReplaceAll(code, "-", " ")), nil}, {strings.NewReplacer("0", "O", "1", "l").Replace(code), nil},
		{"", hearing.ErrSecret}, {"夏天的河面没有冰", hearing.ErrSecret}, {code[:len(code)-1] + "?", hearing.ErrSecret}, {winter + " ", hearing.ErrSecret},
	} {
		o, err := locked.Open(file, with(c.secret))
		if !errors.Is(err, c.want) || err == nil && c.want != nil {
			t.Errorf("%q: got %v, want %v", c.secret, err, c.want)
		}
		if err != nil {
			continue
		}
		got, err := io.ReadAll(io.NewSectionReader(o, 0, o.Size))
		if err != nil || string(got) != secret || o.Head.Contents[0] != "ab" {
			t.Errorf("%q: other bytes, %v", c.secret, err)
		}
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"程桂兰", "13800000000", winter, code} {
		if bytes.Contains(raw, []byte(s)) {
			t.Errorf("the copy shows %q", s)
		}
	}
}

// TestAnAlteredCopyIsRefused turns bytes of a copy, and cuts it off: never does it
// read as something else.
func TestAnAlteredCopyIsRefused(t *testing.T) {
	file, _ := copyOf(t)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	step := len(raw) / 150
	for at := 0; at < len(raw); at += step {
		bad := bytes.Clone(raw)
		bad[at] ^= 0x04
		for what, data := range map[string][]byte{"turned": bad, "cut off": raw[:at]} {
			if got, err := read(t, data); err == nil && got != secret || err == nil && what == "cut off" {
				t.Fatalf("%s at %d of %d: read %d bytes", what, at, len(raw), len(got))
			}
		}
	}
}

func read(t *testing.T, data []byte) (string, error) {
	file := filepath.Join(t.TempDir(), "bad.locked")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	o, err := locked.Open(file, with(winter))
	if err != nil {
		return "", err
	}
	defer func() { _ = o.Close() }()
	got, err := io.ReadAll(io.NewSectionReader(o, 0, o.Size))
	return string(got), err
}

func TestAShortPassphraseIsRefused(t *testing.T) {
	for secret, want := range map[string]error{"七个字的口令呀": hearing.ErrWeak, "八个字的口令是好": nil} {
		if _, _, err := locked.New(secret); !errors.Is(err, want) || err != nil && want == nil {
			t.Errorf("%q: got %v, want %v", secret, err, want)
		}
	}
}

func FuzzReadHead(f *testing.F) {
	f.Add([]byte(`{"format":"hearingdesk-copy","version":1,"lock":{}}` + "\n"))
	f.Add([]byte(`{"format":"hearingdesk-copy","version":9}` + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		h, n, err := locked.ReadHead(bytes.NewReader(data))
		if err != nil {
			return
		}
		if n > int64(len(data)) || data[n-1] != '\n' {
			t.Errorf("a head of %d bytes of %d", n, len(data))
		}
		_, _ = h.Lock.Open(winter) // ends, whatever it holds
	})
}
