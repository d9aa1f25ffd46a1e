package faults_test

import (
	"bufio"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	unfinished = regexp.MustCompile(`^(\d+) +(.*) <unfinished \.\.\.>$`)
	resumed    = regexp.MustCompile(`^(\d+) +<\.\.\. \w+ resumed>(.*)$`)
	called1    = regexp.MustCompile(`^(\d+) +(\w+)\((.*)\) += (-?\d+)`)
)

// readTrace reads the calls that changed the desk's folder out of what strace
// wrote; where names the trace and, on a second line, the folder.
func readTrace(t *testing.T, where, _ string) []call {
	t.Helper()
	trace, dir, _ := strings.Cut(where, "\n")
	file, err := os.Open(trace) //nolint:gosec // the test's own
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }() // it was only read
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	r := tracing{dir: dir, at: map[string]int64{}, read: map[string]int64{}}
	begun := map[string]string{}
	for lines.Scan() {
		line := lines.Text()
		if m := unfinished.FindStringSubmatch(line); m != nil {
			begun[m[1]] = m[1] + " " + m[2]
			continue
		}
		if m := resumed.FindStringSubmatch(line); m != nil {
			line = begun[m[1]] + m[2]
		}
		if m := called1.FindStringSubmatch(line); m != nil && !strings.HasPrefix(m[4], "-") {
			r.take(m[2], m[3], m[4])
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return r.calls
}

// A tracing makes calls of the lines of a trace.
type tracing struct {
	dir   string
	at    map[string]int64 // where the next write to a file goes
	read  map[string]int64 // and the next copying out of it begins
	calls []call
}

func (r *tracing) take(name, args, result string) {
	texts := quotedTexts(args)
	switch name {
	case "write":
		if strings.HasPrefix(args, "1<") {
			r.calls = append(r.calls, call{name: "ack", data: []byte(texts[0])})
			return
		}
		path, ok := r.fd(args)
		if !ok {
			return
		}
		r.calls = append(r.calls, call{name: "write", path: path, at: r.at[path], data: []byte(texts[0])})
		r.at[path] += int64(len(texts[0]))
	case "pwrite64":
		if path, ok := r.fd(args); ok {
			r.calls = append(r.calls, call{name: "write", path: path, at: number(args[strings.LastIndex(args, ",")+1:]), data: []byte(texts[0])})
		}
	case "copy_file_range":
		r.copied(args, number(result))
	case "ftruncate":
		if path, ok := r.fd(args); ok {
			r.calls = append(r.calls, call{name: "truncate", path: path, at: number(args[strings.LastIndex(args, ",")+1:])})
		}
	case "fsync", "fdatasync":
		if path, ok := r.fd(args); ok {
			r.calls = append(r.calls, call{name: "sync", path: path})
		}
	case "open", "openat":
		path, ok := r.below(texts[0])
		if !ok {
			return
		}
		r.at[path], r.read[path] = 0, 0
		if strings.Contains(args, "O_CREAT") {
			r.calls = append(r.calls, call{name: "create", path: path})
		}
		if strings.Contains(args, "O_TRUNC") {
			r.calls = append(r.calls, call{name: "truncate", path: path})
		}
	case "rename", "renameat", "renameat2", "link", "linkat":
		from, ok := r.below(texts[0])
		to, too := r.below(texts[1])
		if ok && too {
			r.calls = append(r.calls, call{name: strings.TrimRight(name, "at2"), path: from, to: to})
		}
	case "unlink", "unlinkat":
		if path, ok := r.below(texts[0]); ok {
			r.calls = append(r.calls, call{name: "unlink", path: path})
		}
	}
}

// copied is what the system copied from one file into another, from where each stood:
// 5<path>, NULL, 6<path>, NULL, ….
func (r *tracing) copied(args string, size int64) {
	from, ok := r.fd(args)
	_, rest, _ := strings.Cut(args, ">")
	to, too := r.fd(rest)
	if ok && too {
		r.calls = append(r.calls, call{name: "copy", path: to, to: from, at: r.at[to], from: span{r.read[from], size}})
		r.read[from], r.at[to] = r.read[from]+size, r.at[to]+size
	}
}

// below says what a path is called within the desk's folder.
func (r *tracing) below(path string) (string, bool) {
	if path == r.dir {
		return ".", true
	}
	rest, ok := strings.CutPrefix(filepath.Clean(path), r.dir+"/")
	return rest, ok
}

// fd reads the path of a call's first argument: 5<path>.
func (r *tracing) fd(args string) (string, bool) {
	_, rest, _ := strings.Cut(args, "<")
	path, _, _ := strings.Cut(rest, ">")
	return r.below(unhex(path))
}

var quotedText = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)

func quotedTexts(args string) []string {
	var out []string
	for _, m := range quotedText.FindAllStringSubmatch(args, -1) {
		out = append(out, unhex(m[1]))
	}
	return append(out, "", "")
}

// unhex reads \x2f\x74, or leaves a text that is written plainly.
func unhex(text string) string {
	if !strings.HasPrefix(text, `\x`) {
		return text
	}
	out, err := hex.DecodeString(strings.ReplaceAll(text, `\x`, ""))
	if err != nil {
		return text
	}
	return string(out)
}

func number(text string) int64 {
	n, _ := strconv.ParseInt(strings.TrimSpace(text), 0, 64)
	return n
}
