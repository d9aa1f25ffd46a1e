package locked

import (
	"io"
	"io/fs"
	"time"
)

// databaseName is what the database of a copy is called in its [fs.FS].
const databaseName = "desk.db"

// FS is the copy as a file system with one file, [Name], through which a database can
// be read where it is.
func (o *Opened) FS() fs.FS { return database{o} }

// Name is what the desk's file is called in FS.
func (o *Opened) Name() string { return databaseName }

type database struct{ o *Opened }

// Open opens the one file.
func (d database) Open(name string) (fs.File, error) {
	if name != databaseName {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &reading{SectionReader: io.NewSectionReader(d.o, 0, d.o.Size)}, nil
}

// A reading is the database while it is read.
type reading struct{ *io.SectionReader }

// Stat says how long it is.
func (r *reading) Stat() (fs.FileInfo, error) { return r, nil }

// Close has nothing to close: that is the copy's.
func (r *reading) Close() error { return nil }

// Name is its name.
func (r *reading) Name() string { return databaseName }

// Mode says that it is for reading.
func (r *reading) Mode() fs.FileMode { return 0o400 }

// ModTime is not known.
func (r *reading) ModTime() time.Time { return time.Time{} }

// IsDir is false.
func (r *reading) IsDir() bool { return false }

// Sys has nothing to say.
func (r *reading) Sys() any { return nil }
