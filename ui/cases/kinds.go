package cases

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// An aspect is one thing that a step can say beyond its day and its note.
type aspect int

const (
	ofStep aspect = iota // which step it answers
	ofPaper
	ofSession
	ofPerson
	ofUnit
	ofPeriod
)

// A group is kinds of step that belong together, with the case types that they
// are usual in; none is all.
type group struct {
	name  string
	kinds []hearing.StepKind
	types []hearing.CaseType
}

func groups() []group {
	public := []hearing.CaseType{hearing.CivilPublicInterest, hearing.AdminPublicInterest}
	return []group{
		{words.T("羁押与强制措施"), []hearing.StepKind{hearing.CustodyBegan, hearing.CustodyEnded}, []hearing.CaseType{hearing.Arrest, hearing.CustodyNecessity, hearing.NonProsecution}},
		{words.T("听证申请"), []hearing.StepKind{hearing.HearingAsked, hearing.HearingAnswered}, nil},
		{words.T("回避"), []hearing.StepKind{hearing.RecusalAsked, hearing.RecusalDecided, hearing.ReviewAsked, hearing.ReviewDecided}, nil},
		{words.T("公益诉讼公告"), []hearing.StepKind{hearing.CallIssued, hearing.CallClosed}, []hearing.CaseType{hearing.CivilPublicInterest}},
		{words.T("检察建议"), []hearing.StepKind{hearing.FactsOrdered, hearing.FactsFound, hearing.ObjectionMade, hearing.ObjectionSettled, hearing.Urged}, append([]hearing.CaseType{hearing.AdminSupervision, hearing.CivilSupervision}, public...)},
		{words.T("民事监督"), []hearing.StepKind{hearing.PetitionTaken, hearing.PetitionReviewed, hearing.PetitionDecided, hearing.PetitionSent}, []hearing.CaseType{hearing.CivilSupervision}},
		{words.T("中止与终结审查"), []hearing.StepKind{hearing.PauseBegan, hearing.PauseEnded, hearing.ReviewEnded}, public},
		{words.T("起诉与出庭"), []hearing.StepKind{hearing.SuitBrought, hearing.SuitFiledUp, hearing.CourtSummoned, hearing.AppearanceSent, hearing.ClaimChanged, hearing.ClaimChangeSent}, public},
		{words.T("结案与回头看"), []hearing.StepKind{hearing.CaseClosed, hearing.LookedBack}, nil},
		{words.T("流程监控"), []hearing.StepKind{hearing.MonitorNoticed, hearing.MonitorAnswered}, []hearing.CaseType{hearing.CivilSupervision}},
		{words.T("专递与人民监督员"), []hearing.StepKind{hearing.PostMismatch, hearing.PostReturned, hearing.SupervisorServed, hearing.AllowanceClaimed}, nil},
	}
}

// answers is which kind of step each kind answers.
var answers = map[hearing.StepKind]hearing.StepKind{
	hearing.HearingAnswered: hearing.HearingAsked, hearing.RecusalDecided: hearing.RecusalAsked, hearing.ReviewAsked: hearing.RecusalDecided,
	hearing.ReviewDecided: hearing.ReviewAsked, hearing.CallClosed: hearing.CallIssued, hearing.ObjectionSettled: hearing.ObjectionMade,
	hearing.PauseEnded: hearing.PauseBegan, hearing.CustodyEnded: hearing.CustodyBegan, hearing.MonitorAnswered: hearing.MonitorNoticed,
	hearing.SuitFiledUp: hearing.SuitBrought, hearing.AppearanceSent: hearing.CourtSummoned, hearing.ClaimChangeSent: hearing.ClaimChanged,
	hearing.PetitionReviewed: hearing.PetitionTaken, hearing.PetitionSent: hearing.PetitionDecided, hearing.FactsFound: hearing.FactsOrdered,
	hearing.PostReturned: hearing.PostMismatch, hearing.AllowanceClaimed: hearing.SupervisorServed, hearing.LookedBack: hearing.CaseClosed,
}

// follows are answers that are not due by law: nobody waits for them.
var follows = []hearing.StepKind{hearing.ReviewAsked}

