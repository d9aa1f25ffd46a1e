package hearing

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// TestWhatOlderPackagesSayOfARecording: one disc in three fields of the outcome.
func TestWhatOlderPackagesSayOfARecording(t *testing.T) {
	hash := strings.Repeat("ab", 32)
	for _, c := range []struct{ name, text, want string }{
		{"three fields", `{"recording":"光盘1","recording_hash":"` + hash + `","recording_kept":"B-3","observers":2}`, `{"observers":2,"recordings":[{"id":"recording","hash":"` + hash + `","disc":"光盘1","kept":"B-3"}]}`},
		{"the disc alone", `{"recording":"光盘1","decision":"制发"}`, `{"recordings":[{"id":"recording","disc":"光盘1"}],"decision":"制发"}`},
		{"nothing", `{"decision":"制发"}`, `{"decision":"制发"}`},
		{"as they are written now", `{"recordings":[{"id":"a","name":"a.mp4","length":7}]}`, `{"recordings":[{"id":"a","name":"a.mp4","length":7}]}`},
	} {
		var o Outcome
		if err := json.Unmarshal([]byte(c.text), &o); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got, err := json.Marshal(o); err != nil || string(got) != c.want {
			t.Errorf("%s: %s, want %s (%v)", c.name, got, c.want, err)
		}
	}
	var o Outcome
	if err := json.Unmarshal([]byte(`{"recording":7}`), &o); err == nil {
		t.Error("a number is read as a disc's")
	}
}

func TestWhereAMomentIsFound(t *testing.T) {
	nine := time.Date(2023, 7, 18, 9, 0, 0, 0, time.UTC)
	h := Hearing{Outcome: Outcome{Recordings: []Recording{
		{ID: "a", Start: nine, Length: 3600}, {ID: "b", Start: nine.Add(30 * time.Minute), Length: 600}, {ID: "c", Start: nine.Add(2 * time.Hour)},
	}}}
	for _, c := range []struct {
		after time.Duration
		in    ID
		at    time.Duration
	}{
		{-time.Second, "", 0}, {0, "a", 0}, {29 * time.Minute, "a", 29 * time.Minute}, {30 * time.Minute, "b", 0}, {40 * time.Minute, "a", 40 * time.Minute},
		{time.Hour, "", 0}, {2 * time.Hour, "c", 0}, {9 * time.Hour, "c", 7 * time.Hour},
	} {
		r, at, ok := h.Bookmark(nine.Add(c.after))
		if r.ID != c.in || ok != (c.in != "") || ok && at != c.at {
			t.Errorf("after %v: %q at %v", c.after, r.ID, at)
		}
	}
	h = Hearing{Slot: Slot{Start: nine}, Outcome: Outcome{Recordings: []Recording{{ID: "a"}}}}
	if _, at, ok := h.Bookmark(nine.Add(time.Minute)); !ok || at != time.Minute {
		t.Errorf("a recording that begins with the hearing: %v", at)
	}
	h.Outcome.OpenedAt = nine.Add(5 * time.Second)
	if _, at, _ := h.Bookmark(nine.Add(time.Minute)); at != 55*time.Second {
		t.Errorf("a hearing that began late: %v", at)
	}
}

func TestWhatARecordingCannotBe(t *testing.T) {
	many := make([]Recording, mostRecordings+1)
	for _, c := range []struct {
		list []Recording
		want string
	}{
		{[]Recording{{ID: "a", Length: 60, Size: 1, Disc: "光盘"}}, ""},
		{[]Recording{{Name: "a"}}, "outcome.recordings[0].id"},
		{[]Recording{{ID: "a"}, {ID: "a"}}, "outcome.recordings[1].id"},
		{[]Recording{{ID: "a", Length: -1}}, "outcome.recordings[0].length"},
		{[]Recording{{ID: "a", Length: longestRecording + 1}}, "outcome.recordings[0].length"},
		{[]Recording{{ID: "a", Size: -1}}, "outcome.recordings[0].size"},
		{[]Recording{{ID: "a", Hash: "ab"}}, "outcome.recordings[0].hash"},
		{[]Recording{{ID: "a", Disc: strings.Repeat("盘", MaxName+1)}}, "outcome.recordings[0].disc"},
		{many, "outcome.recordings"},
	} {
		v := &validator{}
		v.recordings(c.list)
		got := ""
		if len(v.faults) > 0 {
			got = v.faults[0].Path
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.list[0], got, c.want)
		}
	}
	o := Outcome{Recordings: []Recording{{Disc: "光盘1"}, {Name: "a.mp4"}, {Disc: "光盘1"}, {Kept: "柜"}}}
	if got := o.Discs(); got != "光盘1、a.mp4" || !o.Recorded() || (Outcome{}).Recorded() {
		t.Errorf("called %q", got)
	}
}
