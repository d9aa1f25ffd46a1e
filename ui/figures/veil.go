package figures

import (
	"cmp"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/figures"
	"hearingdesk/ui/words"
)

// A veil keeps out of a file that is given away who it is about: what is
// confidential has no cause in it, and of the others that which is meant for the
// public.
type veil struct {
	people        map[hearing.ID]hearing.Person
	organisations map[hearing.ID]hearing.Organisation
}

func newVeil(p hearing.Package) veil {
	v := veil{map[hearing.ID]hearing.Person{}, map[hearing.ID]hearing.Organisation{}}
	for _, x := range p.People {
		v.people[x.ID] = x
	}
	for _, x := range p.Organisations {
		v.organisations[x.ID] = x
	}
	return v
}

func (v veil) cause(e figures.Event) string {
	if e.Case.ID == "" {
		return ""
	}
	d := hearing.Dossier{Hearing: e.Hearing, Cases: []hearing.Case{e.Case}, People: v.people, Organisations: v.organisations}
	if document.Confidential(d) {
		return words.T("（不公开）")
	}
	return document.Veil(d)(cmp.Or(e.Case.PublicCause, e.Case.Cause))
}
