package hearing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
)

// Access is the table of who may do what at a desk with accounts, and of how one gets
// in. It is data, with its source.
type Access struct {
	Source   string `json:"source"`
	Password struct {
		Shortest  int    `json:"shortest"`   // characters
		MemoryKiB uint32 `json:"memory_kib"` // of argon2id
		Passes    uint32 `json:"passes"`
		Lanes     uint8  `json:"lanes"`
	} `json:"password"`
	Failures struct {
		Free  int   `json:"free"`          // wrong passwords in a row before the account is locked
		Waits []int `json:"waits_minutes"` // how long for the first one more, the second; the last goes on
	} `json:"failures"`
	Idle  int          `json:"idle_minutes"` // after which the window locks, unless the office says otherwise
	Roles []RoleAccess `json:"roles"`
}

// A RoleAccess is what one role may do.
type RoleAccess struct {
	Role   AccountRole         `json:"role"`
	Own    bool                `json:"own"`    // only of what they themselves handle or preside over
	May    []Deed              `json:"may"`    // beside writing
	Writes map[string][]string `json:"writes"` // per noun the fields that it changes; * is any
}

// A Deed is something that a role may do beside writing records.
type Deed string

// The deeds.
const (
	Approve        Deed = "approve"  // enter what the chief procurator decided, and override a rule (审批、例外批准)
	ManageAccounts Deed = "accounts" // add, change and retire accounts (管理账号)
	SeeAll         Deed = "all"      // see what otherwise only its team sees (查看不公开的听证)
	SeeFigures     Deed = "figures"  // see what is counted (统计)
	GiveOut        Deed = "export"   // write packages, lists and the record of changes (导出)
)

// The fields by which a decision is entered.
var approvalFields = []string{"approvals", "overrides"}

// ReadAccess reads the table, and refuses what it does not know.
func ReadAccess(text []byte) (Access, error) {
	var a Access
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		return a, fmt.Errorf("read table of access: %w", err)
	}
	for _, r := range a.Roles {
		if !slices.Contains(AccountRoles, r.Role) {
			return a, fmt.Errorf("read table of access: role %q", r.Role)
		}
	}
	return a, nil
}

// Of returns what a role may do; of one that the table has not, nothing.
func (a Access) Of(role AccountRole) RoleAccess {
	for _, r := range a.Roles {
		if r.Role == role {
			return r
		}
	}
	return RoleAccess{Role: role}
}

// May reports whether a role may do something.
func (a Access) May(role AccountRole, d Deed) bool { return slices.Contains(a.Of(role).May, d) }

// Who lists the roles that may do something.
func (a Access) Who(d Deed) []AccountRole {
	var out []AccountRole
	for _, r := range a.Roles {
		if slices.Contains(r.May, d) {
			out = append(out, r.Role)
		}
	}
	return out
}

func (r RoleAccess) fields(noun string) []string {
	if own, ok := r.Writes[noun]; ok {
		return own
	}
	return r.Writes["*"]
}

// writers lists the roles that may change a field of a kind; empty is any field.
func (a Access) writers(noun, field string) []AccountRole {
	var out []AccountRole
	for _, r := range a.Roles {
		if f := r.fields(noun); field == "" && len(f) > 0 || field != "" && covers(f, field) {
			out = append(out, r.Role)
		}
	}
	return out
}

// free lists the roles that may change a kind whoever handles it.
func (a Access) free(noun string) []AccountRole {
	return slices.DeleteFunc(a.writers(noun, ""), func(r AccountRole) bool { return a.Of(r).Own })
}

// teamNouns are the kinds that somebody handles or presides over.
var teamNouns = []string{NounCase, NounInstrument, NounHearing, NounAnnouncement, NounScan, NounTranscript, NounPrint}

// members are the fields of a record; what is not there has none.
func members(body []byte) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	_ = json.Unmarshal(body, &out)
	return out
}

// differing names the fields that differ between two records.
func differing(was, is map[string]json.RawMessage) []string {
	var out []string
	for k, v := range is {
		if !bytes.Equal(v, was[k]) {
			out = append(out, k)
		}
	}
	for k := range was {
		if _, there := is[k]; !there {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// decided is what was decided in a field: approvals that are only asked for have no
// date yet, and anybody may ask.
func decided(body []byte, field string) string {
	var r struct {
		Approvals []Approval      `json:"approvals"`
		Overrides json.RawMessage `json:"overrides"`
	}
	if json.Unmarshal(body, &r) != nil {
		return ""
	}
	if field == "overrides" {
		return string(r.Overrides)
	}
	r.Approvals = slices.DeleteFunc(r.Approvals, func(x Approval) bool { return x.On.IsZero() && x.By == "" && !x.Refused })
	if len(r.Approvals) == 0 {
		return ""
	}
	out, _ := json.Marshal(r.Approvals) // dates and texts can be written
	return string(out)
}

func digitsOf(n int) string { return strconv.Itoa(n) }
