package assets

import (
	"embed"
	"io/fs"
)

//go:embed fonts/paper-*.ttf
var fonts embed.FS

// PaperFonts holds the faces of the papers: 仿宋, 楷体, 黑体, a title face and one
// with the rare characters. fonts/README.md says where they come from.
func PaperFonts() fs.FS {
	sub, err := fs.Sub(fonts, "fonts")
	if err != nil {
		return fonts // the name is a constant: it is there or the build fails
	}
	return sub
}

// WindowRegular is the window's face, with every character of GB 18030 that
// Noto Sans has.
//
//go:embed fonts/window-regular.otf
var WindowRegular []byte

// WindowBold is the window's face for headings.
//
//go:embed fonts/window-bold.otf
var WindowBold []byte
