package storage_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// whoMay is what every role may do, as it was decided: + may, . may not, o only of what
// they handle or preside over themselves. assets/access/access.json has to say the same.
// The roles stand in the order of [hearing.AccountRoles]:
//
//	c clerk, r recorder, p prosecutor, m presider, h head, f chief procurator, a archivist, g guest
const whoMay = `
                          c r p m h f a g
a case, made              + . o . + + . .
a case, changed           + . o . + + . .
a case, deleted           + . o . + + . .
a recommendation          + . o . + + . .
a recommendation, deleted + . o . + + . .
a hearing, made           + . o . + + . .
its time                  + . o . + + . .
its people                + + o o + + . .
its seats                 + + o o + + . .
its questions             + . o o + + . .
its state                 + + o o + + . .
when it began             + + o o + + . .
its recordings            + + o o + + . .
its opinions              + + o o + + . .
its decision              + . o o + + . .
its announcement          + . o . + + . .
its allowances            + + o . + + . .
its remark                + + o o + + . .
approval asked for        + . o . + + . .
approval entered          . . . . + + . .
a rule overridden         . . . . + + . .
several, moved            + . o . + + . .
a hearing, deleted        + . o . + + . .
a ceremony, made          + . o . + + . .
its time too              + . o . + + . .
its receipts              + + o . + + . .
what the units said       + + o o + + . .
a ceremony, deleted       + . o . + + . .
a passage written         + + o o + + . .
a passage being typed     + + o o + + . .
a scan filed              + + o . + + + .
a paper left out          + + o . + + + .
a scan taken out          + + o . + + + .
a print noted             + + o o + + + .
a batch begun             + + o o + + + .
a batch, gone on with     + + o o + + + .
a batch given up          + + o o + + + .
numbers taken             + + o o + + + .
a number voided           + + o o + + + .
a person                  + + + . + + . .
a person, deleted         + + + . + + . .
a unit                    + . + . + + . .
a unit, deleted           + . + . + + . .
a room                    + . . . + + . .
a room, deleted           + . . . + + . .
two people made one       + + + . + + . .
two units made one        + . + . + + . .
a roster taken in         + . + . + + . .
what its columns mean     + + + . + + . .
a clue                    + . + . + + . .
clues of a table          + . + . + + . .
a clue filed              + . o . + + . .
a clue, deleted           + . + . + + . .
a patrol                  + . + . + + . .
a clue of a finding       + . + . + + . .
a patrol, deleted         + . + . + + . .
the office                + . . . + + . .
a form's text             + . . . + + . .
a Word form               + . . . + + . .
an enclosure              + . . . + + . .
a file of an enclosure    + . . . + + . .
an enclosure, deleted     + . . . + + . .
a range of numbers        + . . . + + . .
another desk trusted      + . . . + + . .
a unit in a package       + . + . + + . .
a transcript taken in     + + o o + + . .
numbers taken in          + + o o + + + .
a unit in a bundle        + . + . + + . .
a package given out       + . + . + + + .
a bundle given out        + . + . + + + .
the log given out         + . + . + + + .
a list given out          + . + . + + + .
a table given out         + . + . + + + .
the figures seen          + + + + + + + .
accounts seen             . . . . + + . .
an account made           . . . . + + . .
an account changed        . . . . + + . .
a password given          . . . . + + . .
passphrase of copies      . . . . + + . .
the file encrypted or not . . . . + + . .
`

// anybody's are the methods that hold nothing against a role: they read what the role sees
// (TestWhatIsItsTeamsAlone), keep what is each one's own, or do the desk's own work.
var anybodys = strings.Fields(`Announcement Case CaseFile CaseIDs Cases Clashes Clue Clues CluesOf Content Day Dossier Empty Enclosure Enclosures Entries EntriesOf Entry Facets Form Forms
	Hearing History Instrument Instruments LastPrints Listing LockAfter Mandates NamesIn Namesakes Numbers Office OpenBatches Batch OpenParts OpenWork Organisation Organisations Patrol Patrols People Person
	Pool Print Prints Ranges Recent Room Rooms RosterMapping Scan ScanFile Scans Search SearchWithin Span Transcript TwinOrganisations TwinPeople Typing Unscheduled WordForms Rights
	Drafts DraftOwners SaveDraft DropDrafts Login Recover Me Actor NoteLock NoteCode Guarded Undo Redo
	Backup BackupLocked Keep KeepBefore KeepLocked Copies Differences Leaves PassphraseSince Veil
	Beat Close FinishIndex JudgedBy NewID Path Judged LastJudged Written SigningKey Snapshot Sweep Trusts Fill Hold Uses Refer SnapshotTold Checkpoint Encrypted Turn`)

