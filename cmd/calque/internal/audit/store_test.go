package audit

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
)

// TestStoreDamagedLength checks that a length which no record has ends the sound
// part of a store, also one that is negative where an int has 32 bits.
func TestStoreDamagedLength(t *testing.T) {
	for _, size := range []uint32{largestRecord + 1, 1 << 31, 1<<32 - 1} {
		head := make([]byte, headSize)
		binary.LittleEndian.PutUint32(head[len(key{}):], size)
		if n, ok := bodySize(head); ok {
			t.Errorf("a record of %d bytes", n)
		}
		dir := t.TempDir()
		path := filepath.Join(dir, "checked-x")
		if err := os.WriteFile(path, append([]byte(storeMagic+"x\n"), head...), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := openStore(dir, "x")
		if err != nil {
			t.Fatalf("length %d: %v", size, err)
		}
		if len(s.index) > 0 || s.end != int64(len(storeMagic+"x\n")) {
			t.Errorf("length %d: %d records, %d bytes kept", size, len(s.index), s.end)
		}
		if left, err := os.ReadFile(path); err != nil || !bytes.Equal(left, []byte(storeMagic+"x\n")) {
			t.Errorf("length %d: %q left, %v", size, left, err)
		}
		s.file.Close()
	}
}
