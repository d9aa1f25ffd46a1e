// Package texts is the tab of the papers' texts (设置 → 文书): an office reads how
// each paper is written, writes it its own way beside a live page, and puts an
// earlier text back in force.
package texts

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/edit"
)

// A Desk is what the tab needs of the file.
type Desk interface {
	edit.Drafts
	DraftOwners(ctx context.Context) ([]string, error)
	Library
	Sessions
	Shelf
}

// A Library keeps the office's own texts.
type Library interface {
	Forms(ctx context.Context) ([]hearing.FormText, error)
	Form(ctx context.Context, number hearing.ID) (hearing.FormText, error)
	SaveForm(ctx context.Context, f hearing.FormText) (hearing.Version, error)
	History(ctx context.Context, kind string, id hearing.ID) ([]hearing.Change, error)
}

// Sessions are what a text is tried on.
type Sessions interface {
	Entries(ctx context.Context, from, to time.Time) ([]hearing.Entry, error)
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
}

// The fields of a text's draft.
const (
	draftText = "text"
	draftNote = "note"
	draftBase = "base" // the edition that it was begun on
)

// glance is how long the check of a text waits for the next keystroke.
const glance = 200 * time.Millisecond

// A Model is the text that is open. Its methods belong to the window's thread.
type Model struct {
	Papers   []Paper // all, in the order of their numbers
	Number   string  // of the paper that is open
	Stored   hearing.FormText
	Original string // the program's text
	Text     string // as it is typed
	Note     string // why it is changed
	Base     int    // the edition that the draft was begun on
	Editions []hearing.Edition
	Faults   document.SourceErrors
	Checked  bool // Faults are those of Text
	Proof    Proof
	Word     Word

	OnOpen  func() // another text is to be shown
	OnCheck func() // what is wrong with it, or its page, is another
	OnList  func() // Papers are others

	run   edit.Runner
	desk  Desk
	make  func() (*press.Press, error)
	now   func() time.Time
	say   func(string)
	fail  func(error)
	press *press.Press // as soon as it is made
	trial trial
	turn  int // counts the texts: a late check is dropped
	reads int // counts the readings: a late one is dropped
}

// NewModel returns a model with nothing open; make returns the press.
func NewModel(run edit.Runner, desk Desk, make func() (*press.Press, error), now func() time.Time, say func(string), fail func(error)) *Model {
	none := func() {}
	return &Model{run: run, desk: desk, make: make, now: now, say: say, fail: fail, OnOpen: none, OnCheck: none, OnList: none, trial: trial{desk: desk, now: now}}
}

// InForce is the text that papers are made with now.
func (m *Model) InForce() string {
	if m.Stored.Text != "" {
		return m.Stored.Text
	}
	return m.Original
}

// Dirty reports whether something was typed that is not in force.
func (m *Model) Dirty() bool { return m.Number != "" && m.Text != m.InForce() }

// Since is when the text in force was put so; zero for the program's own.
func (m *Model) Since() hearing.Edition {
	for _, e := range m.Editions {
		if m.Stored.Text != "" && e.Edition == m.Stored.Edition && e.Text == m.Stored.Text {
			return e
		}
	}
	return hearing.Edition{}
}

// Behind reports whether the draft was begun on another text than is in force.
func (m *Model) Behind() bool { return m.Dirty() && m.Base != m.Stored.Edition }

// A reading is what the file holds of one paper's text.
type reading struct {
	press    *press.Press
	own      []hearing.FormText
	owners   []string
	stored   hearing.FormText
	drafts   map[string]string
	editions []hearing.Edition
	word     Word
	inWord   map[string]bool // numbers of papers that have a Word form in their place
}

func (m *Model) owner(number string) string {
	return edit.Owner(hearing.NounForm, hearing.ID(number))
}

// Show opens the text of a paper, or reads the open one anew; what was typed and
// is not in force comes from its draft. Without a number the first is opened.
func (m *Model) Show(number string) {
	if number == "" {
		number = m.Number
	}
	m.run.Flush() // the draft of another paper
	m.reads++
	reads, r := m.reads, &reading{}
	m.run.Do(func(ctx context.Context) error { return r.read(ctx, m, &number) }, func(err error) {
		switch {
		case reads != m.reads:
		case err != nil:
			m.fail(err)
		default:
			m.take(number, r)
		}
	})
}

