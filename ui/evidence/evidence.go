// Package evidence gathers the proof that the step before a suit was made: the
// recommendation, its receipts, the replies and what was looked into, from the scans
// that the desk keeps and else as printed (检察公益诉讼解释, art. 22(3)).
package evidence

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/bundle"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// Desk is what the gathering needs of the file.
type Desk interface {
	Dossier(ctx context.Context, session hearing.ID) (hearing.Dossier, error)
	Scans(ctx context.Context, session hearing.ID) ([]hearing.Scan, error)
	ScanFile(ctx context.Context, id hearing.ID, n int, action string) ([]byte, error)
}

// A Gathering is the papers of one recommendation.
type Gathering struct {
	Desk  Desk
	Press *press.Press
	File  hearing.CaseFile
	Paper hearing.Instrument
	Today calendar.Date
}

// A source is where the papers of a session are.
type source struct {
	dossier hearing.Dossier
	scans   []hearing.Scan
}

// Bind makes the bundle as one PDF, and names in the user's language what is missing
// in it.
func (g Gathering) Bind(ctx context.Context) (pdf []byte, missing []string, err error) {
	pieces, err := g.parts(ctx)
	if err != nil {
		return nil, nil, err
	}
	var bound []bundle.Piece
	for _, p := range pieces {
		if p.Missing != "" {
			missing = append(missing, p.title.said()+words.T("：")+words.Term(p.why))
		}
		bound = append(bound, p.Piece)
	}
	pdf, err = bundle.Bind(ctx, bound, g.contents)
	return pdf, missing, err
}

// A part is a paper of the bundle, as its contents call it and as the user reads it.
type part struct {
	bundle.Piece
	title title
	why   hearing.Term // why there is none of it
}

// A title is what a paper is called, and from whom or to whom it is.
type title struct {
	what hearing.Term
	to   string
}

// printed is the title on the contents.
func (t title) printed() string {
	if t.to == "" {
		return t.what.Zh
	}
	return t.what.Zh + "（" + t.to + "）"
}

// said is the title in the user's language.
func (t title) said() string {
	if t.to == "" {
		return words.Term(t.what)
	}
	return words.T("{{.What}}（{{.To}}）", map[string]string{"What": words.Term(t.what), "To": t.to})
}

// The papers of a bundle, and why one of them is missing.
var (
	receiptPaper = hearing.Term{Zh: "送达回证", En: "Receipt"}
	ceremonyText = hearing.Term{Zh: "宣告送达笔录", En: "Transcript of the announcement"}
	replyPaper   = hearing.Term{Zh: "书面回复", En: "Written reply"}
	visitRecord  = hearing.Term{Zh: "跟进调查记录", En: "Record of the visit"}

	noPaper   = hearing.Term{Zh: "没有归入扫描件，也没有可以生成它的听证会或者宣告送达", En: "no scan is filed, and there is no hearing or announcement that could print it"}
	noScan    = hearing.Term{Zh: "没有归入扫描件", En: "no scan is filed"}
	noReceipt = hearing.Term{Zh: "没有归入签收后的扫描件", En: "no scan of the signed one is filed"}
	noSigned  = hearing.Term{Zh: "没有归入签名后的扫描件", En: "no scan of the signed one is filed"}
	noReply   = hearing.Term{Zh: "至今没有书面回复", En: "there is none so far"}
	noVisit   = hearing.Term{Zh: "没有跟进调查的记录", En: "no visit is recorded"}
)

// contents is the first page of the bundle.
func (g Gathering) contents(list []bundle.Entry) ([]byte, error) {
	c := press.Register{Title: "诉前程序证据材料目录", Subtitle: g.name().Zh, Heads: []string{"序号", "材料名称", "日期", "页码"}, Widths: []float64{16, 80, 44, 16},
		Office: g.File.Office.Name, On: printed(g.Today), Notes: []string{"案由：" + g.File.Case.Cause}}
	for i, e := range list {
		page := strconv.Itoa(e.Page)
		switch {
		case e.Page == 0:
			page = "缺"
		case e.Pages > 1:
			page += "–" + strconv.Itoa(e.Page+e.Pages-1)
		}
		c.Rows = append(c.Rows, []string{strconv.Itoa(i + 1), e.Title, e.Day, page})
		if e.Missing != "" {
			c.Notes = append(c.Notes, "缺第"+strconv.Itoa(i+1)+"项："+e.Missing)
		}
	}
	paper, err := g.Press.Register(c)
	if err != nil {
		return nil, err
	}
	return paper.File(press.PDF)
}

// name is what the recommendation is called.
func (g Gathering) name() hearing.Term {
	n := g.Paper.Kind.Term()
	if g.Paper.Title != "" {
		n = hearing.Term{Zh: g.Paper.Title, En: g.Paper.Title}
	}
	return hearing.Term{Zh: strings.TrimSpace(n.Zh + "　" + g.Paper.Number), En: strings.TrimSpace(n.En + " " + g.Paper.Number)}
}

