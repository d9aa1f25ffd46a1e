package main

import (
	"context"
	"flag"
	"fmt"

	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// fileVariable holds the passphrase of an encrypted file, or its code.
const fileVariable = "HEARINGDESK_FILE_PASSPHRASE"

// unlock opens an encrypted file for the rest of the program, by what the user of the
// command line gives. One in clear needs nothing.
func unlock(ctx context.Context, file string) error {
	if !storage.Shut(file) {
		return nil
	}
	u, _ := ctx.Value(userKey{}).(cliUser)
	secret := u.env(fileVariable)
	if secret == "" {
		if u.ask == nil {
			return usageError{words.T("文件“{{.File}}”是加密的。请把文件口令或恢复码放在环境变量 {{.Name}} 里。", map[string]string{"File": file, "Name": fileVariable})}
		}
		var err error
		if secret, err = u.ask(words.T("文件口令或恢复码：") + " "); err != nil {
			return err
		}
	}
	return storage.Unlock(file, secret)
}

// encrypt encrypts a desk's file, and shows the code that opens it too.
func encrypt(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	file := dbFlag(flags)
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if storage.Encrypted(*file) {
		return usageError{words.T("文件“{{.File}}”已经是加密的。换口令用 hearingdesk passphrase -file。", map[string]string{"File": *file})}
	}
	secret, err := newSecret(t, fileVariable, words.T("新的文件口令："))
	if err != nil {
		return err
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	code, err := desk.ToEncrypt(ctx, secret)
	if err != nil {
		closing(desk, &err)
		return err
	}
	// Before it is encrypted: a code that was not seen opens nothing.
	fmt.Fprintln(t.out, words.T("恢复码（忘记文件口令时用，只显示这一次，请抄下或打印后锁好；口令和恢复码都丢了，谁也打不开文件）："))
	fmt.Fprintln(t.out, code)
	left, err := desk.Turn(ctx, func(float64) {})
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.Turned(true, left))
	return nil
}

// decrypt has an encrypted file in clear again.
func decrypt(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	file := dbFlag(flags)
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	if !desk.Encrypted() {
		err = usageError{words.T("文件“{{.File}}”没有加密。", map[string]string{"File": *file})}
	} else {
		err = desk.ToDecrypt(ctx)
	}
	if err != nil {
		closing(desk, &err)
		return err
	}
	if _, err := desk.Turn(ctx, func(float64) {}); err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.Turned(false, nil))
	return nil
}

// changeFilePassphrase has another passphrase open an encrypted file.
func changeFilePassphrase(ctx context.Context, t terminal, file string) (err error) {
	desk, err := open(ctx, file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	secret, err := newSecret(t, passphraseVariable, words.T("新的文件口令："))
	if err != nil {
		return err
	}
	code, err := desk.ChangePassphrase(ctx, secret)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.T("已换文件口令。以前做的备份仍用当时的口令打开。新的恢复码（只显示这一次，请抄下或打印后锁好）："))
	fmt.Fprintln(t.out, code)
	return nil
}
