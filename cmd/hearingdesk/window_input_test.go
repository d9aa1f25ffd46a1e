package main

import (
	"bytes"
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

func (o *transcript) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// TestPinyinArrives fills a form as a clerk does, Chinese by syllables into
// the input method, scrolls to its button, and compares what the program got.
func TestPinyinArrives(t *testing.T) {
	entries := []struct{ label, text string }{
		{"姓名", "王䶮、陈𬭎"},
		{"地点", "春晖社区活动室（云岭市澄河区），12号楼"},
		{"日期", "2023-06-27 14:30"},
	}
	var words []string
	for _, e := range entries {
		words = append(words, e.text)
	}
	d := newDisplay(t, words...)
	said := d.open("form", build(t, "./testdata/form"))
	for _, e := range entries {
		d.fill(e.label, e.text)
	}
	d.picture("pinyin")
	d.click("保存")
	d.sees("已保存")
	if got, want := said.String(), entries[0].text+"\n"+entries[1].text+"\n"+entries[2].text+"\n"; got != want {
		t.Errorf("the program got\n%s want\n%s", got, want)
	}
}

// TestStrokes: what is typed with the input method and what without.
func TestStrokes(t *testing.T) {
	var got []string
	for _, s := range strokes("程桂兰，82岁 E2（上门）") {
		got = append(got, s.text+"="+s.keys)
	}
	const want = "程桂兰=cheng'gui'lan ，=, 82= 岁=sui  E2= （=zuo'kuo'hao 上门=shang'men ）=you'kuo'hao"
	if text := strings.Join(got, " "); text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
}
