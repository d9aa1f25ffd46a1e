package document

import (
	"cmp"
	"slices"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// A VolumeOrder is the order of the papers in one volume of a case.
type VolumeOrder struct {
	Name, En string // 正卷, 内卷
	Rows     []VolumeRow
}

// A VolumeRow is one kind of paper in a volume: a form of the catalogue, or
// another material.
type VolumeRow struct {
	Number   string // of the form, or the code of the material
	Zh, En   string // what the material is called; empty for a form
	When     string // when there is such a material: case-filed, instrument-issued, reply-received, held; empty is always
	Needs    string // print, recording; empty is the signed paper's scan
	Optional bool   // it may lie there and need not
}

// A Filing is one paper that belongs into a volume, and what is there of it.
type Filing struct {
	Number, Key string // of the form and whom it is for, as in its code; or the code of another material
	Title, For  string
	Material    string // what another material is called in English; empty for a form
	Needs       string // see [VolumeRow]
	Optional    bool
	Recording   string          // where the recording lies, of the entry that needs it
	Scans       []hearing.Scan  // what came back of it, the earliest first
	Waived      *hearing.Scan   // why it is not to lie there; nil: it is
	Printed     *hearing.Print  // the last one that went out
	on          calendar.Date   // date of the paper
	number      *hearing.Number // its document number
	author      string
}

// A FilingState is how far a paper is on its way into the volume.
type FilingState string

// The states, the last first.
const (
	Filed      FilingState = "filed"    // it is there: scanned, or what else it needs
	FilingOff  FilingState = "waived"   // it is not to lie there, with a reason
	FilingNot  FilingState = "optional" // it is not there and need not be
	FilingSent FilingState = "printed"  // it was printed; the signed one is not there yet
	FilingOpen FilingState = "missing"  // nothing of it is there
)

// State is how far it is.
func (f Filing) State() FilingState {
	switch {
	case len(f.Scans) > 0, f.Needs == "print" && f.Printed != nil, f.Recording != "":
		return Filed
	case f.Waived != nil:
		return FilingOff
	case f.Optional:
		return FilingNot
	case f.Printed != nil:
		return FilingSent
	}
	return FilingOpen
}

// Missing reports whether it stands in the way of the archive.
func (f Filing) Missing() bool {
	s := f.State()
	return s == FilingSent || s == FilingOpen
}

// Lies reports whether there is a paper to be bound.
func (f Filing) Lies() bool {
	return len(f.Scans) > 0 || f.Printed != nil && f.Waived == nil || f.Missing() || f.Recording != ""
}

// Pages counts the pages that are bound: those of the scans, else of the paper
// as it was printed; 0 while nobody knows. A disc has none.
func (f Filing) Pages() int {
	n := 0
	for _, s := range f.Scans {
		n += s.Pages()
	}
	if n == 0 && f.Printed != nil {
		n = f.Printed.Pages
	}
	return n
}

// Scanned reports whether the bound pages are those of a scan.
func (f Filing) Scanned() bool { return len(f.Scans) > 0 }

// A Volume is one volume of a session's papers as it stands.
type Volume struct {
	Name, En string
	Filings  []Filing
}

// Volumes lists the volumes of a session with every paper that belongs into
// them, in the order that the rules of the day give, and what is there of it.
func (c *Catalogue) Volumes(d hearing.Dossier, today calendar.Date) []Volume {
	c = c.of(d)
	order := c.law.Volumes(d.Office, dayOf(d))
	if len(order) == 0 {
		order = c.plainOrder()
	}
	var out []Volume
	placed := map[string]bool{}
	for _, o := range order {
		for _, r := range o.Rows {
			placed[r.Number] = true
		}
	}
	for _, o := range order {
		v := Volume{Name: o.Name, En: o.En}
		for _, r := range o.Rows {
			v.Filings = append(v.Filings, c.filings(d, r, today)...)
		}
		for _, f := range c.forms { // those that the order does not name come last
			if f.Volume == o.Name && !placed[f.Number] {
				v.Filings = append(v.Filings, c.filings(d, VolumeRow{Number: f.Number}, today)...)
			}
		}
		out = append(out, v)
	}
	return out
}

// Unfiled lists what is missing of the volumes, by name.
func (c *Catalogue) Unfiled(d hearing.Dossier) []string {
	var out []string
	for _, v := range c.Volumes(d, calendar.Date{}) {
		for _, f := range v.Filings {
			if f.Missing() {
				out = append(out, strings.TrimSpace(f.Title+" "+f.For))
			}
		}
	}
	return out
}

// Paper names a paper of a session by its number, or the code of another
// material, and by whom it is for; false is one that the session has not.
func (c *Catalogue) Paper(d hearing.Dossier, number, key string) (string, bool) {
	if f, ok := c.bound(d, number, key); ok {
		return strings.TrimSpace(f.Title + " " + f.For), true
	}
	for _, it := range c.Plan(d) { // what lies in no volume
		if it.Number == number && it.Key == key {
			return strings.TrimSpace(it.Title + " " + it.For), true
		}
	}
	return "", false
}

// Bound reports whether a paper of a session lies in one of its volumes.
func (c *Catalogue) Bound(d hearing.Dossier, number, key string) bool {
	_, ok := c.bound(d, number, key)
	return ok
}

func (c *Catalogue) bound(d hearing.Dossier, number, key string) (Filing, bool) {
	for _, v := range c.Volumes(d, calendar.Date{}) {
		for _, f := range v.Filings {
			if f.Number == number && f.Key == key {
				return f, true
			}
		}
	}
	return Filing{}, false
}

// plainOrder is that of the catalogue itself.
func (c *Catalogue) plainOrder() []VolumeOrder {
	out := []VolumeOrder{{Name: "正卷", En: "Main volume"}, {Name: "内卷", En: "Internal volume"}}
	for _, number := range inOrder {
		f := c.form(number)
		for i := range out {
			if f != nil && f.Volume == out[i].Name {
				out[i].Rows = append(out[i].Rows, VolumeRow{Number: number})
			}
		}
	}
	return out
}

// filings are the papers of one row.
func (c *Catalogue) filings(d hearing.Dossier, r VolumeRow, today calendar.Date) []Filing {
	var out []Filing
	f := c.form(r.Number)
	if f == nil {
		if r.Zh != "" && (given(d, r.When) || len(scansOf(d, r.Number, "")) > 0) {
			one := Filing{Number: r.Number, Title: r.Zh, Material: r.En}
			if r.Needs == "recording" && d.Hearing != nil {
				one.Recording = d.Hearing.Outcome.Discs()
			}
			out = append(out, one)
		}
	} else {
		for _, t := range c.targets(f, d) {
			x := teller{d: d, form: f, t: t, today: today, law: c.law}
			one := Filing{Number: f.Number, Key: t.key, Title: c.called(f, d, t, today), For: t.name, author: cmp.Or(d.Office.Short, d.Office.Name)}
			if on := x.date(); on != today {
				one.on = on
			}
			if n, ok := d.Number(f.Number, t.key); ok {
				one.number = &n
			}
			if f.Seal == "" || f.Seal == "none" {
				one.author = t.name
			}
			out = append(out, one)
		}
	}
	for i := range out {
		out[i].Needs, out[i].Optional = r.Needs, r.Optional
		out[i].find(d)
	}
	return out
}

// find adds what is there of a paper.
func (f *Filing) find(d hearing.Dossier) {
	for _, s := range scansOf(d, f.Number, f.Key) {
		if len(s.Files) > 0 {
			f.Scans = append(f.Scans, s)
		} else {
			f.Waived = &s
		}
	}
	for i, p := range d.Prints {
		if p.Document == f.Number && p.Key == f.Key {
			f.Printed = &d.Prints[i]
		}
	}
	if f.on.IsZero() && f.Printed != nil && d.Zone != nil { // when it was made, where nothing says when it went out
		f.on = calendar.DateOf(f.Printed.At.In(d.Zone))
	}
}

func scansOf(d hearing.Dossier, number, key string) []hearing.Scan {
	var out []hearing.Scan
	for _, s := range d.Scans {
		if s.Document == number && string(s.For) == key {
			out = append(out, s)
		}
	}
	return out
}

// given reports whether a session has a material that is no form.
func given(d hearing.Dossier, when string) bool {
	switch when {
	case "":
		return true
	case "case-filed":
		return slices.ContainsFunc(d.Cases, func(c hearing.Case) bool { return !c.FiledOn.IsZero() })
	case "instrument-issued":
		return slices.ContainsFunc(d.Instruments, func(i hearing.Instrument) bool { return !i.DecidedOn.IsZero() })
	case "reply-received":
		return slices.ContainsFunc(allDeliveries(d), func(v hearing.Delivery) bool { return !v.RepliedOn.IsZero() })
	case "held":
		return d.Session().State.Held()
	}
	return false
}

// dayOf is the session's day; none while it has none.
func dayOf(d hearing.Dossier) calendar.Date {
	at := d.Session().Slot.Start
	if at.IsZero() {
		return calendar.Date{}
	}
	if d.Zone != nil {
		at = at.In(d.Zone)
	}
	return calendar.DateOf(at)
}
