package main

import (
	"context"
	"fmt"

	"hearingdesk/hearing"
	"hearingdesk/hearing/document/scanning"
)

// inspectEnclosures holds that the files of a package's enclosures can be printed,
// as the window does of one that is chosen; what is said of them is what they are.
func inspectEnclosures(all []hearing.Enclosure) error {
	for i := range all {
		e := &all[i]
		if e.File.Content == "" {
			continue
		}
		data, err := e.Bytes()
		if err != nil {
			return fmt.Errorf("enclosures[%d] %s: %w", i, e.Name, err)
		}
		f, err := scanning.Enclose(context.Background(), e.File.Name, data)
		if err != nil {
			return fmt.Errorf("enclosures[%d] %s: %w", i, e.Name, err)
		}
		e.File.ScanFile = f.ScanFile
	}
	return nil
}
