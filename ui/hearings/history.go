package hearings

import (
	"context"
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// changed names the parts of a hearing that a change touched.
func changed(c hearing.Change) string {
	var before, after map[string]json.RawMessage
	if json.Unmarshal(c.Before, &before) != nil || json.Unmarshal(c.After, &after) != nil {
		return "" // new or deleted: all of it
	}
	var parts []string
	for _, f := range []struct{ key, name string }{
		{"cases", words.T("案件")}, {"title", words.T("名称")}, {"start", words.T("开始时间")}, {"end", words.T("结束时间")}, {"room", words.T("地点")},
		{"state", words.T("状态")}, {"forms", words.T("形式")}, {"openness", words.T("公开")}, {"presider", words.T("主持人")}, {"recorder", words.T("书记员")},
		{"prosecutors", words.T("承办检察官")}, {"questions", words.T("听证问题")}, {"approvals", words.T("审批")}, {"participants", words.T("参加人")},
		{"notice", words.T("公告")}, {"notary", words.T("公证")}, {"opinions", words.T("评议意见")}, {"outcome", words.T("结果")}, {"moves", words.T("变更")}, {"note", words.T("备注")},
	} {
		if string(before[f.key]) != string(after[f.key]) && !slices.Contains(parts, f.name) {
			parts = append(parts, f.name)
		}
	}
	return words.List(parts)
}

// readHistory shows who changed the hearing and when.
func (p *page) readHistory() {
	id := p.s.ID()
	var changes []hearing.Change
	p.sh.Work.Do(func(ctx context.Context) (err error) {
		changes, err = p.desk.History(ctx, hearing.NounHearing, id)
		return err
	}, func(err error) {
		if err != nil {
			p.sh.Fail(err)
			return
		}
		p.history.RemoveAll()
		for _, c := range changes {
			p.history.Add(widget.NewLabel(words.Moment(c.At) + "　" + c.Actor + "　" + words.Change(c) + "　" + changed(c)))
		}
	})
}
