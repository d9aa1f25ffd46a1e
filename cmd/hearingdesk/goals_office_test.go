package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// officeMerge has LibreOffice merge the notice that we write for Word with a
// table of a thousand names.
func officeMerge(t *testing.T, how string) toll {
	t.Helper()
	for _, name := range []string{"soffice", "/usr/bin/python3"} {
		if _, err := exec.LookPath(name); err != nil {
			return toll{err: fmt.Errorf("LibreOffice is not here; %w", err)}
		}
	}
	if text, err := exec.Command("/usr/bin/python3", "-c", "import uno").CombinedOutput(); err != nil {
		return toll{err: fmt.Errorf("no bridge to LibreOffice: %s", bytes.TrimSpace(text))}
	}
	folder := t.TempDir()
	for _, f := range []string{"data", "out"} {
		if err := os.Mkdir(filepath.Join(folder, f), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	table := "name\n"
	for i := range notices {
		table += nameOf(i) + "\n"
	}
	if err := os.WriteFile(filepath.Join(folder, "data", "people.csv"), []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	// The profile is made before: the first start is another program's affair.
	profile, pipe := "-env:UserInstallation=file://"+folder+"/profile", fmt.Sprintf("pipe,name=merge%d%s", os.Getpid(), how)
	if out, err := exec.Command("soffice", "--headless", "--terminate_after_init", profile).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	office := exec.Command("soffice", "--headless", "--norestore", "--nologo", profile, "--accept="+pipe+";urp;")
	if err := office.Start(); err != nil {
		t.Fatal(err)
	}
	merge := exec.CommandContext(t.Context(), "/usr/bin/python3", "testdata/mailmerge.py", pipe, notice(t, folder), folder, how)
	out, err := merge.Output()
	if err != nil {
		_ = office.Process.Kill()
		return toll{err: fmt.Errorf("LibreOffice cannot merge here (make bench installs what it needs): %w", err)}
	}
	_ = office.Wait() // it was told to end
	seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		t.Fatal(err)
	}
	pagesIn(t, filepath.Join(folder, "out"))
	return toll{took: time.Duration(seconds * float64(time.Second)), memory: peak(office)}
}

// notice writes the notice as a Word document with @name@ for the name.
func notice(t *testing.T, folder string) string {
	t.Helper()
	var all hearing.Package
	if err := json.Unmarshal(assets.Examples, &all); err != nil {
		t.Fatal(err)
	}
	d, _ := all.Dossier("h-e2", words.Zone())
	who := d.People["p-cheng"]
	who.Name = "@name@"
	d.People["p-cheng"] = who
	p, err := newPress()
	if err != nil {
		t.Fatal(err)
	}
	made, err := p.Make(d, p.Plan(d, "07a")[0], calendar.NewDate(2023, time.June, 19))
	if err != nil {
		t.Fatal(err)
	}
	text, err := made.File(press.DOCX)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "notice.docx")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
