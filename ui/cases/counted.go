package cases

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// counted is the field of what a visit counted, with the names that are usual.
func (c *card) counted(e *foundRow) fyne.CanvasObject {
	at := func(i *hearing.Instrument) *hearing.Found { return e.At(i) }
	text := e.Typed("metrics", "", words.T("如：清除飞线充电20余处"), words.T("写法如：清除飞线充电20余处"),
		func(i *hearing.Instrument, typed string) (err error) {
			at(i).Metrics, err = hearing.ParseMetrics(hearing.CompleteMetrics(typed, func(name string) string { return metricUnit(*i, c.metrics(), name) }))
			return err
		}, func(i hearing.Instrument) string { return hearing.Metrics(at(&i).Metrics) })
	var names *widget.Button
	names = look.Quiet(words.T("指标…"), nil, func() { c.chooseMetric(e, names) })
	return container.NewBorder(nil, nil, nil, container.NewVBox(names), text) // a fault below makes the row higher
}

// metrics are the names that are usual in the case's domain.
func (c *card) metrics() []rules.Metric {
	p := c.papers
	if p.book == nil {
		return nil // the case is still being read
	}
	return p.book.Metrics(p.file.Office, p.file.Case.Domain)
}

// chooseMetric offers the names under the button. One that is chosen is written
// into the field; its number is typed behind it.
func (c *card) chooseMetric(e *foundRow, under fyne.CanvasObject) {
	text, ok := e.Control("metrics").(*field.Text)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(under)
	if !ok || canvas == nil {
		return
	}
	var items []*fyne.MenuItem
	for _, m := range c.metrics() {
		unit := metricUnit(c.Editor.Value(), c.metrics(), m.Name)
		items = append(items, fyne.NewMenuItem(words.T("{{.Name}}（{{.Unit}}）", map[string]string{"Name": m.Name, "Unit": unit}), func() {
			if text.Value() != "" {
				text.Add("；")
			}
			text.Add(m.Name)
		}))
	}
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), canvas, fyne.NewPos(0, under.Size().Height), under)
}

// metricUnit is the unit of a metric: that of an earlier visit, or else the usual one;
// empty where neither is known.
func metricUnit(i hearing.Instrument, usual []rules.Metric, name string) string {
	for _, v := range i.Visits {
		for _, f := range v.Found {
			for _, m := range f.Metrics {
				if m.Name == name {
					return m.Unit
				}
			}
		}
	}
	for _, m := range usual {
		if m.Name == name {
			return m.Unit
		}
	}
	return ""
}
