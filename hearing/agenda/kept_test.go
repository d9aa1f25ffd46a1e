package agenda_test

import (
	"errors"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/agenda"
)

// TestWhatIsNoAgendaIsRefused: the desk's file may be damaged.
func TestWhatIsNoAgendaIsRefused(t *testing.T) {
	for _, text := range []string{"", "{", `{"items":[{"about":0}]}`, `{"subjects":[{"case":"c"}],"clashes":[{"about":-1}]}`, `{"today":"2023-02-30"}`} {
		if a, err := agenda.Decode([]byte(text)); !errors.Is(err, hearing.ErrDamaged) {
			t.Errorf("%s: %+v, %v", text, a, err)
		}
	}
}
