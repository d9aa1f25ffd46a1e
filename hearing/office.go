package hearing

import (
	"cmp"
	"slices"

	"hearingdesk/hearing/calendar"
)

// An Office is the procuratorate whose desk this is (本院), with the settings
// that belong to the office rather than to a person. A desk has exactly one.
type Office struct {
	Version    Version   `json:"-"`
	Name       string    `json:"name"`                 // full name (院名), as it signs papers
	Short      string    `json:"short,omitempty"`      // short name in document numbers (院简称), such as 澄检
	Level      Level     `json:"level,omitempty"`      // the office's own level
	Region     string    `json:"region,omitempty"`     // the office's region, such as 澄河区
	Address    string    `json:"address,omitempty"`    // postal address (地址)
	Postcode   string    `json:"postcode,omitempty"`   // postcode (邮编)
	Phone      string    `json:"phone,omitempty"`      // telephone for notices (联系电话)
	Department string    `json:"department,omitempty"` // department that answers it (联系部门)
	Upper      string    `json:"upper,omitempty"`      // the procuratorate above (上一级院), which recommendations are filed with
	Chief      ID        `json:"chief,omitempty"`      // chief procurator (检察长)
	Contacts   []Contact `json:"contacts,omitempty"`   // contacts printed on public notices (联系人)
	Zone       string    `json:"zone,omitempty"`       // IANA time zone; empty is Asia/Shanghai
	Heads      Heads     `json:"heads,omitempty"`      // whether letters and public notices are printed with a red head (公文红头)
	Signing    Signing   `json:"signing,omitempty"`    // whether units sign before they speak in a ceremony (签收次序); empty: as the steps of the rules have it
	LockAfter  int       `json:"lock_after,omitempty"` // minutes after which a window that nobody touches locks, at a desk with accounts (空闲锁定); 0: as the table of access has it
	Strict     bool      `json:"strict,omitempty"`     // count "three days before" as three clear days (D−4) instead of D−3

	Holidays []calendar.Table         `json:"holidays,omitempty"` // tables beyond the program's own: later notices, a region's own holidays
	Rules    string                   `json:"rules,omitempty"`    // the office's own rules and periods, as the text of a rule file (本院规则)
	Numbers  []Series                 `json:"numbers,omitempty"`  // how work papers are numbered, where it differs from the program's (文号)
	InForce  map[string]calendar.Date `json:"in_force,omitempty"` // per rule set: the day from which it applies, where the program does not know it
}

// WithHolidays returns the office with tables in place of those of the same year
// and region. Whether they can be used, [calendar.Calendar.With] says.
func (o Office) WithHolidays(tables ...calendar.Table) Office {
	for _, t := range tables {
		o = o.WithoutHolidays(t.Year, t.Region)
	}
	o.Holidays = append(slices.Clone(o.Holidays), tables...)
	slices.SortStableFunc(o.Holidays, func(a, b calendar.Table) int {
		return cmp.Or(cmp.Compare(a.Region, b.Region), cmp.Compare(a.Year, b.Year))
	})
	return o
}

// WithoutHolidays returns the office without its table of a year; region is
// empty for the whole country's.
func (o Office) WithoutHolidays(year int, region string) Office {
	o.Holidays = slices.DeleteFunc(slices.Clone(o.Holidays), func(t calendar.Table) bool { return t.Year == year && t.Region == region })
	return o
}

// A Contact is a person whom the public can call (联系人).
type Contact struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
}

// DefaultZone is the zone of every procuratorate in China.
const DefaultZone = "Asia/Shanghai"
