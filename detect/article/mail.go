package article

import (
	"slices"
	"strings"
)

// Copy comes by mail, and is pasted with the header of the message (RFC 5322, or as
// mail programs show and forward it):
//
//	From: Ana Kos <ana@merle.example>
//	Sent: Monday, 9 November 2026 10:12
//	Subject: Harbour wall gives way
//
// The header is no prose. Its subject is the headline where the message has none of its
// own.

// mailFields are the fields of a mail's header that people see.
var mailFields = wordSet(`from to cc bcc subject date sent reply-to importance priority attachments message-id mime-version
	content-type content-transfer-encoding received return-path delivered-to in-reply-to references thread-topic thread-index user-agent`)

// mailHeader is the number of lines at the beginning of a text that are the header of a
// mail; 0 where it has none. A subject or a sender with an address must be among at
// least two.
func mailHeader(s string, lines []line) int {
	n, fields, mail := 0, 0, false
	for n < len(lines) {
		text := s[lines[n].start:lines[n].end]
		field, value := mailField(text)
		switch {
		case field == "" && fields == 0 && forwards(text):
		case field == "" && fields > 0 && lines[n].indent > 0 && !lines[n].gap: // the field before goes on
		case field == "":
			if fields < 2 || !mail {
				return 0
			}
			return n
		default:
			fields++
			mail = mail || field == "subject" || field == "from" && strings.IndexByte(value, '@') >= 0
		}
		n++
	}
	return 0 // no text follows
}

// mailField reads "Subject: Harbour wall gives way", in bold type as well
// ("*Subject:* ..."): the field in small letters and its value; "" where the line is
// none.
func mailField(text string) (field, value string) {
	if strings.HasPrefix(text, "*") {
		text = strings.TrimLeft(text, "*")
	}
	i := strings.IndexByte(text[:min(len(text), 30)], ':')
	if i <= 0 || text[0] < 'A' || text[0] > 'Z' {
		return "", ""
	}
	if field = strings.ToLower(text[:i]); !mailFields[field] && !strings.HasPrefix(field, "x-") {
		return "", ""
	}
	return field, strings.TrimLeft(text[i+1:], "* \t")
}

// forwards reports whether a line says that a message was forwarded.
func forwards(text string) bool {
	text = strings.Trim(text, "- :")
	return slices.ContainsFunc(forwardings, func(words string) bool { return strings.EqualFold(text, words) })
}

var forwardings = []string{"forwarded message", "original message", "begin forwarded message", "forwarded by"}

// readMail takes in what the header of a mail says, and removes it. The subject may
// become the headline later.
func (l *layout) readMail() {
	for i := range l.blocks {
		b := &l.blocks[i]
		if !b.mail {
			if i > 0 && b.words <= 4 && greets(b.text) {
				b.reason = MailHeader
			}
			return
		}
		b.reason = MailHeader
		switch field, value := mailField(b.text); field {
		case "subject":
			l.subject = i
		case "date", "sent":
			if s := findStamp(value); s.day > 0 && s.month > 0 {
				l.published(s, value)
			}
		}
	}
}

// greets reports whether a short line is the greeting of a mail: "Hi all,".
func greets(text string) bool {
	text = strings.ToLower(text)
	return strings.HasSuffix(text, ",") && slices.ContainsFunc(greetings, func(g string) bool { return strings.HasPrefix(text, g) })
}

var greetings = []string{"hi", "hello", "dear ", "hey", "good morning", "good afternoon", "all,", "morning"}

// takeSubject makes the mail's subject the headline where the message has none.
func (l *layout) takeSubject() {
	if l.head >= 0 || l.subject < 0 {
		return
	}
	b := &l.blocks[l.subject]
	_, value := mailField(b.text)
	for {
		label, rest, ok := strings.Cut(value, ":")
		if !ok || !inSet(mailReplies, label) {
			break
		}
		value = strings.TrimLeft(rest, " ")
	}
	value = value[slugsEnd(value):]
	if value == "" {
		return
	}
	b.cutStart(len(b.text)-len(value), MailHeader)
	b.reason = ""
	l.head = l.subject
}

// mailReplies are the labels that mail programs put before a subject.
var mailReplies = wordSet("re fwd fw aw tr")
