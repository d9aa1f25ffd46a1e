package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
)

// A Filer takes files that were scanned of papers into the volumes.
type Filer interface {
	// Put reads files and puts them in, as the paper on which they were put;
	// nil: by the codes on them.
	Put(session hearing.ID, files []string, on *document.Filing)
	// Paste is the same with what the clipboard holds as text.
	Paste(session hearing.ID, text string, on *document.Filing)
	// OnFiled calls f whenever some were put in.
	OnFiled(f func())
}

// Drop takes files that were scanned and dropped at a place of the window: onto
// the paper under it, else by their codes.
func (p *Panel) Drop(at fyne.Position, files []string) {
	session, on := filing(p.list.under(at))
	p.filer.Put(session, files, on)
}

// Paste takes files that were copied, onto the paper that is looked at.
func (p *Panel) Paste(text string) {
	session, on := filing(p.m.Chosen)
	p.filer.Paste(session, text, on)
}

// OnFiled calls f whenever files were put into the volumes.
func (p *Panel) OnFiled(f func()) { p.filer.OnFiled(f) }

// filing is a paper as it lies in its volume; nil of none.
func filing(s *Sheet) (hearing.ID, *document.Filing) {
	if s == nil {
		return "", nil
	}
	return s.Session, &document.Filing{Number: s.Number, Key: s.Key, Title: s.Title, For: s.For}
}

// under is the paper at a place of the window; nil where there is none.
func (l *list) under(pos fyne.Position) *Sheet {
	at := pos.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(l))
	if size := l.Size(); at.X < 0 || at.Y < 0 || at.X > size.Width || at.Y > size.Height {
		return nil
	}
	y := at.Y + l.GetScrollOffset()
	for _, r := range l.rows {
		if y -= l.height(r) + theme.Padding(); y < 0 {
			return r.sheet // a heading has none
		}
	}
	return nil
}

// Drop takes scanned files that were dropped on the page.
func (p *Page) Drop(at fyne.Position, files []string) { p.panel.Drop(at, files) }

// Paste takes scanned files that were copied.
func (p *Page) Paste(text string) { p.panel.Paste(text) }
