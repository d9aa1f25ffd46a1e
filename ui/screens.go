package ui

import (
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/projector"
	"hearingdesk/ui/prompter"
	"hearingdesk/ui/recorder"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/sitting"
)

// screens are the windows beside the recorder's page: the wall's and the
// presider's. They show the hearing that the page has open.
func screens(sh *shell.Shell) recorder.Screens {
	var m *recorder.Model
	var s *sitting.Sitting
	wall := projector.New(sh, func(now time.Time) projector.Scene {
		return projector.Public(s.Live(), m.Script(), m.Text(), live(m), now)
	})
	prompt := prompter.New(sh)
	changed := func() {
		wall.Refresh()
		prompt.Refresh()
	}
	begin := func(model *recorder.Model, open *sitting.Sitting) {
		if m == nil {
			m, s = model, open
			m.OnChange(changed)
		}
	}
	return recorder.Screens{
		Project: func(model *recorder.Model, open *sitting.Sitting) {
			begin(model, open)
			wall.Open()
		},
		Prompt: func(model *recorder.Model, open *sitting.Sitting) {
			begin(model, open)
			prompt.Open(prompter.Source{
				Read: func(_ time.Time, take func(prompter.Sight)) {
					take(prompter.Sight{Dossier: s.Live(), Script: m.Script(), Text: m.Text()})
				},
				Go: func(step int) error {
					blocks, err := m.GoTo(step, s)
					if err == nil && len(blocks) > 0 {
						err = hearing.ErrNotReady // what stands in the way is told on the recorder's page
					}
					return err
				},
			})
		},
	}
}

// live is what the wall may know of the moment: who speaks, and the exhibit that
// was shown last in the step, by the number and the name that the recorder gave it.
func live(m *recorder.Model) projector.Live {
	out := projector.Live{Speaker: m.Speaking()}
	step, in := m.Text().Step()
	for _, l := range slices.Backward(m.Text().Lines()) {
		if !in || l.At.Before(step.From) {
			break
		}
		if l.Kind == hearing.Exhibit && !l.Gone {
			out.Exhibit.Number = l.Exhibit
			if name := m.Exhibits()[l.Exhibit]; !strings.Contains(name, "\n") { // a name, and no passage
				out.Exhibit.Name = name
			}
			break
		}
	}
	return out
}
