// Package article is the leaf every other package builds on: what an article
// is once it has been read, cleaned and cut into paragraphs, sentences, words
// and quotations, and how a place in it leads back to the input.
//
// The way of an article through the package is
//
//	bytes → format → decode → layout (headline, byline, chrome, paragraphs) → segment
//
// A Reader lists the articles in files, directories, globs and standard input
// (read.go) and unpacks what is packed (compress.go). The table in format.go
// tells formats apart by their content and names the reader of each: plain text
// (format_text.go), Markdown, HTML, ninjs 1 to 3, NewsML-G2, NITF, RSS and
// Atom, JSON, JSON Lines and JSON Feed, WARC, CSV and Parquet. A format is added
// by an entry in that table. Parquet is unpacked and decoded in
// internal/parquet; it is the one format that cannot lead a place back to a line
// of the file, so lines count in the row's title and text.
//
// Plain text is decoded (decode.go), cut into lines, wrapped ones joined to
// blocks (lines.go), mended (clean.go, mojibake.go) and told apart by layout.go
// and structure.go. The readers of formats with structure fill an extract
// (extract.go) with passages - text that knows where in the input each stretch
// of it stood (passage.go) - and what the format says about them; the same
// layout then reads it. HTML fragments become paragraphs in htmlparts.go, XML
// is read as a tree of places (xmlnode.go) and so is JSON (jsonvalue.go). What
// an input itself says of translation is kept as Declared (declared.go). New
// (parse.go) joins the parts of a Draft and segments them.
//
// Files of records are read as streams: 2 GB of JSON Lines or of WARC take 45 MB
// of memory at most (TestStreamLarge, with every twentieth record made an
// article), a Parquet file a few of its pages, and a JSON array that is larger than
// one article may be its elements one at a time (json_array.go). A record that
// cannot be read is an error with its number, and the next one is read, in JSON
// arrays too (json_broken.go) and behind damage in WARC and Parquet. Limits hold
// bytes of articles, records and unpacked streams, nesting, and time (clock.go).
//
// What reading needs and an article does not keep - lines, blocks, pieces - goes
// from article to article (room.go), and so do the tokens of articles that nobody
// looks at any more (DropTokens). Small files are read while they are listed, so
// that they are opened once.
//
// All offsets inside calque are byte offsets into Article.Text. They become
// code points in one place, the report builder.
package article

