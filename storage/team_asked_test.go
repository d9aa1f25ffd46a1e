package storage_test

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/storage"
)

// A deed asks one method of a desk for whatever it tells.
type deed func(ctx context.Context, d *storage.Desk) (any, error)

// listed2 asks of two values and an error.
func all(v ...any) (any, error) {
	err, _ := v[len(v)-1].(error)
	return v[:len(v)-1], err
}

// asked is every method of a desk that tells something, asked for what is hidden; one
// that finds it for a member is marked so.
var asked = map[string]struct {
	ask   deed
	finds bool
}{
	"Hearing": {func(ctx context.Context, d *storage.Desk) (any, error) {
		_, err := d.Hearing(ctx, "h-minor")
		v, e := d.Hearing(ctx, "h-closed")
		if err == nil {
			err = e
		}
		return v, err
	}, true},
	"Announcement": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Announcement(ctx, "a-closed") }, true},
	"Case": {func(ctx context.Context, d *storage.Desk) (any, error) {
		a, err := d.Case(ctx, "c-closed")
		b, e := d.Case(ctx, "c-minor")
		return all(a, b, join(err, e))
	}, true},
	"Instrument":   {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Instrument(ctx, "i-rare") }, true},
	"Clue":         {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Clue(ctx, "l-rare") }, true},
	"Person":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Person(ctx, "p-child") }, true},
	"Organisation": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Organisation(ctx, "o-rare") }, true},
	"Scan": {func(ctx context.Context, d *storage.Desk) (any, error) {
		s, err := d.Scans(ctx, "h-closed")
		if err != nil || len(s) == 0 {
			return nil, err
		}
		return d.Scan(ctx, s[0].ID)
	}, true},
	"ScanFile": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.ScanFile(ctx, scanOf, 0, hearing.ViewScan)
	}, true},
	"Scans":   {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Scans(ctx, "h-closed") }, true},
	"Dossier": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Dossier(ctx, "h-closed") }, true},
	"Day": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.Day(ctx, julyDay(20), hearing.ByRoom)
	}, true},
	"CaseFile":   {func(ctx context.Context, d *storage.Desk) (any, error) { return d.CaseFile(ctx, "c-closed") }, true},
	"Pool":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Pool(ctx, "h-closed") }, true},
	"Transcript": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Transcript(ctx, "h-closed") }, true},
	"Typing":     {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Typing(ctx, "h-closed") }, true},
	"Search": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return found(ctx, d, rare, "h-closed/27/d", "xct", "13900000000")
	}, true},
	"SearchWithin": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.SearchWithin(ctx, rare, hearing.Sieve{State: hearing.Closed}, 20)
	}, true},
	"People":        {func(ctx context.Context, d *storage.Desk) (any, error) { return d.People(ctx, "", 1000) }, true},
	"Listing":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Listing(ctx, "", "", 1000) }, true},
	"Namesakes":     {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Namesakes(ctx, rare) }, true},
	"Organisations": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Organisations(ctx, "", 1000) }, true},
	"Rooms":         {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Rooms(ctx, "", 1000) }, false},
	"Room":          {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Room(ctx, "r-1") }, false},
	"Cases":         {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Cases(ctx, "", 1000) }, true},
	"CaseIDs":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.CaseIDs(ctx) }, false},
	"Instruments":   {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Instruments(ctx, "c-closed") }, true},
	"Clues":         {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Clues(ctx, "", "", "", 1000) }, true},
	"CluesOf":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.CluesOf(ctx, "c-closed") }, true},
	"Patrols":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Patrols(ctx, "", 1000) }, false},
	"Patrol":        {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Patrol(ctx, "pt-1") }, false},
	"Entries": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.Entries(ctx, noon.AddDate(-1, 0, 0), noon.AddDate(1, 0, 0))
	}, true},
	"Unscheduled": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Unscheduled(ctx) }, false},
	"Entry":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Entry(ctx, "h-closed") }, true},
	"EntriesOf": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.EntriesOf(ctx, hearing.NounPerson, "p-lin")
	}, true},
	"Mandates": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.Mandates(ctx, hearing.NounCase, "c-closed")
	}, false},
	"Clashes": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.Clashes(ctx, hearing.Session{ID: "new", Slot: hearing.Slot{Room: "r-1", Start: noon.AddDate(0, 0, 19).Add(-2 * time.Hour), End: noon.AddDate(0, 0, 19)}, Presider: "p-lin"})
	}, true},
	"OpenWork": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.OpenWork(ctx, julyDay(20)) }, true},
	"OpenParts": {func(ctx context.Context, d *storage.Desk) (any, error) {
		var out []hearing.OpenWork
		_, err := d.OpenParts(ctx, julyDay(20), func(w hearing.OpenWork) error { out = append(out, w); return nil })
		return out, err
	}, true},
	"LastJudged": {func(ctx context.Context, d *storage.Desk) (any, error) {
		j, _, err := d.LastJudged(ctx, "zh")
		return string(j.Agenda), err
	}, false},
	"Happened": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.Happened(ctx, julyDay(1), julyDay(31))
	}, true},
	"Span": {func(ctx context.Context, d *storage.Desk) (any, error) { return all(d.Span(ctx)) }, false},
	"History": {func(ctx context.Context, d *storage.Desk) (any, error) {
		var out []any
		for kind, ids := range map[string][]hearing.ID{"hearing": {"h-closed", "h-minor"}, "case": {"c-closed", "c-minor"}, "person": {"p-rare"}, "transcript": {"h-closed"}, "number": {"h-closed"}} {
			for _, id := range ids {
				h, err := d.History(ctx, kind, id)
				if err != nil {
					return out, err
				}
				out = append(out, h)
			}
		}
		return out, nil
	}, true},
	"Recent": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Recent(ctx, 1000) }, true},
	"Logged": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Logged(ctx, "") }, true},
	"NamesIn": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.NamesIn(ctx, []hearing.Change{{Kind: "case", After: []byte(`{"id":"c","cause":"x","handler":"p-rare"}`)}})
	}, true},
	"Prints": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return all(both(d.Prints(ctx, "h-closed"))(d.Prints(ctx, "day:2023-07-20:room")))
	}, true},
	"Print": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return all(both(d.Print(ctx, 1))(d.Print(ctx, 2)))
	}, true},
	"LastPrints":  {func(ctx context.Context, d *storage.Desk) (any, error) { return d.LastPrints(ctx, 1000) }, true},
	"OpenBatches": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.OpenBatches(ctx) }, true},
	"Batch":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Batch(ctx, 1) }, true},
	"Content": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.Content(ctx, hearing.HashOf([]byte(rare)))
	}, true},
	"Numbers":           {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Numbers(ctx, 2023) }, true},
	"Ranges":            {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Ranges(ctx, 2023) }, false},
	"Drafts":            {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Drafts(ctx, "hearing:h-closed") }, false},
	"DraftOwners":       {func(ctx context.Context, d *storage.Desk) (any, error) { return d.DraftOwners(ctx) }, false},
	"Export":            {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Export(ctx) }, true},
	"Bundle":            {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Bundle(ctx) }, true},
	"TwinPeople":        {func(ctx context.Context, d *storage.Desk) (any, error) { return d.TwinPeople(ctx) }, false},
	"TwinOrganisations": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.TwinOrganisations(ctx) }, false},
	"Facets":            {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Facets(ctx) }, false},
	"Office":            {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Office(ctx) }, false},
	"Forms":             {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Forms(ctx) }, false},
	"Form":              {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Form(ctx, "07a") }, false},
	"WordForms":         {func(ctx context.Context, d *storage.Desk) (any, error) { return d.WordForms(ctx) }, false},
	"Enclosures":        {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Enclosures(ctx) }, false},
	"Enclosure":         {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Enclosure(ctx, "e") }, false},
	"RosterMapping":     {func(ctx context.Context, d *storage.Desk) (any, error) { return all(d.RosterMapping(ctx, "x")) }, false},
	"Accounts":          {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Accounts(ctx) }, false},
	"Guarded":           {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Guarded(ctx) }, false},
	"Me":                {func(_ context.Context, d *storage.Desk) (any, error) { return d.Me(), nil }, false},
	"Actor":             {func(_ context.Context, d *storage.Desk) (any, error) { return d.Actor(), nil }, false},
	"Empty":             {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Empty(ctx) }, false},
	"Copies":            {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Copies(ctx, "") }, false},
	"Differences": {func(ctx context.Context, d *storage.Desk) (any, error) {
		file := filepath.Join(filepath.Dir(d.Path()), "before.db")
		return d.Differences(ctx, file, "")
	}, false},
	"Path": {func(_ context.Context, d *storage.Desk) (any, error) { return d.Path(), nil }, false},

	// What writes tells only what stands against it: to a stranger nothing of it.
	"SaveHearing": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.SaveHearing(ctx, hearing.Hearing{ID: "h-clash", Slot: hearing.Slot{Room: "r-1", Start: noon.AddDate(0, 0, 19).Add(-2 * time.Hour), End: noon.AddDate(0, 0, 19)}, Presider: "p-lin"})
	}, true},
	"SaveSessions": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return nil, d.SaveSessions(ctx, []hearing.Hearing{{ID: "h-clash", Slot: hearing.Slot{Room: "r-1", Start: noon.AddDate(0, 0, 19).Add(-2 * time.Hour), End: noon.AddDate(0, 0, 19)}}}, nil)
	}, true},
	"DeletePerson": {func(ctx context.Context, d *storage.Desk) (any, error) {
		p, err := d.Person(ctx, "p-fang")
		return nil, join(err, d.DeletePerson(ctx, "p-fang", p.Version))
	}, true},
	"Undo": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Undo(ctx) }, false},
	"Redo": {func(ctx context.Context, d *storage.Desk) (any, error) { return d.Redo(ctx) }, false},
	"Import": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.Import(ctx, hearing.Package{Cases: []hearing.Case{{ID: "c-closed", Cause: "别的", Type: hearing.AdminPublicInterest}}})
	}, false},
	"Receive": {func(ctx context.Context, d *storage.Desk) (any, error) {
		return d.Receive(ctx, hearing.Bundle{Package: hearing.Package{Cases: []hearing.Case{{ID: "c-closed", Cause: "别的", Type: hearing.AdminPublicInterest}}}}, hearing.Choices{})
	}, false},
	"MergePeople": {func(ctx context.Context, d *storage.Desk) (any, error) {
		a, err := d.Person(ctx, "p-fang")
		b, e := d.Person(ctx, "p-lin")
		if err = join(err, e); err != nil {
			return nil, err
		}
		return d.MergePeople(ctx, a, b)
	}, false},
}

