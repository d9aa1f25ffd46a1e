package cases

import (
	"context"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/form"
	"hearingdesk/ui/trail"
	"hearingdesk/ui/words"
)

// Desk is what the page needs of the file.
type Desk interface {
	edit.Drafts
	form.People
	form.Organisations
	Case(ctx context.Context, id hearing.ID) (hearing.Case, error)
	SaveCase(ctx context.Context, c hearing.Case) (hearing.Version, error)
	DeleteCase(ctx context.Context, id hearing.ID, v hearing.Version) error
	Cases(ctx context.Context, part string, most int) ([]hearing.Case, error)
	CaseFile(ctx context.Context, id hearing.ID) (hearing.CaseFile, error)
	trail.Desk
	CluesOf(ctx context.Context, of hearing.ID) ([]hearing.Clue, error)
	EntriesOf(ctx context.Context, noun string, id hearing.ID) ([]hearing.Entry, error)
	Mandates(ctx context.Context, noun string, id hearing.ID) ([]hearing.Mandate, error)
	instruments
}

// instruments are the legal documents of the cases.
type instruments interface {
	SaveInstrument(ctx context.Context, i hearing.Instrument) (hearing.Version, error)
	DeleteInstrument(ctx context.Context, id hearing.ID, v hearing.Version) error
	Instruments(ctx context.Context, of hearing.ID) ([]hearing.Instrument, error)
}

// detail is the second line of a case in the list.
func detail(c hearing.Case, handler string) string {
	var parts []string
	for _, s := range []string{c.Number, c.AcceptNumber, handler} {
		if s != "" {
			parts = append(parts, s)
			break
		}
	}
	return strings.Join(append([]string{words.Of(c.Type)}, parts...), " · ")
}

// newParty is a party as it begins: the role that is most likely still free.
func newParty(c hearing.Case, id hearing.ID, o hearing.Organisation, person hearing.ID) hearing.Party {
	taken := map[hearing.PartyRole]bool{}
	for _, p := range c.Parties {
		taken[p.Role] = true
	}
	first, second := hearing.Applicant, hearing.Respondent
	if c.Type == hearing.NonProsecution || c.Type == hearing.Arrest || c.Type == hearing.CustodyNecessity {
		first, second = hearing.Suspect, hearing.Victim
	}
	role := hearing.Concerned
	switch {
	case o.Kind == hearing.Agency && (c.Type == hearing.AdminPublicInterest || c.Type == hearing.AdminSupervision):
		role = hearing.SupervisedAgency
	case !taken[first]:
		role = first
	case !taken[second]:
		role = second
	}
	return hearing.Party{ID: id, Role: role, Person: person, Organisation: o.ID}
}

// instrumentOf reads one instrument of a case.
func instrumentOf(ctx context.Context, d instruments, of, id hearing.ID) (hearing.Instrument, error) {
	all, err := d.Instruments(ctx, of)
	if err != nil {
		return hearing.Instrument{}, err
	}
	for _, i := range all {
		if i.ID == id {
			return i, nil
		}
	}
	return hearing.Instrument{}, hearing.ErrNotFound
}