// A Span is a half-open range of byte offsets into Article.Text.
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether inner lies wholly inside s.
func (s Span) Contains(inner Span) bool { return s.Start <= inner.Start && inner.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// An Article is one news article, cleaned and segmented. It is a value to
// read: nothing but DropTokens changes it after it is made, so it can be shared
// freely between goroutines.
type Article struct {
	// What the input says of itself; empty where it does not say.
	ID        string // comes back unchanged in every output
	Path      string // the file it was read from, "-" for standard input
	Record    int    // 1-based number of the record in a file of records, in JSON Lines its line; else 0
	Format    string // what it was read as: "HTML", "JSON Lines", ...
	Encoding  string // what its bytes were decoded from: "UTF-8", "windows-1252", ...
	Title     string
	Byline    string
	Dateline  string
	Publisher string
	Published string // as written, or RFC 3339 where it could be understood
	URL       string
	Language  string // as declared, BCP 47
	Story     string // the story the input says it belongs to
	Status    string // "" for what may be published, else "withheld", "canceled" or "embargoed until ..."

	Declared []Declaration // what the input itself says of translation

	Directives []Directive // comments that say what calque is to leave alone, in order

	// Text is the cleaned prose: the headline first where there is one, the
	// paragraphs separated by "\n\n". A paragraph itself holds no line break.
	Text       string
	Paragraphs []Paragraph
	Sentences  []Sentence
	Tokens     []Token
	Quotations []Quotation
	Names      []Span    // names of people, places and organisations, in order, without forms of address and offices
	Removed    []Removed // what was kept out of the prose, in order
	Repairs    []Repair  // what was wrong with the bytes and was mended

	source source
}

// Kind says what part of an article a paragraph is.
type Kind uint8

// The parts of an article that stay in Text.
const (
	Body Kind = iota
	Headline
	Standfirst // the summary under the headline
	Subheading
	ListItem
	BlockQuote // text quoted as a paragraph of its own, without marks
)

var kindWords = [...]string{"body", "headline", "standfirst", "subheading", "list-item", "block-quote"}

func (k Kind) String() string { return kindWords[k] }

// A Range is a half-open range of indices, for example into Article.Tokens.
type Range struct{ First, End int }

// A Paragraph is one paragraph of Text.
type Paragraph struct {
	Span
	Kind      Kind
	Sentences Range // into Article.Sentences
	Tokens    Range // into Article.Tokens
}

// A Sentence is one sentence; it never crosses a paragraph.
type Sentence struct {
	Span
	Paragraph int   // index into Article.Paragraphs
	Tokens    Range // into Article.Tokens
}

// TokenKind says what a token is made of.
type TokenKind uint8

// The kinds of tokens.
const (
	Word   TokenKind = iota // letters, with inner apostrophes, hyphens and initialism dots
	Number                  // digits with their inner separators: 4,000  3.5  1990s  20th
	Punct                   // one punctuation mark; "..." and "--" are one each
	Symbol                  // anything else: $ % €, emoji, addresses, @names, #topics
)

// TokenFlags holds what is known of a token beyond its letters.
type TokenFlags uint8

// The flags of a token.
const (
	Capital     TokenFlags = 1 << iota // a word that begins with an upper-case letter
	AllCaps                            // a word of two letters or more, all upper case
	Quoted                             // inside quotation marks, which are not flagged, or a block quote
	InName                             // part of one of Article.Names
	SpaceBefore                        // white space or a paragraph's beginning stands before it
	Opens                              // the first word or number of its sentence
)

// A Token is one word, number or mark. White space is no token. A clitic "'s"
// is a token of its own ("Trump" + "'s"); "don't", "son-in-law" and "U.S." are
// one each. An abbreviation keeps its stop ("Mr.", "approx.", "J."), and so
// does its Norm: a token "." is never part of an abbreviation. The apostrophe
// of a plural's possessive is a Punct "'".
type Token struct {
	Span
	Kind     TokenKind
	Flags    TokenFlags
	known    wordInfo // what the lexicon and the tokenizer know of it
	Hash     uint32   // of Norm, as HashOf has it
	Sentence int      // index into Article.Sentences
	Norm     string   // lower case, apostrophes straight; what rules compare
}

// Is reports whether all the given flags are set.
func (t Token) Is(f TokenFlags) bool { return t.Flags&f == f }

// sorts are those as which the lexicon has the word.
func (t *Token) sorts() lexical { return english.sorts[t.known&wordNumber] }

// in reports whether the lexicon has the word as one of some sorts.
func (t *Token) in(sorts lexical) bool { return t.sorts()&sorts != 0 }

// Known is the number of the token's word among KnownWords, 0 for a word that is
// not among them. Tokens of one number have one Norm, so what is looked up for
// every word can be laid out by it.
func (t *Token) Known() int { return int(t.known & wordNumber) }

// KnownWords are the words that every word of an article is looked up among; the
// first is none. Their order is another one in each run.
func KnownWords() []string { return english.words }

// ASCII reports whether a word or number, as it was written, is all ASCII.
func (t *Token) ASCII() bool { return t.known&notASCII == 0 }

// A Quotation is a stretch of text inside quotation marks, within one
// paragraph. One that no mark closes ends with its paragraph, or before the next
// quotation in it; one that is carried on from a paragraph before need not have
// an opening mark.
type Quotation struct {
	Span          // with the marks
	Inner    Span // without the marks
	Depth    int  // 0 for an outermost quotation, 1 for one inside it, ...
	Closed   bool // false when the mark that should end it is missing
	Carried  bool // goes on from the paragraph before, where no mark closed it
	Speech   bool // somebody's words; false for titles, nicknames and scare quotes
	Verb     Span // the speaker's verb ("said", "according to"), empty when there is none or no speech
	Speaker  Span // the speaker as named beside the quotation ("Ana Kos", "she", "the police"), empty when unknown
	Sentence int  // index of the sentence in which it begins
}

// A Reason says why a line was kept out of the prose.
type Reason string

// The reasons.
const (
	Masthead   Reason = "masthead"   // the outlet's name
	BylineLine Reason = "byline"     // who wrote it
	Timestamp  Reason = "timestamp"  // when it was published
	DatelineAt Reason = "dateline"   // where it was written
	Consent    Reason = "consent"    // cookie, notification and browser lines
	Membership Reason = "membership" // appeals for money, subscriptions, registration
	Comments   Reason = "comments"   // comment counts and prompts
	Credit     Reason = "credit"     // photo credits
	Caption    Reason = "caption"    // picture and video captions
	Link       Reason = "link"       // "Read also" and other links to other articles
	Share      Reason = "share"      // sharing and navigation
	Signoff    Reason = "signoff"    // notes of the outlet about itself, copyright lines
	Repeated   Reason = "repeated"   // the same line again
	MailHeader Reason = "mail"       // the header of a mail and its greeting
)

// Removed is something the layout reader kept out of the prose.
type Removed struct {
	Reason Reason
	Text   string // as it stood in the input
	At     int    // byte offset in Article.Text of the place where it was taken out
	Input  int    // byte offset in the decoded input
}

// A Repair is damage in the bytes that was mended or could only be named.
type Repair struct {
	Span           // the mended text in Article.Text; empty when it concerns the whole input
	Problem string // "mojibake", "invalid-utf8", "nul", or an encoding that nothing declares: "latin-1", "utf-16", ...
	Was     string // the damaged text, at most 40 code points
	Mended  bool
}
