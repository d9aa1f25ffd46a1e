//go:build !windows

// Package trial gives tests a real print service: cupsd with the settings, the
// queues and the folder of one test.
package trial

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A Service is a real print service of a test's own: nothing of the machine's
// printers is touched. A cups-pdf printer of it writes into [Outbox].
type Service struct {
	Folder string // of its settings and logs
	t      testing.TB
	before map[string]bool // what stood in the outbox when it began
}

// Driver is the printer description of cups-pdf.
const Driver = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"

// New starts cupsd with a queue, or skips the test where that cannot
// be done; in CI it can.
func New(t testing.TB) *Service {
	t.Helper()
	cupsd, err := exec.LookPath("cupsd")
	if err != nil {
		cupsd = "/usr/sbin/cupsd" // not on the path of every user
	}
	_, missing := os.Stat(cupsd)
	_, driverless := os.Stat(Driver)
	switch lacks := errors.Join(missing, driverless); {
	case lacks != nil && os.Getenv("CI") != "":
		t.Fatalf("no print service to test with: %v", lacks)
	case lacks != nil:
		t.Skipf("no print service to test with; make deps installs it: %v", lacks)
	case os.Geteuid() != 0:
		t.Skip("cups-pdf prints for root only: not root, so no real printing is tested here")
	case testing.Short():
		t.Skip("short: no real printing")
	}
	alone(t)
	s := &Service{t: t, Folder: t.TempDir(), before: map[string]bool{}}
	s.tidy()
	s.furnish()
	c := exec.Command(cupsd, "-f", "-c", s.Folder+"/cupsd.conf", "-s", s.Folder+"/cups-files.conf")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Signal(syscall.SIGTERM) // a test in the background lets it hear no interrupt
		_ = c.Wait()
	})
	t.Setenv("CUPS_SERVER", s.Folder+"/sock")
	s.Until("cupsd to run", func() bool {
		out, _ := exec.Command("lpstat", "-r").Output()
		return strings.Contains(string(out), "is running")
	})
	return s
}

// furnish writes the service's settings.
func (s *Service) furnish() {
	s.t.Helper()
	// The filters run as another user, who must be let in.
	for _, f := range []string{s.Folder, filepath.Dir(s.Folder)} {
		if err := os.Chmod(f, 0o755); err != nil {
			s.t.Fatal(err)
		}
	}
	files := ""
	for _, f := range []string{"ServerRoot", "RequestRoot", "CacheDir", "StateDir", "TempDir"} {
		if err := os.Mkdir(filepath.Join(s.Folder, f), 0o755); err != nil {
			s.t.Fatal(err)
		}
		files += fmt.Sprintf("%s %s/%s\n", f, s.Folder, f)
	}
	// This is where they write.
	if err := os.Chmod(filepath.Join(s.Folder, "TempDir"), 0o777|os.ModeSticky); err != nil {
		s.t.Fatal(err)
	}
	for _, f := range []string{"ErrorLog", "AccessLog", "PageLog"} {
		files += fmt.Sprintf("%s %s/%s\n", f, s.Folder, f)
	}
	const open = "Browsing Off\nWebInterface No\nDefaultAuthType None\n" +
		"<Location />\nOrder allow,deny\nAllow all\n</Location>\n" +
		"<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"
	for name, text := range map[string]string{"cupsd.conf": "Listen " + s.Folder + "/sock\n" + open, "cups-files.conf": files} {
		if err := os.WriteFile(filepath.Join(s.Folder, name), []byte(text), 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
}

// Admin runs one of CUPS' administration commands.
func (s *Service) Admin(name string, args ...string) {
	s.t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		s.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

// Until looks again and again until a condition is met.
func (s *Service) Until(what string, met func() bool) {
	s.t.Helper()
	give, look := time.After(30*time.Second), time.NewTicker(20*time.Millisecond)
	defer look.Stop()
	for !met() {
		select {
		case <-give:
			log, _ := os.ReadFile(s.Folder + "/ErrorLog")
			s.t.Fatalf("waited in vain for %s\n%s", what, log)
		case <-look.C:
		}
	}
}

// AddPDF adds the printer PDF, as the default one, with the words of its
// administrator.
func (s *Service) AddPDF(description string) {
	s.t.Helper()
	s.Admin("lpadmin", "-p", "PDF", "-E", "-v", "cups-pdf:/", "-P", Driver, "-D", description)
	s.Admin("lpadmin", "-d", "PDF")
}

// Outbox is where the printer PDF leaves what it printed.
func Outbox(t testing.TB) string {
	t.Helper()
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(me.HomeDir, "PDF")
}

// alone waits until no other test of this machine prints, and keeps others waiting until
// this one ends: all of them share the outbox.
func alone(t testing.TB) {
	t.Helper()
	home, err := os.Open(filepath.Dir(Outbox(t)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = home.Close() })
	if err := syscall.Flock(int(home.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
}

// Printed are the files that the printer PDF wrote since the service began. What a test
// that was killed left is not among them.
func (s *Service) Printed() []string {
	s.t.Helper()
	all, err := filepath.Glob(Outbox(s.t) + "/*.pdf")
	if err != nil {
		s.t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(f string) bool { return s.before[f] })
}

// tidy removes, when the test ends, what it had printed.
func (s *Service) tidy() {
	all, _ := filepath.Glob(Outbox(s.t) + "/*")
	for _, f := range all {
		s.before[f] = true
	}
	s.t.Cleanup(func() {
		after, _ := filepath.Glob(Outbox(s.t) + "/*")
		for _, f := range after {
			if !s.before[f] {
				_ = os.Remove(f)
			}
		}
		_ = os.Remove(Outbox(s.t)) // only when it is empty
	})
}
