package announcement

import (
	"context"
	"encoding/json"

	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// readHistory shows who changed the announcement, when, and what.
func (p *page) readHistory() {
	id := p.e.ID()
	var changes []hearing.Change
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		changes, err = p.desk.History(ctx, hearing.NounAnnouncement, id)
		return err
	}, func(err error) {
		switch {
		case id != p.e.ID(): // another one is open by now
		case err != nil:
			p.sh.Fail(err)
		default:
			p.history.RemoveAll()
			for _, c := range changes {
				l := widget.NewLabel(words.Moment(c.At) + "　" + c.Actor + "　" + words.Change(c) + "　" + Changed(c))
				l.Wrapping = words.Wrap()
				p.history.Add(l)
			}
		}
	})
}

// Changed names the parts of an announcement that a change touched; nothing
// where it was new or deleted.
func Changed(c hearing.Change) string {
	var before, after map[string]json.RawMessage
	if json.Unmarshal(c.Before, &before) != nil || json.Unmarshal(c.After, &after) != nil {
		return ""
	}
	var parts []string
	for _, f := range []struct{ key, name string }{
		{"cases", words.T("案件")}, {"title", words.T("名称")}, {"start", words.T("开始时间")}, {"end", words.T("结束时间")}, {"room", words.T("地点")},
		{"state", words.T("进度")}, {"forms", words.T("形式")}, {"openness", words.T("公开")}, {"presider", words.T("主持人")}, {"reader", words.T("宣告人")},
		{"recorder", words.T("记录人")}, {"approvals", words.T("审批")}, {"consents", words.T("商请同意")}, {"participants", words.T("到场人员")},
		{"deliveries", words.T("送达")}, {"words", words.T("单位意见")}, {"rehearsal", words.T("演练")}, {"note", words.T("备注")},
	} {
		if string(before[f.key]) != string(after[f.key]) {
			parts = append(parts, f.name)
		}
	}
	return words.List(parts)
}
