package hearing

// A Facet is a group in which a directory of people is looked through (人员类别).
// One person can be in several, or in none.
type Facet string

// The facets. Whoever is in the first two has the standing by a record of the
// person; in the others also by the unit, or by having taken part as one.
const (
	FacetStaff      Facet = "staff"      // 检察院人员
	FacetOfficer    Facet = "officer"    // 听证员库
	FacetSupervisor Facet = "supervisor" // 人民监督员
	FacetAide       Facet = "aide"       // 特邀检察官助理
	FacetVolunteer  Facet = "volunteer"  // “益心为公”志愿者
	FacetDeputy     Facet = "deputy"     // 代表委员
	FacetNotary     Facet = "notary"     // 公证员
	FacetAgency     Facet = "agency"     // 行政机关人员
	FacetParty      Facet = "party"      // 当事人
	FacetAgent      Facet = "agent"      // 代理人、辩护人
	FacetMedia      Facet = "media"      // 媒体
)

// Facets lists every facet in the order of a choice.
var Facets = []Facet{FacetStaff, FacetOfficer, FacetSupervisor, FacetAide, FacetVolunteer, FacetDeputy, FacetNotary, FacetAgency, FacetParty, FacetAgent, FacetMedia}

// A Sighting says that a record puts somebody into a facet. Of an organisation it
// is everybody who works there.
type Sighting struct {
	Noun  string // person or organisation
	ID    ID
	Facet Facet
}

// A sightings collects them.
type sightings []Sighting

func (s *sightings) add(noun string, id ID, f Facet, is bool) {
	if is && id != "" && f != "" {
		*s = append(*s, Sighting{noun, id, f})
	}
}

// Sightings says whom a record puts into which facets.
func Sightings(r Record) []Sighting {
	var s sightings
	switch v := r.(type) {
	case Person:
		s.add(NounPerson, v.ID, FacetStaff, v.Rank != "")
		s.add(NounPerson, v.ID, FacetOfficer, v.InPool() || v.Class != "")
		s.add(NounPerson, v.ID, FacetSupervisor, !v.Supervisor.IsZero())
		s.add(NounPerson, v.ID, FacetAide, !v.Aide.IsZero())
		s.add(NounPerson, v.ID, FacetVolunteer, v.Volunteer != "" || v.Helps != "")
		s.add(NounPerson, v.ID, FacetDeputy, v.Deputy != "")
		s.add(NounPerson, v.ID, FacetMedia, !v.Press.IsZero())
		s.add(NounPerson, v.ID, titleFacets[v.Title], true)
	case Organisation:
		s.add(NounOrganisation, v.ID, unitFacets[v.Kind], true)
	case Case:
		for _, p := range v.Parties {
			s.add(NounPerson, p.Person, FacetParty, true)
		}
	case Clue:
		s.add(NounPerson, v.Person, FacetVolunteer, v.Source == SourceVolunteer)
	case Hearing:
		s.guests(v.Participants)
	case Announcement:
		s.guests(v.Participants)
	}
	return s
}

func (s *sightings) guests(list []Participant) {
	for _, p := range list {
		s.add(NounPerson, p.Person, roleFacets[p.Role], true)
		if p.Proxy != nil {
			s.add(NounPerson, p.Proxy.Person, FacetAgent, true)
		}
	}
}

// titleFacets are where those belong whose standing says it by itself, as rosters
// of them are read.
var titleFacets = map[string]Facet{
	"人民监督员": FacetSupervisor, "特邀检察官助理": FacetAide, "“益心为公”志愿者": FacetVolunteer, "公证员": FacetNotary, "记者": FacetMedia,
}

// unitFacets are where the people of a unit belong.
var unitFacets = map[OrganisationKind]Facet{
	Procuratorate: FacetStaff, Agency: FacetAgency, NotaryOffice: FacetNotary, LawFirm: FacetAgent, MediaHouse: FacetMedia,
}

// roleFacets are where those belong who took part. Of the pool of officers
// somebody is a member, or not, whoever was asked for a day.
var roleFacets = map[Role]Facet{
	Supervisor: FacetSupervisor, InvitedAide: FacetAide, Volunteer: FacetVolunteer, DeputyRole: FacetDeputy, NotaryRole: FacetNotary, AgencyRep: FacetAgency,
	PartyRep: FacetParty, VictimRole: FacetParty, Agent: FacetAgent, Guardian: FacetAgent, Defender: FacetAgent, Media: FacetMedia,
}

// A Listed is a person with the unit, as a directory lists them.
type Listed struct {
	Person Person
	Unit   Organisation // zero: none
}
