package document

import (
	"slices"
	"strconv"
	"strings"
)

// The order of the papers in a volume. No text of the detailed order of 2016 was
// found, so it follows what offices do; the forms of law stand under their names.
var volumeOrder = map[string][]string{
	"正卷": strings.Fields("立案决定书 01 02 07a 07b 07c 07d 21 34 22a 22b 22c 10a 10b 08 35 06 13 16 29 18 证据材料 23 26 28 28b 27 书面回复 30 20 光盘"),
	"内卷": strings.Fields("03 04 09 11 15a 17 17b 19 24 25 31 签发稿"),
}

// volumes lists what lies in the volumes of the case, as the plan has it.
func (c *Catalogue) volumes(x teller) []record {
	var out []record
	for _, name := range []string{"正卷", "内卷"} {
		var rows []record
		add := func(title string, n int) {
			r := record{"number": Text(strconv.Itoa(len(rows) + 1)), "title": Text(title)}
			if n > 1 {
				r["count"] = Text(strconv.Itoa(n))
			}
			rows = append(rows, r)
		}
		order := volumeOrder[name]
		for _, number := range order {
			if f := c.form(number); f != nil {
				if n := len(c.targets(f, x.d)); n > 0 {
					add(f.Title, n)
				}
			} else if number[0] > '9' {
				add(number, 1)
			}
		}
		for _, f := range c.forms { // an office's own
			if n := len(c.targets(f, x.d)); f.Volume == name && n > 0 && !slices.Contains(order, f.Number) {
				add(f.Title, n)
			}
		}
		out = append(out, record{"name": Text(name), "rows": rows})
	}
	return out
}
