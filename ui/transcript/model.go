// Package transcript is the part of a hearing's page on which its transcript is
// read, corrected in sight, signed and sealed (笔录). It is written at the hearing
// desk, or comes from a speech recogniser; here nothing changes unseen.
package transcript

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/rules"
	"hearingdesk/hearing/transcript"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A Desk is what the tab needs of the file.
type Desk interface {
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	AddToTranscript(ctx context.Context, id hearing.ID, entries ...hearing.TranscriptEntry) error
	RecordPrint(ctx context.Context, p hearing.Print, paper []byte) error
	Content(ctx context.Context, hash string) ([]byte, error)
}

type runner interface {
	Do(job work.Job, done func(error))
	Aside(long func(ctx context.Context, say func(float64)) error, said func(float64), done func(error)) (stop func())
}

// A Holding is how the sealed pages are that the desk keeps.
type Holding int

// The holdings.
const (
	NotKept   Holding = iota // 不在本机: sealed at another desk
	AsSealed                 // 一致
	NotSealed                // 不一致: damaged or changed
)

// A Model is the transcript of one hearing.
type Model struct {
	Dossier hearing.Dossier
	Text    *transcript.Text
	Rows    []Row
	Pages   Holding
	Chosen  hearing.ID // passage

	OnChange func()
	OnFiled  func() // the log has more entries

	run   runner
	desk  Desk
	press func() (*press.Press, error)
	steps func(hearing.Dossier) map[string]hearing.Term // names of the steps that begin a part
	now   func() time.Time
	id    func() hearing.ID
	fail  func(error)
}

// NewModel returns a model without a hearing.
func NewModel(sh *shell.Shell, desk Desk, press func() (*press.Press, error)) *Model {
	m := &Model{Text: &transcript.Text{}, run: sh.Work, desk: desk, press: press, now: sh.Now, id: sh.NewID, fail: sh.Fail, OnChange: func() {}, OnFiled: func() {}}
	m.steps = func(d hearing.Dossier) map[string]hearing.Term {
		out := map[string]hearing.Term{}
		book, err := sh.Book()
		if err != nil {
			return out // where the rules are read it is said why they cannot be
		}
		for _, p := range book.Script(d, calendar.DateOf(d.Session().Slot.Start.In(words.Zone()))) {
			if p.Place != rules.Insert {
				out[p.Step] = hearing.Term{Zh: p.Zh, En: p.En}
			}
		}
		return out
	}
	return m
}

// Take shows a hearing as it was read.
func (m *Model) Take(d hearing.Dossier) {
	m.Dossier, m.Text = d, transcript.Of(d.Transcript)
	m.Rows = rows(d, m.Text, m.steps(d))
	if _, ok := m.Text.Line(m.Chosen); !ok {
		m.Chosen = ""
	}
	seal, sealed := m.Text.Seal()
	if !sealed {
		m.Pages = NotKept
		m.OnChange()
		return
	}
	held := NotKept
	m.run.Do(func(ctx context.Context) error {
		_, err := m.desk.Content(ctx, seal.Paper)
		switch {
		case err == nil:
			held = AsSealed
		case errors.Is(err, hearing.ErrDamaged):
			held = NotSealed
		case !errors.Is(err, hearing.ErrNotFound):
			return err
		}
		return nil
	}, func(err error) {
		if err != nil {
			m.fail(err)
		}
		m.Pages = held
		m.OnChange()
	})
}

// Sealed reports whether only corrections may still be added.
func (m *Model) Sealed() bool {
	_, ok := m.Text.Seal()
	return ok
}

// Drafts are the passages of a recogniser that nobody has gone over yet.
func (m *Model) Drafts() []hearing.ID {
	var out []hearing.ID
	for _, l := range m.Text.Lines() {
		if l.Draft && !l.Gone {
			out = append(out, l.ID)
		}
	}
	return out
}

// A Bar is what stands in the way of sealing.
type Bar int

// The bars.
const (
	NothingSaid Bar = iota // 没有发言记录
	StillOpen              // 听证会还没有结束
	NotRead                // 还没有交付校阅
	DraftsLeft             // 还有待核对的段落
	SignAgain              // 手写签名以后文字有改动
)

// Bars lists what stands in the way of sealing (听证工作规定, art. 18).
func (m *Model) Bars() []Bar {
	if m.Sealed() || m.Dossier.Hearing == nil {
		return nil
	}
	var out []Bar
	if len(m.Text.Lines()) == 0 {
		out = append(out, NothingSaid)
	}
	if !over(m.Dossier.Hearing.StateNow()) {
		out = append(out, StillOpen)
	}
	if m.Text.ReadAt().IsZero() {
		out = append(out, NotRead)
	}
	if len(m.Drafts()) > 0 {
		out = append(out, DraftsLeft)
	}
	if m.Text.Unsigned() > 0 {
		out = append(out, SignAgain)
	}
	return out
}

