package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/wordform"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// readForm reads an own Word form. With -kind it stands in for that paper, and
// is made for everybody for whom the paper is made; else it is made once a
// session and called as its file.
func readForm(p *press.Press, file string, o order) (*wordform.Form, error) {
	number := ""
	switch {
	case o.queue != "":
		return nil, usageError{words.T("-word 生成 Word 文件，不能同时用 -print 打印。")}
	case len(o.kinds) > 1:
		return nil, usageError{words.T("一份 Word 表单只能代替一种文书，请只写一个 -kind。")}
	case len(o.kinds) == 1:
		number = o.kinds[0]
	}
	r, err := os.Open(file) //nolint:gosec // the user names the file to read
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	text, err := io.ReadAll(io.LimitReader(r, wordform.LargestFile+1))
	if cerr := r.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	form, err := p.ReadWord(number, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), text)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	return form, nil
}

// fillForm fills an own Word form for one session, as makePapers makes papers.
// One that stands in for a paper is remembered as that paper.
func fillForm(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, session hearing.ID, o order) (bool, error) {
	d, err := desk.Dossier(ctx, session)
	if err != nil {
		return false, fmt.Errorf("session %s: %w", session, err)
	}
	items := o.form.Plan(d)
	if o.number {
		if d, err = takeNumbers(ctx, desk, p, d, items, o.day.Year()); err != nil {
			return false, fmt.Errorf("session %s: %w", session, err)
		}
	}
	if len(items) == 0 {
		fmt.Fprintln(t.err, words.T("{{.Session}}：没有要生成的文书。", map[string]any{"Session": session}))
	}
	names := press.Names(items, press.Mark(d), press.DOCX)
	whole := true
	for i, it := range items {
		text, err := o.form.Fill(d, it, o.day)
		if err != nil {
			whole = false
			fmt.Fprintln(t.err, words.T("{{.Paper}}：{{.Why}}", map[string]string{
				"Paper": string(session) + " " + strings.TrimSuffix(names[i], "."+string(press.DOCX)), "Why": words.Error(err)}))
			continue
		}
		file := filepath.Join(o.folder, names[i])
		if err := writeWhole(file, text); err != nil {
			return false, err
		}
		fmt.Fprintln(t.out, file)
		if it.Number == "" {
			continue
		}
		hash, err := p.Hash(d, it, o.day)
		if err != nil {
			return false, err
		}
		if err := desk.RecordPrint(ctx, hearing.Print{Session: session, Document: it.Number, For: it.For, Key: it.Key, Hash: hash, Copies: it.Copies, To: file, Day: o.day}, nil); err != nil {
			return false, err
		}
	}
	return whole, nil
}
