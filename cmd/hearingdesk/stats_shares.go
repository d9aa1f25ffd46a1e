package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"hearingdesk/hearing/figures"
	"hearingdesk/ui/words"
)

// implied reads 231=38%,181=29% and says of which whole all can be the shares;
// where there is none, which of them contradict one another.
func implied(w io.Writer, text string, asJSON bool) error {
	var all []figures.Stated
	parts := strings.Split(strings.ReplaceAll(text, "，", ","), ",")
	for i, part := range parts {
		parts[i] = strings.TrimSpace(part)
		s, ok := stated(parts[i])
		if !ok {
			return usageError{words.T("-shares 里的“{{.Part}}”看不懂，请写成 231=38%,181=29%。", map[string]string{"Part": part})}
		}
		all = append(all, s)
	}
	r := figures.Implied(all...)
	clashes := figures.Contradictions(all)
	if asJSON {
		return impliedJSON(w, parts, r, clashes)
	}
	args := map[string]int{"Least": r.Least, "Most": r.Most}
	switch {
	case r.Empty():
		fmt.Fprintln(w, words.T("这些数和比例互相矛盾，没有一个总数能同时得出。请核对。"))
		for _, c := range clashes {
			if c[0] == c[1] {
				fmt.Fprintln(w, words.T("{{.One}} 本身不可能。", map[string]string{"One": parts[c[0]]}))
				continue
			}
			fmt.Fprintln(w, words.T("{{.One}} 与 {{.Other}} 矛盾。", map[string]string{"One": parts[c[0]], "Other": parts[c[1]]}))
		}
		return errRefused
	case r.Most == math.MaxInt:
		fmt.Fprintln(w, words.T("总数不少于 {{.Least}}。", args))
	case r.Least == r.Most:
		fmt.Fprintln(w, words.T("总数只能是 {{.Least}}。", args))
	default:
		fmt.Fprintln(w, words.T("总数在 {{.Least}} 至 {{.Most}} 之间。", args))
	}
	return nil
}

func impliedJSON(w io.Writer, parts []string, r figures.Range, clashes [][2]int) error {
	var out struct {
		Least          int         `json:"least,omitempty"` // unset: no whole fits
		Most           int         `json:"most,omitempty"`  // unset: there is no upper end
		Fits           bool        `json:"fits"`
		Contradictions [][2]string `json:"contradictions,omitempty"`
	}
	if out.Fits = !r.Empty(); out.Fits {
		out.Least = r.Least
		if r.Most < math.MaxInt {
			out.Most = r.Most
		}
	}
	for _, c := range clashes {
		out.Contradictions = append(out.Contradictions, [2]string{parts[c[0]], parts[c[1]]})
	}
	if err := writeJSON(w, out); err != nil {
		return err
	}
	if r.Empty() {
		return errRefused
	}
	return nil
}

// stated reads 231=38% or 288=67.29.
func stated(text string) (figures.Stated, bool) {
	count, share, ok := strings.Cut(strings.TrimSuffix(text, "%"), "=")
	whole, places, _ := strings.Cut(share, ".")
	n, err := strconv.Atoi(count)
	p, failed := strconv.Atoi(whole + places)
	fits := err == nil && failed == nil && n > 0 && n < 1e9 && p >= 0 && p <= 1e6 && len(places) <= 4
	return figures.Stated{N: n, Percent: p, Places: len(places)}, ok && fits
}
