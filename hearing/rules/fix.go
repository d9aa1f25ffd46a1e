package rules

import (
	"slices"

	"hearingdesk/hearing"
)

// fixes are what would mend a finding, where one action does, by rule and
// variant. Those whose value depends on the facts are set where they are said.
var fixes = map[string]hearing.Fix{
	"ART4.missing":       {Kind: hearing.FixApproval, Value: string(hearing.ApproveHearing)},
	"ART12.":             {Kind: hearing.FixApproval, Value: string(hearing.ApproveVenue)},
	"ART12.other":        {Kind: hearing.FixApproval, Value: string(hearing.ApproveVenue)},
	"ART19.":             {Kind: hearing.FixApproval, Value: string(hearing.ApproveStream)},
	"ART16.":             {Kind: hearing.FixApproval, Value: string(hearing.ApproveNonAdoption)},
	"R9.":                {Kind: hearing.FixApproval, Value: string(hearing.ApproveOutsider)},
	"N37.many":           {Kind: hearing.FixApproval, Value: string(hearing.ApproveNumber)},
	"CANCEL.approval":    {Kind: hearing.FixApproval, Value: string(hearing.ApproveCancellation)},
	"STEP.cancel":        {Kind: hearing.FixApproval, Value: string(hearing.ApproveCancellation)},
	"ART5.public":        {Kind: hearing.FixClose},
	"STREAM.minor":       {Kind: hearing.FixStreamOff},
	"STREAM.closed":      {Kind: hearing.FixStreamOff},
	"CLOSED.observer":    {Kind: hearing.FixRemove, Value: string(hearing.Observer)},
	"SUPERVISOR.must":    {Kind: hearing.FixInvite, Value: string(hearing.Supervisor)},
	"SUPERVISOR.a6":      {Kind: hearing.FixInvite, Value: string(hearing.Supervisor)},
	"N37.few":            {Kind: hearing.FixPromote},
	"QUORUM.":            {Kind: hearing.FixPromote},
	"R1.under":           {Kind: hearing.FixPromote},
	"R2.":                {Kind: hearing.FixPromote},
	"R3.party":           {Kind: hearing.FixPromote},
	"R4.":                {Kind: hearing.FixPromote},
	"R4.below":           {Kind: hearing.FixPromote},
	"R10.interest":       {Kind: hearing.FixPromote},
	"CLASH.officer":      {Kind: hearing.FixPromote},
	"DL30.due":           {Kind: hearing.FixPrint, Value: "07e"},
	"DL30.missing":       {Kind: hearing.FixPrint, Value: "07e"},
	"MINOR.":             {Kind: hearing.FixInvite, Value: string(hearing.Guardian)},
	"AIDE.":              {Kind: hearing.FixRemove},
	"R10.missing":        {Kind: hearing.FixDeclaration},
	"R10.late":           {Kind: hearing.FixDeclaration},
	"STEP.briefing":      {Kind: hearing.FixBriefing},
	"DL01.due":           {Kind: hearing.FixTell},
	"DL01.soon":          {Kind: hearing.FixTell},
	"DL01.missing":       {Kind: hearing.FixTell},
	"MOVED.retell":       {Kind: hearing.FixTell},
	"MOVED.room":         {Kind: hearing.FixTell},
	"MOVED.room-missing": {Kind: hearing.FixTell},
	"POSTPONED.tell":     {Kind: hearing.FixTell, Value: "21"},
	"CANCEL.tell":        {Kind: hearing.FixTell, Value: "21"},
	"DL16.due":           {Kind: hearing.FixTell, Value: "20"},
	"DL16.late":          {Kind: hearing.FixTell, Value: "20"},
	"STEP.feedback":      {Kind: hearing.FixTell, Value: "20"},
	"DL02.due":           {Kind: hearing.FixPrint, Value: "06"},
	"DL02.missing":       {Kind: hearing.FixPrint, Value: "06"},
	"MOVED.notice":       {Kind: hearing.FixPrint, Value: "06"},
	"CONSENT.missing":    {Kind: hearing.FixConsent},
}

// fix says what would mend a finding.
func (f found) fix(kind hearing.FixKind, value string) found {
	f.Fix = hearing.Fix{Kind: kind, Value: value}
	return f
}

// replace finds who can move up for an officer who may not serve, or did not
// come. Without an alternate who is fit, the officer goes, or one is invited.
func (c *check) replace(h *hearing.Hearing) {
	next := c.alternate(h)
	for i := range c.out {
		f := &c.out[i]
		if f.Fix.Kind != hearing.FixPromote {
			continue
		}
		p, named := h.Participant(f.Participant)
		switch {
		case named && p.Alternate, named && next == "":
			f.Fix = hearing.Fix{Kind: hearing.FixRemove}
		case next == "":
			f.Fix = hearing.Fix{Kind: hearing.FixInvite, Value: string(hearing.Officer)}
		default:
			f.Fix.Value = string(next)
		}
	}
}

// alternate is the first alternate of whom nothing blocks the service.
func (c *check) alternate(h *hearing.Hearing) hearing.ID {
	for i := range h.Participants {
		p := &h.Participants[i]
		if p.Role != hearing.Officer || !p.Alternate || p.Attendance.Presence == hearing.Absent {
			continue
		}
		barred := func(f hearing.Finding) bool { return f.Participant == p.ID && f.Severity == hearing.Blocked }
		if !slices.ContainsFunc(c.out, barred) {
			return p.ID
		}
	}
	return ""
}
