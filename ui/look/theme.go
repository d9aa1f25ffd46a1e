// Package look is how the window looks: its theme, and the small parts that
// every page is put together from.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hearingdesk/assets"
)

// A Mode is light, dark, or what the system asks for.
type Mode string

// The modes; empty follows the system.
const (
	System Mode = ""
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Theme is the desk's theme: one blue for what can be done, red for what must
// not, and otherwise paper and ink.
type Theme struct {
	mode    Mode
	regular fyne.Resource
	bold    fyne.Resource
}

// NewTheme returns the theme of a mode.
func NewTheme(m Mode) *Theme {
	return &Theme{m, fyne.NewStaticResource("window-regular.otf", assets.WindowRegular), fyne.NewStaticResource("window-bold.otf", assets.WindowBold)}
}

// colours of the two modes.
var colours = map[fyne.ThemeColorName][2]color.Color{
	theme.ColorNamePrimary:             {rgb(0x1F4E8C), rgb(0x7FB0F0)},
	theme.ColorNameForegroundOnPrimary: {rgb(0xFFFFFF), rgb(0x10151C)},
	theme.ColorNameHyperlink:           {rgb(0x1F4E8C), rgb(0x8FBCF5)},
	theme.ColorNameBackground:          {rgb(0xFFFFFF), rgb(0x1B1E23)},
	theme.ColorNameForeground:          {rgb(0x1D2129), rgb(0xE6E8EB)},
	theme.ColorNamePlaceHolder:         {rgb(0x8A919C), rgb(0x7F8793)},
	theme.ColorNameDisabled:            {rgb(0x727985), rgb(0x8F97A5)},
	theme.ColorNameInputBackground:     {rgb(0xF5F6F8), rgb(0x262A31)},
	theme.ColorNameInputBorder:         {rgb(0xD5D9E0), rgb(0x3B414B)},
	theme.ColorNameButton:              {rgb(0xEEF0F4), rgb(0x2B3038)},
	theme.ColorNameDisabledButton:      {rgb(0xF3F4F6), rgb(0x24282E)},
	theme.ColorNameHover:               {rgba(0x1F4E8C, 0x14), rgba(0x7FB0F0, 0x1E)},
	theme.ColorNamePressed:             {rgba(0x1F4E8C, 0x30), rgba(0x7FB0F0, 0x38)},
	theme.ColorNameFocus:               {rgba(0x1F4E8C, 0x48), rgba(0x7FB0F0, 0x58)},
	theme.ColorNameSelection:           {rgba(0x1F4E8C, 0x2A), rgba(0x7FB0F0, 0x40)},
	theme.ColorNameSeparator:           {rgb(0xE3E6EB), rgb(0x343942)},
	theme.ColorNameShadow:              {rgba(0x000000, 0x28), rgba(0x000000, 0x60)},
	theme.ColorNameScrollBar:           {rgba(0x1D2129, 0x50), rgba(0xE6E8EB, 0x50)},
	theme.ColorNameHeaderBackground:    {rgb(0xF5F6F8), rgb(0x22262C)},
	theme.ColorNameMenuBackground:      {rgb(0xFFFFFF), rgb(0x262A31)},
	theme.ColorNameOverlayBackground:   {rgb(0xFFFFFF), rgb(0x262A31)},
	theme.ColorNameError:               {rgb(0xB3261E), rgb(0xF2918B)},
	theme.ColorNameWarning:             {rgb(0x96610A), rgb(0xE8B55A)},
	theme.ColorNameSuccess:             {rgb(0x1F7A3D), rgb(0x7CCB94)},
	ColourSidebar:                      {rgb(0xF1F3F6), rgb(0x15181C)},
	ColourPaper:                        {rgb(0xE4E7EC), rgb(0x101215)},
}

// Colours of the desk's own.
const (
	ColourSidebar fyne.ThemeColorName = "sidebar" // behind the navigation
	ColourPaper   fyne.ThemeColorName = "paper"   // behind the pages of a preview
)

func rgb(v uint32) color.Color { return rgba(v, 0xFF) }

func rgba(v uint32, a uint8) color.Color {
	return color.NRGBA{R: uint8(v >> 16 & 0xFF), G: uint8(v >> 8 & 0xFF), B: uint8(v & 0xFF), A: a}
}

// Color returns a colour in the mode.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch t.mode {
	case Light:
		v = theme.VariantLight
	case Dark:
		v = theme.VariantDark
	}
	if c, ok := colours[n]; ok {
		if v == theme.VariantDark {
			return c[1]
		}
		return c[0]
	}
	return theme.DefaultTheme().Color(n, v)
}

// Font returns the window's face; all Chinese is in it.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return t.bold
	}
	return t.regular
}

// Icon returns an icon of Fyne's own.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size returns a size: denser than Fyne's own, as desks are.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return 14
	case theme.SizeNameCaptionText:
		return 12.5
	case theme.SizeNameSubHeadingText:
		return 17
	case theme.SizeNameHeadingText:
		return 21
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInlineIcon:
		return 18
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 5
	}
	return theme.DefaultTheme().Size(n)
}
