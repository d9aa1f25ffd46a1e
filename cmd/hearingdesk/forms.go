package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// A formOrder is what the verb documents was asked for about texts of papers
// rather than papers.
type formOrder struct {
	list   bool
	number string
	export string
	reset  bool
}

func formFlags(flags *flag.FlagSet) *formOrder {
	o := &formOrder{}
	flags.BoolVar(&o.list, "forms", false, "")
	flags.StringVar(&o.number, "form", "", "")
	flags.StringVar(&o.export, "export", "", "")
	flags.BoolVar(&o.reset, "reset", false, "")
	return o
}

// asked reports whether it is about texts at all.
func (o formOrder) asked() bool { return o.list || o.number != "" || o.export != "" || o.reset }

// check says what does not go together.
func (o formOrder) check() error {
	switch about := o.export != "" || o.reset; {
	case o.list && (o.number != "" || about):
		return usageError{words.T("-forms 不能与 -form 一起用。")}
	case !o.list && (o.number == "" || !about || o.export != "" && o.reset):
		return usageError{words.T("-form 要与 -export 或 -reset 中的一个一起用。")}
	}
	return nil
}

// forms lists the texts of papers, writes one into a file, or puts the
// program's own back in force.
func forms(ctx context.Context, t terminal, file string, o formOrder) (err error) {
	if err := o.check(); err != nil {
		return err
	}
	catalogue, err := document.Load(assets.Documents())
	if err != nil {
		return fmt.Errorf("read texts of papers: %w", err)
	}
	desk, err := open(ctx, file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	own, err := desk.Forms(ctx)
	if err != nil {
		return err
	}
	if o.list {
		listForms(t, catalogue.FormsOf(own))
		return nil
	}
	for _, f := range catalogue.FormsOf(own) {
		switch {
		case f.Number != o.number:
		case o.export != "":
			return writeWhole(o.export, []byte(f.Text))
		default:
			return putForm(ctx, t, desk, catalogue, o.number, "", words.T("恢复原文"))
		}
	}
	return unknownForm(catalogue, o.number)
}

func unknownForm(c *document.Catalogue, number string) error {
	var all []string
	for _, f := range c.Forms() {
		all = append(all, f.Number)
	}
	return usageError{words.T("没有编号为“{{.Kind}}”的文书；现有 {{.All}}。", map[string]string{"Kind": number, "All": strings.Join(all, ", ")})}
}

// listForms says whose text each paper is made with.
func listForms(t terminal, all []document.Form) {
	for _, f := range all {
		origin := words.FormOrigin(f.Edition)
		if f.Err() != nil {
			origin += words.T("（有错，不能用）")
		}
		fmt.Fprintf(t.out, "%s\t%s\t%s\n", f.Number, origin, f.Title)
	}
}

// putForm puts a text of a paper in force; the program's own, or none, puts
// that back.
func putForm(ctx context.Context, t terminal, desk *storage.Desk, c *document.Catalogue, number, text, note string) error {
	for _, f := range c.Forms() {
		if f.Number == number && f.Text == text {
			text = ""
		}
	}
	f, err := desk.Form(ctx, hearing.ID(number))
	if err != nil {
		return err
	}
	if f.Text != text {
		f.Text, f.Note = text, note
		if _, err := desk.SaveForm(ctx, f); err != nil {
			return err
		}
	}
	own, err := desk.Forms(ctx)
	if err != nil {
		return err
	}
	for _, f := range c.FormsOf(own) {
		if f.Number == number {
			fmt.Fprintln(t.out, words.T("{{.Number}} {{.Title}}：{{.Origin}}", map[string]string{"Number": f.Number, "Title": f.Title, "Origin": words.FormOrigin(f.Edition)}))
		}
	}
	return nil
}

// takeForm stores the text of a form as the office's own, unless it has a
// fault.
func takeForm(ctx context.Context, t terminal, desk *storage.Desk, source string, text []byte) error {
	plain, err := words.Plain(text)
	if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	catalogue, err := document.Load(assets.Documents())
	if err != nil {
		return fmt.Errorf("read texts of papers: %w", err)
	}
	number := document.Number(plain)
	if number == "" { // a file is called after its paper
		number, _, _ = strings.Cut(strings.TrimSuffix(filepath.Base(source), filepath.Ext(source)), "-")
	}
	f, err := catalogue.Inspect(number, plain)
	var faults document.SourceErrors
	switch {
	case errors.As(err, &faults):
		fmt.Fprintln(t.err, words.T("“{{.File}}”有 {{.N}} 处错误，没有改动任何内容：", map[string]any{"File": source, "N": len(faults)}))
		for _, f := range words.FormFaults(faults) {
			fmt.Fprintln(t.err, "  "+f)
		}
		return errRefused
	case errors.Is(err, hearing.ErrNotFound):
		return unknownForm(catalogue, number)
	case err != nil:
		return fmt.Errorf("%s: %w", source, err)
	}
	return putForm(ctx, t, desk, catalogue, number, f.Text, filepath.Base(source))
}

// inspectForms holds that the texts of a package can be used.
func inspectForms(forms []hearing.FormText) error {
	catalogue, err := document.Load(assets.Documents())
	if err != nil {
		return fmt.Errorf("read texts of papers: %w", err)
	}
	for i, own := range forms {
		if own.Text == "" {
			continue
		}
		if _, err := catalogue.Inspect(string(own.ID), own.Text); err != nil {
			return fmt.Errorf("forms[%d] %s: %w", i, own.ID, err)
		}
	}
	return nil
}
