//go:build outline

package main

import _ "hearingdesk/cmd/hearingdesk/outline" // tells a test what the window shows
