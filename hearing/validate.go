package hearing

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing/calendar"
)

// Longest texts in characters. They are far beyond any real name and keep a
// paste of a whole file out of a name.
const (
	MaxName = 200
	MaxText = 20000
)

// A validator collects what is wrong with one record. Only what no rule could
// ever allow is a fault; what is missing or unlawful is a [Finding].
type validator struct{ faults FieldErrors }

func (v *validator) add(path, code, value, expect string) {
	if utf8.RuneCountInString(value) > 40 {
		value = string([]rune(value)[:40]) + "…"
	}
	v.faults = append(v.faults, &FieldError{Path: path, Code: code, Value: value, Expect: expect})
}

func (v *validator) id(path string, id ID) {
	switch {
	case id == "":
		v.add(path, "required", "", "")
	case !ValidID(id):
		v.add(path, "format", string(id), "A-Z a-z 0-9 - _ . :")
	}
}

func (v *validator) name(path, s string) {
	if strings.TrimSpace(s) == "" {
		v.add(path, "required", "", "")
		return
	}
	v.short(path, s)
}

func (v *validator) short(path, s string) {
	if utf8.RuneCountInString(s) > MaxName {
		v.add(path, "long", s, strconv.Itoa(MaxName))
	}
}

func (v *validator) text(path string, texts ...string) {
	for _, s := range texts {
		if utf8.RuneCountInString(s) > MaxText {
			v.add(path, "long", s, strconv.Itoa(MaxText))
		}
	}
}

// coded checks a coded value; empty is allowed unless it is required.
func coded[T ~string](v *validator, path string, value T, known []T, required bool) {
	switch {
	case value == "" && required:
		v.add(path, "required", "", list(known))
	case value != "" && !slices.Contains(known, value):
		v.add(path, "unknown", string(value), list(known))
	}
}

func codedAll[T ~string](v *validator, path string, values, known []T) {
	for i, x := range values {
		coded(v, fmt.Sprintf("%s[%d]", path, i), x, known, true)
	}
}

func list[T ~string](known []T) string {
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	return strings.Join(names, ", ")
}

// unique checks IDs that are given within a record.
func (v *validator) unique(path string, ids []ID) {
	for i, id := range ids {
		at := fmt.Sprintf("%s[%d].id", path, i)
		v.id(at, id)
		if id != "" && slices.Contains(ids[:i], id) {
			v.add(at, "duplicate", string(id), "")
		}
	}
}

func ids[T any](list []T, id func(T) ID) []ID {
	out := make([]ID, len(list))
	for i, x := range list {
		out[i] = id(x)
	}
	return out
}

func (v *validator) slot(s Slot) {
	if !s.Start.IsZero() && !s.End.IsZero() && !s.End.After(s.Start) {
		v.add("end", "order", s.End.Format("2006-01-02 15:04"), "")
	}
	if s.Set() && s.End.Sub(s.Start) > LongestSession {
		v.add("end", "range", s.End.Format("2006-01-02 15:04"), "≤ "+s.Start.Add(LongestSession).Format("2006-01-02 15:04"))
	}
}

// Validate returns what is wrong with the office's own fields.
func (o Office) Validate() FieldErrors {
	var v validator
	v.name("name", o.Name)
	v.short("short", o.Short)
	coded(&v, "level", o.Level, Levels, false)
	coded(&v, "heads", o.Heads, HeadWays, false)
	coded(&v, "signing", o.Signing, Signings, false)
	if o.LockAfter < 0 || o.LockAfter > 24*60 {
		v.add("lock_after", "range", strconv.Itoa(o.LockAfter), "0–1440")
	}
	for i, n := range o.Numbers {
		v.name(fmt.Sprintf("numbers[%d].name", i), n.Name)
		var fault *FieldError
		if n.Pattern != "" && errors.As(CheckPattern(n.Pattern), &fault) {
			v.add(fmt.Sprintf("numbers[%d].pattern", i), fault.Code, fault.Value, fault.Expect)
		}
	}
	return v.faults
}

// Validate returns what is wrong with the number's own fields.
func (n Number) Validate() FieldErrors {
	var v validator
	v.name("series", n.Series)
	v.name("text", n.Text)
	v.id("session", n.Session)
	v.name("document", n.Document)
	v.short("key", n.Key)
	v.short("for", n.For)
	v.short("reason", n.Reason)
	if n.Year < 1900 || n.Year > 2200 {
		v.add("year", "range", strconv.Itoa(n.Year), "1900–2200")
	}
	if n.N < 1 || n.N > maxNumber {
		v.add("n", "range", strconv.Itoa(n.N), "1–"+strconv.Itoa(maxNumber))
	}
	if n.Void() && n.Reason == "" {
		v.add("reason", "required", "", "")
	}
	return v.faults
}

// Validate returns what is wrong with the organisation's own fields.
func (o Organisation) Validate() FieldErrors {
	var v validator
	v.id("id", o.ID)
	v.name("name", o.Name)
	coded(&v, "kind", o.Kind, OrganisationKinds, true)
	coded(&v, "level", o.Level, Levels, false)
	if o.Parent != "" && o.Parent == o.ID {
		v.add("parent", "ring", string(o.Parent), "")
	}
	v.short("code", o.Code)
	v.short("licence", o.Licence)
	v.merged(o.ID, o.Merged)
	v.text("note", o.Note)
	return v.faults
}

