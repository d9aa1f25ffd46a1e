package rules

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// values are the values that a code can have, by its type.
var values = map[reflect.Type]map[string]bool{
	reflect.TypeFor[hearing.Severity]():       of(hearing.Info, hearing.Warning, hearing.Blocked),
	reflect.TypeFor[hearing.State]():          of(hearing.States...),
	reflect.TypeFor[hearing.CaseType]():       of(hearing.CaseTypes...),
	reflect.TypeFor[hearing.InstrumentKind](): of(hearing.InstrumentKinds...),
	reflect.TypeFor[hearing.PartyRole]():      of(hearing.PartyRoles...),
	reflect.TypeFor[hearing.Role]():           of(hearing.Roles...),
	reflect.TypeFor[hearing.Form]():           of(hearing.Forms...),
	reflect.TypeFor[hearing.Openness]():       of(hearing.Public, hearing.NotOpen, hearing.AskFirst),
	reflect.TypeFor[hearing.Level]():          of(hearing.Levels...),
	reflect.TypeFor[hearing.RoomKind]():       of(hearing.RoomKinds...),
	reflect.TypeFor[hearing.ApprovalKind]():   of(hearing.ApprovalKinds...),
	reflect.TypeFor[hearing.Source]():         of(hearing.Sources...),
	reflect.TypeFor[hearing.OfficerClass]():   of(hearing.OfficerClasses...),
	reflect.TypeFor[calendar.Unit]():          of(calendar.Hour, calendar.Day, calendar.WorkingDay, calendar.Month),
	reflect.TypeFor[Need]():                   of(Must, Should, May),
	reflect.TypeFor[Condition]():              of(WhenPublic, WhenPublicAndSerious),
	reflect.TypeFor[Absence]():                of(GoesOn, PresiderDecides),
	reflect.TypeFor[Numbers]():                of(OfficersRequired, OfficersIfNeeded, NoOfficers),
	reflect.TypeFor[Speaker]():                of(speakerCodes...),
	reflect.TypeFor[Place]():                  of(Before, After, Insert),
	reflect.TypeFor[Hold]():                   of(Recess, Suspended),
	reflect.TypeFor[VolumeWhen]():             of(WhenFiled, WhenIssued, WhenReplied, WhenHeld),
	reflect.TypeFor[Proof]():                  of(ProofScan, ProofPrint, ProofRecording),
}

func of[T ~string](list ...T) map[string]bool {
	out := map[string]bool{}
	for _, v := range list {
		out[string(v)] = true
	}
	return out
}

// allowed are the values of a type of code; nil for any other text.
func allowed(t reflect.Type) map[string]bool { return values[t] }

func listed[T any](m map[string]T) string { return strings.Join(slices.Sorted(maps.Keys(m)), ", ") }
