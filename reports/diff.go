package reports

import (
	"strings"
	"unicode"
)

// diffWords caps how many words of a wording are compared, since the cost
// grows with the product of both.
const diffWords = 400

// wordDiff says, word by word, how a variant departs from the consensus. Case
// and the shape of quotation marks and apostrophes are no difference.
func wordDiff(consensus, variant string) []Change {
	a, b := wordsAndSpaces(consensus), wordsAndSpaces(variant)
	if len(a) > diffWords || len(b) > diffWords {
		return []Change{{"lost", consensus}, {"new", variant}}
	}
	foldedA, foldedB := folded(a), folded(b)
	// common[i][j] is the length of the longest common subsequence of a[i:], b[j:].
	width := len(b) + 1
	common := make([]int, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if foldedA[i] == foldedB[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	var out []Change
	add := func(text, kind string) {
		if n := len(out); n > 0 && out[n-1].Kind == kind {
			out[n-1].Text += text
		} else {
			out = append(out, Change{kind, text})
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && foldedA[i] == foldedB[j]:
			add(b[j], "same")
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[(i+1)*width+j] >= common[i*width+j+1]:
			add(a[i], "lost")
			i++
		default:
			add(b[j], "new")
			j++
		}
	}
	return out
}

// wordsAndSpaces cuts text into words and marks, each with the white space
// after it, so that the pieces joined are the text.
func wordsAndSpaces(s string) []string {
	var out []string
	start, inWord := 0, false
	runes := []rune(s)
	for i, r := range runes {
		space := unicode.IsSpace(r)
		word := wordPart(r) || inWord && (r == '\'' || r == '’' || r == '-') && i+1 < len(runes) && wordPart(runes[i+1])
		if i > start && !space && (!word || !inWord) {
			out = append(out, string(runes[start:i]))
			start = i
		}
		inWord = word
	}
	if start < len(runes) {
		out = append(out, string(runes[start:]))
	}
	return out
}

func folded(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = fold(w)
	}
	return out
}

// shortened makes a diff fit to be read: a variant that quotes only a part of
// the consensus gets an ellipsis for the rest, and words that would run
// together are kept apart.
func shortened(changes []Change) []Change {
	out := append([]Change{}, changes...)
	const few = 3
	for _, i := range []int{0, len(out) - 1} {
		if len(out) > 1 && out[i].Kind == "lost" && len(strings.Fields(out[i].Text)) > few {
			out[i] = Change{"same", "…"}
		}
	}
	var spaced []Change
	for i, c := range out {
		text := strings.TrimRightFunc(c.Text, unicode.IsSpace)
		if c.Kind == "same" || text == "" {
			text = c.Text
		}
		spaced = append(spaced, Change{c.Kind, text})
		if i+1 == len(out) {
			break
		}
		next, last := []rune(out[i+1].Text), []rune(text)
		joins := len(next) == 0 || len(last) == 0 || unicode.IsSpace(last[len(last)-1]) || unicode.IsPunct(next[0]) && out[i+1].Text != "…"
		if text != c.Text || !joins {
			spaced = append(spaced, Change{"same", " "})
		}
	}
	return spaced
}
