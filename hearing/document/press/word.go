package press

import (
	"fmt"
	"slices"
	"sync"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/scanning"
	"hearingdesk/hearing/document/wordform"
)

// wordForms reads an office's own Word forms, each once.
type wordForms struct {
	file func(hash string) ([]byte, error)
	mu   sync.Mutex
	read map[hearing.WordForm]*wordform.Form
}

// mostWords is how many are kept: more than an office has.
const mostWords = 100

// Files returns a press that has own Word forms in the place of papers that are
// written for Word, where a dossier names them, and prints the files that go out
// with papers; file reads a content by its hash.
func (p *Press) Files(file func(hash string) ([]byte, error)) *Press {
	out := *p
	out.words, out.sheets = &wordForms{file: file}, &enclosed{file: file, open: map[string]*scanning.Sheets{}}
	return &out
}

// ReadWord reads an office's own Word form, which stands in for the paper of a
// number or, without one, is a sheet of its own. What is wrong with it is a
// [*wordform.Error], or several of them in [wordform.Errors].
func (p *Press) ReadWord(number, title string, file []byte) (*wordform.Form, error) {
	return wordform.Read(p.forms, number, title, file)
}

// form returns a dossier's Word form, read.
func (p *Press) form(f hearing.WordForm) (*wordform.Form, error) {
	w := p.words
	f = hearing.WordForm{Paper: f.Paper, Title: f.Title, Hash: f.Hash}
	w.mu.Lock()
	defer w.mu.Unlock()
	if out := w.read[f]; out != nil {
		return out, nil
	}
	file, err := w.file(f.Hash)
	if err != nil {
		return nil, fmt.Errorf("own Word form %s: %w", f.Called(), err)
	}
	out, err := p.ReadWord(f.Paper, f.Title, file)
	if err != nil {
		return nil, fmt.Errorf("own Word form %s: %w", f.Called(), err)
	}
	if len(w.read) >= mostWords || w.read == nil {
		w.read = map[hearing.WordForm]*wordform.Form{}
	}
	w.read[f] = out
	return out, nil
}

// inPlace fills the own Word form that stands in a paper's place; nil where none
// does.
func (p *Press) inPlace(d hearing.Dossier, it document.Item, today calendar.Date) func() ([]byte, error) {
	i := slices.IndexFunc(d.WordForms, func(f hearing.WordForm) bool { return f.Paper == it.Number && f.Hash != "" })
	if p.words == nil || i < 0 {
		return nil
	}
	return func() ([]byte, error) {
		f, err := p.form(d.WordForms[i])
		if err != nil {
			return nil, err
		}
		return f.Fill(d, it, today)
	}
}

// A Sheet is a sheet of an office's own, made for Word only.
type Sheet struct {
	Item document.Item // without a number
	fill func() ([]byte, error)
}

// File returns the sheet as a DOCX.
func (s Sheet) File() ([]byte, error) { return s.fill() }

// Sheets lists the office's own sheets for a session.
func (p *Press) Sheets(d hearing.Dossier, today calendar.Date) ([]Sheet, error) {
	var out []Sheet
	for _, f := range d.WordForms {
		if p.words == nil || f.Paper != "" || f.Hash == "" {
			continue
		}
		form, err := p.form(f)
		if err != nil {
			return nil, err
		}
		for _, it := range form.Plan(d) {
			out = append(out, Sheet{it, func() ([]byte, error) { return form.Fill(d, it, today) }})
		}
	}
	return out, nil
}
