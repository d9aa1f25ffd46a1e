// Package entrance is the door of a desk with accounts: before anything of it is shown
// somebody logs in here, and here the window waits while it is locked.
package entrance

import (
	"context"
	"errors"
	"strings"
	"time"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// Desk is what the door needs of the file.
type Desk interface {
	Login(ctx context.Context, name, password string) error
	Recover(ctx context.Context, name, code, password string) (next string, err error)
	Me() hearing.Account
}

// Model is what is asked at the door.
type Model struct {
	desk   Desk
	Locked bool   // the window is locked: only who locked it comes in
	Lost   bool   // the password is lost: the recovery code is asked for, and a new one
	Said   string // what stands below the fields
	Code   string // the next recovery code, to be written down; empty: there is none
	Shut   bool   // nobody gets in for now
}

// Name is who has to log in, where that is known.
func (m *Model) Name() string {
	if m.Locked {
		return m.desk.Me().Name
	}
	return ""
}

// Check says what is missing before anything is tried.
func (m *Model) Check(name, secret, fresh, again string) bool {
	m.Said = ""
	switch {
	case strings.TrimSpace(name) == "":
		m.Said = words.T("请输入姓名。")
	case secret == "" && m.Lost:
		m.Said = words.T("请输入恢复码。")
	case secret == "":
		m.Said = words.T("请输入口令。")
	case m.Lost && fresh != again:
		m.Said = words.T("两次输入的新口令不一样，请再输入一次。")
	}
	return m.Said == ""
}

// Try lets somebody in, or gives the reason why not.
func (m *Model) Try(ctx context.Context, name, secret, fresh string) error {
	if !m.Lost {
		return m.desk.Login(ctx, name, secret)
	}
	next, err := m.desk.Recover(ctx, name, secret, fresh)
	m.Code = next
	return err
}

// Refused says why somebody was not let in, and how long nobody is; 0: they can try
// again.
func (m *Model) Refused(err error) time.Duration {
	m.Said = words.Error(err)
	var no *hearing.LoginError
	if errors.As(err, &no) {
		m.Shut = no.Wait > 0
		return no.Wait
	}
	return 0
}
