package main

import (
	"context"
	"crypto/ed25519"
	"fmt"
	"os"

	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange/sealed"
	"hearingdesk/storage"
	"hearingdesk/ui/parcel"
	"hearingdesk/ui/words"
)

// IsBundle reports a file that another desk sealed.
func (x exchanger) IsBundle(path string) bool {
	text, err := os.ReadFile(path) //nolint:gosec // the user chooses the file
	return err == nil && isBundle(text)
}

// OpenBundle reads a bundle for the window.
func (x exchanger) OpenBundle(ctx context.Context, path, passphrase string) (parcel.Letter, error) {
	text, err := os.ReadFile(path) //nolint:gosec // the user chooses the file
	if err != nil {
		return parcel.Letter{}, fmt.Errorf("read %s: %w", path, err)
	}
	l, err := sealed.Read(text, passphrase)
	if err == nil {
		err = inspectPackage(l.Bundle.Package)
	}
	if err != nil {
		return parcel.Letter{}, fmt.Errorf("read %s: %w", path, err)
	}
	known, err := x.desk.Trusts(ctx, l.Key)
	return parcel.Letter{Bundle: l.Bundle, Key: l.Key, Fingerprint: sealed.Fingerprint(l.Key), Known: known}, err
}

// ReceiveBundle merges a bundle, after a copy was made.
func (x exchanger) ReceiveBundle(ctx context.Context, l parcel.Letter, c hearing.Choices) (string, error) {
	if err := x.desk.KeepBefore(ctx); err != nil {
		return "", err
	}
	known, err := x.desk.Trusts(ctx, l.Key)
	if err == nil && !known {
		err = x.desk.Trust(ctx, l.Key, l.Bundle.From+" "+l.Fingerprint)
	}
	if err != nil {
		return "", err
	}
	report, err := x.desk.Receive(ctx, l.Bundle, c)
	if err != nil {
		return "", err
	}
	return brief(report), nil
}

// brief says in a line what a bundle brought.
func brief(report storage.ImportReport) string {
	var said []string
	for _, r := range report.Records {
		if r.New+r.Changed+r.Gone > 0 {
			said = append(said, words.T("{{.Kind}} 新增 {{.New}}、更改 {{.Changed}}、删去 {{.Gone}}", map[string]any{"Kind": words.Kind(r.Kind), "New": r.New, "Changed": r.Changed, "Gone": r.Gone}))
		}
	}
	if len(said) == 0 {
		return words.T("没有新的内容，什么也没有改动")
	}
	return words.List(said)
}

// SealBundle writes everything as a bundle for another desk.
func (x exchanger) SealBundle(ctx context.Context, path, passphrase string) (string, error) {
	b, err := x.desk.Bundle(ctx)
	if err != nil {
		return "", err
	}
	key, err := x.desk.SigningKey(ctx)
	if err != nil {
		return "", err
	}
	data, err := sealed.Write(b, key, passphrase)
	if err != nil {
		return "", err
	}
	if err := x.desk.NoteExport(ctx, packageTaken("")); err != nil { // noted first: what cannot be noted is not given out
		return "", err
	}
	return sealed.Fingerprint(key.Public().(ed25519.PublicKey)), writeWhole(path, data)
}
