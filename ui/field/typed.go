package field

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"hearingdesk/hearing/calendar"
)

// What a clerk types for a date or a time that cannot be read.
var (
	ErrDate = errors.New("not a date")
	ErrTime = errors.New("not a time")
)

var (
	fullDate  = regexp.MustCompile(`^(\d{4})(?:[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?|(\d{2})(\d{2}))$`)
	shortDate = regexp.MustCompile(`^(?:(\d{1,2})[-/.月](\d{1,2})[日号]?|(\d{2})(\d{2}))$`)
	clockTime = regexp.MustCompile(`^(上午|下午|晚上|早上|中午)?\s*(\d{1,2})(?:[:时点.](\d{1,2})分?|(\d{2}))?[时点]?(半|整)?$`)
)

// Narrow returns what was typed without space around it, and with the wide
// digits and marks of a Chinese keyboard as plain ones.
func Narrow(typed string) string { return strings.TrimSpace(width.Narrow.String(typed)) }

// ReadDate reads what was typed for a date: 2023-7-18, 2023年7月18日, 20230718,
// and without a year 7-18, 7月18日 or 0718, which is the one nearest to today.
// Nothing is no date. The error is [ErrDate].
func ReadDate(typed string, today calendar.Date) (calendar.Date, error) {
	s := Narrow(typed)
	if s == "" {
		return calendar.Date{}, nil
	}
	if m := fullDate.FindStringSubmatch(s); m != nil {
		return exactDate(number(m[1]), number(m[2]+m[4]), number(m[3]+m[5]))
	}
	m := shortDate.FindStringSubmatch(s)
	if m == nil {
		return calendar.Date{}, ErrDate
	}
	var best calendar.Date
	for year := today.Year() - 1; year <= today.Year()+1; year++ {
		d, err := exactDate(year, number(m[1]+m[3]), number(m[2]+m[4]))
		if err == nil && (best.IsZero() || distance(d, today) < distance(best, today)) {
			best = d
		}
	}
	if best.IsZero() {
		return best, ErrDate
	}
	return best, nil
}

func distance(a, b calendar.Date) int { return max(a.Sub(b), b.Sub(a)) }

// exactDate refuses a 30 February, which time would turn into March.
func exactDate(y, m, d int) (calendar.Date, error) {
	out := calendar.NewDate(y, time.Month(m), d)
	if y < 1900 || out.Year() != y || int(out.Month()) != m || out.Day() != d {
		return calendar.Date{}, ErrDate
	}
	return out, nil
}

// ReadTime reads what was typed for a time of day and returns the minutes
// since midnight: 14:30, 1430, 14, 14时30分, 下午2时30分, 下午2点半. Nothing is -1.
// The error is [ErrTime].
func ReadTime(typed string) (int, error) {
	s := Narrow(typed)
	if s == "" {
		return -1, nil
	}
	if len(s) == 3 && number(s) > 0 { // 930
		s = "0" + s
	}
	m := clockTime.FindStringSubmatch(s)
	if m == nil {
		return -1, ErrTime
	}
	hour, minute := number(m[2]), number(m[3]+m[4])
	if m[5] == "半" {
		minute = 30
	}
	if (m[1] == "下午" || m[1] == "晚上" || m[1] == "中午" && hour < 11) && hour < 12 {
		hour += 12
	}
	if hour > 23 || minute > 59 {
		return -1, ErrTime
	}
	return hour*60 + minute, nil
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
