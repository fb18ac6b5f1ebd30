package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
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

// TestOutputRefused checks what happens when standard output takes nothing: a
// reader that has gone is no news, a full disk is, and neither is wrong usage.
func TestOutputRefused(t *testing.T) {
	article := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(article, []byte("The harbour was closed on Monday.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"explain"}, {"explain", "--format", "json"}, {"check", article}, {"inspect", article}, {"config"}} {
		var diag strings.Builder
		if got := run(t.Context(), args, strings.NewReader(""), refusing{syscall.EPIPE}, &diag); got != statusFailed || strings.Contains(diag.String(), "pipe") {
			t.Errorf("%v into a closed pipe: status %d, %q", args, got, diag.String())
		}
		diag.Reset()
		if got := run(t.Context(), args, strings.NewReader(""), refusing{syscall.ENOSPC}, &diag); got != statusFailed || !strings.Contains(diag.String(), syscall.ENOSPC.Error()) {
			t.Errorf("%v onto a full disk: status %d, %q", args, got, diag.String())
		}
	}
}

// refusing is a stream that fails at every write.
type refusing struct{ err error }

func (r refusing) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: r.err}
}

// TestWriteFileMode: a report that others may not read stays so when it is
// written again.
func TestWriteFileMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.json")
	for _, mode := range []os.FileMode{0o644, 0o600} {
		if err := writeFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "{}"); return err }); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%v, %v; want %v", info.Mode(), err, mode)
		}
		if err := os.Chmod(path, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
