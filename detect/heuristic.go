package detect

import (
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/language"
	"github.com/calque-check/calque/detect/story"
)

// A Heuristic finds one artifact of machine translation. It is a value that
// holds everything about the artifact in one place: the documentation, the
// examples that prove it, and the function that finds it. The engine, the
// catalogue, the reports' explanations and the tests are all made from it.
type Heuristic struct {
	Name            string   // permanent, kebab-case, states the artifact
	Family          Family   // which group of artifacts it belongs to
	Category        string   // MQM error type, for example "accuracy/mistranslation"
	Severity        Severity // of each finding, unless the match says otherwise
	SourceLanguages []string // ISO 639-1 codes of the languages that leave it; empty for any
	Off             bool     // true keeps it off unless it is asked for by name
	Weight          float64  // share of the severity's points that a finding costs, for weak evidence; 0 means 1

	Doc     Doc
	Message string // one line for the editor, used where a match brings none

	// Examples mark with ⟦ ⟧ exactly what must be found.
	Examples []Example
	// NearMisses are good English that looks the same and must stay silent.
	NearMisses []string

	// Where says in which parts of an article the artifact counts. Zero means
	// Prose: standfirst and body, outside quotations.
	Where Place

	// One or more of the following find the artifact.

	// Phrases are patterns of words (see Pattern) that the engine looks for in
	// one pass shared by all heuristics. Judge decides about each place where
	// one was found; nil takes every place as it is.
	Phrases []string
	Judge   func(*Document, Hit) (Match, bool)
	// JudgeAll, instead of Judge, decides about all places of the article
	// together, in their order, for habits of which one instance says little.
	// It is not called where there is none.
	JudgeAll func(*Document, []Hit) []Match
	// Scan reads the whole article, for artifacts that no word announces.
	Scan func(*Document) []Match
	// Disagreement names what the comparison with other articles of the same
	// story must have found.
	Disagreement story.Kind
}

// A Doc is what `calque explain` says of a heuristic.
type Doc struct {
	What   string // what the artifact is
	Why    string // why it is evidence of machine translation, with the source of the claim
	Humans string // when good English does the same
	Misses string // what it does not find
}

// An Example is a sentence, or several paragraphs separated by blank lines, in
// which ⟦ ⟧ mark what must be found. A first line "# ..." is the headline and a
// first paragraph "## ..." the standfirst.
type Example struct {
	Text    string
	Suggest string // the first suggestion expected for the first mark; "" where none can be made
}

// A Document is an article as a heuristic sees it.
type Document struct {
	*article.Article

	shared map[string]any
}

// Foreign are the passages of the article that are in another language.
func (d *Document) Foreign() []language.Passage {
	return Shared(d, "foreign", func(d *Document) []language.Passage { return language.Passages(d.Article) })
}

// Shared is what compute makes of the document, made once under the key and
// kept for the other heuristics that need the same reading of the article.
func Shared[T any](doc *Document, key string, compute func(*Document) T) T {
	if v, ok := doc.shared[key]; ok {
		return v.(T)
	}
	v := compute(doc)
	if doc.shared == nil {
		doc.shared = map[string]any{}
	}
	doc.shared[key] = v
	return v
}

// A Hit is a place where one of a heuristic's phrases stands.
type Hit struct {
	article.Range     // token indices
	Phrase        int // index into Heuristic.Phrases
}

// A Match is an artifact that a heuristic found. Only Span is required.
type Match struct {
	article.Span
	Message         string           // "" for the heuristic's message
	Suggestions     []string         // what to write instead of the span, best first
	Severity        Severity         // 0 for the heuristic's severity
	SourceLanguages []string         // nil for the heuristic's
	Removed         *article.Removed // set when the artifact stands in a line kept out of the prose
	Related         []Related        // the passages elsewhere that prove it
	Confirmed       bool             // other tellings of the story bear out what the article's own words gave rise to
}

// Related is a passage of another article, or of the same one, that bears on
// a finding.
type Related struct {
	Article *article.Article
	article.Span
}

// Severity says how bad a finding is, in the terms of MQM.
type Severity uint8

// The severities.
const (
	Minor    Severity = iota + 1 // style; counts only in numbers
	Major                        // a copy editor must mend it
	Critical                     // changes the facts or proves machine handling
)

// String is the name that reports use.
func (s Severity) String() string {
	return [...]string{"", "minor", "major", "critical"}[s]
}

// ParseSeverity is the severity with the given name.
func ParseSeverity(name string) (Severity, bool) {
	for _, s := range []Severity{Minor, Major, Critical} {
		if s.String() == name {
			return s, true
		}
	}
	return 0, false
}

// Family is a group of artifacts with a common cause.
type Family string

// The families.
const (
	Reportative  Family = "reportative"  // hearsay told in a mood English does not have
	Tense        Family = "tense"        // tense, aspect and modality calques
	Connective   Family = "connective"   // clefts, connectives and discourse frames
	FalseFriend  Family = "false-friend" // cognates with another meaning
	Periphrasis  Family = "periphrasis"  // journalistic stand-ins for names
	Grammar      Family = "grammar"      // articles, number, pronouns, agreement
	Kinship      Family = "kinship"      // family relations and the gender of persons
	WordOrder    Family = "word-order"   // prepositions, word order, nominal style
	Naming       Family = "naming"       // names, titles, acronyms, institutions
	Locale       Family = "locale"       // numbers, dates, currencies, units
	Punctuation  Family = "punctuation"  // quotation marks, spacing, sentence breaks
	Untranslated Family = "untranslated" // words and scripts left as they were
	Residue      Family = "residue"      // markup, encoding, loops, boilerplate of translation services
	Idiom        Family = "idiom"        // idioms word for word
	Article      Family = "article"      // signs of the headline and the article as a whole
	Others       Family = "others"       // what other tellings of the same story contradict
)

// Place is a set of parts of an article.
type Place uint8

// The parts that a heuristic can be allowed in.
const (
	InHeadline Place = 1 << iota
	InStandfirst
	InSubheading
	InBody
	InList
	InBlockQuote
	InQuotation // inside quotation marks, in any of the other parts that are allowed

	Prose      = InStandfirst | InBody
	Everywhere = InHeadline | InStandfirst | InSubheading | InBody | InList | InBlockQuote | InQuotation
)

func placeOf(k article.Kind) Place {
	return [...]Place{
		article.Body: InBody, article.Headline: InHeadline, article.Standfirst: InStandfirst,
		article.Subheading: InSubheading, article.ListItem: InList, article.BlockQuote: InBlockQuote,
	}[k]
}
