// Package accounts is the tab of who may log in (账号): made, changed, retired, given a
// new password. Each new password comes with a recovery code that is shown once.
package accounts

import (
	"context"

	"hearingdesk/hearing"
	"hearingdesk/ui/words"
)

// Key is the key of the tab.
const Key = "accounts"

// Desk is what the tab needs of the file.
type Desk interface {
	Accounts(ctx context.Context) ([]hearing.Account, error)
	AddAccount(ctx context.Context, a hearing.Account, password string) (code string, err error)
	ChangeAccount(ctx context.Context, a hearing.Account) error
	GivePassword(ctx context.Context, id hearing.ID, password string) (code string, err error)
}

// Staff is whoever of the directory works at the office, and what the office says.
type Staff interface {
	Listing(ctx context.Context, facet hearing.Facet, part string, most int) ([]hearing.Listed, error)
	Office(ctx context.Context) (hearing.Office, error)
	SaveOffice(ctx context.Context, o hearing.Office) (hearing.Version, error)
}

// mostStaff is how many people of the office are offered.
const mostStaff = 500

// model is what the tab shows.
type model struct {
	desk   Desk
	staff  Staff
	all    []hearing.Account
	people []hearing.Person
	office hearing.Office
}

// read reads the accounts and the staff.
func (m *model) read(ctx context.Context) error {
	var err error
	if m.all, err = m.desk.Accounts(ctx); err != nil {
		return err
	}
	listed, err := m.staff.Listing(ctx, hearing.FacetStaff, "", mostStaff)
	if err != nil {
		return err
	}
	m.people = nil
	for _, l := range listed {
		m.people = append(m.people, l.Person)
	}
	m.office, err = m.staff.Office(ctx)
	return err
}

// person is the directory's name of an account's person.
func (m *model) person(id hearing.ID) string {
	for _, p := range m.people {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}

// says what a role may do, in a line.
func says(r hearing.AccountRole) string {
	switch r {
	case hearing.DeskClerk:
		return words.T("录入和修改一切，审批和例外除外")
	case hearing.DeskRecorder:
		return words.T("写笔录、签到、座位、评议意见，归卷，打印")
	case hearing.DeskProsecutor:
		return words.T("自己承办的案件、会和文书")
	case hearing.DeskPresider:
		return words.T("自己主持的会的结果和评议；笔录")
	case hearing.DeskHead, hearing.DeskChief:
		return words.T("一切，并可录入审批和例外、管理账号、看不公开的听证")
	case hearing.DeskArchivist:
		return words.T("查阅、归卷、打印和导出")
	case hearing.DeskGuest:
		return words.T("只看公开的内容")
	}
	return ""
}
