package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearingdesk/hearing"
)

// rare stands in nothing but what is its team's alone.
const rare = "鱻麤龘"

// closedPackage is a closed hearing of a case with a minor, with the word wherever
// somebody can write.
const closedPackage = `{"format":"hearingdesk-package","version":1,
 "people":[{"id":"p-rare","name":"鱻麤龘"}],
 "cases":[{"id":"c-rare","cause":"鱻麤龘案","number":"鱻麤龘1号","type":"A8","domain":"08","filed_on":"2023-07-01","handler":"p-lin","minor":true,"facts":"鱻麤龘","parties":[{"id":"1","role":"concerned","person":"p-rare","minor":true}]}],
 "instruments":[{"id":"i-rare","case":"c-rare","kind":"recommendation","title":"鱻麤龘","number":"鱻麤龘〔2023〕1号","items":["鱻麤龘"],"decided_on":"2023-07-05"}],
 "hearings":[{"id":"h-rare","title":"鱻麤龘听证会","cases":["c-rare"],"openness":"closed","state":"ready","start":"2023-07-20T09:00:00+08:00","end":"2023-07-20T11:00:00+08:00","room":"r-1","presider":"p-lin","recorder":"p-xu","note":"鱻麤龘",
   "participants":[{"id":"x","role":"party","person":"p-rare"}],"questions":[{"id":"q","text":"鱻麤龘"}]}]}`

// commands are a use of each verb in each of its formats; none: it needs no login, and
// what it writes is looked at all the same.
var commands = map[string][]string{
	"demo": {"demo -db OUT/d.db"}, "schema": {"schema"},
	"import": {"import -db DB -dry -as officers ROSTER.csv"},
	"export": {"export -db DB -o OUT/p.json", "export -db DB -session h-rare -o OUT/q.json", "export -db DB -audit -o OUT/a.csv", "export -db DB -audit -session h-rare -o OUT/b.csv",
		"export -db DB -roster people -full -o OUT/r.csv", "export -db DB -parquet OUT/parquet", "export -db DB -seal -open -o OUT/s.hdb"},
	"check":      {"check -db DB", "check -db DB -json", "check -db DB -session h-rare", "check -db DB -explain"},
	"due":        {"due -db DB -at 2023-07-10T09:00:00+08:00", "due -db DB -at 2023-07-10T09:00:00+08:00 -json", "due -db DB -at 2023-07-10T09:00:00+08:00 -ics"},
	"draw":       {"draw -db DB -session h-rare -n 1 -dry", "draw -db DB -verify h-rare"},
	"scan":       {"scan -db DB -session h-rare", "scan -db DB -take id-1 -o OUT/scan.pdf"},
	"documents":  {"documents -db DB -session h-rare -kind 07a -o OUT/docs", "documents -db DB -o OUT/all -kind 35", "documents -db DB -day 2023-07-20 -o OUT/day", "documents -db DB -plan", "documents -db DB -plan -json", "documents -db DB -prints -json", "documents -db DB -reprint 1 -o OUT/again.pdf", "documents -db DB -bundle i-rare -o OUT/bundle.pdf"},
	"transcript": {"transcript -db DB -session h-rare -format txt -o OUT/t.txt", "transcript -db DB -session h-rare -format json -o OUT/t.json"},
	"stats":      {"stats -db DB -from 2023-01-01 -to 2023-12-31", "stats -db DB -from 2023-01-01 -to 2023-12-31 -json", "stats -db DB -from 2023-01-01 -to 2023-12-31 -csv OUT/s.csv"},
	"compare":    {"compare -a ROSTER.csv -b ROSTER.csv -key 姓名=姓名"},
	"search":     {"search -db DB 鱻麤", "search -db DB -json h-rare/07a/x"},
	"backup":     {"backup -db DB -o OUT/backup"}, "restore": {"restore -db DB -dry OUT/backup.db"},
	"passphrase": {"passphrase -db DB"},
	"encrypt":    {"encrypt -db DB"}, "decrypt": {"decrypt -db DB"},
	"verify": {"verify -db DB"}, "rescue": {"rescue -db DB -o OUT/rescued.db"},
}

// whole are files that hold a whole desk, and ask for a login themselves.
var whole = []string{"backup", "rescued.db", "d.db"}

