// Package assets carries what the program needs beside its code: fonts, icons,
// translations, the texts of papers, holiday and rule tables, and the worked
// examples. It embeds files and does nothing else.
package assets
