package main

import (
	"context"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/roster"
	"hearingdesk/hearing/roster/sheetfile"
	"hearingdesk/storage"
	"hearingdesk/ui/differ"
	"hearingdesk/ui/words"
)

// exportAudit writes who changed and printed what as a table, for the archive:
// each row with its link in the chain, by which it can be proved later.
func exportAudit(ctx context.Context, desk *storage.Desk, of hearing.ID, target string) error {
	if err := desk.NoteExport(ctx, words.T("修改记录")); err != nil { // noted first: it is part of what is given out
		return err
	}
	rows, err := desk.Logged(ctx, of)
	if err != nil {
		return err
	}
	var changes []hearing.Change
	for _, r := range rows {
		if r.Change != nil {
			changes = append(changes, *r.Change)
		}
	}
	names, err := desk.NamesIn(ctx, changes)
	if err != nil {
		return err
	}
	sheet := roster.Sheet{Name: words.T("修改记录"), Rows: []roster.Row{rowOf(words.T("序号"), words.T("时间"), words.T("操作人"), words.T("事项"), words.T("改动"), words.T("编号"), words.T("校验值（SM3）"))}}
	for _, r := range rows {
		sheet.Rows = append(sheet.Rows, auditRow(r, names))
	}
	data, err := sheetfile.Write(target, sheet)
	if err != nil {
		return err
	}
	return writeWhole(target, data)
}

func rowOf(texts ...string) roster.Row {
	var r roster.Row
	for _, t := range texts {
		r.Cells = append(r.Cells, roster.Cell{Text: t})
	}
	return r
}

func auditRow(r hearing.Logged, names differ.Names) roster.Row {
	n := strconv.FormatInt(r.Link, 10)
	if p := r.Print; p != nil {
		what := words.T("印出 {{.Paper}}，{{.Pages}} 页 {{.Copies}} 份，至 {{.To}}", map[string]any{"Paper": strings.TrimSpace(p.Document + " " + p.For), "Pages": p.Pages, "Copies": p.Copies, "To": p.To})
		return rowOf(n, words.Moment(p.At), p.Actor, what, "", string(p.Session), r.Hash)
	}
	c := r.Change
	return rowOf(n, words.Moment(c.At), c.Actor, words.Change(*c), strings.Join(differ.Lines(*c, names), "\n"), string(c.Record), r.Hash)
}
