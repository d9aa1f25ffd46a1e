package press

import (
	"context"
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document"
)

// A Why says why a paper is to be printed, or is not.
type Why string

// The reasons. WhyNew and WhyChanged are due.
const (
	WhyNew     Why = "new"     // 新：it never came out of a printer
	WhyChanged Why = "changed" // 已改：what came out says something else than the facts now
	WhySame    Why = "same"    // 未变：what came out holds
	WhyGone    Why = "gone"    // 不再需要：it went out, and the session needs it no more
)

// A Need is one paper of a session's plan: whether it must be printed, and why.
type Need struct {
	document.Item
	Session hearing.ID
	Paper   Paper           // made of the facts now; zero where Err is set
	Err     error           // why it cannot be made: a missing field, a character without a font
	Why     Why             // WhyNew before [Press.Judge]
	Printed *hearing.Print  // the newest that came out of a printer; nil where none did
	Filed   *hearing.Print  // the newest that was saved as a file
	Prints  []hearing.Print // of this paper, the earliest first, with those that were printed again as they were
	Changes []Difference    // of a changed paper: the facts that are others now; none where only its text is, or where what was printed is not kept
}

// Due reports whether the paper must still be printed.
func (n *Need) Due() bool { return n.Why == WhyNew || n.Why == WhyChanged }

// Ready reports whether the paper can be printed: nothing is known that it lacks.
func (n *Need) Ready() bool { return n.Err == nil && len(n.Missing) == 0 && n.Why != WhyGone }

// Name is what the paper is called: title and addressee.
func (n *Need) Name() string { return strings.TrimSpace(n.Title + " " + n.For) }

// A Difference is a fact that is another than on the paper that was printed.
type Difference struct {
	Key   string // of the dictionary
	Label string // what it is called
	Then  string // its values as they were printed; empty: there were none
	Now   string
}

// Contents reads what the desk keeps by its hash.
type Contents interface {
	Content(ctx context.Context, hash string) ([]byte, error)
}

// Needs lists the papers of a session in printing order, each with what went out
// of it, and at the end those that went out and are needed no more. None is made
// yet: [Press.Judge] does that.
func (p *Press) Needs(d hearing.Dossier, prints []hearing.Print, kinds ...string) []*Need {
	var out []*Need
	for _, it := range p.Plan(d, kinds...) {
		n := &Need{Item: it, Session: d.ID(), Why: WhyNew}
		n.past(prints)
		out = append(out, n)
	}
	for _, pr := range prints {
		wanted := len(kinds) == 0 || slices.Contains(kinds, pr.Document)
		if !wanted || slices.ContainsFunc(out, func(n *Need) bool { return n.Number == pr.Document && n.Key == pr.Key }) {
			continue
		}
		n := &Need{Item: document.Item{Number: pr.Document, Title: p.TitleOf(pr.Document), Key: pr.Key, For: pr.For, Copies: pr.Copies}, Session: pr.Session, Why: WhyGone}
		n.past(prints)
		out = append(out, n)
	}
	return out
}

// Arrange puts the papers of one session into an order.
func Arrange(by document.Order, needs []*Need) []*Need {
	return document.Arrange(by, needs, func(n *Need) document.Item { return n.Item })
}

// TitleOf is the title of a form; the number where there is none any more.
func (p *Press) TitleOf(number string) string {
	for _, f := range p.forms.Forms() {
		if f.Number == number {
			return f.Title
		}
	}
	return number
}

// past notes what went out of the paper. One that was printed again as it was
// says nothing of the facts.
func (n *Need) past(prints []hearing.Print) {
	for i := range prints {
		pr := &prints[i]
		if pr.Document != n.Number || pr.Key != n.Key {
			continue
		}
		n.Prints = append(n.Prints, *pr)
		switch {
		case pr.Again != 0:
		case isFile(pr.To):
			n.Filed = pr
		default:
			n.Printed = pr
		}
	}
}

