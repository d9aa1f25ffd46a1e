package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run this program as the command hearingdesk.
func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"hearingdesk": main})
}

// tests are all tests, with the folder of the programs that they share.
type tests struct{ m *testing.M }

func (a tests) Run() int {
	folder, err := os.MkdirTemp("", "hearingdesk")
	if err != nil {
		panic(err) // there is no disk to test on
	}
	defer os.RemoveAll(folder) //nolint:errcheck // what stays is a temporary file
	outlined.folder, outlined.files = folder, map[string]string{}
	return a.m.Run()
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
