package hearing

import (
	"slices"
	"strings"
)

// Rights are what whoever is at the desk may do: with one record, or with the desk. The
// zero Rights are those of a desk without accounts, at which everybody may do
// everything.
type Rights struct {
	Copy bool // the desk is a copy that takes no changes

	table   Access
	role    AccountRole
	foreign bool // the record is one that the role changes only where it is theirs
}

// Rights returns what a role may do; own says whether whoever has it handles or presides
// over the record that it is about.
func (a Access) Rights(role AccountRole, own bool) Rights {
	return Rights{table: a, role: role, foreign: a.Of(role).Own && !own}
}

// Write says what stands against changing a field of a kind of records; an empty field is
// any of them. It is [ErrSnapshot] or a [NotAllowedError]; nil: nothing does. A part of
// a field is written with dots: outcome.opened_at.
func (r Rights) Write(noun, field string) error {
	if r.Copy {
		return ErrSnapshot
	}
	if r.role == "" {
		return nil
	}
	allowed := r.table.Of(r.role).fields(noun)
	switch {
	case len(allowed) == 0:
		return &NotAllowedError{Deed: noun, Role: r.role, Who: r.table.writers(noun, "")}
	case r.foreign && slices.Contains(teamNouns, noun):
		return &NotAllowedError{Deed: DeedOwn, Role: r.role, Who: r.table.free(noun)}
	case field != "" && !covers(allowed, field):
		return &NotAllowedError{Deed: noun, Role: r.role, Who: r.table.writers(noun, field)}
	}
	return nil
}

// Do says what stands against a deed; nil: nothing does.
func (r Rights) Do(d Deed) error {
	if r.Copy && (d == Approve || d == ManageAccounts) { // these change something
		return ErrSnapshot
	}
	if r.role == "" || r.table.May(r.role, d) {
		return nil
	}
	return &NotAllowedError{Deed: string(d), Role: r.role, Who: r.table.Who(d)}
}

// Permit holds a change of a record, or of what is no record, against the rights: before
// and after are its JSON, empty for one that is new or goes. What is refused is as
// [Rights.Write] has it. approved is true where a decision of the chief procurator was
// entered or a rule overridden.
func (r Rights) Permit(noun string, before, after []byte) (approved bool, err error) {
	if err := r.Write(noun, ""); err != nil {
		return false, err
	}
	for _, field := range r.changed(noun, before, after) {
		if slices.Contains(approvalFields, field) && decided(before, field) != decided(after, field) {
			if err := r.Do(Approve); err != nil {
				return false, err
			}
			approved = true
			continue
		}
		if err := r.Write(noun, field); err != nil {
			return false, err
		}
	}
	return approved, nil
}

// changed names the fields that differ; of those that the role changes only a part of,
// the parts that do.
func (r Rights) changed(noun string, before, after []byte) []string {
	was, is := members(before), members(after)
	var out []string
	for _, field := range differing(was, is) {
		if !slices.ContainsFunc(r.table.Of(r.role).fields(noun), func(f string) bool { return strings.HasPrefix(f, field+".") }) {
			out = append(out, field)
			continue
		}
		for _, part := range differing(members(was[field]), members(is[field])) {
			out = append(out, field+"."+part)
		}
	}
	return out
}

// covers reports whether a field is one of those that are allowed, or within one, or
// has one within it.
func covers(allowed []string, field string) bool {
	return slices.ContainsFunc(allowed, func(f string) bool {
		return f == "*" || f == field || strings.HasPrefix(field, f+".") || strings.HasPrefix(f, field+".")
	})
}

// Partial reports whether records are seen without some of their fields: what the rules
// would say of them is not so.
func (r Rights) Partial() bool { return r.role == DeskGuest }

// Free reports whether nothing at all stands against anything.
func (r Rights) Free() bool { return r.role == "" && !r.Copy }
