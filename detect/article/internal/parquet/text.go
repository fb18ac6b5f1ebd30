package parquet

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strconv"
	"time"
)

// text is a value, which is in the plain encoding, as people write it: times as
// RFC 3339 in UTC, dates as 2006-01-02. Of a decimal the digits are not read; it
// is "".
func (c Column) text(v []byte) string {
	switch c.kind {
	case typeByteArray:
		if c.meaning == isDecimal {
			return ""
		}
		return string(v)
	case typeFixed:
		if c.meaning == isUUID && len(v) == 16 {
			h := hex.EncodeToString(v)
			return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
		}
		if c.meaning == isDecimal {
			return ""
		}
		return string(v)
	case typeBoolean:
		return strconv.FormatBool(len(v) > 0 && v[0] != 0)
	case typeInt32:
		n := binary.LittleEndian.Uint32(v)
		switch c.meaning {
		case isDate:
			return time.Unix(int64(int32(n))*86400, 0).UTC().Format(time.DateOnly)
		case isUnsigned:
			return strconv.FormatUint(uint64(n), 10)
		case isDecimal:
			return ""
		}
		return strconv.Itoa(int(int32(n)))
	case typeInt64:
		return c.long(binary.LittleEndian.Uint64(v))
	case typeInt96: // a time as Impala and old Sparks write it
		const julian = 2440588 // the day 1970-01-01
		days := int64(binary.LittleEndian.Uint32(v[8:])) - julian
		return stamp(time.Unix(days*86400, int64(binary.LittleEndian.Uint64(v))%86400e9))
	case typeFloat:
		return strconv.FormatFloat(float64(math.Float32frombits(binary.LittleEndian.Uint32(v))), 'g', -1, 32)
	case typeDouble:
		return strconv.FormatFloat(math.Float64frombits(binary.LittleEndian.Uint64(v)), 'g', -1, 64)
	}
	return ""
}

func (c Column) long(n uint64) string {
	switch c.meaning {
	case isMillis:
		return stamp(time.UnixMilli(int64(n)))
	case isMicros:
		return stamp(time.UnixMicro(int64(n)))
	case isNanos:
		return stamp(time.Unix(0, int64(n)))
	case isUnsigned:
		return strconv.FormatUint(n, 10)
	case isDecimal:
		return ""
	}
	return strconv.FormatInt(int64(n), 10)
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }
