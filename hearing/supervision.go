package hearing

import (
	"slices"

	"hearingdesk/hearing/calendar"
)

// A Supervision (人民监督员监督) is how people's supervisors come to a hearing or to an
// announcement: the justice bureau draws them when it is asked to
// (人民监督员选任管理办法, arts. 3 and 4), and each of their opinions is answered.
type Supervision struct {
	Bureau     ID            `json:"bureau,omitempty"`     // justice bureau that is asked (司法行政机关)
	Wanted     int           `json:"wanted,omitempty"`     // how many supervisors are asked for; 0 is not said
	Activity   string        `json:"activity,omitempty"`   // kind of activity (监督活动类别); empty: as the session is
	AskedOn    calendar.Date `json:"asked_on,omitzero"`    // day on which the letter went out (商请日期)
	Letter     string        `json:"letter,omitempty"`     // number of a letter that was not made here (函号); empty: the paper's own
	AnsweredOn calendar.Date `json:"answered_on,omitzero"` // day of the answer (答复日期)
	Answer     string        `json:"answer,omitempty"`     // what the bureau answered (答复内容)
	ClaimedOn  calendar.Date `json:"claimed_on,omitzero"`  // day on which the supervisors' allowance was claimed from the bureau (申报补助日期)
	Opinions   []Supervised  `json:"opinions,omitempty"`   // what supervisors said, each with its answer (监督意见)
}

// A Supervised is one opinion of a people's supervisor, and what became of it
// (监督意见及答复).
type Supervised struct {
	ID        ID            `json:"id"`
	By        ID            `json:"by,omitempty"`        // participant who is the supervisor
	On        calendar.Date `json:"on,omitzero"`         // day of the opinion; unset: that of the session
	Text      string        `json:"text"`                // the opinion (意见)
	Handler   ID            `json:"handler,omitempty"`   // person who deals with it (办理人)
	Adopted   Adoption      `json:"adopted,omitempty"`   // adopted, in part, or not; empty: not answered yet
	Reply     string        `json:"reply,omitempty"`     // the answer with its reasons (答复)
	RepliedOn calendar.Date `json:"replied_on,omitzero"` // day of the answer (答复日期)
}

// Answered reports whether the supervisor was told what became of the opinion.
func (s Supervised) Answered() bool { return s.Adopted != "" && !s.RepliedOn.IsZero() }

// Began reports whether anything of the request is recorded.
func (s Supervision) Began() bool {
	return s.Bureau != "" || s.Wanted > 0 || s.Activity != "" || !s.AskedOn.IsZero() || !s.AnsweredOn.IsZero() || s.Answer != "" || s.Letter != ""
}

// Supervision is that of the dossier's hearing or announcement.
func (d Dossier) Supervision() Supervision {
	switch {
	case d.Hearing != nil:
		return d.Hearing.Supervision
	case d.Announcement != nil:
		return d.Announcement.Supervision
	}
	return Supervision{}
}

// Supervisors are the session's supervisors, alternates left out.
func (s Session) Supervisors() []Participant {
	var out []Participant
	for _, p := range s.Participants {
		if p.Role == Supervisor && !p.Alternate {
			out = append(out, p)
		}
	}
	return out
}

// Among is the supervision with opinions of supervisors who still take part; of
// one who left, the opinion stays and names nobody.
func (s Supervision) Among(people []Participant) Supervision {
	s.Opinions = slices.Clone(s.Opinions)
	for i := range s.Opinions {
		o := &s.Opinions[i]
		if !slices.ContainsFunc(people, func(p Participant) bool { return p.ID == o.By && p.Role == Supervisor }) {
			o.By = ""
		}
	}
	return s
}
