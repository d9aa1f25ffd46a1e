// Package idle says how long nobody has touched the keyboard or the mouse.
package idle

import "time"

// Since returns how long the computer was not touched; false where the system does not
// say, such as on a display that is not X11.
func Since() (time.Duration, bool) { return since() }
