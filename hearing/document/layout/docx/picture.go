package docx

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // what a picture may be
	_ "image/png"

	"rsc.io/qr"

	"hearingdesk/hearing/document"
)

// emuPerMM is a millimetre in Word's measure of drawings.
const emuPerMM = 36000

// picture writes a picture as wide as the text, or as high as the page has room.
func (b *body) picture(v document.Picture) error {
	size, kind, err := image.DecodeConfig(bytes.NewReader(v.Data))
	if err != nil {
		return fmt.Errorf("read picture: %w", err)
	}
	wide, high := textMM, textMM*float64(size.Height)/float64(size.Width)
	if most := 190.0; high > most {
		wide, high = wide*most/high, most
	}
	n := len(b.media) + 1
	b.media = append(b.media, part{fmt.Sprintf("word/media/picture%d.%s", n, kind), v.Data})
	b.open("", `<w:spacing w:before="227" w:after="227" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`)
	b.drawing(n, int(wide*emuPerMM), int(high*emuPerMM))
	b.out.WriteString(`</w:p>`)
	return nil
}

// drawing writes the n-th picture into a paragraph.
func (b *body) drawing(n, wide, high int) {
	fmt.Fprintf(&b.out, `<w:r><w:drawing><wp:inline><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="picture%[3]d"/><a:graphic>`+
		`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%[3]d" name="picture%[3]d"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="pic%[3]d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, wide, high, n)
}

// code writes a QR code as a picture with its caption.
func (b *body) code(v document.Code) error {
	code, err := qr.Encode(v.Data, qr.M)
	if err != nil {
		return fmt.Errorf("draw QR code: %w", err)
	}
	n := len(b.media) + 1
	b.media = append(b.media, part{fmt.Sprintf("word/media/code%d.png", n), code.PNG()})
	quiet := document.CodeSize * 4 / float64(code.Size) // the white border that the picture has
	emu := int((document.CodeSize + 2*quiet) * emuPerMM)
	b.hang()
	// At the right, but beside the number of an odd page of a letter.
	x := left + textMM - document.CodeSize
	if b.doc.Style == document.Letter && b.pages > 1 && b.pages%2 == 1 {
		x = left
	}
	hung := frame(x-quiet, textFoot+6-quiet-b.raised(), document.CodeSize+2*quiet)
	b.begin("Caption", hung+`<w:spacing w:line="240" w:lineRule="auto"/>`)
	b.drawing(n, emu, emu)
	b.out.WriteString(`</w:p>`)
	if v.Caption != "" {
		b.begin("Caption", hung)
		b.runs([]document.Run{{Text: v.Caption}})
	}
	return nil
}
