package words

import (
	"errors"
	"strings"
	"time"

	"hearingdesk/hearing"
)

// accessError says what stands against somebody at a desk with accounts; of another
// error nothing.
func accessError(err error) string {
	var login *hearing.LoginError
	var no *hearing.NotAllowedError
	switch {
	case errors.As(err, &login):
		return loginError(login)
	case errors.As(err, &no):
		return notAllowed(no)
	case errors.Is(err, hearing.ErrLogin):
		return T("请先登录：这个工作台设有账号，或者您的账号刚被停用、换了角色。请关闭后重新打开，再登录。")
	case errors.Is(err, hearing.ErrLastKeeper):
		return T("至少要有一个能管理账号的人（部门负责人或检察长），没有保存。请先为别人设这样的账号。")
	}
	return ""
}

func loginError(e *hearing.LoginError) string {
	if e.Wait > 0 {
		return T("错的次数太多，已锁定。请过 {{.Wait}} 再试。", map[string]string{"Wait": Span(e.Wait)})
	}
	if e.Code {
		return T("姓名或恢复码不对，还可以试 {{.N}} 次。", map[string]int{"N": e.Left})
	}
	return T("姓名或口令不对，还可以试 {{.N}} 次。", map[string]int{"N": e.Left})
}

// Span says how long something lasts, in whole minutes or seconds.
func Span(d time.Duration) string {
	if d < time.Minute {
		return T("{{.N}} 秒", map[string]int{"N": int((d + time.Second - 1) / time.Second)})
	}
	return T("{{.N}} 分钟", map[string]int{"N": int((d + time.Minute - 1) / time.Minute)})
}

// ReadOnlyHere says why something is shown and cannot be changed.
func ReadOnlyHere(err error) string {
	var no *hearing.NotAllowedError
	if !errors.As(err, &no) {
		return T("只读：") + Error(err)
	}
	values := map[string]string{"Role": Of(no.Role), "Who": roles(no.Who), "Kind": Kind(no.Deed)}
	if no.Deed == hearing.DeedOwn {
		return T("只读：{{.Role}}只改自己承办或主持的。要改请找承办人，或{{.Who}}。", values)
	}
	return T("灰色的只读：{{.Role}}不改这里的{{.Kind}}。要改请找{{.Who}}。", values)
}

// roles lists the roles of accounts.
func roles(list []hearing.AccountRole) string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = Of(r)
	}
	return strings.Join(out, T("、"))
}

func notAllowed(e *hearing.NotAllowedError) string {
	values := map[string]string{"Role": Of(e.Role), "Who": roles(e.Who), "Kind": Kind(e.Deed)}
	switch e.Deed {
	case hearing.DeedTeam:
		return T("这是不公开的听证或未成年人案件，只有承办团队能看、能改。请找主持人或承办检察官。")
	case hearing.DeedOwn:
		return T("{{.Role}}只改自己承办或主持的案件和会。请找承办人，或由{{.Who}}来改。", values)
	case string(hearing.Approve):
		return T("{{.Role}}不能录入审批和例外批准，没有保存。请由{{.Who}}来录。", values)
	case string(hearing.ManageAccounts):
		return T("{{.Role}}不能管理账号。请找{{.Who}}。", values)
	case string(hearing.GiveOut):
		return T("{{.Role}}不能导出。请找{{.Who}}。", values)
	case string(hearing.SeeFigures):
		return T("{{.Role}}不能看统计。请找{{.Who}}。", values)
	}
	return T("{{.Role}}不能改这里的{{.Kind}}，没有保存。请由{{.Who}}来改。", values)
}
