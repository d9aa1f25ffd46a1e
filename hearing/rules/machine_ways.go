package rules

import (
	"slices"

	"hearingdesk/hearing"
)

// ways are the states that may follow a state of a hearing, the usual one
// first. Who records afterwards skips states; what they need is asked for all
// the same. The way back mends a slip.
var ways = map[hearing.State][]hearing.State{
	hearing.Draft:     {hearing.Submitted, hearing.Approved, hearing.Notifying, hearing.Ready, hearing.Open, hearing.Closed, hearing.Cancelled},
	hearing.Submitted: {hearing.Approved, hearing.Refused, hearing.Notifying, hearing.Ready, hearing.Open, hearing.Closed, hearing.Postponed, hearing.Cancelled, hearing.Draft},
	hearing.Approved:  {hearing.Notifying, hearing.Ready, hearing.Open, hearing.Closed, hearing.Postponed, hearing.Suspended, hearing.Cancelled, hearing.Submitted},
	hearing.Refused:   {hearing.Submitted, hearing.Draft, hearing.Cancelled},
	hearing.Notifying: {hearing.Ready, hearing.Open, hearing.Closed, hearing.Postponed, hearing.Suspended, hearing.Cancelled, hearing.Approved},
	hearing.Ready:     {hearing.Open, hearing.Closed, hearing.Postponed, hearing.Suspended, hearing.Cancelled, hearing.Notifying},
	hearing.Open:      {hearing.Recess, hearing.Closed, hearing.Suspended, hearing.Ready},
	hearing.Recess:    {hearing.Open, hearing.Closed, hearing.Suspended},
	hearing.Suspended: {hearing.Open, hearing.Ready, hearing.Notifying, hearing.Closed, hearing.Postponed, hearing.Cancelled},
	hearing.Closed:    {hearing.Decided, hearing.FedBack, hearing.Open},
	hearing.Decided:   {hearing.FedBack, hearing.Archived, hearing.Closed},
	hearing.FedBack:   {hearing.Archived, hearing.Decided},
	hearing.Archived:  {hearing.FedBack},
	hearing.Postponed: {hearing.Notifying, hearing.Ready, hearing.Open, hearing.Closed, hearing.Cancelled, hearing.Approved},
	hearing.Cancelled: {hearing.Draft, hearing.Notifying, hearing.Ready},
}

// ceremonyWays are those of a ceremony: 通知中 is asking the units and inviting,
// 已结束 is served, 已决定 is filed above, 已反馈 is answered.
var ceremonyWays = map[hearing.State][]hearing.State{
	hearing.Draft:     {hearing.Notifying, hearing.Submitted, hearing.Approved, hearing.Ready, hearing.Open, hearing.Closed, hearing.Cancelled},
	hearing.Submitted: {hearing.Approved, hearing.Refused, hearing.Notifying, hearing.Ready, hearing.Cancelled, hearing.Draft},
	hearing.Approved:  {hearing.Notifying, hearing.Ready, hearing.Open, hearing.Closed, hearing.Postponed, hearing.Cancelled, hearing.Submitted},
	hearing.Refused:   {hearing.Draft, hearing.Cancelled},
	hearing.Notifying: {hearing.Ready, hearing.Open, hearing.Closed, hearing.Postponed, hearing.Cancelled, hearing.Draft},
	hearing.Ready:     {hearing.Open, hearing.Closed, hearing.Postponed, hearing.Cancelled, hearing.Notifying},
	hearing.Open:      {hearing.Closed, hearing.Suspended, hearing.Ready},
	hearing.Suspended: {hearing.Open, hearing.Closed, hearing.Postponed, hearing.Cancelled},
	hearing.Closed:    {hearing.Decided, hearing.FedBack, hearing.Open},
	hearing.Decided:   {hearing.FedBack, hearing.Archived, hearing.Closed},
	hearing.FedBack:   {hearing.Archived, hearing.Decided},
	hearing.Archived:  {hearing.FedBack},
	hearing.Postponed: {hearing.Notifying, hearing.Ready, hearing.Open, hearing.Closed, hearing.Cancelled},
	hearing.Cancelled: {hearing.Draft, hearing.Notifying},
}

func (c *check) ways() map[hearing.State][]hearing.State {
	if c.d.Announcement != nil {
		return ceremonyWays
	}
	return ways
}

// line is the way of a session from its draft to the archive. The other states
// lie beside it.
var line = []hearing.State{hearing.Draft, hearing.Submitted, hearing.Approved, hearing.Notifying, hearing.Ready, hearing.Open,
	hearing.Recess, hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived}

// rank is the place of a state on the line; states beside it, and none, are 0.
func rank(s hearing.State) int { return max(0, slices.Index(line, s)) }

// between reports whether what concerns a state counts on the way from one to
// another. Before a session is held everything up to the new state counts,
// because a change may have undone what was right. Once it was held, only what
// lies ahead does. What concerns the deliberation has to be there when it ends.
func between(s, from, to hearing.State) bool {
	switch {
	case s == "":
		return false
	case rank(s) == 0 || rank(to) == 0:
		return s == to
	case s == hearing.Recess && from == hearing.Recess:
		return to == hearing.Open || rank(to) > rank(hearing.Recess)
	case s == hearing.Recess && to == hearing.Recess:
		return false
	case rank(to) < rank(from):
		return false
	case from.Held() && from != hearing.Suspended:
		return rank(s) > rank(from) && rank(s) <= rank(to)
	}
	return rank(s) <= rank(to)
}