// TestWhoMay tries each act as each role, on what is theirs and on what is somebody
// else's, at the desk itself.
func TestWhoMay(t *testing.T) {
	d := filled(t)
	guarded(t, d)
	r := &ring{t: t, ctx: t.Context(), boss: d}
	desks := map[hearing.AccountRole]*storage.Desk{}
	for _, role := range hearing.AccountRoles {
		r.plant(string(role))
		must[string](t)(d.AddAccount(r.ctx, hearing.Account{ID: hearing.ID("a-" + role), Name: "某" + string(role), Role: role, Person: hearing.ID("p-" + role)}, secret))
		desks[role] = r.open(role)
	}
	r.plant("other")
	want := marks(t)
	tried := map[string]bool{}
	for _, a := range slices.Concat(acts, directoryActs, officeActs) {
		row, is := want[a.what]
		if !is {
			t.Errorf("%s: nobody has decided who may", a.what)
			continue
		}
		delete(want, a.what)
		for _, m := range strings.Fields(a.methods) {
			tried[m] = true
		}
		for i, role := range hearing.AccountRoles {
			if got := r.mark(a, role, desks[role]); got != row[i] {
				t.Errorf("%s as %s: %q, decided was %q (%v)", a.what, role, got, row[i], r.last)
			}
		}
	}
	for what := range want {
		t.Errorf("%s: it is never tried", what)
	}
	methods := reflect.TypeOf(d)
	for i := range methods.NumMethod() {
		if name := methods.Method(i).Name; !tried[name] && !slices.Contains(anybodys, name) {
			t.Errorf("%s: nobody has decided who may; put it into acts or anybodys", name)
		}
	}
}

// open opens the desk's file once more, as a role; no two make the same ID.
func (r *ring) open(role hearing.AccountRole) *storage.Desk {
	r.t.Helper()
	o := options("")
	own := o.NewID
	o.NewID = func() hearing.ID { return hearing.ID(role) + own() }
	d := must[*storage.Desk](r.t)(storage.Open(r.ctx, r.boss.Path(), o))
	r.t.Cleanup(func() { _ = d.Close() })
	if err := d.Login(r.ctx, "某"+string(role), secret); err != nil {
		r.t.Fatal(err)
	}
	return d
}

// marks reads the table.
func marks(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(whoMay), "\n")[1:] {
		row := strings.Fields(line[26:])
		if len(row) != len(hearing.AccountRoles) {
			t.Fatalf("the table's line %q", line)
		}
		out[strings.TrimSpace(line[:26])] = row
	}
	return out
}

// A ring is who tries what on what.
type ring struct {
	t    *testing.T
	ctx  context.Context //nolint:containedctx // of the test
	boss *storage.Desk   // sees and may everything
	d    *storage.Desk   // of the role
	of   string          // whose it is: the role's own, or other
	n    int             // makes each try another one
	last error
}

// mark tries an act on one's own and on another's.
func (r *ring) mark(a act, role hearing.AccountRole, d *storage.Desk) string {
	r.t.Helper()
	may := func(of string) bool {
		r.d, r.of, r.n = d, of, r.n+1
		if r.last = a.do(r); role == hearing.DeskGuest && errors.Is(r.last, hearing.ErrNotFound) {
			return false // a guest does not even see it
		}
		if r.last != nil && !denied(r.last) {
			r.t.Errorf("%s as %s on %s's: %v", a.what, role, of, r.last)
		}
		return r.last == nil
	}
	own, other := may(string(role)), may("other")
	switch {
	case own && other:
		return "+"
	case own:
		return "o"
	case other:
		return "another's only"
	}
	return "."
}

// plant puts somebody into the directory, and a case, a paper and sessions of theirs.
func (r *ring) plant(who string) {
	r.t.Helper()
	var errs []error
	note := func(_ any, err error) { errs = append(errs, err) }
	p := hearing.ID("p-" + who)
	_, err := r.boss.SavePerson(r.ctx, hearing.Person{ID: p, Name: "某" + who})
	note(nil, err)
	_, err = r.boss.SaveCase(r.ctx, hearing.Case{ID: hearing.ID("c-" + who), Cause: who + "案", Type: hearing.AdminPublicInterest, Handler: p})
	note(nil, err)
	_, err = r.boss.SaveInstrument(r.ctx, hearing.Instrument{ID: hearing.ID("i-" + who), Case: hearing.ID("c-" + who), Kind: hearing.Recommendation, Title: who})
	note(nil, err)
	_, err = r.boss.SaveHearing(r.ctx, hearing.Hearing{ID: hearing.ID("h-" + who), Cases: []hearing.ID{hearing.ID("c-" + who)}, Openness: hearing.Public, Presider: p,
		Participants: []hearing.Participant{{ID: "o1", Role: hearing.Officer}}, Questions: []hearing.Question{{ID: "q", Text: "是否采纳"}}})
	note(nil, err)
	_, err = r.boss.SaveAnnouncement(r.ctx, hearing.Announcement{ID: hearing.ID("n-" + who), Cases: []hearing.ID{hearing.ID("c-" + who)}, Openness: hearing.Public, Presider: p})
	note(nil, err)
	if err := errors.Join(errs...); err != nil {
		r.t.Fatal(err)
	}
}

// id is the ID of a thing of whoever it is to be.
func (r *ring) id(kind string) hearing.ID { return hearing.ID(kind + "-" + r.of) }

// fresh is an ID that there is not yet.
func (r *ring) fresh() hearing.ID { return hearing.ID(fmt.Sprintf("new-%d", r.n)) }

// text is another one each time.
func (r *ring) text() string { return fmt.Sprintf("第%d次", r.n) }
