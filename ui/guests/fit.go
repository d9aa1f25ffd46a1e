package guests

import (
	"strconv"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/calendar"
	"hearingdesk/ui/words"
)

// A fitness is what one of the ten rules for officers says of one (R1 to R10), by
// the hearing's day.
type fitness struct {
	rule, name string
	severity   hearing.Severity // empty: nothing stands against it
	why        string           // what the rule says, or what was found in order
	article    string           // the act with its article
}

// tenRules are the rules that an officer is held to, in their order. That nobody
// serves in two places at once (R8) is said by the clashes.
func tenRules() []fitness {
	return []fitness{
		{rule: "R1", name: words.T("年龄")}, {rule: "R2", name: words.T("禁止情形")}, {rule: "R3", name: words.T("利害关系")},
		{rule: "R4", name: words.T("所在单位")}, {rule: "R5", name: words.T("住所")}, {rule: "R6", name: words.T("此前的听证")},
		{rule: "R7", name: words.T("十二个月内场次")}, {rule: "R8", name: words.T("时间")}, {rule: "R9", name: words.T("库内资格")}, {rule: "R10", name: words.T("承诺书")},
	}
}

// A citer says on what a rule rests on a day: its table.
type citer interface {
	Cites(rule, variant string, on calendar.Date) string
}

// fit says what each of the ten rules says of an officer. found are the findings
// about that participant; an answer that somebody gave to one is named with who
// gave it and when. Each names its article, also where all is in order.
func fit(law citer, d hearing.Dossier, p hearing.Participant, found []hearing.Finding) []fitness {
	out := tenRules()
	for i := range out {
		f := &out[i]
		f.why, f.article = inOrderOf(f.rule, d, p), cites(law, f.rule, d)
		var says []string
		for _, x := range found {
			if x.Rule != f.rule && (f.rule != "R8" || x.Rule != "CLASH") {
				continue
			}
			says = append(says, saysOf(d, x))
			if x.Article != "" {
				f.article = x.Article
			}
			if weight(x.Severity) > weight(f.severity) {
				f.severity = x.Severity
			}
		}
		if len(says) > 0 {
			f.why = strings.Join(says, "\n")
		}
	}
	return out
}

// cites is what a rule rests on, on the hearing's day; that nobody serves in two
// places is said by the clashes.
func cites(law citer, rule string, d hearing.Dossier) string {
	on := calendar.DateOf(d.Hearing.Start.In(d.Zone))
	if rule == "R8" {
		return law.Cites("CLASH", "officer", on)
	}
	return law.Cites(rule, "", on)
}

// saysOf is a finding, and who answered it.
func saysOf(d hearing.Dossier, x hearing.Finding) string {
	text := x.Text
	if o := x.Override; o != nil {
		text += words.T("　已核实：{{.Reason}}，{{.Who}}，{{.On}}", map[string]string{"Reason": o.Reason, "Who": d.Person(o.By).Name, "On": o.On.String()})
	}
	return text
}

func weight(s hearing.Severity) int {
	switch s {
	case hearing.Info:
		return 1
	case hearing.Warning:
		return 2
	case hearing.Blocked:
		return 3
	}
	return 0
}

// inOrderOf says by what a rule was found in order, where there is more to say
// than that.
func inOrderOf(rule string, d hearing.Dossier, p hearing.Participant) string {
	who := d.Person(p.Person)
	switch rule {
	case "R1":
		return words.T("生于 {{.On}}", map[string]string{"On": who.Born.String()})
	case "R7":
		return words.T("{{.N}} 场", map[string]string{"N": strconv.Itoa(d.Earlier[p.Person])})
	case "R9":
		if d.Hearing.Start.IsZero() {
			return ""
		}
		text := words.Of(who.PoolOn(calendar.DateOf(d.Hearing.Start.In(d.Zone))))
		if !who.TermEnds.IsZero() {
			text += words.T("，聘期至 {{.On}}", map[string]string{"On": who.TermEnds.String()})
		}
		return text
	case "R10":
		return declared(d, p)
	}
	return words.T("未发现不符")
}

// declared says when a declaration was signed, and whether the signed paper came
// back.
func declared(d hearing.Dossier, p hearing.Participant) string {
	if p.Declared == nil {
		return ""
	}
	text := words.T("签于 {{.On}}", map[string]string{"On": p.Declared.On.String()})
	for _, s := range d.Scans {
		if s.Document == "08" && s.For == p.ID && len(s.Files) > 0 {
			return text + words.T("，扫描件已收")
		}
	}
	return text + words.T("，还没有扫描件")
}
