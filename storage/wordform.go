package storage

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/storage/query"
)

// wordMedia is what sort of file a Word form is.
const wordMedia = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// WordForms lists the office's own Word forms, also those that were removed.
func (d *Desk) WordForms(ctx context.Context) ([]hearing.WordForm, error) {
	rows, err := query.New(d.read).All(ctx, hearing.NounWordForm)
	if err != nil {
		return nil, grasp(err)
	}
	out := make([]hearing.WordForm, 0, len(rows))
	for _, r := range rows {
		f, err := decode(hearing.NounWordForm, r.Body, r.Version)
		if err != nil {
			return nil, err
		}
		if f, ok := f.(hearing.WordForm); ok {
			out = append(out, f)
		}
	}
	return out, nil
}

// SaveWordForm puts a Word form in use, as a new edition, and returns the new
// version. With a file the form is that file; without one it is the kept content
// of its hash, or, without a hash, is removed. The caller has seen to it that
// the file can be used.
func (d *Desk) SaveWordForm(ctx context.Context, f hearing.WordForm, file []byte) (v hearing.Version, err error) {
	f.File = ""
	if faults := f.Validate(); len(faults) > 0 {
		return 0, faults
	}
	err = d.transact(ctx, func(w *writing) error {
		if file != nil {
			if f.Hash, err = w.hold(ctx, wordMedia, file); err != nil {
				return err
			}
		}
		v, err = w.put(ctx, "save", f)
		return err
	})
	return v, err
}

// numberedWord is numbered for a Word form.
func (w *writing) numberedWord(ctx context.Context, f hearing.WordForm) (hearing.Record, error) {
	row, err := w.q.Record(ctx, query.RecordParams{Kind: hearing.NounWordForm, ID: string(f.ID)})
	switch err := grasp(err); {
	case errors.Is(err, hearing.ErrNotFound):
	case err != nil:
		return nil, err
	default:
		now, err := decode(hearing.NounWordForm, row.Body, row.Version)
		if err != nil {
			return nil, err
		}
		if now, ok := now.(hearing.WordForm); ok && now.Hash == f.Hash && now.Title == f.Title {
			now.Version = f.Version
			return now, nil
		}
	}
	last, err := w.lastEdition(ctx, hearing.NounWordForm, f.ID)
	f.Edition = last + 1
	return f, err
}

// pack gives the Word forms and the enclosures of a package their files.
func (d *Desk) pack(ctx context.Context, p *hearing.Package) error {
	forms := p.WordForms
	for i := range forms {
		if forms[i].Hash == "" {
			continue
		}
		file, err := d.Content(ctx, forms[i].Hash)
		if err != nil {
			return fmt.Errorf("own Word form %s: %w", forms[i].Called(), err)
		}
		forms[i].File = base64.StdEncoding.EncodeToString(file)
	}
	for i := range p.Enclosures {
		f := &p.Enclosures[i].File
		if f.Hash == "" {
			continue
		}
		file, err := d.Content(ctx, f.Hash)
		if err != nil {
			return fmt.Errorf("file of the enclosure %s: %w", p.Enclosures[i].Name, err)
		}
		f.Content = base64.StdEncoding.EncodeToString(file)
	}
	return nil
}

// unpacked keeps the file that a record of a package brings. One that is not
// what its hash says is a fault; one that brings none names what the desk has.
func (w *writing) unpacked(ctx context.Context, r hearing.Record) (hearing.Record, error) {
	var of interface{ Bytes() ([]byte, error) }
	media := wordMedia
	switch v := r.(type) {
	case hearing.WordForm:
		if v.File == "" {
			return r, nil
		}
		of, v.File = v, ""
		r = v
	case hearing.Enclosure:
		if v.File.Content == "" {
			return r, nil
		}
		of, media, v.File.Content = v, v.File.Media, ""
		r = v
	default:
		return r, nil
	}
	file, err := of.Bytes()
	if err != nil {
		return nil, err
	}
	_, err = w.hold(ctx, media, file)
	return r, err
}
