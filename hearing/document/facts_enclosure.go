package document

import (
	"strings"

	"hearingdesk/hearing"
)

// perEnclosure is the class of sheets that go out with other papers.
const perEnclosure = "enclosure"

func none(hearing.Dossier) []target { return nil }

// enclosed are the enclosures that go with papers of a session, one for each of
// these papers: the copies that the file keeps of them have none.
func (c *Catalogue) enclosed(d hearing.Dossier) []target {
	var out []target
	for i := range d.Enclosures {
		e := &d.Enclosures[i]
		for _, f := range c.forms {
			if f.Per == perEnclosure || !e.GoesWith(f.Number, d.Session().Slot.Room) {
				continue
			}
			for _, t := range c.targets(f, d) {
				t.key, t.enclosure = bothKeys(string(e.ID), f.Number+":"+t.key), e
				out = append(out, t)
			}
		}
	}
	return out
}

func enclosure(e hearing.Enclosure) record {
	var lines []record
	for l := range strings.Lines(e.Text) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, record{"text": Text(l)})
		}
	}
	return record{"name": Text(e.Name), "lines": lines}
}

// enclosed adds to what an enclosure says the picture below it, and the pages of
// its file; one that is a file only bears nothing else.
func (t target) enclosed(set []Block) []Block {
	e := t.enclosure
	if e == nil {
		return set
	}
	if !e.Written() {
		set = nil
	}
	if e.PictureMedia() != "" {
		set = append(set, Picture{Data: e.Picture, Alt: e.Name})
	}
	if e.File.Hash != "" {
		set = append(set, Attached{Hash: e.File.Hash})
	}
	return set
}
