package hearing

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A Number is the document number (文号) of one work paper. Numbers of a series
// and a year follow one another without a gap; one that must not be used is
// voided and stays on the list.
type Number struct {
	Series   string    `json:"series"`             // category characters (类别), such as 听通
	Year     int       `json:"year"`               // year in the number (年)
	N        int       `json:"n"`                  // place in the series (序号), from 1
	Text     string    `json:"text"`               // as it is printed: 澄检听通〔2023〕7号
	Session  ID        `json:"session"`            // hearing or announcement that the paper belongs to
	Document string    `json:"document"`           // form: 07a
	Key      string    `json:"key,omitempty"`      // participant or delivery that the paper is for
	For      string    `json:"for,omitempty"`      // that one's name, as it was
	At       time.Time `json:"at"`                 // when it was taken
	Actor    string    `json:"actor,omitempty"`    // by whom
	VoidedAt time.Time `json:"voided_at,omitzero"` // when it was voided (作废)
	VoidedBy string    `json:"voided_by,omitempty"`
	Reason   string    `json:"reason,omitempty"` // why it was voided
}

// Void reports whether the number was voided.
func (n Number) Void() bool { return !n.VoidedAt.IsZero() }

// A Range is the part of a series that one desk numbers from (号段): two desks
// with ranges that do not meet never give the same number.
type Range struct {
	Series string
	Year   int
	First  int // 0 is 1
	Last   int // 0 is no end
}

// Next is the number that follows those of the range that are taken; last is
// the highest of them, 0 without one. Past the end it is a [*RangeError].
func (r Range) Next(last int) (int, error) {
	n := max(last+1, r.First, 1)
	if r.Last > 0 && n > r.Last {
		return 0, &RangeError{r}
	}
	return n, nil
}

// Validate says what is wrong with the range.
func (r Range) Validate() FieldErrors {
	var out FieldErrors
	if r.First < 0 || r.First > maxNumber {
		out = append(out, &FieldError{Path: "first", Code: "range", Value: strconv.Itoa(r.First), Expect: "1–" + strconv.Itoa(maxNumber)})
	}
	if r.Last < 0 || r.Last > maxNumber || r.Last > 0 && r.Last < r.First {
		out = append(out, &FieldError{Path: "last", Code: "order", Value: strconv.Itoa(r.Last), Expect: strconv.Itoa(max(r.First, 1))})
	}
	return out
}

// maxNumber is more than any office writes in a year.
const maxNumber = 99999

// A RangeError says that a desk has used up its range.
type RangeError struct{ Range Range }

// Error names the range.
func (e *RangeError) Error() string {
	return fmt.Sprintf("numbers %d to %d of %s in %d are used up", max(e.Range.First, 1), e.Range.Last, e.Range.Series, e.Range.Year)
}

// A Series is how the papers of one category are numbered.
type Series struct {
	Name    string `json:"name"`              // category characters (类别)
	Pattern string `json:"pattern,omitempty"` // empty: the program's
	Off     bool   `json:"off,omitempty"`     // papers of the category bear no number
}

// The fields of a pattern: the office's short name, the category, the year and
// the place in the series.
const (
	patternOffice = "{院}"
	patternSeries = "{类}"
	patternYear   = "{年}"
	patternPlace  = "{号}"
)

func numberText(pattern, short, series string, year, n int) string {
	return strings.NewReplacer(patternOffice, short, patternSeries, series, patternYear, strconv.Itoa(year), patternPlace, strconv.Itoa(n)).Replace(pattern)
}

// CheckPattern says what is wrong with a pattern: without the year and the
// place, or the category, two papers would bear the same number.
func CheckPattern(pattern string) error {
	rest := pattern
	for _, f := range []string{patternSeries, patternYear, patternPlace} {
		if strings.Count(pattern, f) != 1 {
			return &FieldError{Path: "pattern", Code: "required", Value: pattern, Expect: f}
		}
	}
	for _, f := range []string{patternOffice, patternSeries, patternYear, patternPlace} {
		rest = strings.ReplaceAll(rest, f, "")
	}
	if i := strings.IndexAny(rest, "{}\n\r\t"); i >= 0 {
		return &FieldError{Path: "pattern", Code: "unknown", Value: pattern, Expect: patternOffice + patternSeries + patternYear + patternPlace}
	}
	if utf8.RuneCountInString(pattern) > 60 {
		return &FieldError{Path: "pattern", Code: "long", Value: pattern, Expect: "60"}
	}
	return nil
}
