package settings

import (
	"errors"
	"strings"

	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
	"hearingdesk/ui/words"
)

// ruleRows lists everything that an office's rules can say.
func ruleRows(book *rules.Book, o hearing.Office) []ruleRow {
	entries := book.Entries(o)
	out := make([]ruleRow, len(entries))
	for i, e := range entries {
		out[i] = ruleRow{e}
	}
	return out
}

// inspect says what is wrong with a rule file, one fault a line.
func inspect(book *rules.Book, text string) []string {
	if strings.TrimSpace(text) == "" {
		return []string{words.T("文件是空的。")}
	}
	err := book.Inspect(text)
	var faults rules.FileErrors
	switch {
	case err == nil:
		return nil
	case errors.As(err, &faults):
		return words.RuleFaults(faults)
	}
	return []string{words.Error(err)}
}

// summary says what the office's own rule file holds.
func summary(book *rules.Book, o hearing.Office, rows []ruleRow) string {
	if strings.TrimSpace(o.Rules) == "" {
		return words.T("本院没有自己的规则。可以用规则文件加入本院的期限和提醒，或者更改可以更改的规则；先导出一个示例，改好后打开。")
	}
	if err := book.InspectOffice(o); err != nil {
		return words.T("本院规则现在不能使用，程序按自带的规则判断。请打开改好的文件，或移除它。")
	}
	own := 0
	for _, r := range rows {
		if r.Office {
			own++
		}
	}
	var steps []string
	for _, k := range book.Steps(o)[len(hearing.StepKinds):] {
		steps = append(steps, words.Term(book.StepTerm(o, k)))
	}
	text := words.T("本院规则已启用，写有 {{.N}} 条，列在下面最前面。", map[string]int{"N": own})
	if len(steps) > 0 {
		text = words.Sentences(text, words.T("本院的程序节点：{{.Steps}}。", map[string]string{"Steps": words.List(steps)}))
	}
	return text
}
