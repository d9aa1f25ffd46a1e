package storage

import "golang.org/x/sys/windows"

// room is how many bytes can still be written on the disk of a folder; false: it does not say.
func room(folder string) (int64, bool) {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, false
	}
	var free uint64
	err = windows.GetDiskFreeSpaceEx(name, &free, nil, nil)
	return int64(free), err == nil
}
