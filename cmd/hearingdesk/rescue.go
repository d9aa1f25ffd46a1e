package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// rescue makes a whole file of what can be read of a damaged one, and names what
// is lost.
func rescue(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) error {
	file := dbFlag(flags)
	to := flags.String("o", "", "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if *to == "" {
		return usageError{words.T("请用 -o 指明要写的文件。")}
	}
	if err := unlock(ctx, *file); err != nil {
		return err
	}
	o, err := optionsOf(actor())
	if err != nil {
		return err
	}
	out, err := storage.Rescue(ctx, *file, *to, o)
	if errors.Is(err, hearing.ErrDamaged) || errors.Is(err, hearing.ErrForeign) {
		return unreadable(t, *file, err)
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.T("已救出 {{.N}} 条记录，其中 {{.Log}} 条取自修改记录：“{{.File}}”。原文件没有改动。", map[string]any{"N": out.Records, "Log": len(out.FromLog), "File": *to}))
	if k := out.Keeper; k.Code != "" {
		fmt.Fprintln(t.out, words.T("原来设有账号，口令没有救出，新文件仍要登录：请在登录处选“忘记口令，用恢复码”，用姓名“{{.Name}}”和恢复码 {{.Code}} 换一个新口令，再为别人换口令。", map[string]string{"Name": k.Name, "Code": k.Code}))
	}
	if len(out.Lost) == 0 {
		return nil
	}
	writeDamage(t.err, unnamed(ctx, *to, out.Lost))
	fmt.Fprintln(t.err, words.T("以上 {{.N}} 处没有救出，或者请核对。请对照最近的备份补上，再用新文件工作。", map[string]int{"N": len(out.Lost)}))
	return errRefused
}

// unreadable says of a file that is damaged where it tells what is in it, so that nothing
// can be rescued, which copy is to be restored.
func unreadable(t terminal, file string, err error) error {
	copies, cerr := storage.Copies(file, storage.Backups(file))
	if cerr != nil || len(copies) == 0 {
		if errors.Is(err, hearing.ErrForeign) {
			return err // it may be anything
		}
		fmt.Fprintln(t.err, words.T("“{{.File}}”坏在开头，分不清里面是什么，救不出来；旁边也没有备份。请找第二处（如 U 盘）上的备份，用 hearingdesk restore 恢复。没有写新文件。", map[string]string{"File": file}))
		return errRefused
	}
	last := copies[0]
	fmt.Fprintln(t.err, words.T("“{{.File}}”坏在开头，分不清里面是什么，救不出来。请恢复 {{.At}} 的备份：hearingdesk restore -db {{.File}} {{.Copy}}。没有写新文件。", map[string]string{"File": file, "At": words.Moment(last.At), "Copy": last.File}))
	return errRefused
}