// Validate returns what is wrong with the person's own fields.
func (p Person) Validate() FieldErrors {
	var v validator
	v.id("id", p.ID)
	v.name("name", p.Name)
	coded(&v, "gender", p.Gender, Genders, false)
	coded(&v, "rank", p.Rank, Ranks, false)
	coded(&v, "class", p.Class, OfficerClasses, false)
	coded(&v, "pool", p.Pool, PoolStatuses, false)
	coded(&v, "pool_source", p.PoolSource, PoolSources, false)
	for i, c := range p.PoolChanges {
		if c.On.IsZero() {
			v.add(fmt.Sprintf("pool_changes[%d].on", i), "required", "", "")
		}
		coded(&v, fmt.Sprintf("pool_changes[%d].status", i), c.Status, PoolStatuses, true)
		v.short(fmt.Sprintf("pool_changes[%d].reason", i), c.Reason)
	}
	v.order("term_ends", p.TermBegins, p.TermEnds)
	for i, c := range p.Certificates {
		v.name(fmt.Sprintf("certificates[%d].kind", i), c.Kind)
		v.short(fmt.Sprintf("certificates[%d].number", i), c.Number)
	}
	for i, b := range p.Bars {
		coded(&v, fmt.Sprintf("bars[%d].kind", i), b.Kind, BarKinds, true)
		v.order(fmt.Sprintf("bars[%d].until", i), b.Since, b.Until)
	}
	for i, r := range p.Relatives {
		at := fmt.Sprintf("relatives[%d]", i)
		v.name(at+".name", r.Name)
		v.short(at+".relation", r.Relation)
		v.short(at+".unit", r.Unit)
	}
	v.short("account", p.Account)
	v.appointment("supervisor", p.Supervisor)
	v.appointment("aide", p.Aide)
	v.appointment("press", p.Press)
	v.short("title", p.Title)
	v.short("post", p.Post)
	v.short("helps", p.Helps)
	v.merged(p.ID, p.Merged)
	v.text("note", p.Note)
	return v.faults
}

// order says that a time ends before it begins.
func (v *validator) order(path string, from, until calendar.Date) {
	if !from.IsZero() && !until.IsZero() && until.Before(from) {
		v.add(path, "order", until.String(), "≥ "+from.String())
	}
}

func (v *validator) appointment(at string, a Appointment) {
	v.short(at+".number", a.Number)
	v.short(at+".field", a.Field)
	v.short(at+".by", a.By)
	v.order(at+".until", a.From, a.Until)
}

// merged checks the IDs of records that went into this one.
func (v *validator) merged(own ID, list []ID) {
	for i, id := range list {
		at := fmt.Sprintf("merged[%d]", i)
		v.id(at, id)
		if id == own || slices.Contains(list[:i], id) {
			v.add(at, "duplicate", string(id), "")
		}
	}
}

// Validate returns what is wrong with the room's own fields.
func (r Room) Validate() FieldErrors {
	var v validator
	v.id("id", r.ID)
	v.name("name", r.Name)
	coded(&v, "kind", r.Kind, RoomKinds, true)
	if r.Seats < 0 {
		v.add("seats", "range", strconv.Itoa(r.Seats), "≥ 0")
	}
	v.blocks("layout", r.Layout)
	v.blocks("ceremony", r.Ceremony)
	return v.faults
}

// Validate returns what is wrong with the case's own fields.
func (c Case) Validate() FieldErrors {
	var v validator
	v.id("id", c.ID)
	v.name("cause", c.Cause)
	coded(&v, "type", c.Type, CaseTypes, true)
	coded(&v, "source", c.Source, Sources, false)
	codedAll(&v, "secrets", c.Secrets, Secrets)
	if c.Domain != "" {
		coded(&v, "domain", c.Domain, Domains, false)
	}
	v.unique("parties", ids(c.Parties, func(p Party) ID { return p.ID }))
	for i, p := range c.Parties {
		coded(&v, fmt.Sprintf("parties[%d].role", i), p.Role, PartyRoles, true)
		if p.Person == "" && p.Organisation == "" {
			v.add(fmt.Sprintf("parties[%d].person", i), "required", "", "")
		}
	}
	v.steps(c.Steps)
	v.overrides(c.Overrides)
	for i, s := range c.Places {
		v.short(fmt.Sprintf("places[%d]", i), s)
	}
	v.text("facts", c.Facts, c.Note)
	return v.faults
}

// Validate returns what is wrong with the instrument's own fields.
func (i Instrument) Validate() FieldErrors {
	var v validator
	v.id("id", i.ID)
	v.id("case", i.Case)
	coded(&v, "kind", i.Kind, InstrumentKinds, true)
	v.deliveries(i.Deliveries)
	v.decided(i)
	v.short("title", i.Title)
	for n, name := range i.CopyTo {
		v.name(fmt.Sprintf("copy_to[%d]", n), name)
	}
	v.followup(i)
	return v.faults
}
