package idle

import "time"

func since() (time.Duration, bool) { return 0, false }
