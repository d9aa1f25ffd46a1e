package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"golang.org/x/term"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// asking asks at the terminal for what is not to be seen; nil where there is none.
func asking() func(string) (string, error) {
	in := int(os.Stdin.Fd()) //nolint:gosec // a file's number is small
	if !term.IsTerminal(in) {
		return nil
	}
	return func(prompt string) (string, error) {
		fmt.Fprint(os.Stderr, prompt)
		text, err := term.ReadPassword(in)
		fmt.Fprintln(os.Stderr)
		if err != nil {
			return "", fmt.Errorf("read passphrase: %w", err)
		}
		return string(text), nil
	}
}

// openBackup opens a copy; of a locked one it asks for the passphrase or the code.
func openBackup(ctx context.Context, t terminal, file string) (*storage.Backup, error) {
	if err := unlock(ctx, file); err != nil {
		return nil, err
	}
	b, err := storage.OpenBackup(ctx, file, t.env(passphraseVariable))
	if !errors.Is(err, hearing.ErrSecret) || t.env(passphraseVariable) != "" || t.ask == nil {
		return b, err
	}
	secret, err := t.ask(words.T("备份口令或恢复码：") + " ")
	if err != nil {
		return nil, err
	}
	return storage.OpenBackup(ctx, file, secret)
}

// setPassphrase sets the passphrase of what leaves the machine and shows the code that
// opens it too, or has another passphrase open an encrypted file.
func setPassphrase(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	own := flags.Bool("file", false, "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *own {
		return changeFilePassphrase(ctx, t, *file)
	}
	secret, err := newSecret(t, passphraseVariable, words.T("新的备份口令："))
	if err != nil {
		return err
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	code, err := desk.SetPassphrase(ctx, secret)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.T("已设置备份口令。恢复码（忘记口令时用，只显示这一次，请抄下或打印后锁好）："))
	fmt.Fprintln(t.out, code)
	return nil
}

// newSecret is a passphrase that is to be set: that of a variable, or what is typed twice.
func newSecret(t terminal, variable, prompt string) (string, error) {
	if secret := t.env(variable); secret != "" {
		return secret, nil
	}
	if t.ask == nil {
		return "", usageError{words.T("请在环境变量 {{.Name}} 里给出口令。", map[string]string{"Name": variable})}
	}
	one, err := t.ask(prompt + " ")
	if err != nil {
		return "", err
	}
	two, err := t.ask(words.T("再输一遍：") + " ")
	if err == nil && one != two {
		err = usageError{words.T("两次输入的口令不一样，没有改动任何内容。")}
	}
	return one, err
}