// about is what each kind of step says beyond its day; an office's own kinds
// can say everything.
var about = map[hearing.StepKind][]aspect{
	hearing.HearingAsked: {ofPerson}, hearing.RecusalAsked: {ofPerson}, hearing.RecusalDecided: {ofPerson}, hearing.ReviewAsked: {ofPerson}, hearing.ReviewDecided: {ofPerson},
	hearing.ObjectionMade: {ofPaper, ofUnit}, hearing.ObjectionSettled: {ofPaper}, hearing.Urged: {ofPaper, ofUnit},
	hearing.CustodyBegan: {ofPerson, ofPeriod}, hearing.CustodyEnded: {ofPerson}, hearing.SuitBrought: {ofUnit}, hearing.CourtSummoned: {ofUnit},
	hearing.PetitionTaken: {ofPerson}, hearing.PetitionDecided: {ofPaper}, hearing.PetitionSent: {ofPaper, ofUnit}, hearing.LookedBack: {ofUnit},
	hearing.PostMismatch: {ofUnit}, hearing.PostReturned: {ofUnit}, hearing.SupervisorServed: {ofPerson, ofSession}, hearing.AllowanceClaimed: {ofPerson},
}

// aspects is what a step's line has fields for: what its kind says, and
// whatever else is there.
func aspects(s hearing.Step) []aspect {
	has := map[aspect]bool{
		ofPaper: s.Instrument != "", ofSession: s.Session != "", ofPerson: s.Person != "", ofUnit: s.Organisation != "", ofPeriod: s.Period != nil,
		ofStep: s.Of != "" || answers[s.Kind] != "",
	}
	for _, a := range about[s.Kind] {
		has[a] = true
	}
	if !slices.Contains(hearing.StepKinds, s.Kind) {
		has[ofPaper], has[ofPerson], has[ofPeriod] = true, true, true
	}
	var out []aspect
	for a := ofStep; a <= ofPeriod; a++ {
		if has[a] {
			out = append(out, a)
		}
	}
	return out
}

// fitting are the groups in the order in which they are offered for a case:
// those of its type first, the office's own before the rest.
func fitting(t hearing.CaseType, own []hearing.StepKind) []group {
	var first, rest []group
	for _, g := range groups() {
		if len(g.types) == 0 || slices.Contains(g.types, t) {
			first = append(first, g)
		} else {
			rest = append(rest, g)
		}
	}
	if len(own) > 0 {
		first = append(first, group{name: words.T("本院规定"), kinds: own})
	}
	return append(first, rest...)
}

// open are the steps that wait for an answer of a kind, the earliest first.
func open(c hearing.Case, kind hearing.StepKind) []hearing.Step {
	asked := bySteps(c.StepsOf(answers[kind]))
	for _, a := range bySteps(c.StepsOf(kind)) {
		at := slices.IndexFunc(asked, func(s hearing.Step) bool { return a.Of == s.ID || a.Of == "" })
		if at >= 0 {
			asked = slices.Delete(asked, at, at+1)
		}
	}
	return asked
}

func bySteps(list []hearing.Step) []hearing.Step {
	slices.SortStableFunc(list, func(a, b hearing.Step) int { return compareDays(a.On, b.On) })
	return list
}

// compareDays puts what has no day yet last.
func compareDays(a, b calendar.Date) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Compare(b)
}

// newStep is a step as it begins: it answers the first step that is open, and
// is about the same.
func newStep(c hearing.Case, id hearing.ID, kind hearing.StepKind, on calendar.Date) hearing.Step {
	s := hearing.Step{ID: id, Kind: kind, On: on}
	if waiting := open(c, kind); len(waiting) > 0 && answers[kind] != "" {
		w := waiting[0]
		s.Of, s.Instrument, s.Session, s.Person, s.Organisation = w.ID, w.Instrument, w.Session, w.Person, w.Organisation
	}
	return s
}

// offers are the kinds whose name, in what name calls them, has a part; what
// answers an open step comes first.
func offers(c hearing.Case, own []hearing.StepKind, name func(hearing.StepKind) string, part string) []hearing.StepKind {
	var first, out []hearing.StepKind
	for _, g := range fitting(c.Type, own) {
		for _, k := range g.kinds {
			switch {
			case !strings.Contains(strings.ToLower(name(k)+g.name), strings.ToLower(strings.TrimSpace(part))):
			case answers[k] != "" && len(open(c, k)) > 0 && !slices.Contains(follows, k):
				first = append(first, k)
			default:
				out = append(out, k)
			}
		}
	}
	return append(first, out...)
}
