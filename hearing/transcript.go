package hearing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A TranscriptAct is what one entry of a transcript's log does.
type TranscriptAct string

// The acts.
const (
	ActWrite  TranscriptAct = "write"  // 记录: a passage is new, changed or taken out
	ActStep   TranscriptAct = "step"   // 进入环节: the hearing goes to a step
	ActPause  TranscriptAct = "pause"  // 休会: recess, deliberation or suspension; Note says why
	ActResume TranscriptAct = "resume" // 恢复
	ActRead   TranscriptAct = "read"   // 交付校阅: from here on a change stays visible (第十八条)
	ActSign   TranscriptAct = "sign"   // 手写签名: somebody drew a signature under the text as it stood, or takes it back
	ActSeal   TranscriptAct = "seal"   // 封存: text and pages are fixed; only corrections may follow
)

// TranscriptActs lists every act.
var TranscriptActs = []TranscriptAct{ActWrite, ActStep, ActPause, ActResume, ActRead, ActSign, ActSeal}

// A PauseKind is why a hearing stands still.
type PauseKind string

// The kinds of pauses.
const (
	PauseRecess     PauseKind = "recess"       // 休会
	PauseDeliberate PauseKind = "deliberation" // 休会评议: what is said is not for the public
	PauseSuspended  PauseKind = "suspended"    // 中止: a recusal is to be decided, or order was lost
)

// PauseKinds lists every kind.
var PauseKinds = []PauseKind{PauseRecess, PauseDeliberate, PauseSuspended}

// Term names the value.
func (v PauseKind) Term() Term { return term(v, pauseKindTerms) }

var pauseKindTerms = map[PauseKind]Term{
	PauseRecess:     {"休会", "Recess"},
	PauseDeliberate: {"休会评议", "Deliberation"},
	PauseSuspended:  {"中止", "Suspended"},
}

// A TranscriptEntry (笔录记录) is one thing that was done to a transcript. Entries
// are only ever added: what was written, and what was changed later, can be
// read from them for ever, and taking back is an entry too.
type TranscriptEntry struct {
	ID     ID            `json:"id"` // unique among all desks
	At     time.Time     `json:"at"` // when it was done
	By     string        `json:"by,omitempty"`
	Act    TranscriptAct `json:"act,omitempty"`    // empty is write
	From   *Utterance    `json:"from,omitempty"`   // write: the passage before; none: it is new
	To     *Utterance    `json:"to,omitempty"`     // write: the passage after; none: it is taken out
	Undoes ID            `json:"undoes,omitempty"` // write, sign: the entry that it takes back
	Step   string        `json:"step,omitempty"`   // step: key of the step (环节)
	Case   ID            `json:"case,omitempty"`   // step: case that it is about
	Pause  PauseKind     `json:"pause,omitempty"`  // pause: why
	Until  time.Time     `json:"until,omitzero"`   // pause: when the hearing is to go on, as it was announced; unset: not said
	Note   string        `json:"note,omitempty"`   // remark: reason of a pause, who read the transcript to whom, who asked for a change
	Hash   string        `json:"hash,omitempty"`   // seal, sign: SHA-256 of the text, hex
	Paper  string        `json:"paper,omitempty"`  // seal: SHA-256 of the pages as they were printed, hex
	Pages  int           `json:"pages,omitempty"`  // seal: how many pages

	Signer  ID       `json:"signer,omitempty"`  // sign: participant, presider or recorder
	Page    int      `json:"page,omitempty"`    // sign: page that was signed; 0: the whole transcript
	Strokes []Stroke `json:"strokes,omitempty"` // sign: what was drawn
}

// Line is the passage that a write is about.
func (e TranscriptEntry) Line() ID {
	switch {
	case e.To != nil:
		return e.To.ID
	case e.From != nil:
		return e.From.ID
	}
	return ""
}

// A Transcript (听证笔录) is the record of what was said in a hearing, as the log
// of its entries in their order (规定, art. 18).
type Transcript struct {
	Hearing ID                `json:"hearing"`
	Entries []TranscriptEntry `json:"entries"`
}

// Typing is the passage that is being typed, with the place of the cursor, so
// that a desk which went down opens where it was.
type Typing struct {
	Line   Utterance
	Cursor int // characters before the cursor, counted in runes
	At     time.Time
}

