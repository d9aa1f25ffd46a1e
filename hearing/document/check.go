package document

import (
	"text/template/parse"
)

// A value's type as far as the check knows it: the kind, and for lists and
// records what lies below.
type shape struct {
	kind  kind
	entry *entry // nil for what does not come from the dictionary
}

// A checker walks a template's tree, all branches of it, with the dictionary.
type checker struct {
	src  source
	dict *dictionary
	used map[string]bool // keys that the template uses
	root map[string]bool // first words of them
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

// check returns the keys that a template uses and their first words, or the
// first fault.
func check(src source, dict *dictionary, tree *parse.Tree) (used, root map[string]bool, err error) {
	c := &checker{src, dict, map[string]bool{}, map[string]bool{}}
	top := shape{kind: recordKind}
	err = c.list(tree.Root, scope{top, map[string]shape{"$": top}})
	return c.used, c.root, err
}

func (c *checker) list(l *parse.ListNode, s scope) error {
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		if err := c.node(n, s); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) node(n parse.Node, s scope) error {
	switch n := n.(type) {
	case *parse.ActionNode:
		v, err := c.pipe(n.Pipe, s)
		if err != nil {
			return err
		}
		if len(n.Pipe.Decl) == 0 && !v.kind.printable() {
			return c.fault(n.Pipe, "a %s cannot be printed", v.kind)
		}
	case *parse.IfNode:
		return c.branch(&n.BranchNode, s, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, s, true)
	case *parse.RangeNode:
		return c.loop(n, s)
	case *parse.TemplateNode:
		return c.fault(n, "{{template}} cannot be used here")
	}
	return nil
}

func (c *checker) branch(b *parse.BranchNode, s scope, dots bool) error {
	inner := s.with(s.dot)
	v, err := c.pipe(b.Pipe, inner)
	if err != nil {
		return err
	}
	if dots {
		inner.dot = v
	}
	if err := c.list(b.List, inner); err != nil {
		return err
	}
	return c.list(b.ElseList, s.with(s.dot))
}

func (c *checker) loop(n *parse.RangeNode, s scope) error {
	inner := s.with(s.dot)
	decl := n.Pipe.Decl
	n.Pipe.Decl = nil // the loop's variables are elements, not the list
	v, err := c.pipe(n.Pipe, inner)
	n.Pipe.Decl = decl
	if err != nil {
		return err
	}
	if v.kind != listKind {
		return c.fault(n.Pipe, "{{range}} wants a list, not a %s", v.kind)
	}
	inner.dot = shape{recordKind, v.entry}
	if len(decl) > 0 {
		inner.vars[decl[len(decl)-1].Ident[0]] = inner.dot
	}
	if len(decl) > 1 {
		inner.vars[decl[0].Ident[0]] = shape{kind: numberKind}
	}
	if err := c.list(n.List, inner); err != nil {
		return err
	}
	return c.list(n.ElseList, s.with(s.dot))
}

func (c *checker) pipe(p *parse.PipeNode, s scope) (shape, error) {
	var v shape
	for i, cmd := range p.Cmds {
		var piped *shape
		if i > 0 {
			before := v
			piped = &before
		}
		var err error
		if v, err = c.command(cmd, piped, s); err != nil {
			return v, err
		}
	}
	for _, d := range p.Decl {
		s.vars[d.Ident[0]] = v
	}
	return v, nil
}

func (c *checker) command(cmd *parse.CommandNode, piped *shape, s scope) (shape, error) {
	first := cmd.Args[0]
	if id, ok := first.(*parse.IdentifierNode); ok {
		if w, ok := words[id.Ident]; ok {
			return c.call(id, w, cmd.Args[1:], piped, s)
		}
	}
	if len(cmd.Args) > 1 || piped != nil {
		return shape{}, c.fault(first, "%s is not a function", first)
	}
	return c.operand(first, s)
}

// call checks a function's arguments.
func (c *checker) call(id *parse.IdentifierNode, w word, args []parse.Node, piped *shape, s scope) (shape, error) {
	var got []shape
	for _, a := range args {
		v, err := c.operand(a, s)
		if err != nil {
			return v, err
		}
		got = append(got, v)
	}
	if piped != nil {
		got = append(got, *piped)
	}
	if len(got) < len(w.in) || len(got) > len(w.in) && !w.endless {
		return shape{}, c.fault(id, "%s wants %d values, not %d", id.Ident, len(w.in), len(got))
	}
	for i, v := range got {
		if want := w.in[min(i, len(w.in)-1)]; !fits(v.kind, want) {
			return shape{}, c.fault(id, "%s wants a %s, not a %s", id.Ident, want, v.kind)
		}
		for _, key := range w.needs {
			if v.entry == nil || v.entry.below[key] == nil {
				return shape{}, c.fault(id, "%s wants a list whose elements have .%s", id.Ident, key)
			}
			c.used[v.entry.below[key].key] = true
		}
	}
	return shape{kind: w.out}, nil
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

func (c *checker) operand(n parse.Node, s scope) (shape, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot, nil
	case *parse.FieldNode:
		return c.down(n, s.dot, n.Ident)
	case *parse.VariableNode:
		return c.down(n, s.vars[n.Ident[0]], n.Ident[1:])
	case *parse.ChainNode:
		v, err := c.operand(n.Node, s)
		if err != nil {
			return v, err
		}
		return c.down(n.Node, v, n.Field)
	case *parse.IdentifierNode:
		if w, ok := words[n.Ident]; ok {
			return c.call(n, w, nil, nil, s)
		}
		if e := c.dict.root.below[n.Ident]; e != nil {
			c.root[n.Ident] = true
			return shape{e.kind, e}, nil
		}
		return shape{}, c.fault(n, "unknown word %q", n.Ident)
	case *parse.PipeNode:
		return c.pipe(n, s)
	case *parse.StringNode:
		return shape{kind: textKind}, nil
	case *parse.NumberNode:
		return shape{kind: numberKind}, nil
	case *parse.BoolNode:
		return shape{kind: flagKind}, nil
	}
	return shape{}, c.fault(n, "%s cannot be used here", n)
}

// down follows keys from a value, and notes the one that is reached.
func (c *checker) down(at parse.Node, v shape, keys []string) (shape, error) {
	for _, k := range keys {
		if v.kind != recordKind || v.entry == nil || v.entry.below[k] == nil {
			from := "."
			if v.entry != nil {
				from = v.entry.key + "."
			}
			return v, c.fault(at, "unknown key %q", from+k)
		}
		e := v.entry.below[k]
		v = shape{e.kind, e}
	}
	if v.entry != nil && v.kind != recordKind && v.kind != listKind {
		c.used[v.entry.key] = true
	}
	return v, nil
}

func (c *checker) fault(n parse.Node, format string, args ...any) error {
	return c.src.fault(int(n.Position()), format, args...)
}
