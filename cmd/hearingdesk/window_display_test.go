package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A display is a screen of 1366×768 with a window manager, a session bus and
// a Pinyin input method, all of them this test's own: what a clerk's computer
// has, with nothing of the machine that runs the test. It ends with the test.
type display struct {
	t    testing.TB
	home string   // the home folder of everything that runs on it
	env  []string // the environment of everything that runs on it

	wire   *wire
	window string // id of the window that was shown last
	socket string // where the opened program tells what its window shows
	opened int    // programs opened so far
}

// patience is how long anything on the screen may take before a test gives up.
const patience = 40 * time.Second

// newDisplay starts a display whose input method knows the words, or skips the
// test where the machine lacks what it needs; CI lacks nothing, and there it
// fails.
func newDisplay(t testing.TB, words ...string) *display {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no real window")
	}
	for _, program := range []string{"Xvfb", "openbox", "dbus-daemon", "fcitx5", "xdotool", "xprop", "import", "libime_pinyindict"} {
		if _, err := exec.LookPath(program); err != nil {
			lacking(t, "no "+program+" on this machine: run make deps")
		}
	}
	d := &display{t: t, home: t.TempDir()}
	d.furnish()
	d.learn(words)
	d.env = append(os.Environ(),
		"HOME="+d.home, "XDG_CONFIG_HOME="+d.home+"/.config", "XDG_DATA_HOME="+d.home+"/.local/share",
		"XDG_CACHE_HOME="+d.home+"/.cache", "XDG_RUNTIME_DIR="+d.home+"/run",
		"LC_ALL=zh_CN.UTF-8", "LANG=zh_CN.UTF-8", "XMODIFIERS=@im=fcitx", "LIBGL_ALWAYS_SOFTWARE=1",
		"FYNE_SCALE=1", "WAYLAND_DISPLAY=")
	number := d.announced(exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"))
	d.env = append(d.env, "DISPLAY=:"+number)
	d.connect(number)
	bus := d.announced(exec.Command("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=3"))
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+bus)
	d.start(exec.Command("openbox", "--sm-disable", "--config-file", d.home+"/.config/openbox/rc.xml"))
	d.until("openbox to manage windows", func() bool {
		return strings.Contains(d.output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "#")
	})
	d.start(exec.Command("fcitx5", "--disable=wayland,waylandim,notifications,notificationitem,kimpanel"))
	d.until("fcitx5 to serve X", func() bool {
		return strings.Contains(d.output("xprop", "-root", "XIM_SERVERS"), "fcitx")
	})
	return d
}

// lacking ends a test that the machine cannot run: as failed in CI, as
// skipped anywhere else.
func lacking(t testing.TB, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// furnish writes the settings that a clerk's home would have.
func (d *display) furnish() {
	d.t.Helper()
	for name, text := range map[string]string{
		"run/.keep": "",
		".config/openbox/rc.xml": `<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
			<application class="*"><maximized>yes</maximized><decor>no</decor></application>
			</applications></openbox_config>`,
		".config/fcitx5/profile": "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n" +
			"[Groups/0/Items/0]\nName=keyboard-us\n[Groups/0/Items/1]\nName=pinyin\n[GroupOrder]\n0=Default\n",
		".config/fcitx5/config":                "[Behavior]\nShareInputState=All\nPreeditEnabledByDefault=True\n",
		".config/fcitx5/conf/pinyin.conf":      "PageSize=9\nCloudPinyinEnabled=False\n",
		".config/fcitx5/conf/punctuation.conf": "HalfWidthPuncAfterLetterOrNumber=False\n",
	} {
		name = filepath.Join(d.home, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			d.t.Fatal(err)
		}
	}
}

// start runs a program on the display until the test ends. What it says goes
// to a file of the home folder named after it.
func (d *display) start(c *exec.Cmd, env ...string) {
	d.t.Helper()
	log, err := os.Create(filepath.Join(d.home, filepath.Base(c.Path)+".log"))
	if err != nil {
		d.t.Fatal(err)
	}
	if c.Stdout == nil {
		c.Stdout = log
	}
	c.Stderr, c.Env, c.Dir = log, append(d.env[:len(d.env):len(d.env)], env...), d.home
	if err := c.Start(); err != nil {
		d.t.Fatalf("start %s: %v", c.Path, err)
	}
	d.t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
		_ = log.Close()
	})
}

// announced starts a server and returns the line that it writes to its file
// descriptor 3 once it listens.
func (d *display) announced(c *exec.Cmd) string {
	d.t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	c.ExtraFiles = []*os.File{w}
	d.start(c)
	if err := w.Close(); err != nil {
		d.t.Fatal(err)
	}
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		said, _ := os.ReadFile(filepath.Join(d.home, filepath.Base(c.Path)+".log"))
		d.t.Fatalf("%s did not start: %v\n%s", c.Path, err, said)
	}
	d.t.Cleanup(func() { _ = r.Close() })
	return strings.TrimSpace(line)
}

// output runs a program on the display and returns what it prints; where it
// fails, what it printed so far.
func (d *display) output(name string, args ...string) string {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Env, c.Dir, c.Stderr = d.env, d.home, io.Discard
	out, _ := c.Output()
	return strings.TrimSpace(string(out))
}

// must runs a program on the display that has to succeed.
func (d *display) must(name string, args ...string) string {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Env, c.Dir = d.env, d.home
	out, err := c.CombinedOutput()
	if err != nil {
		d.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// until waits for a condition, looking again many times a second, and fails
// the test with a picture of the screen where it does not come.
func (d *display) until(what string, met func() bool) {
	d.t.Helper()
	d.within(patience, what, met)
}

// within is until with another limit, for what printers and large files take.
func (d *display) within(limit time.Duration, what string, met func() bool) {
	d.t.Helper()
	give := time.After(limit)
	look := time.NewTicker(50 * time.Millisecond)
	defer look.Stop()
	for !met() {
		select {
		case <-give:
			d.t.Fatalf("waited %v for %s; the screen is in %s%s", limit, what, d.picture("failed-"+d.t.Name()), d.complaint())
		case <-look.C:
		}
	}
}

// complaint is what the opened program said when it broke down, or else the
// last words of the screen and its window manager.
func (d *display) complaint() string {
	logs, _ := filepath.Glob(filepath.Join(d.home, "*.log"))
	last := ""
	for _, f := range logs {
		said, _ := os.ReadFile(f)
		if at := bytes.Index(said, []byte("panic:")); at >= 0 {
			return "\n" + string(said[at:min(len(said), at+3000)])
		}
		if name := filepath.Base(f); name == "Xvfb.log" || name == "openbox.log" {
			last += "\n" + name + ": " + string(said[max(0, len(said)-500):])
		}
	}
	return last
}

// picture keeps the screen as build/screens/<name>.png and returns the file.
func (d *display) picture(name string) string {
	d.t.Helper()
	folder, err := filepath.Abs("../../build/screens")
	if err != nil {
		d.t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		d.t.Fatal(err)
	}
	file := filepath.Join(folder, strings.ReplaceAll(name, "/", "-")+".png")
	var last []byte
	for range 10 { // until the window has drawn all; a cursor that blinks never stands still
		if out := d.output("import", "-window", "root", file); out != "" {
			return fmt.Sprintf("%s (%s)", file, out)
		}
		now, err := os.ReadFile(file)
		if err != nil || bytes.Equal(now, last) {
			break
		}
		last = now
	}
	return file
}
