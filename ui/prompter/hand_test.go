package prompter

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/shown"
)

// A hall is a hearing on its day, with the presider's window.
type hall struct {
	t     *testing.T
	sh    *shell.Shell
	sight Sight
	now   time.Time
	n     int
	stop  error // why the hearing cannot go on
	p     *Window
}

func e1(t *testing.T) *hall {
	t.Helper()
	sh, _ := shown.Shell(t, "2023-07-18 09:00")
	d, err := shown.Examples(t, "2023-07-18 09:00").Dossier(t.Context(), "h-e1")
	if err != nil {
		t.Fatal(err)
	}
	d.Hearing.State = hearing.Open
	papers, err := shown.NewPress()
	if err != nil {
		t.Fatal(err)
	}
	s, err := script.Of(d, shown.Book(t), papers.Forms(), calendar.NewDate(2023, time.July, 18))
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, sh: sh, sight: Sight{d, s, &transcript.Text{}}, now: shown.At(t, "2023-07-18 09:00"), p: New(sh)}
	sh.Now = func() time.Time { return h.now }
	return h
}

func (h *hall) add(e hearing.TranscriptEntry) {
	h.n++
	e.ID, e.At = hearing.ID(fmt.Sprint("e-", h.n)), h.sight.Text.After(h.now)
	h.sight.Text.Add(e)
}

// step lets the hearing go to a step by its key.
func (h *hall) step(key string) { h.add(hearing.TranscriptEntry{Act: hearing.ActStep, Step: key}) }

func (h *hall) says(id, of hearing.ID, kind hearing.UtteranceKind, who hearing.ID, text string) {
	step, _ := h.sight.Text.Step()
	h.add(hearing.TranscriptEntry{Act: hearing.ActWrite, To: &hearing.Utterance{ID: id, Of: of, Kind: kind, Step: step.Step, Speaker: who, Text: text, At: h.now, After: h.sight.Text.End()}})
}

// source is the hearing's, as the recorder's page gives it.
func (h *hall) source() Source {
	return Source{Read: func(_ time.Time, take func(Sight)) { take(h.sight) }, Go: func(i int) error {
		if h.stop == nil {
			h.step(h.sight.Script.Steps[i].Key)
		}
		return h.stop
	}}
}

func (h *hall) press(k fyne.KeyName) { h.p.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k}) }

// stands is the step that is shown, and how far it is said.
func (h *hall) stands() string {
	s := h.p.m.Sheet(h.now)
	return fmt.Sprintf("%s %d", s.Step, s.Line)
}
