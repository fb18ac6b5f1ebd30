package article

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"unicode/utf8"
)

// isWARC reports whether an input is a web archive.
func isWARC(_, start string) bool { return strings.HasPrefix(start, "WARC/") }

// maxWARCHeader is how many bytes the headers of a record may have.
const maxWARCHeader = 256 << 10

// listWARC lists the pages of a web archive, one record after the other. The
// record of an article is the number of its record in the archive. Requests,
// metadata, pictures and failed answers are passed over.
func listWARC(l *lister, path string, in *bufio.Reader) bool {
	limit := or(l.Limits.Record, l.maxSize())
	before := l.found
	for record := 1; ; record++ {
		header, size, err := warcHeader(in)
		if err == io.EOF {
			break
		}
		if err != nil {
			if !l.fail(path, record, err) {
				return false
			}
			if !nextWARC(in) {
				return true
			}
			continue
		}
		wanted, response := warcKind(header)
		if !wanted || size > limit {
			n, err := io.CopyN(io.Discard, in, size)
			if err == nil && wanted {
				err = &TooLargeError{Size: size, Limit: limit}
			}
			if err != nil && !l.fail(path, record, warcCut(err, size-n)) {
				return false
			}
			if n < size {
				return true
			}
			continue
		}
		block := make([]byte, size)
		if n, err := io.ReadFull(in, block); err != nil {
			return l.fail(path, record, warcCut(err, size-int64(n)))
		}
		if response && !isPage(block) {
			continue
		}
		if !l.record(input{path: path, record: record, raw: block}, func(i input) (*Article, error) {
			read := readWARCResource
			if response {
				read = readWARCResponse
			}
			a, err := read(i, header)
			if a != nil && a.URL == "" {
				a.URL = strings.Trim(header.Get("WARC-Target-URI"), "<>")
			}
			return a, err
		}) {
			return false
		}
	}
	if l.found == before {
		return l.fail(path, 0, errors.New("a WARC file without a page of text in it"))
	}
	return true
}

func warcCut(err error, missing int64) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return fmt.Errorf("the WARC file ends %s too early", megabytes(missing))
	}
	return err
}

// warcHeader reads the headers of the next record and the size of its block.
func warcHeader(in *bufio.Reader) (textproto.MIMEHeader, int64, error) {
	for { // the blank lines after the record before
		c, err := in.ReadByte()
		if err != nil {
			return nil, 0, err
		}
		if c != '\r' && c != '\n' {
			_ = in.UnreadByte() // there is one
			break
		}
	}
	version, size, err := readLine(in, maxWARCHeader)
	if err != nil && err != io.EOF {
		return nil, 0, err
	}
	if !bytes.HasPrefix(version, []byte("WARC/")) {
		return nil, 0, fmt.Errorf("damaged WARC record: it begins with %q", firstRunes(strings.ToValidUTF8(string(version), "?"), 20))
	}
	header := textproto.MIMEHeader{}
	for left := int64(maxWARCHeader) - size; ; {
		line, n, err := readLine(in, max(0, left))
		if left -= n; left < 0 {
			return nil, 0, fmt.Errorf("damaged WARC record: headers of more than %d bytes", maxWARCHeader)
		}
		if err != nil {
			return nil, 0, errors.New("the WARC file ends inside a record's headers")
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			break
		}
		if name, value, ok := strings.Cut(text, ":"); ok && name != "" && name[0] != ' ' && name[0] != '\t' {
			header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
	size, err = strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return nil, 0, fmt.Errorf("damaged WARC record: Content-Length %q", firstRunes(strings.ToValidUTF8(header.Get("Content-Length"), "?"), 20))
	}
	return header, size, nil
}

// nextWARC goes on to the beginning of the next record, behind damage.
func nextWARC(in *bufio.Reader) bool {
	for {
		if start, err := in.Peek(5); err != nil {
			return false
		} else if string(start) == "WARC/" {
			return true
		}
		if _, _, err := readLine(in, 0); err != nil {
			return false
		}
	}
}

// warcKind reports whether the block of a record may hold text, and whether it
// is an HTTP response.
func warcKind(header textproto.MIMEHeader) (wanted, response bool) {
	kind, _, _ := mime.ParseMediaType(header.Get("Content-Type"))
	page := kind == "text/plain" || kind == "text/html" || kind == "application/xhtml+xml"
	switch strings.ToLower(header.Get("WARC-Type")) {
	case "response":
		response = kind == "application/http" || kind == ""
		return response || page, response
	case "resource", "conversion":
		return page, false
	}
	return false, false
}

// isPage reports whether an HTTP response is a page that was delivered.
func isPage(block []byte) bool {
	head, _, _ := bytes.Cut(block, []byte("\r\n\r\n"))
	status, fields, _ := bytes.Cut(head, []byte("\n"))
	if parts := strings.Fields(string(status[:min(len(status), 100)])); len(parts) > 1 && parts[1] != "200" {
		return false
	}
	for line := range bytes.Lines(fields) {
		if name, value, ok := bytes.Cut(line, []byte(":")); ok && strings.EqualFold(string(bytes.TrimSpace(name)), "content-type") {
			return isPageType(string(value))
		}
	}
	return true
}

func isPageType(value string) bool {
	kind, _, _ := strings.Cut(value, ";")
	switch strings.ToLower(strings.TrimSpace(kind)) {
	case "text/html", "application/xhtml+xml", "text/plain", "":
		return true
	}
	return false
}

// readWARCResponse reads the page in an HTTP response.
func readWARCResponse(i input, _ textproto.MIMEHeader) (*Article, error) {
	response, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(i.raw)), nil)
	if err != nil {
		return nil, damagedResponse(err)
	}
	defer response.Body.Close()
	limit := or(i.limits.Record, DefaultMaxSize)
	raw, err := io.ReadAll(io.LimitReader(response.Body, limit))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) { // crawlers cut off bodies and keep their length
		return nil, damagedResponse(err)
	}
	if raw, err = unpackBody(raw, response.Header.Get("Content-Encoding"), limit, i.limits); err != nil {
		return nil, err
	}
	_, params, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	i.raw = raw
	return readPage(i, params["charset"])
}

