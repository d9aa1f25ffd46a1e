package papers

import (
	"errors"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
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

// TextOf is the place at which the text of a paper is written.
func TextOf(number string) shell.Place {
	return shell.Place{Kind: shell.Settings, Tab: "texts", Paper: number}
}

// mend is where what keeps a paper from being made is put right, and what a
// button says that leads there; short is the same in two words. It is none where
// no place does.
func (s *Sheet) mend(d hearing.Dossier) (to shell.Place, says, short string) {
	var form *document.FormError
	switch {
	case errors.As(s.Err, &form):
		return TextOf(form.Number), words.T("去改这份文书的文本"), words.T("改文本")
	case s.Err != nil && len(s.Missing) > 0:
		return Where(s.Missing[0].Key, d), words.T("去填写{{.Field}}", map[string]string{"Field": s.Missing[0].Label}), words.T("去填写")
	}
	return to, "", ""
}
