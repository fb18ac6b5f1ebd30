package parquet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	writer "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
)

type written struct {
	ID       int64     `parquet:"id"`
	Small    int32     `parquet:"small"`
	Plain    string    `parquet:"plain"`
	Dict     string    `parquet:"dict,dict"`
	Delta    string    `parquet:"delta,delta"`
	Length   string    `parquet:"length"`
	Maybe    *string   `parquet:"maybe,optional"`
	Deltas   int64     `parquet:"deltas,delta"`
	When     time.Time `parquet:"when,timestamp(millisecond)"`
	Day      int32     `parquet:"day,date"`
	Yes      bool      `parquet:"yes"`
	Part     float64   `parquet:"part"`
	Many     []string  `parquet:"many"`
	Inner    inner     `parquet:"inner"`
	Unique   [16]byte  `parquet:"unique,uuid"`
	AtTheEnd string    `parquet:"end,zstd"`
}

type inner struct {
	Text string `parquet:"text"`
}

func rowsOf(n int) []written {
	rows := make([]written, n)
	for i := range rows {
		r := &rows[i]
		r.ID, r.Small = int64(i)<<33, int32(-i)
		r.Plain, r.Dict = fmt.Sprintf("plain %d ž", i), fmt.Sprintf("kind %d", i%7)
		r.Delta, r.Length = fmt.Sprintf("a long beginning %06d", i), strings.Repeat("x", i%50)
		if i%3 != 1 {
			s := fmt.Sprintf("maybe %d", i)
			r.Maybe = &s
		}
		r.Deltas = int64(i*i) - 40
		r.When, r.Day = time.UnixMilli(1_600_000_000_000+int64(i)*1000), int32(18000+i)
		r.Yes, r.Part = i%2 == 0, float64(i)/4
		r.Many, r.Inner.Text = []string{"a", "b"}, "inside"
		r.Unique[15] = byte(i)
		r.AtTheEnd = "end"
	}
	return rows
}

func (r written) want() map[string]string {
	maybe := ""
	if r.Maybe != nil {
		maybe = *r.Maybe
	}
	return map[string]string{
		"id": strconv.FormatInt(r.ID, 10), "small": strconv.Itoa(int(r.Small)), "plain": r.Plain, "dict": r.Dict, "delta": r.Delta, "length": r.Length,
		"maybe": maybe, "deltas": strconv.FormatInt(r.Deltas, 10), "when": r.When.UTC().Format(time.RFC3339), "day": time.Unix(int64(r.Day)*86400, 0).UTC().Format("2006-01-02"),
		"yes": strconv.FormatBool(r.Yes), "part": strings.TrimSuffix(fmt.Sprintf("%g", r.Part), ".0"),
		"unique": fmt.Sprintf("00000000-0000-0000-0000-0000000000%02x", r.Unique[15]), "end": "end",
	}
}

