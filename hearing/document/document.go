// Package document turns the facts of one session into papers: a catalogue of
// forms, each a text file that an office can replace, and for each paper a
// layout-neutral [Document] that the back ends of package layout set.
//
// The way is one: [Catalogue.Plan] says which papers a session needs and for
// whom, [Catalogue.Compose] fills one of them, or refuses with the list of
// the fields that are missing.
//
// # The text of a form
//
// A form is a head of "key: value" lines (see [Form]), a line ---, and a body.
// A line of the body is a paragraph, or begins with a directive:
//
//	#title  #subtitle  #number     title, subtitle, document number
//	#issuer NAME                   who approved an upward paper (签发人)
//	#imprint COPIES | OFFICE | DATE
//	                               the record at the foot of the last page (版记):
//	                               who gets copies, who issued it and when
//	#to TEXT                       addressee
//	#h1 TEXT  #h2 TEXT             headings, which number themselves
//	#h1 HEAD | TEXT                a heading in the line of its text
//	#item TEXT                     numbered item
//	#left  #centre  #right TEXT    a line without indent
//	#sign OFFICE | DATE | seal     signature with room for the seal
//	#signline LABEL | date         a line to sign; hour instead of date adds 时
//	#footline LABEL | date         the same in the lower margin
//	#foot TEXT                     a note in the lower margin; across, below the text
//	#eachfoot LABEL | NOTE         a line to sign in the lower margin of every page,
//	                               and a note below it
//	#lines N                       N ruled lines to be written on by hand
//	#plate NAME | ROLE             a page with a seat plate, to be folded
//	#address X Y W H | A // B      an address that a window shows, in mm of the page
//	#label W H | A // B            a label of W by H mm, on a sheet of them
//	#seats WIDE DEEP | FRONT       a plan of a room of so many seats; its seats
//	                               follow, then #end
//	#seat X Y | NUMBER | NAME | ROLE | extra
//	                               one seat, so many from the left and the front
//	#tear CAPTION                  a reply slip follows, in smaller type
//	#slip                          smaller type from here on
//	#qr DATA | CAPTION             a code in the corner of the lower margin
//	#space N  #page                room of N lines, a new page
//	#table W W W | small           a table; rows follow, then #end
//	#row MM | keep                 least height of the next row, which stays with
//	                               the one after; spare instead of keep is left
//	                               out where it would begin a page
//	|! A | B                       header row, repeated on every page
//	| A | ^B | >C                  row; ^ < > align a cell, // breaks its line; the
//	                               last cell takes the columns that are left
//
// In a line, **…** is 黑体, ~~…~~ is struck through, and [ ] and [x] are tick
// boxes. Fields stand in braces, as in {{case.cause}}; [Catalogue.Keys] lists them. {{if}}, {{range}}
// and {{with}} are those of text/template, and so are and, or, not, eq, ne, gt,
// lt and len. The other functions are
//
//	date D        2023年7月18日         clock M       上午9时00分
//	weekday D     星期二                zhou D        周二
//	brief M       2023年7月18日（周二）上午9时
//	chinese D     二〇二三年七月十八日    blank N       a blank of N characters
//	box FLAG      a tick box            bare T        T without its full stop
//	mask T        程某某                maskid, maskphone T   139****0002
//	names LIST    王䶮、陈𬭎             roster LIST   王䶮（律师）、陈𬭎（消防工程师）
//	texts LIST    the texts with 、      blanks N      a list of N empty elements
//	minutes T N   in how many minutes T is read aloud, at N characters a minute
//
// A field without a value prints a blank to be filled in by hand. What somebody
// typed is never read as a directive or as markup.
//
// # The head of a page
//
// The line "head:" of a form's head says what stands above the title (GB/T
// 9704-2012, 7.2 and 10.1). None is what a form has that says nothing; a sheet
// across has none.
//
//	red     the office's name in red 35 mm below the top of the text area, the
//	        number two lines below it, with #issuer beside it, a red rule 4 mm
//	        below, the title two lines below that; with #imprint, its record
//	        between rules at the foot of the last page
//	letter  the form of a letter: the name 30 mm below the page's edge, a red
//	        double rule 4 mm below it and another 20 mm above the lower edge, the
//	        number at the right; no number on the first page, and of #imprint
//	        only the copies
//	none    nothing: the number stands below the title
//
// Letters, notices and public notices that an office sends out have one of the
// first two; papers of law, records, receipts and tables have none. Whether heads
// are printed, or left free because the paper bears them, the office says
// ([hearing.Heads]).
//
// # What is hidden, and from whom
//
// One set of rules hides people's data, in each field and wherever somebody
// typed them into a cause, a question or a reason. The line "mask:" of a form's
// head says which holds for a paper; an office's own text without it is masked
// as the program's, so that nothing is shown that nobody decided to show.
//
//	                          minors   public   none
//	a minor's name            hidden   hidden   shown    未成年人保护法, art. 103
//	a minor's school, home    hidden   hidden   shown
//	a party marked 隐名        shown    hidden   shown
//	who comes for one hidden  shown    hidden   shown    a father's name tells the child's
//	telephones                shown    hidden   shown    but the office's and its contacts'
//	the house of a home       shown    hidden   shown
//	identity numbers          hidden   hidden   hidden
//
// minors is what a form has that says nothing: the minor's own side alone reads
// the name (by law, or by the party's mark, or by the day of birth). public are
// the papers that hang at the door, are published or go to observers: 06, 15a,
// 15b, 28b, 37a; they cannot be none. none is 38b, the labels of letters, which
// bear one addressee each. What leaves the desk without being a paper, such as a
// reminder or an entry of a telephone's calendar, goes through [Veil]. Lists on
// the clerk's own screen show names in full, because a clerk must know who it is,
// and no numbers; the fields of a person show theirs when asked.
package document