// over reports whether nothing more is said in a hearing.
func over(s hearing.State) bool {
	return slices.Contains([]hearing.State{hearing.Closed, hearing.Decided, hearing.FedBack, hearing.Archived}, s)
}

// Read records that the transcript was given to read, or read aloud: from here on
// changes stay visible.
func (m *Model) Read(note string) {
	m.add(hearing.TranscriptEntry{Act: hearing.ActRead, Note: note})
}

// Correct puts other words into a passage, or takes it out where there are none;
// asked is who asked for it. A sealed transcript gets a correction at its end.
func (m *Model) Correct(id hearing.ID, text string, asked hearing.ID) {
	text = strings.TrimSpace(text)
	was, ok := m.Text.Line(id)
	switch {
	case m.Sealed():
		if text != "" {
			m.add(m.fresh(hearing.Utterance{Kind: hearing.Correcting, After: m.Text.End(), Of: id, Speaker: asked, Text: text}))
		}
	case !ok || text == was.Text && !was.Draft:
	case text == "":
		m.add(hearing.TranscriptEntry{From: &was, Note: m.Called(asked)})
	default:
		now := was
		now.Text, now.Draft = text, false
		m.add(hearing.TranscriptEntry{From: &was, To: &now, Note: m.Called(asked)})
	}
}

// Insert puts a new passage behind another, in its step.
func (m *Model) Insert(after hearing.ID, speaker hearing.ID, text string) {
	if text = strings.TrimSpace(text); text == "" || m.Sealed() {
		return
	}
	kind := hearing.Speech
	if speaker == "" {
		kind = hearing.Remark
	}
	was, ok := m.Text.Line(after)
	if !ok {
		was, _ = m.Text.Last()
		after = m.Text.End()
	}
	m.add(m.fresh(hearing.Utterance{Kind: kind, After: after, Step: was.Step, Case: was.Case, Speaker: speaker, Text: text}))
}

// fresh is the entry of a new passage.
func (m *Model) fresh(u hearing.Utterance) hearing.TranscriptEntry {
	u.ID, u.At = m.id(), m.Text.After(m.now())
	return hearing.TranscriptEntry{To: &u, Note: m.Called(u.Speaker)}
}

// Confirm says of drafts that they were gone over.
func (m *Model) Confirm(ids ...hearing.ID) {
	m.redraft(ids, func(u *hearing.Utterance) { u.Draft = false })
}

// Unknown lists the names that a recogniser wrote before passages of whose
// speakers it knew no more.
func (m *Model) Unknown() []string {
	var out []string
	for _, l := range m.Text.Lines() {
		if name := unknown(l.Utterance); name != "" && !l.Gone && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func unknown(u hearing.Utterance) string {
	if !u.Draft || u.Speaker != "" {
		return ""
	}
	name, _ := transcript.Named(u.Text)
	return name
}

// Assign says who it was that a recogniser called by a name, everywhere.
func (m *Model) Assign(name string, speaker hearing.ID) {
	var ids []hearing.ID
	for _, l := range m.Text.Lines() {
		if !l.Gone && unknown(l.Utterance) == name {
			ids = append(ids, l.ID)
		}
	}
	m.redraft(ids, func(u *hearing.Utterance) {
		_, u.Text = transcript.Named(u.Text)
		u.Speaker = speaker
	})
}

// redraft changes several passages in one step.
func (m *Model) redraft(ids []hearing.ID, do func(*hearing.Utterance)) {
	var list []hearing.TranscriptEntry
	for _, id := range ids {
		if was, ok := m.Text.Line(id); ok {
			now := was
			do(&now)
			list = append(list, hearing.TranscriptEntry{From: &was, To: &now})
		}
	}
	m.add(list...)
}

// add stores entries, a millisecond apart.
func (m *Model) add(list ...hearing.TranscriptEntry) {
	if len(list) == 0 || m.Dossier.Hearing == nil {
		return
	}
	at := m.Text.After(m.now())
	for i := range list {
		list[i].ID, list[i].At = m.id(), at.Add(time.Duration(i)*time.Millisecond)
	}
	session := m.Dossier.Hearing.ID
	m.run.Do(func(ctx context.Context) error { return m.desk.AddToTranscript(ctx, session, list...) }, m.filed)
}

func (m *Model) filed(err error) {
	if err != nil {
		m.fail(err)
		return
	}
	m.OnFiled()
}
