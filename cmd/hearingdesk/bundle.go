package main

import (
	"context"
	"crypto/ed25519"
	"errors"
	"flag"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/exchange/sealed"
	"hearingdesk/storage"
	"hearingdesk/ui/differ"
	"hearingdesk/ui/words"
)

// passphraseVariable holds the passphrase of a bundle: what stands on the command
// line can be read by everybody on the machine.
const passphraseVariable = "HEARINGDESK_PASSPHRASE"

// exportSealed writes a bundle for another desk: signed, and encrypted unless it is
// said that anybody may read it.
func exportSealed(ctx context.Context, t terminal, desk *storage.Desk, o outgoing) error {
	passphrase := t.env(passphraseVariable)
	if passphrase == "" && !o.open {
		return usageError{words.T("请在环境变量 {{.Name}} 里给出口令；确实不加密的，请用 -open 说明。", map[string]string{"Name": passphraseVariable})}
	}
	if o.open {
		passphrase = ""
	}
	b, err := desk.Bundle(ctx, o.chosen()...)
	if errors.Is(err, hearing.ErrNotFound) && o.session != "" {
		return noSession(t, o.session)
	}
	if err != nil {
		return err
	}
	key, err := desk.SigningKey(ctx)
	if err != nil {
		return err
	}
	data, err := sealed.Write(b, key, passphrase)
	if err != nil {
		return err
	}
	if err := desk.NoteExport(ctx, packageTaken(o.session)); err != nil { // noted first: what cannot be noted is not given out
		return err
	}
	if err := writeWhole(o.target, data); err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.T("本机指纹：{{.Print}}。请用电话告诉对方，供核对。", map[string]string{"Print": sealed.Fingerprint(key.Public().(ed25519.PublicKey))}))
	return nil
}

// receiveFlags are what import is told of a bundle of another desk.
type receiveFlags struct {
	prefer string
	trust  bool
}

func (f *receiveFlags) add(flags *flag.FlagSet) {
	flags.StringVar(&f.prefer, "prefer", "", "")
	flags.BoolVar(&f.trust, "trust", false, "")
}

func (f receiveFlags) set() bool { return f.prefer != "" || f.trust }

// openBundle reads a sealed bundle.
func openBundle(t terminal, source string, data []byte) (sealed.Letter, error) {
	letter, err := sealed.Read(data, t.env(passphraseVariable))
	if err == nil {
		err = inspectPackage(letter.Bundle.Package)
	}
	if err != nil {
		return letter, fmt.Errorf("%s: %w", source, err)
	}
	return letter, nil
}

// receive merges a sealed bundle into a desk.
func receive(ctx context.Context, t terminal, desk *storage.Desk, letter sealed.Letter, f receiveFlags) error {
	prefer := hearing.Prefer(f.prefer)
	if prefer != hearing.PreferNone && prefer != hearing.PreferMine && prefer != hearing.PreferTheirs {
		return usageError{words.T("-prefer 应是 mine（用本机的）或 theirs（用对方的）。")}
	}
	known, err := desk.Trusts(ctx, letter.Key)
	if err != nil {
		return err
	}
	if !known && !f.trust {
		fmt.Fprintln(t.err, words.T("第一次收到“{{.From}}”的交换包，指纹 {{.Print}}。请用电话与对方核对指纹，一致的再加 -trust 导入；没有改动任何内容。",
			map[string]string{"From": letter.Bundle.From, "Print": sealed.Fingerprint(letter.Key)}))
		return errRefused
	}
	if !known {
		if err := desk.Trust(ctx, letter.Key, letter.Bundle.From+" "+sealed.Fingerprint(letter.Key)); err != nil {
			return err
		}
	}
	report, err := desk.Receive(ctx, letter.Bundle, hearing.Choices{All: prefer})
	var both *hearing.ConflictError
	if errors.As(err, &both) {
		return sayConflicts(ctx, t, desk, both.Conflicts)
	}
	if err != nil {
		return err
	}
	sayReceived(t, report)
	return nil
}

// sayReceived says what a bundle did.
func sayReceived(t terminal, report storage.ImportReport) {
	sayImport(t, report)
	if report.Joined > 0 {
		fmt.Fprintln(t.out, words.T("两边都改过的 {{.N}} 条已逐项合并。", map[string]int{"N": report.Joined}))
	}
}

// sayConflicts lists what both desks changed, each field with both values.
func sayConflicts(ctx context.Context, t terminal, desk *storage.Desk, all []hearing.Conflict) error {
	for _, c := range all {
		fmt.Fprintln(t.err, words.T("两边都改了{{.Kind}}“{{.Name}}”（本机的 → 对方的）：", map[string]string{"Kind": words.Kind(c.Kind), "Name": c.Name}))
		names, err := desk.NamesIn(ctx, []hearing.Change{{Kind: c.Kind, Before: c.Mine, After: c.Theirs}})
		if err != nil {
			return err
		}
		for _, s := range differ.Sides(c, names) {
			fmt.Fprintln(t.err, "    "+words.T("{{.Field}}：{{.Was}} → {{.Is}}", map[string]string{"Field": s.Label, "Was": s.Mine, "Is": s.Theirs}))
		}
	}
	fmt.Fprintln(t.err, words.T("没有改动任何内容。请用 -prefer mine 或 -prefer theirs 说明同一处以哪边为准；只有一边改过的都会收下。"))
	return errRefused
}

// isBundle reports a file that a desk sealed.
func isBundle(text []byte) bool {
	is, _ := sealed.Is(text)
	return is
}
