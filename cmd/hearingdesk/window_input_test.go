package main

import (
	"bytes"
	"os/exec"
	"strings"
	"sync"
	"testing"
)

// A transcript is what a program printed so far.
type transcript struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *transcript) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

// last returns the newest line.
func (o *transcript) last() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	lines := strings.Split(strings.TrimSuffix(o.text.String(), "\n"), "\n")
	return lines[len(lines)-1]
}

// TestPinyinArrives types Chinese as a clerk does, syllables into the input
// method, and finds the characters in a Fyne entry.
func TestPinyinArrives(t *testing.T) {
	d := newDisplay(t)
	said := &transcript{}
	c := exec.Command(build(t, "./testdata/entry"))
	c.Stdout = said
	d.start(c)
	d.shown("entry")
	for _, step := range []struct{ syllables, latin, want string }{
		{syllables: "nihao", want: "你好"},
		{latin: " 12345 ", want: "你好 12345 "},
		{syllables: "renminjianchayuan", want: "你好 12345 人民检察院"},
	} {
		if step.latin != "" {
			d.typed(step.latin)
		} else {
			d.pinyin(step.syllables)
		}
		d.until("the entry to hold "+step.want, func() bool { return said.last() == step.want })
	}
	d.picture("pinyin")
}
