package draw

import (
	"fmt"
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// A ShortError says that the pool has fewer people than are asked for: in all,
// or of those that a quota asks for. Nothing was drawn.
type ShortError struct {
	Quota      *hearing.DrawQuota // nil: in all
	Want, Have int
}

// Error counts both.
func (e *ShortError) Error() string {
	of := "the pool"
	if e.Quota != nil {
		of = "quota " + string(e.Quota.Class) + e.Quota.Specialty
	}
	return fmt.Sprintf("%s has %d of %d", of, e.Have, e.Want)
}

// Make draws. What d brings is who, when and where, the pool and who is
// excluded, how many are wanted, and the seed; the rest is filled in. Faults of
// it are [hearing.FieldErrors], a pool that is too small is a [*ShortError].
// Fewer alternates than wanted are no error.
func Make(d hearing.Draw) (hearing.Draw, error) {
	d.Algorithm, d.Seed = Algorithm, Normal(d.Seed)
	pool := make([]hearing.DrawCandidate, len(d.Pool))
	for i, c := range d.Pool {
		c.Code, c.Name = Code(c.Person), plain(c.Name)
		specialties := make([]string, 0, len(c.Specialties))
		for _, s := range c.Specialties {
			if s = plain(s); s != "" {
				specialties = append(specialties, s)
			}
		}
		c.Specialties = specialties
		pool[i] = c
	}
	d.Pool = inOrder(pool)
	d.Hash = Hash(d.Pool)
	if err := enough(d); err != nil {
		return hearing.Draw{}, err
	}
	d.Order = shuffle(d.Hash, d.Seed, len(d.Pool))
	d.Drawn, d.Spare = choose(d.Pool, d.Order, d.Officers, d.Alternates, d.Quotas)
	d.Answers, d.Void = nil, nil
	if faults := (hearing.Hearing{ID: "h", Draws: []hearing.Draw{d}}).Validate(); len(faults) > 0 {
		for _, f := range faults {
			f.Path = strings.TrimPrefix(f.Path, "draws[0].")
		}
		return hearing.Draw{}, faults
	}
	return d, nil
}

// plain keeps tabs and line ends out of the listing.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// enough holds that the pool can give what is asked for.
func enough(d hearing.Draw) error {
	sum := 0
	for _, q := range d.Quotas {
		sum += q.N
		have := 0
		for _, c := range d.Pool {
			if q.Fits(c) {
				have++
			}
		}
		if have < q.N {
			return &ShortError{Quota: &q, Want: q.N, Have: have}
		}
	}
	switch {
	case sum > d.Officers:
		return hearing.FieldErrors{{Path: "quotas", Code: "range", Value: strconv.Itoa(sum), Expect: "≤ " + strconv.Itoa(d.Officers)}}
	case d.Officers > len(d.Pool):
		return &ShortError{Want: d.Officers, Have: len(d.Pool)}
	}
	return nil
}
