// Package language decides whether an article is English and finds passages
// that were left in another language.
package language

import "github.com/calque-check/calque/detect/article"

// A Passage is a stretch of an article in another language than English.
type Passage struct {
	article.Span
	Language   string  // ISO 639-1
	Confidence float64 // 0 to 1
}
