package outcome

import (
	"strconv"

	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
)

// few is how many cases one sees at a glance.
const few = 2

// jump says at the button of a case how many opinions it has, numbered as the cases
// are listed.
func (o *opinions) jump(i, given, all int) {
	if i >= len(o.jumps.Objects) {
		return
	}
	b := o.jumps.Objects[i].(*widget.Button)
	text, weight := counted(strconv.Itoa(i+1), given, all), widget.MediumImportance
	if given == all {
		text, weight = strconv.Itoa(i+1)+" ✓", widget.LowImportance
	}
	if b.Text != text {
		b.Text, b.Importance = text, weight
		b.Refresh()
		o.jumps.Refresh()
	}
}

// layJumps makes a button for each case, where there are too many to be seen at once.
func (o *opinions) layJumps(h hearing.Hearing) {
	o.jumps.RemoveAll()
	if o.jumps.Hide(); len(h.Cases) <= few {
		return
	}
	for i := range o.asked {
		if headed(h, o.asked, i) {
			o.jumps.Add(widget.NewButton("", func() {
				o.board.to(i, o.board.c)
				o.focus()
			}))
		}
	}
	o.jumps.Show()
}
