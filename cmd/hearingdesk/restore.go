package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// restore puts a backup in the place of a desk's file and keeps the file that
// stood there; with -dry it says what that would change.
func restore(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	file := dbFlag(flags)
	dry := flags.Bool("dry", false, "")
	if err := parse(flags, args, 1, 1); err != nil {
		return err
	}
	b, err := openBackup(ctx, t, flags.Arg(0))
	if err != nil {
		return err
	}
	defer func() { _ = b.Close() }() // it was only read
	if err := unlock(ctx, *file); err != nil {
		return err
	}
	if *dry {
		return differences(ctx, t, b, *file)
	}
	kept, lost, err := b.Restore(ctx, *file)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.T("已恢复“{{.Backup}}”。", map[string]string{"Backup": flags.Arg(0)}))
	if kept != "" {
		fmt.Fprintln(t.out, words.T("原来的文件保存为“{{.Kept}}”；要撤销这次恢复，请再恢复它。", map[string]string{"Kept": kept}))
	}
	if len(lost) > 0 {
		writeDamage(t.err, unnamed(ctx, *file, lost))
		fmt.Fprintln(t.err, words.T("备份里没有这些文件，原来的文件旁边也没有。请用更早的备份恢复，或重新扫描后再归入。"))
	}
	return nil
}

// differences says what a restore would change; of a desk with accounts to whoever logs
// in, and no more than they see. Where only the backup has accounts, nobody can log in
// to it: then it says how much, and no names.
func differences(ctx context.Context, t terminal, b *storage.Backup, file string) (err error) {
	list, err := b.Differences(ctx, file)
	if err != nil {
		return err
	}
	guarded, err := b.Guarded(ctx)
	if err != nil {
		return err
	}
	if _, serr := os.Stat(file); serr == nil {
		own, err := storage.HasAccounts(ctx, file)
		if err != nil {
			return err
		}
		if own {
			desk, err := open(ctx, file, false)
			if err != nil {
				return err
			}
			defer closing(desk, &err)
			if list, err = desk.Veil(ctx, list); err != nil {
				return err
			}
			guarded = false
		}
	}
	for i := range list {
		if guarded {
			list[i].Name = hearing.Veiled
		}
	}
	writeDifferences(t.out, list)
	return nil
}

// writeDifferences says what a restore would change.
func writeDifferences(w io.Writer, list []hearing.Difference) {
	fmt.Fprintln(w, words.Differences(list))
	for _, d := range list {
		fmt.Fprintln(w, words.Difference(d))
	}
}

// saidBefore is the variable that tells a window what was done before it opened.
const saidBefore = "HEARINGDESK_SAID"

// bringBack restores a backup that was chosen in the window, which is closed, and
// opens it again: it says what was done, or why it was not.
func bringBack(ctx context.Context, desk *storage.Desk, backup, secret string) error {
	path := desk.Path()
	err := desk.Close()
	said := ""
	if err == nil {
		var kept string
		kept, err = restoreWith(ctx, backup, secret, path)
		said = words.T("已恢复“{{.Backup}}”。", map[string]string{"Backup": backup}) + words.T("原来的文件保存为“{{.Kept}}”；要撤销这次恢复，请再恢复它。", map[string]string{"Kept": kept})
	}
	if err != nil {
		said = words.Error(err)
	}
	return errors.Join(err, startAgain(path, said))
}

// startAgain starts the program anew with a file; said is what it says first.
func startAgain(file, said string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	again := exec.Command(program, "-db", file) //nolint:gosec // this program
	again.Env = append(os.Environ(), saidBefore+"="+said)
	return again.Start()
}

// reopen closes a desk and opens it again in a new window, for somebody else.
func reopen(desk *storage.Desk, path string) error {
	return errors.Join(desk.Close(), startAgain(path, ""))
}

// restoreWith restores a copy that may need its secret.
func restoreWith(ctx context.Context, backup, secret, path string) (kept string, err error) {
	b, err := storage.OpenBackup(ctx, backup, secret)
	if err != nil {
		return "", err
	}
	defer func() { _ = b.Close() }() // it was only read
	kept, _, err = b.Restore(ctx, path)
	return kept, err
}
