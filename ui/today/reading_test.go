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
	"hearingdesk/ui/due"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// A patient judging takes its time, in which the test looks at the page.
type patient struct {
	last due.Earlier
	look func()
}

func (j patient) Agenda(ctx context.Context, _ time.Time) (agenda.Agenda, error) {
	j.look()
	return agenda.Agenda{}, ctx.Err()
}

func (j patient) Last(context.Context) (due.Earlier, error) { return j.last, nil }

// TestWhatWasOwedIsShownWhileItIsJudged, under today's headings and with the time of which
// it is, until it is judged anew.
func TestWhatWasOwedIsShownWhileItIsJudged(t *testing.T) {
	const now = "2023-07-18 08:00"
	day := calendar.NewDate(2023, 7, 17)
	owed := agenda.Agenda{Today: day, Items: []agenda.Item{{Finding: hearing.Finding{Text: "今天要做的事"}, About: agenda.Subject{Case: "c"}, Day: day}}}
	for _, x := range []struct {
		last due.Earlier
		says []string
		not  []string
	}{
		{due.Earlier{Agenda: owed, At: shown.At(t, "2023-07-17 17:20"), Took: time.Second}, []string{"今天要做的事", "已逾期", "正在核对。以下是2023-07-17 17:20核对的结果。"}, []string{"没有到期的事，也没有冲突。", "1项"}},
		{due.Earlier{Took: time.Second}, []string{"正在核对到期的事…"}, []string{"今天要做的事", "没有到期的事，也没有冲突。"}},
		{due.Earlier{Agenda: owed, At: shown.At(t, "2023-07-17 17:20")}, nil, []string{"今天要做的事", "正在核对到期的事…"}}, // it took no time then
	} {
		sh, told := shown.Shell(t, now)
		looked := false
		var p shell.Page
		p = New(sh, shown.Examples(t, now), patient{x.last, func() {
			looked = true
			for text, want := range merged(x.says, x.not) {
				if texts(p.Object())[text] != want {
					t.Errorf("while it is judged, %q is shown: %v", text, !want)
				}
			}
		}})
		shown.Show(sh, p.Object())
		p.Show(shell.Place{Kind: shell.Today})
		for text, want := range map[string]bool{"没有到期的事，也没有冲突。": true, "今天要做的事": false, "正在核对到期的事…": false} {
			if texts(p.Object())[text] != want {
				t.Errorf("when it is judged, %q is shown: %v", text, !want)
			}
		}
		if len(told.Failed) > 0 || !looked {
			t.Error(looked, told.Failed)
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
