package papers

import (
	"fmt"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/ui/shown"
)

// TestPanelTurnsTheOrder chooses the order above the list, with forty people; it is
// remembered.
func TestPanelTurnsTheOrder(t *testing.T) {
	c := &clock{july(12, 8)}
	d := filled(t, c)
	sendOut(t, d)
	edit(t, d, "h-e1", func(h *hearing.Hearing) {
		for i := range 40 {
			p := hearing.Person{ID: hearing.ID(fmt.Sprintf("x-%02d", i)), Name: fmt.Sprintf("欧阳%c", '一'+rune(i))}
			if i == 0 {
				p.Name = "阿卜杜热合曼·买买提艾山江·吐尔逊尼亚孜"
			}
			if _, err := d.SavePerson(t.Context(), p); err != nil {
				t.Fatal(err)
			}
			h.Participants = append(h.Participants, hearing.Participant{ID: p.ID, Role: hearing.Resident, Person: p.ID})
		}
	})
	p, w, _ := onScreen(t, d, c, newTray(), "h-e1")
	shown.Picture(t, w, "papers-by-addressee")
	sheets, groups := len(p.m.Sheets), len(p.m.Groups)
	shown.Press(t, w, "按文书")
	shown.Picture(t, w, "papers-by-form")
	if len(p.m.Sheets) != sheets || len(p.m.Groups) == groups || NewPanel(p.sh, d, newPress, newTray(), &filer{}).m.By != document.ByForm {
		t.Errorf("turned, there are %d papers in %d groups, were %d in %d", len(p.m.Sheets), len(p.m.Groups), sheets, groups)
	}
}
