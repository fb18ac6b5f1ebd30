package heuristics

import (
	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
)

// This file is where heuristics look up tokens: by index, inside a sentence or a
// paragraph, around a hit. Those that take the index of a token that may not exist
// answer with the zero token, "" or false.

// tokenAt is the token with the given index, or the zero token, which has no
// norm, where there is none.
func tokenAt(doc *detect.Document, i int) article.Token {
	if i < 0 || i >= len(doc.Tokens) {
		return article.Token{}
	}
	return doc.Tokens[i]
}

// norm is the form of token i that rules compare; "" outside the article.
func norm(doc *detect.Document, i int) string {
	if i < 0 || i >= len(doc.Tokens) {
		return ""
	}
	return doc.Tokens[i].Norm
}

// capital reports whether token i begins with an upper-case letter.
func capital(doc *detect.Document, i int) bool {
	return i >= 0 && i < len(doc.Tokens) && doc.Tokens[i].Is(article.Capital)
}

// tokenInSentence is the token at the index, and whether it is in the sentence.
func tokenInSentence(doc *detect.Document, i, sentence int) (article.Token, bool) {
	if i < 0 || i >= len(doc.Tokens) || doc.Tokens[i].Sentence != sentence {
		return article.Token{}, false
	}
	return doc.Tokens[i], true
}

// tokenBeside is the token with the given index if it stands in the paragraph
// of token i, else the zero token.
func tokenBeside(doc *detect.Document, i, j int) article.Token {
	t := tokenAt(doc, j)
	if t.Norm == "" || doc.Sentences[t.Sentence].Paragraph != doc.Sentences[doc.Tokens[i].Sentence].Paragraph {
		return article.Token{}
	}
	return t
}

// sentenceOf is the range of tokens of the sentence that holds token i.
func sentenceOf(doc *detect.Document, i int) article.Range {
	return doc.Sentences[doc.Tokens[i].Sentence].Tokens
}

// paragraphOf is the paragraph of a token.
func paragraphOf(doc *detect.Document, t article.Token) article.Paragraph {
	return doc.Paragraphs[doc.Sentences[t.Sentence].Paragraph]
}

// following is the n-th token after a hit (1 is the next) in its sentence; the
// zero Token when there is none.
func following(doc *detect.Document, hit detect.Hit, n int) article.Token {
	t, _ := tokenInSentence(doc, hit.End+n-1, doc.Tokens[hit.First].Sentence)
	return t
}

// preceding is the n-th token before a hit (1 is the last) in its sentence;
// the zero Token when there is none.
func preceding(doc *detect.Document, hit detect.Hit, n int) article.Token {
	t, _ := tokenInSentence(doc, hit.First-n, doc.Tokens[hit.First].Sentence)
	return t
}

// around are the tokens of a hit's sentence, at most 200 on either side of it.
func around(doc *detect.Document, hit detect.Hit) []article.Token {
	r := doc.Sentences[doc.Tokens[hit.First].Sentence].Tokens
	return doc.Tokens[max(r.First, hit.First-200):min(r.End, hit.End+200)]
}

// opensSentence reports whether only marks stand before the token in its
// sentence.
func opensSentence(doc *detect.Document, i int) bool {
	s := doc.Tokens[i].Sentence
	for i--; i >= 0 && doc.Tokens[i].Sentence == s; i-- {
		if doc.Tokens[i].Kind <= article.Number {
			return false
		}
	}
	return true
}

// wordsAt reports whether the given words stand one after the other from token
// i on.
func wordsAt(doc *detect.Document, i int, words ...string) bool {
	for k, w := range words {
		if norm(doc, i+k) != w {
			return false
		}
	}
	return true
}

// firstIn is the first token of the range whose norm is in the set, or -1.
func firstIn(doc *detect.Document, r article.Range, set wordSet) int {
	for i := r.First; i < r.End; i++ {
		if set[doc.Tokens[i].Norm] {
			return i
		}
	}
	return -1
}

// numberIn is the first token of the range that is a number in figures, or -1.
func numberIn(doc *detect.Document, r article.Range) int {
	for i := r.First; i < r.End; i++ {
		if doc.Tokens[i].Kind == article.Number {
			return i
		}
	}
	return -1
}

// phraseIn reports whether one of the phrases stands inside the range.
func phraseIn(doc *detect.Document, r article.Range, phrases phraseTable) bool {
	for i := r.First; i < r.End; i++ {
		if phraseLength(doc, i, r.End, phrases) > 0 {
			return true
		}
	}
	return false
}