// damagedResponse says what is wrong with a response. What net/http says quotes
// the line it stopped at, however long it is; a person needs the start of it.
func damagedResponse(err error) error {
	const most = 120
	said := err.Error()
	if start := firstRunes(said, most); start != said {
		said = start + "…"
	}
	return errors.New("damaged HTTP response: " + said)
}

// unpackBody is the body of a response as its encoding says. Crawlers unpack
// bodies and keep what the server said of them.
func unpackBody(raw []byte, encoding string, limit int64, limits Limits) ([]byte, error) {
	switch encoding = strings.ToLower(strings.TrimSpace(encoding)); encoding {
	case "gzip", "x-gzip", "zstd":
		in, _, err := unpack(bytes.NewReader(raw), limits)
		if err != nil {
			return nil, err
		}
		defer release(in)
		return readAll(in, limit)
	case "", "identity":
		return raw, nil
	}
	if utf8.Valid(raw) || looksLikeHTML(readableStart(string(raw[:min(len(raw), sniffed)]))) {
		return raw, nil
	}
	if encoding != "deflate" {
		return nil, fmt.Errorf("the response is packed as %q, which calque does not read", firstRunes(encoding, 20))
	}
	var in io.Reader = flate.NewReader(bytes.NewReader(raw))
	if z, err := zlib.NewReader(bytes.NewReader(raw)); err == nil {
		in = z // most servers, as the standard has it
	}
	out, err := readAll(in, min(limit, max(16<<20, int64(len(raw))*or(limits.Ratio, DefaultMaxRatio))))
	if err != nil && !errors.As(err, new(*TooLargeError)) {
		return nil, damagedResponse(err)
	}
	return out, err
}

// readWARCResource reads a page or a text that stands in a record as it is.
func readWARCResource(i input, header textproto.MIMEHeader) (*Article, error) {
	_, params, _ := mime.ParseMediaType(header.Get("Content-Type"))
	return readPage(i, params["charset"])
}

// readPage reads what a web server delivered: HTML or plain text.
func readPage(i input, charset string) (*Article, error) {
	start := strings.TrimLeft(i.start(), " \t\r\n")
	if looksLikeHTML(start) || isXHTML(start) {
		return readHTMLAs(i, charset)
	}
	return parseText(i)
}