// TestNoVerbTellsAStranger: as somebody who does not belong to the team no verb prints
// or writes the word; as a member some do. Without a login they refuse.
func TestNoVerbTellsAStranger(t *testing.T) {
	file := guardedDesk(t)
	for _, v := range verbs() {
		if len(commands[v.name]) == 0 {
			t.Errorf("%s: nobody has tried what it tells a stranger", v.name)
		}
	}
	found := map[string]bool{}
	for _, name := range []string{"陆生", "许晚", ""} {
		for verb, lines := range commands {
			for _, line := range lines {
				text, code := askedFor(t, file, name, line)
				switch has := strings.Contains(text, rare); {
				case name == "" && strings.Contains(line, "DB") && !slices.Contains([]string{"backup", "verify", "rescue"}, verb) && code == exitDone:
					t.Errorf("%s works without a login", line)
				case has && name != "许晚":
					t.Errorf("%s tells %q: %.600s", line, name, text[max(0, strings.Index(text, rare)-200):])
				case has:
					found[verb] = true
				}
			}
		}
	}
	for _, verb := range []string{"export", "documents", "search", "check"} {
		if !found[verb] {
			t.Errorf("%s does not tell a member either", verb)
		}
	}
}

// askedFor runs a command as somebody, and returns all that it printed and wrote.
func askedFor(t *testing.T, file, name, line string) (string, int) {
	t.Helper()
	out, roster := t.TempDir(), filepath.Join(t.TempDir(), "r.csv")
	if err := os.WriteFile(roster, []byte("姓名\n方远\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	copyFile(t, file+".copy", filepath.Join(out, "backup.db"))
	line = strings.NewReplacer("DB", file, "OUT", out, "ROSTER.csv", roster).Replace(line)
	args := strings.Fields(line)
	if name != "" {
		args = append([]string{args[0], "-user", name}, args[1:]...)
	}
	var said, wrong bytes.Buffer
	env := map[string]string{passwordVariable: secret, passphraseVariable: "梧桐", "LC_ALL": "zh_CN.UTF-8"}
	code := run(t.Context(), terminal{out: &said, err: &wrong, env: func(k string) string { return env[k] }}, args)
	text := said.String() + wrong.String()
	if strings.Contains(line, "search") {
		text = strings.ReplaceAll(text, "“"+rare, "") // what was asked
	}
	err := filepath.WalkDir(out, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Base(path) == "backup.db" || slices.ContainsFunc(whole, func(w string) bool { return strings.HasPrefix(path, filepath.Join(out, w)) }) {
			return err
		}
		data, err := os.ReadFile(path) //nolint:gosec // what the test wrote
		text += path + "\n" + string(data)
		if strings.HasSuffix(path, ".pdf") {
			text += pdfText(t, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return text, code
}

const secret = "梧桐听证2023" //nolint:gosec // of invented people

// guardedDesk is a desk with the worked examples, the closed hearing and accounts.
func guardedDesk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	file, pack := filepath.Join(dir, "a.db"), filepath.Join(dir, "closed.json")
	if err := os.WriteFile(pack, []byte(closedPackage), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"demo -db " + file, "import -db " + file + " " + pack} {
		var out bytes.Buffer
		if code := run(t.Context(), terminal{out: &out, err: &out, env: func(string) string { return "" }}, strings.Fields(line)); code != exitDone {
			t.Fatalf("%s: %s", line, out.String())
		}
	}
	d, err := openAs(t.Context(), "机器", file, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close() }()
	for _, a := range []hearing.Account{{ID: "boss", Name: "沈秋白", Role: hearing.DeskChief, Person: "p-shen"}, {ID: "a-xu", Name: "许晚", Role: hearing.DeskClerk, Person: "p-xu"}, {ID: "a-lu", Name: "陆生", Role: hearing.DeskClerk}} {
		if _, err := d.AddAccount(t.Context(), a, secret); err != nil {
			t.Fatal(fmt.Errorf("%s: %w", a.Name, err))
		}
	}
	if err := d.RecordPrint(t.Context(), hearing.Print{Session: "h-rare", Document: "07a", For: rare, Hash: "1", Pages: 1, Copies: 1, To: "打印机"}, nil); err != nil {
		t.Fatal(err)
	}
	if err := d.Backup(t.Context(), file+".copy"); err != nil {
		t.Fatal(err)
	}
	return file
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// pdfText is what a PDF says.
func pdfText(t *testing.T, file string) string {
	t.Helper()
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", file, "-").Output() //nolint:gosec // what the test wrote
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
