package hearing

// Heads is what an office prints its letters and public notices on: with the red
// head that GB/T 9704-2012 gives them, or on sheets that bear it already.
type Heads string

// The ways. An office that says nothing prints heads.
const (
	HeadsPrinted    Heads = ""           // 打印红头
	HeadsPreprinted Heads = "preprinted" // 用预印红头的纸: the room of the head is left free, the number stands in it
	HeadsNone       Heads = "none"       // 不用红头: the number stands below the title
)

// HeadWays lists every way.
var HeadWays = []Heads{HeadsPrinted, HeadsPreprinted, HeadsNone}

// Term names the value.
func (v Heads) Term() Term { return term(v, headsTerms) }

var headsTerms = map[Heads]Term{
	HeadsPrinted:    {"打印红头", "Print the red head"},
	HeadsPreprinted: {"用已印红头的纸，留出位置", "Paper with a preprinted head: leave its room"},
	HeadsNone:       {"不用红头", "No red head"},
}
