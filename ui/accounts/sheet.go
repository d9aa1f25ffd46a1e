package accounts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing"
	"hearingdesk/ui/field"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
)

// A sheet is the form of an account in a dialog.
type sheet struct {
	people             []hearing.Person
	name, first, again *widget.Entry
	role, person       *widget.Select
	retired            *widget.Check
	said               *widget.Label
}

func newSheet(people []hearing.Person, a hearing.Account) *sheet {
	s := &sheet{people: people, name: widget.NewEntry(), first: widget.NewPasswordEntry(), again: widget.NewPasswordEntry(), retired: widget.NewCheck(words.T("停用，不能再登录"), nil), said: widget.NewLabel("")}
	s.name.SetText(a.Name)
	s.name.SetPlaceHolder(words.T("姓名，登录和记在修改记录里都用它"))
	var roles []string
	for _, r := range hearing.AccountRoles {
		roles = append(roles, words.Of(r))
	}
	names := []string{words.T("不在人员里")}
	for _, p := range people {
		names = append(names, p.Name)
	}
	s.role = widget.NewSelect(roles, nil)
	s.role.SetSelectedIndex(slices.Index(hearing.AccountRoles, a.Role))
	s.person = widget.NewSelect(names, func(string) {
		if i := s.person.SelectedIndex(); i > 0 && s.name.Text == "" {
			s.name.SetText(people[i-1].Name)
		}
	})
	s.person.SetSelectedIndex(1 + slices.IndexFunc(people, func(p hearing.Person) bool { return p.ID == a.Person }))
	s.retired.SetChecked(a.Retired)
	s.said.Importance = widget.DangerImportance
	s.said.Wrapping = words.Wrap()
	return s
}

// rows are the fields; asked says whether a password is one of them.
func (s *sheet) rows(asked bool) fyne.CanvasObject {
	hint := look.Hint("")
	tell := func(string) {
		if i := s.role.SelectedIndex(); i >= 0 {
			hint.SetText(says(hearing.AccountRoles[i]))
		}
	}
	tell("")
	s.role.OnChanged = tell
	rows := container.NewVBox(field.RowOf(words.T("人员"), s.person), field.RowOf(words.T("姓名"), s.name), field.RowOf(words.T("角色"), s.role), field.RowOf("", hint))
	if asked {
		rows.Add(field.RowOf(words.T("口令"), s.first))
		rows.Add(field.RowOf(words.T("再输入一次"), s.again))
	} else {
		rows.Add(field.RowOf("", s.retired))
	}
	rows.Add(s.said)
	return rows
}

// account is what was typed.
func (s *sheet) account(a hearing.Account) hearing.Account {
	a.Name, a.Retired, a.Person = s.name.Text, s.retired.Checked, ""
	if i := s.role.SelectedIndex(); i >= 0 {
		a.Role = hearing.AccountRoles[i]
	}
	if i := s.person.SelectedIndex(); i > 0 {
		a.Person = s.people[i-1].ID
	}
	return a
}

// open shows the form of an account; asked says whether a password is. done names what
// do does; it says why not, or nothing when it is done.
func (t *Tab) open(title, done string, a hearing.Account, asked bool, do func(a hearing.Account, password string, end func(error))) {
	s := newSheet(t.model.people, a)
	var d *dialog.CustomDialog
	save := look.Primary(done, nil, func() {
		if asked && s.first.Text != s.again.Text {
			s.said.SetText(words.T("两次输入的口令不一样。"))
			return
		}
		do(s.account(a), s.first.Text, func(err error) {
			if err != nil {
				s.said.SetText(words.Error(err)) // beside the fields, which stay as they are
				return
			}
			d.Hide()
		})
	})
	buttons := []fyne.CanvasObject{widget.NewButton(words.T("取消"), func() { d.Hide() }), save}
	if !asked {
		buttons = append([]fyne.CanvasObject{widget.NewButton(words.T("换口令…"), func() {
			d.Hide()
			t.password(a)
		})}, buttons...)
	}
	s.again.OnSubmitted = func(string) { save.OnTapped() }
	d = dialog.NewCustomWithoutButtons(title, s.rows(asked), t.sh.Window)
	d.SetButtons(buttons)
	const wide, high = 560, 360
	d.Resize(fyne.NewSize(wide, high))
	d.Show()
	t.sh.Window.Canvas().Focus(s.name)
}
