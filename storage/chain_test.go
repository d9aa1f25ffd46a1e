package storage_test

import (
	"compress/flate"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/emmansun/gmsm/sm3"

	"hearingdesk/hearing"
	"hearingdesk/storage"
)

// TestTheChainNamesWhatWasAltered writes into the file past the program.
func TestTheChainNamesWhatWasAltered(t *testing.T) {
	const free = "DROP TRIGGER change_stays; DROP TRIGGER change_stands; DROP TRIGGER print_stays; DROP TRIGGER print_stands; DROP TRIGGER link_stays; DROP TRIGGER link_stands; "
	for _, c := range []struct {
		name, statement string
		want            storage.DamageKind
		record          hearing.ID
		detail          string
	}{
		{"nothing", "", "", "", ""},
		{"who did it", "UPDATE change SET actor = '别人' WHERE seq = (SELECT max(seq) FROM change WHERE record = 'h-e1')", storage.ChangedRow, "h-e1", "别人"},
		{"what it was before", "UPDATE change SET before = before || ' ' WHERE record = 'p-lin'", storage.ChangedRow, "p-lin", ""},
		{"a row in the middle", "DELETE FROM change WHERE seq = 3", storage.RemovedRow, "", "change 3"},
		{"a row with its link", "DELETE FROM change WHERE seq = 3; DELETE FROM link WHERE log = 'change' AND row = 3", storage.RemovedLink, "", "link 3–3"},
		{"the last row with its link", "DELETE FROM link WHERE seq = (SELECT max(seq) FROM link); DELETE FROM change WHERE seq = (SELECT max(seq) FROM change)", storage.RemovedRow, "", "change"},
		{"a link", "UPDATE link SET hash = lower(hex(zeroblob(32))) WHERE seq = 5", storage.ChangedRow, "", "change 5"},
		{"what it holds", "UPDATE change SET packed = (SELECT packed FROM change WHERE record = 'p-xu') WHERE record = 'p-lin'", storage.ChangedRow, "p-lin", ""},
		{"the end of what it holds", "UPDATE change SET packed = substr(packed, 1, 9) WHERE record = 'p-lin'", storage.ChangedRow, "p-lin", ""},
		{"that it holds something", "UPDATE change SET packed = NULL WHERE record = 'p-lin'", storage.ChangedRow, "p-lin", ""},
		{"a row more", "INSERT INTO change (batch, at, actor, action, kind, record, name, before, after, undoes, undone) SELECT 0, at, actor, 'view', kind, record, name, before, after, 0, 0 FROM change WHERE record = 'p-lin'", storage.AddedRow, "p-lin", ""},
		{"a record past the log", "UPDATE record SET body = replace(body, '林', '森') WHERE id = 'p-lin'", storage.Unlogged, "p-lin", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			statement := c.statement
			if statement != "" {
				statement = free + statement
			}
			found := must[[]storage.Damage](t)(storage.Verify(t.Context(), broken(t, statement)))
			for _, d := range found {
				if d.Kind == c.want && (c.record == "" || d.Record.ID == c.record) && strings.Contains(d.Detail, c.detail) {
					return
				}
			}
			if c.want != "" || len(found) > 0 {
				t.Errorf("found %+v, want %s of %q", found, c.want, c.record)
			}
		})
	}
}

func TestTheLogIsOnlyAddedTo(t *testing.T) {
	db := must[*sql.DB](t)(storage.Raw(broken(t, "")))
	defer func() { _ = db.Close() }() // the test is over
	for _, statement := range []string{"DELETE FROM change", "UPDATE change SET actor = ''", "DELETE FROM link", "UPDATE link SET hash = ''"} {
		if _, err := db.Exec(statement); err == nil {
			t.Errorf("%s went through", statement)
		}
	}
}

// TestTheChainCanBeComputedFromTheFileAlone follows the description of the chain,
// without the code that makes it.
func TestTheChainCanBeComputedFromTheFileAlone(t *testing.T) {
	d := filled(t)
	if err := d.RecordPrint(t.Context(), hearing.Print{Session: "h-e1", Document: "06", Hash: "x", Pages: 1, Copies: 3, To: "PDF"}, nil); err != nil {
		t.Fatal(err)
	}
	n, want, err := head(t, d.Path())
	if err != nil || n < 10 {
		t.Fatalf("%d links, %v", n, err)
	}
	db := must[*sql.DB](t)(storage.Raw(d.Path()))
	defer func() { _ = db.Close() }() // the test is over
	columns := map[string]string{
		"change":     "seq, batch, at, actor, action, kind, record, name, packed, undoes FROM change",
		"print":      "seq, session, document, recipient, item, at, actor, hash, pages, copies, target, edition, ifnull(content, ''), day, again FROM print",
		"transcript": "seq, hearing, id, at, packed FROM transcript_entry",
	}
	texts := map[string]string{}
	for log, from := range columns {
		rows := must[*sql.Rows](t)(db.Query("SELECT " + from + " ORDER BY seq")) //nolint:rowserrcheck // below
		names := must[[]string](t)(rows.Columns())
		for rows.Next() {
			values := make([]any, len(names))
			for i := range values {
				values[i] = new(string)
			}
			if err := rows.Scan(values...); err != nil {
				t.Fatal(err)
			}
			text := fmt.Sprintf("%d:%s", len(log), log)
			for i, v := range values {
				if names[i] == "packed" {
					text += plain(t, *v.(*string), map[string]string{"change": "0:0:", "transcript": "0:"}[log])
					continue
				}
				text += fmt.Sprintf("%d:%s", len(*v.(*string)), *v.(*string))
			}
			texts[log+" "+*values[0].(*string)] = text
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	links := must[*sql.Rows](t)(db.Query("SELECT log || ' ' || row FROM link ORDER BY seq"))
	hash := ""
	for links.Next() {
		var key string
		if err := links.Scan(&key); err != nil {
			t.Fatal(err)
		}
		sum := sm3.Sum([]byte(hash + texts[key]))
		hash = hex.EncodeToString(sum[:])
	}
	if err := links.Err(); err != nil || hash != want {
		t.Errorf("computed %s, the desk says %s (%v)", hash, want, err)
	}
}

// plain is what a packed value holds, which has its lengths already; none where it is
// empty.
func plain(t *testing.T, value, none string) string {
	t.Helper()
	if value == "" {
		return none
	}
	dictionary := must[[]byte](t)(os.ReadFile("packed/dictionary1.txt"))
	return string(must[[]byte](t)(io.ReadAll(flate.NewReaderDict(strings.NewReader(value[1:]), dictionary))))
}

// TestAnOlderFileIsLinked opens a file from before there was a chain.
func TestAnOlderFileIsLinked(t *testing.T) {
	file := firstVersion(t)
	d := open(t, file)
	if n, _, err := head(t, d.Path()); err != nil || n == 0 {
		t.Errorf("%d links, %v", n, err)
	}
	if found := must[[]storage.Damage](t)(storage.Verify(t.Context(), file)); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}

// head is the last link of a file's chain.
func head(t *testing.T, file string) (links int64, hash string, err error) {
	t.Helper()
	b, err := storage.OpenBackup(t.Context(), file, "")
	if err != nil {
		return 0, "", err
	}
	defer func() { _ = b.Close() }() // it was only read
	return b.ChainHead(t.Context())
}
