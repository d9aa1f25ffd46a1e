package today

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/shown"
)

// An earlier judging takes its time, and remembers one.
type earlier struct {
	agenda agenda.Agenda
	at     time.Time
}

func (e earlier) Agenda(ctx context.Context, _ time.Time) (agenda.Agenda, error) {
	return agenda.Agenda{}, ctx.Err()
}

func (e earlier) Last(context.Context) (agenda.Agenda, time.Time, error) { return e.agenda, e.at, nil }

// TestWhatWasOwedIsShownWhileItIsJudged, under today's headings and with the time of which
// it is, until it is judged anew.
func TestWhatWasOwedIsShownWhileItIsJudged(t *testing.T) {
	const now = "2023-07-18 08:00"
	day := calendar.NewDate(2023, 7, 17)
	owed := agenda.Agenda{Today: day, Items: []agenda.Item{{Finding: hearing.Finding{Text: "今天要做的事"}, About: agenda.Subject{Case: "c"}, Day: day}}}
	for _, x := range []struct {
		last earlier
		says []string
		not  []string
	}{
		{earlier{owed, shown.At(t, "2023-07-17 17:20")}, []string{"今天要做的事", "已逾期", "正在核对。以下是2023-07-17 17:20核对的结果。"}, []string{"没有到期的事，也没有冲突。"}},
		{earlier{}, []string{"正在核对到期的事…"}, []string{"今天要做的事", "没有到期的事，也没有冲突。"}},
	} {
		d := shown.Examples(t, now)
		sh, told := shown.Shell(t, now)
		p, ok := New(sh, d, x.last).(*Page)
		if !ok {
			t.Fatal("another page")
		}
		shown.Show(sh, p.Object())
		m, err := Read(t.Context(), d, shown.At(t, now))
		if err != nil {
			t.Fatal(err)
		}
		p.reading = 7
		r, late := &reading{p: p, n: 7, model: m}, &reading{p: p, n: 6, model: m}
		late.read(nil)
		if len(texts(p.Object())) > 5 {
			t.Error("a reading that is over is shown")
		}
		r.read(nil)
		for text, want := range merged(x.says, x.not) {
			if texts(p.Object())[text] != want {
				t.Errorf("while it is judged, %q is shown: %v", text, !want)
			}
		}
		r.judged(nil)
		for text, want := range map[string]bool{"没有到期的事，也没有冲突。": true, "今天要做的事": false, "正在核对到期的事…": false} {
			if texts(p.Object())[text] != want {
				t.Errorf("when it is judged, %q is shown: %v", text, !want)
			}
		}
		if len(told.Failed) > 0 {
			t.Error(told.Failed)
		}
	}
}

func merged(says, not []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range says {
		out[s] = true
	}
	for _, s := range not {
		out[s] = false
	}
	return out
}

// texts are the labels that are shown.
func texts(o fyne.CanvasObject) map[string]bool {
	out := map[string]bool{}
	for _, x := range test.LaidOutObjects(o) {
		if l, ok := x.(*widget.Label); ok && l.Visible() {
			out[l.Text] = true
		}
	}
	return out
}
