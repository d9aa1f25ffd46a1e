package hearing

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Recording (录音录像) is one file, or one disc, of what was recorded of a
// hearing (听证工作规定, art. 18).
type Recording struct {
	ID     ID        `json:"id"`
	Name   string    `json:"name,omitempty"`   // name of the file (文件名)
	Start  time.Time `json:"start,omitzero"`   // when the recording began; unset: with the hearing
	Length int       `json:"length,omitempty"` // how long it is, in seconds (时长); 0: not known
	Size   int64     `json:"size,omitempty"`   // of the file, in bytes
	Hash   string    `json:"hash,omitempty"`   // its checksum, SHA-256 or SM3 (校验值)
	Disc   string    `json:"disc,omitempty"`   // number of the disc or device that it is on (光盘或设备编号)
	Kept   string    `json:"kept,omitempty"`   // where the disc is kept (存放位置)
}

// The most that is entered: a hearing is recorded in parts by several cameras.
const (
	mostRecordings   = 200
	longestRecording = 7 * 24 * 3600 // seconds
)

// runsOn is how long a recording is taken to be whose length is not known.
const runsOn = 24 * time.Hour

// Called is what names the recording on a paper and in a list: its disc, else its
// file.
func (r Recording) Called() string { return strings.TrimSpace(cmp.Or(r.Disc, r.Name)) }

// Recorded reports whether it is said where anything recorded of the hearing lies.
func (o Outcome) Recorded() bool { return o.Discs() != "" }

// Discs names the recordings in their order, each name once: 光盘1、光盘2.
func (o Outcome) Discs() string {
	var names []string
	for _, r := range o.Recordings {
		if name := r.Called(); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "、")
}

// RecordingStart is when a recording began: as it was entered, else with the
// hearing, else as that was planned.
func (h Hearing) RecordingStart(r Recording) time.Time {
	switch {
	case !r.Start.IsZero():
		return r.Start
	case !h.Outcome.OpenedAt.IsZero():
		return h.Outcome.OpenedAt
	}
	return h.Start
}

// Bookmark is where a moment of the hearing is found: in which of its recordings,
// and how far from the beginning. Of several that were running, it is the one that
// began last; false where none was.
func (h Hearing) Bookmark(at time.Time) (Recording, time.Duration, bool) {
	var best Recording
	var from time.Time
	found := false
	for _, r := range h.Outcome.Recordings {
		start := h.RecordingStart(r)
		if h.Holds(r, at) && (!found || start.After(from)) {
			best, from, found = r, start, true
		}
	}
	return best, at.Sub(from), found
}

// Holds reports whether a recording was running at a moment. One whose length is
// not known runs on for a day: what is written after that was not recorded.
func (h Hearing) Holds(r Recording, at time.Time) bool {
	start, length := h.RecordingStart(r), time.Duration(r.Length)*time.Second
	if length == 0 {
		length = runsOn
	}
	return !start.IsZero() && !at.Before(start) && at.Before(start.Add(length))
}

// WithRecording returns the hearing with a recording entered, or changed where it
// has one of that ID.
func (h Hearing) WithRecording(r Recording) Hearing {
	list := slices.Clone(h.Outcome.Recordings)
	if i := slices.IndexFunc(list, func(o Recording) bool { return o.ID == r.ID }); i >= 0 {
		list[i] = r
	} else {
		list = append(list, r)
	}
	h.Outcome.Recordings = list
	return h
}

// UnmarshalJSON also reads what packages and files said before a hearing could have
// several recordings: the number of its one disc, its checksum, and its place.
func (o *Outcome) UnmarshalJSON(data []byte) error {
	type plain Outcome
	read := struct {
		*plain
		Recording     string `json:"recording"`
		RecordingHash string `json:"recording_hash"`
		RecordingKept string `json:"recording_kept"`
	}{plain: (*plain)(o)}
	if err := json.Unmarshal(data, &read); err != nil {
		return err //nolint:wrapcheck // it is the decoder's own, at the decoder's place
	}
	one := Recording{ID: "recording", Hash: read.RecordingHash, Disc: read.Recording, Kept: read.RecordingKept}
	if (one != Recording{ID: one.ID}) && len(o.Recordings) == 0 {
		o.Recordings = []Recording{one}
	}
	return nil
}

// recordings checks what is entered of the recordings.
func (v *validator) recordings(list []Recording) {
	if len(list) > mostRecordings {
		v.add("outcome.recordings", "long", fmt.Sprint(len(list)), fmt.Sprint(mostRecordings))
		return
	}
	for i, r := range list {
		at := fmt.Sprintf("outcome.recordings[%d]", i)
		if !ValidID(r.ID) {
			v.add(at+".id", "required", string(r.ID), "")
		}
		if slices.ContainsFunc(list[:i], func(o Recording) bool { return o.ID == r.ID }) {
			v.add(at+".id", "duplicate", string(r.ID), "")
		}
		v.short(at+".name", r.Name)
		v.short(at+".disc", r.Disc)
		v.short(at+".kept", r.Kept)
		if r.Size < 0 {
			v.add(at+".size", "range", fmt.Sprint(r.Size), "≥ 0")
		}
		if r.Length < 0 || r.Length > longestRecording {
			v.add(at+".length", "range", fmt.Sprint(r.Length), fmt.Sprintf("0–%d", longestRecording))
		}
		if _, ok := Digest(r.Hash); !ok {
			v.add(at+".hash", "format", r.Hash, "0–9 a–f × 64")
		}
	}
}

// Digest reads the checksum of a recording as clerks paste it: SHA-256 or SM3,
// 64 hexadecimal digits, in groups or capitals too. It returns the digits in small
// letters; false is anything else. An empty one is none.
func Digest(s string) (string, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	if s == "" {
		return "", true
	}
	ok := len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
	return s, ok
}
