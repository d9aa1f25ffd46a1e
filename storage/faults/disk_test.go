package faults_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A call is one that changed a file or a folder, with paths below the desk's.
type call struct {
	name     string // write, copy, truncate, sync, create, rename, link, unlink, mkdir, ack
	path, to string
	at       int64
	data     []byte
	from     span // of a copy: what of the file “to” comes to path
}

// A span is some bytes of a file.
type span struct{ at, size int64 }

// An inode is a file's bytes as they are on the disk, and what was written to it
// since they were brought there.
type inode struct {
	bytes []byte
	since []call
}

// A disk is the folder of a desk: what is on it for certain, and what is under
// way.
type disk struct {
	names map[string]*inode // as the running program sees them
	sure  map[string]*inode // as they are after a cut at the worst
	moves []call            // of names, under way, in their order
	of    []*inode          // of each move the file that was moved, as it was
}

// newDisk reads a folder that is on the disk for certain.
func newDisk(t *testing.T, dir string) *disk {
	t.Helper()
	d := &disk{names: map[string]*inode{}, sure: map[string]*inode{}}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path) //nolint:gosec // the test's own
		name, _ := filepath.Rel(dir, path)
		d.names[name] = &inode{bytes: data}
		d.sure[name] = d.names[name]
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// apply takes note of one call.
func (d *disk) apply(c call) {
	switch c.name {
	case "copy": // the system reads what the running program would
		if f := d.names[c.to]; f != nil {
			all := written(f.bytes, f.since, nil)
			d.apply(call{name: "write", path: c.path, at: c.at, data: all[c.from.at : c.from.at+c.from.size]})
		}
	case "write", "truncate":
		if f := d.names[c.path]; f != nil {
			f.since = append(f.since, c)
		}
	case "sync":
		if f := d.names[c.path]; f != nil {
			f.bytes, f.since = written(f.bytes, f.since, nil), nil
			return
		}
		d.settle(c.path)
	case "create", "rename", "link", "unlink":
		if c.name == "create" && d.names[c.path] != nil {
			return
		}
		f := d.names[c.path]
		if c.name == "create" {
			f = &inode{}
		}
		d.moves, d.of = append(d.moves, c), append(d.of, f)
		move(d.names, c, f)
	}
}

// move does to names what a call does.
func move(names map[string]*inode, c call, f *inode) {
	switch c.name {
	case "create":
		names[c.path] = f
	case "link":
		names[c.to] = f
	case "unlink":
		delete(names, c.path)
	case "rename":
		for name, g := range names { // a folder takes its files along
			if rest, ok := strings.CutPrefix(name, c.path+"/"); ok {
				delete(names, name)
				names[c.to+"/"+rest] = g
			}
		}
		if f != nil {
			delete(names, c.path)
			names[c.to] = f
		}
	}
}

// settle brings the moves within a folder to the disk: those before them too, for
// a folder's entries are written in their order.
func (d *disk) settle(dir string) {
	last := -1
	for i, m := range d.moves {
		if filepath.Dir(m.path) == dir || m.to != "" && filepath.Dir(m.to) == dir {
			last = i
		}
	}
	for i := range last + 1 {
		move(d.sure, d.moves[i], d.of[i])
	}
	d.moves, d.of = d.moves[last+1:], d.of[last+1:]
}

// cut writes a folder as the disk may be after the power went: of the moves of
// names the first so many, and of what was written to a file any part.
func (d *disk) cut(t *testing.T, dir string, chance *rand.Rand) {
	t.Helper()
	names := map[string]*inode{}
	for name, f := range d.sure {
		names[name] = f
	}
	for i := range chance.IntN(len(d.moves) + 1) {
		move(names, d.moves[i], d.of[i])
	}
	for name, f := range names {
		if strings.HasSuffix(name, "-shm") { // it is made anew
			continue
		}
		file := filepath.Join(dir, name)
		err := os.MkdirAll(filepath.Dir(file), 0o700)
		if err == nil {
			err = os.WriteFile(file, written(f.bytes, f.since, chance), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// sector is what a disk writes as one.
const sector = 512

// written is what a file holds after writes: all of them without chance, else
// any of their sectors.
func written(data []byte, calls []call, chance *rand.Rand) []byte {
	data = append([]byte(nil), data...)
	for _, c := range calls {
		fate := 0 // all of it
		if chance != nil {
			fate = chance.IntN(4) // or nothing, or some sectors
		}
		switch {
		case fate == 1:
			continue
		case c.name == "truncate":
			if int64(len(data)) > c.at {
				data = data[:c.at]
			}
			data = grown(data, c.at)
			continue
		}
		for i := 0; i < len(c.data); i += sector {
			if fate > 1 && chance.IntN(2) == 0 {
				continue
			}
			end := min(i+sector, len(c.data))
			data = grown(data, c.at+int64(end))
			copy(data[c.at+int64(i):], c.data[i:end])
		}
	}
	return data
}

func grown(data []byte, size int64) []byte {
	if int64(len(data)) < size {
		data = append(data, make([]byte, size-int64(len(data)))...)
	}
	return data
}
