// Package parquet reads columns of Parquet files that hold one value a row, as
// text, row group by row group. It is made for files that nobody vouches for:
// whatever a file claims of its sizes, memory stays within a few pages, nothing
// that was claimed is allocated before it has been seen, and all damage is an
// error.
//
// parquet-go, which writes calque's own Parquet, is no reader for such files.
// Version 0.32 makes a slice of as many elements as the footer claims: for the 22
// bytes "PAR1\x00\x15\x02\x19\xfc\x80\x80\x80\x10\x00\x09\x00\x00\x00PAR1" it reserves 3
// GB, and with \x40 for \x10 12 GB, which ends the process where there is less:
// running out of memory is no panic that can be recovered from. Of 19,270 files with
// one byte of a good one changed, 193 made it panic and 7 reserve up to 220 MB, some
// for what page headers claim, between the pages. A guard in front would have to read
// footer, page headers and the counts inside pages as this package does.
//
// It reads version 1 and 2 of data pages; plain, dictionary, run-length and
// delta encodings; uncompressed, Snappy, gzip, Zstandard and LZ4_RAW pages. It
// does not read nested and repeated columns, Brotli, LZO, Hadoop's LZ4, the
// BIT_PACKED levels of 2013 and encrypted files, and says so.
package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
)

const (
	magic          = "PAR1"
	magicEncrypted = "PARE"

	maxFooter     = 64 << 20  // bytes
	maxPage       = 128 << 20 // bytes of a page as it unpacks
	maxPageHeader = 64 << 10  // bytes; statistics stand in it
	free          = 16 << 20  // unpacked bytes that may come of however few
	maxDictionary = 4 << 20   // values, each of which takes memory of its own
	rowCost       = 16        // bytes that a row counts for beyond its values
)

// Limits keep a small file from making endless work.
type Limits struct {
	Unpacked int64 // bytes that all pages and values may come to
	Ratio    int64 // how many times the file's size they may come to, above 16 MB
}

// A LimitError says that a file unpacks to more than its limits allow.
type LimitError struct {
	Limit int64 // bytes, or times the size of the file
	Ratio bool
}

func (e *LimitError) Error() string {
	return "unpacks to more than its limit"
}

// A File is a Parquet file.
type File struct {
	in      io.ReaderAt
	size    int64
	footer  []byte
	columns []Column
	limits  Limits
	spent   int64
}

// Open reads the footer of a file.
func Open(in io.ReaderAt, size int64, limits Limits) (*File, error) {
	f := &File{in: in, size: size, limits: limits}
	if size < int64(len(magic)) {
		return nil, errors.New("damaged Parquet file: it ends too early")
	}
	var start [4]byte
	if err := f.read(start[:], 0); err != nil {
		return nil, err
	}
	if string(start[:]) == magicEncrypted {
		return nil, errors.New("an encrypted Parquet file, which is not read")
	}
	if size < 12 {
		return nil, errors.New("damaged Parquet file: it ends too early")
	}
	var end [8]byte
	if err := f.read(end[:], size-8); err != nil {
		return nil, err
	}
	n := int64(binary.LittleEndian.Uint32(end[:4]))
	switch {
	case string(end[4:]) != magic:
		return nil, errors.New("damaged Parquet file: it does not end with a footer")
	case n > size-12:
		return nil, errors.New("damaged Parquet file: a footer larger than the file")
	case n > maxFooter:
		return nil, fmt.Errorf("a Parquet file with a footer of %d bytes; the limit is %d", n, int64(maxFooter))
	}
	f.footer = make([]byte, n)
	if err := f.read(f.footer, size-8-n); err != nil {
		return nil, err
	}
	var ok bool
	if f.columns, ok = readColumns(f.footer); !ok {
		return nil, errors.New("damaged Parquet file: its footer cannot be read")
	}
	return f, nil
}

func (f *File) read(p []byte, at int64) error {
	n, err := f.in.ReadAt(p, at)
	if n == len(p) {
		return nil
	}
	if err == io.EOF {
		return errors.New("damaged Parquet file: it ends too early")
	}
	return err
}

// Columns are the columns that hold one value a row.
func (f *File) Columns() []Column { return f.columns }

// spend counts bytes that came of the file.
func (f *File) spend(n int64) error {
	if f.spent += n; f.limits.Unpacked > 0 && f.spent > f.limits.Unpacked {
		return &LimitError{Limit: f.limits.Unpacked}
	}
	if f.limits.Ratio > 0 && f.spent > free && f.spent/f.limits.Ratio > f.size {
		return &LimitError{Limit: f.limits.Ratio, Ratio: true}
	}
	return nil
}

// A Row is a row of the wanted columns; a value that is null is "".
type Row struct {
	Number int64 // from 1
	Values []string
}

