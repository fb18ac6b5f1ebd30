package article

import (
	"strings"
	"testing"
)

// benchText is an article of some 400 words.
func benchText() string {
	return strings.Repeat(`Ana Kos, the mayor of Lund, told reporters on Friday that the bridge over the River Orsel would be closed for at least 3.5 years. “We have looked at every plan there is,” she said. “None of them is cheap, and none can wait.”

The U.S. engineer J. K. Marlow, who built the old bridge in the 1990s for $4,000 a metre, did not answer. His son-in-law, Mr. Hill, said the firm's lawyers "were reading the report" and couldn't comment. Nobody knows who will pay: the town, the state or the Bank of Latvia.

According to a spokesman for the ministry, the work begins on Jan. 3 at 9 a.m. and lasts until the 20th. Until then the workers' union wants more money, shorter hours and a say in the plans.

`, 3)
}

// drafted is an article before it is segmented.
func drafted(text string) *Article {
	a := parse(text)
	a.Tokens, a.Sentences, a.Quotations, a.Names = nil, nil, nil, nil
	return a
}

func bench(b *testing.B, before, stage func(*Article)) {
	a := drafted(benchText())
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	before(a)
	for b.Loop() {
		stage(a)
	}
}

func BenchmarkTokenize(b *testing.B) {
	bench(b, func(*Article) {}, (*Article).tokenize)
}

func BenchmarkSentences(b *testing.B) {
	bench(b, (*Article).tokenize, (*Article).splitSentences)
}

func BenchmarkQuotations(b *testing.B) {
	bench(b, func(a *Article) { a.tokenize(); a.splitSentences() }, func(a *Article) { a.Quotations = nil; a.findQuotations() })
}

func BenchmarkNames(b *testing.B) {
	bench(b, func(a *Article) { a.tokenize(); a.splitSentences(); a.findQuotations() }, func(a *Article) { a.Names = nil; a.findNames() })
}

func BenchmarkSegment(b *testing.B) {
	bench(b, func(*Article) {}, func(a *Article) { a.Quotations, a.Names = nil, nil; a.segment() })
}
