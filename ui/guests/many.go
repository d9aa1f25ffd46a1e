package guests

import (
	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// openDraw shows the draw of officers in the place of the list.
func (t *tab) openDraw() {
	t.split.Hide()
	t.draw.Object().Show()
	t.draw.Open()
}

func (t *tab) closeDraw() {
	t.draw.Object().Hide()
	t.split.Show()
	t.show()
}

// fromCases adds the parties of the cases.
func (t *tab) fromCases() {
	added := fromCases(t.s.Value(), t.s.Dossier.Cases, t.sh.NewID)
	if len(added) == 0 {
		t.sh.Say(words.T("案件里没有别的当事人了；当事人在“案件”页填写"))
		return
	}
	t.among(func(h *hearing.Hearing) { h.Participants = append(h.Participants, added...) })
	t.show()
	t.sh.Say(words.T("已带入 {{.N}} 名当事人", map[string]int{"N": len(added)}))
}