// silent are methods that tell nothing of what the desk holds but that they are done
// or refused; those that write hold the record against the role and the team.
var silent = strings.Fields(`Refer NoteCode AddAccount ChangeAccount GivePassword Recover Login NoteLock Backup Keep Close Beat Snapshot NewID FinishIndex Sweep Fill
	SavePerson SaveOrganisation SaveRoom SaveCase SaveInstrument SaveAnnouncement SaveClue SavePatrol SaveOffice SaveForm SaveWordForm SaveEnclosure SaveRoster SaveDraft
	DeleteOrganisation DeleteRoom DeleteCase DeleteInstrument DeleteHearing DeleteAnnouncement DeleteClue DeletePatrol DeleteEnclosure DeleteScan
	AddClues FileClue ClueOfFinding AddToTranscript KeepTyping AddScans Waive TakeNumbers VoidNumber SetRange RecordPrint RecordPrints BeginBatch MarkSheet DropBatch
	DropDrafts KeepRosterMapping NoteTaken NoteExport KeepFile MergeOrganisations SigningKey Trusts Trust
	Hold Uses BackupLocked JudgedBy KeepLocked Leaves PassphraseSince KeepBefore LockAfter Judged Written SnapshotTold Checkpoint SetPassphrase Veil Rights
	ChangePassphrase Encrypted ToDecrypt ToEncrypt Turn`)

