package words

import (
	"testing"

	"hearingdesk/hearing/document"
)

// TestEveryHeadIsSaid holds that each value of a form's head has a sentence.
func TestEveryHeadIsSaid(t *testing.T) {
	for key, say := range map[string]func(string) string{"per": FormPer, "when": FormWhen, "seal": FormSeal, "head": FormHead} {
		for _, v := range document.HeadValues(key) {
			if say(v) == v {
				t.Errorf("%s: %s is not said", key, v)
			}
		}
	}
}
