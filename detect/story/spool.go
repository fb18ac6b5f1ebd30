package story

import (
	"bufio"
	"bytes"
	"io"
	"os"
)

// A spool keeps bytes in the order in which they come: in memory, or in a
// temporary file that is gone when the spool is closed.
type spool struct {
	file *os.File // nil for memory
	w    *bufio.Writer
	mem  []byte
	size int64
}

// newSpool makes a spool in memory when dir is "", else in a file there.
func newSpool(dir string) (*spool, error) {
	if dir == "" {
		return &spool{}, nil
	}
	f, err := os.CreateTemp(dir, "group-*")
	if err != nil {
		return nil, err
	}
	return &spool{file: f, w: bufio.NewWriterSize(f, 1<<16)}, nil
}

func (s *spool) Write(b []byte) (int, error) {
	s.size += int64(len(b))
	if s.file != nil {
		return s.w.Write(b)
	}
	s.mem = append(s.mem, b...)
	return len(b), nil
}

// finish ends writing: what was written can be read.
func (s *spool) finish() error {
	if s.file == nil {
		return nil
	}
	return s.w.Flush()
}

// reader reads all from the beginning.
func (s *spool) reader() io.Reader {
	if s.file == nil {
		return bytes.NewReader(s.mem)
	}
	return bufio.NewReaderSize(io.NewSectionReader(s.file, 0, s.size), 1<<16)
}

// at is n bytes from an offset on; they may lie in buf, and are to be read
// before it is used again.
func (s *spool) at(offset int64, n int, buf []byte) ([]byte, error) {
	if s.file == nil {
		return s.mem[offset : offset+int64(n)], nil
	}
	if cap(buf) < n {
		buf = make([]byte, n)
	}
	_, err := s.file.ReadAt(buf[:n], offset)
	return buf[:n], err
}

func (s *spool) close() {
	if s == nil {
		return
	}
	s.mem = nil
	if s.file != nil {
		s.file.Close()
		os.Remove(s.file.Name())
		s.file = nil
	}
}
