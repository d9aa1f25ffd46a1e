package main

import (
	"context"
	"strings"
	"sync"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	"hearingdesk/storage"
	"hearingdesk/ui/words"
)

// passwordVariable holds the password of -user: what stands on the command line can be
// read by everybody on the machine.
const passwordVariable = "HEARINGDESK_PASSWORD"

// access is who may do what at a desk with accounts.
var access = sync.OnceValues(func() (hearing.Access, error) { return hearing.ReadAccess(assets.Access) })

// userKey is where a context has who uses the command line.
type userKey struct{}

// A cliUser is whoever -user names, with where the password is.
type cliUser struct {
	name string
	env  func(string) string
	ask  func(prompt string) (string, error) // nil: nobody is there to be asked
}

// withUser takes -user out of the arguments of any verb and keeps it for when a desk
// is opened.
func withUser(ctx context.Context, t terminal, args []string) (context.Context, []string, error) {
	u := cliUser{env: t.env, ask: t.ask}
	var rest []string
	for i := 0; i < len(args); i++ {
		name, value, has := strings.Cut(strings.TrimPrefix(args[i], "-"), "=")
		if args[i] == "--" {
			rest = append(rest, args[i:]...)
			break
		}
		if name != "-user" && name != "user" || !strings.HasPrefix(args[i], "-") {
			rest = append(rest, args[i])
			continue
		}
		if !has {
			if i++; i == len(args) {
				return ctx, nil, usageError{words.T("-user 后面要写账号的姓名。")}
			}
			value = args[i]
		}
		u.name = value
	}
	return context.WithValue(ctx, userKey{}, u), rest, nil
}

// logIn lets the user of the command line in to a desk that has accounts.
func logIn(ctx context.Context, d *storage.Desk) error {
	guarded, err := d.Guarded(ctx)
	if err != nil || !guarded {
		return err
	}
	u, _ := ctx.Value(userKey{}).(cliUser)
	if u.name == "" {
		return usageError{words.T("这个工作台设有账号。请用 -user 指明姓名，口令放在环境变量 {{.Name}} 里。", map[string]string{"Name": passwordVariable})}
	}
	password := u.env(passwordVariable)
	if password == "" {
		if u.ask == nil {
			return usageError{words.T("没有口令。请把口令放在环境变量 {{.Name}} 里。", map[string]string{"Name": passwordVariable})}
		}
		if password, err = u.ask(words.T("{{.Name}} 的口令：", map[string]string{"Name": u.name})); err != nil {
			return err
		}
	}
	return d.Login(ctx, u.name, password)
}

// unnamed takes the names out of what is damaged in a file with accounts: whoever looks
// it through has not logged in.
func unnamed(ctx context.Context, file string, list []storage.Damage) []storage.Damage {
	if has, err := storage.HasAccounts(ctx, file); err == nil && !has {
		return list
	}
	for i := range list {
		list[i].Name = ""
	}
	return list
}
