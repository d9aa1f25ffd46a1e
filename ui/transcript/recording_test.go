package transcript

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/sitting"
)

// view opens the tab.
func (r *room) view() *view {
	r.t.Helper()
	s := sitting.New(r.sh, r.desk)
	v := newView(r.sh, s, r.desk, shown.NewPress)
	shown.Show(r.sh, v.object)
	s.Open("h-e1")
	s.Read()
	return v
}

// put changes the hearing as another window would.
func (r *room) put(do func(*hearing.Hearing)) {
	r.t.Helper()
	h, err := r.desk.Hearing(r.t.Context(), "h-e1")
	if err != nil {
		r.t.Fatal(err)
	}
	do(&h)
	if _, err := r.desk.SaveHearing(r.t.Context(), h); err != nil {
		r.t.Fatal(err)
	}
}

func TestLengthsAndStartsAreRead(t *testing.T) {
	for typed, want := range map[string]int{"": 0, "2:20:30": 8430, "２：２０：３０": 8430, "20:30": 1230, "0:00:07": 7, "90": -1, "1:60:00": -1, "x": -1, "1:2:3:4": -1, "-1:00": -1} {
		got, ok := readLength(typed)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("length %q: %d, want %d", typed, got, want)
		}
	}
	day := shown.At(t, "2023-07-18 09:00")
	for typed, want := range map[string]string{"09:00:05": "2023-07-18 09:00:05", "９：０５": "2023-07-18 09:05:00", "2023-07-17 23:59": "2023-07-17 23:59:00", "25:00": "", "morning": ""} {
		got := ""
		if at, ok := readStart(typed, day); ok {
			got = at.Format(time.DateTime)
		}
		if got != want {
			t.Errorf("start %q: %q, want %q", typed, got, want)
		}
	}
}

// TestARecordingIsRead: a WAV of four seconds that was written during the hearing.
func TestARecordingIsRead(t *testing.T) {
	r := newRoom(t)
	r.heard()
	file := filepath.Join(t.TempDir(), "听证室一-A机.wav")
	data := []byte("RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data\x00\xfa\x00\x00" + strings.Repeat("\x00", 64000))
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	ended := shown.At(t, "2023-07-18 09:00").Add(2 * time.Minute)
	if err := os.Chtimes(file, ended, ended); err != nil {
		t.Fatal(err)
	}
	m := r.model()
	var got hearing.Recording
	m.ReadRecording(file, func(float64) {}, func(rec hearing.Recording, err error) {
		got = rec
		if err != nil {
			t.Error(err)
		}
	})
	sum := sha256.Sum256(data)
	want := hearing.Recording{ID: got.ID, Name: "听证室一-A机.wav", Size: int64(len(data)), Length: 4, Hash: hex.EncodeToString(sum[:]), Start: got.Start}
	if got != want || !got.Start.Equal(ended.Add(-4*time.Second)) {
		t.Errorf("read %+v", got)
	}
	m.ReadRecording(file+".none", func(float64) {}, func(_ hearing.Recording, err error) {
		if err == nil {
			t.Error("a file that there is not is read")
		}
	})
}

