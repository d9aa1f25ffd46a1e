package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"strconv"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/draw"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// A drawOrder is what the verb draw was asked for.
type drawOrder struct {
	file, session, id               string
	n, alternates                   int
	quota, exclude                  string
	seed, seedNote                  string
	operator, witness, notary, room string
	at, export                      string
	strict, dry, take, verify       bool
}

func drawFlags(flags *flag.FlagSet) *drawOrder {
	o := &drawOrder{}
	flags.StringVar(&o.file, "db", defaultFile(), "")
	flags.StringVar(&o.session, "session", "", "")
	flags.StringVar(&o.id, "draw", "", "")
	flags.IntVar(&o.n, "n", 0, "")
	flags.IntVar(&o.alternates, "alternates", 0, "")
	flags.StringVar(&o.quota, "quota", "", "")
	flags.StringVar(&o.exclude, "exclude", "", "")
	flags.StringVar(&o.seed, "seed", "", "")
	flags.StringVar(&o.seedNote, "seed-note", "", "")
	flags.StringVar(&o.operator, "operator", actor(), "")
	flags.StringVar(&o.witness, "witness", "", "")
	flags.StringVar(&o.notary, "notary", "", "")
	flags.StringVar(&o.room, "place", "", "")
	flags.StringVar(&o.at, "at", "", "")
	flags.StringVar(&o.export, "export", "", "")
	flags.BoolVar(&o.strict, "strict", false, "")
	flags.BoolVar(&o.dry, "dry", false, "")
	flags.BoolVar(&o.take, "take", false, "")
	flags.BoolVar(&o.verify, "verify", false, "")
	return o
}

// drawOfficers draws officers for a hearing, repeats a draw from its record, or
// writes the record into a file.
func drawOfficers(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	o := drawFlags(flags)
	if err := parse(flags, args, 0, 1); err != nil {
		return err
	}
	switch record := flags.Arg(0); {
	case o.verify && record != "":
		return verifyRecord(t, record)
	case record != "":
		return usageError{words.T("只有 -verify 后面可以写抽选记录的文件名。")}
	case o.session == "":
		return usageError{words.T("请用 -session 指明听证会，或用 -verify 指明抽选记录的文件。")}
	case !o.verify && o.export == "" && o.n < 1:
		return usageError{words.T("请用 -n 写明抽几名听证员。")}
	}
	desk, err := open(ctx, o.file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	switch {
	case o.verify:
		err = o.repeat(ctx, t, desk)
	case o.export != "":
		err = o.write(ctx, t, desk)
	default:
		err = o.make(ctx, t, desk)
	}
	if errors.Is(err, hearing.ErrNotFound) {
		return noSession(t, o.session)
	}
	return err
}

// make draws, and keeps the record unless it is only a trial.
func (o drawOrder) make(ctx context.Context, t terminal, desk *storage.Desk) error {
	now, err := moment(o.at)
	if err != nil {
		return err
	}
	asked, err := o.asked(now)
	if err != nil {
		return err
	}
	pool, err := desk.Pool(ctx, hearing.ID(o.session))
	if err != nil {
		return err
	}
	manual, err := readExclusions(o.exclude, pool)
	if err != nil {
		return err
	}
	book, err := newBook()
	if err != nil {
		return err
	}
	h := *pool.Dossier.Hearing
	asked.ID, asked.Day = desk.NewID(), calendar.DateOf(now.In(words.Zone()))
	if !h.Start.IsZero() {
		asked.Day = calendar.DateOf(h.Start.In(words.Zone()))
	}
	asked.Pool, asked.Excluded = draw.Sieve{Pool: pool, Found: book.Fit(pool, now, "zh"), Manual: manual, Strict: o.strict}.Parts()
	made, err := draw.Make(asked)
	if err != nil {
		return err
	}
	writeDraw(t, made)
	if o.dry {
		fmt.Fprintln(t.out, words.T("只是试抽，没有保存。"))
		return nil
	}
	h.Draws = append(h.Draws, made)
	if o.take {
		h, _ = h.TakesOver(made.ID, desk.NewID, calendar.DateOf(now.In(words.Zone())))
	}
	if _, err := desk.SaveHearing(ctx, h); err != nil {
		return fmt.Errorf("session %s: %w", o.session, err)
	}
	fmt.Fprintln(t.out, words.T("已记入听证会，编号 {{.ID}}。", map[string]string{"ID": string(made.ID)}))
	return nil
}

// asked is the draw that the flags ask for, without its pool.
func (o drawOrder) asked(now time.Time) (hearing.Draw, error) {
	d := hearing.Draw{At: now, Place: o.room, Operator: o.operator, Witness: o.witness, Notary: o.notary, Officers: o.n, Alternates: o.alternates,
		Seed: o.seed, SeedNote: o.seedNote, SeedSource: hearing.SeedPublic}
	var err error
	if o.seed == "" {
		d.SeedSource = hearing.SeedRandom
		if d.Seed, err = draw.Random(rand.Reader); err != nil {
			return d, err
		}
	} else if o.witness == "" {
		return d, usageError{words.T("公开数值由见证人提供，请用 -witness 写明见证人。")}
	}
	d.Quotas, err = readQuotas(o.quota)
	return d, err
}

// readQuotas reads law=1,专家型=1,消防=1,expert+消防=1.
func readQuotas(text string) ([]hearing.DrawQuota, error) {
	var out []hearing.DrawQuota
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '，' }) {
		whom, count, _ := strings.Cut(strings.TrimSpace(part), "=")
		n, err := strconv.Atoi(strings.TrimSpace(count))
		if err != nil || n < 1 || strings.TrimSpace(whom) == "" {
			return nil, usageError{words.T("-quota “{{.Text}}”看不懂，请写成 law=1,expert=1,消防=1。", map[string]string{"Text": part})}
		}
		q := hearing.DrawQuota{N: n}
		for _, w := range strings.Split(whom, "+") {
			if c := classOf(strings.TrimSpace(w)); c != "" {
				q.Class = c
			} else {
				q.Specialty = strings.TrimSpace(w)
			}
		}
		out = append(out, q)
	}
	return out, nil
}

