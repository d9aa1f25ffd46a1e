package wordform

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
)

// LargestFile is how many bytes a form may have.
const LargestFile = 32 << 20

// The limits of what is in it: far above what an office's form has, far below
// what a small machine can hold.
const (
	largestPart  = 16 << 20  // bytes of a part that is read
	largestWhole = 256 << 20 // bytes of all parts, unpacked
	mostParts    = 4096
	tightest     = 250 // how many times its packed size a part of over 1 MiB may be
)

// A pack is the package that a DOCX file is (ECMA-376, part 2), with the parts
// that have text of the form.
type pack struct {
	zip   *zip.Reader
	texts []string // names of the parts with text, the main one first
}

// openPack reads a package and refuses what is broken or hostile.
func openPack(file []byte) (*pack, error) {
	switch {
	case len(file) > LargestFile:
		return nil, &Error{Fault: TooLarge, Value: megabytes(LargestFile)}
	case bytes.HasPrefix(file, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return nil, &Error{Fault: OldWord}
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, &Error{Fault: NotWord, Err: err}
	}
	p := &pack{zip: z}
	if err := p.entries(); err != nil {
		return nil, err
	}
	if err := p.types(); err != nil {
		return nil, err
	}
	return p, p.relations()
}

// entries holds that the names stay inside and that the sizes can be.
func (p *pack) entries() error {
	if len(p.zip.File) > mostParts {
		return &Error{Fault: Bomb}
	}
	seen := map[string]bool{}
	whole := uint64(0)
	for _, f := range p.zip.File {
		name := strings.ToLower(strings.TrimSuffix(f.Name, "/"))
		if name == "" || strings.ContainsAny(name, "\\:\x00") || path.IsAbs(name) || path.Clean(name) != name || name == ".." || strings.HasPrefix(name, "../") || seen[name] {
			return &Error{Fault: BadName, Part: f.Name}
		}
		seen[name] = true
		if f.Flags&1 != 0 {
			return &Error{Fault: OldWord, Part: f.Name}
		}
		if path.Base(name) == "vbaproject.bin" {
			return &Error{Fault: Macros, Part: f.Name}
		}
		if f.UncompressedSize64 > largestWhole || whole+f.UncompressedSize64 > largestWhole {
			return &Error{Fault: Bomb, Part: f.Name}
		}
		whole += f.UncompressedSize64
	}
	return nil
}

// part reads one part.
func (p *pack) part(name string) ([]byte, error) {
	at := slices.IndexFunc(p.zip.File, func(f *zip.File) bool { return f.Name == name })
	if at < 0 {
		return nil, &Error{Fault: NotWord, Part: name}
	}
	f := p.zip.File[at]
	switch {
	case f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/tightest > f.CompressedSize64:
		return nil, &Error{Fault: Bomb, Part: name}
	case f.UncompressedSize64 > largestPart:
		return nil, &Error{Fault: TooLarge, Part: name, Value: megabytes(largestPart)}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Fault: Broken, Part: name, Err: err}
	}
	text, err := io.ReadAll(io.LimitReader(r, largestPart+1))
	if err := errors.Join(err, r.Close()); err != nil {
		return nil, &Error{Fault: Broken, Part: name, Err: err}
	}
	if len(text) > largestPart {
		return nil, &Error{Fault: Bomb, Part: name}
	}
	return text, nil
}

// scan reads the elements of a part.
func (p *pack) scan(name string, element func(xml.StartElement) error) error {
	text, err := p.part(name)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &Error{Fault: Broken, Part: name, Err: err}
		}
		switch t := t.(type) {
		case xml.Directive:
			return &Error{Fault: Entities, Part: name}
		case xml.StartElement:
			if err := element(t); err != nil {
				return err
			}
		}
	}
}

const typeW = "application/vnd.openxmlformats-officedocument.wordprocessingml."

// types finds the parts with text: the body, headers, footers and notes.
func (p *pack) types() error {
	var main, others []string
	err := p.scan("[Content_Types].xml", func(e xml.StartElement) error {
		name, kind := strings.TrimPrefix(attribute(e, "PartName"), "/"), attribute(e, "ContentType")
		switch {
		case strings.Contains(kind, "macroEnabled"):
			return &Error{Fault: Macros, Part: name}
		case strings.HasPrefix(kind, typeW+"template."):
			return &Error{Fault: Template, Part: name}
		case name == "":
		case kind == typeW+"document.main+xml":
			main = append(main, name)
		case slices.Contains([]string{"header+xml", "footer+xml", "footnotes+xml", "endnotes+xml"}, strings.TrimPrefix(kind, typeW)):
			others = append(others, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(main) != 1 {
		return &Error{Fault: NotWord}
	}
	for _, name := range append(main, others...) {
		if slices.Contains(p.texts, name) {
			return &Error{Fault: BadName, Part: name}
		}
		p.texts = append(p.texts, name)
	}
	return nil
}

// local is a template on the machine itself, where Word notes what a document
// was begun with.
var local = regexp.MustCompile(`^(?i:file:///[a-z]:[^:]*|[^:/\\]+)$`)

// relations refuses whatever the document would draw in from elsewhere when it
// is opened. A link that waits to be clicked is none of it, nor is the name of
// a template on the machine itself.
func (p *pack) relations() error {
	for _, f := range p.zip.File {
		if !strings.HasSuffix(strings.ToLower(f.Name), ".rels") {
			continue
		}
		err := p.scan(f.Name, func(e xml.StartElement) error {
			kind, target := attribute(e, "Type"), attribute(e, "Target")
			switch {
			case attribute(e, "TargetMode") != "External", strings.HasSuffix(kind, "/hyperlink"),
				strings.HasSuffix(kind, "/attachedTemplate") && local.MatchString(target):
				return nil
			}
			return &Error{Fault: Elsewhere, Part: f.Name, Value: target}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// write writes the package with some parts replaced. All others are copied as
// they are packed.
func (p *pack) write(w io.Writer, parts map[string][]byte) error {
	z := zip.NewWriter(w)
	if err := z.SetComment(p.zip.Comment); err != nil {
		return err
	}
	for _, f := range p.zip.File {
		text, ours := parts[f.Name]
		if !ours {
			if err := z.Copy(f); err != nil {
				return err
			}
			continue
		}
		one, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Comment: f.Comment, Method: zip.Deflate, Modified: f.Modified, ExternalAttrs: f.ExternalAttrs, CreatorVersion: f.CreatorVersion})
		if err != nil {
			return err
		}
		if _, err := one.Write(text); err != nil {
			return err
		}
	}
	return z.Close()
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
