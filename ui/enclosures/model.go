// Package enclosures is the tab of sheets that go out with papers (设置 → 附件): a
// guide, a map, a sheet of rights, each set for papers and a room; a text that is
// written there, or a PDF or picture that is printed as it is.
package enclosures

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document"
	"hearingdesk/hearing/document/scanning"
	"hearingdesk/ui/directory"
	"hearingdesk/ui/edit"
	"hearingdesk/ui/look"
	"hearingdesk/ui/lookup"
	"hearingdesk/ui/words"
)

// A Desk is what the tab needs of the file.
type Desk interface {
	edit.Drafts
	lookup.Rooms
	Room(ctx context.Context, id hearing.ID) (hearing.Room, error)
	Shelf
	Files
}

// Files keeps the files that go out with papers.
type Files interface {
	KeepFile(ctx context.Context, media string, data []byte) (hash string, err error)
	Content(ctx context.Context, hash string) ([]byte, error)
}

// A Shelf keeps the enclosures.
type Shelf interface {
	Enclosures(ctx context.Context) ([]hearing.Enclosure, error)
	Enclosure(ctx context.Context, id hearing.ID) (hearing.Enclosure, error)
	SaveEnclosure(ctx context.Context, e hearing.Enclosure) (hearing.Version, error)
	DeleteEnclosure(ctx context.Context, id hearing.ID, v hearing.Version) error
}

// list lists the enclosures that a query is a part of.
func list(ctx context.Context, desk Desk, part string) ([]directory.Item, error) {
	all, err := desk.Enclosures(ctx)
	if err != nil {
		return nil, err
	}
	var out []directory.Item
	for _, e := range all {
		if !strings.Contains(strings.ToLower(e.Name), strings.ToLower(strings.TrimSpace(part))) {
			continue
		}
		detail := words.T("还没有选随哪些文书发出")
		if len(e.With) > 0 {
			detail = words.T("随 {{.Papers}}", map[string]string{"Papers": words.List(e.With)})
		}
		if e.File.Hash != "" {
			detail += "　" + words.T("{{.N}} 页的文件", map[string]int{"N": e.File.Pages})
		}
		if e.Room != "" {
			room, err := desk.Room(ctx, e.Room)
			if err != nil {
				return nil, err
			}
			detail += "　" + room.Name
		}
		out = append(out, directory.Item{ID: e.ID, Row: look.Row{Title: e.Name, Detail: detail}})
	}
	return out, nil
}

// A Paper is one that an enclosure can go with.
type Paper struct{ Number, Title string }

// Papers are those that go to somebody: what stays in the house has no enclosure.
func Papers(forms []document.Form) []Paper {
	var out []Paper
	for _, f := range forms {
		switch f.Per {
		case "party", "agency", "officer", "chosen", "invitee", "told", "unit", "advice":
			out = append(out, Paper{f.Number, f.Title})
		}
	}
	return out
}

// readPicture reads a picture for an enclosure. One that is too large, or no
// picture, is a [hearing.FieldErrors].
func readPicture(file string) ([]byte, error) {
	f, err := os.Open(file) //nolint:gosec // the user chooses the file
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	data, err := io.ReadAll(io.LimitReader(f, hearing.LargestPicture+1))
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	e := hearing.Enclosure{ID: "picture", Name: file, Picture: data}
	if faults := e.Validate(); len(faults) > 0 {
		return nil, faults
	}
	return data, nil
}

// size is how large a file is, for the eye.
func size(bytes int64) string {
	if bytes >= 1<<20 {
		return strconv.FormatFloat(float64(bytes)/(1<<20), 'f', 1, 64) + " MB"
	}
	return strconv.FormatInt((bytes+1023)/1024, 10) + " KB"
}

// enclose reads a file that goes out with papers and keeps it. One that cannot be
// printed as it is shown is a [*scanning.RefusedError].
func enclose(ctx context.Context, desk Files, path string) (hearing.ScanFile, error) {
	f, err := os.Open(path) //nolint:gosec // the user chooses the file
	if err != nil {
		return hearing.ScanFile{}, fmt.Errorf("read %s: %w", path, err)
	}
	data, err := io.ReadAll(io.LimitReader(f, hearing.LargestEnclosed+1))
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return hearing.ScanFile{}, fmt.Errorf("read %s: %w", path, err)
	}
	file, err := scanning.Enclose(ctx, filepath.Base(path), data)
	if err != nil {
		return hearing.ScanFile{}, err
	}
	_, err = desk.KeepFile(ctx, file.Media, data)
	return file.ScanFile, err
}

// small is a small picture of a file's first page, as PNG; nil where that is more
// than a picture.
func small(ctx context.Context, desk Files, f hearing.EnclosedFile) ([]byte, error) {
	data, err := desk.Content(ctx, f.Hash)
	if err != nil {
		return nil, err
	}
	pages, err := scanning.OpenSheets(ctx, data)
	if err != nil {
		return nil, err
	}
	return pages.Thumb(), nil
}

// titled is what an enclosure is called after its file: 路线图.pdf is 路线图.
func titled(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) }
