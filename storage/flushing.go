package storage

import (
	"errors"
	"os"
)

// A flushing brings a file to the disk while it is still written.
type flushing struct {
	file *os.File
	wake chan struct{}
	done chan error // what came of it, when it has ended
}

// flush begins to. Whoever writes the file says when there is more of it.
func flush(file string) (*flushing, error) {
	f, err := os.OpenFile(file, os.O_RDWR, 0) //nolint:gosec // beside the user's file
	if err != nil {
		return nil, err
	}
	out := &flushing{file: f, wake: make(chan struct{}, 1), done: make(chan error, 1)}
	go out.run()
	return out, nil
}

// run keeps every error: a page that the disk refused is told of once, and the next
// attempt says nothing of it.
func (f *flushing) run() {
	var err error
	for range f.wake {
		err = errors.Join(err, f.file.Sync())
	}
	f.done <- err
}

// more says that the file has grown.
func (f *flushing) more() {
	select {
	case f.wake <- struct{}{}:
	default: // it has not begun with what it was told of before
	}
}

// end brings what is left to the disk, and closes the file: nobody may hold a lock on it
// any more.
func (f *flushing) end() error {
	close(f.wake)
	return errors.Join(<-f.done, f.file.Sync(), f.file.Close())
}
