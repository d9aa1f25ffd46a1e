package document

import "hearingdesk/hearing"

// A HeadKind is what stands above a paper's title; the package's comment says
// what each looks like.
type HeadKind string

// The kinds of heads (GB/T 9704-2012, 7.2 and 10.1).
const (
	HeadNone   HeadKind = "none"
	HeadRed    HeadKind = "red"    // 版头
	HeadLetter HeadKind = "letter" // 信函格式
)

// Where heads stand (GB/T 9704-2012), in millimetres, on pages and in Word alike.
const (
	RedTop      = 35.0  // of a red head's mark, below the top of the text area (7.2.4)
	LetterTop   = 30.0  // of a letter's, below the page's edge (10.1)
	LetterFoot  = 20.0  // of a letter's lower double rule, above the page's edge
	LetterWide  = 170.0 // of both its double rules
	DoubleRule  = 1.6   // height of one
	UnderMark   = 4.0   // from a letter's mark to the rule below it
	UnderNumber = 4.0   // from a red head's number to its rule (7.2.7)
	MarkLine    = 1.25  // pitch of a mark's lines, in its height
)

// A Head is what stands above a paper's title. The zero Head is none.
type Head struct {
	Kind HeadKind // red or letter; empty is none
	Mark string   // the office's name (发文机关标志)
	Free bool     // the sheet bears mark and rules already: only their room is kept
}

// IssuerLabel stands before the name of an [Issuer].
const IssuerLabel = "签发人："

// An Issuer is who approved a paper that goes to an office above (签发人). It
// stands beside the number, or without a red head below it at the right.
type Issuer struct{ Name string }

// An Imprint is the record at the foot of a paper's last page (版记).
type Imprint struct {
	Copies string // who gets copies (抄送); may be empty
	Office string // who issued it (印发机关); empty in a letter, which has only the copies
	Date   string // when (印发日期)
}

// Empty reports whether nothing of it is printed below a head.
func (v Imprint) Empty(h Head) bool {
	return v.Copies == "" && (v.Office == "" || h.Kind == HeadLetter)
}

// CopiesLabel stands before those who get copies.
const CopiesLabel = "抄送："

// DateText is the line's end that says when it was issued.
func (v Imprint) DateText() string { return v.Date + "印发" }

func (Issuer) block()  {}
func (Imprint) block() {}

// headOf is a form's head as an office has it.
func (f *Form) headOf(o hearing.Office) Head {
	if f.Head == HeadNone || f.Head == "" || o.Heads == hearing.HeadsNone {
		return Head{}
	}
	return Head{Kind: f.Head, Mark: o.Name, Free: o.Heads == hearing.HeadsPreprinted}
}

// Numbered is the paper's number that stands in its head, and who issued it; of
// the blocks of a paper with a head the layout leaves these out.
func (d Document) Numbered() (number *DocNumber, issuer *Issuer) {
	if d.Head.Kind == "" {
		return nil, nil
	}
	for _, b := range d.Blocks {
		switch v := b.(type) {
		case DocNumber:
			if number == nil {
				number = &v
			}
		case Issuer:
			if issuer == nil {
				issuer = &v
			}
		}
	}
	return number, issuer
}
