package printing

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
)

// reply encodes an answer of the server, a state and reasons.
func reply(status uint16, state int32, reasons ...string) []byte {
	b := []byte{2, 0, byte(status >> 8), byte(status), 0, 0, 0, 1, tagOperation}
	add := func(tag byte, name string, value []byte) {
		b = binary.BigEndian.AppendUint16(append(b, tag), uint16(len(name)))
		b = binary.BigEndian.AppendUint16(append(b, name...), uint16(len(value)))
		b = append(b, value...)
	}
	add(tagCharset, "attributes-charset", []byte("utf-8"))
	b = append(b, 2) // the job's attributes
	add(tagEnum, "job-state", binary.BigEndian.AppendUint32(nil, uint32(state)))
	name := "job-state-reasons"
	for _, r := range reasons {
		add(tagKeyword, name, []byte(r))
		name = ""
	}
	add(tagName, "job-printer-state-message", []byte("请加纸"))
	return append(b, tagEnd)
}

func TestTheStateIsReadFromTheAnswer(t *testing.T) {
	for _, c := range []struct {
		state   int32
		reasons []string
		want    State
	}{
		{3, []string{"none"}, State{Pending, NoReason, "请加纸"}},
		{4, []string{"job-hold-until-specified"}, State{Pending, NoReason, "请加纸"}},
		{5, []string{"job-printing"}, State{Processing, NoReason, "请加纸"}},
		{6, []string{"printer-stopped", "media-empty-error"}, State{Stopped, OutOfPaper, "请加纸"}},
		{7, []string{"job-canceled-by-user"}, State{Cancelled, NoReason, "请加纸"}},
		{8, []string{"job-completed-with-errors"}, State{Aborted, Faulty, "请加纸"}},
		{9, []string{"processing-to-stop-point"}, State{Done, NoReason, ""}},
	} {
		a, err := answer(reply(0, c.state, c.reasons...))
		if err != nil {
			t.Fatal(err)
		}
		if got := stateOf(a); got != c.want {
			t.Errorf("state %d: got %+v, want %+v", c.state, got, c.want)
		}
	}
}

func TestRefusalsOfTheServer(t *testing.T) {
	if _, err := answer(reply(statusNotFound, 0)); !errors.Is(err, ErrUnknownJob) {
		t.Errorf("not found: %v", err)
	}
	for _, status := range []uint16{statusNoAccess, 0x0400, 0x0500} {
		if _, err := answer(reply(status, 0)); err == nil {
			t.Errorf("status %#x is taken for an answer", status)
		}
	}
	whole := reply(0, 9, "none")
	for n := range whole {
		if _, err := answer(whole[:n]); err == nil {
			t.Errorf("an answer cut to %d of %d bytes is taken", n, len(whole))
		}
	}
}

func TestTheQuestionNamesTheJob(t *testing.T) {
	q := question("17", "许晚", "job-state", "copies")
	for _, want := range []string{"ipp://localhost/jobs/17", "许晚", "job-state", "copies"} {
		if !bytes.Contains(q, []byte(want)) {
			t.Errorf("%q is not asked for", want)
		}
	}
	if q[3] != getJobAttributes || q[len(q)-1] != tagEnd {
		t.Errorf("% x", q)
	}
}

// FuzzAnswer: no answer, however broken, may end the program.
func FuzzAnswer(f *testing.F) {
	f.Add(reply(0, 9, "none", "paused"))
	f.Add([]byte{2, 0, 0, 0, 0, 0, 0, 1, 1, 0x47, 0xff, 0xff})
	f.Fuzz(func(_ *testing.T, b []byte) {
		if a, err := answer(b); err == nil {
			_ = stateOf(a)
		}
	})
}
