package storage

import (
	"context"
	"database/sql"
	"sync"

	"hearingdesk/storage/query"
)

// A prepared keeps the statements that it is given: what is asked for every record
// of a batch, or with every letter that is typed, is parsed once. They are closed
// with what they were made by.
type prepared struct {
	by   query.DBTX
	of   *repeated // where it keeps them for the next transaction; nil: nowhere
	tx   *sql.Tx   // of that
	mu   sync.Mutex
	kept map[string]*sql.Stmt
}

func prepare(by query.DBTX) *prepared { return &prepared{by: by, kept: map[string]*sql.Stmt{}} }

func (p *prepared) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.kept[text]; s != nil {
		return s, nil
	}
	s, err := p.make(ctx, text)
	if err == nil {
		p.kept[text] = s
	}
	return s, err
}

func (p *prepared) make(ctx context.Context, text string) (*sql.Stmt, error) {
	if p.of != nil {
		if s := p.of.get(text); s != nil {
			return p.tx.StmtContext(ctx, s), nil
		}
	}
	return p.by.PrepareContext(ctx, text)
}

// A repeated keeps the statements of transactions from one to the next: a save asks
// some fifty things, and parsing them is a third of its work.
type repeated struct {
	mu    sync.Mutex
	kept  map[string]*sql.Stmt
	asked []string // by transactions that ended, and not kept yet
}

func (r *repeated) get(text string) *sql.Stmt {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s := r.kept[text]; s != nil {
		return s
	}
	r.asked = append(r.asked, text)
	return nil
}

// in prepares statements for a transaction.
func (r *repeated) in(tx *sql.Tx) *prepared {
	p := prepare(tx)
	p.of, p.tx = r, tx
	return p
}

// keep prepares what a transaction asked, now that it has ended. What cannot be kept
// is asked anew.
func (r *repeated) keep(ctx context.Context, db *sql.DB) {
	r.mu.Lock()
	asked := r.asked
	r.asked = nil
	r.mu.Unlock()
	for _, text := range asked {
		s, err := db.PrepareContext(ctx, text)
		if err != nil {
			return
		}
		r.mu.Lock()
		if r.kept == nil {
			r.kept = map[string]*sql.Stmt{}
		}
		if r.kept[text] == nil {
			r.kept[text] = s
		} else {
			_ = s.Close() // two asked at once
		}
		r.mu.Unlock()
	}
}

// PrepareContext is [sql.DB.PrepareContext].
func (p *prepared) PrepareContext(ctx context.Context, text string) (*sql.Stmt, error) {
	return p.by.PrepareContext(ctx, text)
}

// ExecContext is [sql.DB.ExecContext].
func (p *prepared) ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error) {
	s, err := p.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext is [sql.DB.QueryContext].
func (p *prepared) QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	s, err := p.statement(ctx, text)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext is [sql.DB.QueryRowContext].
func (p *prepared) QueryRowContext(ctx context.Context, text string, args ...any) *sql.Row {
	s, err := p.statement(ctx, text)
	if err != nil {
		return p.by.QueryRowContext(ctx, text, args...) // which says the same
	}
	return s.QueryRowContext(ctx, args...)
}
