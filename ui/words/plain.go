package words

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"hearingdesk/hearing"
)

// Plain returns what a text file says, be it UTF-8 or, as spreadsheets save
// Chinese, GBK. The error is that it is no text.
func Plain(b []byte) (string, error) {
	if utf8.Valid(b) {
		return string(b), nil
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	for _, r := range string(text) {
		if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return "", &hearing.FieldError{Path: T("文件"), Code: "encoding"}
		}
	}
	return string(text), err
}
