// Package copies keeps copies of the file while the window is open, and is the
// tab of them (备份): how old the last good one is, what a restore would change.
package copies

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// Desk is what is needed of the file. No folder is the one beside it.
type Desk interface {
	Keep(ctx context.Context, folder string) (hearing.Copy, error)
	Copies(ctx context.Context, folder string) ([]hearing.Copy, error)
	// Differences says what a restore would change; of a locked copy with its secret.
	Differences(ctx context.Context, backup, secret string) ([]hearing.Difference, error)
	Lock
	File
}

// File is what is needed to encrypt the desk's file. What is asked for is done when the
// window is closed.
type File interface {
	Encrypted() bool
	ToEncrypt(ctx context.Context, passphrase string) (code string, err error)
	ToDecrypt(ctx context.Context) error
	ChangePassphrase(ctx context.Context, passphrase string) (code string, err error)
}

// Lock is what is needed to keep copies that may leave the machine.
type Lock interface {
	KeepLocked(ctx context.Context, folder string) (hearing.Copy, error)
	// SetPassphrase returns the code that opens the copies too, and is kept nowhere.
	SetPassphrase(ctx context.Context, passphrase string) (code string, err error)
	PassphraseSince(ctx context.Context) (since time.Time, set bool, err error)
}

// PrefSecond is the preference of the second place for copies, such as a USB
// disk; empty is none.
const PrefSecond = "second"

// every is how often a copy is made while something was changed.
const every = time.Hour

// stale is the age of the last good copy from which it is said loudly.
const stale = 24 * time.Hour

// A Keeper makes a copy at the start and every hour in which something was
// changed, beside the file and in the second place when that is there.
type Keeper struct {
	Run    *work.Runner // of its own: a copy must not keep a save waiting
	Desk   Desk
	Now    func() time.Time
	Second func() string               // the second place; empty is none
	Show   func(text string, bad bool) // on the window's thread
	Ask    func(needed bool)           // a passphrase must be set before there are copies in the second place

	good time.Time // when the last copy was found good
	err  error     // of the last try
	away bool      // the second place was not there
}

// Start makes a copy and goes on every hour.
func (k *Keeper) Start() {
	var good hearing.Copy
	away := false
	k.Run.Do(func(ctx context.Context) (err error) {
		good, err = k.Desk.Keep(ctx, "")
		if to := k.Second(); to != "" && err == nil {
			if _, serr := os.Stat(to); errors.Is(serr, fs.ErrNotExist) {
				away = true
				return nil
			}
			_, err = k.Desk.KeepLocked(ctx, to)
		}
		return err
	}, func(err error) {
		k.err, k.away = err, away
		if good.File != "" {
			k.good = k.Now()
		}
		k.tell()
		k.Run.At("keep", k.Now().Add(every), k.Start)
	})
}

// tell says how it stands.
func (k *Keeper) tell() {
	age := k.Now().Sub(k.good)
	unset := errors.Is(k.err, hearing.ErrNoLock)
	k.Ask(unset)
	switch {
	case unset:
		k.Show(words.T("第二处没有备份：还没有备份口令"), true)
	case k.good.IsZero() && k.err != nil:
		k.Show(words.T("没有备份成功：{{.Why}}", map[string]string{"Why": words.Error(k.err)}), true)
	case k.err != nil || age > stale:
		k.Show(words.T("上次备份：{{.Age}}", map[string]string{"Age": words.Age(age)}), true)
	case k.away:
		k.Show(words.T("已备份（第二处备份不在）"), false)
	default:
		k.Show(words.T("已备份"), false)
	}
}

// model is what the tab shows.
type model struct {
	desk   Desk
	second func() string
}

// encryption says whether the file is encrypted.
func (m model) encryption() string {
	if m.desk.Encrypted() {
		return words.T("已加密，连同旁边的扫描件和备份。打开时要输入文件口令。")
	}
	return words.T("没有加密：拿到这台电脑或硬盘的人能读到文件和旁边的备份。")
}

// list reads the copies of both places, the newest first.
func (m model) list(ctx context.Context) ([]hearing.Copy, error) {
	all, err := m.desk.Copies(ctx, "")
	if to := m.second(); to != "" && err == nil {
		var more []hearing.Copy
		more, err = m.desk.Copies(ctx, to)
		all = append(all, more...)
	}
	slices.SortStableFunc(all, func(a, b hearing.Copy) int { return b.At.Compare(a.At) })
	return all, err
}

// keep makes a copy now, in both places, and returns the last one.
func (m model) keep(ctx context.Context) (hearing.Copy, error) {
	if to := m.second(); to != "" {
		return m.desk.KeepLocked(ctx, to)
	}
	return m.desk.Keep(ctx, "")
}

// shownMost is how many records a question names.
const shownMost = 12

// question is what is asked before a restore.
func question(list []hearing.Difference) string {
	text := words.Differences(list)
	for i, d := range list {
		if i == shownMost {
			return text + "\n" + words.T("还有 {{.N}} 处。", map[string]int{"N": len(list) - shownMost})
		}
		text += "\n" + words.Difference(d)
	}
	return text
}
