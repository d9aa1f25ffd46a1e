package press_test

import (
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// enclosed gives a session two enclosures for whoever is told, one of them with
// the sheet of rights too.
func enclosed(d *hearing.Dossier) {
	with := []string{"07a", "07b", "07c", "07d", "21", "24"}
	d.Enclosures = []hearing.Enclosure{{ID: "n1", Name: "来院须知", With: with, Text: "请从清源路正门进入。"},
		{ID: "n2", Name: "停车指引", With: append(with, "10a", "10b"), Text: "请停在东侧停车场。"}}
}

// TestAnEnvelopeLiesTogether arranges the papers of the worked examples, of a
// hearing by post and of forty people: those of an addressee are consecutive, the
// cover first, then the notices, what comes back, and the enclosures; what goes to
// nobody follows form by form. Both orders have the same papers.
func TestAnEnvelopeLiesTogether(t *testing.T) {
	item := func(it document.Item) document.Item { return it }
	piles := []document.Pile{document.PileCover, document.PileNotice, document.PileReply, document.PileEnclosure}
	many := fullHearing(t)
	fortyOfficers(&many)
	for name, d := range map[string]hearing.Dossier{"E1": variant(t, "h-e1"), "E2": variant(t, "h-e2"), "E3": variant(t, "h-e3"), "a ceremony": variant(t, "put-off"),
		"by post": variant(t, "posted"), "forty people": many} {
		enclosed(&d)
		plan := thePress().Plan(d)
		byForm := document.Arrange(document.ByForm, plan, item)
		byWhom := document.Arrange(document.ByAddressee, plan, item)
		if !slices.EqualFunc(plan, byForm, func(a, b document.Item) bool { return a.Number == b.Number && a.Key == b.Key }) {
			t.Errorf("%s: form by form is another order than the plan's", name)
		}
		left := map[string]int{}
		for i := range plan {
			left[byForm[i].Number+"/"+byForm[i].Key] += byForm[i].Copies
			left[byWhom[i].Number+"/"+byWhom[i].Key] -= byWhom[i].Copies
		}
		for key, n := range left {
			if n != 0 {
				t.Errorf("%s: %s is %+d times in one order", name, key, n)
			}
		}
		done, enclosures, people := map[string]bool{}, 0, 0
		for i, it := range byWhom {
			switch {
			case it.To == "" && slices.ContainsFunc(byWhom[i:], func(o document.Item) bool { return o.To != "" }):
				t.Errorf("%s: %s goes to nobody and lies before an envelope", name, it.Number)
			case it.To != "" && done[it.To]:
				t.Errorf("%s: %s %s lies apart from the envelope of %s", name, it.Number, it.Title, it.For)
			case it.Pile == document.PileEnclosure:
				if enclosures++; it.To == "" || it.Copies != 1 || i == 0 || byWhom[i-1].To != it.To {
					t.Errorf("%s: %s lies behind no paper", name, it.Title)
				}
			}
			last := i == len(byWhom)-1 || byWhom[i+1].To != it.To
			if last {
				done[it.To] = true
				people++
			} else if it.To != "" && slices.Index(piles, it.Pile) > slices.Index(piles, byWhom[i+1].Pile) {
				t.Errorf("%s: of %s, %s %s lies before %s", name, it.To, it.Pile, it.Number, byWhom[i+1].Number)
			}
		}
		if people < 4 || enclosures == 0 {
			t.Errorf("%s: %d piles, %d enclosures", name, people, enclosures)
		}
	}
}

// TestAnEnvelopeListsItsEnclosures holds that the cover names what lies behind it.
func TestAnEnvelopeListsItsEnclosures(t *testing.T) {
	d := variant(t, "posted")
	enclosed(&d)
	plan := document.Arrange(document.ByAddressee, thePress().Plan(d, "07b", "27", "38a", "39"), func(it document.Item) document.Item { return it })
	var got []string
	for _, it := range plan {
		if it.For == "澄河区消防救援大队" {
			got = append(got, it.Number+" "+it.Title)
		}
	}
	want := []string{"38a 邮寄封页", "07b 听证会通知书", "27 送达回证", "39 来院须知", "39 停车指引"}
	if len(got) < len(want) || !slices.Equal(got[:3], want[:3]) || !slices.Equal(got[len(got)-2:], want[3:]) {
		t.Errorf("the envelope holds %q", got)
	}
	said := textOf(t, paper(t, d, "38a", "澄河区消防救援大队"))
	for _, name := range []string{"来院须知", "停车指引"} {
		if !strings.Contains(joined(said), name) {
			t.Errorf("the cover does not list %s:\n%s", name, said)
		}
	}
}
