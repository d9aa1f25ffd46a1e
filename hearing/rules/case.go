package rules

import (
	"time"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
)

// CheckCase returns what the rules say of a case beyond its sessions at an
// instant, the heaviest first. lang is en or zh.
func (t *Table) CheckCase(f hearing.CaseFile, days *calendar.Calendar, at time.Time, lang string) []hearing.Finding {
	return nil
}
