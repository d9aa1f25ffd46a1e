package papers

import (
	"strings"

	"hearingdesk/hearing/document/batch"
	"hearingdesk/ui/words"
)

// A Line is what is said of a run, and how it weighs.
type Line struct {
	Text   string
	Weight Weight
}

// A Weight is how much a line weighs.
type Weight int

// The weights.
const (
	Plain Weight = iota
	Good
	Attention // somebody must do something for it to go on
	Bad
)

// count returns how many papers are at one of the stages.
func (r *Run) count(stages ...batch.Stage) int {
	n := 0
	for _, t := range r.Tasks {
		for _, s := range stages {
			if t.Step.Stage == s {
				n++
			}
		}
	}
	return n
}

// Waiting reports whether papers still wait for their turn.
func (r *Run) Waiting() bool { return r.count(batch.Waiting) > 0 }

// Line says how far the run is, and at its end how many papers went out and
// which did not, and why.
func (r *Run) Line() Line {
	if r.Over {
		return r.outcome()
	}
	at := r.at()
	if at < 0 {
		return Line{}
	}
	t := r.Tasks[at]
	values := map[string]any{"N": at + 1, "All": len(r.Tasks), "Name": nameOf(t)}
	switch {
	case t.Step.Stuck():
		values["Why"] = Stopped(t.Step.State)
		return Line{words.T("{{.N}}/{{.All}} {{.Name}}　{{.Why}}", values), Attention}
	case !r.Printing():
		return Line{words.T("正在保存 {{.N}}/{{.All}} {{.Name}}", values), Plain}
	}
	return Line{words.T("正在打印 {{.N}}/{{.All}} {{.Name}}", values), Plain}
}

// at is the paper that the run is at: the first at the printer, else the
// first that waits.
func (r *Run) at() int {
	for _, stage := range []batch.Stage{batch.AtPrinter, batch.Waiting, batch.AtFile} {
		for i, t := range r.Tasks {
			if t.Step.Stage == stage {
				return i
			}
		}
	}
	return -1
}

// Progress is the share of the run that is done, from 0 to 1.
func (r *Run) Progress() float64 {
	if len(r.Tasks) == 0 {
		return 1
	}
	return 1 - float64(r.count(batch.Waiting, batch.AtPrinter))/float64(len(r.Tasks))
}

func (r *Run) outcome() Line {
	out := r.count(batch.Out, batch.Saved)
	text := words.T("已打印 {{.N}} 件。", map[string]int{"N": out})
	if !r.Printing() {
		text = words.T("已存 {{.N}} 件到 {{.Folder}}。", map[string]any{"N": out, "Folder": r.folder.Path})
	}
	reasons := r.reasons()
	if len(reasons) == 0 {
		return Line{text, Good}
	}
	not := len(r.Tasks) - out
	rest := words.T("{{.N}} 件没有打印：", map[string]int{"N": not})
	if !r.Printing() {
		rest = words.T("{{.N}} 件没有保存：", map[string]int{"N": not})
	}
	if out == 0 {
		text = ""
	}
	return Line{words.Sentences(text, rest+words.T("{{.Text}}。", map[string]string{"Text": strings.Join(reasons, words.T("；"))})), Bad}
}

// reasons says why papers did not go out, the same reason once for all of them.
func (r *Run) reasons() []string {
	const most = 3 // papers named, and reasons
	var order []string
	named := map[string][]string{}
	for _, t := range r.Tasks {
		if t.Step.Stage == batch.Out || t.Step.Stage == batch.Saved {
			continue
		}
		why := brief(t.Step.Err)
		if named[why] == nil {
			order = append(order, why)
		}
		named[why] = append(named[why], nameOf(t))
	}
	if len(order) > most {
		order = order[:most]
	}
	var out []string
	for _, why := range order {
		names := named[why]
		if len(names) == len(r.Tasks) && len(names) > 1 {
			out = append(out, bare(why))
			continue
		}
		list := words.List(names[:min(most, len(names))])
		if len(names) > most {
			list = words.T("{{.Names}}等 {{.N}} 件", map[string]any{"Names": list, "N": len(names)})
		}
		out = append(out, words.T("{{.Paper}}（{{.Why}}）", map[string]string{"Paper": list, "Why": bare(why)}))
	}
	return out
}

// bare is a sentence without its stop, to stand inside another.
func bare(s string) string { return strings.TrimRight(s, "。.") }
