package faults_test

import (
	"testing"

	"hearingdesk/storage/vault"
)

// key is that of the desks that a test makes; nil: they are in clear. Other programs open
// them by the code in the variable codeOf.
var key *vault.Key

const codeOf = "HEARINGDESK_CODE"

// encrypted has a test make encrypted desks.
func encrypted(t *testing.T) {
	t.Helper()
	k, code, err := vault.New("冬天的河面结了冰")
	if err != nil {
		t.Fatal(err)
	}
	key = k
	t.Setenv(codeOf, code)
	t.Cleanup(func() { key = nil })
}

// TestKilledEncrypted is [TestKilled] of an encrypted desk.
func TestKilledEncrypted(t *testing.T) {
	encrypted(t)
	table.add(t, "program killed in a write, encrypted", killed(t, rounds(20, 600)), "it opens as it was; what was typed is offered again (未完成的录入)")
}

// TestFlippedBitsEncrypted is [TestFlippedBits]: each garbles a page.
func TestFlippedBitsEncrypted(t *testing.T) {
	encrypted(t)
	flipped(t, rounds(8, 300), "a bit flipped, encrypted")
}

// TestPowerCutEncrypted is [TestPowerCut]: half a write garbles the block that it falls on.
func TestPowerCutEncrypted(t *testing.T) {
	encrypted(t)
	powerCut(t, rounds(30, 2000), "power cut, encrypted")
}

// TestTheDiskIsFullEncrypted is [TestTheDiskIsFullAtEachWrite].
func TestTheDiskIsFullEncrypted(t *testing.T) {
	encrypted(t)
	names := named()
	if !*full {
		names = []string{"person", "scan"}
	}
	fullAtEach(t, names, "disk full at each write, encrypted")
}
