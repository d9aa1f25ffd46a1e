package cases

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/field"
)

var (
	errPeriod  = errors.New("not a period")
	periodForm = regexp.MustCompile(`^(\d{1,5})\s*(小时|个月|月|个工作日|工作日|天|日|h|d|wd|m|hours?|days?|working days?|months?)?$`)
	unitOf     = map[string]calendar.Unit{
		"": calendar.Day, "天": calendar.Day, "日": calendar.Day, "d": calendar.Day, "day": calendar.Day,
		"月": calendar.Month, "个月": calendar.Month, "m": calendar.Month, "month": calendar.Month,
		"工作日": calendar.WorkingDay, "个工作日": calendar.WorkingDay, "wd": calendar.WorkingDay, "working day": calendar.WorkingDay,
		"小时": calendar.Hour, "h": calendar.Hour, "hour": calendar.Hour,
	}
)

// readPeriod reads 37天, 2个月, 10个工作日, 24小时, or a number of days; nothing is
// no period.
func readPeriod(typed string, fixed bool) (*calendar.Period, error) {
	s := strings.ToLower(field.Narrow(typed))
	if s == "" {
		return nil, nil //nolint:nilnil // no period is a value
	}
	m := periodForm.FindStringSubmatch(s)
	if m == nil {
		return nil, errPeriod
	}
	unit := m[2]
	if len(unit) > 2 && unit[0] < 0x80 {
		unit = strings.TrimSuffix(unit, "s")
	}
	n, err := strconv.Atoi(m[1])
	p := calendar.Period{N: n, Unit: unitOf[unit], Fixed: fixed}
	if err != nil || p.Validate() != nil {
		return nil, errPeriod
	}
	return &p, nil
}
