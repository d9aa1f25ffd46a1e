package differ

import (
	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// coded are the fields that hold one of a few coded values, and what those may
// be: the first that knows a value names it.
var coded = map[string][]func(string) hearing.Named{
	"state":    {as[hearing.State], as[hearing.ItemState], as[hearing.ClueState]},
	"openness": {as[hearing.Openness]},
	"forms":    {as[hearing.Form]},
	"type":     {as[hearing.CaseType]},
	"domain":   {as[hearing.Domain]},
	"source":   {as[hearing.Source], as[hearing.PoolSource]},
	"secrets":  {as[hearing.Secret]},
	"role":     {as[hearing.Role], as[hearing.PartyRole], as[hearing.AccountRole]},
	"purposes": {as[hearing.Purpose]},
	"level":    {as[hearing.Level]},
	"rank":     {as[hearing.Rank]},
	"gender":   {as[hearing.Gender]},
	"class":    {as[hearing.OfficerClass]},
	"pool":     {as[hearing.PoolStatus]},
	"stance":   {as[hearing.Stance]},
	"majority": {as[hearing.Stance]},
	"timing":   {as[hearing.Timing]},
	"adopted":  {as[hearing.Adoption]},
	"method":   {as[hearing.TellMethod], as[hearing.VisitMethod]},
	"mode":     {as[hearing.DeliveryMode]},
	"capacity": {as[hearing.Capacity]},
	"rhythm":   {as[hearing.Rhythm]},
	"approx":   {as[hearing.Approx]},
	"advice":   {as[hearing.AdviceKind]},
	"kind": {as[hearing.OrganisationKind], as[hearing.RoomKind], as[hearing.InstrumentKind], as[hearing.ApprovalKind], as[hearing.MoveKind],
		as[hearing.MatterKind], as[hearing.StepKind], as[hearing.BarKind]},
	"heads":       {as[hearing.Heads]},
	"pool_source": {as[hearing.PoolSource]},
	"presence":    {as[hearing.Presence]},
	"reason":      {as[hearing.ExclusionReason]},
	"reply":       {as[hearing.DrawReply]},
	"seed_source": {as[hearing.SeedSource]},
	"signing":     {as[hearing.Signing]},
	"status":      {as[hearing.PoolStatus]},
	"zone":        {as[hearing.Zone]},
}

func as[T interface {
	~string
	hearing.Named
}](s string) hearing.Named {
	return T(s)
}

// code names a coded value of a field; empty where it is none.
func code(key, s string) string {
	for _, of := range coded[key] {
		if t := of(s).Term(); t.Zh != s {
			return words.Term(t)
		}
	}
	return ""
}
