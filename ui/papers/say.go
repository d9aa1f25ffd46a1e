package papers

import (
	"errors"
	"strconv"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/batch"
	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/words"
)

// Kind names the form of a paper: 07a 听证会通知书.
func Kind(number, title string) string { return number + " " + title }

// About says how many copies a paper has and which seal it bears.
func (s *Sheet) About() string {
	text := words.T("{{.N}} 份", map[string]int{"N": s.Copies})
	switch s.Seal {
	case "court":
		text += words.T(" · 盖院章")
	case "department":
		text += words.T(" · 盖部门章")
	}
	if s.Edition > 0 {
		text += words.T(" · {{.Edition}}", map[string]string{"Edition": words.FormOrigin(s.Edition)})
	}
	return text
}

// Mark says why a paper is to be printed, or what went out of it.
func (s *Sheet) Mark(now time.Time) Line {
	switch {
	case s.Step.Stage == batch.Failed, s.Step.Stage == batch.Unsure:
		return Line{stepWords(s.Step), Bad}
	case s.Step.Stuck():
		return Line{stepWords(s.Step), Attention}
	case s.Step.Stage == batch.Out, s.Step.Stage == batch.Saved:
		return Line{stepWords(s.Step), Good}
	case s.Step.Stage != batch.Idle:
		return Line{stepWords(s.Step), Plain}
	case s.Why == press.WhyGone:
		return Line{words.T("不再需要"), Plain}
	case s.Changed():
		return Line{words.T("{{.When}} 打印后已改", map[string]string{"When": when(s.Printed, now)}), Attention}
	case s.Printed != nil:
		return Line{words.T("{{.When}} 已打印", map[string]string{"When": when(s.Printed, now)}), Good}
	case s.Filed != nil:
		return Line{words.T("{{.When}} 已存文件", map[string]string{"When": when(s.Filed, now)}), Plain}
	case s.Ready():
		return Line{words.T("新"), Plain}
	}
	return Line{}
}

// when says a print's time as short as it can be: 09:10 today, else 7-14, and
// with the year when it is another.
func when(p *hearing.Print, now time.Time) string {
	at, now := p.At.In(words.Zone()), now.In(words.Zone())
	switch {
	case calendar.DateOf(at) == calendar.DateOf(now):
		return words.Clock(at)
	case at.Year() == now.Year():
		return words.Brief(calendar.DateOf(at))
	}
	return at.Format("2006-1-2")
}

// Wrong says why a paper cannot be made, or did not come out; empty where
// nothing is wrong.
func (s *Sheet) Wrong() string {
	if s.Err != nil {
		return brief(s.Err)
	}
	if s.Step.Stage == batch.Failed || s.Step.Stage == batch.Unsure {
		return brief(s.Step.Err)
	}
	return ""
}

// Under is what stands below a paper's name: what is wrong with it, or else which
// facts have changed since it was printed.
func (s *Sheet) Under() Line {
	switch wrong := s.Wrong(); {
	case wrong != "":
		return Line{wrong, Bad}
	case !s.Changed():
		return Line{}
	case len(s.Changes) > 0:
		return Line{words.T("改了：{{.What}}", map[string]string{"What": Differences(s.Changes, 3, 12)}), Attention}
	case s.Printed.Edition != s.Paper.Item.Edition:
		return Line{words.T("改了：文书文本"), Attention}
	}
	return Line{}
}

// brief explains an error beside the paper it is about: of missing fields, it
// names them.
func brief(err error) string {
	var missing interface{ MissingFields() []string }
	if errors.As(err, &missing) {
		return words.T("还缺：{{.Fields}}", map[string]string{"Fields": words.List(missing.MissingFields())})
	}
	return Explain(err)
}

// Tally says how many papers there are, are ticked, and lack something.
func (m *Model) Tally() string {
	ticked, leaves := m.Ticked(), 0
	for _, s := range ticked {
		leaves += max(s.Copies, 1) * len(s.Paper.Pages)
	}
	text := words.T("已选 {{.N}} 件，共 {{.All}} 件", map[string]int{"N": len(ticked), "All": len(m.Sheets)})
	if leaves > 0 && m.Read {
		text = words.T("已选 {{.N}} 件 {{.Pages}} 页，共 {{.All}} 件", map[string]int{"N": len(ticked), "All": len(m.Sheets), "Pages": leaves})
	}
	lacking := 0
	for _, s := range m.Sheets {
		if s.Err != nil {
			lacking++
		}
	}
	if lacking > 0 {
		text += words.T("，{{.N}} 件还不能印", map[string]int{"N": lacking})
	}
	return text
}

// pagesOf says how many pages a paper has.
func pagesOf(s *Sheet) string {
	return words.T("{{.N}} 页", map[string]string{"N": strconv.Itoa(len(s.Paper.Pages))})
}
