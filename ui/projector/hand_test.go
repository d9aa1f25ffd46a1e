package projector

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/script"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/shown"
)

// A room is a hearing on its day: its dossier, its script, and the log of what
// happens.
type room struct {
	t    testing.TB
	d    hearing.Dossier
	text *transcript.Text
	live Live
	now  time.Time
	n    int
}

// held is a worked example on its day, approved and public.
func held(t testing.TB, id hearing.ID, now string) *room {
	t.Helper()
	desk := shown.Examples(t, "2023-07-18 09:00")
	d, err := desk.Dossier(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	d.Hearing.State, d.Transcript = hearing.Open, hearing.Transcript{}
	d.Hearing.Opinions, d.Hearing.Outcome = nil, hearing.Outcome{}
	return &room{t: t, d: d, text: &transcript.Text{}, now: shown.At(t, now)}
}

// script is made as the program makes it.
func (r *room) script() script.Script {
	r.t.Helper()
	papers, err := shown.NewPress()
	if err != nil {
		r.t.Fatal(err)
	}
	s, err := script.Of(r.d, shown.Book(r.t), papers.Forms(), calendar.DateOf(r.now))
	if err != nil {
		r.t.Fatal(err)
	}
	return s
}

func (r *room) add(e hearing.TranscriptEntry) *room {
	r.t.Helper()
	r.n++
	e.ID, e.At = hearing.ID(fmt.Sprint("e-", r.n)), r.text.After(r.now)
	if err := r.text.Check(e); err != nil {
		r.t.Fatal(err)
	}
	r.text.Add(e)
	return r
}

func (r *room) step(key string) *room {
	return r.add(hearing.TranscriptEntry{Act: hearing.ActStep, Step: key})
}

func (r *room) pause(k hearing.PauseKind) *room {
	return r.add(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: k, Note: "程桂兰申请回避"})
}

// until is a pause whose end was announced.
func (r *room) until(k hearing.PauseKind, t time.Time) *room {
	return r.add(hearing.TranscriptEntry{Act: hearing.ActPause, Pause: k, Until: t})
}

// says writes a passage of the step that the hearing is in.
func (r *room) says(who hearing.ID, kind hearing.UtteranceKind, exhibit, text string) *room {
	step, _ := r.text.Step()
	return r.add(hearing.TranscriptEntry{Act: hearing.ActWrite, To: &hearing.Utterance{ID: hearing.ID(fmt.Sprint("u-", r.n)), Kind: kind, After: r.text.End(),
		Step: step.Step, Case: step.Case, Speaker: who, Exhibit: exhibit, Text: text, At: r.now}})
}

func (r *room) later(d time.Duration) *room {
	r.now = r.now.Add(d)
	return r
}

func (r *room) scene() Scene { return Public(r.d, r.script(), r.text, r.live, r.now) }

// of is the first participant in a role.
func (r *room) of(role hearing.Role) hearing.Participant {
	r.t.Helper()
	list := r.d.Hearing.InRole(role)
	if len(list) == 0 {
		r.t.Fatalf("nobody is %s", role)
	}
	return list[0]
}

// wallOf shows a scene on a wall of a size.
func wallOf(t testing.TB, s Scene, w, h float32, light bool) (fyne.Window, *wall) {
	t.Helper()
	win := shown.Window(t, container.NewStack())
	x := newWall(light)
	x.show(s, true)
	win.SetContent(x)
	win.Resize(fyne.NewSize(w, h))
	return win, x
}
