package document

import "text/template/parse"

// markTurn is what each turn of a repeat writes first, so that one which prints
// nothing is seen as well; see literal.
const markTurn = "\uFDE3"

// mostTurns is how often the repeats of a paper may turn, all of them together:
// forty people, each with forty lines, are far less.
const mostTurns = 100_000

// markTurns has each turn of a form's repeats write its mark.
func markTurns(l *parse.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		var b *parse.BranchNode
		switch n := n.(type) {
		case *parse.IfNode:
			b = &n.BranchNode
		case *parse.WithNode:
			b = &n.BranchNode
		case *parse.RangeNode:
			b = &n.BranchNode
		default:
			continue
		}
		markTurns(b.List)
		markTurns(b.ElseList)
		if b.NodeType == parse.NodeRange {
			b.List.Nodes = append([]parse.Node{&parse.TextNode{NodeType: parse.NodeText, Pos: b.Pos, Text: []byte(markTurn)}}, b.List.Nodes...)
		}
	}
}

// A turning text takes what a form makes, without the marks of its turns, until
// that becomes too long.
type turning struct {
	limited
	turns int
}

// Write refuses more than the longest paper, and endless repeats.
func (t *turning) Write(b []byte) (int, error) {
	if string(b) != markTurn {
		return t.limited.Write(b)
	}
	if t.turns++; t.turns > mostTurns {
		return 0, ErrEndless
	}
	return len(b), nil
}
