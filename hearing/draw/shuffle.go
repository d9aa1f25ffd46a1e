package draw

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"hearingdesk/hearing"
)

// Code tells apart people of the same name, and says nothing of them.
func Code(person hearing.ID) string {
	sum := sha256.Sum256([]byte(person))
	return hex.EncodeToString(sum[:5])
}

// Normal is how a value that somebody typed goes into a draw.
func Normal(value string) string { return strings.Join(strings.Fields(norm.NFKC.String(value)), " ") }

// Random makes a seed of 32 random bytes, such as those of crypto/rand.
func Random(from io.Reader) (string, error) {
	var b [32]byte
	if _, err := io.ReadFull(from, b[:]); err != nil {
		return "", fmt.Errorf("make a random seed: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}

// inOrder puts a pool into its canonical order.
func inOrder(pool []hearing.DrawCandidate) []hearing.DrawCandidate {
	out := slices.Clone(pool)
	slices.SortFunc(out, func(a, b hearing.DrawCandidate) int {
		return cmp.Or(strings.Compare(a.Code, b.Code), strings.Compare(string(a.Person), string(b.Person)))
	})
	return out
}

// Listing is the text that the hash of a pool is made of.
func Listing(pool []hearing.DrawCandidate) string {
	var b strings.Builder
	for i, c := range pool {
		class := ""
		if c.Class != "" {
			class = c.Class.Term().Zh
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\n", i+1, c.Code, c.Name, class, strings.Join(c.Specialties, "、"))
	}
	return b.String()
}

// Hash is the hash of a pool, by which its record is held fast.
func Hash(pool []hearing.DrawCandidate) string {
	sum := sha256.Sum256([]byte(Listing(pool)))
	return hex.EncodeToString(sum[:])
}

// A stream gives equally likely numbers, the same for the same pool and seed.
type stream struct {
	key   []byte
	next  int    // block
	block []byte // what is left of the last one
}

func newStream(hash, seed string) *stream {
	key := sha256.Sum256([]byte(Algorithm + "\n" + hash + "\n" + seed + "\n"))
	return &stream{key: key[:]}
}

func (s *stream) word() uint64 {
	if len(s.block) == 0 {
		h := hmac.New(sha256.New, s.key)
		h.Write([]byte(strconv.Itoa(s.next))) // a hash takes all
		s.next++
		s.block = h.Sum(nil)
	}
	w := binary.BigEndian.Uint64(s.block)
	s.block = s.block[8:]
	return w
}

// below is a number from 0 to n−1. Words of the last, incomplete run of n
// numbers are dropped, or the small ones would come up more often.
func (s *stream) below(n int) int {
	m := uint64(n)                      //nolint:gosec // n is the size of a list
	over := (math.MaxUint64%m + 1) % m  // how many words the last run has
	for w := s.word(); ; w = s.word() { // one turn nearly always
		if over == 0 || w <= math.MaxUint64-over {
			return int(w % m) //nolint:gosec // below n
		}
	}
}

// shuffle is the order of the numbers 1 … n of a pool.
func shuffle(hash, seed string, n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i + 1
	}
	s := newStream(hash, seed)
	for i := n - 1; i > 0; i-- {
		j := s.below(i + 1)
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// A choosing goes through an order.
type choosing struct {
	pool  []hearing.DrawCandidate
	order []int
	taken map[int]bool
}

// choose takes who is drawn out of an order. Officers and alternates can be
// fewer than asked for, where nobody fits.
func choose(pool []hearing.DrawCandidate, order []int, officers, alternates int, quotas []hearing.DrawQuota) (drawn, spare []int) {
	c := choosing{pool: pool, order: order, taken: map[int]bool{}}
	for _, q := range quotas {
		for c.count(drawn, q) < q.N && len(drawn) < officers {
			n := c.first(&q)
			if n == 0 {
				break
			}
			drawn = append(drawn, n)
		}
	}
	drawn = c.fill(drawn, officers)
	for _, q := range quotas {
		if len(spare) < alternates && c.count(spare, q) == 0 {
			if n := c.first(&q); n != 0 {
				spare = append(spare, n)
			}
		}
	}
	return c.sorted(drawn), c.sorted(c.fill(spare, alternates))
}

func (c *choosing) count(list []int, q hearing.DrawQuota) int {
	n := 0
	for _, i := range list {
		if q.Fits(c.pool[i-1]) {
			n++
		}
	}
	return n
}

// first takes the first in the order who is free and fits; 0 where there is
// none.
func (c *choosing) first(q *hearing.DrawQuota) int {
	for _, n := range c.order {
		if !c.taken[n] && (q == nil || q.Fits(c.pool[n-1])) {
			c.taken[n] = true
			return n
		}
	}
	return 0
}

func (c *choosing) fill(list []int, most int) []int {
	for len(list) < most {
		n := c.first(nil)
		if n == 0 {
			break
		}
		list = append(list, n)
	}
	return list
}

// sorted puts numbers into the order of the draw.
func (c *choosing) sorted(list []int) []int {
	slices.SortFunc(list, func(a, b int) int { return slices.Index(c.order, a) - slices.Index(c.order, b) })
	return list
}
