package main

import (
	"context"
	"fmt"
)

// window opens the desk's window.
func window(_ context.Context, t terminal, _ []string) error {
	fmt.Fprintln(t.err, "window")
	return nil
}