// Rows are the rows of some columns. After an error in a row group, which comes
// with the number of the row, the next row group goes on; a LimitError and a
// damaged footer are the end.
func (f *File) Rows(columns []Column) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		wanted := map[int]int{}
		for i, c := range columns {
			wanted[c.leaf] = i
		}
		before := int64(0) // rows of the groups before
		stopped := false
		t := thrift{in: f.footer}
		t.fields(func(id int64, kind byte) {
			if stopped || id != 4 || kind != tList {
				t.skip(kind)
				return
			}
			t.list(func(kind byte) {
				if stopped || kind != tStruct {
					t.skip(kind)
					return
				}
				rows, chunks := t.rowGroup(wanted)
				if t.damaged || rows < 0 {
					t.fail()
					return
				}
				stopped = !f.group(columns, chunks, before, rows, yield)
				before += rows
			})
		})
		if t.damaged && !stopped {
			yield(Row{Number: before + 1}, errors.New("damaged Parquet file: its footer cannot be read to the end"))
		}
	}
}

// group gives the rows of a row group. It is false when there should be no more.
func (f *File) group(columns []Column, chunks []chunk, before, rows int64, yield func(Row, error) bool) bool {
	readers := make([]reader, len(columns))
	for i := range columns {
		readers[i] = reader{File: f, column: columns[i], chunk: chunks[i]}
	}
	for n := range rows {
		row := Row{Number: before + n + 1, Values: make([]string, len(columns))}
		cost := int64(rowCost)
		for i := range readers {
			v, err := readers[i].next()
			if err != nil {
				limit := (*LimitError)(nil)
				if !errors.As(err, &limit) {
					err = fmt.Errorf("column %q: %w", columns[i].Name, err)
				}
				if rest := rows - n - 1; rest > 0 && limit == nil {
					err = fmt.Errorf("%w; %d more rows of its row group are lost", err, rest)
				}
				return yield(Row{Number: row.Number}, err) && limit == nil
			}
			row.Values[i] = v
			cost += int64(len(v))
		}
		if err := f.spend(cost); err != nil {
			yield(Row{Number: row.Number}, err)
			return false
		}
		if !yield(row, nil) {
			return false
		}
	}
	return true
}

// A reader reads the values of a column in a row group.
type reader struct {
	*File
	column Column
	chunk  chunk

	at, end    int64 // offsets of the next page and of the chunk's end
	begun      bool
	left       int64 // values left in the page
	levels     *hybrid
	values     values
	dictionary [][]byte
}

// next is the next value as text.
func (r *reader) next() (string, error) {
	for r.left == 0 {
		if err := r.page(); err != nil {
			return "", err
		}
	}
	r.left--
	if r.levels != nil {
		level, err := r.levels.next()
		if err != nil {
			return "", err
		}
		if level == 0 {
			return "", nil
		}
	}
	v, err := r.values.next()
	if err != nil {
		return "", err
	}
	return r.column.text(v), nil
}

// begin finds the pages of the chunk.
func (r *reader) begin() error {
	c := r.chunk
	switch {
	case c.encrypted:
		return errors.New("encrypted, which is not read")
	case c.external:
		return errors.New("its values stand in another file, which is not read")
	}
	r.begun = true
	r.at = c.data
	if c.dictionary > 0 && c.dictionary < c.data {
		r.at = c.dictionary
	}
	if r.at < int64(len(magic)) || c.size < 0 || r.at > r.size || c.size > r.size-r.at {
		return errors.New("damaged: its pages lie outside the file")
	}
	r.end = r.at + c.size
	return nil
}

// page reads the next page.
func (r *reader) page() error {
	if !r.begun {
		if err := r.begin(); err != nil {
			return err
		}
	}
	if r.at >= r.end {
		return errors.New("damaged: it ends before the last row")
	}
	p, err := r.pageHeader()
	if err != nil {
		return err
	}
	switch {
	case p.packed < 0 || p.packed > r.end-r.at:
		return errors.New("damaged: a page that is larger than its column")
	case p.size < 0 || p.size > maxPage:
		return fmt.Errorf("a page of %d bytes; the limit is %d", p.size, int64(maxPage))
	case p.packed > maxPage:
		return fmt.Errorf("a page of %d bytes; the limit is %d", p.packed, int64(maxPage))
	}
	at := r.at
	r.at += p.packed
	if p.kind != dataPage && p.kind != dataPageV2 && p.kind != dictionaryPage {
		return r.spend(1) // an index
	}
	if !p.hasValueHeader || p.values < 0 {
		return errors.New("damaged: a page without a header")
	}
	if err := r.spend(p.size + 1); err != nil {
		return err
	}
	raw := make([]byte, p.packed)
	if err := r.read(raw, at); err != nil {
		return err
	}
	if p.checked && crc32.ChecksumIEEE(raw) != uint32(p.crc) {
		return errors.New("damaged: the checksum of a page is wrong")
	}
	switch p.kind {
	case dictionaryPage:
		return r.readDictionary(p, raw)
	case dataPage:
		return r.readData(p, raw)
	}
	return r.readDataV2(p, raw)
}

