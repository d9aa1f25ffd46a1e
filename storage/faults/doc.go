// Package faults breaks desks in every way that a machine can, and holds that
// nothing which was kept is lost: programs killed in the middle of each kind of
// write, disks that fill up at each write, flipped bits, torn logs, cut power,
// clocks that jump. `make faults` runs all rounds and prints a table; the other
// tests run a few of each.
package faults