// Judge makes the paper of today and says why it is to be printed. Of one that
// was printed and is another now, it names the facts that are others.
//
// A paper without a date of its own bears that of the day on which it is made:
// it is compared as it would have been made on the day of the print.
func (p *Press) Judge(ctx context.Context, n *Need, d hearing.Dossier, today calendar.Date, c Contents) {
	if n.Why == WhyGone {
		return
	}
	if n.Err == nil && n.Paper.Hash == "" {
		n.Paper, n.Err = p.Make(d, n.Item, today)
	}
	if n.Printed == nil {
		return
	}
	n.Why = WhyChanged
	doc, err := p.forms.Compose(d, n.Item, DayOf(*n.Printed, d.Zone))
	switch {
	case err != nil:
	case hash(doc) == n.Printed.Hash, p.saidSo(d, n.Item, *n.Printed, hash(doc)):
		n.Why = WhySame
	default:
		n.Changes = p.differences(ctx, n.Printed.Content, doc.Fields, c)
	}
}

// saidSo reports whether a print says what the paper said when fewer of the
// others had gone out: the contents of a volume count their pages, and are not
// older than the facts because papers were printed after them.
func (p *Press) saidSo(d hearing.Dossier, it document.Item, pr hearing.Print, now string) bool {
	out := slices.SortedStableFunc(slices.Values(d.Prints), func(a, b hearing.Print) int { return a.At.Compare(b.At) })
	for k := range out {
		d.Prints = out[:k]
		doc, err := p.forms.Compose(d, it, DayOf(pr, d.Zone))
		if err != nil || k == 0 && hash(doc) == now { // it counts nothing that went out
			return false
		}
		if hash(doc) == pr.Hash {
			return true
		}
	}
	return false
}

// Differences says what of a paper as it was printed is another in the facts
// now. A paper that the session needs no more is [hearing.ErrNotFound], one that
// lacks something by now a [*document.MissingError].
func (p *Press) Differences(d hearing.Dossier, pr hearing.Print, was Paper) ([]Difference, error) {
	doc, err := p.forms.Compose(d, document.Item{Number: pr.Document, Key: pr.Key}, DayOf(pr, d.Zone))
	if err != nil {
		return nil, err
	}
	return compare(was.doc.Fields, doc.Fields), nil
}

// differences is none where what was printed is not kept, or cannot be read:
// that it is another is known all the same.
func (p *Press) differences(ctx context.Context, content string, now []document.Field, c Contents) []Difference {
	if content == "" {
		return nil
	}
	data, err := c.Content(ctx, content)
	if err != nil {
		return nil
	}
	k, err := unpack(data)
	if err != nil {
		return nil
	}
	return compare(k.Fields, now)
}

// compare names the fields whose values are others, in the order of the paper of
// now, and then those that it has no more. Of a list, the values that both have
// are left out.
func compare(then, now []document.Field) []Difference {
	was, is := gather(then), gather(now)
	var out []Difference
	told := map[string]bool{}
	for _, f := range slices.Concat(now, then) {
		if told[f.Key] || slices.Equal(was[f.Key], is[f.Key]) {
			continue
		}
		told[f.Key] = true
		out = append(out, Difference{f.Key, f.Label, strings.Join(without(was[f.Key], is[f.Key]), "、"), strings.Join(without(is[f.Key], was[f.Key]), "、")})
	}
	return out
}

// gather lists the values of each key.
func gather(fields []document.Field) map[string][]string {
	out := map[string][]string{}
	for _, f := range fields {
		out[f.Key] = append(out[f.Key], f.Value)
	}
	return out
}

// without are the values of a list that another has not, each as often as it
// has it more.
func without(list, other []string) []string {
	left := map[string]int{}
	for _, v := range other {
		left[v]++
	}
	var out []string
	for _, v := range list {
		if left[v]--; left[v] < 0 {
			out = append(out, v)
		}
	}
	return out
}

// DayOf is the day of which a print is: the one that it bears where the paper
// has no date of its own.
func DayOf(pr hearing.Print, zone *time.Location) calendar.Date {
	if !pr.Day.IsZero() {
		return pr.Day
	}
	if zone == nil {
		zone = time.FixedZone("CST", 8*60*60)
	}
	return calendar.DateOf(pr.At.In(zone))
}

// isFile reports whether a print went to a file rather than to a printer.
func isFile(to string) bool {
	return strings.HasSuffix(to, "."+string(PDF)) || strings.HasSuffix(to, "."+string(DOCX))
}
