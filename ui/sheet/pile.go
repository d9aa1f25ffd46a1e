package sheet

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// newLeaf is a sheet of paper with its shadow; its picture comes later.
func newLeaf() *fyne.Container {
	shadow := canvas.NewRectangle(theme.Color(theme.ColorNameShadow))
	paper := canvas.NewRectangle(image.White.C)
	img := &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}
	return container.New(leafLayout{}, shadow, paper, img)
}

// leafLayout lets the shadow look out below and right.
type leafLayout struct{}

// MinSize is nothing: the pile says how large a leaf is.
func (leafLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout places shadow, paper and picture.
func (leafLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(1, 2))
	for _, x := range o {
		x.Resize(s)
	}
}

// pileLayout sets the pages below one another, each in the middle.
type pileLayout struct{ p *View }

// MinSize is that of all pages with what lies between them.
func (l pileLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, margin)
	for i := range o {
		w := l.p.width(i)
		size.Height += w*l.tall(i) + margin
		if l.p.zoom == FullSize {
			size.Width = fyne.Max(size.Width, w+2*margin)
		}
	}
	return size
}

// tall is a page's height to its width.
func (l pileLayout) tall(page int) float32 {
	size := l.p.paper.Pages[page]
	return float32(size.Height / size.Width)
}

// Layout places the pages.
func (l pileLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	y := margin
	for i, x := range o {
		w := l.p.width(i)
		x.Resize(fyne.NewSize(w, w*l.tall(i)))
		x.Move(fyne.NewPos(fyne.Max(margin, (s.Width-w)/2), y))
		y += w*l.tall(i) + margin
	}
}

// viewLayout tells the preview how much room it has.
type viewLayout struct{ p *View }

// MinSize is small: a preview can be narrow.
func (viewLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 160) }

// Layout fills the room, and fits the pages into it.
func (l viewLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	for _, x := range o {
		x.Resize(s)
	}
	if s != l.p.room {
		l.p.room = s
		l.p.fit()
	}
}
