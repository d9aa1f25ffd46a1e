package rules

import (
	"slices"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// overrides are those of the session.
func (c *check) overrides() []hearing.Override {
	switch {
	case c.d.Hearing != nil:
		return c.d.Hearing.Overrides
	case c.d.Announcement != nil:
		return c.d.Announcement.Overrides
	}
	return nil
}

// overridden applies what was approved otherwise: a finding that an override
// covers becomes a remark, which keeps its words and its weight. An override of
// a rule that allows none, or one that came too late, changes nothing and is
// said itself. It is the last thing that a check does.
func (c *check) overridden(list []hearing.Override) {
	for _, o := range list {
		if why := c.useless(o); why != "" {
			c.say("OVERRIDE", why, "overrides", args{"rule": o.Rule, "on": o.On.String(), "who": c.name(o.By)})
		}
	}
	c.cover(list)
}

// cover makes remarks of the findings that an override covers.
func (c *check) cover(list []hearing.Override) {
	for i := range list {
		o := &list[i]
		if c.useless(*o) != "" {
			continue
		}
		for j := range c.out {
			f := &c.out[j]
			if f.Override == nil && f.Overridable && o.Covers(*f) {
				f.Was, f.Severity, f.Override = f.Severity, hearing.Info, o
			}
		}
	}
}

// useless says why an override does not count: fixed, incomplete, late; empty
// when it does.
func (c *check) useless(o hearing.Override) string {
	e, ok := c.table.find(o.Rule, o.Variant, c.day)
	switch {
	case !ok || !e.Overridable:
		return "fixed"
	case o.Reason == "" || o.By == "" || o.On.IsZero():
		return "incomplete"
	case o.On.After(c.latest(e)):
		return "late"
	}
	return ""
}

// latest is the last day on which something can be approved otherwise: what has
// to be right before a session is held, on its day; the rest until today.
func (c *check) latest(e *Entry) calendar.Date {
	before := e.Bars != "" && slices.Index(hearing.States, e.Bars) <= slices.Index(hearing.States, hearing.Open)
	if before && !c.s.Slot.Start.IsZero() && c.day.Before(c.today) {
		return c.day
	}
	return c.today
}
