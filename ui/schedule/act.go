package schedule

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/shell"
	"hearingdesk/ui/words"
)

// choose selects what was hit.
func (p *page) choose(h hit) {
	if h.day.IsZero() {
		return
	}
	p.model.day, p.model.entry = h.day, h.segment.entry.Session
	p.draw()
	p.point(h)
}

// open opens what was hit.
func (p *page) open(h hit) {
	switch h.what {
	case onEntry:
		p.openEntry(h.segment.entry)
	case onAdd:
		p.begin(h.day)
	case onDay, onMore, onNumber:
		p.model.day, p.model.entry = h.day, ""
		p.turn(byDay)
		p.read()
		p.focus()
	}
}

func (p *page) openEntry(e hearing.Entry) {
	if e.Veiled {
		p.sh.Say(words.T("这里有一场不公开的会，只有承办团队可以打开。场所和时间已占用。"))
		return
	}
	kind := shell.Hearing
	if e.Announcement {
		kind = shell.Announcement
	}
	p.sh.Go(shell.Place{Kind: kind, ID: e.Session})
}

// begin begins a hearing on a day.
func (p *page) begin(d calendar.Date) {
	p.sh.Go(shell.Place{Kind: shell.Hearing, New: true, Day: d})
}

// point says at the foot what the pointer is at, or what is selected.
func (p *page) point(h hit) {
	e := h.segment.entry
	if h.what != onEntry {
		e, _ = p.model.find(p.model.entry)
	}
	text := p.keys()
	if e.Session != "" {
		text = p.about(e)
	}
	if text != p.hint.Text {
		p.hint.SetText(text)
	}
}
