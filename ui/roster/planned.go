package roster

import (
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/roster"
	"hearingdesk/ui/words"
)

// plan holds the roster against the desk.
func (m *Model) plan(ctx context.Context) error {
	b, err := book()
	if err != nil {
		return err
	}
	j := roster.Job{Sheet: m.Sheet(), Mapping: m.Mapping, Kind: m.Kind, Choices: m.choices, NewID: m.newID, Say: words.Term, On: m.on()}
	if j.People, err = m.desk.People(ctx, "", everybody); err != nil {
		return err
	}
	if j.Units, err = m.desk.Organisations(ctx, "", everybody); err != nil {
		return err
	}
	m.Plan = b.Plan(j)
	m.Units = map[hearing.ID]hearing.Organisation{}
	for _, o := range append(slices.Clone(j.Units), m.Plan.Units...) {
		m.Units[o.ID] = o
	}
	for _, l := range m.Plan.Lines {
		if l.Unit.ID != "" {
			m.Units[l.Unit.ID] = l.Unit
		}
	}
	return nil
}

// on is the day of the import.
func (m *Model) on() calendar.Date { return calendar.DateOf(m.now().In(words.Zone())) }

// Facts lists what the desk will know of somebody, or of an organisation.
func (m *Model) Facts(r hearing.Record) []roster.Change {
	return roster.Facts(r, m.Units, m.on(), words.Term)
}

// Apply stores what the preview shows, in one transaction after a copy of the file was
// made, and remembers what the columns mean.
func (m *Model) Apply() {
	list := m.Plan.Records()
	if len(list) == 0 {
		return
	}
	m.do(func(ctx context.Context, next *Model) error {
		err := next.desk.KeepBefore(ctx)
		if err == nil {
			err = next.desk.SaveRoster(ctx, list)
		}
		if err != nil {
			return err
		}
		next.Step = Done
		return next.desk.KeepRosterMapping(ctx, next.Sheet().Signature(next.Mapping), next.Kind.Key, next.Mapping.Fields)
	})
}
