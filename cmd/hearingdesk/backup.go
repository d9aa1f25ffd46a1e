package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// backup copies a desk into a folder while it may be in use, looks the copy
// through, and says what it is called. A copy that is not sound is not kept.
func backup(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	folder := flags.String("o", "", "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *folder == "" {
		return usageError{words.T("请用 -o 指明放备份的文件夹。")}
	}
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	if err := os.MkdirAll(*folder, 0o700); err != nil {
		return fmt.Errorf("make folder %s: %w", *folder, err)
	}
	base := strings.TrimSuffix(filepath.Base(*file), filepath.Ext(*file))
	to := filepath.Join(*folder, base+"-"+time.Now().Format("20060102-150405")+".db")
	if err := desk.Backup(ctx, to); err != nil {
		return err
	}
	damage, err := storage.Verify(ctx, to)
	if err == nil && len(damage) > 0 {
		writeDamage(t.err, damage)
		if worth(damage) {
			fmt.Fprintln(t.out, to)
			fmt.Fprintln(t.err, words.T("其余内容已备份。请用更早的备份恢复缺损的文件，或重新扫描后再归入。"))
			return errRefused
		}
		err = fmt.Errorf("write %s: %w", to, hearing.ErrDamaged)
	}
	if err != nil {
		_ = os.Remove(to) // the error is the one to tell
		_ = os.RemoveAll(to + ".files")
		return err
	}
	fmt.Fprintln(t.out, to)
	return nil
}

// worth reports whether all that is wrong is with single contents: the rest is
// worth keeping.
func worth(damage []storage.Damage) bool {
	for _, d := range damage {
		if d.Content == "" {
			return false
		}
	}
	return true
}

// verify looks through a whole file and names all that is damaged.
func verify(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	file := dbFlag(flags)
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	damage, err := storage.Verify(ctx, *file)
	if err != nil {
		return err
	}
	if len(damage) > 0 {
		writeDamage(t.err, damage)
		if worth(damage) {
			fmt.Fprintln(t.err, words.T("记录本身完好。请从备份的 .files 文件夹拷回缺损的文件，或重新扫描后再归入。"))
			return errRefused
		}
		fmt.Fprintln(t.err, words.T("请用最近的备份恢复（hearingdesk restore），不要再往这个文件里录入。"))
		return errRefused
	}
	fmt.Fprintln(t.out, words.T("文件完好。"))
	return nil
}

func writeDamage(w io.Writer, damage []storage.Damage) {
	for _, d := range damage {
		args := map[string]string{"Kind": words.Kind(d.Record.Noun), "ID": string(d.Record.ID), "Detail": d.Detail, "Hash": d.Content}
		switch d.Kind {
		case storage.BadPage:
			fmt.Fprintln(w, words.T("数据库页损坏：{{.Detail}}", args))
		case storage.BadReference:
			fmt.Fprintln(w, words.T("引用的记录不在：{{.Detail}}", args))
		case storage.BadRecord:
			fmt.Fprintln(w, words.T("记录读不出来：{{.Kind}} {{.ID}}（{{.Detail}}）", args))
		case storage.BadCalendar:
			fmt.Fprintln(w, words.T("日程与记录不一致：{{.Kind}} {{.ID}}（{{.Detail}}）", args))
		case storage.BadContent:
			fmt.Fprintln(w, words.T("留存的文件已损坏：{{.Hash}}（在 {{.Detail}}）", args))
		case storage.NoContent:
			fmt.Fprintln(w, words.T("留存的文件不见了：{{.Detail}}", args))
		}
	}
}

// restore puts a backup in the place of a desk's file and keeps the file that
// stood there.
func restore(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	file := dbFlag(flags)
	if err := parse(flags, args, 1, 1); err != nil {
		return err
	}
	kept, lost, err := storage.Restore(ctx, flags.Arg(0), *file)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.T("已恢复“{{.Backup}}”。", map[string]string{"Backup": flags.Arg(0)}))
	if kept != "" {
		fmt.Fprintln(t.out, words.T("原来的文件保存为“{{.Kept}}”；要撤销这次恢复，请再恢复它。", map[string]string{"Kept": kept}))
	}
	if len(lost) > 0 {
		writeDamage(t.err, lost)
		fmt.Fprintln(t.err, words.T("备份里没有这些文件，原来的文件旁边也没有。请用更早的备份恢复，或重新扫描后再归入。"))
	}
	return nil
}
