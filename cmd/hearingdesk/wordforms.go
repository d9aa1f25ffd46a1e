package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/wordform"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// withFiles lets a press read the own Word forms of a desk, and the files that go
// out with papers.
func withFiles(ctx context.Context, p *press.Press, desk *storage.Desk) *press.Press {
	ctx = context.WithoutCancel(ctx)
	return p.Files(func(hash string) ([]byte, error) { return desk.Content(ctx, hash) })
}

// takeWordForm stores a Word form. A file is called after the paper in whose
// place it is to be, as in 07a-通知.docx; any other is a sheet of its own, and
// replaces the one with its name.
func takeWordForm(ctx context.Context, t terminal, desk *storage.Desk, source string, file []byte) error {
	p, err := newPress()
	if err != nil {
		return err
	}
	name := filepath.Base(source)
	title := strings.TrimSuffix(name, filepath.Ext(name))
	number, _, _ := strings.Cut(title, "-")
	if !slices.Contains(p.Numbers(), number) {
		number = ""
	}
	if _, err := p.ReadWord(number, title, file); err != nil {
		faults := words.WordFormFaults(err)
		if faults == nil {
			return fmt.Errorf("%s: %w", source, err)
		}
		fmt.Fprintln(t.err, words.T("“{{.File}}”有 {{.N}} 处错误，没有改动任何内容：", map[string]any{"File": source, "N": len(faults)}))
		for _, f := range faults {
			fmt.Fprintln(t.err, "  "+f)
		}
		return errRefused
	}
	all, err := desk.WordForms(ctx)
	if err != nil {
		return err
	}
	f := hearing.WordForm{ID: hearing.ID(number), Paper: number, Title: title}
	if number != "" {
		f.Title = ""
	} else {
		f.ID = desk.NewID()
	}
	if i := slices.IndexFunc(all, func(o hearing.WordForm) bool { return o.Paper == f.Paper && o.Title == f.Title }); i >= 0 {
		f = all[i]
	}
	f.Name = name
	if _, err := desk.SaveWordForm(ctx, f, file); err != nil {
		return err
	}
	said := words.T("已存为 {{.Paper}} 的 Word 表单", map[string]string{"Paper": number})
	if number == "" {
		said = words.T("已存为单独的 Word 表单：{{.Title}}", map[string]string{"Title": title})
	}
	fmt.Fprintln(t.out, said)
	return nil
}

// inspectWordForms holds that the Word forms of a package can be used: a hostile
// one does not come to a desk by this way either.
func inspectWordForms(forms []hearing.WordForm) error {
	for i, f := range forms {
		if f.File == "" {
			continue
		}
		p, err := newPress()
		if err != nil {
			return err
		}
		file, err := f.Bytes()
		if err == nil {
			_, err = p.ReadWord(f.Paper, f.Title, file)
		}
		var fault *wordform.Error
		if errors.As(err, &fault) {
			return fmt.Errorf("word_forms[%d] %s: %w", i, f.Called(), fault)
		}
		if err != nil {
			return fmt.Errorf("word_forms[%d] %s: %w", i, f.Called(), err)
		}
	}
	return nil
}

// makeSheets makes the office's own sheets of one session and reports whether
// all could be made.
func makeSheets(t terminal, p *press.Press, d hearing.Dossier, o order) (bool, error) {
	sheets, err := p.Sheets(d, o.day)
	if err != nil {
		return false, err
	}
	whole := true
	for _, s := range sheets {
		name := press.Names([]document.Item{s.Item}, press.Mark(d), press.DOCX)[0]
		text, err := s.File()
		if err != nil {
			whole = false
			fmt.Fprintln(t.err, words.T("{{.Paper}}：{{.Why}}", map[string]string{"Paper": name, "Why": words.Error(err)}))
			continue
		}
		file := filepath.Join(o.folder, name)
		if err := writeWhole(file, text); err != nil {
			return false, err
		}
		fmt.Fprintln(t.out, file)
	}
	return whole, nil
}