// pageHeader reads the header at r.at and goes on behind it.
func (r *reader) pageHeader() (page, error) {
	for size := int64(512); ; size = maxPageHeader {
		buffer := make([]byte, min(size, r.end-r.at))
		if err := r.read(buffer, r.at); err != nil {
			return page{}, err
		}
		if p, ok := readPage(buffer); ok {
			r.at += int64(p.headerLen)
			return p, nil
		}
		if size == maxPageHeader {
			return page{}, errors.New("damaged: the header of a page cannot be read")
		}
	}
}

func (r *reader) readDictionary(p page, raw []byte) error {
	raw, err := unpack(r.chunk.codec, raw, int(p.size))
	if err != nil {
		return err
	}
	in, err := r.column.plain(raw)
	if err != nil {
		return err
	}
	if p.values > int64(len(raw)) && r.column.kind != typeBoolean {
		return errValues
	}
	if p.values > maxDictionary {
		return fmt.Errorf("a dictionary of %d values; the limit is %d", p.values, int64(maxDictionary))
	}
	r.dictionary = make([][]byte, 0, min(p.values, int64(len(raw))))
	for range p.values {
		v, err := in.next()
		if err != nil {
			return err
		}
		r.dictionary = append(r.dictionary, v)
	}
	return nil
}

func (r *reader) readData(p page, raw []byte) error {
	raw, err := unpack(r.chunk.codec, raw, int(p.size))
	if err != nil {
		return err
	}
	r.levels = nil
	if r.column.optional {
		if p.definitionLevels != encodingRLE {
			return errors.New("levels in the BIT_PACKED encoding, which is not read")
		}
		if len(raw) < 4 || uint64(binary.LittleEndian.Uint32(raw)) > uint64(len(raw)-4) {
			return errValues
		}
		n := int(binary.LittleEndian.Uint32(raw))
		r.levels = &hybrid{in: raw[4 : 4+n], width: 1}
		raw = raw[4+n:]
	}
	return r.readValues(p, raw)
}

func (r *reader) readDataV2(p page, raw []byte) error {
	if p.repBytes < 0 || p.defBytes < 0 || p.repBytes > int64(len(raw)) || p.defBytes > int64(len(raw))-p.repBytes {
		return errValues
	}
	levels := raw[p.repBytes : p.repBytes+p.defBytes]
	size := p.size - p.repBytes - p.defBytes
	raw = raw[p.repBytes+p.defBytes:]
	if size < 0 {
		return errPacked
	}
	r.levels = nil
	if r.column.optional {
		r.levels = &hybrid{in: levels, width: 1}
	}
	if p.packedValues && size > 0 {
		var err error
		if raw, err = unpack(r.chunk.codec, raw, int(size)); err != nil {
			return err
		}
	}
	return r.readValues(p, raw)
}

// readValues prepares the values of a page.
func (r *reader) readValues(p page, raw []byte) (err error) {
	r.left = p.values
	c := r.column
	if len(raw) == 0 {
		r.values = &plainBytes{} // all are null
		return nil
	}
	if p.encoding >= encodingDelta && p.encoding <= encodingDeltaBytes { // their lengths are gone through at once
		if err := r.spend(p.values); err != nil {
			return err
		}
	}
	switch p.encoding {
	case encodingPlain:
		r.values, err = c.plain(raw)
	case encodingDictionary, encodingPlainDictionary:
		if raw[0] > 32 {
			return errValues
		}
		r.values = &indexed{hybrid{in: raw[1:], width: int(raw[0])}, r.dictionary}
	case encodingRLE:
		if c.kind != typeBoolean || len(raw) < 4 {
			return errValues
		}
		r.values = &runBooleans{hybrid{in: raw[4:], width: 1}}
	case encodingDelta:
		width := map[int64]int{typeInt32: 4, typeInt64: 8}[c.kind]
		if width == 0 {
			return errValues
		}
		r.values, err = newDeltas(raw, width, p.values)
	case encodingDeltaLength:
		if c.kind != typeByteArray {
			return errValues
		}
		r.values, err = newLengthBytes(raw, p.values)
	case encodingDeltaBytes:
		if c.kind != typeByteArray && c.kind != typeFixed {
			return errValues
		}
		r.values, err = newDeltaBytes(raw, p.values, maxPage)
	default:
		return fmt.Errorf("an encoding that is not read (%d)", p.encoding)
	}
	return err
}

// plain reads values in the plain encoding.
func (c Column) plain(raw []byte) (values, error) {
	switch c.kind {
	case typeBoolean:
		return &booleans{in: raw}, nil
	case typeInt32, typeFloat:
		return &plainFixed{raw, 4}, nil
	case typeInt64, typeDouble:
		return &plainFixed{raw, 8}, nil
	case typeInt96:
		return &plainFixed{raw, 12}, nil
	case typeByteArray:
		return &plainBytes{raw}, nil
	case typeFixed:
		if c.width < 1 || c.width > maxPage {
			return nil, errValues
		}
		return &plainFixed{raw, int(c.width)}, nil
	}
	return nil, errors.New("a type that is not read")
}
