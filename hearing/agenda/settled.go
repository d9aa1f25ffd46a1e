package agenda

import (
	"slices"
	"strings"
	"time"

	"hearingdesk/hearing"
)

// settled reports whether a finding leaves nothing to be done: what was done
// meanwhile, be it late, what somebody approved, a remark, or a warning of the
// plan once the session was held. A case has no entry.
func settled(f hearing.Finding, e hearing.Entry, now time.Time) bool {
	over := !e.Start.IsZero() && e.Start.Before(now)
	switch {
	case f.Override != nil, !f.Done.IsZero():
		return true
	case f.Due.IsZero():
		about, _, _ := strings.Cut(f.Field, ".")
		after := slices.Contains([]string{"outcome", "opinions", "deliveries", "state"}, about)
		held := e.State == hearing.Closed || e.State == hearing.Decided || e.State == hearing.FedBack
		return f.Severity == hearing.Info && about != "outcome" || held && !after && f.Severity != hearing.Blocked
	case f.Rule == "DL01" || f.Rule == "DL02": // told late, which can be mended until the hearing
		return f.Variant == "tight" || (f.Variant == "late" || f.Variant == "custody") && over
	}
	return false
}
