package ui

import (
	"context"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/hearing/document/press"
	"hearingdesk/hearing/document/printing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/settings"
)

// Parts are what the window is put together from.
type Parts struct {
	Desk     Desk
	Press    func() (*press.Press, error) // made when the first paper is
	Printer  printing.Printer
	Book     func() (*rules.Book, error) // read when the first finding is
	Days     *calendar.Calendar
	Now      func() time.Time
	NewID    func() hearing.ID
	Exchange settings.Exchange           // imports and exports packages
	Examples func(context.Context) error // fills an empty desk with the worked examples
	File     string                      // of the desk, for the title
	Restore  func(backup, secret string) // brings a backup back once the window is closed
	Again    func()                      // opens the window again once it is closed, for somebody else
	ReadOnly bool                        // the desk is a copy that takes no changes
	Said     string                      // what is said at first; empty: nothing

	// Turn closes the desk and encrypts its file, or has it in clear again, as was asked
	// for; once the window is closed, it is opened anew and says what came of it.
	Turn func(ctx context.Context, say func(far float64))

	// Unlock opens a file that is encrypted by its passphrase or code; then all else but
	// File and Now comes from it. nil: it is open.
	Unlock func(ctx context.Context, secret string) (Parts, error)
}
