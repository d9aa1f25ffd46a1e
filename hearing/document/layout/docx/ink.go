package docx

import (
	"bytes"
	"fmt"
	"image/png"
	"slices"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/rasterizer"

	"hearingdesk/hearing/document"
)

// room lets a line grow with a drawing in it, where lines have a height of their own.
func room(runs []document.Run) string {
	if slices.ContainsFunc(runs, func(r document.Run) bool { return r.Ink != nil }) {
		return `<w:spacing w:line="240" w:lineRule="auto"/>`
	}
	return ""
}

// ink writes a signature that was drawn, as a picture in its line.
func (b *body) ink(ink *document.Ink) {
	c := canvas.New(document.InkWide, document.InkHigh)
	ctx := canvas.NewContext(c)
	ctx.SetFill(canvas.Transparent)
	ctx.SetStrokeColor(canvas.Black)
	ctx.SetStrokeWidth(document.InkPen)
	p := &canvas.Path{}
	for _, line := range ink.Lines() {
		for k, at := range line {
			if k == 0 {
				p.MoveTo(at[0], document.InkHigh-at[1])
				continue
			}
			p.LineTo(at[0], document.InkHigh-at[1])
		}
	}
	ctx.DrawPath(0, 0, p)
	var data bytes.Buffer
	if png.Encode(&data, rasterizer.Draw(c, canvas.DPMM(12), canvas.LinearColorSpace{})) != nil {
		return // a buffer takes everything
	}
	n := len(b.media) + 1
	b.media = append(b.media, part{fmt.Sprintf("word/media/ink%d.png", n), data.Bytes()})
	wide, high := document.InkWide, document.InkHigh
	b.drawing(n, int(wide*emuPerMM), int(high*emuPerMM))
}
