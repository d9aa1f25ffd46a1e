package words

import (
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"hearingdesk/assets"
)

// Register gives Fyne the catalogue of the language in use, and with it the
// texts of Fyne's own menus and dialogs. The window does so before it opens;
// the command line has no use for it.
//
// Fyne picks a catalogue by the system's locale. The desk is Chinese also on a
// machine whose locale is not, so the catalogue is registered as the system's
// own.
func Register() error {
	var toolkit map[string]json.RawMessage
	if err := json.Unmarshal(assets.Toolkit, &toolkit); err != nil {
		return fmt.Errorf("read texts of the toolkit: %w", err)
	}
	texts := [][]byte{toolkit[Language()]}
	if Language() == English {
		texts = append(texts, assets.English)
	}
	for _, text := range texts {
		if err := lang.AddTranslationsForLocale(text, lang.SystemLocale()); err != nil {
			return fmt.Errorf("register translations: %w", err)
		}
	}
	return nil
}

// Wrap says where a line may end that does not fit: anywhere in Chinese, in
// English between words.
func Wrap() fyne.TextWrap {
	if Language() == English {
		return fyne.TextWrapWord
	}
	return fyne.TextWrapBreak
}
