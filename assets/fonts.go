package assets

import _ "embed" // the fonts are part of the program

// The faces of the papers. Each is embedded as its bytes: a file system would
// copy them each time that one is read.
var (
	//go:embed fonts/paper-fang.ttf
	paperFang []byte
	//go:embed fonts/paper-hei.ttf
	paperHei []byte
	//go:embed fonts/paper-kai.ttf
	paperKai []byte
	//go:embed fonts/paper-title.ttf
	paperTitle []byte
	//go:embed fonts/paper-rare.ttf
	paperRare []byte
)

// PaperFonts are the faces of the papers by their files' names: 仿宋, 黑体, 楷体, a
// title face and one with the rare characters. fonts/README.md says where they
// come from. They must not be changed.
func PaperFonts() map[string][]byte {
	return map[string][]byte{"paper-fang.ttf": paperFang, "paper-hei.ttf": paperHei, "paper-kai.ttf": paperKai,
		"paper-title.ttf": paperTitle, "paper-rare.ttf": paperRare}
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
