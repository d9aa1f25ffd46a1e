package transcript_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/hearing/transcript"
)

func cues(list []transcript.Cue) string {
	var out []string
	for _, c := range list {
		out = append(out, fmt.Sprintf("%v %s|%s", c.From, c.Name, c.Text))
	}
	return strings.Join(out, "; ")
}

func TestReadCues(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"subtitles", "1\n00:00:01,500 --> 00:00:03,000\n张三：现在开会\n\n2\n00:00:04,000 --> 00:00:05,000\n[主持人] 请坐\n", "1.5s 张三|现在开会; 4s 主持人|请坐"},
		{"a mark, CRLF and tags", "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>{\\an8}甲</i>\r\n乙\r\n", "1s |甲\n乙"},
		{"no numbers, no empty line, points", "00:00:01.0 --> 00:00:02.5\n甲\n00:00:02.5 --> 00:00:03.0\n乙", "1s |甲; 2.5s |乙"},
		{"overlapping and out of order", "2\n00:00:05,000 --> 00:00:09,000\n乙\n\n1\n00:00:01,000 --> 00:00:06,000\n甲\n", "1s |甲; 5s |乙"},
		{"more than ninety-nine hours", "1\n123:00:00,000 --> 123:00:01,000\n甲\n", "123h0m0s |甲"},
		{"a number that was said", "1\n00:00:01,000 --> 00:00:02,000\n23\n处\n", "1s |23\n处"},
		{"text", "张三：你好\n李四:好的\n继续说\n\n没有名字的一段\n", "0s 张三|你好; 0s 李四|好的\n继续说; 0s |没有名字的一段"},
		{"text with times", "[00:01:02] 张三：你好\n1:02:03 李四：好\n02:05 【主持人】请讲", "1m2s 张三|你好; 2m5s 主持人|请讲; 1h2m3s 李四|好"},
		{"a sentence with a colon", "他说了三点，分别是：一、二、三", "0s |他说了三点，分别是：一、二、三"},
		{"nothing", "\n \n", ""},
	} {
		got, err := transcript.ReadCues(c.text)
		if err != nil || cues(got) != c.want {
			t.Errorf("%s: %q %v, want %q", c.name, cues(got), err, c.want)
		}
	}
}

func TestABadLineIsNamed(t *testing.T) {
	for _, c := range []struct {
		name, text string
		line       int
	}{
		{"no time", "1\n00:00:01,000 --> 后\n甲", 2},
		{"it ends before it begins", "1\n00:00:05,000 --> 00:00:01,000\n甲", 2},
		{"seventy seconds", "1\n00:00:70,000 --> 00:01:11,000\n甲", 2},
		{"text outside", "1\n00:00:01,000 --> 00:00:02,000\n甲\n\n多出来的\n", 5},
		{"other bytes", "张三：你好\n\xb0\xa1", 2},
		{"a zero", "甲\n乙\x00", 2},
		{"too long", "甲\n\n" + strings.Repeat("长", hearing.LongestUtterance+1), 3},
		{"too many", strings.Repeat("甲\n\n", transcript.MostCues+1), 2*transcript.MostCues + 1},
	} {
		_, err := transcript.ReadCues(c.text)
		var faults hearing.FieldErrors
		if !errors.As(err, &faults) || faults[0].Line != c.line {
			t.Errorf("%s: %v, want line %d", c.name, err, c.line)
		}
	}
}

func TestDraftsKnowWhoSpeaks(t *testing.T) {
	d := hearing.Dossier{Hearing: &hearing.Hearing{ID: "h", Presider: "p1", Recorder: "p2", Participants: []hearing.Participant{
		{ID: "a", Role: hearing.Officer, Person: "p3"}, {ID: "b", Role: hearing.Officer, Person: "p4"}, {ID: "c", Role: hearing.PartyRep, Person: "p5"}}},
		People: map[hearing.ID]hearing.Person{"p1": {Name: "林知远"}, "p2": {Name: "许晚"}, "p3": {Name: "王䶮"}, "p4": {Name: "王䶮"}, "p5": {Name: "程桂兰"}}}
	for name, want := range map[string]hearing.ID{"主持人": hearing.SpeakerPresider, "林知远": hearing.SpeakerPresider, "许晚": hearing.SpeakerRecorder, "程桂兰": "c", "听证员": "", "王䶮": "", "说话人1": "", "": ""} {
		if got := transcript.SpeakerOf(d, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	n := 0
	id := func() hearing.ID { n++; return hearing.ID(fmt.Sprintf("n%d", n)) }
	read, err := transcript.ReadCues("00:10 程桂兰：不同意\n00:20 说话人1：补充")
	if err != nil {
		t.Fatal(err)
	}
	text := &transcript.Text{}
	for _, e := range transcript.Drafts(d, read, nine, nine.Add(time.Hour), id) {
		if err := text.Check(e); err != nil {
			t.Fatal(err)
		}
		text.Add(e)
	}
	lines := text.Lines()
	if len(lines) != 2 || lines[0].Speaker != "c" || lines[1].Text != "说话人1：补充" || !lines[1].Draft || !lines[1].At.Equal(nine.Add(20*time.Second)) {
		t.Errorf("%+v", lines)
	}
}

// What was given out reads back as it was.
func TestSubtitlesAndTextReadBack(t *testing.T) {
	p := newPen(t)
	p.say("a", "现在开会")
	p.say("b", "请坐\n谢谢")
	name := func(hearing.ID) string { return "主持人" }
	for _, text := range []string{p.text.Subtitles(nine, name), p.text.Plain(nine, name)} {
		got, err := transcript.ReadCues(text)
		if err != nil || len(got) != 2 || got[0].Name != "主持人" || got[1].Text != "请坐\n谢谢" || got[1].From != time.Second {
			t.Errorf("%q: %+v %v", text, got, err)
		}
	}
}

func FuzzReadCues(f *testing.F) {
	for _, s := range []string{"1\n00:00:01,500 --> 00:00:03,000\n张三：现在开会\n", "[00:01:02] 张三：你好", "\ufeff\r\n", "-->", "999:99", "[：", "【】", "00:00:00 --> 0:0", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := transcript.ReadCues(s)
		if err != nil && got != nil {
			t.Fatal("a refused file gave passages")
		}
		for i, c := range got {
			if c.Text == "" || c.From < 0 || c.To < c.From || !utf8.ValidString(c.Text) || strings.ContainsRune(c.Text, 0) || i > 0 && c.From < got[i-1].From {
				t.Fatalf("%+v", c)
			}
		}
	})
}
