package article

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// declaredCharset finds the encoding that XML and HTML declare of themselves.
var declaredCharset = lazy(`(?i)(?:<\?xml[^>]{0,200}?encoding\s*=|<meta[^>]{0,200}?charset\s*=)\s*["']?\s*([a-z0-9_:.-]{2,40})`)

// decodeMarkup makes UTF-8 of an XML or HTML document. What is UTF-8 is taken
// as that, whatever the document declares: declarations are wrong more often
// than bytes are UTF-8 by chance. Else the declaration counts - one in the
// document, or label where a transport declared it - and what is neither is
// decoded like plain text.
func decodeMarkup(raw []byte, label string) (decoded, error) {
	start := raw[:min(len(raw), sniffed)]
	if m := declaredCharset().FindSubmatch(start); m != nil && label == "" {
		label = string(m[1])
	}
	order, _ := utf16Order(start)
	if label == "" || order != 0 || bytes.HasPrefix(raw, []byte("\ufeff")) || isBinaryFormat(string(raw[:min(len(raw), maxMagic)])) {
		return decode(raw)
	}
	encoding, name := charset.Lookup(label)
	switch {
	case encoding == nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") || name == "replacement":
		return decode(raw)
	case utf8.Valid(raw) && name != "iso-2022-jp":
		return decode(raw)
	}
	text, err := encoding.NewDecoder().Bytes(raw)
	if err != nil {
		return decode(raw)
	}
	d := decoded{text: string(text), encoding: name}
	if controls, _ := countControls(d.text); controls > 2 && controls*20 > len(d.text) {
		return decoded{}, ErrBinary
	}
	return d, nil
}
