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

// Bind makes the bundle as one PDF, and names what is missing in it.
func (g Gathering) Bind(ctx context.Context) (pdf []byte, missing []string, err error) {
	pieces, err := g.Pieces(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range pieces {
		if p.Missing != "" {
			missing = append(missing, p.Title+"："+p.Missing)
		}
	}
	pdf, err = bundle.Bind(ctx, pieces, g.contents)
	return pdf, missing, err
}

// contents is the first page of the bundle.
func (g Gathering) contents(list []bundle.Entry) ([]byte, error) {
	c := press.Register{Title: "诉前程序证据材料目录", Subtitle: g.name(), Heads: []string{"序号", "材料名称", "日期", "页码"}, Widths: []float64{16, 80, 44, 16},
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

func (g Gathering) name() string {
	title := g.Paper.Title
	if title == "" {
		title = g.Paper.Kind.Term().Zh
	}
	return strings.TrimSpace(title + "　" + g.Paper.Number)
}

// Pieces lists the papers in their order.
func (g Gathering) Pieces(ctx context.Context) ([]bundle.Piece, error) {
	sources, err := g.sources(ctx)
	if err != nil {
		return nil, err
	}
	var out []bundle.Piece
	add := func(title string, day calendar.Date, why string, number string, keys ...string) error {
		p, err := g.piece(ctx, sources, number, keys)
		p.Title, p.Day = title, printed(day)
		if p.Missing = ""; len(p.Files) == 0 {
			p.Missing = why
		}
		out = append(out, p)
		return err
	}
	if err := add(g.name(), g.Paper.DecidedOn, "没有归入扫描件，也没有可以生成它的听证会或者宣告送达", "23", string(g.Paper.ID)); err != nil {
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
		if err := add("跟进调查记录", v.On, "没有归入扫描件", "30", document.VisitKey(g.Paper.ID, v.ID)); err != nil {
			return nil, err
		}
	}
	if len(g.Paper.Visits) == 0 {
		out = append(out, bundle.Piece{Title: "跟进调查记录", Missing: "没有跟进调查的记录"})
	}
	return once(out), nil
}

// service adds the papers of one recipient: the receipt, the transcript of the
// ceremony, the replies.
func (g Gathering) service(s hearing.Service, add func(title string, day calendar.Date, why, number string, keys ...string) error) error {
	d := s.Delivery
	to := g.File.Organisations[d.Organisation].Name + g.File.People[d.Person].Name
	if err := add("送达回证（"+to+"）", d.On(), "没有归入签收后的扫描件", "27!", string(d.ID)); err != nil {
		return err
	}
	if s.Announcement != "" {
		if err := add("宣告送达笔录", d.On(), "没有归入签名后的扫描件", "26!", ""); err != nil {
			return err
		}
	}
	replies := d.AllReplies()
	if len(replies) == 0 {
		return add("书面回复（"+to+"）", calendar.Date{}, "至今没有书面回复", "none")
	}
	return add("书面回复（"+to+"）", replies[0].On, "没有归入扫描件", "reply", string(d.ID), "")
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
func once(list []bundle.Piece) []bundle.Piece {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(p bundle.Piece) bool {
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
