package calendar

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A sentence is one of a holiday's sentences as it is read, such as
// 2月14日（周六）、2月28日（周六）上班。
type sentence struct {
	n              *notice
	name           string
	from, pos, end int
	year, month    int        // of the last date, for one that leaves them out
	days           []TableDay // named and not yet said to be off or worked
	places         []place
	off            int // days said to be off
}

var (
	dated   = regexp.MustCompile(`^(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?`)
	span    = regexp.MustCompile(`^(?:至|到|-+)`)
	between = regexp.MustCompile(`^[、和及,]`)
	weekday = regexp.MustCompile(`(?:周|星期|礼拜)([一二三四五六日天])`)
	isOff   = regexp.MustCompile(`^(?:放假调休|调休放假|放假|补休|调休)`)
	counted = regexp.MustCompile(`^,?(?:共)?(\d+)天`)
	weekly  = regexp.MustCompile(`^,?与周末连休`)
	works   = regexp.MustCompile(`^(?:正常)?上班`)
	unmoved = regexp.MustCompile(`^,?不调休`)
	advice  = regexp.MustCompile(`^(?:鼓励|注:)`) // 鼓励各单位结合带薪年休假…: asks, does not give off
)

// longestHoliday is more days than any holiday has had.
const longestHoliday = 15

func (s *sentence) fault(f Fault) *TableError { return s.n.fault(f, s.from, s.end) }

// take returns the match at the reading place, and steps over it.
func (s *sentence) take(re *regexp.Regexp) []string {
	m := re.FindStringSubmatch(s.n.text[s.pos:s.end])
	if m != nil {
		s.pos += len(m[0])
	}
	return m
}

// read reads the sentence to its end, or says that it is not understood.
func (s *sentence) read() error {
	if s.pos == s.end || advice.MatchString(s.n.text[s.pos:s.end]) {
		return nil
	}
	for s.pos < s.end {
		at := s.pos
		var err *TableError
		switch m := []string(nil); {
		case s.take(isOff) != nil:
			err = s.say(true)
		case s.take(works) != nil:
			err = s.say(false)
		case s.take(weekly) != nil:
			err = s.joinWeekend()
		case s.take(unmoved) != nil:
		case s.match(counted, &m):
			if c, _ := strconv.Atoi(m[1]); c != s.off || len(s.days) > 0 {
				err = s.fault(FaultCount)
			}
		default:
			s.take(between)
			err = s.dates()
		}
		if err == nil && s.pos == at {
			err = s.fault(FaultFormat)
		}
		if err != nil {
			return err
		}
	}
	if len(s.days) > 0 { // dates, and nothing said of them
		return s.fault(FaultFormat)
	}
	return nil
}

func (s *sentence) match(re *regexp.Regexp, m *[]string) bool {
	*m = s.take(re)
	return *m != nil
}

// say gives the dates read so far off, or has them worked.
func (s *sentence) say(off bool) *TableError {
	if len(s.days) == 0 {
		return s.fault(FaultFormat)
	}
	for i, d := range s.days {
		d.Off = off
		if !off && !d.Date.weekend() {
			e := s.fault(FaultWork)
			e.Date = d.Date
			return e
		}
		s.n.table.add(d, s.places[i])
	}
	if off {
		s.off += len(s.days)
	}
	s.days, s.places = nil, nil
	return nil
}

// joinWeekend adds the Saturday and the Sunday that touch the days off.
func (s *sentence) joinWeekend() *TableError {
	t := &s.n.table
	added := 0
	for i := len(t.Days) - s.off; s.off > 0 && i < len(t.Days); i++ {
		for _, step := range []int{-1, 1} {
			for d := t.Days[i].Date.AddDays(step); d.weekend() && !t.names(d); d = d.AddDays(step) {
				t.add(TableDay{d, true, s.name}, t.days[i])
				added++
			}
		}
	}
	if s.off += added; added == 0 {
		return s.fault(FaultFormat) // no weekend is near
	}
	return nil
}

// names reports whether the table has the day already.
func (t *drawn) names(d Date) bool {
	for _, x := range t.Days {
		if x.Date == d {
			return true
		}
	}
	return false
}

// dates reads a date, or a span of them.
func (s *sentence) dates() *TableError {
	begin := s.n.at[s.pos]
	first, err := s.date()
	to := first
	if err == nil && s.take(span) != nil {
		to, err = s.date()
	}
	if err != nil {
		return err
	}
	if to.Before(first) || to.Sub(first) >= longestHoliday {
		return s.fault(FaultFormat)
	}
	for d := first; !d.After(to); d = d.AddDays(1) {
		s.days, s.places = append(s.days, TableDay{Date: d, Name: s.name}), append(s.places, begin)
	}
	return nil
}

// date reads one date. Without a month it is of the month of the date before;
// without a year it is of the table's, or December before New Year's Day.
func (s *sentence) date() (Date, *TableError) {
	at := s.pos
	m := s.take(dated)
	if m == nil {
		return Date{}, s.fault(FaultFormat)
	}
	if m[2] != "" {
		s.month, _ = strconv.Atoi(m[2])
		if s.year = s.n.table.Year; s.month == 12 && s.name == holiday("元旦") {
			s.year--
		}
	}
	if m[1] != "" {
		s.year, _ = strconv.Atoi(m[1])
	}
	day, _ := strconv.Atoi(m[3])
	d := NewDate(s.year, time.Month(s.month), day)
	if d.Day() != day || int(d.Month()) != s.month {
		return Date{}, s.n.fault(FaultDate, at, s.pos)
	}
	if !reach(s.n.table.Year, d) {
		return Date{}, s.n.fault(FaultReach, at, s.pos)
	}
	for _, w := range weekday.FindAllStringSubmatch(m[4], -1) {
		i := strings.Index("日一二三四五六", strings.Replace(w[1], "天", "日", 1)) / len("日")
		if i != int(d.Weekday()) {
			e := s.n.fault(FaultWeekday, at, s.pos)
			e.Date = d
			return Date{}, e
		}
	}
	return d, nil
}
