package main

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/calque-check/calque/detect/origin/features"
)

func tokensOf(text string) []token { return profileOf(features.Of(text)).text }

// After each context the probabilities of all words, those never seen
// included, sum to one.
func TestNgramProbabilitiesSumToOne(t *testing.T) {
	text := tokensOf("The baker shut the gate, and the sailor shut the harbour. The gate stood open; the harbour gate did not.")
	m := learnNgrams([][]token{text, tokensOf("She shut the gate again.")})
	words := map[uint32]bool{}
	for _, t := range text {
		words[t.word] = true
	}
	words[hash("she")], words[hash("again")] = true, true
	for _, context := range []string{"", "the", "shut the", "the gate", "nobody", "nobody the"} {
		p := func(word uint32) (out [ngramOrder]float64) {
			seq := []token{{opens: true, word: hash("^")}}
			for _, w := range strings.Fields(context) {
				seq = append(seq, token{word: hash(w)})
			}
			if context == "" {
				seq = seq[:0]
			}
			s := m.surprisals(append(seq, token{word: word, opens: context == ""}))
			for o, v := range s[len(s)-1] {
				out[o] = math.Exp(-v)
			}
			return out
		}
		unseen := p(hash("quincunx"))
		for o := range ngramOrder {
			sum := unseen[o] * (m.vocabulary - float64(len(words)))
			for w := range words {
				sum += p(w)[o]
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Errorf("after %q the probabilities of %d-grams sum to %v", context, o+1, sum)
			}
		}
	}
}

// A word that stands after few others is less likely in a new place than one as
// frequent that stands after many (Kneser and Ney's example: Francisco).
func TestNgramsCountContexts(t *testing.T) {
	m := learnNgrams([][]token{tokensOf(strings.Repeat("They left from faro quay. ", 6) +
		"They sold fish. We eat fish. She weighs fish. No fish left. Raw fish smells. The fish swam.")})
	last := func(text string) float64 {
		s := m.surprisals(tokensOf(text))
		return s[len(s)-1][ngramOrder-1]
	}
	if seldom, often := last("A grey quay"), last("A grey fish"); seldom < often+1 {
		t.Errorf("surprisal %.2f of a word that follows one other, %.2f of one that follows many", seldom, often)
	}
}

// What is learned from is measured by language models that have not seen its
// source document; what is judged later has none that has.
func TestLanguageModelsLeaveOutTheOwnPart(t *testing.T) {
	var rows []row
	for i := range 24 {
		group := strconv.Itoa(i / 2)
		rows = append(rows, row{
			ID: strconv.Itoa(i), Group: group, Label: []string{humanTranslated, machineTranslated}[i%2],
			Text: "The harbour of word" + strings.Repeat("x", i/2) + "y lies still, says the keeper of word" + strings.Repeat("x", i/2) + "y.",
		})
	}
	docs := documents(rows)
	var m profileModel
	m.learnLanguage(docs, humanTranslated, machineTranslated)
	for _, d := range docs {
		for part, models := range m.language {
			unknown := 0
			eachNgram(d.profile.text, func(_ int, grams, _ *[ngramOrder]uint64) {
				if models[0].seen[grams[0]].count+models[1].seen[grams[0]].count == 0 {
					unknown++
				}
			})
			if want := part == partOf(d.Group); unknown > 0 != want {
				t.Fatalf("part %d does not know %d tokens of a text of part %d", part, unknown, partOf(d.Group))
			}
		}
	}
}

// The two labels use the same words, and as many rare ones: they only set them
// in another order.
func TestProfileKnowsWhatFollowsWhat(t *testing.T) {
	people, things := []string{"baker", "sailor", "teacher", "warden", "miller"}, []string{"gate", "yard", "mill", "lamp"}
	var rows []row
	const learned = 400
	for i := range learned + 20 {
		who, what := people[i/2%len(people)], things[i/2/5%len(things)]
		text := "Nobody saw the " + who + " near the old grey " + what + ". On Monday the " + who + " came to the old grey " + what + " again."
		label := humanTranslated
		if i%2 == 1 {
			label, text = machineTranslated, strings.ReplaceAll(text, "old grey", "grey old")
		}
		rows = append(rows, row{ID: strconv.Itoa(i), Group: strconv.Itoa(i / 2), Label: label, Year: "made", SourceLanguage: "de", Text: text + " " + text + " " + text})
	}
	docs := documents(rows)
	m := fitProfile(docs[:learned], humanTranslated, machineTranslated)
	wrong := 0
	for i := range docs[learned:] {
		if d := &docs[learned+i]; (m.score(d) > 0) != (d.Label == machineTranslated) {
			wrong++
		}
	}
	if wrong > 0 {
		t.Errorf("%d of 20 documents are given the wrong label", wrong)
	}
}
