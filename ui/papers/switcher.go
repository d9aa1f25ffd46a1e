package papers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hearingdesk/hearing/document"
)

// switcher chooses in which order papers are listed and printed.
func (p *Panel) switcher() fyne.CanvasObject {
	row := container.NewGridWithColumns(len(document.Orders))
	for _, by := range document.Orders {
		b := widget.NewButton(orderName(by), func() {
			fyne.CurrentApp().Preferences().SetString(rememberOrder, string(by))
			p.m.Arrange(by)
			p.Focus()
		})
		p.orders = append(p.orders, b)
		row.Add(b)
	}
	return row
}

// markOrder shows which order is chosen.
func (p *Panel) markOrder() {
	for i, b := range p.orders {
		weight := widget.LowImportance
		if document.Orders[i] == p.m.By {
			weight = widget.MediumImportance
		}
		if b.Importance != weight {
			b.Importance = weight
			b.Refresh()
		}
	}
}
