package directory

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hearingdesk/hearing"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// Mandates are those for whom a person acts, or who act for the parties of a case
// (代理). The part is hidden where there are none.
type Mandates struct {
	Part  *fyne.Container
	box   *fyne.Container
	sh    *shell.Shell
	read  func(ctx context.Context, noun string, id hearing.ID) ([]hearing.Mandate, error)
	noun  string
	asked hearing.ID
}

// NewMandates returns the mandates of no record yet.
func NewMandates(sh *shell.Shell, noun string, read func(ctx context.Context, noun string, id hearing.ID) ([]hearing.Mandate, error)) *Mandates {
	m := &Mandates{box: container.NewVBox(), sh: sh, read: read, noun: noun}
	title := words.T("代理的当事人")
	if noun == hearing.NounCase {
		title = words.T("代理人")
	}
	m.Part = container.NewVBox(Part(title), m.box)
	m.Part.Hide()
	return m
}

// Show reads and shows those of a record.
func (m *Mandates) Show(id hearing.ID) {
	m.asked = id
	var found []hearing.Mandate
	m.sh.Work.Do(func(ctx context.Context) (err error) {
		found, err = m.read(ctx, m.noun, id)
		return err
	}, func(err error) {
		if id != m.asked {
			return
		}
		if err != nil {
			m.sh.Fail(err)
			return
		}
		m.box.RemoveAll()
		for _, x := range found {
			m.box.Add(m.line(x))
		}
		if m.Part.Hide(); len(found) > 0 {
			m.Part.Show()
		}
	})
}

// line is one of them: who acts for whom, in which case or hearing.
func (m *Mandates) line(x hearing.Mandate) fyne.CanvasObject {
	values := map[string]string{"Client": x.ClientName, "As": words.Of(x.Client.Role), "Agent": x.AgentName, "Role": words.Of(x.Role), "Case": x.Cause}
	if x.Client.Label != "" {
		values["As"] = x.Client.Label
	}
	if x.FirmName != "" {
		values["Role"] += "，" + x.FirmName
	}
	when := words.Short(x.Start, x.Start, m.sh.Now())
	if m.noun == hearing.NounCase {
		return Link(words.T("{{.Agent}}（{{.Role}}） 代理 {{.Client}}（{{.As}}）", values), when, func() { m.sh.Go(shell.Place{Kind: shell.People, ID: x.Agent}) })
	}
	return Link(words.T("{{.Client}}（{{.As}}）　{{.Case}}", values), words.Of(x.Role)+"  "+when, func() { m.sh.Go(shell.Place{Kind: shell.Cases, ID: x.Case}) })
}
