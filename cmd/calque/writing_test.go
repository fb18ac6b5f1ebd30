package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLinksKnown(t *testing.T) {
	for _, test := range []struct {
		env  string
		want bool
	}{
		{"", false},
		{"TERM=xterm-256color", false},
		{"TERM=xterm-256color VTE_VERSION=4602", false},
		{"TERM=xterm-256color VTE_VERSION=7600", true},
		{"TERM=xterm-kitty", true},
		{"TERM_PROGRAM=vscode", true},
		{"TERM_PROGRAM=Apple_Terminal", false},
		{"WT_SESSION=1", true},
		{"WT_SESSION=1 TERM=dumb", false},
		{"WT_SESSION=1 CI=true", false},
	} {
		env := map[string]string{}
		for pair := range strings.FieldsSeq(test.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		if got := linksKnown(func(name string) string { return env[name] }); got != test.want {
			t.Errorf("%q: %v", test.env, got)
		}
	}
}

func TestFileAddress(t *testing.T) {
	path := filepath.Join(t.TempDir(), "50% ä.txt")
	if got := fileAddress("host", path, 7); got != "" {
		t.Errorf("a file that is not there: %q", got)
	}
	if err := os.WriteFile(path, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := fileAddress("host", path, 7); !strings.HasPrefix(got, "file://") || !strings.HasSuffix(got, "/50%25%20%C3%A4.txt#7") {
		t.Errorf("got %q", got)
	}
}
