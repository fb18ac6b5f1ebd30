package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCompareMany checks that it is said when articles are too many for one story.
func TestCompareMany(t *testing.T) {
	var b bytes.Buffer
	for i := range 481 {
		fmt.Fprintf(&b, "{\"id\": \"a%d\", \"text\": \"The mayor of Ostrel sold the old mill on Monday for %d,000 euros. The council will meet on Friday to talk about the sale of the mill.\"}\n", i, 100+i)
	}
	path := filepath.Join(t.TempDir(), "many.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, said bytes.Buffer
	if status := run(context.Background(), []string{"compare", path}, strings.NewReader(""), &out, &said); status != 0 {
		t.Errorf("status %d", status)
	}
	if want := "481 articles are too many for one story: compared as 2, by the day of publication"; !strings.Contains(said.String(), want) {
		t.Errorf("%q does not say: %s", said.String(), want)
	}
}
