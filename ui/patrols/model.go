package patrols

import (
	"context"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
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
	trail.Desk
	records
}

// records are the patrols themselves, and the clues that they find.
type records interface {
	Patrol(ctx context.Context, id hearing.ID) (hearing.Patrol, error)
	SavePatrol(ctx context.Context, p hearing.Patrol) (hearing.Version, error)
	DeletePatrol(ctx context.Context, id hearing.ID, v hearing.Version) error
	Patrols(ctx context.Context, part string, most int) ([]hearing.Patrol, error)
	ClueOfFinding(ctx context.Context, patrol, finding, clue hearing.ID) error
}

// detail is the second line of a patrol in the list: how often, and what is next.
func detail(p hearing.Patrol, today calendar.Date) string {
	out := words.Of(p.Rhythm)
	if next := p.Due(today.AddDays(-1)); !next.IsZero() {
		out += "  " + words.T("下次 {{.Day}}", map[string]string{"Day": next.String()})
	}
	return strings.TrimSpace(out)
}

// plan says the days of a plan around today, rest days with the working day
// before them.
func plan(p hearing.Patrol, days *calendar.Calendar, today calendar.Date) string {
	var out []string
	if owed := p.Owed(today.AddDays(-1)); len(owed) > 0 {
		var names []string
		for _, d := range owed {
			names = append(names, d.String())
		}
		out = append(out, words.T("没有记录的巡查：{{.Days}}。", map[string]string{"Days": words.List(names)}))
	}
	var next []string
	for d := p.Next(today.AddDays(-1)); !d.IsZero() && len(next) < mostNext; d = p.Next(d) {
		text := d.String()
		if !days.Working(d) {
			before := d
			for !days.Working(before) && d.Sub(before) < 15 {
				before = before.AddDays(-1)
			}
			text = words.T("{{.Day}}（休息日，可提前到 {{.Before}}）", map[string]string{"Day": text, "Before": before.String()})
		}
		next = append(next, text)
	}
	if len(next) > 0 {
		out = append(out, words.T("接下来：{{.Days}}。", map[string]string{"Days": words.List(next)}))
	}
	return strings.Join(out, "\n")
}

// mostNext is how many days ahead are named.
const mostNext = 4

// newVisit is a visit as it begins: the one that is owed or comes next, made today.
func newVisit(p hearing.Patrol, id hearing.ID, today calendar.Date) hearing.PatrolVisit {
	return hearing.PatrolVisit{ID: id, For: p.Due(today.AddDays(-1)), On: today, Places: append([]string(nil), p.Waters...)}
}
