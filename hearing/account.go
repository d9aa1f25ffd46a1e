package hearing

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// An AccountRole is what somebody who logs in is at the desk (账号角色). What each may
// do is in the table of [Access].
type AccountRole string

// The roles of accounts.
const (
	DeskClerk      AccountRole = "clerk"      // 内勤
	DeskRecorder   AccountRole = "recorder"   // 书记员
	DeskProsecutor AccountRole = "prosecutor" // 承办检察官
	DeskPresider   AccountRole = "presider"   // 主持人
	DeskHead       AccountRole = "head"       // 部门负责人
	DeskChief      AccountRole = "chief"      // 检察长
	DeskArchivist  AccountRole = "archivist"  // 档案员
	DeskGuest      AccountRole = "guest"      // 访客
)

// AccountRoles lists every role.
var AccountRoles = []AccountRole{DeskClerk, DeskRecorder, DeskProsecutor, DeskPresider, DeskHead, DeskChief, DeskArchivist, DeskGuest}

// NounAccount is what the record of changes calls an account; it is no record: no
// package carries it, and undo passes it.
const NounAccount = "account"

// NounPrint is what the table of access calls papers that go out, with their numbers.
const NounPrint = "print"

// An Account (账号) is somebody who may log in to a desk. Neither its password nor the
// recovery code can be read from the file.
type Account struct {
	ID      ID          `json:"id"`
	Name    string      `json:"name"`              // by which one logs in, and which stands beside each change (姓名)
	Role    AccountRole `json:"role"`              // what they are at the desk
	Person  ID          `json:"person,omitempty"`  // who they are in the directory: so they belong to the team of their sessions
	Retired bool        `json:"retired,omitempty"` // cannot log in any more (停用)
}

// Validate returns what is wrong with the account's own fields.
func (a Account) Validate() FieldErrors {
	var v validator
	v.id("id", a.ID)
	v.name("name", a.Name)
	coded(&v, "role", a.Role, AccountRoles, true)
	return v.faults
}

// The actions of the record of changes that accounts make.
const (
	LogIn      = "login"        // somebody logged in
	LogInWrong = "login-failed" // a wrong password
	LogInShut  = "lock-out"     // too many of them: nobody gets in under the name for a while
	LockDesk   = "lock-window"  // the window was locked, by hand or because nobody touched it
	NewSecret  = "password"     // a new password was given
	Recovered  = "recovery"     // the recovery code was used
	OpenRecord = "open"         // somebody of the team opened a record that is the team's alone
	PrintCode  = "print-code"   // a recovery code was printed; the name says of what
	Overrode   = "override"     // a rule was overridden, or a decision of the chief procurator entered
)

// A LoginError says that somebody was not let in.
type LoginError struct {
	Left int           // tries that are left before the name is locked; 0: it is locked, or was before
	Wait time.Duration // how long it is locked from now; 0: it is not
	Code bool          // a recovery code was tried, not a password
}

// Error says which of the two it is.
func (e *LoginError) Error() string {
	if e.Wait > 0 {
		return "account is locked for " + e.Wait.String()
	}
	return "name or password is wrong"
}

// A NotAllowedError says that the role of whoever is logged in does not do this, and
// which ones do.
type NotAllowedError struct {
	Deed string        // what was to be done: the noun of a record, a [Deed], DeedOwn or DeedTeam
	Role AccountRole   // of whoever tried
	Who  []AccountRole // may do it
}

// What a [NotAllowedError] names beside nouns and deeds.
const (
	DeedOwn  = "own"  // to change what somebody else handles or presides over
	DeedTeam = "team" // to change what is its team's alone
)

// Error names the deed.
func (e *NotAllowedError) Error() string { return "role " + string(e.Role) + " may not: " + e.Deed }

// CheckPassword says what is wrong with a new password of an account: it is too short,
// all of one kind of one repeated character, or has the account's own name in it.
func (a Access) CheckPassword(name, password string) FieldErrors {
	var v validator
	first, _ := utf8.DecodeRuneInString(password)
	switch {
	case utf8.RuneCountInString(password) < a.Password.Shortest:
		v.add("password", "short", "", digitsOf(a.Password.Shortest))
	case strings.TrimFunc(password, func(r rune) bool { return r == first }) == "", strings.TrimFunc(password, unicode.IsDigit) == "":
		v.add("password", "weak", "", "")
	case name != "" && strings.Contains(strings.ToLower(password), strings.ToLower(name)):
		v.add("password", "weak", "", "")
	}
	return v.faults
}

// Rest returns how long an account is still locked after so many wrong passwords, the
// last one at a time. A clock that was set back before it does not make the wait
// longer than it was, nor shorter: it begins anew.
func (a Access) Rest(failures int, last, now time.Time) time.Duration {
	over := failures - a.Failures.Free
	if over < 0 || len(a.Failures.Waits) == 0 {
		return 0
	}
	wait := time.Duration(a.Failures.Waits[min(over, len(a.Failures.Waits)-1)]) * time.Minute
	if now.Before(last) {
		return wait
	}
	return max(wait-now.Sub(last), 0)
}

// Left returns how many wrong passwords may still follow before the account is locked.
func (a Access) Left(failures int) int { return max(a.Failures.Free-failures, 0) }
