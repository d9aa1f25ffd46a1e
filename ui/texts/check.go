package texts

import (
	"context"
	"errors"
	"time"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/ui/words"
)

// check says what is wrong with the text, and makes a page of it where nothing
// is.
func (m *Model) check(wait time.Duration) {
	turn, number, text, p, try := m.turn, m.Number, m.Text, m.press, m.trial.asked()
	var form document.Form
	var proof Proof
	var faults document.SourceErrors
	m.run.Later("check text", wait, func(ctx context.Context) (err error) {
		form, err = p.Forms().Inspect(number, text)
		if errors.As(err, &faults) {
			return nil
		}
		if err == nil {
			proof, err = m.trial.make(ctx, p, form, text, try)
		}
		return err
	}, func(err error) {
		if turn != m.turn {
			return
		}
		if err != nil {
			m.fail(err)
			return
		}
		m.Faults, m.Checked = faults, true
		if len(faults) == 0 {
			m.Proof = proof
		}
		m.OnCheck()
	})
}

// At is where a fault stands in the text, in characters.
func (m *Model) At(f *document.SourceError) int {
	at, line := 0, 1
	for _, r := range m.Text {
		if line == f.Line {
			break
		}
		at++
		if r == '\n' {
			line++
		}
	}
	return min(at+max(f.Column-1, 0), utf8.RuneCountInString(m.Text))
}

// NextFault is the fault after a place in the text, or the first; nil without
// one.
func (m *Model) NextFault(at int) *document.SourceError {
	for _, f := range m.Faults {
		if m.At(f) > at {
			return f
		}
	}
	if len(m.Faults) > 0 {
		return m.Faults[0]
	}
	return nil
}

// Save puts what was typed in force, unless something is wrong with it.
func (m *Model) Save() {
	if !m.Dirty() {
		m.say(words.T("没有改动，不用保存"))
		return
	}
	m.store(m.Text, m.Note)
}

// Reset puts the program's text back in force.
func (m *Model) Reset() {
	m.store(m.Original, words.T("恢复原文"))
}

// PutBack puts an earlier text back in force, as a new edition.
func (m *Model) PutBack(e hearing.Edition) {
	text, note := e.Text, words.T("恢复第{{.N}}版", map[string]int{"N": e.Edition})
	if text == "" {
		text, note = m.Original, words.T("恢复原文")
	}
	m.store(text, note)
}

// store puts a text in force and drops the draft.
func (m *Model) store(text, note string) {
	m.run.Flush()
	f, number, original, p, turn := m.Stored, m.Number, m.Original, m.press, m.turn
	if text == m.InForce() { // all that was typed is given up
		m.Drop()
		return
	}
	var stored hearing.FormText
	m.run.Do(func(ctx context.Context) error {
		if _, err := p.Forms().Inspect(number, text); err != nil {
			return err
		}
		f.ID, f.Text, f.Note = hearing.ID(number), text, note
		if text == original {
			f.Text = ""
		}
		if _, err := m.desk.SaveForm(ctx, f); err != nil {
			return err
		}
		for _, field := range []string{draftText, draftNote, draftBase} {
			if err := m.desk.SaveDraft(ctx, m.owner(number), field, ""); err != nil {
				return err
			}
		}
		var err error
		stored, err = m.desk.Form(ctx, f.ID)
		return err
	}, func(err error) {
		var faults document.SourceErrors
		switch {
		case errors.As(err, &faults):
			m.say(words.T("还有 {{.N}} 处错误，没有存入；改正后再存", map[string]int{"N": len(faults)}))
			if number == m.Number && text == m.Text {
				m.Faults, m.Checked = faults, true
				m.OnCheck()
			}
		case err != nil:
			m.fail(err)
			if errors.Is(err, hearing.ErrStale) {
				m.Show("") // what another window put in force
			}
		default:
			said := words.T("已恢复原文，可用 Ctrl+Z 撤销")
			if stored.Text != "" {
				said = words.T("已存为{{.Edition}}，以后的文书按它生成；可用 Ctrl+Z 撤销", map[string]string{"Edition": words.FormOrigin(stored.Edition)})
			}
			m.say(said)
			if number == m.Number {
				m.Stored, m.Base = stored, stored.Edition
			}
			if turn == m.turn { // nothing was typed since
				m.Text, m.Note = text, ""
			}
			m.Show(m.Number)
		}
	})
}

// Own reports whether a text of the office's own is in force.
func (m *Model) Own() bool { return m.Stored.Text != "" }
