// Package sheet shows the pages of a paper as the printer will print them: the
// page of papers and the texts of papers share it.
package sheet

import (
	"context"
	"fmt"
	"image"
	"math"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/document/press"
	"hearingdesk/ui/look"
	"hearingdesk/ui/words"
	"hearingdesk/ui/work"
)

// A Zoom says how large the pages are.
type Zoom int

// The zooms.
const (
	FitWidth Zoom = iota
	FitPage
	FullSize
)

const (
	dotsPerMM = 96 / 25.4 // of the screen's own measure: a page at full size is as large as on paper
	margin    = float32(16)
	kept      = 16 // pictures of pages in memory
	settle    = 30 * time.Millisecond
)

// A Runner runs the latest of several jobs, off the window's thread.
type Runner interface {
	Later(key string, wait time.Duration, job work.Job, done func(error))
}

// A View shows the pages of a paper. Its methods belong to the window's thread.
type View struct {
	root   *fyne.Container
	scroll *container.Scroll
	pages  *fyne.Container // the sheets
	blank  *fyne.Container // what stands here instead
	zoom   Zoom
	paper  press.Paper
	dots   int // width of a page's picture

	run      Runner
	name     string // of the job, so that a newer one takes its place
	fail     func(error)
	wanted   atomic.Int64 // counts what was asked for: the rest is dropped
	pictures map[picture]image.Image
	order    []picture // the oldest first
	room     fyne.Size
}

// A picture names one page at one size.
type picture struct {
	hash string
	page int
	dots int
}

// views counts them: each draws under a name of its own.
var views atomic.Int64

// New returns a view that shows nothing yet.
func New(run Runner, fail func(error)) *View {
	p := &View{run: run, name: fmt.Sprint("sheet ", views.Add(1)), fail: fail, pictures: map[picture]image.Image{}, blank: container.NewStack()}
	p.pages = container.New(pileLayout{p})
	p.scroll = container.NewScroll(p.pages)
	ground := canvas.NewRectangle(theme.Color(look.ColourPaper))
	p.root = container.New(viewLayout{p}, ground, p.scroll, p.blank)
	return p
}

// Show shows a paper from its first page on, or what stands in its place.
func (p *View) Show(paper press.Paper, instead fyne.CanvasObject) {
	p.blank.RemoveAll()
	if instead != nil {
		p.wanted.Add(1)
		p.paper = press.Paper{}
		p.pages.RemoveAll()
		p.blank.Add(instead)
		p.scroll.Hide()
		p.blank.Refresh()
		return
	}
	p.scroll.Show()
	if paper.Hash == p.paper.Hash && len(p.pages.Objects) > 0 {
		p.paper = paper
		return
	}
	p.paper = paper
	p.pages.RemoveAll()
	for range paper.Pages {
		p.pages.Add(newLeaf())
	}
	p.scroll.ScrollToTop()
	p.fit()
}

// Renew shows a paper in the place of one that is nearly alike: the view stays
// where it is, and a page keeps its picture until the new one is drawn.
func (p *View) Renew(paper press.Paper) {
	if len(p.pages.Objects) == 0 || len(paper.Pages) == 0 {
		p.Show(paper, nil)
		return
	}
	same := paper.Hash == p.paper.Hash
	p.paper = paper
	if same {
		return
	}
	for len(p.pages.Objects) < len(paper.Pages) {
		p.pages.Add(newLeaf())
	}
	p.pages.Objects = p.pages.Objects[:len(paper.Pages)]
	p.fit()
}

// Object returns what is drawn.
func (p *View) Object() fyne.CanvasObject { return p.root }

// SetZoom shows the pages at another size.
func (p *View) SetZoom(z Zoom) {
	p.zoom = z
	p.fit()
}

// Zooms are the buttons that choose the size.
func (p *View) Zooms() fyne.CanvasObject {
	row := container.NewHBox()
	mark := func() {
		for z, o := range row.Objects {
			weight := widget.LowImportance
			if Zoom(z) == p.zoom {
				weight = widget.MediumImportance
			}
			o.(*widget.Button).Importance = weight
			o.Refresh()
		}
	}
	for z, text := range []string{words.T("适合宽度"), words.T("整页"), words.T("实际大小")} {
		row.Add(look.Quiet(text, nil, func() {
			p.SetZoom(Zoom(z))
			mark()
		}))
	}
	mark()
	return row
}

// width is that of a page at the zoom.
func (p *View) width(page int) float32 {
	size := p.paper.Pages[page]
	wide, high := float32(size.Width), float32(size.Height)
	room := p.room.Subtract(fyne.NewSquareSize(2 * margin))
	switch p.zoom {
	case FitPage:
		return fyne.Max(40, fyne.Min(room.Width, room.Height*wide/high))
	case FullSize:
		return wide * dotsPerMM
	}
	return fyne.Max(40, room.Width-theme.ScrollBarSmallSize())
}

// fit lays the pages out anew and asks for their pictures.
func (p *View) fit() {
	if len(p.paper.Pages) == 0 || p.room.Width <= 0 {
		return
	}
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.root); c != nil {
		scale = c.Scale()
	}
	p.dots = int(math.Round(float64(p.width(0) * scale)))
	p.pages.Refresh()
	p.scroll.Refresh()
	p.wanted.Add(1)
	p.next(p.wanted.Load())
}

// next shows the pictures that are there, and has the first of the others made.
func (p *View) next(turn int64) {
	for i, o := range p.pages.Objects {
		key := picture{p.paper.Hash, i, p.dots}
		if img := p.pictures[key]; img != nil {
			o.(*fyne.Container).Objects[2].(*canvas.Image).Image = img
			o.Refresh()
			continue
		}
		p.draw(key, turn)
		return
	}
}

func (p *View) draw(key picture, turn int64) {
	paper := p.paper
	var img image.Image
	p.run.Later(p.name, settle, func(context.Context) (err error) {
		if turn != p.wanted.Load() {
			return nil
		}
		img, err = paper.Raster(key.page, float64(key.dots)/paper.Pages[key.page].Width*25.4)
		return err
	}, func(err error) {
		if turn != p.wanted.Load() {
			return
		}
		if err != nil || img == nil {
			p.fail(err)
			return
		}
		p.keep(key, img)
		p.next(turn)
	})
}

// keep remembers a picture, and forgets the oldest when there are many.
func (p *View) keep(key picture, img image.Image) {
	p.pictures[key] = img
	p.order = append(p.order, key)
	if most := max(kept, len(p.paper.Pages)); len(p.order) > most {
		delete(p.pictures, p.order[0])
		p.order = p.order[1:]
	}
}

// Key scrolls page by page; it reports whether the key does.
func (p *View) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyPageDown:
		p.Turn(1)
	case fyne.KeyPageUp:
		p.Turn(-1)
	case fyne.KeyHome:
		p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, 0))
	case fyne.KeyEnd:
		p.scroll.ScrollToBottom()
	default:
		return false
	}
	return true
}

// Turn goes to the next page or the one before, or as far as the window shows
// where a page is longer.
func (p *View) Turn(by float32) {
	if len(p.pages.Objects) == 0 {
		return
	}
	step := fyne.Min(p.pages.Objects[0].Size().Height+margin, p.scroll.Size().Height-2*margin)
	p.scroll.ScrollToOffset(p.scroll.Offset.AddXY(0, by*step))
}
