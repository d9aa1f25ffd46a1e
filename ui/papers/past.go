package papers

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// errNotKept is of a print from before papers were kept, or of a Word form.
var errNotKept = errors.New("what was printed was not kept")

// An Earlier is a print as it was, and what of it is another now.
type Earlier struct {
	hearing.Print
	Paper   press.Paper
	Exact   bool               // it looks as it did; else a font was replaced
	Changes []press.Difference // what is another in the facts now
	Gone    bool               // the session needs the paper no more
	Err     error              // why it cannot be shown
}

// Latest is the newest print of the chosen paper, of which the history begins.
func (m *Model) Latest() *hearing.Print {
	if m.Chosen == nil || len(m.Chosen.Prints) == 0 {
		return nil
	}
	return &m.Chosen.Prints[len(m.Chosen.Prints)-1]
}

// ShowEarlier shows a print in the preview as it was; nil shows the paper as it is
// now.
func (m *Model) ShowEarlier(pr *hearing.Print) {
	if pr == nil || m.Chosen == nil {
		m.Earlier = nil
		m.OnChoose()
		return
	}
	chosen, d := m.Chosen.key(), m.dossierOf(m.Chosen)
	past := &Earlier{Print: *pr}
	m.run.Do(func(ctx context.Context) error {
		past.Err = past.read(ctx, m, d)
		return nil
	}, func(error) {
		if m.Chosen != nil && m.Chosen.key() == chosen {
			m.Earlier = past
			m.OnChoose()
		}
	})
}

// read fetches what was printed.
func (x *Earlier) read(ctx context.Context, m *Model, d hearing.Dossier) error {
	if x.Content == "" {
		return errNotKept
	}
	p, err := m.make()
	if err != nil {
		return err
	}
	data, err := m.desk.Content(ctx, x.Content)
	if err != nil {
		return err
	}
	if x.Paper, x.Exact, err = p.Kept(data); err != nil {
		return err
	}
	x.Changes, err = p.Differences(d, x.Print, x.Paper)
	var missing *document.MissingError
	if errors.Is(err, hearing.ErrNotFound) || errors.As(err, &missing) {
		x.Gone, err = true, nil
	}
	return err
}

// About says of a print when it was made, by whom, how many copies went where,
// and by which hash it is known.
func About(pr hearing.Print) string {
	text := words.T("{{.N}} 份", map[string]int{"N": pr.Copies})
	if pr.Edition > 0 {
		text += words.T(" · 本院第 {{.N}} 版", map[string]int{"N": pr.Edition})
	}
	return text + " · " + pr.Actor + " · " + short(pr.Hash)
}

// short is as much of a hash as one compares by eye.
func short(hash string) string { return hash[:min(len(hash), 8)] }

// Compared says what of a print is another now.
func (x *Earlier) Compared() Line {
	switch {
	case x.Err != nil:
		return Line{Explain(x.Err), Bad}
	case x.Gone:
		return Line{words.T("按现在的事实，这份文书不再需要或还不能生成。"), Attention}
	case len(x.Changes) > 0:
		return Line{words.T("这份比现在的事实旧：{{.What}}", map[string]string{"What": Differences(x.Changes, 6, 40)}), Attention}
	case !x.Exact:
		return Line{words.T("事实没有变。字体换过，字形可能与当时略有不同，位置一样。"), Attention}
	}
	return Line{words.T("与现在的事实一致。"), Good}
}

// Differences names facts that are others now, at most so many: 听证地点
// 听证室一→听证室二. Values longer than so many characters are cut, or left out
// where they would say little.
func Differences(list []press.Difference, most, long int) string {
	var out []string
	for i, d := range list {
		if i == most {
			out = append(out, words.T("另 {{.N}} 项", map[string]int{"N": len(list) - most}))
			break
		}
		switch {
		case d.Then == "" && d.Now == "", long < 20 && utf8.RuneCountInString(d.Then+d.Now) > 2*long:
			out = append(out, d.Label)
		default:
			out = append(out, words.T("{{.Label}} {{.Then}}→{{.Now}}", map[string]string{"Label": d.Label, "Then": cut(d.Then, long), "Now": cut(d.Now, long)}))
		}
	}
	return words.List(out)
}

// cut is a value short enough to stand in a line.
func cut(s string, most int) string {
	r := []rune(s)
	switch {
	case len(r) == 0:
		return words.T("（空）")
	case len(r) > most:
		return string(r[:most]) + "…"
	}
	return s
}

// isFile reports whether a print went to a file rather than to a printer.
func isFile(pr hearing.Print) bool {
	return strings.HasSuffix(pr.To, "."+string(press.PDF)) || strings.HasSuffix(pr.To, "."+string(press.DOCX))
}
