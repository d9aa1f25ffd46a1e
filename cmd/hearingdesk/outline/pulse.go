//go:build outline

package outline

import (
	"fmt"
	"net"
	"time"

	"fyne.io/fyne/v2"
)

// pulse feels whether the window's thread is free, some thousand times a second,
// and writes from when to when it was not: a line for each frame.
func pulse(c net.Conn) {
	free := time.Now()
	for {
		fyne.DoAndWait(func() {})
		now := time.Now()
		if now.Sub(free) > time.Millisecond {
			if _, err := fmt.Fprintln(c, free.UnixNano(), now.UnixNano()); err != nil {
				return // it was looked at long enough
			}
		}
		time.Sleep(200 * time.Microsecond)
		free = now
	}
}
