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
// through, and says what it is called. A copy that is not sound is not kept. What may
// leave the machine is locked.
func backup(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	folder := flags.String("o", "", "")
	seal := flags.Bool("seal", false, "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *folder == "" {
		*folder = storage.Backups(*file)
	}
	desk, err := openUnseen(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	if *seal || storage.Leaves(*file, *folder) {
		made, err := desk.BackupLocked(ctx, *folder)
		if err == nil {
			fmt.Fprintln(t.out, made.File)
		}
		return err
	}
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
		writeDamage(t.err, unnamed(ctx, *file, damage))
		if storage.WorthKeeping(damage) {
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

// verify looks through a whole file and names all that is damaged.
func verify(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	file := dbFlag(flags)
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	b, err := openBackup(ctx, t, *file)
	if err != nil {
		return err
	}
	defer func() { _ = b.Close() }() // it was only read
	damage, err := b.Verify(ctx)
	if err != nil {
		return err
	}
	if len(damage) > 0 {
		writeDamage(t.err, unnamed(ctx, *file, damage))
		if storage.WorthKeeping(damage) {
			fmt.Fprintln(t.err, words.T("记录本身完好。请从备份的 .files 文件夹拷回缺损的文件，或重新扫描后再归入。"))
			return errRefused
		}
		fmt.Fprintln(t.err, words.T("请用最近的备份恢复（hearingdesk restore），或把读得出来的救到新文件里（hearingdesk rescue）；不要再往这个文件里录入。"))
		return errRefused
	}
	fmt.Fprintln(t.out, words.T("文件完好。"))
	links, hash, err := b.ChainHead(ctx)
	if err == nil && links > 0 {
		fmt.Fprintln(t.out, words.T("修改、打印和笔录共 {{.N}} 行，末行校验值（SM3）：{{.Hash}}", map[string]any{"N": links, "Hash": hash}))
	}
	return err
}

func writeDamage(w io.Writer, damage []storage.Damage) {
	for _, d := range damage {
		args := map[string]string{"Kind": words.Kind(d.Record.Noun), "Table": d.Record.Noun, "ID": strings.TrimSpace(d.Name + " " + string(d.Record.ID)), "Detail": d.Detail, "Hash": d.Content}
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
		case storage.ChangedRow:
			fmt.Fprintln(w, words.T("修改记录被改动过：{{.Kind}} {{.ID}}（{{.Detail}}）", args))
		case storage.RemovedRow:
			fmt.Fprintln(w, words.T("修改记录被删去：{{.Detail}}", args))
		case storage.AddedRow:
			fmt.Fprintln(w, words.T("修改记录里有不是本程序写入的一行：{{.Kind}} {{.ID}}（{{.Detail}}）", args))
		case storage.RemovedLink:
			fmt.Fprintln(w, words.T("校验链缺了一段：{{.Detail}}", args))
		case storage.Unlogged:
			fmt.Fprintln(w, words.T("记录在程序之外被改动过：{{.Kind}} {{.ID}}", args))
		case storage.LostRow:
			fmt.Fprintln(w, words.T("没有救出：表 {{.Table}} {{.ID}}（{{.Detail}}）", args))
		}
	}
}
