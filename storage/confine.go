package storage

import (
	"context"
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// A confining works out, at the end of a transaction, what is its team's alone: of the
// records that were written, and of those that hang together with them. Cases and
// sessions hold each other; papers, scans and clues follow their case or session, and
// people and units the records that name them.
type confining struct {
	w     *writing
	ctx   context.Context //nolint:containedctx // it lives for one call
	cases map[hearing.ID]*hearing.Case
	teams map[hearing.Reference][]string // of what is confined, by now
	done  map[hearing.Reference]bool
}

// confine does so for what the transaction has written, where there are accounts.
func (w *writing) confine(ctx context.Context) error {
	if len(w.touched) == 0 {
		return nil
	}
	n, err := w.q.CountAccounts(ctx)
	if err != nil || n == 0 {
		return err
	}
	return w.confineThese(ctx, w.touched)
}

func (w *writing) confineThese(ctx context.Context, list []hearing.Reference) error {
	c := &confining{w: w, ctx: ctx, cases: map[hearing.ID]*hearing.Case{}, teams: map[hearing.Reference][]string{}, done: map[hearing.Reference]bool{}}
	var held, follow, named []hearing.Reference
	for _, ref := range list {
		switch ref.Noun {
		case hearing.NounCase:
			held = append(held, ref)
			sessions, err := c.naming(ref, hearing.NounHearing, hearing.NounAnnouncement)
			if err != nil {
				return err
			}
			held = append(held, sessions...)
		case hearing.NounHearing, hearing.NounAnnouncement:
			held = append(held, ref)
		case hearing.NounPerson, hearing.NounOrganisation:
			named = append(named, ref)
		default:
			follow = append(follow, ref)
		}
	}
	for _, ref := range slices.Clone(held) { // the cases of the sessions stand and fall with them
		cases, err := c.namedBy(ref, hearing.NounCase)
		if err != nil {
			return err
		}
		held = append(held, cases...)
	}
	for _, ref := range held {
		more, err := c.naming(ref, hearing.NounInstrument, hearing.NounScan, hearing.NounClue)
		if err != nil {
			return err
		}
		follow = append(follow, more...)
	}
	for _, ref := range slices.Concat(held, follow) {
		people, err := c.namedBy(ref, hearing.NounPerson, hearing.NounOrganisation)
		if err != nil {
			return err
		}
		named = append(named, people...)
	}
	slices.SortStableFunc(held, func(a, b hearing.Reference) int { return rankOf(a) - rankOf(b) })
	for _, ref := range slices.Concat(held, follow, named) {
		if err := c.settle(ref); err != nil {
			return err
		}
	}
	return nil
}

// rankOf puts sessions before the cases that follow them.
func rankOf(r hearing.Reference) int {
	if r.Noun == hearing.NounCase {
		return 1
	}
	return 0
}

// settle writes whether one record is confined, and its team. One that was deleted
// stays as it was.
func (c *confining) settle(ref hearing.Reference) error {
	if c.done[ref] {
		return nil
	}
	c.done[ref] = true
	row, err := c.w.q.Record(c.ctx, query.RecordParams{Kind: ref.Noun, ID: string(ref.ID)})
	if isNone(err) {
		return nil
	}
	if err != nil {
		return err
	}
	r, err := decode(ref.Noun, row.Body, row.Version)
	if err != nil {
		return err
	}
	is, members, err := c.of(r)
	if err != nil {
		return err
	}
	fresh := row.Version == 1 && slices.ContainsFunc(c.w.touched, func(t hearing.Reference) bool { return t.Noun == ref.Noun && t.ID == ref.ID })
	return c.write(ref, is, members, fresh)
}

// of says of one record whether it is confined, and who is of its team.
func (c *confining) of(r hearing.Record) (bool, []string, error) {
	switch v := r.(type) {
	case hearing.Hearing:
		cases, err := c.casesOf(v.Cases)
		return v.Confined(cases), texts(v.Team(cases)), err
	case hearing.Announcement:
		cases, err := c.casesOf(v.Cases)
		return v.Confined(cases), texts(v.Team(cases)), err
	case hearing.Case:
		return c.ofCase(v)
	case hearing.Person, hearing.Organisation:
		return c.ofNamed(hearing.Reference{Noun: r.Noun(), ID: r.Key()})
	case hearing.Instrument, hearing.Scan, hearing.Clue:
		return c.following(r)
	}
	return false, nil, nil
}

// ofCase: a case is confined by itself, or where it was heard behind closed doors and
// never before the public.
func (c *confining) ofCase(k hearing.Case) (bool, []string, error) {
	ref := hearing.Reference{Noun: hearing.NounCase, ID: k.ID}
	sessions, err := c.naming(ref, hearing.NounHearing, hearing.NounAnnouncement)
	if err != nil {
		return false, nil, err
	}
	members, closed, public := texts(k.Team()), false, false
	for _, s := range sessions {
		is, err := c.w.q.IsConfined(c.ctx, query.IsConfinedParams{Kind: s.Noun, ID: string(s.ID)})
		if err != nil {
			return false, nil, err
		}
		closed, public = closed || is != 0, public || is == 0
		if is != 0 {
			more, err := c.w.q.Team(c.ctx, query.TeamParams{Kind: s.Noun, ID: string(s.ID)})
			if err != nil {
				return false, nil, err
			}
			members = append(members, more...)
		}
	}
	return k.Confined() || closed && !public, members, nil
}

// following: what hangs on cases or a session is confined with all of them.
func (c *confining) following(r hearing.Record) (bool, []string, error) {
	var members []string
	is, hangs := true, false
	for _, ref := range r.References() {
		switch ref.Noun {
		case hearing.NounCase, hearing.NounHearing, hearing.NounAnnouncement:
			hangs = true
			one, err := c.w.q.IsConfined(c.ctx, query.IsConfinedParams{Kind: ref.Noun, ID: string(ref.ID)})
			if err != nil {
				return false, nil, err
			}
			more, err := c.w.q.Team(c.ctx, query.TeamParams{Kind: ref.Noun, ID: string(ref.ID)})
			if err != nil {
				return false, nil, err
			}
			is, members = is && one != 0, append(members, more...)
		}
	}
	return is && hangs, members, nil
}

// ofNamed: somebody who stands in the directory only because confined records name
// them is not to be found there by others.
func (c *confining) ofNamed(ref hearing.Reference) (bool, []string, error) {
	own, err := c.w.q.StandsByItself(c.ctx, query.StandsByItselfParams{Kind: ref.Noun, ByID: string(ref.ID)})
	if err != nil || own != 0 {
		return false, nil, err
	}
	rows, err := c.w.q.Referrers(c.ctx, query.ReferrersParams{Kind: ref.Noun, ID: string(ref.ID)})
	if err != nil {
		return false, nil, err
	}
	var members []string
	for _, r := range rows {
		if r.Confined == 0 {
			return false, nil, nil
		}
		more, err := c.w.q.Team(c.ctx, query.TeamParams{Kind: r.ByKind, ID: r.ByID})
		if err != nil {
			return false, nil, err
		}
		members = append(members, more...)
	}
	return len(rows) > 0, members, nil
}

// write stores what was worked out. Whoever makes a record the team's alone knows what
// is in it, and goes on seeing it. What somebody else noted of the desk, and who will not
// see the record any more, is not to show it again.
func (c *confining) write(ref hearing.Reference, is bool, members []string, fresh bool) error {
	q, kind, id := c.w.q, ref.Noun, string(ref.ID)
	was, err := q.IsConfined(c.ctx, query.IsConfinedParams{Kind: kind, ID: id})
	if err != nil {
		return err
	}
	if !is {
		if was == 0 {
			return nil
		}
		if err := q.Unconfine(c.ctx, query.UnconfineParams{Kind: kind, ID: id}); err != nil {
			return err
		}
		return q.DropTeam(c.ctx, query.DropTeamParams{Kind: kind, ID: id})
	}
	if me := c.w.d.viewer(); was == 0 && me.account.ID != "" && !me.all {
		if err := q.Enter(c.ctx, query.EnterParams{Kind: kind, ID: id, Account: string(me.account.ID)}); err != nil {
			return err
		}
	}
	if err := q.Confine(c.ctx, query.ConfineParams{Kind: kind, ID: id}); err != nil {
		return err
	}
	before, err := q.Team(c.ctx, query.TeamParams{Kind: kind, ID: id})
	if err != nil {
		return err
	}
	if err := q.DropTeam(c.ctx, query.DropTeamParams{Kind: kind, ID: id}); err != nil {
		return err
	}
	entered, err := q.EnteredBy(c.ctx, query.EnteredByParams{Kind: kind, ID: id})
	if err != nil {
		return err
	}
	for _, a := range entered {
		members = append(members, team(hearing.ID(a)))
	}
	for _, m := range members {
		if err := q.AddTeam(c.ctx, query.AddTeamParams{Kind: kind, ID: id, Who: m}); err != nil {
			return err
		}
	}
	left := slices.ContainsFunc(before, func(who string) bool { return !slices.Contains(members, who) })
	if was != 0 && !left || fresh {
		return nil
	}
	return q.DropOwed(c.ctx)
}
