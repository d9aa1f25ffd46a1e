package papers

import (
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
)

// tabs says on which part of the session's page a fact is entered, by the
// first part of its key.
var tabs = map[string]string{
	"hearing": "plan", "questions": "plan", "host": "plan", "recorder": "plan", "prosecutors": "plan",
	"officers": "people", "parties": "people", "guests": "people", "people": "people", "to": "people",
	"notice": "plan", "doc": "told", "decision": "outcome", "answers": "outcome", "service": "told",
}

// Where is the place at which a fact that a paper lacks is entered.
func Where(key string, d hearing.Dossier) shell.Place {
	root, _, _ := strings.Cut(strings.TrimSuffix(key, "[]"), ".")
	root = strings.TrimSuffix(root, "[]")
	switch {
	case root == "court":
		return shell.Place{Kind: shell.Settings}
	case root == "case" && len(d.Cases) > 0:
		return shell.Place{Kind: shell.Cases, ID: d.Cases[0].ID}
	}
	p := shell.Place{Kind: shell.Hearing, ID: d.Session().ID, Tab: tabs[root]}
	if d.Announcement != nil {
		p.Kind = shell.Announcement
		if p.Tab == "told" {
			p.Tab = "served"
		}
	}
	if p.Tab == "" {
		p.Tab = "plan"
	}
	return p
}
