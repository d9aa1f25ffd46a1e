package main

import (
	"context"
	"fmt"
	"time"

	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/sample"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// mostInvented is the largest desk that is made: what one file still holds well.
const mostInvented = 1_000_000

// demoDay is the day on which an invented desk stands.
func demoDay(size int, day string) (calendar.Date, error) {
	if size < 0 || size > mostInvented {
		return calendar.Date{}, usageError{words.T("-size 请写 1 到 1000000 之间的场数。")}
	}
	if day == "" {
		return calendar.DateOf(time.Now().In(words.Zone())), nil
	}
	return dateFlag("-at", day)
}

// invent fills a desk, and says how far it is.
func invent(ctx context.Context, t terminal, desk *storage.Desk, o sample.Office) error {
	done, told := 0, 0
	for p := range o.Packages() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := desk.Fill(context.WithoutCancel(ctx), p); err != nil { // a part is whole, or not there
			return fmt.Errorf("invent hearings from %d: %w", done, err)
		}
		if done += len(p.Hearings); done*10/o.Hearings > told {
			told = done * 10 / o.Hearings
			fmt.Fprintln(t.err, words.T("{{.Done}} / {{.All}} 场", map[string]int{"Done": done, "All": o.Hearings}))
		}
	}
	return nil
}