func (r *reading) read(ctx context.Context, m *Model, number *string) (err error) {
	if r.press, err = m.make(); err != nil {
		return err
	}
	if !slices.Contains(r.press.Numbers(), *number) {
		*number = r.press.Numbers()[0]
	}
	if r.own, err = m.desk.Forms(ctx); err != nil {
		return err
	}
	if r.owners, err = m.desk.DraftOwners(ctx); err != nil {
		return err
	}
	if r.drafts, err = m.desk.Drafts(ctx, m.owner(*number)); err != nil {
		return err
	}
	if r.stored, err = m.desk.Form(ctx, hearing.ID(*number)); err != nil {
		return err
	}
	changes, err := m.desk.History(ctx, hearing.NounForm, hearing.ID(*number))
	r.editions = hearing.Editions(changes)
	if err != nil {
		return err
	}
	return r.readWord(ctx, m.desk, *number)
}

func (m *Model) take(number string, r *reading) {
	mine := number == m.Number && m.Dirty() // typed here, whatever another window did
	if number != m.Number {
		m.Proof, m.trial.key, m.trial.session = Proof{}, "", ""
	}
	m.press = r.press
	m.trial.forget()
	m.Number, m.Stored, m.Editions, m.Word = number, r.stored, r.editions, r.word
	m.Papers = nil
	for _, f := range r.press.Forms().FormsOf(r.own) {
		m.Papers = append(m.Papers, Paper{Form: f, Draft: slices.Contains(r.owners, m.owner(f.Number)) || mine && f.Number == number, Word: r.inWord[f.Number]})
	}
	for _, f := range r.press.Forms().Forms() {
		if f.Number == number {
			m.Original = f.Text
		}
	}
	if mine {
		m.keep()
	} else {
		m.bring(r.drafts)
	}
	m.turn++
	m.OnList()
	m.OnOpen()
	m.check(0)
}

// bring shows the text in force, or what was typed and is not.
func (m *Model) bring(drafts map[string]string) {
	m.Text, m.Note, m.Base = m.InForce(), drafts[draftNote], m.Stored.Edition
	if text := drafts[draftText]; text != "" {
		m.Text = text
		m.Base, _ = strconv.Atoi(drafts[draftBase]) // a text of ours
	}
}

// Type takes what the text says now: it is checked, and kept as a draft.
func (m *Model) Type(text string) {
	if text == m.Text || m.Number == "" {
		return
	}
	was := m.Dirty()
	m.Text, m.Checked = text, false
	m.turn++
	m.keep()
	if was != m.Dirty() {
		m.mark(m.Dirty())
	}
	m.check(glance)
}

// Because takes the note why the text is changed.
func (m *Model) Because(note string) {
	m.Note = note
	if m.Dirty() {
		m.keep()
	}
}

func (m *Model) mark(draft bool) {
	for i := range m.Papers {
		if m.Papers[i].Number == m.Number {
			m.Papers[i].Draft = draft
		}
	}
	m.OnList()
}

// keep keeps what was typed as a draft, or drops it where it is in force.
func (m *Model) keep() {
	fields := map[string]string{draftText: m.Text, draftNote: m.Note, draftBase: strconv.Itoa(m.Base)}
	if !m.Dirty() {
		fields = map[string]string{draftText: "", draftNote: "", draftBase: ""}
	}
	owner := m.owner(m.Number)
	m.run.Later("draft "+owner, edit.Pause, func(ctx context.Context) error {
		var errs []error
		for field, text := range fields {
			errs = append(errs, m.desk.SaveDraft(ctx, owner, field, text))
		}
		return errors.Join(errs...)
	}, m.fail)
}

// Drop gives up what was typed.
func (m *Model) Drop() {
	m.Note = ""
	m.Type(m.InForce())
	m.OnOpen()
}
