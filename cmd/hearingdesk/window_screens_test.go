package main

import (
	"path/filepath"
	"testing"
)

// TestEveryScreenOpens goes through the pages with the keys that reach them,
// on the worked examples, and keeps a picture of each.
func TestEveryScreenOpens(t *testing.T) {
	d := newDisplay(t)
	desk := build(t, ".")
	file := filepath.Join(t.TempDir(), "demo.desk")
	d.must(desk, "demo", "-db", file)
	d.open("听证台", desk, "-db", file)
	for _, page := range []struct{ key, title, button, shows string }{
		{"ctrl+1", "今日", "", "要办的事"},
		{"ctrl+2", "日程", "", "周日"},
		{"ctrl+3", "案件", "", "程桂兰赡养"},
		{"ctrl+4", "人员", "", "陈𬭎"},
		{"ctrl+5", "文书", "按文书", "听证会公告"}, // by addressee it stands behind all letters
		{"ctrl+6", "统计", "", "本季度"},
		{"ctrl+7", "设置", "", "澄检"},
	} {
		d.key(page.key)
		d.sees(page.title)
		if page.button != "" {
			d.click(page.button)
		}
		d.sees(page.shows)
		d.picture("screen-" + page.title)
	}
}
