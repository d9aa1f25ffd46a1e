package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"syscall"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/wordform"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// catalogue reads the program's texts of papers once.
var catalogue = sync.OnceValues(func() (*document.Catalogue, error) { return document.Load(assets.Documents()) })

// newPress reads the papers' texts and the rules that they follow; fonts are
// read when a paper needs them.
func newPress() (*press.Press, error) {
	forms, err := catalogue()
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

// sparing keeps the memory of many papers near what they need, so many per cent
// above: an office's machine has little, and the fonts are most of it.
func sparing(percent int) { debug.SetGCPercent(percent) }

// An order is what the verb documents was asked for.
type order struct {
	kinds  []string
	folder string
	format press.Format
	queue  string
	day    calendar.Date
	form   *wordform.Form // an own Word form, which is filled instead
	number bool           // papers that are to bear a document number take it
	due    bool           // only papers that must still be printed
	by     document.Order // in which order they are printed
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
	desk := printFlags(flags)
	bound := flags.String("bundle", "", "")
	if err := parse(flags, args, 0, 0); err != nil {
		return err
	}
	if texts.asked() {
		return forms(ctx, t, *file, *texts)
	}
	if *bound != "" {
		return bind(ctx, t, *file, hearing.ID(*bound), *folder, *at)
	}
	if sheets.asked() {
		id, err := sheets.id()
		if err != nil {
			return err
		}
		*session = string(id)
	}
	sparing(30)
	p, err := newPress()
	if err != nil {
		return err
	}
	o, err := readOrder(p, *kinds, *folder, *format, *queue, *at)
	if err != nil {
		return err
	}
	if o.by, err = sheets.order(); err != nil {
		return err
	}
	if o.number = *number; desk.asked() || *queue != "" && *folder == "" || *desk.from != "" {
		return printDesk(ctx, t, p, *file, *session, *desk, o)
	}
	if *folder == "" {
		return usageError{words.T("请用 -o 指明存放文书的文件夹。")}
	}
	if *form != "" {
		if o.form, err = readForm(p, *form, o); err != nil {
			return err
		}
	}
	return fileDocuments(ctx, t, p, *file, *session, o)
}

// fileDocuments makes papers as files, and prints them where a printer is named.
func fileDocuments(ctx context.Context, t terminal, p *press.Press, file, session string, o order) (err error) {
	desk, err := open(ctx, file, false)
	if err != nil {
		return err
	}
	defer closing(desk, &err)
	p = withFiles(ctx, p, desk)
	entries, err := sittings(ctx, desk, session)
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
	if o.queue != "" {
		tasks, _, err := planned(ctx, desk, p, entries, o)
		if err != nil {
			return err
		}
		if err := printTasks(ctx, t, desk, p, tasks, o); err != nil {
			return err
		}
	}
	if refused {
		return errRefused
	}
	return nil
}

func readOrder(p *press.Press, kinds, folder, format, queue, at string) (order, error) {
	o := order{folder: folder, format: press.Format(format), queue: queue}
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
	return o.hasPrinter(ctx, t)
}

// makePapers makes the papers of one session and reports whether all could be
// made. Files appear whole or not at all.
func makePapers(ctx context.Context, t terminal, desk *storage.Desk, p *press.Press, session hearing.ID, o order) (bool, error) {
	d, err := desk.Dossier(ctx, session)
	if err != nil {
		return false, fmt.Errorf("session %s: %w", session, err)
	}
	items := document.Arrange(o.by, p.Plan(d, o.kinds...), func(it document.Item) document.Item { return it })
	if o.number {
		if d, err = takeNumbers(ctx, desk, p, d, items, o.day.Year()); err != nil {
			return false, fmt.Errorf("session %s: %w", session, err)
		}
	}
	if len(items) == 0 {
		nothing(t, d)
	}
	whole, err := makeAll(ctx, t, desk, p, d, items, o)
	if err != nil || o.format != press.DOCX || len(o.kinds) > 0 {
		return whole, err
	}
	own, err := makeSheets(t, p, d, o)
	return whole && own, err
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
