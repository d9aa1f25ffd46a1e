package hearing

import "time"

// An UtteranceKind says what one passage of a transcript is.
type UtteranceKind string

// The kinds of passages.
const (
	Speech     UtteranceKind = "speech"     // 发言
	Ask        UtteranceKind = "question"   // 问
	Reply      UtteranceKind = "answer"     // 答
	Remark     UtteranceKind = "note"       // 记录说明: what happened, in the recorder's words
	Exhibit    UtteranceKind = "exhibit"    // 示证
	Disorder   UtteranceKind = "disorder"   // 秩序处置: advised, admonished, sent out
	Notarial   UtteranceKind = "notarial"   // 公证人员说明
	Correcting UtteranceKind = "correction" // 更正: added to a transcript that is sealed
)

// UtteranceKinds lists every kind.
var UtteranceKinds = []UtteranceKind{Speech, Ask, Reply, Remark, Exhibit, Disorder, Notarial, Correcting}

// Term names the value.
func (v UtteranceKind) Term() Term { return term(v, utteranceKindTerms) }

var utteranceKindTerms = map[UtteranceKind]Term{
	Speech:     {"发言", "Speech"},
	Ask:        {"问", "Question"},
	Reply:      {"答", "Answer"},
	Remark:     {"记录", "Note"},
	Exhibit:    {"示证", "Exhibit"},
	Disorder:   {"秩序", "Order"},
	Notarial:   {"公证", "Notary"},
	Correcting: {"更正", "Correction"},
}

// The speakers who are no participants of the hearing; prosecutors are named
// by the ID of their person.
const (
	SpeakerPresider ID = "presider" // 主持人
	SpeakerRecorder ID = "recorder" // 书记员
)

// An Utterance (发言) is one passage of a transcript: what somebody said, or what
// the recorder noted.
type Utterance struct {
	ID      ID            `json:"id"`
	Kind    UtteranceKind `json:"kind"`
	After   ID            `json:"after,omitempty"`   // passage that it was put behind; empty: the beginning
	Step    string        `json:"step,omitempty"`    // key of the step of the hearing in which it was said (环节)
	Case    ID            `json:"case,omitempty"`    // case that it is about, where a hearing hears several
	Speaker ID            `json:"speaker,omitempty"` // participant, prosecutor's person, presider or recorder; empty: nobody, as in a note
	Of      ID            `json:"of,omitempty"`      // of an answer: the question; of a correction: the passage
	Exhibit string        `json:"exhibit,omitempty"` // number of the exhibit (证据编号)
	Text    string        `json:"text"`              // what was said (内容); lines are paragraphs
	At      time.Time     `json:"at"`                // when it began, which is where it is found in a recording
	Draft   bool          `json:"draft,omitempty"`   // from a speech recogniser, not yet gone over (待核对)
}

// Same reports whether two passages say the same.
func (u Utterance) Same(v Utterance) bool {
	at := u.At.Equal(v.At)
	u.At, v.At = time.Time{}, time.Time{}
	return at && u == v
}
