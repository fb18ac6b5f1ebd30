package story

import "github.com/calque-check/calque/detect/article"

// A Kind is a kind of disagreement between tellings of one story.
type Kind string

// The kinds of disagreement.
const (
	AlteredQuotation Kind = "altered-quotation" // a quotation whose wording stands alone
	KinshipConflict  Kind = "kinship-conflict"  // another family relation than the others tell
	OfficeConflict   Kind = "office-conflict"   // a person given another office than the others tell
	FigureConflict   Kind = "figure-conflict"   // a number, an amount or a day that stands alone
	NameVariant      Kind = "name-variant"      // a name spelled as nobody else spells it
	PolarityConflict Kind = "polarity-conflict" // a negation, or the lack of one, or an opposite that stands alone
	LostAttribution  Kind = "lost-attribution"  // told as fact what the others tell with a reservation
	WordChoice       Kind = "word-choice"       // a person called by a term that nobody else has, where all others have one
	LiteralRole      Kind = "literal-role"      // a role or body named word for word where the others use its name
)

// A Story is a group of articles that tell the same events.
type Story struct {
	ID            string // stable: made from the members' texts
	Title         string
	Members       []int // indices into the articles given, ascending
	Tellings      []int // by member: copies of one text, also of parts of it, have one number
	Quotations    []Utterance
	Disagreements []Disagreement
	Facts         []Fact
	Timeline      []int // the members whose day of publication is known, earliest first
}

// A Place is a span of one of the articles.
type Place struct {
	Article int // index into the articles given
	article.Span
}

// An Utterance is one thing said, as the articles quote it.
type Utterance struct {
	Variants  []Variant
	Consensus int // index of the variant that most independent tellings share; -1 for none
}

// A Variant is one wording of an utterance.
type Variant struct {
	Text   string
	Places []Place
	Class  Class // how it departs from the consensus; "" for the consensus itself and where there is none
}

// A Class says how a wording departs from the consensus. Only a Paraphrase
// and a BackTranslation count against an article.
type Class string

// The classes of variants.
const (
	Cut             Class = "cut"              // quotes less, or more, or another part of what was said
	Inflected       Class = "inflected"        // fitted into the sentence: person, tense, brackets, little words
	HouseStyle      Class = "house-style"      // the same words spelled or titled otherwise
	OtherWording    Class = "other-wording"    // other words, but another telling has them too or too few have the consensus
	Paraphrase      Class = "paraphrase"       // other words inside quotation marks, standing alone
	BackTranslation Class = "back-translation" // the same, by a telling that words its quotations anew throughout
)

// A Disagreement is a passage of one article that stands alone against the
// others.
type Disagreement struct {
	Kind       Kind
	Place              // the passage that stands alone
	Others     []Place // what the others say
	Message    string
	Suggestion string // the others' wording, "" where it cannot be put in place mechanically
}