// A Style is the typographic family of a paper (GB/T 9704-2012 and its use).
type Style string

// The styles.
const (
	Letter Style = "letter" // 函、通知、公告: 22 lines × 28 characters, page number –1–
	Record Style = "record" // 笔录、表、回证: no red head, page number 第X页 共Y页
)

// A Document is one paper, filled, before it is set on pages.
type Document struct {
	Number  string   // number in the catalogue: 07a
	Edition int      // which of the office's own texts it is made with; 0: the program's
	Title   string   // title as the list of papers shows it
	For     string   // recipient in words; empty for the session's one copy
	Key     string   // participant, delivery or officer it is made for
	Code    string   // by which a scanned copy is found: see [hearing.PaperCode]
	Style   Style    // typographic family
	Wide    bool     // A4 across
	Head    Head     // what stands above the title
	Copies  int      // originals to print
	Blocks  []Block  // content in order
	Whole   []string // names that no line divides
	Fields  []Field  // every field that was filled in, for the check of missing glyphs
}

// A Field is one value that a paper took from the facts.
type Field struct {
	Key   string // key of the dictionary: hearing.place
	Label string // its name in the user's language: 听证地点
	Value string
}

// A Block is one piece of a document. The types below are all there are.
type Block interface{ block() }

// A Title is the paper's title, 2号 小标宋, centred; long ones are broken into
// lines that form a trapezoid or a diamond.
type Title struct{ Text string }

// A Subtitle stands under the title in 楷体 3号, centred.
type Subtitle struct{ Text string }

// A DocNumber is the document number (文号), centred under the title, or right
// in a Record.
type DocNumber struct{ Text string }

// A Heading is a section's heading with the number that the composer gave it:
// level 1 黑体 一、, level 2 楷体 （一）, level 3 仿宋 1.
type Heading struct {
	Level int
	Text  string
}

// An Align is how a paragraph or a cell is aligned.
type Align int

// The alignments.
const (
	Justify Align = iota
	Left
	Centre
	Right
)

// A Paragraph is running text.
type Paragraph struct {
	Runs   []Run
	Indent int   // characters of first-line indent; body text has 2, an addressee 0
	Align  Align // Justify for body text
	Small  bool  // 4号 instead of 3号
	Keep   bool  // stays on the page of the block that follows
	Foot   bool  // a note below the text, where it takes no line
}

// A Face is the hand in which a run is set.
type Face int

// The faces.
const (
	Fang Face = iota // 仿宋, the body
	Hei              // 黑体
	Kai              // 楷体
	Biao             // 小标宋
)

// A Run is a piece of a paragraph in one face.
type Run struct {
	Text  string
	Face  Face
	Blank int  // an underlined blank of so many characters, for handwriting; Text is then empty
	Under bool // underlined
	Gone  bool // struck through: it was corrected, and stays to be read
	Box   bool // a tick box; ticked when Text is "x"
	Ink   *Ink // a signature that was drawn; Text is then empty
}

// A Table is a ruled table.
type Table struct {
	Widths []float64 // relative column widths; they are scaled to the text width
	Rows   []Row
	Small  bool // 5号 text instead of 4号
}

// A Row is a table's row. A header row is repeated on each page.
type Row struct {
	Cells  []Cell
	Height float64 // least height in mm
	Header bool
	Keep   bool // stays on the page of the row that follows
	Spare  bool // left out where it would begin a page
}

// A Cell is a table's cell.
type Cell struct {
	Lines []Paragraph
	Span  int // columns it spans; 0 and 1 are one
	Align Align
	Top   bool // text at the top instead of the middle
}

// A Signature is the signing office and the date, right, with room for the seal
// over both. Without a seal the office stands right with two characters free.
type Signature struct {
	Office string
	Date   string
	Seal   bool
}

// A SignLine is a line to be signed by hand: 签名：______ 年 月 日.
type SignLine struct {
	Label string
	Dated bool
	Hour  bool // 年 月 日 时
	Small bool // 4号
	Foot  bool // stands below the text, where it takes no line
}

// A Tear is the line along which a reply slip is cut off, with a small caption.
type Tear struct{ Text string }

// A Running is a line to sign in the lower margin of every page from here on.
type Running struct {
	Text string
	Note string // small, below it: by what a sealed record is known; may be empty
}

// A Plate is a page of its own with a seat plate: a sheet that is folded at two
// thirds and stands, with the name on both sides.
type Plate struct {
	Name string // as large as the plate allows
	Role string // small, below the name; may be empty
}

// A Space is empty room of so many body lines.
type Space struct{ Lines float64 }

// A PageBreak ends the page.
type PageBreak struct{}

// A Code is a QR code of a text with a caption under it, below the text.
type Code struct {
	Data    string
	Caption string
}

// CodeSize is the length of a code's side in millimetres.
const CodeSize = 16.0

func (Title) block()     {}
func (Subtitle) block()  {}
func (DocNumber) block() {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (Table) block()     {}
func (Signature) block() {}
func (SignLine) block()  {}
func (Tear) block()      {}
func (Space) block()     {}
func (PageBreak) block() {}
func (Running) block()   {}
func (Plate) block()     {}
func (SeatMap) block()   {}
func (Code) block()      {}
