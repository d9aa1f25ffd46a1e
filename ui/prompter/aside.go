package prompter

import (
	"reflect"

	"fyne.io/fyne/v2/theme"

	"hearingdesk/ui/words"
)

// aside writes what goes with the words: the opinions while they are shown, else
// who is to speak and what was asked.
func (v *view) aside(s Sheet) {
	if v.drawn && reflect.DeepEqual(asides(s), asides(v.last)) {
		return
	}
	var c list
	if s.Shown {
		c.opined(s)
	} else {
		c.open(s)
	}
	v.side.set(c, sideSize, v.side.width)
	v.beside.Refresh()
}

// A list is the paragraphs of the column.
type list []block

// open writes what the open hearing needs.
func (c *list) open(s Sheet) {
	if len(s.Speakers) > 0 {
		c.heading(words.T("发言顺序"))
		next := true
		for _, p := range s.Speakers {
			c.line(p.Name, p.Done, next && !p.Done)
			next = next && p.Done
		}
	}
	if len(s.Asked) > 0 {
		c.heading(words.T("已经提出的问题"))
		for _, q := range s.Asked {
			text := q.Text
			if q.Who != "" {
				text = words.T("{{.Name}}：{{.Text}}", map[string]string{"Name": q.Who, "Text": q.Text})
			}
			if q.Answered {
				text += words.T("（已回答）")
			}
			c.line(text, q.Answered, false)
		}
		return
	}
	if len(s.Matters) > 0 {
		c.heading(words.T("听证事项"))
		for _, text := range s.Matters {
			c.line(text, false, false)
		}
	}
}

// asides is what the column is drawn from.
func asides(s Sheet) Sheet {
	return Sheet{Speakers: s.Speakers, Asked: s.Asked, Matters: s.Matters, Opinions: s.Opinions, Shown: s.Shown}
}

// opined writes the officers' opinions.
func (c *list) opined(s Sheet) {
	c.heading(words.T("评议意见（不公开）"))
	for _, o := range s.Opinions {
		c.line(o.Question, false, true)
		*c = append(*c, block{text: o.Verdict, tint: theme.ColorNamePrimary})
		for _, text := range o.Each {
			c.line(text, false, false)
		}
	}
}

func (c *list) heading(text string) {
	*c = append(*c, block{text: text, tint: theme.ColorNamePrimary, bold: true, small: true})
}

// line adds one; what is over is grey.
func (c *list) line(text string, over, bold bool) {
	b := block{text: text, tint: theme.ColorNameForeground, bold: bold}
	if over {
		b.tint = theme.ColorNamePlaceHolder
	}
	*c = append(*c, b)
}
