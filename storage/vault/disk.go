package vault

import (
	"errors"
	"net/url"
	"syscall"

	"github.com/ncruces/go-sqlite3"
	_ "github.com/ncruces/go-sqlite3/driver" // the driver "sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"
	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"
	"github.com/ncruces/go-sqlite3/vfs/adiantum"
)

// Driver is the one that reads and writes encrypted files; it knows those in clear too.
const Driver = "sqlite3"

// disk is what SQLite calls the file system that encrypts.
const disk = "hearingdesk"

func init() {
	vfs.Register(disk, adiantum.Wrap(shifting{vfs.Find("")}, pages{}))
	sqlite3.AutoExtension(fts5.Register) // by which a desk is searched
}

// Say adds to what a connection is told how it gets into a file: with a key, or, where
// that is nil, as it is. Nothing that SQLite sets aside reaches the disk.
func (k *Key) Say(v url.Values) {
	if k != nil {
		v.Set("vfs", disk)
		v.Set("textkey", k.Tag())
	}
	if !v.Has("_txlock") {
		v.Set("_txlock", "deferred") // as the other driver has it
	}
	v.Set("_timefmt", "sqlite") // a text that looks like a time stays a text
	v.Add("_pragma", "temp_store(memory)")
}

// A shifting is a file system whose databases begin behind their heads.
type shifting struct{ vfs.VFS }

// OpenFilename opens a database, its log or its journal.
func (s shifting) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := vfsutil.WrapOpenFilename(s.VFS, name, flags)
	if err != nil {
		return nil, flags, reason(err)
	}
	out := &shifted{File: f}
	if flags&vfs.OPEN_MAIN_DB != 0 {
		out.by = before
	}
	out.log = flags&vfs.OPEN_WAL != 0
	return out, flags, nil
}

// Behind the last page of a change SQLite writes some of them once more, up to the next
// block, as a torn block garbles all of it. Where the disk is full just then, it says that
// the change is not kept, and the next program finds it in the log. So there is room for
// that before a page is written.
const (
	spare = 4 * block  // of a log, behind what is written
	grows = 16 * block // by which it grows, where there is room
)

// A shifted is a file of it.
type shifted struct {
	vfs.File
	by  int64
	log bool
}

// ReadAt reads behind the head.
func (s *shifted) ReadAt(p []byte, at int64) (int, error) { return s.File.ReadAt(p, at+s.by) }

// WriteAt writes behind the head.
func (s *shifted) WriteAt(p []byte, at int64) (int, error) {
	if s.log {
		if err := s.reserve(at + int64(len(p)) + spare); err != nil {
			return 0, reason(err)
		}
	}
	n, err := s.File.WriteAt(p, at+s.by)
	return n, reason(err)
}

// reserve makes a log as long as it needs to be, or leaves it as it is.
func (s *shifted) reserve(need int64) error {
	size, err := s.File.Size()
	for _, more := range []int64{grows, 0} {
		if err != nil || size >= need {
			return err
		}
		if _, err = s.File.WriteAt(make([]byte, need+more-size), size); err == nil {
			return nil
		}
		if terr := s.File.Truncate(size); terr != nil || more == 0 {
			return errors.Join(err, terr)
		}
		err = nil
	}
	return nil
}

// Truncate leaves the head.
func (s *shifted) Truncate(size int64) error { return reason(s.File.Truncate(size + s.by)) }

// Sync brings it to the disk.
func (s *shifted) Sync(flags vfs.SyncFlag) error { return reason(s.File.Sync(flags)) }

// Size is that of the database.
func (s *shifted) Size() (int64, error) {
	n, err := s.File.Size()
	return max(0, n-s.by), err
}

// DeviceCharacteristics are those that the head does not change.
func (s *shifted) DeviceCharacteristics() vfs.DeviceCharacteristic {
	return s.File.DeviceCharacteristics() &^ vfs.IOCAP_BATCH_ATOMIC
}

// SharedMemory is the index of the log. It says which pages lie where, and nothing of
// what is in them.
func (s *shifted) SharedMemory() vfs.SharedMemory { return vfsutil.WrapSharedMemory(s.File) }

// LockState says how far it is locked.
func (s *shifted) LockState() vfs.LockLevel { return vfsutil.WrapLockState(s.File) }

// HasMoved reports whether another file has the name.
func (s *shifted) HasMoved() (bool, error) { return vfsutil.WrapHasMoved(s.File) }

// BusyHandler is asked whether to go on waiting.
func (s *shifted) BusyHandler(handler func() bool) { vfsutil.WrapBusyHandler(s.File, handler) }

// Unwrap is the file itself.
func (s *shifted) Unwrap() vfs.File { return s.File }

// reason keeps of an error of the system what SQLite's own code would say: the driver
// makes an input or output error of a full disk.
func reason(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return vfs.SystemError(err, sqlite3.FULL)
	case errors.Is(err, syscall.EROFS):
		return vfs.SystemError(err, sqlite3.READONLY)
	}
	return err
}

// Code is SQLite's code of an error of this driver; false: it is none.
func Code(err error) (int, bool) {
	var code sqlite3.ExtendedErrorCode
	is := errors.As(err, &code)
	return int(code), is
}
