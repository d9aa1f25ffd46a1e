package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run this program as the command hearingdesk.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hearingdesk": main})
}

// TestCommandLine runs the scripts of testdata/script, each in a folder of its
// own, as a user would type them.
func TestCommandLine(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("LC_ALL", "zh_CN.UTF-8")
			return nil
		},
	})
}
