package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// A Control is one field of a form.
type Control interface {
	// Object is what stands beside the label, with the messages below it.
	Object() fyne.CanvasObject
	// SetError shows what is wrong with the value; empty is nothing.
	SetError(text string)
	// SetFindings shows what the rules say of the value.
	SetFindings(findings []hearing.Finding)
	// Mend says what can be done about the findings; before they are set.
	Mend(by *Remedy)
	// Focus puts the cursor into the field.
	Focus()
	// Disable makes the field one that only shows, and Enable takes that back.
	Disable()
	Enable()
}

// A line is the part that all controls share: the control and its messages.
type line struct {
	box      *fyne.Container
	focus    fyne.Focusable
	wrong    *fyne.Container
	findings *Findings
	shown    string // the error shown now, to spare redrawing at every keystroke
	control  fyne.CanvasObject
	off      bool // it only shows
}

func newLine(control fyne.CanvasObject, focus fyne.Focusable) line {
	l := line{control: control, focus: focus, wrong: container.NewVBox(), findings: NewFindings(nil)}
	l.wrong.Hide()
	l.box = container.NewVBox(underWheel(control), l.wrong, l.findings.Object)
	return l
}

// Object returns the control with its messages.
func (l *line) Object() fyne.CanvasObject { return l.box }

// Disable makes the field one that only shows.
func (l *line) Disable() { l.enable(false) }

// Enable lets the field be changed again.
func (l *line) Enable() { l.enable(true) }

func (l *line) enable(on bool) {
	if l.off == !on {
		return
	}
	l.off = !on
	able(l.control, on)
}

// Still lets all that an object is made of only show.
func Still(o fyne.CanvasObject) { able(o, false) }

// able enables or disables all that an object is made of.
func able(o fyne.CanvasObject, on bool) {
	switch v := o.(type) {
	case *fyne.Container:
		for _, x := range v.Objects {
			able(x, on)
		}
	case fyne.Disableable:
		if on {
			v.Enable()
		} else {
			v.Disable()
		}
	}
}

// Focus puts the cursor into the field.
func (l *line) Focus() {
	if l.focus == nil || l.off {
		return
	}
	focusOn(l.box, l.focus)
}

// focusOn puts the cursor into a part of an object.
func focusOn(o fyne.CanvasObject, f fyne.Focusable) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if windows := driver.AllWindows(); c == nil && len(windows) > 0 {
		c = windows[0].Canvas() // the form was shown just now and not drawn yet
	}
	if c != nil {
		c.Focus(f)
	}
}

// SetError shows what is wrong with the value.
func (l *line) SetError(text string) {
	if text == l.shown {
		return
	}
	l.shown = text
	l.wrong.RemoveAll()
	if text == "" {
		l.wrong.Hide()
	} else {
		l.wrong.Add(message(text, widget.DangerImportance))
		l.wrong.Show()
	}
	l.box.Refresh()
}

// SetFindings shows what the rules say of the value; the article opens with
// one click.
func (l *line) SetFindings(findings []hearing.Finding) {
	l.findings.Set(findings)
	l.box.Refresh()
}

// Mend lets the user do something about the findings here.
func (l *line) Mend(by *Remedy) { l.findings.by = by }

var importance = map[hearing.Severity]widget.Importance{
	hearing.Blocked: widget.DangerImportance,
	hearing.Warning: widget.WarningImportance,
	hearing.Info:    widget.LowImportance,
}

// message is a small wrapping text in the colour of its weight.
func message(text string, weight widget.Importance) fyne.CanvasObject {
	l := widget.NewLabel(text)
	l.Wrapping = words.Wrap()
	l.Importance = weight
	l.SizeName = theme.SizeNameCaptionText
	return l
}
