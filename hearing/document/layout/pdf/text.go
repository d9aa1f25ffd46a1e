package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// textString writes a text as UTF-16 in hexadecimal digits: in the other form a
// character with the byte of a line's end, such as 不, would become another.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// xmp says the same as the information dictionary in XML (ISO 16684-1).
func xmp(i Info) []byte {
	text := func(s string) string {
		var b bytes.Buffer
		_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
		return b.String()
	}
	return []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>" + `
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + text(i.Title) + `</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">` + text(i.Subject) + `</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>` + text(i.Author) + `</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>` + text(i.Lang) + `</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>` + text(i.Creator) + `</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`)
}

// stream writes an object with data; keys are those beside its length.
func (w *Writer) stream(r ref, keys string, data []byte, pack bool) {
	if pack {
		data, keys = packed(data), keys+"/Filter/FlateDecode"
	}
	w.offsets[r-1] = w.at
	w.text(strconv.Itoa(int(r)) + " 0 obj\n<<" + keys + "/Length " + strconv.Itoa(len(data)) + ">>\nstream\n")
	w.write(data)
	w.text("\nendstream\nendobj\n")
}
