package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/calque-check/calque/detect/article/internal/parquet"
)

// isParquet reports whether an input is a Parquet file: its magic, and then the
// beginning of a structure, which no text has there.
func isParquet(_, start string) bool {
	return len(start) > 4 && (strings.HasPrefix(start, "PAR1") || strings.HasPrefix(start, "PARE")) &&
		start[4] < ' ' && !strings.ContainsRune("\t\n\v\f\r", rune(start[4]))
}

// listParquet lists the rows of a Parquet file with named columns. What is no
// plain file on the disk is held in memory or in a temporary file, for the
// format is read from its end.
//
// The file is read by row groups and pages, so that a place in it cannot be
// given as a line and a column: those count in the row's title and text, one
// below the other.
func listParquet(l *lister, path string, in *bufio.Reader) bool {
	at, size, done, err := randomAccess(l.whole, in, or(l.Limits.Unpacked, DefaultMaxUnpacked))
	if err != nil {
		return l.fail(path, 0, err)
	}
	defer done()
	f, err := parquet.Open(at, size, parquet.Limits{Unpacked: or(l.Limits.Unpacked, DefaultMaxUnpacked), Ratio: or(l.Limits.Ratio, DefaultMaxRatio)})
	if err != nil {
		return l.fail(path, 0, err)
	}
	columns, names := parquetColumns(f.Columns())
	if csvIndex(names, csvTextColumns) < 0 {
		return l.fail(path, 0, errors.New(`no column for the text: one has to be named "text", "body", "content" or "articleBody" and hold one value a row`))
	}
	limit := or(l.Limits.Record, l.maxSize())
	before := l.found
	for row, err := range f.Rows(columns) {
		if err != nil {
			if limit := (*parquet.LimitError)(nil); errors.As(err, &limit) {
				err = &UnpackError{Limit: limit.Limit, Ratio: limit.Ratio}
			}
			if !l.fail(path, int(row.Number), err) {
				return false
			}
			continue
		}
		size := int64(0)
		for _, v := range row.Values {
			size += int64(len(v))
		}
		if size > limit {
			if !l.fail(path, int(row.Number), &TooLargeError{Size: size, Limit: limit}) {
				return false
			}
			continue
		}
		if !l.record(input{path: path, record: int(row.Number)}, func(i input) (*Article, error) {
			return readParquetRow(i, names, row.Values)
		}) {
			return false
		}
	}
	if l.found == before {
		return l.fail(path, 0, ErrEmpty)
	}
	return true
}

// parquetColumns are the columns that are read, and their names.
func parquetColumns(all []parquet.Column) (columns []parquet.Column, names []string) {
	known := make([]string, len(all))
	for i, c := range all {
		known[i] = csvName(c.Name)
	}
	add := func(of []string) {
		if i := csvIndex(known, of); i >= 0 {
			columns, names = append(columns, all[i]), append(names, known[i])
		}
	}
	add(csvTextColumns)
	add(csvTitleColumns)
	for _, c := range csvColumns {
		add(c.names)
	}
	return columns, names
}

// readParquetRow reads the article of one row.
func readParquetRow(i input, names, values []string) (*Article, error) {
	var dec decoded
	fields := make([]passage, len(values))
	place := func(of []string) error {
		k := csvIndex(names, of)
		if k < 0 || values[k] == "" {
			return nil
		}
		cell := decoded{text: values[k]}
		if !utf8.ValidString(values[k]) {
			var err error
			if cell, err = decode([]byte(values[k])); err != nil {
				return err
			}
		}
		if dec.text != "" {
			dec.text += "\n\n"
		}
		fields[k] = standing(cell.text, len(dec.text))
		dec.text += cell.text
		dec.encoding = cell.encoding
		dec.bad = append(dec.bad, cell.bad...)
		dec.repairs = append(dec.repairs, cell.repairs...)
		return nil
	}
	for k, v := range values {
		fields[k].text = strings.ToValidUTF8(v, "\ufffd")
	}
	if err := place(csvTitleColumns); err != nil {
		return nil, err
	}
	if err := place(csvTextColumns); err != nil {
		return nil, err
	}
	return readColumns(i, dec, names, fields)
}

// heldInMemory is how many bytes of a stream that has to be read at any place
// are held in memory; a longer one goes to a temporary file.
const heldInMemory = 8 << 20

// randomAccess makes an input one that can be read at any place: the file itself
// where it is not packed, else a copy. done frees the copy.
func randomAccess(whole *os.File, in *bufio.Reader, limit int64) (at io.ReaderAt, size int64, done func(), err error) {
	done = func() {}
	if whole != nil {
		var magic [4]byte
		if _, err := whole.ReadAt(magic[:], 0); err == nil && (string(magic[:]) == "PAR1" || string(magic[:]) == "PARE") {
			info, err := whole.Stat()
			if err != nil {
				return nil, 0, done, err
			}
			return whole, info.Size(), done, nil
		}
	}
	start, err := io.ReadAll(io.LimitReader(in, heldInMemory))
	if err != nil {
		return nil, 0, done, err
	}
	if len(start) < heldInMemory {
		return bytes.NewReader(start), int64(len(start)), done, nil
	}
	held, err := os.CreateTemp("", "calque-*.parquet")
	if err != nil {
		return nil, 0, done, fmt.Errorf("a Parquet file from a stream needs room in a temporary file: %w", err)
	}
	_ = os.Remove(held.Name()) // where a file that is open may be removed, nothing stays behind whatever happens
	done = func() {
		held.Close()
		os.Remove(held.Name())
	}
	size, err = io.Copy(held, io.LimitReader(io.MultiReader(bytes.NewReader(start), in), limit+1))
	if err == nil && size > limit {
		err = &UnpackError{Limit: limit}
	}
	if err != nil {
		done()
		return nil, 0, func() {}, err
	}
	return held, size, done, nil
}
