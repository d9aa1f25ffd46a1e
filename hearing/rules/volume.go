package rules

import (
	"fmt"
	"slices"

	"hearingdesk/hearing/calendar"
)

// A Volume is one of the volumes of a case (卷宗) with what lies in it, in order.
type Volume struct {
	Name  string        `json:"name"`  // 正卷, 内卷
	En    string        `json:"en"`    // the same in English
	Title string        `json:"title"` // the act that the order rests on
	Basis string        `json:"basis"` // what it says, and what it leaves open
	House bool          `json:"house"` // no act says the order itself
	From  calendar.Date `json:"from,omitzero"`
	To    calendar.Date `json:"to,omitzero"`
	Rows  []VolumeRow   `json:"rows"`

	Office bool `json:"-"` // of the office's own file
}

// A VolumeRow is one kind of paper in a volume: a form of the catalogue, or
// another material.
type VolumeRow struct {
	Paper    string     `json:"paper,omitempty"` // number of the form: 27
	Code     string     `json:"code,omitempty"`  // of another material: reply
	Zh       string     `json:"zh,omitempty"`    // what the other material is called
	En       string     `json:"en,omitempty"`
	When     VolumeWhen `json:"when,omitempty"`     // of another material: when there is one; a form is there when its session needs it
	Needs    Proof      `json:"needs,omitempty"`    // what makes it complete
	Optional bool       `json:"optional,omitempty"` // it may lie there and need not
}

// A VolumeWhen says when a session has a material that is no form.
type VolumeWhen string

// The occasions; empty is always.
const (
	WhenFiled   VolumeWhen = "case-filed"        // the case has a day of filing
	WhenIssued  VolumeWhen = "instrument-issued" // a recommendation or another instrument was decided
	WhenReplied VolumeWhen = "reply-received"    // a unit answered in writing
	WhenHeld    VolumeWhen = "held"              // the session took place
)

// A Proof is what makes an entry of a volume complete.
type Proof string

// The proofs; empty is the scan.
const (
	ProofScan      Proof = "scan"      // the signed paper was scanned
	ProofPrint     Proof = "print"     // it was printed
	ProofRecording Proof = "recording" // the hearing says where its recording lies
)

// Volumes is the order of the volumes on a day. An office's own volume takes
// the place of the program's of the same name.
func (t *Table) Volumes(on calendar.Date) []Volume {
	var out []Volume
	for _, v := range t.volumes {
		at := slices.IndexFunc(out, func(o Volume) bool { return o.Name == v.Name })
		switch {
		case on.IsZero() && !v.To.IsZero(), !on.IsZero() && !within(on, v.From, v.To): // without a day, what is in force
		case at < 0:
			out = append(out, v)
		case v.Office || !out[at].Office:
			out[at] = v
		}
	}
	return out
}

// volumes adds the faults of volumes.
func (m *marked) volumes(k *lexicon) {
	for i, v := range m.file.Volumes {
		at := fmt.Sprintf("volumes[%d]", i)
		m.needs(at, "name", v.Name, "en", v.En, "title", v.Title, "basis", v.Basis)
		m.times(at, v.From, v.To, "", k)
		if len(v.Rows) == 0 {
			m.fault(at+".rows", BadRequired, "", "[{…}]")
		}
		for j, o := range m.file.Volumes[:i] {
			if o.Name == v.Name && overlap(o.From, o.To, v.From, v.To) {
				m.clash(at+".name", v.Name, m, fmt.Sprintf("volumes[%d]", j))
			}
		}
		seen := map[string]bool{}
		for j, r := range v.Rows {
			m.volumeRow(fmt.Sprintf("%s.rows[%d]", at, j), r)
			if key := r.Paper + r.Code; key != "" && seen[key] {
				m.fault(fmt.Sprintf("%s.rows[%d]", at, j), BadDuplicate, key, "")
			}
			seen[r.Paper+r.Code] = true
		}
	}
}

func (m *marked) volumeRow(at string, r VolumeRow) {
	switch {
	case r.Paper == "" && r.Code == "":
		m.fault(at+".paper", BadRequired, "", `"27"`)
	case r.Paper != "" && r.Code != "":
		m.fault(at+".code", BadValue, r.Code, `"paper" / "code"`)
	case r.Paper != "" && r.Needs == ProofRecording:
		m.fault(at+".needs", BadValue, string(r.Needs), string(ProofScan)+", "+string(ProofPrint))
	case r.Code != "":
		m.needs(at, "zh", r.Zh, "en", r.En)
	}
}
