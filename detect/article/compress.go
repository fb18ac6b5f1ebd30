package article

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const (
	gzipMagic = "\x1f\x8b"
	zstdMagic = "\x28\xb5\x2f\xfd"

	readBuffer   = 64 << 10 // also how much of an input can be seen to tell its format
	ratioFree    = 16 << 20 // unpacked bytes that may come of however few
	maxZstdSpace = 64 << 20 // memory for one Zstandard window
)

// An UnpackError says that a compressed input unpacks to more than a Reader
// takes.
type UnpackError struct {
	Limit int64 // bytes, or times the packed size
	Ratio bool
}

func (e *UnpackError) Error() string {
	if e.Ratio {
		return fmt.Sprintf("unpacks to more than %d times its size; raise the limit if this is no decompression bomb", e.Limit)
	}
	return "unpacks to more than the limit of " + megabytes(e.Limit)
}

// bufferedReaders are used again: a directory has many files that are far smaller
// than a buffer.
var bufferedReaders = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, readBuffer) }}

// buffered reads from r in large pieces.
func buffered(r io.Reader) *bufio.Reader {
	in := bufferedReaders.Get().(*bufio.Reader)
	in.Reset(r)
	return in
}

// release gives a buffered reader back that nobody reads from any more.
func release(in *bufio.Reader) {
	in.Reset(nil)
	bufferedReaders.Put(in)
}

// unpack reads what is packed with gzip or Zstandard, as the first bytes tell,
// and anything else as it is. The reader may be released.
func unpack(r io.Reader, limits Limits) (in *bufio.Reader, packed bool, err error) {
	count := &counter{r: r}
	in = buffered(count)
	u := unpacked{packed: count, limits: limits}
	switch magic, _ := in.Peek(4); {
	case strings.HasPrefix(string(magic), gzipMagic):
		u.format = "gzip"
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, true, u.damage(err)
		}
		u.r = z
	case string(magic) == zstdMagic:
		u.format = "Zstandard"
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxZstdSpace))
		if err != nil {
			return nil, true, u.damage(err)
		}
		u.r = z // with a concurrency of 1 nothing has to be closed
	default:
		return in, false, nil
	}
	return buffered(&u), true, nil
}

// counter counts the bytes that were read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// unpacked is an unpacked stream that keeps the limits.
type unpacked struct {
	r      io.Reader
	format string
	packed *counter
	n      int64
	limits Limits
}

func (u *unpacked) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.n += int64(n)
	if limit := or(u.limits.Unpacked, DefaultMaxUnpacked); u.n > limit {
		return 0, &UnpackError{Limit: limit}
	}
	if limit := or(u.limits.Ratio, DefaultMaxRatio); u.n > ratioFree && u.n/limit > u.packed.n {
		return 0, &UnpackError{Limit: limit, Ratio: true}
	}
	if err != nil && err != io.EOF {
		err = u.damage(err)
	}
	return n, err
}

func (u *unpacked) damage(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF {
		return fmt.Errorf("damaged %s file: it ends too early", u.format)
	}
	return fmt.Errorf("damaged %s file: %w", u.format, err)
}

// unpackedName is the name of a file without the extension of a packed one.
func unpackedName(path string) string {
	switch ext := filepath.Ext(path); strings.ToLower(ext) {
	case ".gz", ".zst", ".zstd":
		return strings.TrimSuffix(path, ext)
	}
	return path
}
