package assets

import _ "embed" // the comments are part of the schema

// TypeComments maps the domain's types and fields to their doc comments, for
// the descriptions of the package's JSON Schema. go generate ./cmd/hearingdesk
// writes it from the source; a test tells when it is behind.
//
//go:embed schema/comments.json
var TypeComments []byte
