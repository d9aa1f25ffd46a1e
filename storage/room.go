package storage

import (
	"fmt"
	"os"
	"slices"

	"hearingdesk/hearing"
)

// makeRoom gives copies of a folder up where there is no room for one more, and returns the
// others. As much again is left to the desk: a copy that took the last of the disk would
// leave none for what is typed next. Where there is too little all the same, it is
// [hearing.ErrRoom].
func (d *Desk) makeRoom(folder string, copies []hearing.Copy) ([]hearing.Copy, error) {
	info, err := os.Stat(d.path)
	if err != nil {
		return copies, err
	}
	free, known := room(folder)
	wanted := 2 * info.Size()
	if !known || free >= wanted {
		return copies, nil
	}
	for _, c := range hearing.Thin(copies, wanted-free) {
		wipe(c.File)
		copies = slices.DeleteFunc(copies, func(o hearing.Copy) bool { return o.File == c.File })
	}
	if free, _ = room(folder); free < wanted {
		return copies, fmt.Errorf("write %s: %w", folder, hearing.ErrRoom)
	}
	return copies, nil
}