// TestRecordingsStandBesideTheTranscript: their lengths, discs and checksums, the
// place of the chosen passage, and the table of all places.
func TestRecordingsStandBesideTheTranscript(t *testing.T) {
	r := newRoom(t)
	r.heard()
	r.put(func(h *hearing.Hearing) {
		h.Outcome.Recordings = []hearing.Recording{
			{ID: "a", Name: "听证室一-A机.mp4", Start: shown.At(t, "2023-07-18 09:00"), Length: 25, Size: 4 << 30, Hash: strings.Repeat("ab", 32), Disc: "澄检听光盘2023-006", Kept: "案管办光盘柜 B-3"},
			{ID: "b", Name: "听证室一-A机-2.mp4", Start: shown.At(t, "2023-07-18 09:00").Add(25 * time.Second)},
		}
	})
	v := r.view()
	var lines []string
	for _, row := range Bookmarks(v.m.Dossier, v.m.Text).Rows {
		var cells []string
		for _, c := range row.Cells[:3] {
			cells = append(cells, c.Text)
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	got := strings.Join(lines, "\n")
	for _, want := range []string{"听证室一-A机.mp4|澄检听光盘2023-006|00:00:10", "听证室一-A机.mp4|澄检听光盘2023-006|00:00:20", "听证室一-A机-2.mp4||00:00:05"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	v.m.Chosen = v.m.Text.Lines()[3].ID
	v.sides()
	for _, want := range []string{"录音录像 2 份", "澄检听光盘2023-006", "0:00:25 · 听证室一-A机.mp4 · 4.0 GB · 09:00:00 起", "录像位置 听证室一-A机-2.mp4 00:00:05"} {
		if !shown.Reads(r.sh.Window, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	shown.Picture(t, r.sh.Window, "transcript-recordings")
	v.record(v.s.Value().Outcome.Recordings[0])
	shown.Picture(t, r.sh.Window, "transcript-recording")
	r.dialog("0:00:25").SetText("2:20:30")
	r.press("登记")
	if list := v.s.Value().Outcome.Recordings; len(list) != 2 || list[0].Length != 8430 || !list[0].Start.Equal(shown.At(t, "2023-07-18 09:00")) {
		t.Errorf("entered %+v", list)
	}
	r.told.Clean(t)
}

// dialog finds the field of the dialog in which a text stands.
func (r *room) dialog(text string) *widget.Entry {
	r.t.Helper()
	var found *widget.Entry
	shown.Walk(r.sh.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if e, ok := o.(*widget.Entry); ok && e.Text == text && found == nil {
			found = e
		}
	})
	if found == nil {
		r.t.Fatalf("no field with %q", text)
	}
	return found
}

// press taps a button of the dialog.
func (r *room) press(text string) {
	r.t.Helper()
	var found *widget.Button
	shown.Walk(r.sh.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Text == text {
			found = b
		}
	})
	if found == nil {
		r.t.Fatalf("no button %q", text)
	}
	test.Tap(found)
}

// labels are the texts of the dialog.
func (r *room) labels() []string {
	var out []string
	shown.Walk(r.sh.Window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok {
			out = append(out, l.Text)
		}
	})
	return out
}

// TestFourGigabytesAreReadAside reads a file of 4 GiB, which is empty and takes no room,
// beside the work: a passage is stored meanwhile, it is told how far it is, and it can
// be stopped at once. How long the whole takes is said with -v.
func TestFourGigabytesAreReadAside(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 4 GiB")
	}
	r := newRoom(t)
	r.heard()
	file := filepath.Join(t.TempDir(), "听证室一-A机.mp4")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	const size = 4 << 30
	if err := errors.Join(f.Truncate(size), f.Close()); err != nil {
		t.Skipf("no file of 4 GiB on this disk: %v", err)
	}
	const none = "8479e43911dc45e89f934fe48d01297e16f51d17aa561d4d1c216b1ae0fcddca" // the SHA-256 of 4 GiB of zeros
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	far := make(chan float64, 1)
	var hash string
	read := func(ctx context.Context) error {
		in, err := os.Open(file)
		if err != nil {
			return err
		}
		defer func() { _ = in.Close() }() // nothing was written
		hash, err = sum(ctx, in, size, func(part float64) {
			select {
			case far <- part:
			default: // nobody looks
			}
		})
		return err
	}
	go func() { ended <- read(ctx) }()
	<-far
	before := time.Now()
	r.say("close", hearing.Speech, hearing.SpeakerPresider, "听证会到此结束。", false)
	if took := time.Since(before); took > 2*time.Second {
		t.Errorf("a passage waits %v for the film", took)
	}
	stop()
	before = time.Now()
	if err := <-ended; !errors.Is(err, context.Canceled) || time.Since(before) > time.Second {
		t.Errorf("stopped after %v: %v", time.Since(before), err)
	}
	began := time.Now()
	if err := read(t.Context()); err != nil || hash != none {
		t.Errorf("%s, %v", hash, err)
	}
	took := time.Since(began)
	t.Logf("4 GiB in %v, %.0f MB/s", took.Round(time.Second/10), size/1e6/took.Seconds())
}
