package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"
)

//go:generate go test -run TestCommentsAreCurrent -update .

var update = flag.Bool("update", false, "write the files that tests compare with")

// TestCommentsAreCurrent holds that the schema's descriptions are the types'
// own comments.
func TestCommentsAreCurrent(t *testing.T) {
	const file = "../../assets/schema/comments.json"
	r := new(jsonschema.Reflector)
	t.Chdir("../..")
	if err := r.AddGoComments("hearingdesk", "./hearing", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	t.Chdir("cmd/hearingdesk")
	for k := range r.CommentMap {
		if !strings.HasPrefix(k, "hearingdesk/hearing.") {
			delete(r.CommentMap, k)
		}
	}
	var want bytes.Buffer
	e := json.NewEncoder(&want)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(r.CommentMap); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, want.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Error("assets/schema/comments.json is behind the source; run: go generate ./cmd/hearingdesk")
	}
}
