package papers

import (
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/printing"
)

// A Run is what is being printed or saved. It goes on when something else is
// shown.
type Run struct {
	*batch.Run
	sessions []hearing.ID // that are concerned
	folder   *Folder      // where files go instead; nil of printing
	resumed  bool         // it goes on with an earlier batch
}

// nameOf is what a paper of a run is called.
func nameOf(t *batch.Task) string { return strings.TrimSpace(t.Item.Title + " " + t.Item.For) }

// Print prints the ticked papers. What it does is told through OnChange of the
// model, what went out is remembered in the file.
func (m *Model) Print(printer printing.Printer, o batch.Order) *Run {
	return m.begin(m.tasks(), func(means batch.Means, tasks []*batch.Task) *batch.Run {
		return batch.Print(means, o, tasks)
	}, printer, nil)
}

// Reprint prints once more what was printed then, as it was.
func (m *Model) Reprint(printer printing.Printer, o batch.Order, pr hearing.Print, title string) *Run {
	t := &batch.Task{Session: pr.Session, Again: pr.N}
	t.Item.Number, t.Item.Title, t.Item.For, t.Item.Key, t.Item.Copies = pr.Document, title, pr.For, pr.Key, pr.Copies
	return m.begin([]*batch.Task{t}, func(means batch.Means, tasks []*batch.Task) *batch.Run {
		return batch.Print(means, o, tasks)
	}, printer, nil)
}

// Continue goes on with a batch that was cut off.
func (m *Model) Continue(printer printing.Printer, o batch.Order, rest batch.Rest, say batch.Answer) *Run {
	m.Rests = slices.DeleteFunc(m.Rests, func(r batch.Rest) bool { return r.ID == rest.ID })
	return m.begin(nil, func(means batch.Means, _ []*batch.Task) *batch.Run {
		return batch.Resume(means, rest, o, say)
	}, printer, nil)
}

// tasks are the ticked papers, in order.
func (m *Model) tasks() []*batch.Task {
	var out []*batch.Task
	for _, s := range m.Ticked() {
		out = append(out, &batch.Task{Session: s.Session, Item: s.Item})
	}
	return out
}

// begin starts a run, and shows how far each paper of it is.
func (m *Model) begin(tasks []*batch.Task, made func(batch.Means, []*batch.Task) *batch.Run, printer printing.Printer, folder *Folder) *Run {
	r := &Run{folder: folder, resumed: tasks == nil}
	if printer != nil {
		m.printer = printer
	}
	r.Run = made(batch.Means{Run: m.run, Desk: m.desk, Press: m.make, Printer: printer, Today: m.today, Fail: m.fail,
		OnStep: func(t *batch.Task) { m.step(t) }, OnEnd: func() { m.ended(r) }}, tasks)
	m.Run = r
	for _, s := range m.Sheets {
		s.Step = batch.Step{}
	}
	for _, t := range r.Tasks {
		if !slices.Contains(r.sessions, t.Session) {
			r.sessions = append(r.sessions, t.Session)
		}
		m.note(t)
	}
	r.Start()
	return r
}

// note shows on a paper how far it is.
func (m *Model) note(t *batch.Task) {
	if s := m.find(keyOf(t.Session, t.Item.Number, t.Item.Key)); s != nil {
		s.Step = t.Step
	}
}

// step shows that a paper is further; nil is of the whole run.
func (m *Model) step(t *batch.Task) {
	if t != nil {
		m.note(t)
		if t.Step.Stage == batch.Out { // a tick that did its work
			delete(m.touched, keyOf(t.Session, t.Item.Number, t.Item.Key))
		}
	}
	m.OnChange()
}

// ended reads anew what is shown, where the run was about it, and which batches
// wait.
func (m *Model) ended(r *Run) {
	m.OnChange()
	if slices.ContainsFunc(r.sessions, m.shows) {
		m.Reload()
	}
	m.Survey(m.printer)
}

// concerns reports whether a run is about what is shown, or about what is shown
// nowhere: a batch of another day.
func (m *Model) concerns(r *Run) bool {
	return slices.ContainsFunc(r.sessions, m.shows) || len(m.Sessions) == 0 || r.resumed
}
