package settings

import (
	"hearingdesk/hearing"
	"hearingdesk/hearing/rules"
)

// A set is a rule set that applies from a day which the office enters.
type set struct{ key, name, effect string }

func sets() []set { return nil }

func inspect(string) []string { return nil }

func ruleRows(*rules.Book, hearing.Office) []ruleRow { return nil }

func summary(string) string { return "" }

func example() string { return "" }
