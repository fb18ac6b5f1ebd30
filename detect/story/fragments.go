package story

import (
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// A fragment is what stands inside one pair of quotation marks, as words to
// align.
type fragment struct {
	place   Place // from the first to the last word
	telling int
	words   []word
	speaker string // last word of the speaker's name; "" when unknown
	content int    // how many of the words are no function words
}

// A word of a fragment.
type word struct {
	*form
	span article.Span
	// gap is set where something is missing before the word or may be: an
	// ellipsis, a bracketed insertion, the end of a sentence. Wordings may
	// differ there without either being altered.
	gap bool
}

func formsIn(words []word) []*form {
	out := make([]*form, len(words))
	for i, w := range words {
		out[i] = w.form
	}
	return out
}

const (
	// fragmentWords is the most of a quotation that is compared; a speech
	// printed whole is compared by its beginning.
	fragmentWords = 400
	// fragmentContent is the fewest content words that make an utterance
	// recognisable.
	fragmentContent = 2
)

// fragmentsOf are the quotations of a text that are long enough to recognise.
func fragmentsOf(a *text) []fragment {
	var out []fragment
	for _, q := range a.Quotations {
		if q.Depth > 0 {
			continue // stands inside one that is read whole
		}
		first := a.TokenAt(q.Inner.Start)
		end := first
		for end < len(a.Tokens) && a.Tokens[end].End <= q.Inner.End {
			end++
		}
		f := fragment{words: quotedWords(a, article.Range{First: first, End: end}), telling: a.telling, speaker: speakerOf(a.Article, q)}
		f.content = contentOf(f.words)
		if f.content < fragmentContent || !q.Speech && titleCase(a.Article, article.Range{First: first, End: end}) {
			continue
		}
		f.place = Place{a.index, article.Span{Start: f.words[0].span.Start, End: f.words[len(f.words)-1].span.End}}
		out = append(out, f)
	}
	return out
}

// quotedWords are the words of a range of tokens in the spelling in which they
// are compared. Bracketed words are the reporter's and left out.
func quotedWords(a *text, r article.Range) []word {
	return appendQuotedWords(make([]word, 0, min(r.End-r.First, fragmentWords)), a, r)
}

// appendQuotedWords appends them to out, which is empty.
func appendQuotedWords(out []word, a *text, r article.Range) []word {
	gap := false
	for i := r.First; i < r.End && len(out) < fragmentWords; i++ {
		t := &a.Tokens[i]
		switch {
		case t.Kind == article.Punct && t.Norm == "[":
			for i++; i < r.End && a.Tokens[i].Norm != "]"; i++ {
			}
			gap = true
			continue
		case t.Kind == article.Punct && strings.ContainsAny(t.Norm, ".…?!:") || t.Norm == "--" || t.Norm == "—" || t.Norm == "–":
			gap = true
			continue
		case t.Kind > article.Number || t.Norm == "'s" && t.Kind == article.Word:
			continue
		}
		if t.Kind == article.Word && i > r.First && t.Sentence != a.Tokens[i-1].Sentence {
			gap = true
		}
		for _, f := range a.words[i].quoted {
			out = append(out, word{form: f, span: t.Span, gap: gap})
			gap = false
		}
	}
	return out
}

// speakerOf is the last word of the speaker's name, "" when only a pronoun or
// nothing names the speaker.
func speakerOf(a *article.Article, q article.Quotation) string {
	if q.Speaker.Len() == 0 {
		return ""
	}
	name := ""
	for i := a.TokenAt(q.Speaker.Start); i < len(a.Tokens) && a.Tokens[i].Start < q.Speaker.End; i++ {
		if t := a.Tokens[i]; t.Is(article.Capital) && t.Kind == article.Word && !function(t.Norm) && t.Norm != "'s" {
			name = strings.TrimSuffix(t.Norm, "'s")
		}
	}
	return name
}

// titleCase reports whether all longer words are capitalised, as in the title
// of a book.
func titleCase(a *article.Article, r article.Range) bool {
	for _, t := range a.TokensIn(r) {
		if t.Kind == article.Word && len(t.Norm) > 3 && !t.Is(article.Capital) {
			return false
		}
	}
	return true
}
