// Package words says everything in the user's language. The Chinese text is
// the key, so that the code reads as the window does; the English catalogue
// maps it. It opens no window, and the command line uses it too.
package words

import (
	"encoding/json"
	"fmt"
	"sync"

	"fyne.io/fyne/v2/lang"

	"hearingdesk/assets"
	"hearingdesk/hearing"
)

// The languages.
const (
	Chinese = "zh"
	English = "en"
)

var (
	mu      sync.RWMutex
	current = Chinese
)

// Use chooses the language, Chinese unless it is [English]. Windows that are
// already open keep the words that they were built with.
//
// Fyne picks a catalogue by the system's locale. The desk is Chinese also on a
// machine whose locale is not, so the chosen catalogue is registered as the
// system's own.
func Use(language string) error {
	text, err := chinese()
	mu.Lock()
	current = Chinese
	if language == English {
		text, current = assets.English, English
	}
	mu.Unlock()
	if err != nil {
		return err
	}
	if err := lang.AddTranslationsForLocale(text, lang.SystemLocale()); err != nil {
		return fmt.Errorf("read translations of %q: %w", language, err)
	}
	return nil
}

// chinese is the catalogue of the code's own texts, each of which stands for
// itself. Fyne complains of every text that no catalogue has.
func chinese() ([]byte, error) {
	var english map[string]string
	if err := json.Unmarshal(assets.English, &english); err != nil {
		return nil, fmt.Errorf("read translations: %w", err)
	}
	for k := range english {
		english[k] = k
	}
	text, err := json.Marshal(english)
	if err != nil {
		return nil, fmt.Errorf("read translations: %w", err)
	}
	return text, nil
}

// Language returns the language in use.
func Language() string {
	mu.RLock()
	defer mu.RUnlock()
	return current
}

// T says a Chinese text in the user's language. Values stand in it as
// {{.Name}} and are given by one map or struct.
func T(key string, values ...any) string { return lang.L(key, values...) }

// Of names a coded value.
func Of(v hearing.Named) string {
	if Language() == English {
		return v.Term().En
	}
	return v.Term().Zh
}

// Kind names a kind of record, as changes and imports call it.
func Kind(kind string) string {
	switch kind {
	case "organisation":
		return T("单位")
	case "person":
		return T("人员")
	case "room":
		return T("场所")
	case "case":
		return T("案件")
	case "hearing":
		return T("听证会")
	case "announcement":
		return T("宣告送达")
	case "instrument":
		return T("法律文书")
	case "office":
		return T("本院")
	}
	return kind
}

// Change says what one change did: 修改听证会“…”.
func Change(c hearing.Change) string {
	verb := T("修改")
	switch {
	case len(c.Before) == 0:
		verb = T("新建")
	case len(c.After) == 0:
		verb = T("删除")
	case c.Action == "import":
		verb = T("导入")
	}
	return T("{{.Verb}}{{.Kind}}“{{.Name}}”", map[string]string{"Verb": verb, "Kind": Kind(c.Kind), "Name": c.Name})
}
