package document

import (
	"slices"
	"strconv"
	"strings"

	"hearingdesk/hearing"
)

// drawings makes a record of each draw of officers, of a voided one too.
func drawings(d hearing.Dossier) []target {
	if d.Hearing == nil {
		return nil
	}
	var out []target
	for i := range d.Hearing.Draws {
		x := &d.Hearing.Draws[i]
		t := target{key: string(x.ID), draw: x}
		if len(d.Hearing.Draws) > 1 {
			t.name = "第" + strconv.Itoa(i+1) + "次"
		}
		out = append(out, t)
	}
	return out
}

// drawing fills in the record of a draw.
func (x teller) drawing(h hearing.Hearing, d hearing.Draw) record {
	count := func(n int) Text { return Text(strconv.Itoa(n)) }
	r := record{"at": moment(d.At, x.zone()), "place": Text(d.Place), "operator": Text(d.Operator), "witness": Text(d.Witness), "notary": Text(d.Notary),
		"day": day(d.Day), "members": count(len(d.Pool) + len(d.Excluded)), "fit": count(len(d.Pool)), "out": count(len(d.Excluded)),
		"officers": count(d.Officers), "alternates": count(d.Alternates), "source": Text(d.SeedSource.Term().Zh), "seed_note": Text(d.SeedNote),
		"hash": Text(grouped(d.Hash)), "algorithm": Text(d.Algorithm)}
	r["seed"] = Text(d.Seed)
	if d.SeedSource == hearing.SeedRandom {
		r["seed"] = Text(grouped(d.Seed))
	}
	if len(h.Draws) > 1 {
		r["number"] = count(slices.IndexFunc(h.Draws, func(o hearing.Draw) bool { return o.ID == d.ID }) + 1)
	}
	var quotas, chosen, pool, excluded []record
	for _, q := range d.Quotas {
		quotas = append(quotas, record{"text": Text(quotaText(q)), "number": count(q.N)})
	}
	rank := map[int]int{}
	for i, n := range d.Order {
		rank[n] = i + 1
	}
	for i, n := range slices.Concat(d.Drawn, d.Spare) {
		c := candidate(d, n, rank)
		c["result"] = Text("听证员")
		if i >= len(d.Drawn) {
			c["result"] = Text("候补" + strconv.Itoa(i-len(d.Drawn)+1))
		}
		c["answer"] = Text(answerText(d, n))
		chosen = append(chosen, c)
	}
	for i := range d.Pool {
		pool = append(pool, candidate(d, i+1, rank))
	}
	for i, e := range d.Excluded {
		excluded = append(excluded, record{"number": count(i + 1), "code": Text(e.Code), "name": Text(e.Name), "class": Text(classText(e.Class)), "reason": Text(excludedText(e))})
	}
	r["quotas"], r["chosen"], r["pool"], r["excluded"] = quotas, lastOnes(chosen), pool, excluded
	if v := d.Void; v != nil {
		r["void"], r["void_on"], r["void_by"], r["void_reason"] = true, day(v.On), Text(v.By), Text(bareText(v.Reason))
	}
	return r
}

// candidate is one member of the pool, with the place in the order.
func candidate(d hearing.Draw, n int, rank map[int]int) record {
	c := d.Candidate(n)
	return record{"rank": Text(strconv.Itoa(rank[n])), "number": Text(strconv.Itoa(n)), "name": Text(c.Name), "class": Text(classText(c.Class)),
		"code": Text(c.Code), "knows": Text(strings.Join(c.Specialties, "、"))}
}

// answerText says what somebody answered, and who moved up for it.
func answerText(d hearing.Draw, n int) string {
	var out []string
	for _, a := range d.Answers {
		if a.N != n {
			continue
		}
		text := strconv.Itoa(int(a.On.Month())) + "月" + strconv.Itoa(a.On.Day()) + "日" + a.Reply.Term().Zh
		if a.Note != "" {
			text += "（" + bareText(a.Note) + "）"
		}
		if next := d.Candidate(a.Next).Name; next != "" {
			text += "，" + next + "递补"
		}
		out = append(out, text)
	}
	return strings.Join(out, "；")
}

// excludedText says why somebody did not take part.
func excludedText(e hearing.DrawExclusion) string {
	text := e.Reason.Term().Zh
	if e.Text != "" {
		text += "：" + e.Text
	}
	return text
}

func classText(c hearing.OfficerClass) string {
	if c == "" {
		return ""
	}
	return c.Term().Zh
}

func quotaText(q hearing.DrawQuota) string {
	text := classText(q.Class)
	switch {
	case q.Specialty == "":
		return text
	case text == "":
		return "专长为" + q.Specialty + "的"
	}
	return text + "（" + q.Specialty + "）"
}

// grouped parts long digits in groups of eight, so that they are compared by eye
// and lines can end between them.
func grouped(digits string) string {
	var out []string
	for part := range slices.Chunk([]rune(digits), 8) {
		out = append(out, string(part))
	}
	return strings.Join(out, " ")
}