func write(t testing.TB, rows []written, options ...writer.WriterOption) []byte {
	t.Helper()
	var b bytes.Buffer
	w := writer.NewGenericWriter[written](&b, options...)
	for len(rows) > 0 {
		n := min(len(rows), 400)
		if _, err := w.Write(rows[:n]); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil { // a row group
			t.Fatal(err)
		}
		rows = rows[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRead(t *testing.T) {
	rows := rowsOf(1000)
	for name, codec := range map[string]compress.Codec{
		"none": &writer.Uncompressed, "snappy": &writer.Snappy, "gzip": &writer.Gzip, "zstd": &writer.Zstd, "lz4": &writer.Lz4Raw,
	} {
		for version := 1; version <= 2; version++ {
			t.Run(fmt.Sprintf("%s/v%d", name, version), func(t *testing.T) {
				raw := write(t, rows, writer.Compression(codec), writer.DataPageVersion(version), writer.PageBufferSize(4000))
				f, err := Open(bytes.NewReader(raw), int64(len(raw)), Limits{})
				if err != nil {
					t.Fatal(err)
				}
				columns := f.Columns()
				if len(columns) != 14 {
					t.Fatalf("%d columns: %v", len(columns), columns)
				}
				n := 0
				for row, err := range f.Rows(columns) {
					if err != nil {
						t.Fatal(err)
					}
					want := rows[n].want()
					n++
					if row.Number != int64(n) {
						t.Fatalf("row %d is called %d", n, row.Number)
					}
					for i, c := range columns {
						if row.Values[i] != want[c.Name] {
							t.Fatalf("row %d, %s: %q, want %q", n, c.Name, row.Values[i], want[c.Name])
						}
					}
				}
				if n != len(rows) {
					t.Errorf("%d of %d rows", n, len(rows))
				}
			})
		}
	}
}

// TestEncodings reads the encodings that the writer's defaults do not use.
func TestEncodings(t *testing.T) {
	type row struct {
		Text string `parquet:"text"`
	}
	for name, node := range map[string]writer.Node{
		"length":   writer.Encoded(writer.String(), &writer.DeltaLengthByteArray),
		"bytes":    writer.Encoded(writer.String(), &writer.DeltaByteArray),
		"optional": writer.Optional(writer.Encoded(writer.String(), &writer.DeltaLengthByteArray)),
	} {
		var b bytes.Buffer
		w := writer.NewGenericWriter[row](&b, writer.NewSchema("x", writer.Group{"text": node}))
		var rows []row
		for i := range 300 {
			rows = append(rows, row{fmt.Sprintf("text %d%s", i, strings.Repeat("-", i%9))})
		}
		if _, err := w.Write(rows); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		f, err := Open(bytes.NewReader(b.Bytes()), int64(b.Len()), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for got, err := range f.Rows(f.Columns()) {
			if err != nil || got.Values[0] != rows[n].Text {
				t.Fatalf("%s, row %d: %q, %v", name, n, got.Values, err)
			}
			n++
		}
		if n != len(rows) {
			t.Errorf("%s: %d of %d rows", name, n, len(rows))
		}
	}
}

// TestDamage changes each byte of a small file and cuts it everywhere: whatever
// comes of it must be rows or an error.
func TestDamage(t *testing.T) {
	raw := write(t, rowsOf(12), writer.Compression(&writer.Snappy))
	read := func(raw []byte) (rows int, err error) {
		f, err := Open(bytes.NewReader(raw), int64(len(raw)), Limits{Unpacked: 1 << 20, Ratio: 200})
		if err != nil {
			return 0, err
		}
		for _, e := range f.Rows(f.Columns()) {
			if e != nil {
				err = e
				continue
			}
			if rows++; rows > 1<<20 {
				t.Fatal("rows without end")
			}
		}
		return rows, err
	}
	if rows, err := read(raw); rows != 12 || err != nil {
		t.Fatal(rows, err)
	}
	for i := range raw {
		for _, bits := range []byte{0x01, 0x80, 0xff} {
			bad := bytes.Clone(raw)
			bad[i] ^= bits
			_, _ = read(bad)
		}
		if _, err := read(raw[:i]); err == nil {
			t.Errorf("cut at %d of %d: no error", i, len(raw))
		}
	}
}

// TestDamagedGroup checks that the row groups after a damaged one are read.
func TestDamagedGroup(t *testing.T) {
	raw := write(t, rowsOf(1000), writer.Compression(&writer.Uncompressed))
	at := bytes.Index(raw, []byte("plain 450 "))
	raw[at-4] = 0xff // the length of the value
	raw[at-3] = 0xff
	raw[at-2] = 0xff
	f, err := Open(bytes.NewReader(raw), int64(len(raw)), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	rows, last := 0, int64(0)
	var failures []string
	for row, err := range f.Rows(f.Columns()) {
		if err != nil {
			failures = append(failures, fmt.Sprintf("%d: %v", row.Number, err))
			continue
		}
		rows, last = rows+1, row.Number
	}
	if len(failures) != 1 || !strings.Contains(failures[0], "more rows of its row group are lost") || last != 1000 || rows >= 1000 || rows < 600 {
		t.Errorf("%d rows, the last is %d; %q", rows, last, failures)
	}
}

func TestHostile(t *testing.T) {
	footer := func(f string) string {
		return magic + f + string(binary.LittleEndian.AppendUint32(nil, uint32(len(f)))) + magic
	}
	for _, test := range []struct{ in, want string }{
		{"PAR1", "damaged Parquet file: it ends too early"},
		{"PARExxxxxxxxxxxxxxxxxx", "an encrypted Parquet file, which is not read"},
		{"PAR1xxxxxxxxxxxx", "damaged Parquet file: it does not end with a footer"},
		{"PAR1\xff\xff\xff\xffPAR1", "damaged Parquet file: a footer larger than the file"},
		{footer(""), "damaged Parquet file: its footer cannot be read"},
		{footer("\x29\xfc\xff\xff\xff\x0f"), "damaged Parquet file: its footer cannot be read"}, // a list of 2^32 elements
		{footer(strings.Repeat("\x1c", 5000)), "damaged Parquet file: its footer cannot be read"},
	} {
		_, err := Open(strings.NewReader(test.in), int64(len(test.in)), Limits{})
		if err == nil || err.Error() != test.want {
			t.Errorf("%.20q: %v, want %q", test.in, err, test.want)
		}
	}
}

// TestBomb checks that rows which cost no bytes in the file come to an end.
func TestBomb(t *testing.T) {
	type row struct {
		Text *string `parquet:"text,optional,dict"`
	}
	var b bytes.Buffer
	w := writer.NewGenericWriter[row](&b)
	s := strings.Repeat("the same again ", 1000)
	rows := make([]row, 100_000)
	for i := range rows {
		rows[i].Text = &s
	}
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := Open(bytes.NewReader(b.Bytes()), int64(b.Len()), Limits{Ratio: 200})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err = range f.Rows(f.Columns()) {
		n++
	}
	if limit := (*LimitError)(nil); !errors.As(err, &limit) || !limit.Ratio || n > 5000 {
		t.Errorf("%d rows of a file of %d bytes, then %v", n, b.Len(), err)
	}
}

func FuzzRead(f *testing.F) {
	for _, codec := range []compress.Codec{&writer.Uncompressed, &writer.Snappy, &writer.Zstd, &writer.Lz4Raw, &writer.Gzip} {
		f.Add(write(f, rowsOf(3), writer.Compression(codec), writer.DataPageVersion(1)))
		f.Add(write(f, rowsOf(3), writer.Compression(codec), writer.DataPageVersion(2)))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := Open(bytes.NewReader(raw), int64(len(raw)), Limits{Unpacked: 1 << 20, Ratio: 200})
		if err != nil {
			return
		}
		n := 0
		for range file.Rows(file.Columns()) {
			if n++; n > 1<<20 {
				t.Fatal("rows without end")
			}
		}
	})
}

// TestClaimedLengths checks that lengths which take no bytes are not gone
// through beyond the values of their page.
func TestClaimedLengths(t *testing.T) {
	const claimed = 1 << 50
	in := binary.AppendUvarint(nil, 1<<20) // values of a block
	in = binary.AppendUvarint(in, 1)       // its miniblocks
	in = binary.AppendUvarint(in, claimed)
	in = append(in, make([]byte, 3<<20)...) // differences of no bits
	if _, err := newLengthBytes(in, 1000); !errors.Is(err, errValues) {
		t.Errorf("lengths: %v", err)
	}
	if _, err := newDeltaBytes(in, 1000, maxPage); !errors.Is(err, errValues) {
		t.Errorf("prefixes: %v", err)
	}
}

// TestLargeDictionary checks that a dictionary whose values take hardly any
// bytes is refused.
func TestLargeDictionary(t *testing.T) {
	r := reader{File: &File{size: 1 << 30}, column: Column{kind: typeFixed, width: 1}}
	const n = maxDictionary + 1
	if err := r.readDictionary(page{values: n, size: n}, make([]byte, n)); err == nil || r.dictionary != nil {
		t.Errorf("%d values taken: %v", len(r.dictionary), err)
	}
}
