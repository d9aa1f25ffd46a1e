package printing

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// The few pieces of the Internet Printing Protocol (RFC 8010) that asking for
// a job's state takes. lpstat is not enough: it shows a cancelled job and a
// printed one alike.
const (
	getJobAttributes = 0x0009

	tagOperation = 0x01
	tagEnd       = 0x03
	tagInteger   = 0x21
	tagEnum      = 0x23
	tagName      = 0x42
	tagKeyword   = 0x44
	tagURI       = 0x45
	tagCharset   = 0x47
	tagLanguage  = 0x48

	statusNotFound = 0x0406
	statusGone     = 0x0407
	statusNoAccess = 0x0403
)

var errMalformed = errors.New("malformed answer")

// attributes are the values of an answer by name, numbers as text's bytes
// spelled big-endian.
type attributes map[string][][]byte

// texts returns an attribute's values as text.
func (a attributes) texts(name string) []string {
	var out []string
	for _, v := range a[name] {
		out = append(out, string(v))
	}
	return out
}

// number returns an attribute's first value as a number, or 0.
func (a attributes) number(name string) int {
	if v := a[name]; len(v) > 0 && len(v[0]) == 4 {
		return int(int32(binary.BigEndian.Uint32(v[0]))) //nolint:gosec // the protocol's numbers are signed
	}
	return 0
}

// question encodes a request for the named attributes of a job.
func question(job, user string, names ...string) []byte {
	b := []byte{2, 0, 0, getJobAttributes, 0, 0, 0, 1, tagOperation}
	add := func(tag byte, name, value string) {
		b = append(b, tag)
		b = binary.BigEndian.AppendUint16(b, uint16(len(name))) //nolint:gosec // names are our own
		b = append(b, name...)
		b = binary.BigEndian.AppendUint16(b, uint16(len(value))) //nolint:gosec // as are values
		b = append(b, value...)
	}
	add(tagCharset, "attributes-charset", "utf-8")
	add(tagLanguage, "attributes-natural-language", "en")
	add(tagURI, "job-uri", "ipp://localhost/jobs/"+job)
	add(tagName, "requesting-user-name", user)
	for i, n := range names {
		if i == 0 {
			add(tagKeyword, "requested-attributes", n)
		} else {
			add(tagKeyword, "", n) // a further value of the same attribute
		}
	}
	return append(b, tagEnd)
}

// answer decodes what the server sent back.
func answer(b []byte) (attributes, error) {
	if len(b) < 9 {
		return nil, errMalformed
	}
	switch status := binary.BigEndian.Uint16(b[2:]); {
	case status == statusNotFound || status == statusGone:
		return nil, ErrUnknownJob
	case status == statusNoAccess:
		return nil, errors.New("the print service refuses to tell")
	case status >= 0x0100:
		return nil, fmt.Errorf("the print service answers with status %#04x", status)
	}
	found, name, r := attributes{}, "", bytes.NewBuffer(b[8:])
	for {
		tag, err := r.ReadByte()
		if err != nil {
			return nil, errMalformed // it must end with tagEnd
		}
		if tag == tagEnd {
			return found, nil
		}
		if tag < 0x10 { // the start of a group of attributes
			continue
		}
		n, err := piece(r)
		if err != nil {
			return nil, err
		}
		value, err := piece(r)
		if err != nil {
			return nil, err
		}
		if len(n) > 0 {
			name = string(n)
		}
		found[name] = append(found[name], value)
	}
}

// piece reads a length of two bytes and what follows it.
func piece(r *bytes.Buffer) ([]byte, error) {
	head := r.Next(2)
	if len(head) < 2 {
		return nil, errMalformed
	}
	n := int(binary.BigEndian.Uint16(head))
	if r.Len() < n {
		return nil, errMalformed
	}
	return bytes.Clone(r.Next(n)), nil
}

// stateOf reads a job's state out of an answer.
func stateOf(a attributes) State {
	s := State{Reason: reason(append(a.texts("job-printer-state-reasons"), a.texts("job-state-reasons")...))}
	if m := a.texts("job-printer-state-message"); len(m) > 0 {
		s.Message = m[0]
	}
	switch a.number("job-state") { // RFC 8011 §5.3.7
	case 3, 4:
		s.Phase = Pending
	case 5:
		s.Phase = Processing
	case 6:
		s.Phase = Stopped
	case 7:
		s.Phase = Cancelled
	case 8:
		s.Phase = Aborted
	case 9:
		s = State{Phase: Done}
	}
	return s
}
