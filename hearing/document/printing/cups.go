//go:build !windows

package printing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"strings"
	"time"
)

// System returns the print system of this machine.
func System() Printer { return cups{limit: 20 * time.Second} }

// cups speaks to CUPS, and any server that its client is set up for, through
// its own commands lp and lpstat.
type cups struct {
	limit time.Duration // the longest that one command may take
}

// Queues lists the printers. It returns ErrNoSystem where CUPS is not
// installed, and ErrNoScheduler where it does not run.
func (c cups) Queues(ctx context.Context) ([]Queue, error) {
	names, err := c.run(ctx, nil, "lpstat", "-e")
	if err != nil {
		return nil, fmt.Errorf("list printers: %w", err)
	}
	queues := listed(names)
	if len(queues) == 0 {
		return nil, c.awake(ctx)
	}
	for _, ask := range []struct {
		args []string
		read func([]Queue, string)
	}{
		{[]string{"-l", "-p"}, described},
		{[]string{"-a"}, accepting},
		{[]string{"-d"}, preferred},
	} {
		out, err := c.run(ctx, nil, "lpstat", ask.args...)
		// Printers found on the network are known to -e only.
		if err != nil && !errors.Is(err, ErrNoQueue) {
			return nil, fmt.Errorf("ask for the printers' state: %w", err)
		}
		ask.read(queues, out)
	}
	return queues, nil
}

// awake tells a scheduler without printers, which is no error, from none.
func (c cups) awake(ctx context.Context) error {
	out, err := c.run(ctx, nil, "lpstat", "-r")
	if strings.Contains(out, "is not running") || errors.Is(err, ErrNoScheduler) {
		return fmt.Errorf("list printers: %w", ErrNoScheduler)
	}
	if err != nil {
		return fmt.Errorf("list printers: %w", err)
	}
	return nil
}

// Submit hands the PDF to lp.
func (c cups) Submit(ctx context.Context, job Job) (JobID, error) {
	job, err := job.checked()
	if err != nil {
		return "", err
	}
	if len(job.PDF) == 0 {
		return "", fmt.Errorf("print %q: the paper is empty", job.Title)
	}
	args := []string{"-n", strconv.Itoa(job.Copies), "-t", job.Title, "-o", "sides=" + string(job.Sides), "-o", "media=A4"}
	if job.Queue != "" {
		args = append(args, "-d", job.Queue)
	}
	out, err := c.run(ctx, bytes.NewReader(job.PDF), "lp", append(args, "-")...)
	if err != nil {
		return "", fmt.Errorf("print %q on %q: %w", job.Title, job.Queue, err)
	}
	id, ok := taken(out)
	if !ok {
		return "", fmt.Errorf("print %q on %q: lp says %q", job.Title, job.Queue, strings.TrimSpace(out))
	}
	return id, nil
}

// State asks the server for the job, and the queue for what holds it up.
func (c cups) State(ctx context.Context, id JobID) (State, error) {
	a, err := c.ask(ctx, id, "job-state", "job-state-reasons", "job-printer-state-message", "job-printer-state-reasons")
	if err != nil {
		return State{}, fmt.Errorf("ask for the state of job %s: %w", id, err)
	}
	s := stateOf(a)
	if s.Phase != Pending && s.Phase != Processing {
		return s, nil
	}
	// A job waits, for its server, before a printer that stands still: what
	// the clerk must know is the printer's trouble.
	name := string(id)[:strings.LastIndexByte(string(id), '-')]
	out, err := c.run(ctx, nil, "lpstat", "-l", "-p", name)
	if err != nil {
		return s, nil //nolint:nilerr // the job's state is known; the printer's is an extra
	}
	q := []Queue{{Name: name}}
	described(q, out)
	if q[0].Phase == Stopped {
		return State{Phase: Stopped, Reason: q[0].Reason, Message: q[0].Message}, nil
	}
	if s.Reason == NoReason {
		s.Reason = q[0].Reason
	}
	return s, nil
}

// ask sends one question about a job to the server that lpstat talks to.
func (c cups) ask(ctx context.Context, id JobID, names ...string) (attributes, error) {
	i := strings.LastIndexByte(string(id), '-')
	if i < 0 {
		return nil, ErrUnknownJob
	}
	number := string(id)[i+1:]
	if _, err := strconv.Atoi(number); err != nil {
		return nil, ErrUnknownJob
	}
	server, err := c.run(ctx, nil, "lpstat", "-H")
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, c.limit)
	defer cancel()
	client, url := dialled(strings.TrimSpace(server), number)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(question(number, login(), names...)))
	if err != nil {
		return nil, fmt.Errorf("address the print service: %w", err)
	}
	r.Header.Set("Content-Type", "application/ipp")
	reply, err := client.Do(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoScheduler, err)
	}
	defer reply.Body.Close() //nolint:errcheck // it was only read
	body, err := io.ReadAll(io.LimitReader(reply.Body, 1<<20))
	if err != nil {
		return nil, fmt.Errorf("read the print service's answer: %w", err)
	}
	if reply.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the print service answers %s", reply.Status)
	}
	return answer(body)
}

// dialled returns a client for the server and the job's address there. A
// server is a host with a port, or the path of a socket.
func dialled(server, number string) (*http.Client, string) {
	if !strings.HasPrefix(server, "/") {
		if _, _, err := net.SplitHostPort(server); err != nil {
			server = net.JoinHostPort(server, "631")
		}
		return &http.Client{}, "http://" + server + "/jobs/" + number
	}
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", server)
	}
	return &http.Client{Transport: &http.Transport{DialContext: dial, DisableKeepAlives: true}}, "http://localhost/jobs/" + number
}

// login is the user's name as the print service should show it.
func login() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "hearingdesk"
}

// run runs one of CUPS' commands and returns what it prints. Its complaints
// become errors to test for.
func (c cups) run(ctx context.Context, in io.Reader, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, c.limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...) //nolint:gosec // lp or lpstat, without a shell
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = in, &out, &said
	cmd.Env = append(os.Environ(), "LC_ALL=C", "LANGUAGE=C")
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return "", ErrNoSystem
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return "", fmt.Errorf("%s: %w", name, ErrTimeout)
	}
	if err != nil {
		if known := complaint(said.String()); known != nil {
			return out.String(), known
		}
		return out.String(), fmt.Errorf("%s says %q: %w", name, strings.TrimSpace(said.String()), err)
	}
	return out.String(), nil
}