// LongestUtterance is how many characters one passage may have.
const LongestUtterance = 20_000

// Validate says what is wrong with the transcript's own fields. What an entry
// says of earlier ones is looked at when the log is read.
func (t Transcript) Validate() FieldErrors {
	var faults FieldErrors
	if !ValidID(t.Hearing) {
		faults = append(faults, &FieldError{Path: "hearing", Code: "required", Value: string(t.Hearing)})
	}
	seen := map[ID]bool{}
	for i, e := range t.Entries {
		at := fmt.Sprintf("entries[%d]", i)
		if seen[e.ID] {
			faults = append(faults, &FieldError{Path: at + ".id", Code: "duplicate", Value: string(e.ID)})
		}
		seen[e.ID] = true
		for _, f := range e.Validate() {
			f.Path = at + "." + f.Path
			faults = append(faults, f)
		}
	}
	return faults
}

// Validate says what is wrong with the entry by itself.
func (e TranscriptEntry) Validate() FieldErrors {
	var faults FieldErrors
	fault := func(path, code, value, expect string) {
		faults = append(faults, &FieldError{Path: path, Code: code, Value: value, Expect: expect})
	}
	if !ValidID(e.ID) {
		fault("id", "required", string(e.ID), "")
	}
	if e.At.IsZero() {
		fault("at", "required", "", "")
	}
	act := e.Act
	if act == "" {
		act = ActWrite
	}
	switch {
	case !slices.Contains(TranscriptActs, act):
		fault("act", "unknown", string(e.Act), "write, step, pause, resume, read, sign, seal")
	case act == ActWrite && e.From == nil && e.To == nil:
		fault("to", "required", "", "")
	case act == ActWrite && e.From != nil && e.To != nil && e.From.ID != e.To.ID:
		fault("to.id", "order", string(e.To.ID), string(e.From.ID))
	case act == ActStep && e.Step == "":
		fault("step", "required", "", "")
	case act == ActPause && !slices.Contains(PauseKinds, e.Pause):
		fault("pause", "unknown", string(e.Pause), "recess, deliberation, suspended")
	case !e.Until.IsZero() && (act != ActPause || e.Until.Before(e.At)):
		fault("until", "order", e.Until.Format(time.RFC3339), e.At.Format(time.RFC3339))
	case act == ActSeal && len(e.Hash) != 64:
		fault("hash", "format", e.Hash, "SHA-256")
	case act == ActSign:
		e.signs(fault)
	case len(e.Strokes) > 0:
		fault("strokes", "unknown", strconv.Itoa(len(e.Strokes)), "0")
	}
	for _, side := range []struct {
		name string
		line *Utterance
	}{{"from", e.From}, {"to", e.To}} {
		if side.line != nil {
			faults = append(faults, side.line.faults(side.name)...)
		}
	}
	return faults
}

// faults says what is wrong with the passage by itself.
func (u Utterance) faults(at string) FieldErrors {
	var faults FieldErrors
	fault := func(path, code, value, expect string) {
		faults = append(faults, &FieldError{Path: at + "." + path, Code: code, Value: value, Expect: expect})
	}
	for _, id := range []struct {
		path string
		id   ID
		must bool
	}{{"id", u.ID, true}, {"after", u.After, false}, {"case", u.Case, false}, {"speaker", u.Speaker, false}, {"of", u.Of, false}} {
		if (id.id != "" || id.must) && !ValidID(id.id) {
			fault(id.path, "required", string(id.id), "")
		}
	}
	if !slices.Contains(UtteranceKinds, u.Kind) {
		fault("kind", "unknown", string(u.Kind), "speech, question, answer, note, exhibit, disorder, notarial, correction")
	}
	if u.At.IsZero() {
		fault("at", "required", "", "")
	}
	if u.ID != "" && u.After == u.ID {
		fault("after", "ring", string(u.After), "")
	}
	if n := len([]rune(u.Text)); n > LongestUtterance {
		fault("text", "long", strconv.Itoa(n), strconv.Itoa(LongestUtterance))
	}
	if strings.ContainsRune(u.Text, 0) {
		fault("text", "format", "\\0", "")
	}
	return faults
}
