//go:build !windows && !darwin

package idle

import (
	"sync"
	"time"

	"github.com/BurntSushi/xgb"
	"github.com/BurntSushi/xgb/screensaver"
	"github.com/BurntSushi/xgb/xproto"
)

// display is the connection to the screen, made once; nil: there is none.
var display = sync.OnceValue(func() *xgb.Conn {
	c, err := xgb.NewConn()
	if err != nil {
		return nil
	}
	if screensaver.Init(c) != nil {
		c.Close()
		return nil
	}
	return c
})

func since() (time.Duration, bool) {
	c := display()
	if c == nil {
		return 0, false
	}
	info, err := screensaver.QueryInfo(c, xproto.Drawable(xproto.Setup(c).DefaultScreen(c).Root)).Reply()
	if err != nil {
		return 0, false
	}
	return time.Duration(info.MsSinceUserInput) * time.Millisecond, true
}