func classOf(text string) hearing.OfficerClass {
	for _, c := range hearing.OfficerClasses {
		if text == string(c) || text == c.Term().Zh {
			return c
		}
	}
	return ""
}

// readExclusions reads p-zhou=time:外出,p-ma=recusal.
func readExclusions(text string, pool hearing.OfficerPool) (map[hearing.ID]draw.Choice, error) {
	out := map[hearing.ID]draw.Choice{}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '，' }) {
		id, why, _ := strings.Cut(strings.TrimSpace(part), "=")
		code, more, _ := strings.Cut(why, ":")
		c := draw.Choice{Text: more}
		for _, r := range hearing.ManualExclusions {
			if code == string(r) || code == r.Term().Zh {
				c.Reason = r
			}
		}
		if _, known := pool.Dossier.People[hearing.ID(id)]; !known || c.Reason == "" {
			return nil, usageError{words.T("-exclude “{{.Text}}”看不懂，请写成 人员编号=time:外出；原因是 recusal、time、health 或 other。", map[string]string{"Text": part})}
		}
		out[hearing.ID(id)] = c
	}
	return out, nil
}

// writeDraw says what was drawn.
func writeDraw(t terminal, d hearing.Draw) {
	fmt.Fprintln(t.out, words.T("听证员库 {{.All}} 人，参加抽选 {{.In}} 人，不参加 {{.Out}} 人", map[string]int{"All": len(d.Pool) + len(d.Excluded), "In": len(d.Pool), "Out": len(d.Excluded)}))
	for _, e := range d.Excluded {
		fmt.Fprintf(t.out, "  %s  %s  %s\n", e.Name, words.Of(e.Reason), e.Text)
	}
	fmt.Fprintln(t.out, words.T("名单摘要")+" "+d.Hash)
	fmt.Fprintln(t.out, words.Of(d.SeedSource)+" "+d.Seed)
	for i, list := range [][]int{d.Drawn, d.Spare} {
		as := words.Of(hearing.Officer)
		if i == 1 {
			as = words.T("候补")
		}
		for _, n := range list {
			c := d.Candidate(n)
			class := ""
			if c.Class != "" {
				class = words.Of(c.Class)
			}
			fmt.Fprintf(t.out, "%s  %d  %s  %s\n", as, n, c.Name, class)
		}
	}
}
