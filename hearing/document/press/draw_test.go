package press_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
)

// drawnOf is E1 with a draw out of a pool of so many, every fourth of whom has a
// long name or a rare one, and every tenth is left out.
func drawnOf(t testing.TB, n int) hearing.Dossier {
	t.Helper()
	d := variant(t, "h-e1")
	names := []string{"周慧敏", "王䶮", "阿卜杜热合曼·买买提艾山江", "欧阳明月"}
	x := hearing.Draw{ID: "d", At: d.Hearing.Start.AddDate(0, 0, -8), Place: "本院第二会议室", Operator: "许晚", Witness: "吴敏（人民监督员）", Notary: "韩静（澄河公证处）",
		Day: calendar.NewDate(2023, time.July, 18), Officers: 5, Alternates: 5, Quotas: []hearing.DrawQuota{{Class: hearing.ClassLaw, N: 1}, {Specialty: "消防工程", N: 1}},
		Seed: strings.Repeat("0123456789abcdef", 4), SeedSource: hearing.SeedRandom}
	for i := range n {
		id := hearing.ID(fmt.Sprintf("x-%d", i))
		if i%10 == 9 {
			x.Excluded = append(x.Excluded, hearing.DrawExclusion{Person: id, Code: draw.Code(id), Name: names[i%4], Reason: hearing.ExcludedInterest, Rule: "R3",
				Text: "程建军：同姓且住在同一处（澄河区梧桐苑）"})
			continue
		}
		x.Pool = append(x.Pool, hearing.DrawCandidate{Person: id, Name: names[i%4], Class: hearing.OfficerClasses[i%3], Specialties: [][]string{nil, {"消防工程", "电气安全", "特种设备检验检测"}}[i%2]})
	}
	made, err := draw.Make(x)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 { // the first seat is refused three times
		var ok bool
		if made, ok = made.Answered(hearing.DrawAnswer{N: made.Seats()[0], On: x.Day.AddDays(-6), Reply: hearing.ReplyUnreachable, Note: "三次电话无人接听，短信未回复"}); !ok {
			t.Fatal("no answer")
		}
	}
	d.Hearing.Draws = []hearing.Draw{made}
	return d
}

// TestTheRecordOfADrawBearsMuch prints the record of a draw out of forty people
// and out of four hundred: everybody is on it once, under the table's head on
// every page, and nothing else about them.
func TestTheRecordOfADrawBearsMuch(t *testing.T) {
	for _, n := range []int{40, 400} {
		d := drawnOf(t, n)
		for id, who := range d.People {
			who.IDNumber, who.Phone = "140105197601011234", "13912345678"
			d.People[id] = who
		}
		made := paper(t, d, "05", "")
		x := d.Hearing.Draws[0]
		text := joined(textOf(t, made))
		for _, c := range x.Pool {
			if strings.Count(text, c.Code) != 1 {
				t.Errorf("pool of %d: %s is there %d times", n, c.Code, strings.Count(text, c.Code))
			}
		}
		for _, e := range x.Excluded {
			if strings.Count(text, e.Code) != 1 {
				t.Errorf("pool of %d: %s is there %d times", n, e.Code, strings.Count(text, e.Code))
			}
		}
		if strings.Contains(text, "140105") || strings.Contains(text, "1391234") {
			t.Errorf("pool of %d: an identity number or a telephone is printed", n)
		}
		pages := strings.Split(strings.TrimSuffix(textOf(t, made), "\f"), "\f")
		for i, page := range pages[1:] { // the first has what was drawn
			if got := joined(page); !strings.Contains(got, "序号名单编号姓名类别") && !strings.Contains(got, "次序序号姓名类别结果") {
				t.Errorf("pool of %d: no head on page %d of %d:\n%s", n, i+2, len(pages), page)
			}
		}
		t.Logf("pool of %d: %d pages", n, len(made.Pages))
	}
}

// TestAVoidedDrawSaysSo prints each draw of a hearing by itself.
func TestAVoidedDrawSaysSo(t *testing.T) {
	d := drawnOf(t, 20)
	second := d.Hearing.Draws[0]
	second.ID, second.Answers = "d2", nil
	d.Hearing.Draws[0].Void = &hearing.DrawVoid{On: second.Day.AddDays(-5), By: "沈秋白", Reason: "候选名单漏列一人。"}
	d.Hearing.Draws = append(d.Hearing.Draws, second)
	first, again := paper(t, d, "05", "第1次"), paper(t, d, "05", "第2次")
	if got := joined(textOf(t, first)); !strings.Contains(got, "（作废）") || !strings.Contains(got, "由沈秋白决定作废，理由：候选名单漏列一人。") {
		t.Errorf("the voided draw says\n%s", got)
	}
	if got := joined(textOf(t, again)); strings.Contains(got, "作废") || !strings.Contains(got, "（第2次抽选）") {
		t.Errorf("the second draw says\n%s", got)
	}
}