// parts lists the papers in their order.
func (g Gathering) parts(ctx context.Context) ([]part, error) {
	sources, err := g.sources(ctx)
	if err != nil {
		return nil, err
	}
	var out []part
	add := func(t title, day calendar.Date, why hearing.Term, number string, keys ...string) error {
		p, err := g.piece(ctx, sources, number, keys)
		p.Title, p.Day = t.printed(), printed(day)
		if p.Missing = ""; len(p.Files) == 0 {
			p.Missing = why.Zh
		}
		out = append(out, part{p, t, why})
		return err
	}
	if err := add(title{what: g.name()}, g.Paper.DecidedOn, noPaper, "23", string(g.Paper.ID)); err != nil {
		return nil, err
	}
	for _, s := range g.File.Services() {
		if s.Instrument.ID != g.Paper.ID {
			continue
		}
		if err := g.service(s, add); err != nil {
			return nil, err
		}
	}
	for _, v := range g.Paper.Visits {
		if err := add(title{what: visitRecord}, v.On, noScan, "30", document.VisitKey(g.Paper.ID, v.ID)); err != nil {
			return nil, err
		}
	}
	if len(g.Paper.Visits) == 0 {
		if err := add(title{what: visitRecord}, calendar.Date{}, noVisit, none); err != nil {
			return nil, err
		}
	}
	return once(out), nil
}

// none is the number of a paper that the desk makes none of.
const none = "none"

// service adds the papers of one recipient: the receipt, the transcript of the
// ceremony, the replies.
func (g Gathering) service(s hearing.Service, add func(t title, day calendar.Date, why hearing.Term, number string, keys ...string) error) error {
	d := s.Delivery
	to := g.File.Organisations[d.Organisation].Name + g.File.People[d.Person].Name
	if err := add(title{receiptPaper, to}, d.On(), noReceipt, "27!", string(d.ID)); err != nil {
		return err
	}
	if s.Announcement != "" {
		if err := add(title{what: ceremonyText}, d.On(), noSigned, "26!", ""); err != nil {
			return err
		}
	}
	replies := d.AllReplies()
	if len(replies) == 0 {
		return add(title{replyPaper, to}, calendar.Date{}, noReply, none)
	}
	return add(title{replyPaper, to}, replies[0].On, noScan, "reply", string(d.ID), "")
}

// sources reads the sessions of the case.
func (g Gathering) sources(ctx context.Context) ([]source, error) {
	var ids []hearing.ID
	for _, a := range g.File.Announcements {
		ids = append(ids, a.ID)
	}
	for _, h := range g.File.Hearings {
		ids = append(ids, h.ID)
	}
	var out []source
	for _, id := range ids {
		d, err := g.Desk.Dossier(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("session %s: %w", id, err)
		}
		scans, err := g.Desk.Scans(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("session %s: %w", id, err)
		}
		out = append(out, source{d, scans})
	}
	return out, nil
}

// piece finds the scans of a paper, or else prints it; one that has to come back
// signed, marked with !, is not printed.
func (g Gathering) piece(ctx context.Context, sources []source, number string, keys []string) (bundle.Piece, error) {
	number, signed := strings.CutSuffix(number, "!")
	var p bundle.Piece
	for _, s := range sources {
		for _, scan := range s.scans {
			if scan.Document != number || !slices.Contains(keys, string(scan.For)) {
				continue
			}
			for n, f := range scan.Files {
				data, err := g.Desk.ScanFile(ctx, scan.ID, n, hearing.TakeScan)
				if err != nil {
					return p, err
				}
				p.Files = append(p.Files, bundle.File{Media: f.Media, Data: data})
			}
		}
	}
	if len(p.Files) > 0 || signed {
		return p, nil
	}
	return g.print(sources, number, keys)
}

// print makes the paper where a session has it.
func (g Gathering) print(sources []source, number string, keys []string) (bundle.Piece, error) {
	for _, s := range sources {
		for _, it := range g.Press.Plan(s.dossier, number) {
			if !slices.Contains(keys, it.Key) || len(it.Missing) > 0 {
				continue
			}
			paper, err := g.Press.Make(s.dossier, it, g.Today)
			if err != nil {
				return bundle.Piece{}, err
			}
			pdf, err := paper.File(press.PDF)
			return bundle.Piece{Files: []bundle.File{{Media: "application/pdf", Data: pdf}}}, err
		}
	}
	return bundle.Piece{}, nil
}

// once leaves out what was listed before, such as the transcript of a ceremony that
// served several papers.
func once(list []part) []part {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(p part) bool {
		key := p.Title + "\n" + p.Day
		again := seen[key]
		seen[key] = true
		return again
	})
}

func printed(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year(), int(d.Month()), d.Day())
}

// Refused says, in the user's language, what stands before the gate; empty where
// nothing does.
func Refused(found []hearing.Finding) string {
	var lines []string
	for _, f := range found {
		lines = append(lines, f.Text)
	}
	return words.Sentences(lines...)
}
