package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// decode reads a package, with the texts and files of papers that it may hold.
func decode(text []byte) (hearing.Package, error) {
	p, err := exchange.Decode(text)
	if err == nil {
		err = inspectPackage(p)
	}
	return p, err
}

// inspectPackage looks into the texts and files of papers that a package holds.
func inspectPackage(p hearing.Package) error {
	err := inspectForms(p.Forms)
	if err == nil {
		err = inspectWordForms(p.WordForms)
	}
	if err == nil {
		err = inspectEnclosures(p.Enclosures)
	}
	return err
}

// acceptable reads a package without a desk. One that a new desk is made for
// must hold all that it names.
func acceptable(file string, text []byte) error {
	p, err := decode(text)
	if err != nil {
		return err
	}
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	var faults hearing.FieldErrors
	for _, ref := range p.Dangling() {
		faults = append(faults, &hearing.FieldError{Path: ref.Path, Code: "reference", Value: string(ref.ID)})
	}
	if len(faults) > 0 {
		return exchange.Locate(text, faults)
	}
	return nil
}

// takePackage merges a package into the desk.
func takePackage(ctx context.Context, t terminal, desk *storage.Desk, source string, text []byte) error {
	p, err := decode(text)
	if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	report, err := desk.Import(ctx, p)
	var faults hearing.FieldErrors
	if errors.As(err, &faults) {
		return fmt.Errorf("%s: %w", source, exchange.Locate(text, faults))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", source, err)
	}
	sayImport(t, report)
	return nil
}

// sayImport says what was taken in, and which sessions now clash.
func sayImport(t terminal, report storage.ImportReport) {
	for _, r := range report.Records {
		counted(t, r.Kind, r.New, r.Changed, r.Unchanged)
		if r.Gone > 0 {
			fmt.Fprintln(t.out, words.T("{{.Kind}}：对方已删除，本机也删去 {{.N}}", map[string]any{"Kind": words.Kind(r.Kind), "N": r.Gone}))
		}
	}
	for _, c := range report.Clashes {
		fmt.Fprintln(t.err, words.T("提醒：")+words.Error(&hearing.ClashError{Clashes: []hearing.Clash{c}}))
	}
}
