// Package words says everything in the user's language. The Chinese text is
// the key, so that the code reads as the window does; the English catalogue
// maps it. It opens no window, and the command line uses it too.
package words

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"hearingdesk/assets"
	"hearingdesk/hearing"
	_ "hearingdesk/ui/words/locale" // before Fyne reads the locale
)

// The languages.
const (
	Chinese = "zh"
	English = "en"
)

// english is the catalogue in use; nil while the language is Chinese, whose
// texts stand for themselves.
var english atomic.Pointer[map[string]string]

// Use chooses the language, Chinese unless it is [English]. Windows that are
// already open keep the words that they were built with.
func Use(language string) error {
	english.Store(nil)
	if language != English {
		return nil
	}
	texts, err := catalogue()
	if err != nil {
		return err
	}
	english.Store(&texts)
	return nil
}

var catalogue = sync.OnceValues(func() (map[string]string, error) {
	var texts map[string]string
	if err := json.Unmarshal(assets.English, &texts); err != nil {
		return nil, fmt.Errorf("read translations: %w", err)
	}
	return texts, nil
})

// Language returns the language in use.
func Language() string {
	if english.Load() != nil {
		return English
	}
	return Chinese
}

// T says a Chinese text in the user's language. Values stand in it as
// {{.Name}} and are given by one map or struct. A text that the catalogue does
// not have stays Chinese.
func T(key string, values ...any) string {
	text := key
	if texts := english.Load(); texts != nil {
		if e, ok := (*texts)[key]; ok {
			text = e
		}
	}
	if len(values) == 0 || !strings.Contains(text, "{{.") {
		return text
	}
	return fill(text, values[0])
}

// List names several things in a row: 甲、乙, or A, B.
func List(names []string) string { return strings.Join(names, T("、")) }

// Sentences puts sentences one after the other, as the language does: English
// has a blank between them. Empty ones are left out.
func Sentences(all ...string) string {
	var b strings.Builder
	for _, s := range all {
		if s != "" && b.Len() > 0 && Language() == English {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

// Of names a coded value.
func Of(v hearing.Named) string { return in(v.Term()) }

// Term says a term in the user's language.
func Term(t hearing.Term) string { return in(t) }

// in says a term in the user's language.
func in(t hearing.Term) string {
	if Language() == English {
		return t.En
	}
	return t.Zh
}
