package storage

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"hearingdesk/storage/query"
)

// The index tells who has a gram, and not how many they are. A gram that most have (every
// hearing is a tingzhenghui) leaves nobody out, and its list is read from one end to the
// other all the same. So the rare ones are asked for, and what has them is looked at.

const (
	sampled = 32     // of how many at each end of a list it is asked how near they stand
	dearer  = 100    // times that looking at a record costs more than a place in a list
	weighed = 10_000 // grams that are remembered

	together = 0.1 // of those who have one gram of a word, how many have the next one at least
)

// A rarity is between how many have a gram: the ends of its list differ, as words come up
// and go out of use. It steers what is asked, and decides nothing.
type rarity struct{ least, most float64 }

// rarities remembers them of what is often asked for. Of a gram that few have nothing is
// remembered: the next one may be written at any time.
type rarities struct {
	mu sync.Mutex
	of map[string]rarity
}

func (r *rarities) get(gram string) (rarity, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	v, ok := r.of[gram]
	return v, ok
}

func (r *rarities) put(gram string, v rarity) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of == nil || len(r.of) >= weighed {
		r.of = map[string]rarity{}
	}
	r.of[gram] = v
}

// An index is one of the two, of records and of passages.
type index struct {
	name        string
	first, last func(ctx context.Context, gram string) ([]int64, error) // of those that have it
	all         func(ctx context.Context) (int64, error)
}

func ofRecords(q *query.Queries) index {
	return index{"record", q.FirstHavingGram, q.LastHavingGram, q.LastFindable}
}

func ofPassages(q *query.Queries) index {
	return index{"said", q.FirstHavingSaid, q.LastHavingSaid, q.LastUtterance}
}

// rarest asks for what has some grams, by those that leave the fewest to be looked at.
// Empty: there is one that nobody has.
func (f finding) rarest(ctx context.Context, in index, grams []string) (string, error) {
	if len(grams) == 1 { // the index says it by itself
		return all(grams), nil
	}
	n, err := in.all(ctx)
	if err != nil {
		return "", err
	}
	of := make(map[string]rarity, len(grams))
	for _, gram := range grams {
		r, err := f.weigh(ctx, in, gram, n)
		if err != nil || r.most == 0 {
			return "", err
		}
		of[gram] = r
	}
	return all(leastOf(grams, of, float64(max(n, 1)))), nil
}

// leastOf are the grams by which the fewest of n records have to be looked at: the rarest
// one, and of the others those whose lists are shorter than what they save.
func leastOf(grams []string, of map[string]rarity, n float64) []string {
	grams = slices.Clone(grams)
	slices.SortStableFunc(grams, func(a, b string) int { return cmp.Compare(of[a].most, of[b].most) })
	chosen, left := []string{grams[0]}, of[grams[0]].most
	for _, gram := range grams[1:] {
		r := of[gram]
		if left >= sampled && r.least <= left*(1-min(1, r.least/n))*dearer {
			chosen = append(chosen, gram)
			left *= max(r.most/n, together)
		}
	}
	return chosen
}

// weigh is about how many of n have a gram.
func (f finding) weigh(ctx context.Context, in index, gram string, n int64) (rarity, error) {
	key := in.name + " " + gram
	if r, ok := f.rare.get(key); ok {
		return r, nil
	}
	first, err := in.first(ctx, all([]string{gram}))
	if few := float64(len(first)); err != nil || len(first) < sampled {
		return rarity{few, few}, err
	}
	last, err := in.last(ctx, all([]string{gram}))
	if err != nil || len(last) < sampled { // it was taken out of one meanwhile
		return rarity{sampled, sampled}, err
	}
	of := float64(max(n, last[0]))
	before := of * sampled / float64(first[sampled-1])
	behind := of * sampled / (of + 1 - float64(last[sampled-1]))
	r := rarity{max(sampled, min(before, behind)), max(before, behind)}
	f.rare.put(key, r)
	return r, nil
}
