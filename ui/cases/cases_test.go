package cases_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/cases"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// page shows the page of a desk at a place.
func page(t *testing.T, d *storage.Desk, at shell.Place) (shell.Page, *shell.Shell, *shown.Told) {
	t.Helper()
	sh, told := shown.Shell(t, now)
	p := cases.New(sh, d, nil)
	shown.Show(sh, p.Object())
	p.Show(at)
	return p, sh, told
}

func caseOf(t *testing.T, d *storage.Desk, part string) hearing.Case {
	t.Helper()
	found, err := d.Cases(t.Context(), part, 10)
	if err != nil || len(found) == 0 {
		t.Fatalf("no case %q: %v", part, err)
	}
	return found[0]
}

// TestACaseFromNothing enters a case with people and a body that nobody has
// entered before.
func TestACaseFromNothing(t *testing.T) {
	d := shown.Empty(t, now)
	_, sh, told := page(t, d, shell.Place{Kind: shell.Cases, New: true})
	w := sh.Window
	if shown.Reads(w, "新建听证会") || shown.Reads(w, "新建法律文书") {
		t.Error("a case that is not stored offers a hearing")
	}
	shown.Type(t, w, "案由", "梧桐苑消防通道行政公益诉讼案")
	shown.Choose(t, w, "案件类型", words(hearing.AdminPublicInterest))
	shown.Type(t, w, "承办检察官", "林知远")
	shown.Enter(t, w, "承办检察官")
	shown.Type(t, w, "立案日期", "6月5日")
	shown.Type(t, w, "添加自然人", "程桂兰")
	shown.Enter(t, w, "添加自然人")
	shown.Type(t, w, "添加单位", "澄河区园林局")
	shown.Enter(t, w, "添加单位")
	shown.Type(t, w, "争议焦点", "是否履职")
	shown.Type(t, w, "案件标签", "消防，社区")
	c := caseOf(t, d, "")
	if c.Cause != "梧桐苑消防通道行政公益诉讼案" || c.Type != hearing.AdminPublicInterest || c.FiledOn.String() != "2023-06-05" ||
		len(c.Issues) != 1 || len(c.Tags) != 2 || len(c.Parties) != 2 {
		t.Fatalf("stored %+v", c)
	}
	handler, err := d.Person(t.Context(), c.Handler)
	if err != nil || handler.Name != "林知远" || handler.Rank != hearing.Prosecutor {
		t.Errorf("handler %+v %v", handler, err)
	}
	if c.Parties[0].Role != hearing.Applicant || c.Parties[0].Person == "" || c.Parties[1].Organisation == "" || c.Parties[1].Role != hearing.SupervisedAgency {
		t.Errorf("parties %+v", c.Parties)
	}
	if !shown.Reads(w, "程桂兰") || !shown.Reads(w, "澄河区园林局") {
		t.Error("the parties are not shown by name")
	}
	shown.Press(t, w, "新建听证会")
	if last := told.Went[len(told.Went)-1]; !last.New || last.Kind != shell.Hearing || last.Case != c.ID {
		t.Errorf("went to %+v", last)
	}
	told.Clean(t)
}

func words(v hearing.Named) string { return v.Term().Zh }

func TestInstrumentsAreEditedInPlace(t *testing.T) {
	d := shown.Examples(t, now)
	c := caseOf(t, d, "程桂兰")
	p, sh, told := page(t, d, shell.Place{Kind: shell.Cases, ID: c.ID})
	before, err := d.Instruments(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(before) > 0 {
		t.Fatalf("the example has instruments by now: %+v", before)
	}
	shown.Press(t, sh.Window, "新建法律文书")
	shown.Type(t, sh.Window, "文号", "澄检民支〔2023〕3号")
	shown.Choose(t, sh.Window, "种类", words(hearing.SupportSuit))
	shown.Type(t, sh.Window, "建议内容", "支持起诉")
	after, err := d.Instruments(t.Context(), c.ID)
	if err != nil || len(after) != 1 || after[0].Number != "澄检民支〔2023〕3号" || after[0].Kind != hearing.SupportSuit || len(after[0].Items) != 1 {
		t.Fatalf("stored %+v %v", after, err)
	}
	p.Show(shell.Place{Kind: shell.Cases, ID: caseOf(t, d, "二次供水").ID})
	p.Show(shell.Place{Kind: shell.Cases, ID: c.ID})
	if shown.Text(t, sh.Window, "文号") != "澄检民支〔2023〕3号" {
		t.Error("not shown again")
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Show(shell.Place{Kind: shell.Cases, ID: c.ID})
	if shown.Text(t, sh.Window, "建议内容") == "支持起诉" {
		t.Error("what was undone is still shown")
	}
	told.Clean(t)
}

func TestPartiesKeepTheirOrder(t *testing.T) {
	d := shown.Examples(t, now)
	c := caseOf(t, d, "程桂兰")
	_, sh, _ := page(t, d, shell.Place{Kind: shell.Cases, ID: c.ID})
	shown.Type(t, sh.Window, "添加单位", "公证")
	shown.Enter(t, sh.Window, "添加单位")
	got := caseOf(t, d, "程桂兰")
	if len(got.Parties) != len(c.Parties)+1 {
		t.Fatalf("parties %+v", got.Parties)
	}
	for i, p := range c.Parties {
		if got.Parties[i] != p {
			t.Errorf("party %d changed to %+v", i, got.Parties[i])
		}
	}
	if last := got.Parties[len(c.Parties)]; last.Organisation == "" || last.Role != hearing.Concerned {
		t.Errorf("added %+v", last)
	}
}
