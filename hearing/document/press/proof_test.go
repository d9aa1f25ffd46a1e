package press_test

import (
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// TestEveryPaperHasAProof makes every paper of every session of the worked
// examples, and of none: what is not known is blank, and nothing stops.
func TestEveryPaperHasAProof(t *testing.T) {
	sessions := []hearing.Dossier{{}}
	for _, s := range examples {
		sessions = append(sessions, variant(t, s))
	}
	for i, d := range sessions {
		for _, n := range thePress().Numbers() {
			p, err := thePress().Proof(d, document.Item{Number: n}, today)
			if err != nil {
				t.Errorf("%d %s: %v", i, n, err)
			} else if len(p.Pages) == 0 && n != "14" && n != "14b" { // plates stand for people
				t.Errorf("%d %s: no page", i, n)
			}
		}
	}
}
