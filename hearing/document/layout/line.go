package layout

import "strings"

// A line is a run of atoms with the place of each, from the line's left edge.
type line struct {
	atoms []atom
	x     []float64
	width float64
	last  bool // ends its paragraph, so that it is not stretched
}

// breakLines breaks a paragraph into lines of a width; the first one begins
// after an indent. No line begins with a closing mark or ends with an opening
// one; words and figures stay whole unless one alone is longer than a line.
func breakLines(atoms []atom, width, indent float64) []line {
	var out []line
	room := width - indent
	for len(atoms) > 0 {
		n, skip := fit(atoms, room)
		skip += stub(atoms, n)
		l := place(atoms[:n], room)
		l.last = n+skip >= len(atoms) || skip > 0 && atoms[n].class == forced
		if len(out) == 0 {
			for i := range l.x {
				l.x[i] += indent
			}
			l.width += indent
		}
		out = append(out, l)
		atoms = atoms[n+skip:]
		room = width
	}
	if len(out) == 0 {
		out = append(out, line{last: true})
	}
	return out
}

// fit returns how many atoms go on a line, and how many after them (spaces, a
// forced break) vanish at its end.
func fit(atoms []atom, room float64) (n, skip int) {
	used, best := 0.0, 0
	for i, a := range atoms {
		if a.class == forced {
			return i, 1
		}
		if i > 0 && mayBreak(atoms[i-1], a) {
			best = i
		}
		if used+a.width > room+slack(atoms[:i+1])+1e-6 && a.class != space {
			if best == 0 {
				best = max(1, i) // one word longer than the line
			}
			if at := parted(atoms, best); at > 0 && room < narrow {
				best = at
			}
			return trim(atoms, best)
		}
		used += a.width
	}
	return len(atoms), 0
}

// narrow is the room of a cell, in mm, in which a name is divided between its parts.
const narrow = 60.0

// parted is where a name of several parts, such as 阿卜杜热合曼·买买提, ends one of
// them before a break that would divide another; 0 is nowhere.
func parted(atoms []atom, n int) int {
	if n >= len(atoms) || atoms[n].class != ideograph || atoms[n-1].class != ideograph {
		return 0
	}
	for i := n - 1; i > 0 && (atoms[i].class == ideograph || atoms[i].r == '·'); i-- {
		if atoms[i].r == '·' {
			return i + 1
		}
	}
	return 0
}

// leastBlank is how many characters of a blank are worth a line of their own.
const leastBlank = 4

// stub is how many characters of a blank that the line's end divides are too few
// to be written on, where enough of them stand on the line: they are left out.
func stub(atoms []atom, n int) int {
	before, after := 0, 0
	for n-before > 0 && atoms[n-before-1].blank {
		before++
	}
	for n+after < len(atoms) && atoms[n+after].blank {
		after++
	}
	if before < leastBlank || after >= leastBlank {
		return 0
	}
	return after
}

// slack is how much a line may be squeezed, when the closing mark at its end
// would otherwise begin the next one.
func slack(atoms []atom) float64 {
	if atoms[len(atoms)-1].class != closing {
		return 0
	}
	s := 0.0
	for i := range atoms {
		s += squeeze(atoms, i)
	}
	return s
}

// squeeze is how much narrower a wide closing mark may be: by its white half
// at the line's end. Within the line it is less than a fifth of a character,
// because readers of PDF take a greater overlap for the end of a word.
func squeeze(atoms []atom, i int) float64 {
	a := atoms[i]
	switch {
	case a.class != closing || !isWideCloser(a.r):
		return 0
	case i == len(atoms)-1:
		return a.width / 2
	}
	return 0.18 * a.width
}

func isWideCloser(r rune) bool {
	for _, c := range wideClosers {
		if c == r {
			return true
		}
	}
	return false
}

// trim drops the spaces around a break.
func trim(atoms []atom, n int) (int, int) {
	end := n
	for n > 1 && atoms[n-1].class == space {
		n--
	}
	for end < len(atoms) && atoms[end].class == space {
		end++
	}
	return n, end - n
}

// counted are the words that stay with their figure: 9时, 18号.
const counted = "年月日时分秒号个名人件元条次"

// mayBreak reports whether a line may end after a and the next begin with b.
func mayBreak(a, b atom) bool {
	switch {
	case a.class == opening, b.class == closing, b.whole:
		return false
	case a.class == word && b.class == word:
		return false
	case a.r >= '0' && a.r <= '9' && strings.ContainsRune(counted, b.r):
		return false
	case a.blank && b.blank:
		return true
	}
	return true
}

// place sets atoms side by side, squeezed where they are wider than the room.
func place(atoms []atom, room float64) line {
	l := line{atoms: atoms, x: make([]float64, len(atoms))}
	natural, give := 0.0, 0.0
	for i, a := range atoms {
		natural += a.width
		give += squeeze(atoms, i)
	}
	share := 0.0
	if natural > room && give > 0 {
		share = min(1, (natural-room)/give)
	}
	x := 0.0
	for i, a := range atoms {
		l.x[i] = x
		x += a.width - squeeze(atoms, i)*share
	}
	l.width = x
	return l
}

// stretch spreads a line's atoms over the width; words keep their letters
// together. A line that ends its paragraph, or lacks more than three
// characters, is left as it is.
func (l *line) stretch(width float64) {
	missing := width - l.width
	if l.last || missing < 1e-6 {
		return
	}
	gaps := 0
	for i := 1; i < len(l.atoms); i++ {
		if gap(l.atoms[i-1], l.atoms[i]) {
			gaps++
		}
	}
	if gaps == 0 || missing/float64(gaps) > cell {
		return
	}
	shift := 0.0
	for i := 1; i < len(l.atoms); i++ {
		if gap(l.atoms[i-1], l.atoms[i]) {
			shift += missing / float64(gaps)
		}
		l.x[i] += shift
	}
	l.width = width
}

// gap reports whether room may open between two atoms.
func gap(a, b atom) bool {
	return (a.class != word || b.class != word) && (!a.blank || !b.blank)
}

// move shifts the whole line to the right.
func (l *line) move(dx float64) {
	for i := range l.x {
		l.x[i] += dx
	}
}
