package papers

import (
	"hearingdesk/hearing/document/batch"
)

// Tick says which papers are to be printed; those that cannot be are left out.
func (m *Model) Tick(on bool, sheets ...*Sheet) {
	for _, s := range sheets {
		s.Ticked = on && s.Ready()
		m.touched[s.key()] = true
	}
	m.OnChange()
}

// TickDue ticks what must still be printed and can be, and nothing else.
func (m *Model) TickDue() {
	m.touched = map[string]bool{}
	for _, s := range m.Sheets {
		s.Ticked = s.Due() && s.Ready()
	}
	m.OnChange()
}

// Outdated lists the papers that were printed, say something else by now, and
// can be printed again.
func (m *Model) Outdated() []*Sheet {
	var out []*Sheet
	for _, s := range m.Sheets {
		if s.Changed() && s.Ready() {
			out = append(out, s)
		}
	}
	return out
}

// TickOutdated ticks what was printed and has changed since, and nothing else.
func (m *Model) TickOutdated() {
	for _, s := range m.Sheets {
		s.Ticked = s.Changed() && s.Ready()
		m.touched[s.key()] = true
	}
	m.OnChange()
}

// OnlyDue reports whether just what must still be printed is ticked.
func (m *Model) OnlyDue() bool {
	for _, s := range m.Sheets {
		if s.Ticked != (s.Due() && s.Ready()) {
			return false
		}
	}
	return true
}

// Forget forgets what the last run came to, unless it is still under way.
func (m *Model) Forget() {
	if m.Busy() {
		return
	}
	m.Run = nil
	for _, s := range m.Sheets {
		s.Step = batch.Step{}
	}
	m.OnChange()
}

// Ticked lists the papers to be printed, in order.
func (m *Model) Ticked() []*Sheet {
	var out []*Sheet
	for _, s := range m.Sheets {
		if s.Ticked {
			out = append(out, s)
		}
	}
	return out
}
