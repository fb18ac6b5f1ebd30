package parquet

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
)

// The codecs of pages.
const (
	codecNone   = 0
	codecSnappy = 1
	codecGzip   = 2
	codecLZ4Raw = 7
	codecZstd   = 6
)

var otherCodecs = map[int64]string{3: "LZO", 4: "Brotli", 5: "LZ4 in Hadoop's framing"}

var errPacked = errors.New("damaged: a page does not unpack to the size that it says")

// unpack unpacks a page to exactly size bytes, and never makes more of it.
func unpack(codec int64, in []byte, size int) ([]byte, error) {
	switch codec {
	case codecNone:
		if len(in) != size {
			return nil, errPacked
		}
		return in, nil
	case codecSnappy:
		if n, err := snappy.DecodedLen(in); err != nil || n != size {
			return nil, errPacked
		}
		out, err := snappy.Decode(make([]byte, size), in)
		if err != nil {
			return nil, errPacked
		}
		return out, nil
	case codecGzip:
		z, err := gzip.NewReader(bytes.NewReader(in))
		if err != nil {
			return nil, errPacked
		}
		return readExactly(z, size)
	case codecZstd:
		z, err := zstd.NewReader(bytes.NewReader(in), zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxPage))
		if err != nil {
			return nil, errPacked
		}
		defer z.Close()
		return readExactly(z, size)
	case codecLZ4Raw:
		return unpackLZ4(in, size)
	}
	if name, ok := otherCodecs[codec]; ok {
		return nil, fmt.Errorf("packed with %s, which is not read; uncompressed, Snappy, gzip, Zstandard and LZ4_RAW are", name)
	}
	return nil, fmt.Errorf("packed with an unknown codec (%d)", codec)
}

// readExactly reads size bytes, after which the input has to end.
func readExactly(r io.Reader, size int) ([]byte, error) {
	out := make([]byte, 0, min(size, 1<<20)+1)
	for {
		n, err := r.Read(out[len(out):cap(out)])
		if out = out[:len(out)+n]; len(out) > size || err != nil && err != io.EOF {
			return nil, errPacked
		}
		if err == io.EOF {
			if len(out) != size {
				return nil, errPacked
			}
			return out, nil
		}
		if len(out) == cap(out) {
			grown := make([]byte, len(out), min(2*cap(out), size+1))
			copy(grown, out)
			out = grown
		}
	}
}

// unpackLZ4 unpacks one block of LZ4.
func unpackLZ4(in []byte, size int) ([]byte, error) {
	out := make([]byte, 0, min(size, 255*len(in)+16)) // no block holds more than that
	length := func(n int) (int, bool) {
		if n < 15 {
			return n, true
		}
		for len(in) > 0 {
			c := in[0]
			in = in[1:]
			if n += int(c); c != 255 {
				return n, n <= size
			}
		}
		return 0, false
	}
	for len(in) > 0 {
		token := in[0]
		in = in[1:]
		n, ok := length(int(token >> 4))
		if !ok || n > len(in) || n > size-len(out) {
			return nil, errPacked
		}
		out, in = append(out, in[:n]...), in[n:]
		if len(in) == 0 {
			break
		}
		if len(in) < 2 {
			return nil, errPacked
		}
		back := int(in[0]) | int(in[1])<<8
		in = in[2:]
		n, ok = length(int(token & 15))
		if n += 4; !ok || back == 0 || back > len(out) || n > size-len(out) {
			return nil, errPacked
		}
		for n > 0 { // what is copied may overlap itself
			k := min(n, back)
			out = append(out, out[len(out)-back:len(out)-back+k]...)
			n -= k
		}
	}
	if len(out) != size {
		return nil, errPacked
	}
	return out, nil
}
