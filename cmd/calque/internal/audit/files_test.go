package audit

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// What the system was asked to forget is in the file.
func TestForget(t *testing.T) {
	dir := t.TempDir()
	f, err := newFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	random := rand.NewChaCha8([32]byte{})
	part := make([]byte, forgetEvery/3)
	var want bytes.Buffer
	for range 20 {
		_, _ = random.Read(part)
		want.Write(part)
		if _, err := f.articles.w.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if f.articles.asked == 0 || f.articles.asked > f.articles.size {
		t.Errorf("of %d bytes written, %d are to be forgotten", f.articles.size, f.articles.asked)
	}
	published := t.TempDir()
	if err := f.publish(published); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(published, "articles.jsonl"))
	if err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%d bytes were written, others are read (%d, %v)", want.Len(), len(got), err)
	}
}
