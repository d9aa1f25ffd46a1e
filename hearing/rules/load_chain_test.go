package rules_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestALongChainOfPeriods reads a file in which each of eighty periods stands
// twice and starts the next: two to the power of eighty ways lead through it.
func TestALongChainOfPeriods(t *testing.T) {
	var words, periods []string
	starts := "urged"
	for i := range 80 {
		id := fmt.Sprintf("L%d", i)
		words = append(words, fmt.Sprintf(`{"id":%q,"variant":"due","severity":"info","title":"本院规定","house":true,"basis":"b","zh":"z","en":"e"}`, id))
		for _, k := range []string{"A7", "A8"} {
			periods = append(periods, fmt.Sprintf(`{"id":%q,"starts":%q,"ends":["looked-back"],"period":{"n":3,"unit":"day"},"types":[%q]}`, id, starts, k))
		}
		starts = id
	}
	text := fmt.Sprintf(`"rules":[%s],"periods":[%s]`, strings.Join(words, ","), strings.Join(periods, ","))
	if _, err := newDesk(t).table.With(officeFile(text)); err != nil {
		t.Error(err)
	}
	circle := strings.Replace(text, `"starts":"urged"`, `"starts":"L79"`, 1)
	if _, err := newDesk(t).table.With(officeFile(circle)); err == nil || !strings.Contains(err.Error(), "itself") {
		t.Errorf("a circle is read: %v", err)
	}
}
