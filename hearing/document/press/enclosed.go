package press

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/layout"
	"hearingdesk/hearing/document/scanning"
)

// enclosed opens the files that go out with papers, each once for all that get it.
type enclosed struct {
	file  func(hash string) ([]byte, error)
	mu    sync.Mutex
	open  map[string]*scanning.Sheets
	order []string // the oldest first
}

// mostOpen is how many files stay open: more than go out with one letter.
const mostOpen = 6

// opener opens the files of enclosures; a press without a desk has none.
func (p *Press) opener() layout.Opener {
	return func(hash string) (layout.Sheets, error) {
		if p.sheets == nil {
			return nil, fmt.Errorf("enclosed file %s: %w", hash, hearing.ErrNotFound)
		}
		return p.sheets.sheets(hash)
	}
}

func (e *enclosed) sheets(hash string) (layout.Sheets, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if out := e.open[hash]; out != nil {
		return out, nil
	}
	data, err := e.file(hash)
	if err != nil {
		return nil, fmt.Errorf("enclosed file: %w", err)
	}
	out, err := scanning.OpenSheets(context.Background(), data)
	var no *scanning.RefusedError
	if errors.As(err, &no) && no.Name == "" {
		no.Name = hash
	}
	if err != nil {
		return nil, err
	}
	if len(e.order) >= mostOpen {
		delete(e.open, e.order[0])
		e.order = e.order[1:]
	}
	e.open[hash] = out
	e.order = append(e.order, hash)
	return out, nil
}
