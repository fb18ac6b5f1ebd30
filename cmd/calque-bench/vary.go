package main

import (
	_ "embed"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// A variation tells a story of other people, figures and things: it replaces
// names, numbers and the story's own words, each by the same one wherever it
// stands. Words that several of the stories under DIR use are everybody's and
// stay. Without other words thousands of articles would look like one story,
// as no real corpus does.
type variation struct {
	r     *rand.Rand
	own   map[string]bool   // words in lower case that only this story has
	words map[string]string // what stands for what
}

func (v *variation) article(t telling) string {
	var b strings.Builder
	for _, p := range t.paragraphs {
		if !slices.ContainsFunc(p, opensQuotation) {
			p = slices.Clone(p)
			v.r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
		}
		b.WriteString(v.text(strings.Join(p, " ")))
		b.WriteString("\n\n")
	}
	return b.String()
}

// opensQuotation says whether a quotation runs on beyond the sentence or
// began before it: such sentences keep their order.
func opensQuotation(s string) bool { return strings.Count(s, `"`)%2 == 1 }

var (
	// A capitalised word inside a sentence is taken for a name, unless it begins
	// a quotation or a title. Weekdays and months are left alone: they would make
	// no date any more.
	nameInside = regexp.MustCompile(`([\p{Ll},] )(\p{Lu}\p{Ll}{2,})\b`)
	noName     = regexp.MustCompile(`^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|The|That|This|There|What|When|But|And|His|Her|Our|They|You|She|Nobody)$`)
	wordRun    = regexp.MustCompile(`\p{L}+`)
	number     = regexp.MustCompile(`\d[\d,.]*\d|\d`)
)

func (v *variation) text(s string) string {
	for _, m := range nameInside.FindAllStringSubmatch(s, -1) {
		if name := m[2]; v.words[name] == "" && !noName.MatchString(name) {
			v.words[name] = v.name()
		}
	}
	s = wordRun.ReplaceAllStringFunc(s, v.word)
	return number.ReplaceAllStringFunc(s, func(w string) string {
		if v.words[w] == "" {
			v.words[w] = v.digits(w)
		}
		return v.words[w]
	})
}

// word is what stands for a word: itself, unless it is a name or one of the
// story's own.
func (v *variation) word(w string) string {
	if other := v.words[w]; other != "" {
		return other
	}
	lower := strings.ToLower(w)
	if !v.own[lower] {
		return w
	}
	if v.words[lower] == "" {
		v.words[lower] = v.like(lower)
	}
	other := v.words[lower]
	if w != lower {
		other = strings.ToUpper(other[:1]) + other[1:]
	}
	return other
}

//go:embed words.txt
var wordList string

// Lists of words by their sort.
var lists = func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(wordList) {
		if f := strings.Fields(line); len(f) > 0 && f[0] != "#" {
			m[f[0]] = f[1:]
		}
	}
	return m
}()

func (v *variation) oneOf(list string) string { return lists[list][v.r.IntN(len(lists[list]))] }

// like is another word with the ending of w. Half of the things are compounds
// from some forty thousand, since half of the words of a real corpus are rare.
func (v *variation) like(w string) string {
	for _, end := range []string{"ing", "ed"} {
		if strings.HasSuffix(w, end) {
			return v.oneOf("verbs") + end
		}
	}
	if strings.HasSuffix(w, "ly") {
		return v.oneOf("qualities") + "ly"
	}
	thing := v.oneOf("things")
	if v.r.IntN(2) == 0 {
		thing += v.oneOf("places")
	}
	if strings.HasSuffix(w, "s") && !strings.HasSuffix(thing, "s") {
		thing += "s"
	}
	return thing
}

// name is a word that can be said and that no dictionary has.
func (v *variation) name() string {
	const onsets, vowels, codas = "bdfgklmnprstv", "aeiou", "lnrsk"
	var b strings.Builder
	for range 2 + v.r.IntN(2) {
		b.WriteByte(onsets[v.r.IntN(len(onsets))])
		b.WriteByte(vowels[v.r.IntN(len(vowels))])
	}
	b.WriteByte(codas[v.r.IntN(len(codas))])
	name := b.String()
	return strings.ToUpper(name[:1]) + name[1:]
}

// digits is a number of as many digits, grouped in the same way.
func (v *variation) digits(s string) string {
	out := []byte(s)
	for i, c := range out {
		if c >= '0' && c <= '9' {
			out[i] = byte('1' + v.r.IntN(9))
		}
	}
	return string(out)
}

// ownWords are, by story, the words in lower case of four letters or more that
// no other story has; none where there is only one story.
func ownWords(stories [][]telling) []map[string]bool {
	holds := map[string]int{} // word → how many stories have it
	out := make([]map[string]bool, len(stories))
	for i, story := range stories {
		out[i] = map[string]bool{}
		for _, t := range story {
			for _, p := range t.paragraphs {
				for _, s := range p {
					for _, w := range wordRun.FindAllString(s, -1) {
						if w == strings.ToLower(w) && len(w) >= 4 && !out[i][w] {
							out[i][w] = true
							holds[w]++
						}
					}
				}
			}
		}
	}
	for i := range out {
		for w := range out[i] {
			if holds[w] > 1 || len(stories) == 1 {
				delete(out[i], w)
			}
		}
	}
	return out
}
