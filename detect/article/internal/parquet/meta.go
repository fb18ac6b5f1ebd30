package parquet

// The physical types of columns.
const (
	typeBoolean = iota
	typeInt32
	typeInt64
	typeInt96
	typeFloat
	typeDouble
	typeByteArray
	typeFixed
)

// What a column's values stand for, beyond their type.
const (
	plain = iota
	isDate
	isMillis
	isMicros
	isNanos
	isUnsigned
	isUUID
	isDecimal
)

// A Column is a column of values that are not nested and not repeated.
type Column struct {
	Name string

	leaf     int // its number among all columns
	kind     int64
	width    int64 // bytes of a value of fixed length
	optional bool
	meaning  int
}

// A chunk is the part of a column in a row group.
type chunk struct {
	codec            int64
	data, dictionary int64 // offsets in the file
	size             int64 // bytes of all pages
	external         bool
	encrypted        bool
}

// element is an element of the schema, which is a tree in pre-order.
type element struct {
	name       string
	kind       int64
	width      int64
	repetition int64
	children   int64
	converted  int64
	meaning    int
}

// readColumns are the columns in the schema of a footer.
func readColumns(footer []byte) ([]Column, bool) {
	var columns []Column
	leaf, rest := 0, int64(0) // rest: elements left below the branch that is open
	first := true
	t := thrift{in: footer}
	t.fields(func(id int64, kind byte) {
		if id != 2 || kind != tList {
			t.skip(kind)
			return
		}
		t.list(func(kind byte) {
			if kind != tStruct {
				t.fail()
				return
			}
			e := t.element()
			if first {
				first = false
				return
			}
			top := rest == 0
			if rest > 0 {
				rest--
			}
			if e.children > 0 {
				if rest += e.children; rest > int64(len(footer)) {
					t.fail()
				}
				return
			}
			if top && e.repetition != 2 {
				columns = append(columns, Column{e.name, leaf, e.kind, e.width, e.repetition == 1, e.meaning})
			}
			leaf++
		})
	})
	return columns, !t.damaged && !first
}

func (t *thrift) element() element {
	e := element{kind: -1, converted: -1}
	t.fields(func(id int64, kind byte) {
		switch {
		case id == 1:
			t.into(&e.kind, kind)
		case id == 2:
			t.into(&e.width, kind)
		case id == 3:
			t.into(&e.repetition, kind)
		case id == 4 && kind == tBinary:
			e.name = string(t.binary())
		case id == 5:
			t.into(&e.children, kind)
		case id == 6:
			t.into(&e.converted, kind)
		case id == 10 && kind == tStruct:
			e.meaning = t.logicalType()
		default:
			t.skip(kind)
		}
	})
	if e.meaning == plain {
		switch e.converted {
		case 5:
			e.meaning = isDecimal
		case 6:
			e.meaning = isDate
		case 9:
			e.meaning = isMillis
		case 10:
			e.meaning = isMicros
		case 11, 12, 13, 14:
			e.meaning = isUnsigned
		}
	}
	return e
}

// logicalType reads the union in which one field says what values stand for.
func (t *thrift) logicalType() int {
	meaning := plain
	t.fields(func(id int64, kind byte) {
		switch {
		case id == 5:
			meaning = isDecimal
		case id == 6:
			meaning = isDate
		case id == 14:
			meaning = isUUID
		case id == 8 && kind == tStruct:
			meaning = isMicros
			t.fields(func(id int64, kind byte) {
				if id != 2 || kind != tStruct {
					t.skip(kind)
					return
				}
				t.fields(func(id int64, kind byte) {
					if id >= 1 && id <= 3 {
						meaning = [...]int{isMillis, isMicros, isNanos}[id-1]
					}
					t.skip(kind)
				})
			})
			return
		case id == 10 && kind == tStruct:
			t.fields(func(id int64, kind byte) {
				if id == 2 && kind == tFalse {
					meaning = isUnsigned
				}
				t.skip(kind)
			})
			return
		}
		t.skip(kind)
	})
	return meaning
}

// rowGroup reads a row group: its number of rows and the chunks of the wanted
// columns, by their number.
func (t *thrift) rowGroup(wanted map[int]int) (rows int64, chunks []chunk) {
	chunks = make([]chunk, len(wanted))
	rows = -1
	t.fields(func(id int64, kind byte) {
		switch {
		case id == 3:
			t.into(&rows, kind)
		case id == 1 && kind == tList:
			leaf := 0
			t.list(func(kind byte) {
				if kind != tStruct {
					t.fail()
					return
				}
				if i, ok := wanted[leaf]; ok {
					chunks[i] = t.chunk()
				} else {
					t.skip(kind)
				}
				leaf++
			})
		default:
			t.skip(kind)
		}
	})
	return rows, chunks
}

func (t *thrift) chunk() chunk {
	var c chunk
	t.fields(func(id int64, kind byte) {
		switch {
		case id == 1 && kind == tBinary:
			c.external = len(t.binary()) > 0
		case id == 3 && kind == tStruct:
			t.fields(func(id int64, kind byte) {
				switch id {
				case 4:
					t.into(&c.codec, kind)
				case 7:
					t.into(&c.size, kind)
				case 9:
					t.into(&c.data, kind)
				case 11:
					t.into(&c.dictionary, kind)
				default:
					t.skip(kind)
				}
			})
		case id == 8:
			c.encrypted = true
			t.skip(kind)
		default:
			t.skip(kind)
		}
	})
	return c
}

// The types of pages.
const (
	dataPage       = 0
	dictionaryPage = 2
	dataPageV2     = 3
)

// page is the header of a page.
type page struct {
	kind             int64
	size, packed     int64 // bytes
	crc              int64
	checked          bool // there is a checksum
	values           int64
	encoding         int64
	defBytes         int64 // of the definition levels, in version 2
	repBytes         int64
	packedValues     bool // version 2: the values are compressed
	headerLen        int
	hasValueHeader   bool
	definitionLevels int64 // their encoding, in version 1
}

// readPage reads the header of a page at the beginning of in; ok is false when
// it is damaged or does not end there.
func readPage(in []byte) (p page, ok bool) {
	p.packedValues = true
	p.definitionLevels = encodingRLE
	t := thrift{in: in}
	t.fields(func(id int64, kind byte) {
		switch {
		case id == 1:
			t.into(&p.kind, kind)
		case id == 2:
			t.into(&p.size, kind)
		case id == 3:
			t.into(&p.packed, kind)
		case id == 4:
			p.checked = true
			t.into(&p.crc, kind)
		case (id == 5 || id == 7) && kind == tStruct:
			p.hasValueHeader = true
			t.fields(func(id int64, kind byte) {
				switch id {
				case 1:
					t.into(&p.values, kind)
				case 2:
					t.into(&p.encoding, kind)
				case 3:
					t.into(&p.definitionLevels, kind)
				default:
					t.skip(kind)
				}
			})
		case id == 8 && kind == tStruct:
			p.hasValueHeader = true
			t.fields(func(id int64, kind byte) {
				switch id {
				case 1:
					t.into(&p.values, kind)
				case 4:
					t.into(&p.encoding, kind)
				case 5:
					t.into(&p.defBytes, kind)
				case 6:
					t.into(&p.repBytes, kind)
				case 7:
					p.packedValues = kind == tTrue
					t.skip(kind)
				default:
					t.skip(kind)
				}
			})
		default:
			t.skip(kind)
		}
	})
	p.headerLen = t.at
	return p, !t.damaged
}
