package main

import (
	"encoding/json"
	"io"
	"net"
	"slices"
	"strconv"
	"time"

	"github.com/BurntSushi/xgb"
	"github.com/BurntSushi/xgb/xproto"

	"hearingdesk/cmd/hearingdesk/outline"
)

// A wire is a test's own line to its screen, by which it asks the program whether it
// has dealt with what it was sent.
type wire struct {
	c     *xgb.Conn
	kind  xproto.Atom // of the question, as a window manager asks it
	bye   uint32      // the question to close
	ask   uint32
	asked uint32      // counts the questions
	said  chan uint32 // which question was answered
}

// endless is a connection that is silent once it is lost: the library that reads it
// breaks down where one ends, and Xvfb ends with the test.
type endless struct{ net.Conn }

func (e endless) Read(p []byte) (int, error) {
	n, err := e.Conn.Read(p)
	if err != nil {
		select {} // nobody waits for it
	}
	return n, nil
}

// connect connects to the screen of a number.
func (d *display) connect(number string) {
	d.t.Helper()
	xgb.Logger.SetOutput(io.Discard) // of windows that are closed, and a display that has no keys
	line, err := net.Dial("unix", "/tmp/.X11-unix/X"+number)
	if err != nil {
		d.t.Fatal(err)
	}
	c, err := xgb.NewConnNet(endless{line})
	if err != nil {
		d.t.Fatal(err)
	}
	named := func(name string) xproto.Atom {
		a, err := xproto.InternAtom(c, false, uint16(len(name)), name).Reply() //nolint:gosec // a short name
		if err != nil {
			d.t.Fatal(err)
		}
		return a.Atom
	}
	w := &wire{c: c, kind: named("WM_PROTOCOLS"), ask: uint32(named("_NET_WM_PING")), bye: uint32(named("WM_DELETE_WINDOW")), said: make(chan uint32, 64)}
	root := xproto.Setup(c).DefaultScreen(c).Root
	if err := xproto.ChangeWindowAttributesChecked(c, root, xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify}).Check(); err != nil {
		d.t.Fatal(err)
	}
	go w.listen()
	d.wire = w
}

// listen notes which questions are answered, until the screen is gone.
func (w *wire) listen() {
	for {
		e, err := w.c.WaitForEvent()
		if e == nil && err == nil {
			return
		}
		if m, ok := e.(xproto.ClientMessageEvent); ok && m.Type == w.kind && m.Data.Data32[0] == w.ask {
			select {
			case w.said <- m.Data.Data32[1]:
			default: // nobody waits for it
			}
		}
	}
}

// handled waits until the program has dealt with the keys and clicks that it was sent so
// far, and reports whether it has: the answer to the question comes in its turn, behind
// them. What the input method keeps for itself comes later; [display.write] waits for it.
func (d *display) handled() bool {
	for give := time.Now().Add(patience); time.Now().Before(give); {
		d.wire.asked++
		if !d.tell(d.wire.ask, d.wire.asked) {
			return false // the window is closed
		}
		if d.wire.answered(d.wire.asked) {
			return true
		}
	}
	return false
}

// tell sends the window a message of its manager's, and reports whether there is one.
func (d *display) tell(what, detail uint32) bool {
	id, err := strconv.ParseUint(d.window, 10, 32)
	if err != nil {
		return false
	}
	window := xproto.Window(id)
	m := xproto.ClientMessageEvent{Format: 32, Window: window, Type: d.wire.kind,
		Data: xproto.ClientMessageDataUnionData32New([]uint32{what, detail, uint32(window), 0, 0})}
	return xproto.SendEventChecked(d.wire.c, false, window, xproto.EventMaskNoEvent, string(m.Bytes())).Check() == nil
}

// answered waits for an answer; one to an earlier question comes before it.
func (w *wire) answered(question uint32) bool {
	late := time.After(time.Second) // a window that closes has no answer
	for {
		select {
		case n := <-w.said:
			if n == question {
				return true
			}
		case <-late:
			return false
		}
	}
}

// rests waits until the program has dealt with what it was sent, and with all that came
// of it: no list is being read, no record stored, and the last frame shows it. What was
// typed may still wait for its pause. Something long, such as printing, is not waited for
// to its end.
func (d *display) rests() { d.still(func(l outline.Load) bool { return l.Open == 0 }) }

// settled is rests, with all that waits for a pause done too: nothing moves any more
// because it is saved.
func (d *display) settled() bool {
	return d.still(func(l outline.Load) bool {
		return l.Open == 0 && !slices.ContainsFunc(l.Waits, func(key string) bool { return key != "count" }) // of the badge alone
	})
}

// still waits until the load is as it shall be, before a frame and after it, with
// nothing new between, and reports whether it came to that.
func (d *display) still(calm func(outline.Load) bool) bool {
	for give := time.Now().Add(patience); time.Now().Before(give); {
		before, open := d.load()
		if !open || !d.handled() {
			return false // the program is not there, or not any more
		}
		after, _ := d.load()
		if calm(before) && calm(after) && before.Given == after.Given {
			return true
		}
	}
	return false
}

// load asks the program what it has to do; it reports whether there was an answer.
func (d *display) load() (outline.Load, bool) {
	var l outline.Load
	c, err := net.Dial("unix", d.socket+".load")
	if err != nil {
		return l, false
	}
	defer c.Close() //nolint:errcheck // it was only read
	return l, json.NewDecoder(c).Decode(&l) == nil
}
