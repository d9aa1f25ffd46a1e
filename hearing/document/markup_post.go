package document

import "strings"

// posted reads an address or a label: its measures, and its lines.
func (c *composer) posted(word, numbers, text string) {
	var mm []float64
	for _, w := range strings.Fields(numbers) {
		if n, ok := measures[word].in(w); ok {
			mm = append(mm, n)
		}
	}
	var lines []Paragraph
	for _, l := range split(text, "//") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, Paragraph{Runs: runs(l), Align: Left})
		}
	}
	switch {
	case len(mm) != measures[word].times: // nothing is lost of what it says
		for _, l := range lines {
			c.add(l)
		}
	case word == "label":
		c.add(Label{Width: mm[0], Height: mm[1], Lines: lines})
	default:
		c.add(Address{X: mm[0], Y: mm[1], Width: mm[2], Height: mm[3], Lines: lines})
	}
}
