package storage

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/storage/locked"
	"hearingdesk/storage/vault"
)

// A folder holds the heavy contents beside a file: ab/<hash>, where ab is how
// the hash begins. A file in it is never changed. Beside an encrypted file it is age,
// for the key of that.
type folder struct {
	dir string
	key *vault.Key // nil: they are in clear
}

// contents is the folder beside the desk's file.
func (d *Desk) contents() folder { return folder{d.Path() + filesSuffix, d.key} }

// beside is the folder beside a file. That of one that nobody has opened shows nothing.
func beside(path string) folder {
	key, _ := vault.KeyOf(path) // without it, what lies there is not what its hash says
	return folder{path + filesSuffix, key}
}

// filesSuffix ends the name of the folder beside a file.
const filesSuffix = ".files"

// parts is how a file begins that is not whole yet.
const parts = ".part-"

func (f folder) place(hash string) string { return filepath.Join(f.dir, hash[:2], hash) }

// put writes a content so that it is there, whole, before the row that names
// it: a crash or a full disk leaves it as it was.
func (f folder) put(hash string, data []byte) error {
	if f.key != nil {
		var out bytes.Buffer
		if err := f.key.Lock().Encrypt(&out, bytes.NewReader(data)); err != nil {
			return err
		}
		data = out.Bytes()
	}
	return f.write(f.place(hash), data)
}

// write writes a file of the folder so that it is there, whole, or not at all.
func (f folder) write(to string, data []byte) error {
	if err := f.room(filepath.Dir(to)); err != nil {
		return unwritable(err)
	}
	part, err := os.CreateTemp(filepath.Dir(to), parts+"*")
	if err != nil {
		return unwritable(err)
	}
	_, err = part.Write(data)
	err = errors.Join(err, part.Sync(), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), to)
	}
	if err != nil {
		_ = os.Remove(part.Name()) // the first error is the one to tell
		return unwritable(err)
	}
	return unwritable(syncFolder(filepath.Dir(to)))
}

// room makes a folder and sees that it is still there after a crash.
func (f folder) room(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return errors.Join(syncFolder(f.dir), syncFolder(filepath.Dir(f.dir)))
}

// syncFile sees that a file is on the disk, whoever wrote it.
func syncFile(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0) //nolint:gosec // beside the user's file
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder writes a folder's entries to the disk. Windows does so by itself.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir) //nolint:gosec // beside the user's file
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func unwritable(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return hearing.ErrReadOnly
	}
	return err
}

// get reads a content and holds that it is what it was.
func (f folder) get(hash string) ([]byte, error) {
	data, err := os.ReadFile(f.place(hash))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &hearing.ContentError{Hash: hash, Place: f.place(hash), Missing: true}
	}
	if err != nil {
		return nil, err
	}
	if f.key != nil {
		data, err = locked.Decrypt(bytes.NewReader(data), f.key.Identity())
	}
	if err != nil || hearing.HashOf(data) != hash {
		return nil, &hearing.ContentError{Hash: hash, Place: f.place(hash)}
	}
	return data, nil
}

func (f folder) check(hash string) error {
	_, err := f.get(hash)
	return err
}

// remove is best effort: what stays is found by the next sweep.
func (f folder) remove(hash string) {
	_ = os.Remove(f.place(hash))
	_ = os.Remove(filepath.Dir(f.place(hash))) // where it was the last
}

// list names all contents that lie in the folder.
func (f folder) list() ([]string, error) {
	files, err := fs.Glob(os.DirFS(f.dir), "??/*")
	var out []string
	for _, file := range files {
		if dir, name, _ := strings.Cut(file, "/"); len(name) == 64 && strings.HasPrefix(name, dir) {
			out = append(out, name)
		}
	}
	return out, err
}

// tidy removes what a crash left unfinished.
func (f folder) tidy() {
	files, _ := fs.Glob(os.DirFS(f.dir), "??/"+parts+"*") // the pattern is right
	for _, file := range files {
		_ = os.Remove(filepath.Join(f.dir, file))
	}
}
