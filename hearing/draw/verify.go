package draw

import (
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// A Step names one thing that is recomputed when a draw is repeated.
type Step string

// The steps, in their order.
const (
	StepAlgorithm Step = "algorithm" // 算法
	StepPool      Step = "pool"      // 名单的编号和次序
	StepHash      Step = "hash"      // 名单摘要
	StepSeed      Step = "seed"      // 种子的写法
	StepOrder     Step = "order"     // 抽选次序
	StepDrawn     Step = "drawn"     // 正选
	StepSpare     Step = "spare"     // 候补
	StepAnswers   Step = "answers"   // 递补
)

// Term names the step.
func (s Step) Term() hearing.Term {
	switch s {
	case StepAlgorithm:
		return hearing.Term{Zh: "算法", En: "Algorithm"}
	case StepPool:
		return hearing.Term{Zh: "名单的编号和次序", En: "Codes and order of the pool"}
	case StepHash:
		return hearing.Term{Zh: "名单摘要", En: "Hash of the pool"}
	case StepSeed:
		return hearing.Term{Zh: "种子的写法", En: "Form of the seed"}
	case StepOrder:
		return hearing.Term{Zh: "抽选次序", En: "Order of the draw"}
	case StepDrawn:
		return hearing.Term{Zh: "正选", En: "Officers"}
	case StepSpare:
		return hearing.Term{Zh: "候补", En: "Alternates"}
	case StepAnswers:
		return hearing.Term{Zh: "递补", En: "Alternates who moved up"}
	}
	return hearing.Term{Zh: string(s), En: string(s)}
}

// A Check is one thing of a record beside what repeating the draw gives. Both
// are texts; where they differ, the record is not that of such a draw.
type Check struct {
	Step           Step
	Recorded, Made string
}

// Holds reports whether both are the same.
func (c Check) Holds() bool { return c.Recorded == c.Made }

// Verify repeats a draw from its record and compares each step. Each is made of
// what the record says of the steps before, so that the first that differs is
// where the record was changed. Of an algorithm that is not known only that is
// said.
func Verify(d hearing.Draw) []Check {
	if d.Algorithm != Algorithm {
		return []Check{{StepAlgorithm, d.Algorithm, Algorithm}}
	}
	anew := slices.Clone(d.Pool)
	for i := range anew {
		anew[i].Code = Code(anew[i].Person)
	}
	order := shuffle(d.Hash, d.Seed, len(d.Pool))
	var drawn, spare []int
	if permutes(d.Order, len(d.Pool)) {
		drawn, spare = choose(d.Pool, d.Order, d.Officers, d.Alternates, d.Quotas)
	}
	out := []Check{
		{StepAlgorithm, d.Algorithm, Algorithm},
		{StepPool, codes(d.Pool), codes(inOrder(anew))},
		{StepHash, d.Hash, Hash(d.Pool)},
		{StepSeed, d.Seed, Normal(d.Seed)},
		{StepOrder, numbers(d.Order), numbers(order)},
		{StepDrawn, numbers(d.Drawn), numbers(drawn)},
		{StepSpare, numbers(d.Spare), numbers(spare)},
	}
	if len(d.Answers) > 0 {
		out = append(out, moved(d))
	}
	return out
}

// True reports whether repeating a draw gives what its record says.
func True(d hearing.Draw) bool {
	return !slices.ContainsFunc(Verify(d), func(c Check) bool { return !c.Holds() })
}

// moved compares who moved up for each refusal.
func moved(d hearing.Draw) Check {
	c := Check{Step: StepAnswers}
	now := d
	now.Answers, now.Void = nil, nil
	var recorded, made []string
	for _, a := range d.Answers {
		recorded = append(recorded, turn(a))
		next, ok := now.Answered(a)
		if !ok {
			made = append(made, strconv.Itoa(a.N)+"?")
			continue
		}
		now = next
		made = append(made, turn(now.Answers[len(now.Answers)-1]))
	}
	c.Recorded, c.Made = strings.Join(recorded, " "), strings.Join(made, " ")
	return c
}

// turn is an answer in short: 12→7 where 7 moves up for 12.
func turn(a hearing.DrawAnswer) string {
	if a.Reply == hearing.ReplyAccepted {
		return strconv.Itoa(a.N)
	}
	return strconv.Itoa(a.N) + "→" + strconv.Itoa(a.Next)
}

// permutes reports whether a list has each of the numbers 1 … n once.
func permutes(list []int, n int) bool {
	for i, x := range slices.Sorted(slices.Values(list)) {
		if x != i+1 {
			return false
		}
	}
	return len(list) == n
}

func codes(pool []hearing.DrawCandidate) string {
	out := make([]string, len(pool))
	for i, c := range pool {
		out[i] = c.Code
	}
	return strings.Join(out, " ")
}

func numbers(list []int) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strconv.Itoa(n)
	}
	return strings.Join(out, " ")
}