// scanOf is the ID of the planted scan.
const scanOf = hearing.ID("id-1")

func julyDay(day int) calendar.Date {
	return calendar.DateOf(time.Date(2023, 7, day, 12, 0, 0, 0, time.UTC))
}

func join(errs ...error) error {
	for _, e := range errs {
		if e != nil {
			return e
		}
	}
	return nil
}

func both[T any](a T, err error) func(b T, e error) (T, T, error) {
	return func(b T, e error) (T, T, error) { return a, b, join(err, e) }
}

func found(ctx context.Context, d *storage.Desk, texts ...string) (out []hearing.Hit, err error) {
	for _, text := range texts {
		hits, err := d.Search(ctx, text, 100)
		if err != nil {
			return out, err
		}
		out = append(out, hits...)
	}
	return out, nil
}

// tells collects every text and every byte of a value.
func tells(v reflect.Value, out *strings.Builder, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.String:
		out.WriteString(v.String() + "\n")
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
			out.Write(v.Bytes())
			out.WriteString("\n")
			return
		}
		for i := range v.Len() {
			tells(v.Index(i), out, seen)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			tells(k, out, seen)
			tells(v.MapIndex(k), out, seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			tells(v.Field(i), out, seen)
		}
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Pointer()] {
			seen[v.Pointer()] = true
			tells(v.Elem(), out, seen)
		}
	case reflect.Interface:
		if !v.IsNil() {
			tells(v.Elem(), out, seen)
		}
	}
}

func told(v any, err error) string {
	var out strings.Builder
	tells(reflect.ValueOf(v), &out, map[uintptr]bool{})
	tells(reflect.ValueOf(err), &out, map[uintptr]bool{})
	return out.String() + fmt.Sprint(err)
}
