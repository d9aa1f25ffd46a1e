package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// directives are the words that may follow a # at the beginning of a line.
var directives = strings.Fields("title subtitle number issuer imprint to left centre right h1 h2 item space lines page foot sign signline footline eachfoot plate address label slip tear qr table row seats seat end")

// A measure is the least and the most of what a directive takes, in its own
// unit, and how often.
type measure struct {
	least, most float64
	times       int
}

// measures are the directives that are followed by numbers. They are bounded,
// so that no page becomes endless.
var measures = map[string]measure{
	"space":   {0.1, 22, 1},  // lines
	"lines":   {1, 200, 1},   // lines
	"row":     {1, 220, 1},   // mm
	"table":   {1, 1000, 24}, // parts of the width
	"address": {5, 297, 4},   // mm
	"label":   {20, 297, 2},  // mm
	"seats":   {1, 600, 2},   // seats
	"seat":    {0, 600, 2},   // seats
}

// says tells what a measure wants: 1–22.
func (m measure) says() string {
	form := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	return form(m.least) + "–" + form(m.most)
}

// in reads a number within the measure.
func (m measure) in(text string) (float64, bool) {
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && n >= m.least && n <= m.most
}

var (
	control = regexp.MustCompile(`^(?:\s|\{\{-?\s*(?:if|else|end|range|with)\b[^\n]*?\}\})+`)
	marked  = regexp.MustCompile(`^#([A-Za-z0-9]*)[ \t]*([^\n]*)`)
)

// marks finds lines that begin with a # that is no directive, and tables that
// are not closed: what they say would not be printed, or elsewhere.
func (s source) marks() (faults SourceErrors) {
	at, table, opened := 0, -1, ""
	for line := range strings.Lines(s.text) {
		start := at + len(control.FindString(line))
		at += len(line)
		m := marked.FindStringSubmatch(s.text[start:at])
		if m == nil {
			continue
		}
		word, rest := m[1], strings.TrimSpace(m[2])
		switch {
		case !slices.Contains(directives, word):
			faults = append(faults, s.fault(start, FaultMark, word))
			continue
		case (word == "table" || word == "seats") && table < 0:
			table, opened = start, word
		case word == "table" || word == "seats":
			faults = append(faults, s.fault(table, FaultTable, opened))
			table, opened = start, word
		case word == "end" && table < 0:
			faults = append(faults, s.fault(start, FaultTable, word))
		case word == "end":
			table = -1
		}
		faults = append(faults, s.measured(start, word, rest)...)
	}
	if table >= 0 {
		faults = append(faults, s.fault(table, FaultTable, opened))
	}
	return faults
}

// measured holds that the numbers behind a directive are ones that it can take.
// Those that a field gives are held to it when the paper is made.
func (s source) measured(at int, word, rest string) SourceErrors {
	m, ok := measures[word]
	if !ok || strings.Contains(rest, "{{") {
		return nil
	}
	numbers, _, _ := strings.Cut(rest, "|")
	list := strings.Fields(numbers)
	if len(list) == 0 || len(list) > m.times {
		return SourceErrors{s.fault(at, FaultMeasure, word, m.says(), strings.TrimSpace(numbers))}
	}
	for _, n := range list {
		if _, ok := m.in(n); !ok {
			return SourceErrors{s.fault(at, FaultMeasure, word, m.says(), n)}
		}
	}
	return nil
}
