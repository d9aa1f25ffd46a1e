package document

import (
	"fmt"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/seating"
)

// InspectSpeech reads a text that is to be spoken in a session, such as a step of
// a script. It has the fields of papers and no directives. All that is wrong with
// it is a [SourceErrors].
func (c *Catalogue) InspectSpeech(text string) error {
	_, _, err := c.speech(text)
	return err
}

// speech reads one, and tells the first words of the keys that it uses.
func (c *Catalogue) speech(text string) (*template.Template, map[string]bool, error) {
	s := source{text: plainText(text)}
	if utf8.RuneCountInString(text) > hearing.MaxText {
		return nil, nil, SourceErrors{s.fault(0, FaultLong, "", fmt.Sprint(hearing.MaxText))}
	}
	tree, faults := s.parse()
	var root map[string]bool
	if tree != nil {
		var more SourceErrors
		_, root, more = check(s, c.dict, tree)
		faults = append(faults, more...)
	}
	if err := faults.result(); err != nil {
		return nil, nil, err
	}
	markTurns(tree.Root)
	t, err := template.New("speech").Funcs(functions()).Funcs(c.roots(nil)).AddParseTree("speech", tree)
	if err != nil {
		return nil, nil, SourceErrors{s.fault(0, FaultSyntax, err.Error())}
	}
	return t, root, nil
}

// Speak fills texts that are spoken in a session: of each the paragraphs, without
// the empty ones. of is the case that they are about; without one they are about
// all. What has no value is a gap ＿＿＿＿. today is the day on which they are
// spoken.
//
// Names of minors are hidden as in papers: whoever reads a script aloud reads it
// to all who are there.
func (c *Catalogue) Speak(d hearing.Dossier, of hearing.ID, today calendar.Date, texts []string) ([][]string, error) {
	f := Form{Title: "speech", Per: "sitting", Mask: MaskMinors, root: map[string]bool{}}
	var read []*template.Template
	for _, text := range texts {
		t, root, err := c.speech(text)
		if err != nil {
			return nil, err
		}
		for k := range root {
			f.root[k] = true
		}
		read = append(read, t)
	}
	var t target
	if i := slices.IndexFunc(d.Cases, func(k hearing.Case) bool { return k.ID == of }); i >= 0 {
		t.cases = d.Cases[i : i+1]
	}
	c = c.of(d)
	facts := c.facts(d, &f, t, today)
	if f.root["discipline"] { // nothing of it is left out, as it is where room is small
		facts["discipline"] = c.rules(d, today)
	}
	out := make([][]string, len(read))
	for i, t := range read {
		var said turning
		if err := t.Funcs(c.roots(facts)).Execute(&said, facts); err != nil {
			return nil, fmt.Errorf("fill %q: %w", texts[i], err)
		}
		out[i] = spoken(said.String())
	}
	return out, nil
}

// Discipline is what form 12 says, item by item; none where it cannot be used.
func (c *Catalogue) Discipline(d hearing.Dossier, today calendar.Date) []string {
	var out []string
	for _, r := range c.of(d).rules(d, today) {
		out = append(out, string(field(r, "text")))
	}
	return out
}

// Seats are those of rooms without a layout of their own.
func (c *Catalogue) Seats() seating.Layouts { return c.seats }

// gap is what stands for a value that is missing, in a text on the screen.
const gap = "＿＿＿＿"

// spoken are the paragraphs of a filled text.
func spoken(s string) []string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		var b strings.Builder
		for _, r := range runs(line) {
			switch {
			case r.Box && r.Text == "x":
				b.WriteString("☑")
			case r.Box:
				b.WriteString("□")
			case r.Blank > 0:
				b.WriteString(gap)
			}
			if !r.Box {
				b.WriteString(r.Text)
			}
		}
		for part := range strings.SplitSeq(b.String(), "\n") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}
