package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// longestWord is the most characters that are typed as one word.
const longestWord = 8

// signs are the keys under which the input method has Chinese punctuation.
var signs = map[rune]string{'，': ",", '。': ".", '、': "\\", '；': ";"}

// named are the signs that take a shift, which X gives to the program and not
// to the input method: they are typed by their names.
var named = map[rune]string{
	'（': "zuo'kuo'hao", '）': "you'kuo'hao", '〔': "zuo'liu'jiao", '〕': "you'liu'jiao", '：': "mao'hao", '？': "wen'hao",
	'！': "tan'hao", '《': "zuo'shu'ming", '》': "you'shu'ming", '“': "zuo'yin'hao", '”': "you'yin'hao", '—': "po'zhe'hao",
}

// A stroke is a piece of text that is typed in one way.
type stroke struct {
	text string
	keys string // what to type with the input method on; empty: type the text itself with it off
	word bool   // the keys are syllables, and a space chooses the word
}

// strokes splits a text into what a clerk types one after the other.
func strokes(text string) []stroke {
	var out []stroke
	for rest := []rune(text); len(rest) > 0; {
		n := 1
		switch {
		case signs[rest[0]] != "":
			out = append(out, stroke{text: string(rest[:1]), keys: signs[rest[0]]})
		case named[rest[0]] != "":
			out = append(out, stroke{text: string(rest[:1]), keys: named[rest[0]], word: true})
		case unicode.Is(unicode.Han, rest[0]):
			for n < len(rest) && n < longestWord && unicode.Is(unicode.Han, rest[n]) {
				n++
			}
			out = append(out, stroke{text: string(rest[:n]), keys: strings.Join(syllables(rest[:n]), "'"), word: true})
		default:
			for n < len(rest) && signs[rest[n]]+named[rest[n]] == "" && !unicode.Is(unicode.Han, rest[n]) {
				n++
			}
			out = append(out, stroke{text: string(rest[:n])})
		}
		rest = rest[n:]
	}
	return out
}

// syllables returns how each character is typed.
func syllables(word []rune) []string {
	var out []string
	for _, r := range word {
		s := pinyin.SinglePinyin(r, pinyin.NewArgs())
		if len(s) == 0 {
			s = []string{"a"} // a character without a reading; the user's dictionary decides
		}
		out = append(out, strings.ReplaceAll(s[0], "ü", "v"))
	}
	return out
}

// learn puts every word of the texts into the input method's dictionary of
// the user, as a clerk's has the names of her town. It comes before the input
// method starts.
func (d *display) learn(texts []string) {
	d.t.Helper()
	var words []string
	for _, text := range texts {
		for _, s := range strokes(text) {
			if s.word {
				words = append(words, s.text+" "+s.keys+" 20.0")
			}
		}
	}
	if len(words) == 0 {
		return
	}
	slices.Sort(words)
	list := filepath.Join(d.home, "words.txt")
	if err := os.WriteFile(list, []byte(strings.Join(slices.Compact(words), "\n")+"\n"), 0o600); err != nil {
		d.t.Fatal(err)
	}
	folder := filepath.Join(d.home, ".local/share/fcitx5/pinyin/dictionaries")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		d.t.Fatal(err)
	}
	d.must("libime_pinyindict", list, filepath.Join(folder, "desk.dict"))
}

// write types a text where the keyboard is. After each stroke it waits until
// the control has it: keys wait in the program's queue, and switching the
// input method does not.
func (d *display) write(text string) {
	d.t.Helper()
	written := ""
	for _, s := range strokes(text) {
		if s.keys == "" {
			d.must("fcitx5-remote", "-c")
			d.must("xdotool", "type", "--delay", "8", s.text)
		} else {
			d.must("fcitx5-remote", "-o")
			d.must("xdotool", "type", "--delay", "8", s.keys)
		}
		if s.word {
			d.key("space")
		}
		written += s.text
		d.until("the keyboard's control to hold "+written, func() bool { return strings.Contains(d.focused().Text, written) })
	}
	d.must("fcitx5-remote", "-c")
}
