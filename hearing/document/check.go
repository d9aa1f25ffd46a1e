package document

import (
	"strconv"
	"text/template/parse"
)

// A value's type as far as the check knows it: the kind, and for lists and
// records what lies below.
type shape struct {
	kind  kind
	entry *entry // nil for what does not come from the dictionary
	lost  bool   // a fault was found on the way to it: nothing more is said of it
}

// A checker walks a template's tree, all branches of it, with the dictionary.
type checker struct {
	src  source
	dict *dictionary
	used map[string]bool // keys that the template uses
	root map[string]bool // first words of them

	faults SourceErrors
}

// A scope is what a place in the tree sees: dot and the variables.
type scope struct {
	dot  shape
	vars map[string]shape
}

func (s scope) with(dot shape) scope {
	vars := make(map[string]shape, len(s.vars))
	for k, v := range s.vars {
		vars[k] = v
	}
	return scope{dot, vars}
}

// check returns the keys that a template uses and their first words, and every
// fault.
func check(src source, dict *dictionary, tree *parse.Tree) (used, root map[string]bool, faults SourceErrors) {
	c := &checker{src: src, dict: dict, used: map[string]bool{}, root: map[string]bool{}}
	top := shape{kind: recordKind}
	c.list(tree.Root, scope{top, map[string]shape{"$": top}})
	return c.used, c.root, c.faults
}

func (c *checker) list(l *parse.ListNode, s scope) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		c.node(n, s)
	}
}

func (c *checker) node(n parse.Node, s scope) {
	switch n := n.(type) {
	case *parse.ActionNode:
		v := c.pipe(n.Pipe, s)
		if len(n.Pipe.Decl) == 0 && !v.lost && !v.kind.printable() {
			c.fault(n.Pipe, FaultPrint, string(v.kind))
		}
	case *parse.IfNode:
		c.branch(&n.BranchNode, s, false)
	case *parse.WithNode:
		c.branch(&n.BranchNode, s, true)
	case *parse.RangeNode:
		c.loop(n, s)
	case *parse.TemplateNode:
		c.fault(n, FaultUse, "{{template}}")
	}
}

func (c *checker) branch(b *parse.BranchNode, s scope, dots bool) {
	inner := s.with(s.dot)
	v := c.pipe(b.Pipe, inner)
	if dots {
		inner.dot = v
	}
	c.list(b.List, inner)
	c.list(b.ElseList, s.with(s.dot))
}

func (c *checker) loop(n *parse.RangeNode, s scope) {
	inner := s.with(s.dot)
	decl := n.Pipe.Decl
	n.Pipe.Decl = nil // the loop's variables are elements, not the list
	v := c.pipe(n.Pipe, inner)
	n.Pipe.Decl = decl
	if v.kind != listKind && !v.lost {
		v = c.fault(n.Pipe, FaultLoop, string(v.kind))
	}
	inner.dot = shape{recordKind, v.entry, v.lost}
	if len(decl) > 0 {
		inner.vars[decl[len(decl)-1].Ident[0]] = inner.dot
	}
	if len(decl) > 1 {
		inner.vars[decl[0].Ident[0]] = shape{kind: numberKind}
	}
	c.list(n.List, inner)
	c.list(n.ElseList, s.with(s.dot))
}

func (c *checker) pipe(p *parse.PipeNode, s scope) shape {
	var v shape
	for i, cmd := range p.Cmds {
		var piped *shape
		if i > 0 {
			before := v
			piped = &before
		}
		v = c.command(cmd, piped, s)
	}
	for _, d := range p.Decl {
		s.vars[d.Ident[0]] = v
	}
	return v
}

func (c *checker) command(cmd *parse.CommandNode, piped *shape, s scope) shape {
	first := cmd.Args[0]
	if id, ok := first.(*parse.IdentifierNode); ok {
		if w, ok := words[id.Ident]; ok {
			return c.call(id, w, cmd.Args[1:], piped, s)
		}
	}
	if len(cmd.Args) > 1 || piped != nil {
		return c.fault(first, FaultCall, first.String())
	}
	return c.operand(first, s)
}

// call checks a function's arguments.
func (c *checker) call(id *parse.IdentifierNode, w word, args []parse.Node, piped *shape, s scope) shape {
	var got []shape
	for _, a := range args {
		got = append(got, c.operand(a, s))
	}
	if piped != nil {
		got = append(got, *piped)
	}
	if len(got) < len(w.in) || len(got) > len(w.in) && !w.endless {
		return c.fault(id, FaultCount, id.Ident, strconv.Itoa(len(w.in)), strconv.Itoa(len(got)))
	}
	for i, v := range got {
		if v.lost {
			continue
		}
		if want := w.in[min(i, len(w.in)-1)]; !fits(v.kind, want) {
			return c.fault(id, FaultKind, id.Ident, string(want), string(v.kind))
		}
		for _, key := range w.needs {
			if v.entry == nil || v.entry.below[key] == nil {
				return c.fault(id, FaultElements, id.Ident, key)
			}
			c.used[v.entry.below[key].key] = true
		}
	}
	return shape{kind: w.out}
}

func fits(got, want kind) bool {
	switch {
	case want == anyKind, got == want:
		return true
	case want == whenKind:
		return got == dayKind || got == momentKind
	case want == textKind:
		return got == anyKind
	}
	return false
}

func (c *checker) operand(n parse.Node, s scope) shape {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return c.down(n, s.dot, n.Ident)
	case *parse.VariableNode:
		return c.down(n, s.vars[n.Ident[0]], n.Ident[1:])
	case *parse.ChainNode:
		return c.down(n.Node, c.operand(n.Node, s), n.Field)
	case *parse.IdentifierNode:
		if w, ok := words[n.Ident]; ok {
			return c.call(n, w, nil, nil, s)
		}
		if e := c.dict.root.below[n.Ident]; e != nil {
			c.root[n.Ident] = true
			return shape{kind: e.kind, entry: e}
		}
		return c.fault(n, FaultWord, n.Ident)
	case *parse.PipeNode:
		return c.pipe(n, s)
	case *parse.StringNode:
		return shape{kind: textKind}
	case *parse.NumberNode:
		return shape{kind: numberKind}
	case *parse.BoolNode:
		return shape{kind: flagKind}
	}
	return c.fault(n, FaultUse, n.String())
}

// down follows keys from a value, and notes the one that is reached.
func (c *checker) down(at parse.Node, v shape, keys []string) shape {
	for _, k := range keys {
		if v.lost {
			return v
		}
		if v.kind != recordKind || v.entry == nil || v.entry.below[k] == nil {
			from := "."
			if v.entry != nil {
				from = v.entry.key + "."
			}
			return c.fault(at, FaultKey, from+k)
		}
		e := v.entry.below[k]
		v = shape{kind: e.kind, entry: e}
	}
	if v.entry != nil && v.kind != recordKind && v.kind != listKind {
		c.used[v.entry.key] = true
	}
	return v
}

// fault notes a fault, and returns what is known of the value then.
func (c *checker) fault(n parse.Node, f Fault, what ...string) shape {
	c.faults = append(c.faults, c.src.fault(int(n.Position()), f, what...))
	return shape{lost: true}
}
