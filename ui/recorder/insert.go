package recorder

import (
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/script"
)

// What is written into a transcript is Chinese in every language of the window:
// it is a paper.

// write writes a whole passage at once, behind what is typed.
func (m *Model) write(u hearing.Utterance) bool {
	if !m.commit() {
		return false
	}
	step, _ := m.text.Step()
	u.ID, u.Step, u.Case, u.After, u.At = m.newID(), step.Step, step.Case, m.text.End(), m.now().Truncate(time.Millisecond)
	if !m.add(hearing.TranscriptEntry{To: &u}) {
		return false
	}
	m.tell()
	return true
}

// Show writes that an exhibit is shown (示证) by who speaks.
func (m *Model) Show(number, name string) bool {
	number, name = strings.TrimSpace(number), strings.TrimSpace(name)
	if number == "" && name == "" {
		return false
	}
	text := "出示证据" + number
	if name != "" {
		text += "：" + name
	}
	return m.write(hearing.Utterance{Kind: hearing.Exhibit, Speaker: m.Speaking(), Exhibit: number, Text: text})
}

// Exhibits are the numbers and names of what was shown already.
func (m *Model) Exhibits() map[string]string {
	out := map[string]string{}
	for _, l := range m.text.Lines() {
		if l.Kind == hearing.Exhibit && !l.Gone {
			_, name, _ := strings.Cut(l.Text, "：")
			out[l.Exhibit] = name
		}
	}
	return out
}

// titled is a person as a transcript names one: 周明（听证员）.
func titled(p script.Person) string {
	switch {
	case p.Name == "":
		return p.Role
	case p.Role == "":
		return p.Name
	}
	return p.Name + "（" + p.Role + "）"
}

func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, "。") || strings.HasSuffix(s, "！") {
		return s
	}
	return s + "。"
}

// Disorder writes what was done to keep order (秩序处置), such as 训诫, to whom and
// why.
func (m *Model) Disorder(step script.Insert, whom, why string) bool {
	return m.write(hearing.Utterance{Kind: hearing.Disorder, Speaker: hearing.SpeakerPresider, Text: step.Name.Zh + "：" + sentence(strings.TrimSpace(whom)) + sentence(why)})
}

// Disorders counts how often a step was taken: admonishing follows advice.
func (m *Model) Disorders(step script.Insert) int {
	n := 0
	for _, l := range m.text.Lines() {
		if l.Kind == hearing.Disorder && !l.Gone && strings.HasPrefix(l.Text, step.Name.Zh+"：") {
			n++
		}
	}
	return n
}

// Recuse writes that a recusal is asked for (申请回避), and suspends the hearing
// until it is decided: whoever holds it does not decide that himself.
func (m *Model) Recuse(asker, against script.Person, why string, hall Hall) []hearing.Finding {
	text := titled(asker) + "申请" + titled(against) + "回避。"
	if why = strings.TrimSpace(why); why != "" {
		text = strings.TrimSuffix(text, "。") + "，理由是：" + sentence(why)
	}
	if !m.write(hearing.Utterance{Kind: hearing.Remark, Text: text}) {
		return nil
	}
	return m.Pause(hearing.PauseSuspended, time.Time{}, text, hall)
}

// A NotarialAct is what a notary does in a hearing.
type NotarialAct int

// The acts.
const (
	NotaryExplains NotarialAct = iota // 说明公证事项和法律后果
	NotaryAccepts                     // 受理
	NotaryIssues                      // 出具公证书
)

// A Notarial is what is written of a notary's act.
type Notarial struct {
	Act         NotarialAct
	Matter      hearing.NotaryMatter
	Kind        string // what it is: 合同、协议
	Notary      string
	Office      string // 公证机构
	Licence     string // 执业证号
	Certificate string // 公证书编号
	Text        string // what the notary said
}

// Notarise writes what a notary did. Nothing is accepted and no certificate issued
// while the parties dispute the matter (公证法, art. 31(4)): [hearing.ErrDisputed].
func (m *Model) Notarise(n Notarial) error {
	if n.Act != NotaryExplains && n.Matter.Disputed {
		return hearing.ErrDisputed
	}
	who := strings.TrimSpace(n.Office) + "公证员" + strings.TrimSpace(n.Notary)
	if n.Licence != "" {
		who += "（执业证号" + strings.TrimSpace(n.Licence) + "）"
	}
	what := n.Kind
	if n.Matter.Subject != "" {
		what += "（" + n.Matter.Subject + "）"
	}
	text := who
	switch n.Act {
	case NotaryAccepts:
		text += "受理公证事项：" + what
	case NotaryIssues:
		text += "就公证事项" + what + "出具公证书"
		if n.Certificate != "" {
			text += "，编号" + strings.TrimSpace(n.Certificate)
		}
	default:
		text += "说明公证事项" + what + "及法律后果"
	}
	text += "。" + sentence(n.Text)
	speaker := n.Matter.Notary
	m.write(hearing.Utterance{Kind: hearing.Notarial, Speaker: speaker, Text: text})
	return nil
}

// Recorded puts into the hearing's notarial matter what the notary did: the day of
// acceptance, or the certificate with its number and its day. A matter that the
// hearing does not have yet is added.
func Recorded(h *hearing.Hearing, x hearing.NotaryMatter, act NotarialAct, certificate string, on calendar.Date) {
	h.Notary = slices.Clone(h.Notary)
	i := slices.IndexFunc(h.Notary, func(m hearing.NotaryMatter) bool { return m.ID == x.ID })
	if i < 0 {
		i, h.Notary = len(h.Notary), append(h.Notary, x)
	}
	m := &h.Notary[i]
	if m.AcceptedOn.IsZero() {
		m.AcceptedOn = on
	}
	if act != NotaryIssues {
		return
	}
	m.IssuedOn = on
	if certificate = strings.TrimSpace(certificate); certificate != "" {
		m.Certificate = certificate
	}
}

// Say puts words into the typing line as what somebody says, to be gone over
// before Enter.
func (m *Model) Say(speaker hearing.ID, words []string) bool {
	if !m.commit() {
		return false
	}
	m.speaker = speaker
	m.start(hearing.Speech, m.speaker)
	m.line.Text = strings.Join(words, "\n")
	m.cursor = len([]rune(m.line.Text))
	m.keep()
	m.tell()
	return true
}
