package copies

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/shown"
	"hearingdesk/ui/work"
)

// TestKeeper keeps copies in two places, one of which goes away and then cannot
// be written.
func TestKeeper(t *testing.T) {
	d := shown.Examples(t, "2023-07-18 09:00")
	if _, err := d.SetPassphrase(t.Context(), "冬天的河面结了冰"); err != nil {
		t.Fatal(err)
	}
	now, second := time.Date(2023, 7, 18, 9, 0, 0, 0, time.UTC), filepath.Join(t.TempDir(), "usb")
	var said string
	var loud, asks bool
	k := &Keeper{Run: work.Now(t.Context()), Desk: d, Now: func() time.Time { return now }, Second: func() string { return second },
		Show: func(text string, bad bool) { said, loud = text, bad }, Ask: func(needed bool) { asks = needed }}
	k.Start()
	if said != "已备份（第二处备份不在）" || loud {
		t.Errorf("without the second place it says %q", said)
	}
	if err := os.Mkdir(second, 0o700); err != nil {
		t.Fatal(err)
	}
	k.Start()
	if list, err := d.Copies(t.Context(), second); said != "已备份" || asks || loud || len(list) != 1 || err != nil {
		t.Errorf("with it: %q, %v, %v", said, list, err)
	}
	k.Desk = failing{d}
	now = now.Add(26 * time.Hour)
	k.Start()
	if said != "上次备份：1 天前" || !loud {
		t.Errorf("after a day without: %q", said)
	}
	all, err := model{d, k.Second}.list(t.Context())
	if len(all) != 2 || err != nil {
		t.Errorf("the tab lists %v, %v", all, err)
	}
}

// TestKeeperWaitsForAPassphrase writes nothing in the second place without one, says so
// and asks for it.
func TestKeeperWaitsForAPassphrase(t *testing.T) {
	d := shown.Examples(t, "2023-07-18 09:00")
	second, said, loud, asks := t.TempDir(), "", false, false
	k := &Keeper{Run: work.Now(t.Context()), Desk: d, Now: time.Now, Second: func() string { return second },
		Show: func(text string, bad bool) { said, loud = text, bad }, Ask: func(needed bool) { asks = needed }}
	k.Start()
	if list, err := os.ReadDir(second); said != "第二处没有备份：还没有备份口令" || !loud || !asks || len(list) != 0 || err != nil {
		t.Errorf("it says %q, asks %v, wrote %v, %v", said, asks, list, err)
	}
}

// failing is a desk whose disk is full.
type failing struct{ Desk }

func (failing) Keep(context.Context, string) (hearing.Copy, error) {
	return hearing.Copy{}, hearing.ErrFull
}

// TestQuestion names what a restore would change, and counts what is too much to
// be read.
func TestQuestion(t *testing.T) {
	var list []hearing.Difference
	for range 20 {
		list = append(list, hearing.Difference{Kind: "person", Name: "程桂兰", Does: hearing.DifferGone})
	}
	text := question(list)
	if !strings.Contains(text, "20 条消失") || strings.Count(text, "程桂兰") != shownMost || !strings.Contains(text, "还有 8 处") {
		t.Error(text)
	}
	if question(nil) != "备份里的记录与现在相同，恢复不会改变任何记录。" {
		t.Error(question(nil))
	}
}
