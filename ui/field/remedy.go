package field

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A Remedy is what a page lets its user do about a finding, and what it knows
// of it. What is not set is not offered.
type Remedy struct {
	Basis    func(hearing.Finding) hearing.Basis              // what the article says
	Name     func(hearing.ID) string                          // name of who approved otherwise
	Fix      func(hearing.Finding) (text string, mend func()) // the one action that mends it; no text: there is none
	Override func(f hearing.Finding, o hearing.Override)      // records that somebody approved otherwise
	Go       func(hearing.Finding)                            // leads to the field that it is about, where that is elsewhere
	Withdraw func(hearing.Finding)                            // takes that back
	Approver func() Option                                    // who usually approves
	Today    func() calendar.Date                             // at the desk
	Run      runner                                           // for Find
	Find     Find                                             // people who approve
}

func (r *Remedy) basis(f hearing.Finding) hearing.Basis {
	if r == nil || r.Basis == nil {
		return hearing.Basis{}
	}
	return r.Basis(f)
}

func (r *Remedy) name(id hearing.ID) string {
	if r == nil || r.Name == nil {
		return ""
	}
	return r.Name(id)
}

func (r *Remedy) fix(f hearing.Finding) (string, func()) {
	if r == nil || r.Fix == nil || f.Override != nil {
		return "", nil
	}
	return r.Fix(f)
}

// overdue reports whether the finding's date has passed.
func (r *Remedy) overdue(f hearing.Finding) bool {
	return r != nil && r.Today != nil && f.Due.Before(r.Today())
}

// otherYear reports whether a day is not of this year, so that its year is said.
func (r *Remedy) otherYear(d calendar.Date) bool {
	return r != nil && r.Today != nil && d.Year() != r.Today().Year()
}

// overrides reports whether somebody can approve otherwise here.
func (r *Remedy) overrides(f hearing.Finding) bool {
	return r != nil && r.Override != nil && f.Overridable && f.Override == nil
}
