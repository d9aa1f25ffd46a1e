package roster

import "hearingdesk/hearing"

// A Kind is who a roster is of: it says what is taken for granted of everybody
// in it.
type Kind struct {
	Key   string
	Term  hearing.Term
	Facet hearing.Facet // who of a desk belongs to it; empty: everybody
	Units bool          // it is of organisations, not of people

	unit  hearing.OrganisationKind                   // of units that the desk does not know, where the name does not say it
	of    func(*hearing.Person) *hearing.Appointment // the appointment that its terms and numbers are of; nil: the term of an officer
	marks func(*draft)                               // what is set where the row says nothing
}

// Kinds lists every kind; the first is for a mixed list, of which nothing is
// taken for granted.
var Kinds = []Kind{
	{Key: "people", Term: hearing.Term{Zh: "各类人员", En: "People"}},
	{Key: "officers", Term: hearing.Term{Zh: "听证员", En: "Hearing officers"}, Facet: hearing.FacetOfficer, marks: func(d *draft) {
		if !d.p.InPool() {
			d.p.Pool = hearing.PoolActive
		}
	}},
	{Key: "supervisors", Term: hearing.Term{Zh: "人民监督员", En: "People's supervisors"}, Facet: hearing.FacetSupervisor, marks: standing("人民监督员"),
		of: func(p *hearing.Person) *hearing.Appointment { return &p.Supervisor }},
	{Key: "volunteers", Term: hearing.Term{Zh: "志愿者", En: "Volunteers"}, Facet: hearing.FacetVolunteer, marks: standing("“益心为公”志愿者")},
	{Key: "assistants", Term: hearing.Term{Zh: "特邀检察官助理", En: "Invited assistants"}, Facet: hearing.FacetAide, unit: hearing.Agency, marks: standing("特邀检察官助理"),
		of: func(p *hearing.Person) *hearing.Appointment { return &p.Aide }},
	{Key: "notaries", Term: hearing.Term{Zh: "公证员", En: "Notaries"}, Facet: hearing.FacetNotary, unit: hearing.NotaryOffice, marks: standing("公证员")},
	{Key: "agencies", Term: hearing.Term{Zh: "机关人员", En: "Agency staff"}, Facet: hearing.FacetAgency, unit: hearing.Agency},
	{Key: "media", Term: hearing.Term{Zh: "媒体", En: "Media"}, Facet: hearing.FacetMedia, unit: hearing.MediaHouse, marks: standing("记者"),
		of: func(p *hearing.Person) *hearing.Appointment { return &p.Press }},
	{Key: "organisations", Term: hearing.Term{Zh: "单位", En: "Organisations"}, Units: true},
}

// Fields lists what a column of such a roster can say.
func (k Kind) Fields() []*Field {
	if k.Units {
		return UnitFields
	}
	return Fields
}

// KindOf returns the kind of a key, the first for one that is not known.
func KindOf(key string) (Kind, bool) {
	for _, k := range Kinds {
		if k.Key == key {
			return k, true
		}
	}
	return Kinds[0], false
}

// standing writes what a person is where the row says nothing of it: by it the
// directory knows them (see [hearing.Sightings]).
func standing(title string) func(*draft) {
	return func(d *draft) {
		if d.p.Title == "" {
			d.p.Title = title
		}
	}
}
