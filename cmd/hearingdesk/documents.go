package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/document/wordform"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// newPress reads the papers' texts and the rules that they follow; fonts are
// read when a paper needs them.
func newPress() (*press.Press, error) {
	forms, err := document.Load(assets.Documents())
	if err != nil {
		return nil, fmt.Errorf("read texts of papers: %w", err)
	}
	book, err := newBook()
	if err != nil {
		return nil, err
	}
	numbers, err := hearing.ReadNumbering(assets.Numbers)
	if err != nil {
		return nil, err
	}
	return press.New(forms.Under(press.Law(book)), layout.New(assets.PaperFonts(), nil)).Numbering(numbers), nil
}

// sparing keeps the memory of many papers near what they need: an office's
// machine has little, and the fonts are most of it.
func sparing() { debug.SetGCPercent(10) }

// An order is what the verb documents was asked for.
type order struct {
	kinds  []string
	folder string
	format press.Format
	queue  string
	day    calendar.Date
	form   *wordform.Form // an own Word form, which is filled instead
	number bool           // papers that are to bear a document number take it
}

// documents makes the papers of one session or of all, as files and on a
// printer. Papers that lack something are named, and the others are made.
func documents(ctx context.Context, t terminal, flags *flag.FlagSet, args []string) (err error) {
	file := dbFlag(flags)
	session := flags.String("session", "", "")
	kinds := flags.String("kind", "", "")
	folder := flags.String("o", "", "")
	format := flags.String("format", "pdf", "")
	queue := flags.String("print", "", "")
	at := flags.String("at", "", "")
	form := flags.String("word", "", "")
	number := flags.Bool("number", false, "")
	sheets := dayFlags(flags)
	texts := formFlags(flags)
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if texts.asked() {
		return forms(ctx, t, *file, *texts)
	}
	sparing()
	p, err := newPress()
	if err != nil {
		return err
	}
	o, err := readOrder(p, *kinds, *folder, *format, *queue, *at)
	if err != nil {
		return err
	}
	if *form != "" {
		if o.form, err = readForm(p, *form, o); err != nil {
			return err
		}
	}
	o.number = *number
	desk, err := open(ctx, *file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	p = withFiles(ctx, p, desk)
	if sheets.asked() {
		return daySheets(ctx, t, desk, p, *sheets, o)
	}
	entries, err := entriesOf(ctx, desk, *session)
	if err != nil {
		return err
	}
	if err := o.ready(ctx, t); err != nil {
		return err
	}
	return eachSession(ctx, t, desk, p, entries, o)
}

// eachSession makes the papers of sessions, one after another; a paper that
// lacks something keeps none of the others.
func eachSession(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, entries []hearing.Entry, o order) error {
	refused := false
	for _, e := range entries {
		make := makePapers
		if o.form != nil {
			make = fillForm
		}
		whole, err := make(ctx, t, desk, p, e.Session, o)
		if err != nil {
			return err
		}
		refused = refused || !whole
	}
	if refused {
		return errRefused
	}
	return nil
}

func readOrder(p *press.Press, kinds, folder, format, queue, at string) (order, error) {
	o := order{folder: folder, format: press.Format(format), queue: queue}
	if folder == "" {
		return o, usageError{words.T("请用 -o 指明存放文书的文件夹。")}
	}
	if o.format != press.PDF && o.format != press.DOCX {
		return o, usageError{words.T("-format 只能是 pdf 或 docx。")}
	}
	for _, k := range strings.FieldsFunc(kinds, func(r rune) bool { return r == ',' || r == '，' || r == ' ' }) {
		if !slices.Contains(p.Numbers(), k) {
			return o, usageError{words.T("没有编号为“{{.Kind}}”的文书；现有 {{.All}}。", map[string]string{"Kind": k, "All": strings.Join(p.Numbers(), ", ")})}
		}
		o.kinds = append(o.kinds, k)
	}
	now, err := moment(at)
	if err != nil {
		return o, err
	}
	o.day = calendar.DateOf(now.In(words.Zone()))
	return o, nil
}

// ready holds that the folder can be written and that the printer is there,
// before the first paper is made.
func (o order) ready(ctx context.Context, t terminal) error {
	err := os.MkdirAll(o.folder, 0o700)
	if errors.Is(err, syscall.ENOTDIR) { // a file is in the way
		err = fs.ErrExist
	}
	if err != nil {
		return fmt.Errorf("make folder %s: %w", o.folder, err)
	}
	if o.queue == "" {
		return nil
	}
	queues, err := printing.System().Queues(ctx)
	if err != nil {
		return printTrouble(t, o.queue, err)
	}
	var names []string
	for _, q := range queues {
		names = append(names, q.Name)
	}
	if slices.Contains(names, o.queue) {
		return nil
	}
	if len(names) == 0 {
		return printTrouble(t, o.queue, printing.ErrNoQueue)
	}
	fmt.Fprintln(t.err, words.T("没有打印机“{{.Queue}}”，文书没有生成。现有：{{.All}}。", map[string]string{"Queue": o.queue, "All": words.List(names)}))
	return errRefused
}

// printTrouble says why nothing can be printed, and ends the verb.
func printTrouble(t terminal, queue string, err error) error {
	name := map[string]string{"Queue": queue}
	switch {
	case errors.Is(err, printing.ErrNoQueue), errors.Is(err, printing.ErrUnknownQueue):
		fmt.Fprintln(t.err, words.T("没有打印机“{{.Queue}}”。请先在系统里添加打印机，或去掉 -print 只存文件。", name))
	case errors.Is(err, printing.ErrNoSystem), errors.Is(err, printing.ErrNoScheduler):
		fmt.Fprintln(t.err, words.T("打印服务没有安装或没有运行，不能送往“{{.Queue}}”。请启动打印服务，或去掉 -print 只存文件。", name))
	case errors.Is(err, printing.ErrRejecting):
		fmt.Fprintln(t.err, words.T("打印机“{{.Queue}}”不接受任务。请启用它，或换一台。", name))
	case errors.Is(err, printing.ErrTimeout):
		fmt.Fprintln(t.err, words.T("打印服务没有回应，不能送往“{{.Queue}}”。请稍后再试。", name))
	default:
		return err
	}
	return errRefused
}

// makePapers makes the papers of one session and reports whether all could be
// made. Files appear whole or not at all.
func makePapers(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, session hearing.ID, o order) (bool, error) {
	d, err := desk.Dossier(ctx, session)
	if err != nil {
		return false, fmt.Errorf("session %s: %w", session, err)
	}
	items := p.Plan(d, o.kinds...)
	if o.number {
		if d, err = takeNumbers(ctx, desk, p, d, items, o.day.Year()); err != nil {
			return false, fmt.Errorf("session %s: %w", session, err)
		}
	}
	if len(items) == 0 {
		fmt.Fprintln(t.err, words.T("{{.Session}}：没有要生成的文书。", map[string]any{"Session": session}))
	}
	whole, err := makeAll(ctx, t, desk, p, d, items, o)
	if err != nil || o.format != press.DOCX || len(o.kinds) > 0 {
		return whole, err
	}
	own, err := makeSheets(t, p, d, o)
	return whole && own, err
}

// makeAll makes papers of a dossier and reports whether all could be made.
func makeAll(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, d hearing.Dossier, items []document.Item, o order) (bool, error) {
	session := d.ID()
	names := press.Names(items, press.Mark(d), o.format)
	whole := true
	for i, it := range items {
		paper, err := p.Make(d, it, o.day)
		var text []byte
		if err == nil {
			text, err = paper.File(o.format)
		}
		if err != nil {
			whole = false
			fmt.Fprintln(t.err, words.T("{{.Paper}}：{{.Why}}", map[string]string{
				"Paper": strings.TrimSpace(string(session) + " " + strings.TrimSuffix(names[i], "."+string(o.format))), "Why": words.Sentences(words.Error(err), words.FormRemedy(err))}))
			continue
		}
		file := filepath.Join(o.folder, names[i])
		if err := writeWhole(file, text); err != nil {
			return false, err
		}
		fmt.Fprintln(t.out, file)
		to := file
		if o.queue != "" {
			if err := send(ctx, t, o.queue, paper); err != nil {
				return false, err
			}
			to = o.queue
		}
		kept, err := paper.Keep()
		if err != nil {
			return false, err
		}
		if err := desk.RecordPrint(ctx, hearing.Print{Session: session, Document: it.Number, For: it.For, Key: it.Key, Hash: paper.Hash, Edition: paper.Item.Edition,
			Pages: len(paper.Pages), Copies: it.Copies, To: to, Day: o.day}, kept); err != nil {
			return false, err
		}
	}
	return whole, nil
}

// takeNumbers gives the papers that lack one their document number, and reads
// the session again.
func takeNumbers(ctx context.Context, desk *storage.Desk, p *press.Press, d hearing.Dossier, items []document.Item, year int) (hearing.Dossier, error) {
	papers := p.Unnumbered(d, items)
	if len(papers) == 0 {
		return d, nil
	}
	session := d.ID()
	if _, err := desk.TakeNumbers(ctx, session, year, papers); err != nil {
		return d, err
	}
	return desk.Dossier(ctx, session)
}

// send prints a paper and says under which number the queue has it.
func send(ctx context.Context, t terminal, queue string, paper press.Paper) error {
	job, err := paper.Job(queue, 0, printing.OneSided)
	if err != nil {
		return err
	}
	id, err := printing.System().Submit(ctx, job)
	if err != nil {
		return printTrouble(t, queue, fmt.Errorf("print on %s: %w", queue, err))
	}
	fmt.Fprintln(t.out, words.T("已送打印机 {{.Queue}}：{{.Job}}", map[string]any{"Queue": queue, "Job": id}))
	return nil
}
