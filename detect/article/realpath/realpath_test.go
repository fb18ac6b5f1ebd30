package realpath

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink(dir, filepath.Join(dir, "link")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for _, path := range []string{"a.txt", "link/a.txt", "link/link/../a.txt"} {
		if got := Of(path); got != Of(file) || !strings.HasPrefix(got, OfDir("link")) {
			t.Errorf("%s is %s, want %s, in %s", path, got, Of(file), OfDir("link"))
		}
	}
	if got := OfDir(string(filepath.Separator)); got != string(filepath.Separator) {
		t.Errorf("the root is %q", got)
	}
	if got := Of("none"); got != filepath.Join(dir, "none") {
		t.Errorf("what is not there is %q", got)
	}
}
