package words

import (
	"errors"
	"time"

	"hearingdesk/hearing"
)

// Differences counts what a restore would change.
func Differences(list []hearing.Difference) string {
	n := map[string]int{}
	for _, d := range list {
		n[d.Does]++
	}
	if len(list) == 0 {
		return T("备份里的记录与现在相同，恢复不会改变任何记录。")
	}
	return T("恢复后：{{.Back}} 条记录回来，{{.Changed}} 条变回备份时的样子，{{.Gone}} 条消失。",
		map[string]int{"Back": n[hearing.DifferBack], "Changed": n[hearing.DifferChanged], "Gone": n[hearing.DifferGone]})
}

// Difference says what a restore would do to one record.
func Difference(d hearing.Difference) string {
	values := map[string]string{"Kind": Kind(d.Kind), "Name": d.Name}
	switch d.Does {
	case hearing.DifferBack:
		return T("回来：{{.Kind}}“{{.Name}}”", values)
	case hearing.DifferGone:
		return T("消失：{{.Kind}}“{{.Name}}”", values)
	}
	return T("变回：{{.Kind}}“{{.Name}}”", values)
}

// heldError says that another machine holds the file; of another error nothing.
func heldError(err error) string {
	var held *hearing.HeldError
	if !errors.As(err, &held) {
		return ""
	}
	return T("文件正由{{.User}}在电脑“{{.Host}}”上使用（自 {{.Since}}）。两台电脑不能同时写一个文件；请等那边关闭后再试。",
		map[string]string{"User": held.User, "Host": held.Host, "Since": Moment(held.Since)})
}

// ReadOnly says that a copy of a file is open that another machine holds.
func ReadOnly(held *hearing.HeldError, at time.Time) string {
	return T("文件正由{{.User}}在电脑“{{.Host}}”上使用（自 {{.Since}}），这里打开的是 {{.At}} 的只读副本。",
		map[string]string{"User": held.User, "Host": held.Host, "Since": Moment(held.Since), "At": Clock(at)})
}

// Age says how long ago something was done: 刚刚, 20 分钟前, 3 小时前, 2 天前.
func Age(d time.Duration) string {
	switch {
	case d < time.Minute:
		return T("刚刚")
	case d < time.Hour:
		return T("{{.N}} 分钟前", map[string]int{"N": int(d.Minutes())})
	case d < 24*time.Hour:
		return T("{{.N}} 小时前", map[string]int{"N": int(d.Hours())})
	}
	return T("{{.N}} 天前", map[string]int{"N": int(d.Hours() / 24)})
}
