package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/draw"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// verifyRecord repeats the draw of a file, without a desk.
func verifyRecord(t terminal, file string) error {
	text, err := os.ReadFile(file) //nolint:gosec // the user's own file
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	r, err := draw.Decode(text)
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	fmt.Fprintln(t.out, strings.TrimSpace(r.Office+"  "+r.Title))
	if !writeVerdict(t, r.Draw) {
		return errRefused
	}
	return nil
}

// repeat repeats the draws of a hearing of the desk.
func (o drawOrder) repeat(ctx context.Context, t terminal, desk *storage.Desk) error {
	h, err := desk.Hearing(ctx, hearing.ID(o.session))
	if err != nil {
		return err
	}
	holds, any := true, false
	for _, d := range h.Draws {
		if o.id != "" && d.ID != hearing.ID(o.id) {
			continue
		}
		any = true
		holds = writeVerdict(t, d) && holds
	}
	switch {
	case !any:
		fmt.Fprintln(t.err, words.T("这场听证会没有抽选记录。"))
		return errRefused
	case !holds:
		return errRefused
	}
	return nil
}

// write exports the record of a hearing's last draw, or of the one that is named.
func (o drawOrder) write(ctx context.Context, t terminal, desk *storage.Desk) error {
	d, err := desk.Dossier(ctx, hearing.ID(o.session))
	if err != nil {
		return err
	}
	var found *hearing.Draw
	if d.Hearing != nil {
		for i := range d.Hearing.Draws {
			if x := &d.Hearing.Draws[i]; o.id == "" || x.ID == hearing.ID(o.id) {
				found = x
			}
		}
	}
	if found == nil {
		fmt.Fprintln(t.err, words.T("这场听证会没有抽选记录。"))
		return errRefused
	}
	text, err := draw.Encode(draw.Record{Office: d.Office.Name, Session: d.Session().ID, Title: d.Session().Title, Draw: *found})
	if err != nil {
		return err
	}
	if err := os.WriteFile(o.export, text, 0o600); err != nil {
		return fmt.Errorf("write %s: %w", o.export, err)
	}
	fmt.Fprintln(t.out, o.export)
	return nil
}

// writeVerdict says of each step of a draw whether repeating it gives the same,
// and where not, and reports whether all do.
func writeVerdict(t terminal, d hearing.Draw) bool {
	fmt.Fprintln(t.out, words.T("{{.At}} 的抽选：名单 {{.N}} 人，种子 {{.Seed}}", map[string]any{"At": words.Moment(d.At), "N": len(d.Pool), "Seed": d.Seed}))
	if d.Void != nil {
		fmt.Fprintln(t.out, "  "+words.T("已作废：{{.Why}}", map[string]string{"Why": d.Void.Reason}))
	}
	all := true
	for _, c := range draw.Verify(d) {
		if c.Holds() {
			fmt.Fprintln(t.out, "  "+words.T("{{.Step}}：一致", map[string]string{"Step": words.Of(c.Step)}))
			continue
		}
		all = false
		place, recorded, made := parted(c.Recorded, c.Made)
		fmt.Fprintln(t.out, "  "+words.T("{{.Step}}：第 {{.Place}} 项不一致，记录为 {{.Recorded}}，重算得 {{.Made}}",
			map[string]any{"Step": words.Of(c.Step), "Place": place, "Recorded": recorded, "Made": made}))
	}
	if all {
		fmt.Fprintln(t.out, "  "+words.T("重算与记录一致"))
	} else {
		fmt.Fprintln(t.out, "  "+words.T("重算与记录不一致，请核对记录的来源"))
	}
	return all
}

// parted is the first of the parts of two texts that differs, counted from 1,
// and what it is in both.
func parted(a, b string) (place int, inA, inB string) {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) == len(y) {
		for i := range x {
			if x[i] != y[i] {
				return i + 1, x[i], y[i]
			}
		}
		return 1, strings.TrimSpace(a) + "␣", b // they differ in blanks only
	}
	at := func(list []string, i int) string {
		if i < len(list) {
			return list[i]
		}
		return "—"
	}
	for i := range max(len(x), len(y)) {
		if at(x, i) != at(y, i) {
			return i + 1, at(x, i), at(y, i)
		}
	}
	return 1, a, b
}
