package press_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
)

// stressed is a hearing of everything at once: forty officers, an agency of
// sixty characters, rare names, long questions, and what a hand left empty.
func stressed(t testing.TB) hearing.Dossier {
	d := variant(t, "against")
	h := d.Hearing
	for i := range 40 {
		id := hearing.ID(fmt.Sprintf("x-%d", i))
		d.People[id] = hearing.Person{ID: id, Name: []string{"王䶮", "陈𬭎", "阿卜杜热合曼·买买提艾山江", "欧阳明月"}[i%4], Title: strings.Repeat("高级工程师", i%4)}
		h.Participants = append(h.Participants, hearing.Participant{ID: id, Role: hearing.Officer, Person: id, Told: []hearing.Told{{SentOn: today.AddDays(-30), ReceivedOn: today.AddDays(-30)}}})
	}
	for id, o := range d.Organisations {
		if o.Kind == hearing.Agency {
			o.Name = strings.Repeat("云岭市澄河区住房和城乡建设与综合行政执法", 3)[:60*3]
			d.Organisations[id] = o
		}
	}
	h.Questions[0].Text = strings.Repeat("三机关是否依法履行监管职责，", 20) + "？"
	d.Cases[0].Facts = strings.Repeat("飞线充电二十余处，消防通道被占用；", 60)
	h.Outcome.Recording, h.Notice.Stream, h.Risk = "", "", ""
	*h = h.LedBy("p-gu", today)
	h.State = hearing.Notifying
	*h, _ = h.MovedTo(hearing.Slot{Room: h.Room, Start: h.Start.Add(24 * time.Hour), End: h.End.Add(24 * time.Hour)}, today, d.Zone)
	for i := range h.Moves {
		h.Moves[i].Reason = "突发事件"
	}
	return d
}

// TestPapersBearMuch makes every paper of such a hearing: each is set, and no
// last page bears nothing but the end of a list of signers.
func TestPapersBearMuch(t *testing.T) {
	d := stressed(t)
	made := map[string]int{}
	for _, it := range thePress().Plan(d) {
		if made[it.Number]++; made[it.Number] > 1 {
			continue
		}
		p, err := thePress().Make(d, it, today)
		if err != nil {
			t.Errorf("%s %s: %v", it.Number, it.For, err)
			continue
		}
		if len(p.Pages) < 2 {
			continue
		}
		n := fmt.Sprint(len(p.Pages))
		last := tidy(tool(t, "pdftotext", "-f", n, "-l", n, "-raw", "-enc", "UTF-8", pdf(t, p), "-"))
		if lines := strings.Count(last, "\n"); lines < 4 && !strings.HasPrefix(it.Number, "14") {
			t.Errorf("%s %s: the last of %s pages bears only\n%s", it.Number, it.For, n, last)
		}
	}
	for _, number := range []string{"21", "16", "19", "03", "36"} {
		if made[number] == 0 {
			t.Errorf("no paper %s", number)
		}
	}
}
