package outcome_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/words"
)

const standards = `{"format":"hearingdesk-rules","version":1,"source":"虚构","standards":[
 {"role":"officer","labour_fen":20000,"title":"本院听证员履职保障办法","article":"第三条","from":"2023-01-01"},
 {"role":"officer","class":"expert","travel_fen":5000,"labour_fen":40000,"title":"本院听证员履职保障办法","article":"第四条","from":"2023-01-01"}]}`

// withStandards lets the office set what it pays.
func withStandards(t testing.TB, r *room) {
	t.Helper()
	o, err := r.desk.Office(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	o.Rules = standards
	if _, err := r.desk.SaveOffice(t.Context(), o); err != nil {
		t.Fatal(err)
	}
}

// unpaid is E1 while nothing is entered, one officer away, with an expert.
func unpaid(t testing.TB, r *room) {
	t.Helper()
	if _, err := r.desk.SavePerson(t.Context(), hearing.Person{ID: "p-x", Name: "骆衡", Title: "注册消防工程师"}); err != nil {
		t.Fatal(err)
	}
	r.put(t, "h-e1", func(h *hearing.Hearing) {
		h.Allowances = hearing.Allowances{}
		h.Participants[0].Attendance.Presence = hearing.Absent
		h.Participants = append(h.Participants, hearing.Participant{ID: "x", Role: hearing.Expert, Person: "p-x", Attendance: hearing.Attendance{Presence: hearing.ByVideo}})
	})
}

// cells are the entries of the table, row by row.
func cells(w fyne.Window) []fyne.Focusable {
	var out []fyne.Focusable
	shown.Walk(w.Content(), func(o fyne.CanvasObject) {
		if f, ok := o.(fyne.Focusable); ok && strings.Contains(fmt.Sprintf("%T", o), "field.entry") {
			out = append(out, f)
		}
	})
	return out
}

func enter(w fyne.Window) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

// TestAllowancesByEnter types amounts, each with one Enter, and finds them in the
// file; what is no amount is said below its row and stores nothing.
func TestAllowancesByEnter(t *testing.T) {
	r := newRoom(t, "2023-07-19 10:00")
	unpaid(t, r)
	w := r.window(t, "h-e1")
	steps(w, 4)
	for _, typed := range []string{"50", "", "２００", "35.50", "0", "200.00"} {
		test.Type(w.Canvas().Focused(), typed)
		enter(w)
	}
	h := r.get(t, "h-e1")
	if a := h.Allowance("h-e1-o2"); a.Travel != 5000 || a.Board != 0 || a.Labour != 20000 {
		t.Errorf("the first row is %+v", a)
	}
	if a := h.Allowance("h-e1-o3"); a.Sum() != 23550 {
		t.Errorf("the second row is %+v", a)
	}
	if !shown.Reads(w, "大写：肆佰捌拾伍元伍角整") || !shown.Reads(w, "王䶮 没有到场，不列入") {
		t.Error("neither the sum in capitals nor who is away is said")
	}
	for _, c := range []struct{ typed, says string }{{"-5", "金额不能是负数"}, {"五十", "不是金额"}, {"99999999999", "太大了"}} {
		test.Type(w.Canvas().Focused(), c.typed)
		if !shown.Reads(w, c.says) {
			t.Errorf("%s: %s is not said", c.typed, c.says)
		}
		if got := r.get(t, "h-e1").Allowance("h-e1-o4"); got.Sum() != 0 {
			t.Errorf("%s stored %+v", c.typed, got)
		}
		if c.typed == "五十" {
			shown.Picture(t, w, "allowances-wrong")
		}
		for range c.typed {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
	}
}

// TestByTheStandard fills in what the office set, each class its own, and takes the
// whole back with one undo.
func TestByTheStandard(t *testing.T) {
	r := newRoom(t, "2023-07-19 10:00")
	unpaid(t, r)
	withStandards(t, r)
	if err := setClass(t, r, "p-chenhong", hearing.ClassExpert); err != nil {
		t.Fatal(err)
	}
	r.put(t, "h-e1", func(h *hearing.Hearing) {
		h.EditAllowance("h-e1-o3", func(a *hearing.Allowance) { a.Labour = 6_000_00 })
	})
	w := r.window(t, "h-e1")
	steps(w, 4)
	if !shown.Reads(w, "听证员：劳务费 200（本院听证员履职保障办法第三条，2023-01-01起）") || !shown.Reads(w, "超过5000元") {
		t.Error("neither the standard nor the doubt is said")
	}
	test.Tap(shown.Button(t, w, "按标准填写"))
	h := r.get(t, "h-e1")
	for id, want := range map[hearing.ID]hearing.Fen{"h-e1-o1": 0, "h-e1-o2": 45000, "h-e1-o3": 600000, "h-e1-o4": 20000, "h-e1-o5": 20000, "x": 0} {
		if got := h.Allowance(id).Sum(); got != want {
			t.Errorf("%s is paid %s, want %s", id, got, want)
		}
	}
	shown.Picture(t, w, "allowances")
	test.Tap(shown.Button(t, w, "都已签领"))
	if a := r.get(t, "h-e1").Allowance("h-e1-o2"); a.SignedOn.String() != "2023-07-19" {
		t.Errorf("signed for: %+v", a)
	}
	if _, err := r.desk.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := r.desk.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := r.get(t, "h-e1").Paid(""); got != 600000 {
		t.Errorf("after an undo %s are paid", got)
	}
}

func setClass(t testing.TB, r *room, id hearing.ID, c hearing.OfficerClass) error {
	t.Helper()
	p, err := r.desk.Person(t.Context(), id)
	if err != nil {
		return err
	}
	p.Class = c
	_, err = r.desk.SavePerson(t.Context(), p)
	return err
}

// TestManyAreePaid draws forty people and the page in English.
func TestManyArePaid(t *testing.T) {
	r := newRoom(t, "2023-07-19 10:00")
	big(t, r)
	if err := words.Use(words.English); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = words.Use(words.Chinese) })
	w := r.window(t, "h-e1")
	steps(w, 4)
	test.Type(cells(w)[0], "120.5")
	test.Tap(shown.Button(t, w, "The rest like the first"))
	if got := r.get(t, "h-e1").Paid(hearing.Officer); got != 7*12050 {
		t.Errorf("they are paid %s", got)
	}
	if width := w.Content().MinSize().Width; width > shown.Width {
		t.Errorf("the page is %v wide", width)
	}
	shown.Picture(t, w, "allowances-many-en")
}
