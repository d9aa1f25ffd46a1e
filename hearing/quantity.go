package hearing

import (
	"math/big"
	"regexp"
	"strings"
)

// An Approx is how exact a figure is (数值的准确程度). What was reported as 20余处
// is printed so ever after, and never made exact.
type Approx string

// The forms; empty is exact.
const (
	Over  Approx = "over"  // 余: 20余处
	Above Approx = "above" // 上: 上万名居民
	About Approx = "about" // 约: 约30家
)

// Approxes lists the forms that are not exact.
var Approxes = []Approx{Over, Above, About}

// A Quantity is a number with its unit, exact or not (数量): 1.03万元, 20余处,
// 上万名居民. 万 and 亿 belong to the unit, as they are written.
type Quantity struct {
	Value  string `json:"value"`            // decimal without a sign, as reported: 1327.83
	Unit   string `json:"unit"`             // 处, 平方米, 万元
	Approx Approx `json:"approx,omitempty"` // empty: exact
}

var (
	decimalForm  = regexp.MustCompile(`^[0-9]{1,12}(\.[0-9]{1,6})?$`)
	unitForm     = regexp.MustCompile(`^[\pL%‰㎡㎥°]`)
	quantityForm = regexp.MustCompile(`^(约|上)?([0-9][0-9,]*(?:\.[0-9]+)?)?(万|亿|千|百)?(余|多)?(.*)$`)
)

// ParseQuantity reads a number with its unit as clerks type it: 20余处, 约30家,
// 1,327.83平方米, 上万名居民, 3万余人. Nothing is no quantity. The error is a
// [*FieldError] with the code format.
func ParseQuantity(typed string) (Quantity, error) {
	s := plainNumber(typed)
	if s == "" {
		return Quantity{}, nil
	}
	bad := &FieldError{Code: "format", Value: typed, Expect: "20余处"}
	m := quantityForm.FindStringSubmatch(s)
	if m == nil {
		return Quantity{}, bad
	}
	before, number, scale, after, unit := m[1], strings.ReplaceAll(m[2], ",", ""), m[3], m[4], m[5]
	q := Quantity{Value: number, Unit: scale + unit}
	switch {
	case before == "上" && number == "" && scale != "" && after == "" && unit != "":
		q.Value, q.Approx = "1", Above
	case before == "上" || number == "" || before != "" && after != "":
		return Quantity{}, bad
	case before == "约":
		q.Approx = About
	case after != "":
		q.Approx = Over
	}
	if !unitForm.MatchString(q.Unit) || !decimalForm.MatchString(q.Value) {
		return Quantity{}, bad
	}
	return q, nil
}

// String writes the quantity as papers print it.
func (q Quantity) String() string {
	switch q.Approx {
	case Above:
		return "上" + q.Unit
	case About:
		return "约" + q.Value + q.Unit
	case Over:
		scale, rest := scaleOf(q.Unit)
		return q.Value + scale + "余" + rest
	}
	return q.Value + q.Unit
}

// Columns parts what String writes into number and unit, for a table: 20余 and 处,
// 1.03 and 万元, 上万 and 名居民.
func (q Quantity) Columns() (number, unit string) {
	unit = q.Unit
	if q.Approx == Over || q.Approx == Above {
		_, unit = scaleOf(unit)
	}
	return strings.TrimSuffix(q.String(), unit), unit
}

// scaleOf parts a unit from the 万 or 亿 before it.
func scaleOf(unit string) (scale, rest string) {
	for _, s := range []string{"万", "亿"} {
		if rest, ok := strings.CutPrefix(unit, s); ok {
			return s, rest
		}
	}
	return "", unit
}

// number is the value as a number, 0 where it is none.
func (q Quantity) number() *big.Rat {
	n := new(big.Rat)
	if decimalForm.MatchString(q.Value) {
		n.SetString(q.Value)
	}
	return n
}

// SumQuantities adds up quantities by their units, in the order in which the units
// appear. Different units are never added, nor is what is only said to be 上万. A
// sum with an approximate part is approximate; decimals are as many as the most
// exact part has.
func SumQuantities(list []Quantity) []Quantity {
	var out []Quantity
	for _, q := range list {
		at := -1
		for i := range out {
			if out[i].Unit == q.Unit && (out[i].Approx == Above) == (q.Approx == Above) {
				at = i
			}
		}
		switch {
		case at < 0:
			out = append(out, q)
		case q.Approx == Above: // 上万 and 上万 are still 上万
		default:
			places := max(decimals(out[at].Value), decimals(q.Value))
			out[at].Value = new(big.Rat).Add(out[at].number(), q.number()).FloatString(places)
			if q.Approx == Over || out[at].Approx == "" { // 余 is the weaker word
				out[at].Approx = q.Approx
			}
		}
	}
	return out
}

// decimals counts the digits behind the point.
func decimals(value string) int {
	_, part, _ := strings.Cut(value, ".")
	return len(part)
}

// A Metric is what changed, as it was counted at a visit (指标): all of it up to that
// day, not since the visit before.
type Metric struct {
	Name string `json:"name"` // what was counted: 清除飞线充电
	Quantity
}

// String writes the metric as a sentence has it: 清除飞线充电20余处.
func (m Metric) String() string { return m.Name + m.Quantity.String() }

// metricForm parts a metric's name from its quantity.
var metricForm = regexp.MustCompile(`^([^0-9]*?)[：: ]*((?:约|上)?[0-9].*|上[万亿千百].*)$`)

// ParseMetrics reads what was counted as clerks type it, several parted by
// semicolons: 清除飞线充电20余处；打通消防通道30余个. Nothing is none. The error is a
// [*FieldError] with the code format.
func ParseMetrics(typed string) ([]Metric, error) {
	var out []Metric
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return r == ';' || r == '；' || r == '\n' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		m := metricForm.FindStringSubmatch(strings.Map(Narrow, part))
		if m == nil || strings.TrimSpace(m[1]) == "" {
			return nil, &FieldError{Code: "format", Value: part, Expect: "清除飞线充电20余处"}
		}
		q, err := ParseQuantity(m[2])
		if err != nil {
			return nil, err
		}
		out = append(out, Metric{Name: strings.TrimSpace(m[1]), Quantity: q})
	}
	return out, nil
}

// CompleteMetrics gives those of which only the number was typed their unit: 清除飞线充电20
// is 清除飞线充电20处, where that is counted in 处. unit knows the units of names; what
// it does not know stays as it is.
func CompleteMetrics(typed string, unit func(name string) string) string {
	parts := strings.FieldsFunc(typed, func(r rune) bool { return r == ';' || r == '；' || r == '\n' })
	for i, part := range parts {
		m := metricForm.FindStringSubmatch(strings.Map(Narrow, strings.TrimSpace(part)))
		if m == nil || !bareNumber.MatchString(m[2]) {
			continue
		}
		parts[i] = strings.TrimSpace(part) + unit(strings.TrimSpace(m[1]))
	}
	return strings.Join(parts, "；")
}

// bareNumber is a number without its unit: 20, 20余, 约1.5.
var bareNumber = regexp.MustCompile(`^约?[0-9][0-9,]*(\.[0-9]+)?[余多]?$`)

// Metrics writes several as [ParseMetrics] reads them.
func Metrics(list []Metric) string {
	names := make([]string, len(list))
	for i, m := range list {
		names[i] = m.String()
	}
	return strings.Join(names, "；")
}
