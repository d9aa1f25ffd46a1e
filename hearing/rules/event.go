package rules

import (
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// The events that come from fields of the package. Every other event is a step
// of the case, by its kind (see [hearing.StepKind]), or the last day of another
// period, by that period's id.
const (
	caseFiled      = "case.filed"          // 立案: case.filed_on
	caseDue        = "case.due"            // the end of the time for handling: case.due_on
	decided        = "instrument.decided"  // decided_on of a paper
	filedUp        = "instrument.filed-up" // filed_on of a paper
	posted         = "delivery.posted"     // sent_on of a service by post
	published      = "delivery.published"  // sent_on of a service by public call
	returned       = "delivery.returned"   // returned_on of a service by post
	served         = "delivery.served"     // served_at
	replied        = "delivery.replied"    // replied_on
	notaryAccepted = "notary.accepted"     // accepted_on of a notary's matter
	notaryIssued   = "notary.issued"       // issued_on of the same
	hearingStart   = "hearing.start"       // the day of the hearing
	hearingPosted  = "hearing.posted"      // notice.posted_on
	hearingDecided = "hearing.decided"     // outcome.decided_on
	hearingTold    = "hearing.told"        // told[].received_on of a participant
	resultHeard    = "result.told"         // the same of document 20, the result
	bureauAsked    = "supervisor.asked"    // supervision.asked_on
	visited        = "visit.made"          // on of a visit of a paper's
	struckOff      = "instrument.closed"   // the last of a paper's closures, once everything is struck off
	lookedBack     = "visit.look-back"     // on of a visit that looks back
)

// events names those; {paper} is the kind of paper.
var events = map[string]Words{
	caseFiled: {"立案", "Case filed"}, caseDue: {"办案期限届满", "Time for handling ends"},
	decided: {"作出{kind}", "{kind} decided"}, filedUp: {"{kind}报备案", "{kind} filed above"},
	posted: {"邮寄{kind}", "{kind} posted"}, published: {"公告送达{kind}", "{kind} published"},
	returned: {"{kind}被退回", "{kind} came back"},
	served:   {"送达{kind}", "{kind} served"}, replied: {"书面回复{kind}", "{kind} answered"},
	notaryAccepted: {"公证受理", "Accepted by the notary"}, notaryIssued: {"出具公证书", "Certificate issued"},
	hearingStart: {"听证会", "Hearing"}, hearingPosted: {"张贴公告", "Public notice posted"},
	hearingDecided: {"作出处理决定", "Decision made"}, hearingTold: {"收到听证通知", "Told of the hearing"}, resultHeard: {"告知处理结果", "Told of the result"},
	bureauAsked: {"商请抽选人民监督员", "Supervisors asked for"},
	visited:     {"核查{kind}落实情况", "{kind} followed up"}, struckOff: {"{kind}全部销号", "{kind} struck off"}, lookedBack: {"“回头看”", "Look back"},
	"DL09": {"整改、回复期限届满", "Time to answer ends"}, "DL10": {"整改、回复期限届满", "Time to answer ends"}, "DL12": {"公告期满", "Public notice runs out"},
}

// Events lists what can start or end a period beside the steps of a case and
// the last days of other periods.
func Events() []string {
	return []string{caseFiled, caseDue, decided, filedUp, posted, published, returned, served, replied, notaryAccepted, notaryIssued, hearingStart, hearingPosted, hearingDecided, hearingTold, resultHeard, bureauAsked, visited, struckOff, lookedBack}
}

// counting begins the count of a finding: what started it, in its language. kind
// is the name of the paper that it is about; empty is none.
func (c *check) counting(event, kind string) *hearing.Counting {
	w, ok := events[event]
	switch {
	case ok:
	case len(c.table.laws[event]) > 0:
		w = Words{"期限" + event + "届满", "Period " + event + " ends"}
	default:
		w = Words(c.table.stepTerm(hearing.StepKind(event)))
	}
	name := strings.TrimSpace(strings.ReplaceAll(c.pick(w.Zh, w.En), "{kind}", kind))
	return &hearing.Counting{Event: event, Name: name}
}

// An event is a dated fact of a case that starts periods: a step, or a field.
type event struct {
	kind    string
	on      calendar.Date
	since   calendar.Date       // of the last day of a period: when that started
	until   calendar.Date       // the last day itself, where a field says it
	field   string              // of the package, which causes it
	paper   *hearing.Instrument // that it is about; nil is none
	service *hearing.Delivery   // of the paper to one recipient
	step    *hearing.Step       // that it is
	unit    hearing.ID          // recipient, or whom the step is about
	person  hearing.ID
	session hearing.ID // hearing that it is of
	each    bool       // a decision, once for each recipient
	first   bool       // the paper's first service
}

// paperID is the paper's id; empty for none.
func (e *event) paperID() hearing.ID {
	if e.paper != nil {
		return e.paper.ID
	}
	if e.step != nil {
		return e.step.Instrument
	}
	return ""
}

// about reports whether a step can be about what an event is about: nothing
// that both name differs. n counts what both name.
func (e *event) about(s *hearing.Step) (n int, ok bool) {
	session := e.session
	if e.step != nil {
		session = e.step.Session
	}
	for _, x := range [...][2]hearing.ID{{e.paperID(), s.Instrument}, {e.unit, s.Organisation}, {e.person, s.Person}, {session, s.Session}} {
		switch {
		case x[0] == "" || x[1] == "":
		case x[0] != x[1]:
			return 0, false
		default:
			n++
		}
	}
	return n, true
}

// stepEvent is the event that a step is.
func stepEvent(k *hearing.Case, s *hearing.Step, papers []hearing.Instrument) event {
	e := event{kind: string(s.Kind), on: s.On, field: "steps", step: s, unit: s.Organisation, person: s.Person}
	for i := range papers {
		if s.Instrument != "" && papers[i].ID == s.Instrument && papers[i].Case == k.ID {
			e.paper = &papers[i]
		}
	}
	return e
}

// answers returns the day on which a step was answered for the nth time by a
// step of one of the kinds; none while it was not.
//
// A step that names the one it answers (of) answers that one. Any other answers
// the one that is open on its day and about the same paper, unit, person and
// session; where it or the open one leaves one of them out, that counts as the
// same. Of several it is the one with which it shares most, and of those the
// first. A step answers one only.
func answers(k *hearing.Case, start *hearing.Step, kinds []string, nth int) calendar.Date {
	var open []*hearing.Step
	for i := range k.Steps {
		if s := &k.Steps[i]; s.Kind == start.Kind && !s.On.IsZero() {
			open = insert(open, s)
		}
	}
	count := make([]int, len(open))
	nth = max(nth, 1)
	for _, end := range inOrder(k, kinds) {
		if i := answered(open, count, end, nth); i >= 0 {
			if count[i]++; open[i] == start && count[i] == nth {
				return end.On
			}
		}
	}
	return calendar.Date{}
}

// answered is the place of the step that another one answers; -1 is none.
func answered(open []*hearing.Step, count []int, end *hearing.Step, nth int) int {
	best, most := -1, -1
	for i, s := range open {
		if end.Of != "" {
			if end.Of == s.ID {
				return i
			}
			continue
		}
		e := event{step: s, unit: s.Organisation, person: s.Person}
		if n, ok := e.about(end); ok && n > most && count[i] < nth && !end.On.Before(s.On) {
			best, most = i, n
		}
	}
	return best
}

// inOrder lists the dated steps of some kinds by day: first those that name
// whom they answer, so that no other takes their place.
func inOrder(k *hearing.Case, kinds []string) []*hearing.Step {
	var named, rest []*hearing.Step
	for i := range k.Steps {
		s := &k.Steps[i]
		for _, kind := range kinds {
			switch {
			case string(s.Kind) != kind || s.On.IsZero():
			case s.Of != "":
				named = insert(named, s)
			default:
				rest = insert(rest, s)
			}
		}
	}
	return append(named, rest...)
}

// insert puts a step behind those of its day and before those of later ones.
func insert(list []*hearing.Step, s *hearing.Step) []*hearing.Step {
	i := len(list)
	for i > 0 && list[i-1].On.After(s.On) {
		i--
	}
	list = append(list, nil)
	copy(list[i+1:], list[i:])
	list[i] = s
	return list
}
